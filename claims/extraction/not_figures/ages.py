"""Numbers, in digits or words, that are somebody's age by what is said around them."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_person
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.ages_case import is_age_case
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_FROM_OR_TO = words_of("not_figures", "from_or_to")
_AND_WORDS = words_of("not_figures", "and_words")
_OLDER_OR_YOUNGER = words_of("not_figures", "older_or_younger")
_SOMETHINGS = phrases_of("not_figures", "somethings")
_MUST = words_of("not_figures", "must")
_A_OR_AN = phrases_of("not_figures", "a_or_an")
_UNDER_OR_OVER = words_of("not_figures", "under_or_over")
_MANY_ARE = words_of("not_figures", "many_are")
_AT_OR_BY = words_of("not_figures", "at_or_by")
_NOW_REACHES = words_of("not_figures", "now_reaches")
_AS_OR_ENOUGH = words_of("not_figures", "as_or_enough")
_NEXT_OR_TOMORROW = words_of("not_figures", "next_or_tomorrow")
_AGE_OR_AGES = words_of("not_figures", "age_or_ages")
_JOINS_ROW = words_of("not_figures", "joins_row", signs=",")
_AFTER_APPOSED = words_of("not_figures", "after_apposed", signs=', . ) – — " : ;')
_OR_OVER = phrases_of("not_figures", "or_over")
_YET = words_of("not_figures", "yet")
_PARENTS = words_of("not_figures", "parents")
_BOUNDS = words_of("not_figures", "bounds")
_ARE = words_of("not_figures", "are")
_YOUNG_GROUPS = words_of("not_figures", "young_groups")
_AND_OVER = phrases_of("not_figures", "and_over")
_GROUPS_ENDS = endings_of("not_figures", "groups_ends")
_AFTER_GROUP = words_of("not_figures", "after_group")
_HELPERS = words_of("not_figures", "helpers")
_TURNED_INTO = words_of("not_figures", "turned_into")
_WHOSE = words_of("not_figures", "whose")
_WOULD_HAVE_BEEN = phrases_of("not_figures", "would_have_been")
_AFTER_SAID_AGE = words_of("not_figures", "after_said_age", signs="— –")
_AGED = words_of("not_figures", "aged")
_AM = words_of("not_figures", "am")
_HE_OR_SHE = words_of("not_figures", "he_or_she")
_BEEN = words_of("not_figures", "been")
_COMMA_HE = phrases_of("not_figures", "comma_he")
_AFTER_HAVE_BEEN = words_of("not_figures", "after_have_been")
_TURNS = words_of("not_figures", "turns")
_PLACES = words_of("licences", "places")
_DEATHS = words_of("counted", "deaths")
_TURNED = words_of("masks", "turned")
_YOUNG_OR_OLD = words_of("not_figures", "young_or_old")
_AGE_WORDS = words_of("not_figures", "age_words")
_GROUPS = words_of("not_figures", "groups")
_KIN = words_of("not_figures", "kin")
_ONES = words_of("not_figures", "ones")
_PERSON_ENDS = endings_of("not_figures", "person_ends")
_THINGS = words_of("not_figures", "things")
_BETWEEN = words_of("not_figures", "between")
_TURNING = words_of("not_figures", "turning")
_DOERS = endings_of("not_figures", "doers")
_NO_DOERS = words_of("not_figures", "no_doers")
_SUPERLATIVES = words_of("not_figures", "superlatives")
_FOCUS = words_of("licences", "focus")
_CHILDREN = words_of("not_figures", "children")
_THOUGHT = words_of("not_figures", "thought")
_SET_OFF = ([","], [")"])
OLDEST = 115


_RELATIVES = _KIN - words_of("not_figures", "pronouns")


def is_age(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "children under five", "508 are under eighteen", "the youngest was 19"."""
    bound = draft.low if draft.low is not None else draft.high
    if not language.case and not draft.elided:
        return ""
    if bound is None or bound > OLDEST or draft.kind not in ("count", "duration"):
        return ""
    if language.case:
        found = is_age_case(page, draft, language)
    else:
        found = (
            draft.kind == "count"
            and draft.elided
            and (
                _is_said_of_one(page, draft)
                or _is_of_group(page, draft)
                or _is_of_subject(page, draft)
                or _is_of_many(page, draft)
                or _are_apposed(page, draft, language)
            )
        )
    if not found and language.case and draft.kind == "duration" and page.memo.get("age") == draft.first - 1:
        found = page.words[draft.first - 1] in ("и", ",")
    if found or (draft.elided and draft.kind == "count" and _goes_on(page, draft)):
        page.memo["age"] = max(draft.b, draft.end)
        return "age"
    return ""


