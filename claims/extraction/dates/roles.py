"""What a date says of a figure: when it is true, where a total begins, or nothing."""

from __future__ import annotations

from claims.extraction.dates.ahead import is_future, is_soon, will_be
from claims.extraction.dates.mentions import DateMention, Day, is_day
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_BETWEEN = words_of("dates", "between")
_FROM = words_of("dates", "from")
_RATIOS = words_of("dates", "ratios")
_BASES = words_of("dates", "bases")
_TO_BASE = words_of("dates", "to_base")
_OF_MAKING = words_of("dates", "of_making")
_COMPARED_WITH = words_of("dates", "compared_with")
_PASSIVE = words_of("dates", "passive")
_DEADLINES = words_of("dates", "deadlines")
_WITH = words_of("dates", "with")
_BORN = words_of("dates", "born")
_OPENS_MARK = frozenset("[/")
_ENDS_MARK: tuple[list[str], ...] = ([], ["]"], ["/"])
_ON = words_of("dates", "on")
_DURING = words_of("dates", "during")
_AT_EVENT = words_of("dates", "at_event")
_RELATIVES = words_of("dates", "relatives")
_AFTER = words_of("dates", "after")
_UP_TO = words_of("dates", "up_to")
_THAN = words_of("dates", "than")
_BEFORE_DATE = words_of("dates", "before_date", signs="-")
_UNTIL = words_of("dates", "until")
_IN_TIME = words_of("dates", "in_time")
_THAN_IN = phrases_of("dates", "than_in")
_CHANGED_FROM = words_of("dates", "changed_from")
_SINCE = words_of("dates", "since")
_AGE_OF_THINGS = words_of("dates", "age_of_things")
_PARTS_OF_TIME = words_of("dates", "parts_of_time")
_EVENTS = words_of("dates", "events")
_OF_NORM = words_of("dates", "of_norm")
_BESIDE = words_of("dates", "beside_base")
_OF_BASE = words_of("dates", "of_base")
_INQUIRIES = words_of("dates", "inquiries")
_OWNERS = words_of("dates", "owners")
_OF_ACCOUNTS = words_of("dates", "of_money")
_PER_CENT = words_of("dates", "per_cent", signs="%")
_WHAT_WAS = phrases_of("dates", "what_was")
_STREETS = words_of("masks", "streets") | words_of("dates", "squares")
_SMALL = words_of("dates", "small")
_DATED_THINGS = words_of("dates", "dated_things")
_OF_YEAR = words_of("dates", "of_year")
_AT = words_of("dates", "at")
_SUPERLATIVES = words_of("dates", "superlatives")


def role_of(page: Page, mention: DateMention, first: int, reference: Day, language: Language) -> str:
    """Return the role of a date in the sentence that begins at token `first`.

    on (true of that day), soon (of a day to come), since, until, between (opens a period), future,
    event and modifier (the date of a thing named), other. `reference` is the day the text leans on.
    """
    if mention.role in ("since", "dispatch"):
        return mention.role
    if _in_code(page, mention):
        return "modifier"
    if mention.back[0] and page.words[mention.first] in _COMPARED_WITH:
        return "other"  # "higher than a year ago"
    if _in_name(page, mention, first, language):
        return "modifier"
    if is_future(page, mention, reference) or will_be(page, mention, first, reference, language):
        return "future"
    if is_soon(mention, reference):
        return "future" if page.words[mention.first - 1] in _DEADLINES else "soon"
    back = mention.first - 1
    while back > first and page.words[back] in _BEFORE_DATE:
        back -= 1
    return (
        _bound(page, mention, first, back, language)
        or _aside(page, mention, first, back, reference, language)
        or (_year_of_thing(page, mention, first, language) if language.case else "")
        or _of_thing(page, mention, first, back, language)
        or "on"
    )


def _in_code(page: Page, mention: DateMention) -> bool:
    """Tell the year of a mark: "Regulation 2016/429", "[2030] AC 114", "release 0417/33"; "2030/31" is a year."""
    words, i, end = page.words, mention.first, mention.end
    if mention.day.month:
        return False
    if _is_named_in_brackets(page, i, end):
        return True
    if words[i + 1 : i + 2] == ["/"] and end - i == 3:
        return words[i + 2][-2:] != f"{(mention.day.year + 1) % 100:02d}"
    return words[i - 1] in _OPENS_MARK and words[end : end + 1] in _ENDS_MARK or not is_day(mention.day)


