"""What stands before a bare number and calls for a count: "killed 12", "a toll of 14", "Deaths: 14"."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction.counted.nouns_plural import CASUALTIES, is_person, is_plural
from claims.extraction.draft import Draft
from claims.extraction.gaps import figure_since, is_gap
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.not_figures.licences_behind import is_apposed
from claims.extraction.not_figures.licences_periods import is_of_period, is_per
from claims.extraction.not_figures.licences_rows import (
    goes_on_rows,
    is_bracketed,
    is_split,
    is_whole_quotation,
)
from claims.extraction.not_figures.licences_verbs import is_entry, is_now, is_of_place, is_parallel
from claims.extraction.not_figures.objects import is_object
from claims.extraction.page import Page

Look = Callable[[Page, int, int, Draft, Language], bool]

_FOCUS = words_of("licences", "focus")
_ONLY = words_of("licences", "only")
_NOW = words_of("licences", "now")
_NOT_ONLY = words_of("licences", "not_only")
_CHOOSING = words_of("licences", "choosing")
_JOINING = words_of("licences", "joining", signs=", ; – — - / ( →")
_INCLUDING = words_of("licences", "including")
_ARTICLE = words_of("licences", "article")
_OF_OR_AMONG = words_of("licences", "of_or_among")
_FIRST = words_of("licences", "first")
_HELPING = words_of("licences", "helping")
_WE_SAID = words_of("licences", "we_said")
_STARTS = words_of("licences", "starts")
_SERVED = words_of("licences", "served")
_THERE = words_of("licences", "there")
_MANY_ARE = words_of("licences", "many_are")
_ONE_IS = words_of("licences", "one_is")
_WE_ARE = words_of("licences", "we_are")
_IT_IS = words_of("licences", "it_is")
_SIGNS_OF = words_of("licences", "signs_of")
_GROWS = words_of("licences", "grows")
_COUNTED_OUT = words_of("licences", "counted_out")
_COUNTING = words_of("licences", "counting")
_REACHING = words_of("licences", "reaching")
_BODIES = words_of("licences", "bodies")
_DIVIDED = words_of("licences", "divided")
_OUT = words_of("licences", "out")
_BY = words_of("licences", "by")
_LEVEL = words_of("licences", "level")
_LEVEL_WORDS = words_of("licences", "level_words")
_AMOUNTS = words_of("licences", "amounts")
_OF = words_of("licences", "of")
_COUNTERS = words_of("licences", "counters")
_CLASSES = words_of("licences", "classes")
_FOR = words_of("licences", "for")
_OWN = words_of("counted", "owners")
_WITH_TIME = words_of("licences", "of_place") | words_of("licences", "which_period")
_PLURAL_IS = words_of("not_figures", "have_rank_plural")
_SIDES = words_of("licences", "sides")
_OPENS_ROW = frozenset('. ; , \n — – - ( "'.split(" "))
_OF_PLACE = words_of("licences", "of_place")
_OTHERS = words_of("licences", "others")
_MUCH = words_of("licences", "much")
_TIMES = words_of("licences", "times")
_VERB_ENDS = endings_of("licences", "verb_ends")
_SHORT = 3  # letters: "bed by ten"
_NEAR = 18  # tokens looked back over
_LEAD = 6  # tokens before the number of an answer: "– On a calm day thirty."
_ANSWERED = 30  # tokens back to the figure that an answer takes up
_CODE = 4  # bare digits that are this long may be a code


def is_called_for(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether what stands before a bare number wants a count there."""
    words = page.words
    first, _ = page.sentence(draft.first)
    k = draft.first - 1
    while k >= first and words[k] in _FOCUS:
        if words[k] in _ONLY and (k == first or words[k - 1] not in _NOT_ONLY):
            return True
        k -= 1
    if k > first and words[draft.first - 1] in _NOW and is_now(page, k, first, draft, language):
        return True
    if k < first:
        return _answers(page, k, first, draft, language)
    looks = _BY_WORD.get(words[k], _AS_OBJECT)
    return any(look(page, k, first, draft, language) for look in looks)