def _goes_on(page: Page, draft: Draft) -> bool:
    """Tell whether the number only goes on a row of ages: "3, 5 and 9", "boys of 15 and 16"."""
    i = draft.first - 1
    if page.memo.get("age") == i and page.words[i] in _JOINS_ROW:
        return True
    last = page.memo.get("mask")
    age = last[1] if last is not None and last[2] == "age" else -1
    if age == i:
        return page.words[i] in _JOINS_ROW
    # "Ida is six, her brother nine", "ей 34 года, сыну — семь"
    first, _ = page.sentence(draft.a)
    near = max(age, page.memo.get("age", -1))
    word = page.words[i]
    if near > first and draft.a - near < 14 and word in _FROM_OR_TO and page.words[i - 1] in "—–":
        return after_number(page, draft) in CLOSERS
    return (
        near > first
        and draft.a - near < 14
        and (after_number(page, draft) in CLOSERS or after_number(page, draft) in _AND_WORDS)
        and (word in "—–" or word in _KIN or word in _ONES)
    )


def _is_of_group(page: Page, draft: Draft) -> bool:
    """Read "children under five", "women from 50 to 74", "508 are under eighteen", "men of 60 and over"."""
    words, first = page.words, draft.first
    word, before = words[first], words[first - 1] if first else ""
    k = max(draft.b, draft.end)
    if word in _BOUNDS and before in _GROUPS:
        return True
    if word in _OLDER_OR_YOUNGER or words[k : k + 2] in _SOMETHINGS:
        return True
    if word == "under" and before in _ARE and (draft.high or 0) <= 25:
        return True
    if draft.comparator == "between" and before in _YOUNG_GROUPS:
        return True
    if words[k - 2 : k] in _OR_OVER:
        return True
    return words[k : k + 2] in _AND_OVER or words[k : k + 2] == ["or", "older"]


def _is_said_of_one(page: Page, draft: Draft) -> bool:
    """Read "aged forty-six", "a boy of 11", "who was 58", "I am nineteen", "his mother, now 64,"."""
    words, first = page.words, draft.first
    if not first:
        return False
    before, second = words[first - 1], words[first - 2] if first > 1 else ""
    after = after_number(page, draft)
    closed = after in CLOSERS or after in _AFTER_SAID_AGE
    if _is_named_age(page, draft, before, second, after) or _is_being(page, draft, second, closed):
        return True
    if words[max(first - 4, 0) : first] in _WOULD_HAVE_BEEN:
        return closed or after in _AFTER_HAVE_BEEN
    if before in _BEEN and closed:
        return _has_been(page, draft, before, second)
    turned = (
        before in _TURNED and after in _AFTER_HAVE_BEEN and (draft.low or 0) >= 10
    )  # "he turned forty in May"
    if turned or before in _NOW_REACHES and (closed or after == "in"):
        if turned or any(word in _AGE_WORDS for word in words[max(first - 12, 0) : first]):
            return True
    if before in _RELATIVES and closed and page.memo.get("age", -1) > page.sentence(first)[0]:
        return True
    if before in _AS_OR_ENOUGH or (before == "at" and (second in _TURNING or second == "enough")):
        return any(word in _YOUNG_OR_OLD or word in _TURNING for word in words[max(first - 4, 0) : first])
    return (closed or after in _NEXT_OR_TOMORROW) and _is_apposed(page, draft, after)


def _is_named_age(page: Page, draft: Draft, before: str, second: str, after: str) -> bool:
    """Read "aged 46", "the age of 46", "a boy of 11", "both 46", "younger than 46", "at 46 he"."""
    k = max(draft.b, draft.end)
    hedged = before in _YET or draft.first != draft.a and draft.first == page.sentence(draft.first)[0]
    if hedged and draft.comparator != "between" and page.words[k : k + 2] in _COMMA_HE:
        return 10 <= (draft.low or 0) < OLDEST  # "Barely nineteen, she ran a bank"
    if before in _AT_OR_BY and (after in _HE_OR_SHE or page.words[k : k + 2] in _COMMA_HE):
        return True
    j = max(draft.first - 1 - (before in _FOCUS), 0)
    youngest = page.words[j - (page.words[j] == ",")] in _SUPERLATIVES and (after in CLOSERS)
    if before in _AGED or before == "both" or youngest:
        return True  # "four children, the youngest just two, were burned"
    if before == "than":
        return second in _OLDER_OR_YOUNGER
    parent = second in _PARENTS and (draft.low or 0) < 15  # "a mother of three"
    return before == "of" and (second in _AGE_OR_AGES or second in _ONES) and not parent


def _is_being(page: Page, draft: Draft, second: str, closed: bool) -> bool:
    """Read "she is now 46", "he would be 46" and "is thought to be 46"."""
    words, first, j = page.words, draft.first, draft.a - 1
    while j > 1 and words[j] in _BETWEEN:
        j -= 1
    if words[j] in _AM and words[j - 1] in _HE_OR_SHE:
        return True
    if words[first - 1] != "be" or not closed:
        return False
    thought = words[first - 3 : first - 1][:1] and words[first - 3] in _THOUGHT
    return second == "would" or bool(thought) and second == "to"


