"""Numbers that only tell one of its kind: "Article 5", "Room 12", "page 3", "ст. 228 ч. 2"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.languages import LANGUAGES, endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import noun_lemma
from claims.extraction.neighbours import Mask, noun_follows
from claims.extraction.page import Page

_NUMBER_SHORT = words_of("masks", "number_short")
_VERB_OR_NOUN = words_of("masks", "verb_or_noun")
_JOINS_NUMBERED = words_of("masks", "joins_numbered", signs=", - – /")
_NUMBERED_MARKS = words_of("masks", "numbered_marks", signs=". ( № #")
_NUMBER_MARKS = words_of("masks", "number_marks", signs="№ #")
_DETERMINERS = words_of("masks", "determiners")
_PEOPLE_ACT = words_of("masks", "people_act")
_SHORT_HEADS = words_of("masks", "short_heads")
_SHORT_PAGES = words_of("masks", "short_pages")
_IN_PLURAL = words_of("masks", "in_plural")
_CATALOGUED = words_of("masks", "catalogued")
_ALWAYS_CAPITAL = words_of("masks", "always_capital")
_ALWAYS = words_of("masks", "always")
# Words that are heads of a name only when written with a capital: "Team 5" but "the team 5".
_COMMON = words_of("masks", "common")
_COUNTS = words_of("masks", "counts")
_MODALS = words_of("counted", "modals")
_NOW = words_of("licences", "now")
_COPULAS = words_of("not_figures", "have_rank")
_MANY = words_of("masks", "many_number")
_MANY_PLACES = endings_of("masks", "many_places")
_SHARES = frozenset("%‰")
_LISTED = frozenset(("law", "page_mark", "address", "identifier"))
_STRONG = frozenset(("law", "page_mark"))
# Right before a number that can be named by it, in languages without case.
CALLS_NAME = frozenset(
    form
    for language in LANGUAGES.values()
    for head in language.heads
    for form in ((head, head + "s") if head in _IN_PLURAL else (head,))
).union(_NUMBERED_MARKS, _JOINS_NUMBERED)


def named_by(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Article 5", "Room 12", "page 3", "ст. 228 ч. 2": a number that only names one thing."""
    row = _row(page, i, language)
    if row:
        return row
    walked = _marks_before(page, i, language)
    if walked is None or "".join(page.words[i + 1 : i + 2]) in _SHARES:
        return None
    k, marked = walked
    head = _head(page, k, language)
    if head not in language.heads or head == "no":
        return (k + 1, i + 1, "identifier") if marked else None
    if _is_counted(page, i, k, language.heads[head], marked) or _is_result(page, i):
        return None
    if _always_names(page, i, k, head) or _names(page, i, k, language.heads[head], marked, language):
        return k, i + 1, language.heads[head]
    return None


def _is_result(page: Page, i: int) -> bool:
    """Tell the vote of "MPs back bill 312 to 288" from "bills 288 to 312": a row of numbers goes up."""
    words = page.words
    if words[i + 1 : i + 2] != ["to"] or not words[i].isdecimal():
        return False
    second = "".join(words[i + 2 : i + 3])
    return second.isdecimal() and len(second) < 5 and len(words[i]) < 5 and int(second) < int(words[i])


def _row(page: Page, i: int, language: Language) -> Mask | None:
    """Go on with "Articles 5 and 6", "Rooms 12, 14"."""
    words, k, last = page.words, i - 1, page.memo.get("mask")
    law = last is not None and last[2] == "law" and k > 0 and words[k] in _JOINS_NUMBERED and words[k] != ","
    if page.words[i + 1 : i + 2] == ["of"] and not law:
        return None  # "in Precinct 14, 7 of the machines broke down"; "articles 31 and 40 of the Code"
    if not last or k <= 0 or words[k] not in _JOINS_NUMBERED or last[1] != k:
        return None
    if last[2] not in _LISTED and not (
        last[2] == "name" and (words[last[0]].endswith("s") or words[last[0]].isdecimal())
    ):
        return None
    return (i, i + 1, last[2]) if last[2] == "law" or not noun_follows(page, i, language) else None


