"""What stands before a bare number and calls for a count: "killed 12", "a toll of 14", "Deaths: 14"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES, is_person, is_plural
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.not_figures.licences_behind import is_apposed
from claims.extraction.page import Page

_FOCUS = words_of("licences", "focus")
_CHOOSING = words_of("licences", "choosing")
_JOINING = words_of("licences", "joining", signs=", ; – — - / ( →")
_INCLUDING = words_of("licences", "including")
_ARTICLE = words_of("licences", "article")
_OWNERS = words_of("licences", "owners")
_THERE = words_of("licences", "there")
_MANY_ARE = words_of("licences", "many_are")
_ONE_IS = words_of("licences", "one_is")
_WE_ARE = words_of("licences", "we_are")
_IT_IS = words_of("licences", "it_is")
_GROWS = words_of("licences", "grows")
_LEVEL_WORDS = words_of("licences", "level_words")
_AMOUNTS = words_of("licences", "amounts")
_COUNTERS = words_of("licences", "counters")
_CLASSES = words_of("licences", "classes")
_OUT = words_of("licences", "out")
_FOR = words_of("licences", "for")
_WITH = words_of("licences", "with")
_DIALLED = words_of("licences", "dialled")
_NOT_VERBS = words_of("licences", "not_verbs")
_VERB_ENDS = endings_of("licences", "not_verb_ends")
_MUCH = words_of("licences", "much")
_TIMES = words_of("licences", "times")
_ONLY = words_of("licences", "only")
_NOT_ONLY = words_of("licences", "not_only")
_JOINS = words_of("licences", "joins", signs=", ; (")
_GAP_ENDS = CLOSERS | words_of("licences", "joins") | words_of("licences", "gap_ends")
_PARTICIPLE_ENDS = endings_of("licences", "participle_ends")
_PARTICLES = words_of("licences", "particles")
_IN_OR_ON = words_of("licences", "in_or_on")
_TAKEN = words_of("licences", "taken")
_SUBJECTS = words_of("licences", "subjects")
_NEAR = 18  # tokens looked back over


def is_called_for(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether what stands before a bare number wants a count there."""
    words = page.words
    first, _ = page.sentence(draft.first)
    k = draft.first - 1
    while k >= first and words[k] in _FOCUS:
        if words[k] in _ONLY and (k == first or words[k - 1] not in _NOT_ONLY):
            return True
        k -= 1
    if k < first:
        return _answers(page, draft, first)
    word = words[k]
    if word in _CHOOSING or word in _INCLUDING:
        return True
    if word in _JOINING:
        return (
            _goes_on(page, draft, language, first)
            or k == first
            and _answers(page, draft, first)
            or word == ","
            and _takes_up(page, k, first, draft, language)
        )
    if word in ":|":
        return _is_row(page, k, draft, language)
    if word in _ARTICLE:
        return _is_definite(page, k, draft)
    if word in _MANY_ARE or word in _ONE_IS:
        return _is_predicate(page, k, first, draft, language)
    look = _BY_PREPOSITION.get(word)
    if look:
        return look(page, k, first, draft, language)
    return (
        _is_object(page, k, first, language)
        or _is_gap(page, k, first, draft, language)
        or _is_entry(page, k, first, draft, language)
    )


