"""Find the whole that a percentage or fraction belongs to, where no noun follows it."""

from __future__ import annotations

from claims.extraction.counted import (
    antecedents,
    antecedents_case,
    clauses_plural,
    nouns_case,
    nouns_plural,
    phrases_plural,
    shares_case,
    subjects_case,
    subjects_plural,
    tables,
)
from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_JOINTS = words_of("counted", "joints", signs=", ( ;")
_CHANGED_SHARE = phrases_of("counted", "changed_share")
_GOES_ON = phrases_of("counted", "goes_on_with")
_CHANGES = words_of("counted", "changes_of_share")
_CHANGED_FROM = phrases_of("counted", "changed_from")
_STAND_INS = words_of("counted", "stand_ins")
_BEING = words_of("counted", "being")
_IT = phrases_of("counted", "it")
_SPENT_ON = phrases_of("counted", "spent_on")
_RISES = words_of("counted", "rises")
_AT = words_of("counted", "at")
_OF = words_of("counted", "of")
_AND = words_of("counted", "and", signs=", ;")
_AS_MANY = phrases_of("counted", "as_many")
_SAID_NOTHING = words_of("counted", "said_nothing")
_ACTS_ON = words_of("counted", "acts_on")

_VOTE = "vote"
MAX_ASIDE = 12  # tokens between a measure and what it is so many times of