def _marks_before(page: Page, i: int, language: Language) -> tuple[int, bool] | None:
    """Step back over "No.", "№" and brackets: the token before them, and whether a mark of number was there."""
    words, k, marked = page.words, i - 1, False
    while k >= 0 and words[k] in _NUMBERED_MARKS and i - k <= 3:
        if words[k] == "number" and k and _is_many(page, k - 1, language):
            return None  # "the dead number 40"
        if words[k] in _NUMBER_MARKS and not (
            words[k] == "no" and words[k + 1] != "." and not page.capital(k)
        ):
            marked = True
        elif words[k] in _NUMBER_SHORT:
            return None
        if words[k] == "." and (not page.glued(k) or _ends_sentence(page, k)):
            return None
        k -= 1
    return k, marked


def _ends_sentence(page: Page, k: int) -> bool:
    """Tell the stop of "eighteen remain in cells. 7 needed stitches" from that of an abbreviation."""
    return len(page.words[k - 1]) > 3 and page.sentence(k + 1)[0] == k + 1


def _is_many(page: Page, k: int, language: Language) -> bool:
    """Tell whether token k is what can number so many: "the dead", "they", "users"."""
    word = page.words[k]
    if word in _NOW and k and page.words[k - 1] not in _COPULAS:
        return True  # "the nine who left now number four", but "is now number one"
    return word in _MANY or not language.case and is_plural(word, language)


def _head(page: Page, k: int, language: Language) -> str:
    """Return the word at token k as the table of heads has it."""
    head = page.words[k] if k >= 0 else ""
    if k > 0 and head in _COUNTS and page.words[k - 1] not in language.stop:
        return ""  # "the agency counts 900"
    if (
        language.case
        and head.endswith(_MANY_PLACES)
        and "".join(page.words[k + 2 : k + 3]) not in _JOINS_NUMBERED
    ):
        return ""  # "размещены в школах 800"
    if head in language.heads:
        return head
    if head.endswith("s") and head[:-1] in _IN_PLURAL and head[:-1] in language.heads:
        return head[:-1]
    if language.case and noun_lemma(head) in language.heads:
        return noun_lemma(head)
    return head


def _is_counted(page: Page, i: int, k: int, why: str, marked: bool) -> bool:
    """Tell that the number behind a head belongs to something else: "in May 5 were", "the group 12 have left"."""
    words = page.words
    if k and not marked and words[k - 1] in _MODALS and not page.capital(k):
        return True  # "we will plant 40"
    if words[k] == "may" or (words[k + 1] == "(" and not marked and why != "law"):
        return True
    if (
        k == i - 1
        and k
        and words[k - 1] in _DETERMINERS
        and not page.capital(k)
        and words[i + 1 : i + 2]
        and words[i + 1] in _PEOPLE_ACT
    ):
        return True
    return (
        len(words[k]) <= 2
        and words[k + 1] != "."
        and words[k] in _SHORT_HEADS
        and words[k] not in _SHORT_PAGES
    )


def _always_names(page: Page, i: int, k: int, head: str) -> bool:
    """Tell the heads whose number never counts: "type 2", "Platform 9"."""
    words = page.words
    if head in _ALWAYS and words[k + 1] not in "(":
        return True
    short = len(words[i]) <= (3 if head in _CATALOGUED else 2)
    return head in _ALWAYS_CAPITAL and page.capital(k) and k == i - 1 and words[i].isdecimal() and short


def _names(page: Page, i: int, k: int, why: str, marked: bool, language: Language) -> bool:
    """Tell a head with its number from a word before a count."""
    words = page.words
    if marked:
        return True
    if not (why in _STRONG and words[k + 1] != "("):
        verb = words[k] in _VERB_OR_NOUN and not page.capital(k)
        if verb or noun_follows(page, i, language):
            return False
    return words[k] not in _COMMON or page.capital(k)