def _choosing(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "another 14", "all 12", "including nine", "not eight"."""
    return True


def _answers(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read the answer "Forty." to the question how many, and '"Forty," she said', which takes up a figure."""
    if is_whole_quotation(page, draft) and figure_since(page, max(draft.first - _ANSWERED, 0)):
        return True
    if after_number(page, draft) not in CLOSERS or draft.first - first > _LEAD:
        return False
    if k < first and draft.form == "words" and page.words[draft.a] in page.words[max(first - 8, 0) : first]:
        return figure_since(page, max(first - 8, 0))  # "There was room for nine. Nine, for 40 guests."
    near = page.words[max(first - 30, 0) : draft.first]
    return "?" in near and any(word in _MUCH for word in near)


def _goes_on(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "12 women and 30", "three in Marsk and one in Orme": it goes on from a figure of its sentence."""
    after = after_number(page, draft)
    if page.words[k] in DASHES and goes_on_rows(page, k, draft, language):
        return True
    if not figure_since(page, max(first, draft.first - 25)) and (page.words[k], after) != ("(", ")"):
        return False
    if page.words[k] == "(" and after == ")":
        return is_bracketed(page, k, first, language)
    if after in CLOSERS or after in "()|/–—-" or after in language.stop:
        return True
    if not page.capital(max(draft.b, draft.end)):
        return True
    return page.words[k] == "/" or (draft.low or 0) >= 1000


def _takes_up(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "lost members, 40 in March alone" and the row "Deaths,12"."""
    said = page.words[k] == "," and k - first <= _SHORT + 2 and not _AMOUNTS.isdisjoint(page.words[first:k])
    if said and after_number(page, draft) in CLOSERS:
        return True  # "By my count, 44."
    if k <= first or not is_plural(page.words[k - 1], language) and page.words[k - 1] not in CASUALTIES:
        return False
    after = after_number(page, draft)
    dashed = page.words[k] in DASHES and after in CLOSERS and page.words[k - 2] in ";\n"
    row = k - 1 == first and (after in ("\n", ".") or after == ";") or dashed
    return row or not page.capital(k - 1) and is_apposed(page, draft, language)


def _is_row(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "Tents: 310", but not "Camera: 2.8" or "Line: 101"."""
    words = page.words
    if k and (is_of_period(page, k, draft) or is_per(page, k, language) and draft.low != 1):
        return True
    if not k or not words[k - 1].isalpha() and words[k - 1] != ")":
        return False
    first, _ = page.sentence(k)
    head = words[max(k - _LEAD, first) : k]
    if any(word in _AMOUNTS or word in CASUALTIES for word in head):
        return True
    if words[k - 1] in _SIDES and (k < 2 or words[k - 2] in _OPENS_ROW):
        return after_number(page, draft) in CLOSERS  # "For: 97. Against: 99."
    if words[k - 1] in _TIMES:
        return figure_since(page, max(draft.first - 30, 0))
    named = page.capital(k - 1) and page.capital(k - 2) and words[k - 2].isalpha()
    plural = is_plural(words[k - 1], language) or is_person(words[k - 1])
    return plural and not named and draft.low == int(draft.low or 0) or goes_on_rows(page, k, draft, language)


def _is_first(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "the first 40 have left"; "the first two go through" is a place in a table."""
    return draft.form == "digits"


def _is_definite(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "the nine" and "of the 33,", but not "took the 47"."""
    if draft.form == "words" or after_number(page, draft) in _WE_SAID | _PLURAL_IS:
        return True  # "the nine", "the 12 I mentioned", "the 31 were tried"
    return k > first and page.words[k - 1] in _OF_OR_AMONG


def _is_owned(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "her nine and his four", said of what was counted; "his nine o'clock" goes on with a noun."""
    after = after_number(page, draft)
    return draft.form == "words" and (after in CLOSERS or after in language.stop or after in language.verbs)


def _is_predicate(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "there were 12", "we are four", "the official count is 22"."""
    words = page.words
    while k > first and words[k - 1] in _HELPING:
        k -= 1  # "it had been 12", "there must be 40"
    if k == first:
        return False
    before, near = words[k - 1], words[max(first, k - 8) : k]
    if before in _THERE:
        return True
    now = words[draft.first - 1] in _FOCUS  # "the number is now 41"
    if before in _SIGNS_OF and "of" not in near and not now and draft.comparator in ("", "exact"):
        return False
    if before in _IT_IS:
        timed = any(_is_when(word, language) for word in near) or figure_since(page, max(draft.first - 40, 0))
        after, k_after = after_number(page, draft), max(draft.b, draft.end) + 1
        if after in _WITH_TIME and k_after < len(words):
            return _is_when(words[k_after], language)  # "It was 31 in May", "it was 40 last year"
        return timed and after in CLOSERS
    if any(word in _AMOUNTS for word in near):
        return True
    if words[k] in _ONE_IS and figure_since(page, first):
        return after_number(page, draft) in CLOSERS  # "a dozen is 12 whilst a gross is 144"
    many = before in _WE_ARE or before in CASUALTIES or is_plural(before, language)
    return many and words[k] not in _ONE_IS


def _is_when(word: str, language: Language) -> bool:
    dated = word in language.months or word in language.weekdays
    return dated or word in _TIMES or len(word) == 4 and word.isdecimal()


def _is_change(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "rose to 34", "fell by six", "by 204 votes to 117", "200, against 84 in June"."""
    words, behind = page.words, max(draft.b, draft.end)
    near = words[max(first, k - _NEAR) : k]
    if words[behind : behind + 1] == ["the"] and "".join(words[behind + 1 : behind + 2]) in _AMOUNTS:
        return True  # "that brings to 26 the number of thefts"
    if words[k] in _BY:
        last = "".join(near[-1:])
        if last in _DIVIDED:
            return False
        changed = any(word in language.words["changes"] for word in near[-2:])
        return changed or last in language.verbs or last.endswith(_VERB_ENDS) and len(last) > _SHORT
    if near[-1:] and near[-1] in _COUNTING or any(word in _COUNTED_OUT for word in near[-2:]):
        return False
    if near[-1:] and near[-1] in _REACHING:
        return True
    if any(word in language.words["changes"] or word in _AMOUNTS for word in near):
        return True
    return figure_since(page, max(first, k - _NEAR)) and bool(draft.low)


def _is_level(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "stood at 14" and "put the toll at nine"."""
    for word in reversed(page.words[max(first, k - _NEAR) : k]):
        if word in _LEVEL_WORDS or word in _AMOUNTS:
            return True
        if word in (",", ";"):
            return False
    return False


def _is_of(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "a toll of 14", "out of 25", "spoke of 40", "an owner of three", but not "the class of 99"."""
    if k == first:
        return True
    before = page.words[k - 1]
    if before in _CLASSES or before in _BODIES and page.capital(k - 1) or _ends_label(page, k):
        return False  # "the class of 99", "the Group of 77", "part two of four"
    return before.isalpha() or before[0].isdecimal() or before == "," and figure_since(page, first)


def _ends_label(page: Page, k: int) -> bool:
    """Tell whether a label such as "part two" was passed over right before token k."""
    last = page.memo.get("mask")
    if page.words[k - 1] in _OUT and last is not None and last[1] == k - 1:
        return True  # "two stars out of five"
    return last is not None and last[1] == k and last[2] != "idiom"


def _is_for(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "room for 400", "cooked for fifty", "left with ten"; "214 for 6" is a score."""
    digits = page.words[draft.a]
    if digits.isdecimal() and len(digits) >= _CODE:
        return False
    if k - 1 > first and page.words[k - 1] == ",":  # "Sarn, with two, came third", "80 mm, with 120 on hills"
        return after_number(page, draft) in CLOSERS | _OF_PLACE and figure_since(page, first)
    if _ends_label(page, k) or k > first and (page.words[k - 1] in _SERVED or page.words[k - 1] in _STARTS):
        return False
    return k > first and page.words[k - 1].isalpha() and (k - 1 == first or not page.capital(k - 1))


def _is_gap_before(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    return is_gap(page, draft.first, after_number(page, draft), language)


def _is_object_of(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    return is_object(page, k, first, language)


_AS_OBJECT: tuple[Look, ...] = (_is_object_of, _is_gap_before, is_entry, is_parallel, _answers)
_BY_WORD: dict[str, tuple[Look, ...]] = {
    **dict.fromkeys(_MANY_ARE | _ONE_IS, (_is_predicate,)),
    **dict.fromkeys(_OF_PLACE, (is_of_place, _is_object_of)),
    **dict.fromkeys(_FOR, (_is_for,)),
    **dict.fromkeys(_OF, (_is_of,)),
    **dict.fromkeys(_LEVEL, (_is_level,)),
    **dict.fromkeys(_GROWS, (_is_change,)),
    **dict.fromkeys(_OWN, (_is_owned,)),
    **dict.fromkeys(_ARTICLE, (_is_definite,)),
    **dict.fromkeys(_FIRST, (_is_first, is_entry)),
    '"': (_answers, _goes_on),
    **dict.fromkeys(_JOINING, (_goes_on, _answers, _takes_up, _is_object_of)),
    **dict.fromkeys(_CHOOSING | _INCLUDING, (_choosing,)),
    ":": (_is_row, is_split, _answers),
    "|": (_choosing,),
}