def _has_been(page: Page, draft: Draft, before: str, second: str) -> bool:
    """Read "the driver was 46", "turned 46", "is believed to be 46": who it is said of is a person."""
    words, first = page.words, draft.first
    begin = page.sentence(first)[0]
    near = words[max(first - 5, begin) : first]
    if second in _KIN or before in _TURNS or near[-3:-1] == ["believed", "to"]:
        return True
    if before == "been" and any(word in _KIN for word in near):
        return True
    return any(word in _AGE_WORDS for word in words[max(begin, first - 12) : first])


_NO_SUCH_DOERS = _THINGS | _NO_DOERS


def _is_of_many(page: Page, draft: Draft) -> bool:
    """Read "the boys were 14 and 15", "must be at least 18", "drinkers under 21 were"."""
    words, first, k = page.words, draft.first, max(draft.b, draft.end)
    before, after = words[first - 1] if first else "", after_number(page, draft)
    if before == "be" and first > 1 and words[first - 2] in _MUST and after in CLOSERS:
        return 10 <= (draft.low or 0) <= 80 and draft.form == "digits"
    if "ages" in words[max(first - 3, page.sentence(first)[0]) : first]:
        return True
    near = words[max(first - 3, 0) : first + 1]
    if ("looks" in near or "looked" in near) and ("he" in near or "she" in near) and after in CLOSERS:
        return 5 < (draft.low or 0) < OLDEST
    if before == "of" and words[first - 3 : first - 2] in _A_OR_AN and (draft.low or 0) > 5:
        return words[first - 2] in _HELPERS or (
            words[first - 2].endswith(_DOERS) and words[first - 2] not in _NO_SUCH_DOERS
        )
    if words[first] in _UNDER_OR_OVER and before.endswith(_GROUPS_ENDS):
        return after in _AFTER_GROUP
    if before in _MANY_ARE and first > 1 and words[first - 2] in _CHILDREN:
        return after == "and" and "".join(words[k + 2 : k + 3]) in ("", *CLOSERS)
    return False


def _is_of_subject(page: Page, draft: Draft) -> bool:
    """Read "the driver is now 63" and "Orme is 63": one person, a form of to be, and a number alone."""
    words, j = page.words, draft.a - 1
    if (
        after_number(page, draft) not in CLOSERS
        or draft.comparator not in ("exact", "about")
        or draft.form != "digits"
    ):
        return False
    first, _ = page.sentence(draft.a)
    while j > first and words[j] in _BETWEEN:
        j -= 1
    if words[j] not in _TURNED_INTO or j - first < 1 or not (10 <= (draft.low or 0) <= OLDEST):
        return False
    person = words[j - 1]
    if j - first > 1 and words[j - 2] in _WHOSE:
        return (
            person in _ONES or person.endswith(_DOERS) and person not in _THINGS and person not in _NO_DOERS
        )
    return j - 1 == first and person in _KIN


def _are_apposed(page: Page, draft: Draft, language: Language) -> bool:
    """Read the first age of "the boys, nine and 11, ran": two numbers set off behind people, and no more said."""
    words, first, k = page.words, draft.first, max(draft.b, draft.end)
    if (
        first < 2
        or words[first - 1] != ","
        or words[k : k + 1] != ["and"]
        or words[k + 2 : k + 3] not in _SET_OFF
    ):
        return False
    second, people = words[k + 1], words[first - 2]
    numbered = second.isdecimal() or second in language.numbers
    return numbered and (people in _CHILDREN or people.endswith("s") and is_person(people))


def _is_apposed(page: Page, draft: Draft, after: str) -> bool:
    """Read an age set off by commas or dashes behind a person: "Ida Roe, nearly 80,", "the skipper, barely 20,"."""
    words = page.words
    j = draft.a - 1
    if words[j] == "not":
        return False
    while j > 0 and words[j] in _BETWEEN and draft.a - j < 4:
        j -= 1
    if words[j] == "(" and j > 0 and after in (")", "and", ","):
        return is_person(words[j - 1]) or words[j - 1] in _ONES or words[j - 1] in _KIN
    if j < 1 or words[j] not in (",", "–", "—") or (after not in _AFTER_APPOSED and words[j] == ","):
        return False
    if (draft.low or draft.high or 0) < 1 or not words[j - 1].isalpha() or words[j - 2] in _PLACES:
        return False  # "in Seoni, just seven"
    if words[j - 1] in _DEATHS:
        return False  # "deaths – 12"
    person = words[j - 1]
    named = page.capital(j - 1) and page.capital(j - 2) and words[j - 2].isalpha()
    someone = (
        person in _KIN
        or person in _ONES
        or is_person(person)
        or (person.endswith(_PERSON_ENDS) and person not in _THINGS)
    )
    return named or someone or (j < draft.a - 1 and page.capital(j - 1))
