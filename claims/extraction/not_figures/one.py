"""When "one" and "один" count something, and when they only speak."""

from __future__ import annotations

from claims.extraction.counted import nouns_case, nouns_plural
from claims.extraction.counted.phrases_plural import is_one_more, phrase
from claims.extraction.draft import Draft
from claims.extraction.gaps import figure_since
from claims.extraction.languages import endings_of, mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import is_headline
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_ONE_HAS = words_of("not_figures", "one_has")
_TO_OR_CAN = phrases_of("not_figures", "to_or_can")
_DAY_OR_NIGHT = words_of("not_figures", "day_or_night")
_NOT_ONE = words_of("not_figures", "not_one")
_ONE_DID = words_of("not_figures", "one_did")
_BEFORE_ONE = words_of("not_figures", "before_one", signs=", ; — – - :")
_HE_DID = endings_of("not_figures", "he_did")  # "против — 58, воздержался один", not "он пришёл один"
_THEY_DID = endings_of("not_figures", "they_did")
_AND_ONE = words_of("not_figures", "and_one")
_SOMEBODY = words_of("not_figures", "somebody")
_ONE_IN = words_of("not_figures", "one_in")
_ONE_DID_CASE = words_of("not_figures", "one_did_case")
_OF_THEM = words_of("not_figures", "of_them")
_FOR_ONE_TIME = words_of("not_figures", "for_one_time")
_HAPPENED = words_of("not_figures", "happened")
_FORMS = mapping_of("not_figures", "forms")
_TO = words_of("licences", "to")
_ARTICLES = words_of("masks", "articles")
_AND_ONLY = words_of("licences", "also_does")
_ABSTRACT = words_of("not_figures", "one_idioms") | words_of("not_figures", "one_abstract")
_ONLY = words_of("licences", "only")
_THERE = words_of("licences", "there")
_WAS = words_of("licences", "one_is")
_HAVING = words_of("not_figures", "having_one")
_DID = words_of("numbers", "had_none")
_THE = words_of("counted", "determiners")
_MAY = words_of("licences", "helping")
_HURTING = words_of("not_figures", "hurting")
_FEW_WORDS = 3  # words of what is counted once
_WHERE_ONE = words_of("not_figures", "where_one")
_PLACED = words_of("not_figures", "one_placed")
_ADVERBS = endings_of("licences", "adverb_ends")
_SMALL_RU = words_of("not_figures", "small_ru")
_SMALL = words_of("not_figures", "small")
_OF_THOSE = words_of("not_figures", "of_those")
_ONE_IDIOMS = words_of("not_figures", "one_idioms")


def is_one(page: Page, draft: Draft, language: Language) -> str:
    """Let "one" stand for a figure only with a noun, or where it clearly takes up people counted before."""
    if draft.form != "words" or draft.kind != "count" or draft.low != 1 or draft.manner != "exact":
        return ""
    words = page.words
    if draft.first and words[draft.first - 1] in _NOT_ONE:
        return "idiom"
    if not draft.elided and draft.comparator == "exact" and not _one_is_counted(page, draft, language):
        return "not_a_claim"
    if language.case:
        return _alone_case(page, draft)
    if not draft.elided:
        return "idiom" if words[draft.noun_at] in _ONE_IDIOMS else ""
    return _alone(page, draft, language)


def _alone_case(page: Page, draft: Draft) -> str:
    """Read "один из них" and "один погиб"."""
    after, k = after_number(page, draft), max(draft.b, draft.end)
    if after == "из":
        return "" if "".join(page.words[k + 1 : k + 2]) in _OF_THOSE else "idiom"
    return (
        "skip"
        if draft.elided and after not in _ONE_DID_CASE and not _one_of_counted(page, draft, after)
        else ""
    )


def _one_of_counted(page: Page, draft: Draft, after: str) -> bool:
    """Read "восьмерых осудили и оправдали одного" and "сто домов, а колонка — одна": one of what was counted before."""
    first, _ = page.sentence(draft.a)
    last = page.memo.get("figure", -1)
    if not isinstance(last, int) or draft.a == first:
        return False
    before = page.words[draft.a - 1]
    if last < first and (before not in "—–" or after not in CLOSERS or last < page.sentence(first - 1)[0]):
        return False  # "Новых случаев 411. Среди детей — один." goes on from the sentence before
    if after.endswith(_THEY_DID):
        return page.words[draft.a] in _SOMEBODY
    if before in _AND_ONE and nouns_case.is_adjective(after):
        return True  # "шесть жёлтых карточек и одну красную"
    verb_first = page.words[draft.a - 2] in ",;—–" and (before in _ONE_DID_CASE or before.endswith(_HE_DID))
    return after in CLOSERS and (before in "—–" or before.endswith(_THEY_DID) or verb_first)


def _alone(page: Page, draft: Draft, language: Language) -> str:
    """Read "one was killed", "and one in Orme", "one of them"."""
    words, after, k = page.words, after_number(page, draft), max(draft.b, draft.end)
    if after in _HAPPENED:
        return ""
    if _goes_on_from(page, draft, after) or _is_hurt(page, draft.a, after):
        return ""
    if draft.comparator != "exact" or after in _ONE_DID:
        first, _ = page.sentence(draft.a)
        if after in _ONE_HAS and words[k + 1 : k + 2] in _TO_OR_CAN:
            return "skip"
        since = page.sentence(first - 1)[0] if draft.a == first and first else first
        if after in _ONE_IN and not _counted_before(page, draft.a, since):
            return "skip"
        joined = words[draft.a - 1] in _WHERE_ONE and figure_since(page, first)
        return "" if joined or draft.a == first or words[draft.a - 1] in _BEFORE_ONE else "skip"
    if after == "of":
        if is_one_more(page, draft.a, draft.b):
            return ""
        return "" if nouns_plural.is_partitive(page, k) and words[k + 1] in _OF_THEM else "idiom"
    return "" if _did_so(page, draft, after, language) else "skip"