def _is_named_in_brackets(page: Page, i: int, end: int) -> bool:
    """Tell the year behind a name, "Lars Vik (b. 1961)", and one that is a name, «1984»."""
    words, k = page.words, i - 1
    while k > i - 4 and k > 0 and (words[k] in _BORN or words[k] == "."):
        k -= 1
    if words[end : end + 1] == [")"]:
        return k > 1 and words[k] == "(" and page.capital(k - 1) and page.sentence(k - 1)[0] < k - 1
    return k == i - 1 and words[k : k + 1] == ['"'] and words[end : end + 1] == ['"']


def _in_name(page: Page, mention: DateMention, first: int, language: Language) -> bool:
    """Tell whether a date is part of a name: "the Square of the Ninth of May", «Союз 11 марта»."""
    words, i = page.words, mention.first
    if language.case and words[mention.end - 1] in language.months and page.capital(mention.end - 1):
        return i > first and not page.text.isupper()  # "площадь Девятого Января"
    before = words[max(first, i - 4) : i]
    street = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _STREETS), -1)
    if street >= 0 and all(word in _SMALL or word in language.numbers for word in before[street + 1 :]):
        return page.capital(max(first, i - 4) + street) or language.case
    if '"' not in before or '"' not in words[mention.end : mention.end + 2]:
        return False
    return words[max(first, i - 3)] == '"' or words[max(first, i - 2)] == '"'


def is_of_statement(page: Page, mention: DateMention, said: frozenset[str]) -> bool:
    """Tell whether a date is only the day on which somebody said a thing; "were found on Sunday" was no saying."""
    words, i = page.words, mention.first
    verb = next((k for k in range(i - 1, max(i - 4, -1), -1) if words[k] in said), -1)
    return verb >= 0 and not (verb and words[verb - 1] in _PASSIVE)


def _bound(page: Page, mention: DateMention, first: int, back: int, language: Language) -> str:
    """Read "since", "between" and "until"; "the worst since 2020" bounds nothing."""
    words, i = page.words, mention.first
    since = words[max(back, first)] in _SINCE and not (mention.until and words[max(back, first)] in _FROM)
    if since and any(word in _SUPERLATIVES for word in words[max(first, back - 5) : back]):
        return "other"
    if not mention.until and _governed_by_since(page, mention, first, language):
        return "since"
    if since and back >= first and not (words[back] == "from" and back and words[back - 1] in _CHANGED_FROM):
        return "since"
    before = words[i - 1] if i > first else ""
    if before in _BETWEEN:
        return "on" if mention.until else "between"
    return "until" if before in _UNTIL or words[max(back, first)] in _UP_TO else ""


def _opens_as_at(words: list[str], i: int, first: int) -> bool:
    """Tell "As at 31 May" from "as many as at 31 May": nothing is compared before it."""
    return (
        words[i - 2] != words[i - 1]
        and words[i - 1] in _AT
        and (i - 2 <= first or not words[i - 3].isalpha())
    )


def _counts(words: list[str], i: int, language: Language) -> bool:
    """Tell whether a number follows that is built or opened then: "построено в 2030 году 12 домов"."""
    return i < len(words) and (words[i][0].isdecimal() or words[i] in language.numbers)


def _aside(
    page: Page, mention: DateMention, first: int, back: int, reference: Day, language: Language
) -> str:
    """Read "founded in 2010", "after 5 May" and "more than in 2030" as dates of something else."""
    words, i, day = page.words, mention.first, mention.day
    aged = back > first and words[back] in _IN_TIME and words[back - 1] in _AGE_OF_THINGS
    with_number = words[mention.end : mention.end + 1] and words[mention.end] in _WITH
    counts = (language.case or with_number) and _counts(words, mention.end + bool(with_number), language)
    if aged and not counts:
        if not day.day or (day.year and day.year != reference.year):
            return "other"
    if words[mention.end : mention.end + 1] == [","] and _in_relative(page, i, first):
        return "other"
    before = words[i - 1] if i > first else ""
    than = (
        words[max(i - 2, first) : i] in _THAN_IN
        and not _opens_as_at(words, i, first)
        or before in _THAN
        or _after_than(words, i, first, language)
    )
    to_base = before in _TO_BASE and words[i - 2] in _PER_CENT and i - 2 > first  # "на 6% к маю"
    return "other" if than or to_base or before in _AFTER else ""


