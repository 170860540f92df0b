"""Numbers that take up a plural said before: "held 40: 12 in Orme", "Wards closed: 3", "some schools (14)"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.counted.tables import MAX_LABEL, heading
from claims.extraction.draft import Draft
from claims.extraction.gaps import figure_since
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_TIMES = words_of("licences", "times")
_OF_PLACE = words_of("licences", "of_place")
_PARTICIPLE_ENDS = endings_of("licences", "participle_ends")
_WHICH = words_of("licences", "which_period")
_WITHIN = words_of("licences", "of_or_among")
_MOSTLY = words_of("licences", "mostly")
_SIGNS_OF = words_of("licences", "signs_of")
_OF_WHICH = phrases_of("counted", "of_which")
_SIGNS = frozenset("+-−–±")
_BALLOT = words_of("masks", "ballot") | words_of("licences", "motions")
_OPENS_NOTE = frozenset("(")
_IN_ALL = frozenset(("inall", "sofar"))
_SOME_OF = words_of("licences", "some_of")


def is_split(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "held 40: 12 in Orme", "guests come: 380 last year" and "Wards closed: 3"."""
    words, k_after = page.words, max(draft.b, draft.end)
    first, after = page.sentence(k)[0], after_number(page, draft)
    head = words[max(k - 5, first) : k]
    if any(head[n : n + 2] in _OF_WHICH for n in range(len(head))):
        return after in CLOSERS or after == "("  # "of which allowed: 212"
    if after in _OF_PLACE or after in _WITHIN or "".join(words[k_after : k_after + 2]) in _IN_ALL:
        return figure_since(page, max(first, k - 6)) or _has_plural(head, language)
    if after in _WHICH and words[k_after + 1 : k_after + 2] and words[k_after + 1] in _TIMES:
        return _has_plural(head, language)
    done = words[k - 1].endswith(_PARTICIPLE_ENDS) and after in CLOSERS
    return done and k - 2 >= first and is_plural(words[k - 2], language)


def goes_on_rows(page: Page, k: int, draft: Draft, language: Language) -> bool:
    """Read "Covid: 44" below the row "Influenza: 203 cases", and "Orme – 14" below the heading "Arrests by town"."""
    words, (line, _) = page.words, page.paragraph(k)
    if not line or k - line > MAX_LABEL or after_number(page, draft) not in CLOSERS | _OPENS_NOTE:
        return False
    if words[k - 1] in language.heads or words[k - 1] in _SIGNS_OF or words[k - 1] in language.said:
        return False
    above = page.paragraph(line - 1)[0]
    last = page.memo.get("figure", -1)
    row = words[k] == ":" and above <= last < line and ":" in words[above : above + MAX_LABEL]
    return row and words[line - 2] != "\n" or bool(heading(page, k, language))


def _has_plural(head: list[str], language: Language) -> bool:
    return any(is_plural(word, language) and word not in language.verbs for word in head)


def is_whole_quotation(page: Page, draft: Draft) -> bool:
    """Tell whether the number is all that is quoted, with the stop or comma of what is spoken: '"Forty," she said'."""
    words, k = page.words, max(draft.b, draft.end)
    return words[draft.first - 1] == '"' and words[k : k + 2] in ([",", '"'], [".", '"'], ["!", '"'])


def _is_of_places(page: Page, k: int, first: int) -> bool:
    """Tell "from Quarran (612) and Oshar (380)": more names with a number in brackets, or one told to have most."""
    words, end = page.words, page.sentence(k)[1]
    if not _MOSTLY.isdisjoint(words[first:k]):
        return True
    return any(
        words[j] == "(" and words[j + 2] == ")" and words[j + 1][0].isdecimal() and page.capital(j - 1)
        for j in range(k + 3, min(end - 2, k + 12))
    )


def is_with_change(page: Page, draft: Draft) -> bool:
    """Tell "Unity 41 (+9), Order 38 (−4)": a result, behind which stands how it changed, or that change itself."""
    words, k = page.words, max(draft.b, draft.end)
    behind, before = words[k : k + 4], words[max(draft.a - 2, 0) : draft.a]
    result = len(behind) == 4 and behind[0] == "(" and behind[1] in _SIGNS and behind[3] == ")"
    return (
        result
        and behind[2][0].isdecimal()
        or before[:1] == ["("]
        and before[-1] in _SIGNS
        and behind[:1] == [")"]
    )


def is_of_vote(page: Page, draft: Draft) -> bool:
    """Tell "The motion fell, 31 to 29.": two numbers with "to" between them, of a vote."""
    words, k, (first, _) = page.words, max(draft.b, draft.end), page.sentence(draft.first)
    if words[k : k + 1] != ["to"] or not words[k + 1 : k + 2] or not words[k + 1][0].isdecimal():
        return False
    return not _BALLOT.isdisjoint(words[max(first, draft.first - 20) : draft.first])


def is_bracketed(page: Page, k: int, first: int, language: Language) -> bool:
    """Tell "Labour (40 seats), the Greens (12)" and "some schools (14)" from the note "a thousand in debt (5)"."""
    words, last = page.words, page.memo.get("figure", 0)
    if isinstance(last, int) and last > first and words[last - 1] == "(":
        return True
    if page.capital(k - 1) and words[k - 1].isalpha() and _is_of_places(page, k, first):
        return True
    return is_plural(words[k - 1], language) and not _SOME_OF.isdisjoint(words[max(first, k - 3) : k - 1])