def _is_hurt(page: Page, i: int, after: str) -> bool:
    """Read "the blast killed one and injured four", "voted in eleven elections and won one"."""
    words = page.words
    if i > 0 and words[i - 1] in _HURTING and (after in CLOSERS or after in _AND_ONLY):
        return True
    joined = i > 1 and after in CLOSERS and words[i - 2] in _AND_ONLY
    return joined and words[i - 1] in _DID and figure_since(page, page.sentence(i)[0])


def _did_so(page: Page, draft: Draft, after: str, language: Language) -> bool:
    """Read "Three of the jurors wept. One left the room.": a verb without -s behind "one" tells what happened once."""
    first, _ = page.sentence(draft.a)
    if (
        draft.a != first
        or not first
        or after.endswith("s")
        or after in language.stop
        or page.capital(draft.b)
    ):
        return False
    past = after in language.verbs or after.endswith("ed") and len(after) > 4
    return past and figure_since(page, page.sentence(first - 1)[0])


def _goes_on_from(page: Page, draft: Draft, after: str) -> bool:
    """Read "four were hurt, one severely", "two are held and one on the run", "by four judges to one"."""
    i, words = draft.a, page.words
    first, _ = page.sentence(i)
    if draft.comparator != "exact" or not figure_since(page, max(first, i - 12)) or i == first:
        return False
    if words[i - 1] in _TO and after in CLOSERS:
        return figure_since(page, max(first, i - 4))
    joined = words[i - 1] in _BEFORE_ONE or words[i - 1] in ",;"
    if after in _ARTICLES and words[i - 1] in _AND_ONLY:
        return True  # "twelve concern minors and one a woman of 81"
    if "".join(words[draft.b + 1 : draft.b + 2]) in _ARTICLES:
        return False  # "two appeals, one on a point of law"
    return joined and (after in _PLACED or after.endswith(_ADVERBS) and len(after) > 4)


def _one_is_counted(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "one man was killed" and "12 women and one man" from "one swallow does not make a summer"."""
    words = page.words
    first, end = page.sentence(draft.a)
    near = words[max(first, draft.a - 12) : draft.a] + words[draft.noun_end : min(end, draft.noun_end + 12)]
    if not language.case and words[draft.b : draft.b + 1] == ["of"]:
        return _is_one_of_many(page, draft, first, language)
    if language.case and not _agrees(words[draft.a], words[draft.noun_end - 1]):
        return False
    if any(word in _HAPPENED or word[0].isdecimal() or word in _SMALL or word in _SMALL_RU for word in near):
        return True
    if language.case:
        return nouns_case.is_person(draft.counted)
    if page.capital(draft.noun_at) and not is_headline(page, draft.a):
        return False  # "One Show host"
    if _is_of_event(page, draft, first, language):
        return True
    return words[draft.noun_end - 1] in language.nouns or nouns_plural.is_person(draft.counted + "s")


def _is_one_of_many(page: Page, draft: Draft, first: int, language: Language) -> bool:
    """Tell "One of the two engines failed", which did something, from "One of eleven children, he left"."""
    words, i = page.words, draft.a
    if i != first and words[i - 1] not in _BEFORE_ONE:
        return False
    q = draft.b + 1
    q += words[q : q + 1] != [] and words[q] in _THE
    if q >= len(words) or not (words[q][0].isdecimal() or words[q] in language.numbers):
        return False
    _, end = phrase(page, q + 1, language, single=False)
    after = words[end] if end < len(words) else "."
    return after in language.verbs or after.endswith("ed") or after in _WAS | _ONE_HAS | _MAY


def _is_of_event(page: Page, draft: Draft, first: int, language: Language) -> bool:
    """Tell "there was one arrest", "only one road is open", "he faces one charge", "One lorry overturned": once.

    What "one" says of an abstract thing ("for one reason") or of any ("One swallow does not") counts nothing.
    """
    words, i, k = page.words, draft.a, draft.noun_end
    if draft.noun_end - draft.noun_at > _FEW_WORDS or not _ABSTRACT.isdisjoint(words[draft.noun_at : k]):
        return False
    before, after = words[i - 1] if i > first else "", words[k] if k < len(words) else "."
    if before in _ONLY:
        return True
    if not before:
        return (
            after in language.verbs
            and not after.endswith("s")
            or after.endswith("ed")
            and len(after) > 4
            or after in _WAS
        )
    if before in _WAS:
        return i - 2 >= first and words[i - 2] in _THERE
    return before in _HAVING or before in language.verbs or before.endswith("ed") and len(before) > 4


def _agrees(one: str, noun: str) -> bool:
    """Tell whether "один", "одна" or "одно" goes with the noun after it."""
    ends = _FORMS.get(one)
    if ends is None:
        return True
    return noun.endswith(ends) if one != "один" else noun[-1] not in "аяоеуюы"


def _counted_before(page: Page, i: int, first: int) -> bool:
    """Tell whether "and one in Orme" goes on a list of numbers in its sentence."""
    near = page.words[max(first, i - 12) : i]
    return any(word[0].isdecimal() or word in _SMALL for word in near)


def is_one_time(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "one night" and "one morning", unless something lasted that long."""
    if (
        draft.kind != "duration"
        or draft.low != 1
        or draft.form != "words"
        or draft.comparator != "exact"
        or draft.hyphened
        or language.case
    ):
        return ""
    before = page.words[draft.first - 1] if draft.first else ""
    unit = page.words[draft.noun_at]
    return "idiom" if unit in _DAY_OR_NIGHT and before not in _FOR_ONE_TIME else ""