def _in_relative(page: Page, i: int, first: int) -> bool:
    """Tell whether a date closes a clause set off by commas: "the inquiry, which began in 2029, involves 120"."""
    for k in range(i - 1, max(first, i - 9), -1):
        if page.words[k] in _RELATIVES:
            return page.words[k - 1] == ","
        if not page.words[k].isalpha():
            return False
    return False


def _after_than(words: list[str], i: int, first: int, language: Language) -> bool:
    """Tell whether a date ends a comparison: "fewer than by the same point in 2029", "below the peak of 2029"."""
    for k in range(i - 1, max(first - 1, i - 7), -1):
        if words[k] in _THAN or words[k : k + 3] in _WHAT_WAS:
            return True
        if words[k] in _BESIDE and (k == i - 1 or words[i - 1] in _OF_BASE):
            return True
        if not words[k].isalpha() or words[k] in language.numbers:
            return False  # "more than five hours yesterday"
    return False


def _year_of_thing(page: Page, mention: DateMention, first: int, language: Language) -> str:
    """Read «Нива» 1986 года and "фильм 1967 года" as years of a thing, "доходы 2030 года" as true of that year."""
    words, i = page.words, mention.first
    if mention.day.month or i == first or words[mention.end - 1] not in _OF_YEAR:
        return ""
    before = words[i - 1]
    if words[mention.end : mention.end + 1] and words[mention.end] in _OF_MAKING:
        return "modifier"  # "подсудимый, 1974 года рождения"
    if before in _BASES and words[i - 2] in _TO_BASE:
        return "other"  # "выросли на 6% к уровню 2029 года"
    if words[i - 2] in _COMPARED_WITH and i - 2 > first:
        return "other"  # "вдвое меньше пика 2019 года"
    if before == '"' or before in _AGE_OF_THINGS or before in _DATED_THINGS:
        return "modifier"
    named = before.isalpha() and before not in language.stop and before not in language.months
    return "event" if named and before not in _PARTS_OF_TIME else ""


def _of_thing(page: Page, mention: DateMention, first: int, back: int, language: Language) -> str:
    """Read "the flood of 2030" and "the 2030 census" as dates of a thing, "up 3.1% on 2028" as a comparison."""
    words, i, day = page.words, mention.first, mention.day
    before = words[i - 1] if i > first else ""
    if before == "of" and back >= first and (day.day or day.month == 0):
        if words[i - 2] not in _PARTS_OF_TIME:
            return "event" if words[i - 2] in _EVENTS else "modifier"
    if words[mention.end - 1].endswith("'s"):
        return _of_owner(before)
    following = words[mention.end] if mention.end < len(words) else ""
    if day.month and not day.day and not mention.until and following in _OF_NORM:
        return "modifier"  # "three times the September average", "Brent for June delivery"
    if day.month:
        return "other" if before in _ON and not day.day and not mention.until else ""
    return _of_named_year(page, mention, first, language)


def _governed_by_since(page: Page, mention: DateMention, first: int, language: Language) -> bool:
    """Read "Since the border closed on 2 February" as the start of what follows."""
    words = page.words
    for i in range(mention.first - 2, max(first - 1, mention.first - 10), -1):
        if words[i] in (",", ";", ":", '"') or words[i] in language.weekdays or words[i] in language.months:
            return False  # "missing since Saturday were found on Sunday": one date each
        if words[i] == "since":
            return True
    return words[first] == "с" and mention.first - first < 8 and "," not in words[first : mention.first]


def _of_named_year(page: Page, mention: DateMention, first: int, language: Language) -> str:
    """Read "the 2030 census" as an event, "their 2029 peak" as that of a thing, "its 2030 profit" as true then."""
    words, i = page.words, mention.first
    before = words[i - 1] if i > first else ""
    following = words[mention.end] if mention.end < len(words) else ""
    qualifies = following.isalpha() and following not in language.stop
    if i - 1 > first and page.capital(i - 1) and before.isalpha() and qualifies:
        if not page.capital(mention.end):
            return "modifier"  # "the CPI 2025 basket"
    if before == "the" and words[max(i - 2, first)] in _DURING:
        return "on"
    told = following in _EVENTS or following in _INQUIRIES
    if before in _OWNERS and qualifies:
        return "on" if following in _OF_ACCOUNTS else "event" if told else "modifier"
    if before == "the" and qualifies:
        return "event"
    return "other" if before == "on" and not mention.either else ""


def _of_owner(before: str) -> str:
    """Read "at Sunday's march" as that day, "nearly double last year's total" as a comparison with it."""
    if before in _RATIOS:
        return "other"
    return "on" if before in _AT_EVENT else "event"