def of_share(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the whole a percentage belongs to, where no noun follows: the subject, or the one before."""
    nouns = nouns_case if language.case else nouns_plural
    subjects = subjects_case if language.case else subjects_plural
    if nouns.is_partitive(page, max(draft.b, draft.end)):
        spent = "" if language.case else _of_money(page, draft, earlier, language)
        before = (one.counted for one in antecedents.nearest(page, draft, earlier, shares=True))
        return spent or next(before, nouns.PEOPLE)
    last = earlier[-1] if earlier and earlier[-1].a >= page.sentence(draft.a)[0] else None
    in_clause = _in_clause_case(page, draft, last, language, earlier) if language.case else ""
    found = in_clause if language.case else _in_clause(page, draft, last, language, earlier)
    if not found and last and last.counted:
        found = _beside(page, draft, last)
    if found:
        return found
    if language.case and (taken := shares_case.of_this(page, draft, language, earlier)):
        return (
            taken.counted
            if taken.kind != "money"
            else subjects.subject(page, taken, language) or taken.counted
        )
    subject = subjects.subject(page, draft, language)
    if subject in _SAID_NOTHING or subject[:1].isdecimal():
        subject = antecedents.of_share(page, draft, earlier)
    if subject in _RISES and last:
        subject = _what_changed(page, last, language) or subject
    if last and last.kind in ("percent", "ratio"):
        own = subjects_case.has_own if language.case else _has_verb
        near = draft.first - last.end <= 5 and not own(page, last, draft, language)
        subject = last.counted or subject if near or not subject else subject
    if subject or draft.kind == "percent":
        bare = "" if language.case or not clauses_plural.is_of_vote(page) else _VOTE
        return subject or (last.counted if last and last.kind == "count" else bare)
    return next((one.counted for one in antecedents.nearest(page, draft, earlier)), nouns.PEOPLE)


def _in_clause_case(
    page: Page, draft: Draft, last: Draft | None, language: Language, earlier: list[Draft]
) -> str:
    return (
        antecedents_case.of_those(page, draft, earlier)
        or shares_case.of_vote(page, draft, last)
        or shares_case.compared(page, draft, last)
        or shares_case.of_doers(page, draft, language, earlier)
        or shares_case.whole(page, draft, language)
        or shares_case.of_change(page, draft, language)
    )


def _has_verb(page: Page, last: Draft, draft: Draft, language: Language) -> bool:
    """Tell whether a verb stands between two shares: "exports rose 3 per cent and investment fell by 1.2"."""
    changes = language.words["changes"]
    return any(
        word in language.verbs or word in changes and word not in _CHANGES
        for word in page.words[max(last.end, last.noun_end) : draft.first]
    )


def _of_money(page: Page, draft: Draft, earlier: list[Draft], language: Language) -> str:
    """Return the damages of "€1.3m in damages, a quarter of it to the state"."""
    last = earlier[-1] if earlier else None
    words, k = page.words, max(draft.b, draft.end)
    if (
        not last
        or last.kind != "money"
        or words[k + 1 : k + 2] not in _IT
        or last.a < page.sentence(draft.a)[0]
    ):
        return ""
    if words[last.end : last.end + 1] not in _SPENT_ON:
        return last.counted
    at, end = phrases_plural.phrase(page, last.end + 1, language, single=True)
    return page.words_of(at, end)


def _beside(page: Page, draft: Draft, last: Draft) -> str:
    """Return what the figure right before counts, where the share only goes on with it: "40 cars, or 8 per cent"."""
    words, k = page.words, max(draft.b, draft.end)
    if last.kind in ("percent", "ratio"):
        return last.counted if all(word in _JOINTS for word in words[last.end : draft.first]) else ""
    if last.kind != "count":
        return ""
    goes_on = words[last.noun_end : draft.first] in _GOES_ON or words[k : k + 1] in _CHANGED_SHARE
    near = draft.kind == "ratio" and not last.elided and draft.first - last.noun_end <= 3
    return last.counted if goes_on or near else ""


def _in_clause(page: Page, draft: Draft, last: Draft | None, language: Language, earlier: list[Draft]) -> str:
    """Return the noun a share has in its own clause: of a gap in a list, of what changed, of what it takes up."""
    words, k = page.words, max(draft.b, draft.end, draft.noun_end)
    acted = _object(page, draft, language) or clauses_plural.whole(page, draft.first, language)
    if acted:
        return acted
    if last and last.counted and words[k : k + 2] in _AS_MANY:
        return last.counted
    floor = max(last.end, last.noun_end) if last else page.sentence(draft.first)[0]
    found = tables.row(page, draft, language) or clauses_plural.gap(page, draft.first, floor, language)
    found = found or (_goes_on(page, draft, last, language) if last else "")
    return found or _beside_verb(page, draft, k, language, earlier)


def _beside_verb(page: Page, draft: Draft, k: int, language: Language, earlier: list[Draft]) -> str:
    """Return the noun of a share by the words right before it: a preposition, an owner, a pronoun or a verb."""
    first = phrases_plural.unqualified(page, draft.first)
    before = page.words[max(first - 2, 0) : first]
    if before[-1:] and before[-1] in _AT and _is_traded(page, first - 2, language):
        return before[0]  # "sold bonds at 5.15%"
    whole = antecedents.of_share_left(page, draft, first, earlier)
    if whole:
        return whole
    if before[-1:] and before[-1].endswith("'s") and page.capital(first - 1):
        return page.words_of(first - 1, first).removesuffix("'s")  # "the Union's 31 per cent"
    if before[:1] and before[0] in _STAND_INS and before[-1] in _BEING:
        return antecedents.of_share(page, draft, earlier)
    if clauses_plural.opens_clause(page, draft.first, k, language):
        return antecedents.of_share(page, draft, earlier) or nouns_plural.PEOPLE
    said = before[-1:] and before[-1] in language.said
    return antecedents.of_share(page, draft, earlier) if said else ""  # "the bank expects 2 per cent"


def _is_traded(page: Page, i: int, language: Language) -> bool:
    """Tell the bonds of "sold bonds at 5.15%" from the verb of "occupancy runs at 97 per cent"."""
    words = page.words
    before = words[i - 1] if i > page.sentence(i)[0] else "."
    known = (
        before in language.verbs or before in language.stop or before.endswith("ed") or not before.isalpha()
    )
    return known and phrases_plural.is_plural(words[i], language) and words[i] not in language.verbs


def _goes_on(page: Page, draft: Draft, last: Draft, language: Language) -> str:
    """Return the noun of the figure before where this one is compared with it, changes it, or is joined to it."""
    words, first = page.words, draft.first
    share = last.kind in ("percent", "ratio")
    if share and words[max(first - 2, 0) : first] in _CHANGED_FROM:
        return last.counted
    if _is_change(page, draft, last, max(draft.b, draft.end)):
        return _what_changed(page, last, language)
    near = last.kind == "measure" and draft.kind == "ratio" and first - last.noun_end < MAX_ASIDE
    if near and words[last.noun_end] in _OF:
        at, end = phrases_plural.phrase(page, last.noun_end, language, single=True)
        return page.words_of(at, end)
    return last.counted if share and words[first - 1] in _AND else ""


def _what_changed(page: Page, last: Draft, language: Language) -> str:
    """Return what the figure before is of: what it counts, what the money is for, or the subject of a measure."""
    if last.kind in ("count", "percent", "ratio"):
        return last.counted
    if last.kind == "money" and page.words[last.end : last.end + 1] in _SPENT_ON:
        at, end = phrases_plural.phrase(page, last.end + 1, language, single=True)
        return page.words_of(at, end)
    if last.kind == "measure" and page.words[last.noun_end : last.noun_end + 1] == ["of"]:
        at, end = phrases_plural.phrase(page, last.noun_end, language, single=True)
        return page.words_of(at, end)
    return "" if language.case else subjects_plural.subject(page, last, language)


def _is_change(page: Page, draft: Draft, last: Draft, k: int) -> bool:
    """Tell whether a share says how the figure before it changed: "3.1m passengers, it said, up 5.9 per cent"."""
    words = page.words
    opens = draft.first and (words[draft.first - 1] in _CHANGES or words[draft.first] in _CHANGES)
    at = draft.first - 1 if draft.first and words[draft.first - 1] in _CHANGES else draft.first
    if not opens and words[k : k + 1] and words[k] not in _CHANGES:
        return False
    between = words[last.end : at]
    return bool(between) and between[-1] == "," and ";" not in between and len(between) < 14


def _object(page: Page, draft: Draft, language: Language) -> str:
    """Return what was doubled or halved: "the Greens tripled their share"."""
    words, k = page.words, max(draft.b, draft.end)
    if draft.kind != "ratio" or words[draft.a] not in _ACTS_ON:
        return ""
    if words[k : k + 1] and words[k] in phrases_plural.DETERMINERS:
        return phrases_plural.after_determiner(page, k + 1, language)
    return ""