def _takes_up(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "lost members, 40 in March alone" and the row "Deaths,12"."""
    if k <= first or not is_plural(page.words[k - 1], language) and page.words[k - 1] not in CASUALTIES:
        return False
    row = k - 1 == first and after_number(page, draft) in ("\n", ".")
    return row or not page.capital(k - 1) and is_apposed(page, draft, language)


def _is_gap(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "took 11 seats, Labour seven and independents three": the verb is left out."""
    words = page.words
    if k <= first or words[k] in language.heads or after_number(page, draft) not in _GAP_ENDS:
        return False
    begins = k
    while (
        begins > first and k - begins < 3 and words[begins].isalpha() and words[begins] not in language.stop
    ):
        begins -= 1
    named = page.capital(k) or is_plural(words[k], language)
    return named and words[begins] in _JOINS and _figure_before(page, max(first, k - _NEAR))


def _is_entry(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "deaths 64; missing 29": a list without verbs."""
    words = page.words
    if after_number(page, draft) not in CLOSERS:
        return False
    if words[k] in CASUALTIES or words[k] in _AMOUNTS:
        return True
    j = k - 1 if words[k].endswith(_PARTICIPLE_ENDS) else k
    if (
        j < first
        or not is_plural(words[j], language)
        or words[j] in language.verbs
        or words[j][:-1] in language.heads
    ):
        return False
    return not page.capital(j) and (j == first or words[j - 1] in (";", ":", ",", "|", "("))


def _answers(page: Page, draft: Draft, first: int) -> bool:
    """Read the answer "Forty." to the question how many."""
    words = page.words
    if after_number(page, draft) not in CLOSERS:
        return False
    near = words[max(first - 30, 0) : first]
    return "?" in near and any(word in _MUCH for word in near)


def _figure_before(page: Page, first: int) -> bool:
    """Tell whether a figure was read at token `first` or after it."""
    last = page.memo.get("figure", -1)
    return isinstance(last, int) and last >= first


def _goes_on(page: Page, draft: Draft, language: Language, first: int) -> bool:
    """Read "12 women and 30", "three in Marsk and one in Orme": it goes on from a figure of its sentence."""
    if not _figure_before(page, max(first, draft.first - 25)):
        return False
    k = max(draft.b, draft.end)
    after = after_number(page, draft)
    if after in CLOSERS or after in "()|/–—-" or after in language.stop or not page.capital(k):
        return True
    return page.words[draft.first - 1] == "/" or (draft.low or 0) >= 1000


def _is_row(page: Page, k: int, draft: Draft, language: Language) -> bool:
    """Read "Tents: 310" and the cells of a table, but not "Camera: 2.8" or "Line: 101"."""
    words = page.words
    if words[k] == "|":
        return True
    if not k or not words[k - 1].isalpha() and words[k - 1] != ")":
        return False
    first, _ = page.sentence(k)
    head = words[max(k - 4, first) : k]
    if any(word in _AMOUNTS or word in CASUALTIES for word in head):
        return True
    if words[k - 1] in _TIMES:
        return _figure_before(page, max(draft.first - 30, 0))
    plural = (is_plural(words[k - 1], language) or is_person(words[k - 1])) and not _is_name(page, k - 1)
    return plural and draft.low == int(draft.low or 0)


def _is_name(page: Page, i: int) -> bool:
    return page.capital(i) and i > 0 and page.words[i - 1].isalpha() and page.capital(i - 1)


def _is_definite(page: Page, k: int, draft: Draft) -> bool:
    """Read "the nine" and "of the 33,", but not "took the 47"."""
    if draft.form == "words":
        return True
    return k > 0 and page.words[k - 1] in ("of", "among", "for", "between")


def _is_predicate(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "there were 12", "we are four", "the official count is 22"."""
    words = page.words
    if k == first:
        return False
    before = words[k - 1]
    if before in _THERE:
        return True
    if before in _IT_IS:
        return after_number(page, draft) in CLOSERS and _figure_before(page, max(draft.first - 40, 0))
    near = words[max(first, k - 8) : k]
    if any(word in _AMOUNTS for word in near):
        return not (words[k - 1] in ("number", "code") and "of" not in near)
    if words[k] in _ONE_IS:
        return False
    return before in _WE_ARE or before in CASUALTIES or is_plural(before, language)


def _is_change(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "rose to 34", "fell by six", "by 204 votes to 117", "200, against 84 in June"."""
    near = page.words[max(first, k - _NEAR) : k]
    changes = language.words["changes"]
    if any(word in changes or word in _AMOUNTS for word in near):
        return True
    figures = _figure_before(page, max(first, k - _NEAR))
    if page.words[k] == "by":
        return any(word in language.verbs or word.endswith(_VERB_ENDS) for word in near[-2:])
    return figures and bool(draft.low)


def _is_level(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "stood at 14" and "put the toll at nine"."""
    near = page.words[max(first, k - _NEAR) : k]
    return any(word in _LEVEL_WORDS or word in _AMOUNTS for word in near)


def _is_of(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "a toll of 14", "out of 25", "spoke of 40", "an owner of three", but not "the class of 99"."""
    words = page.words
    if k == first:
        return True
    before = words[k - 1]
    if before in _CLASSES:
        return False
    if before in _OUT or before in _COUNTERS or before in _AMOUNTS or before[0].isdecimal():
        return True
    return before.isalpha() and before not in language.heads


def _is_for(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "room for 400", "cooked for fifty"; "214 for 6" is a score."""
    return k > first and page.words[k - 1].isalpha() and not page.capital(k - 1)


def _is_singular(page: Page, i: int, language: Language) -> bool:
    """Tell whether token i is a noun in the singular or a name, so that a word in -s behind it is a verb."""
    word = page.words[i]
    return (
        word.isalpha()
        and word not in language.stop
        and word not in language.verbs
        and (page.capital(i) or not is_plural(word, language) and page.words[i - 1] in _OWNERS)
    )


def _is_object(page: Page, k: int, first: int, language: Language) -> bool:
    """Read "killed 12", "wounding nine", "counted 46": the number is the object of a verb."""
    words, word = page.words, page.words[k]
    if word in _DIALLED or word in _NOT_VERBS and word != "numbered" or not word.isalpha():
        return False
    if k > first and words[k - 1] in _OWNERS and not word.endswith(_VERB_ENDS):
        return False
    if k > first and word in _PARTICLES:
        return _is_object(page, k - 1, first, language) and (word not in _IN_OR_ON or words[k - 1] in _TAKEN)
    if k > first and (
        words[k - 1] in _SUBJECTS or word.endswith("s") and _is_singular(page, k - 1, language)
    ):
        return word not in language.stop
    if word == "numbered":
        return any(one in _AMOUNTS for one in words[max(first, k - 4) : k])
    return word in language.verbs or word in language.said or word.endswith(_VERB_ENDS) and len(word) > 4


_BY_PREPOSITION = {
    **dict.fromkeys(_GROWS, _is_change),
    "at": _is_level,
    "of": _is_of,
    **dict.fromkeys(_FOR | _WITH, _is_for),
}
