"""Decide, with the whole phrase read, whether a number states how much of something or does something else."""

from __future__ import annotations

from claims.extraction import nouns_case, nouns_plural
from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru_forms import is_person_lemma, noun_lemma
from claims.extraction.masks import is_headline
from claims.extraction.page import Page

_ENDS = frozenset('. , ; : ) ? ! " \n ]'.split(" "))
_AGE_WORDS = frozenset("age aged youngest oldest eldest younger older born retirement rated".split())
_CHILDREN = frozenset(
    "children child people those anyone women men adults girls boys youths patients everyone workers kids players whom minors pupils them".split()
)
_SETTLED = frozenset(
    "death toll total count tally number sum turnout price score minimum maximum another".split()
)


def not_a_figure(page: Page, draft: Draft, language: Language) -> str:
    """Return why the number phrase is no figure, "skip" for what is simply not scored, or ""."""
    if draft.low is None and draft.high is None:
        return "misread"
    words = page.words
    before = words[draft.first - 1] if draft.first else ""
    if before == "no" and draft.form == "words":
        return "idiom"
    for look in _LOOKS:
        why = look(page, draft, language)
        if why:
            draft.note("verdict", why)
            return why
    return ""


def _is_time_location(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "two weeks ago", "the past 24 hours", "within 60 days", "через три дня"."""
    if draft.kind != "duration":
        return ""
    words = page.words
    k = max(draft.noun_end, draft.end)
    after = words[k] if k < len(words) else ""
    before = words[draft.first - 1] if draft.first else ""
    if after in _AGO or (
        after == "old" or before == "at" and words[draft.noun_at] in ("months", "years", "year")
    ):
        return "age" if after == "old" or before == "at" else "date"
    if before in _WITHIN and not (before in ("in", "за") and draft.low != int(draft.low or 0)):
        return "date"
    if draft.hyphened:
        if words[k : k + 2] == ["-", "old"] or words[k : k + 2] == ["-", "olds"]:
            return "age"
        if after in (
            "bond",
            "bonds",
            "notes",
            "note",
            "treasury",
            "treasuries",
            "gilt",
            "gilts",
            "yield",
            "yields",
            "mortgage",
            "mortgages",
            "bund",
            "bunds",
            "debt",
            "breakeven",
        ):
            return "name"
    if (
        before == "the"
        and not draft.hyphened
        and draft.first > 1
        and words[draft.first - 2] in ("in", "over", "for", "during", "of", "within", "at")
        and after not in ("of",)
    ):
        return "date"
    if (
        language.case
        and before == ","
        and after in (",", ".")
        and draft.unit == "год"
        and (draft.low or 0) < 110
    ):
        return "age"
    return ""


_AGO = frozenset("ago later earlier before after назад спустя old hence beforehand earlier".split())
_WITHIN = frozenset(
    "течение следующие следующих ближайших последних прошедших первых прошлых грядущие предстоящие прошлые within in past last next every during coming previous recent into after until per через в за каждые последние прошедшие первые ближайшие после".split()
)


def _is_one(page: Page, draft: Draft, language: Language) -> str:
    """Let "one" stand for a figure only with a noun, or where it clearly takes up people counted before."""
    if draft.form != "words" or draft.kind != "count" or draft.low != 1 or draft.manner != "exact":
        return ""
    words = page.words
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if draft.first and words[draft.first - 1] in (
        "no",
        "any",
        "every",
        "some",
        "each",
        "this",
        "that",
        "which",
        "another",
        "the",
        "ones",
    ):
        return "idiom"
    if language.case:
        if after == "из":
            return "" if words[k + 1 : k + 2] != [] and words[k + 1] in _OF_THOSE else "idiom"
        return (
            "skip"
            if draft.elided and after not in ("погиб", "умер", "скончался", "ранен", "арестован", "задержан")
            else ""
        )
    if not draft.elided:
        return "idiom" if words[draft.noun_at] in _ONE_IDIOMS else ""
    if (
        draft.comparator != "exact"
        or after
        in ("was", "were", "is", "had", "died", "later", "remains", "remained", "has", "at", "of", "from")
        and after != "of"
    ):
        first, _ = page.sentence(draft.a)
        opens = draft.a == first or words[draft.a - 1] in (
            ",",
            ";",
            "and",
            "—",
            "–",
            "-",
            ":",
            "least",
            "than",
        )
        if after in ("has", "is") and words[k + 1 : k + 2] in (["to"], ["can"]):
            return "skip"
        return "" if opens else "skip"
    if after == "of":
        return (
            ""
            if nouns_plural.is_partitive(page, k) and words[k + 1] in ("them", "whom", "these", "those")
            else "idiom"
        )
    return "skip"


_OF_THOSE = frozenset(
    "них которых погибших раненых пострадавших задержанных арестованных подозреваемых обвиняемых нападавших заложников пяти трех десяти ста тысячи".split()
)


def _is_one_time(page: Page, draft: Draft, language: Language) -> str:
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
    return (
        "idiom"
        if unit in ("day", "night")
        and before not in ("lasted", "for", "took", "only", "just", "least", "and", "of", "to", "last")
        else ""
    )


_ONE_IDIOMS = frozenset(
    "day thing things time way point reason side hand step question problem word moment another night morning evening exception go".split()
)


def _is_age(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "children under five", "508 are under eighteen", "the youngest was 19"."""
    if draft.kind != "duration" and _is_said_of_one(page, draft):
        return "age"
    if language.case and _is_age_ru(page, draft, language):
        return "age"
    if draft.kind != "count" or not draft.elided or (draft.low is not None and draft.low > 115):
        return ""
    words = page.words
    word = words[draft.first]
    before = words[draft.first - 1] if draft.first else ""
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if word in ("under", "over", "below", "above") and (
        before in _CHILDREN
        or word == "under"
        and before in ("are", "is", "was", "were")
        and (draft.high or 0) <= 21
    ):
        return "age"
    if word == "старше" or before in ("старше", "младше", "моложе"):
        return "age"
    if words[k : k + 2] in (["-", "something"], ["-", "somethings"]):
        return "age"
    first, _ = page.sentence(draft.a)
    if (
        draft.comparator == "exact"
        and (after in _ENDS or after in ("when", "and", "at"))
        and draft.low
        and draft.low < 115
    ):
        if any(other in _AGE_WORDS for other in words[max(first, draft.a - 12) : draft.a]) and before in (
            "was",
            "is",
            "were",
            "now",
            "at",
            "rated",
            "are",
            "reaches",
            "turned",
            "to",
        ):
            return "age"
        if (
            before in ("was", "is")
            and draft.first > 1
            and words[draft.first - 2] in ("he", "she", "who", "son", "daughter")
        ):
            return "age"
        if before == "now" and draft.first > 1 and words[draft.first - 2] == ",":
            return "age"
    return ""


_KIN = frozenset(
    "he she i who son daughter brother sister wife husband mother father grandson granddaughter boy girl twins both".split()
)
_ONES = frozenset(
    "boy girl man woman child teenager son daughter youth student baby toddler pensioner infant".split()
)


def _is_said_of_one(page: Page, draft: Draft) -> bool:
    """Tell an age by its neighbours: "aged forty-six", "a boy of 11", "who was 58", "I am nineteen"."""
    words, first = page.words, draft.first
    if not draft.elided or not first or (draft.low or 0) > 115:
        return False
    before, second = words[first - 1], words[first - 2] if first > 1 else ""
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if (
        before in ("aged", "age", "ages")
        or (before == "of" and (second in ("age", "ages") or second in _ONES))
        or before == "both"
    ):
        return True
    if before in ("is", "was", "am", "be", "turned", "turns", "'m") and (
        after in _ENDS or after in ("when", "and", "or", "at", "but", "last", "this")
    ):
        return (
            second in _KIN
            or before in ("am", "turned", "turns")
            or (before == "be" and words[first - 3 : first - 1] == ["believed", "to"])
        )
    return False


_DATIVE = frozenset("мне тебе ему ей нам вам им исполнилось исполнится".split())


def _is_age_ru(page: Page, draft: Draft, language: Language) -> bool:
    """Tell an age: "(46 лет)", "мальчик одиннадцати лет", "мне девятнадцать", "ему за пятьдесят"."""
    words, first = page.words, draft.first
    before = words[first - 1] if first else ""
    k = max(draft.noun_end, draft.end)
    after = words[k] if k < len(words) else "."
    if (draft.low or draft.high or 0) > 115 or not first:
        return False
    if draft.kind == "duration" and draft.unit == "год":
        if (
            before == "("
            and after == ")"
            or before in _DATIVE
            or before in ("вид", "возрасте", "которым", "которому", "которой")
        ):
            return True
        if before == "был" or before == "было":
            before = words[first - 2]
        if before == "," and after in _ENDS:
            return True
        return (
            is_person_lemma(noun_lemma(before))
            and not before.endswith(("ов", "ев"))
            and before not in ("лет",)
            and not words[first - 2].isdecimal()
            and words[first - 2] not in language.numbers
        )
    if draft.kind != "count" or not draft.elided:
        return False
    if before in _DATIVE and after in _ENDS:
        return True
    if (
        before == "за"
        and draft.low is not None
        and draft.low % 10 == 0
        and 30 <= draft.low <= 100
        and after in _ENDS
    ):
        return True
    return (
        after in _ENDS
        and first > 1
        and draft.form == "words"
        and before.endswith(("ату", "тре", "ери", "ыну", "ену", "ери"))
        and draft.comparator == "exact"
    )


def _is_label(page: Page, draft: Draft, language: Language) -> str:
    """Pass over a bare number behind a noun in the singular: "on day 3", "socket 7", "cloud nine"."""
    i = draft.a
    if (
        language.case
        or not (draft.elided or page.words[draft.noun_at - 1 : draft.noun_at] == ["of"])
        or draft.kind != "count"
        or draft.comparator != "exact"
        or draft.first != draft.a
        or not i
    ):
        return ""
    words = page.words
    if draft.scaled or draft.form == "digits" and (not words[i].isdecimal() or len(words[i]) > 4):
        return ""
    word = words[i - 1]
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if (
        word in ("day", "week", "year", "month", "round")
        and (
            page.capital(i - 1)
            or after == "of"
            or words[i - 2 : i - 1] in (["from"], ["in"], ["on"], ["by"], ["until"], ["at"], ["to"])
        )
        or word in ("thanks", "number")
    ):
        return "identifier"
    if not _is_singular_noun(page, i - 1, language) or after == "of":
        return ""
    capital = page.capital(i - 1)
    before = words[i - 2] if i > 1 else "."
    if capital and before in _PLACE and after not in _ENDS:
        return ""
    if capital and draft.form == "words" and page.capital(i) is False and after not in _ENDS:
        return ""
    if word in _SETTLED or nouns_plural.is_person(word):
        return ""
    return "name" if capital else "identifier"


_PLACE = frozenset("in at from near of on to by across around outside for with and".split())


def _is_label_ru(page: Page, draft: Draft, language: Language) -> str:
    """Pass over a bare number between a noun and the end of a clause: "место 7.", "день 3."."""
    i = draft.a
    if (
        not language.case
        or not draft.elided
        or draft.kind != "count"
        or draft.comparator != "exact"
        or not i
        or draft.form != "digits"
        or draft.scaled
    ):
        return ""
    words = page.words
    word, k = words[i - 1], max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if (
        after not in _ENDS
        or not word.isalpha()
        or word in language.stop
        or word in language.verbs
        or word in language.numbers
        or nouns_case.is_verb(word)
    ):
        return ""
    if (
        nouns_case.is_adjective(word)
        or word in language.units
        or word in language.before
        or word in language.currencies
        or word.endswith(("ов", "ев", "ей"))
    ):
        return ""
    return "identifier"


def _is_frequency(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "three times a week" and "три раза в неделю"."""
    words = page.words
    if draft.counted not in ("times", "раз") or draft.noun_end >= len(words) - 1:
        return ""
    following = words[draft.noun_end : draft.noun_end + 2]
    return (
        "not_a_claim"
        if following[0] in ("a", "an", "per", "each", "every", "в") and following[1] in language.units
        else ""
    )


def _is_clock_word(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "doors open at seven"."""
    if (
        draft.form != "words"
        or not draft.elided
        or draft.kind != "count"
        or draft.comparator != "exact"
        or not draft.low
        or draft.low > 12
        or draft.a < 2
    ):
        return ""
    words = page.words
    if words[draft.a - 1] != "at" or words[draft.a - 2] in _LEVELS:
        return ""
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    return "time" if after in _ENDS or after in ("on", "in", "tomorrow", "today", "tonight", "and") else ""


_LEVELS = frozenset(
    "stands stood remains remained put stays stayed estimated stand toll rate number level capped settled fixed set total".split()
)


def _is_singular_noun(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    if (
        not word.isalpha()
        or len(word) < 2
        or word in language.stop
        or word in language.verbs
        or word in language.said
        or word in language.numbers
    ):
        return False
    if (
        word in language.months
        or word in language.weekdays
        or word in language.before
        or word in language.units
        or word in language.currencies
    ):
        return False
    if (
        word.endswith(("ed", "ing", "ly", "ous", "ful", "ive"))
        or word in language.words["changes"]
        or nouns_plural.is_plural(word, language)
    ):
        return False
    return not is_headline(page, i)


def _is_time(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "from 2 to 4 p.m." and "between 9 and 11 am"."""
    words, k = page.words, max(draft.b, draft.end)
    if draft.unit == "GBP" and words[k - 1 : k] == ["p"]:
        return "time" if words[k : k + 2] == [".", "m"] else ""
    if words[k : k + 3] in (["p", ".", "m"], ["a", ".", "m"]) or words[k : k + 1] in (
        ["am"],
        ["pm"],
        ["o'clock"],
    ):
        return "time"
    return ""


def _is_numbered_list(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "life-rafts 2 and 5": a plural noun, bare digits, and more of them."""
    i, words = draft.a, page.words
    if (
        language.case
        or draft.form != "digits"
        or not draft.elided
        or draft.kind != "count"
        or draft.comparator != "exact"
        or i < 2
        or not words[i].isdecimal()
    ):
        return ""
    k = draft.b
    forward = (
        words[k : k + 1] in (["and"], [","], ["or"])
        and words[k + 1 : k + 2] != []
        and words[k + 1].isdecimal()
    )
    plural = (
        words[i - 1].isalpha()
        and nouns_plural.is_plural(words[i - 1], language)
        and words[i - 1] not in language.verbs
        and not nouns_plural.is_person(words[i - 1])
    )
    last = page.memo.get("listed")
    if plural and forward or last == i - 1 and words[i - 1] in ("and", ",", "or"):
        page.memo["listed"] = k
        return "identifier"
    return ""


_SET_PHRASES = frozenset(
    "star letter legged wheel piece dimensional figure time fold way faced edged pronged tier track speed ply".split()
)
_ROUND_THE_CLOCK = frozenset(
    "shop shops service hotline helpline pharmacy clinic news store surveillance garage".split()
)


def _is_set_phrase(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "five-star", "four-letter", "24-hour shop", "rounds of 9 mm", "like a million dollars", "the top five"."""
    words, k = page.words, max(draft.b, draft.end)
    before = words[draft.first - 1] if draft.first else ""
    following = words[k : k + 3]
    if draft.hyphened and following[1:2] and following[1] in _SET_PHRASES and draft.kind == "count":
        return "idiom"
    if (
        draft.hyphened
        and draft.low == 24
        and words[draft.noun_end : draft.noun_end + 1] != []
        and words[draft.noun_end] in _ROUND_THE_CLOCK
    ):
        return "name"
    if draft.unit in ("millimetre", "миллиметр") and (
        before in ("калибра", "calibre", "caliber")
        or words[draft.first - 2 : draft.first] in (["rounds", "of"], ["round", "of"])
    ):
        return "name"
    if (
        before == "like"
        and draft.kind == "money"
        or before == "top"
        and draft.kind == "count"
        and not draft.scaled
        and draft.comparator == "exact"
    ):
        return "idiom"
    if draft.elided and following[:2] in (["out", "of"],) and following[2:3] == [words[draft.a]]:
        return "idiom"
    if (
        draft.unit == "час"
        and words[draft.noun_end : draft.noun_end + 1]
        and words[draft.noun_end] in ("ночи", "утра", "дня", "вечера")
    ):
        return "time"
    if draft.first > 1 and f"{before} {words[draft.a]}" in _BACK:
        return "idiom"
    return ""


_BACK = frozenset(("все сто", "cloud nine", "saves nine", "своих двоих", "раз два", "back zero"))


def _is_race(page: Page, draft: Draft, language: Language) -> str:
    """Pass over the name of a race: "ran the 100 metres in 10.98 seconds"."""
    if draft.kind != "measure" or not draft.first or page.words[draft.first - 1] not in ("the", "a", "an"):
        return ""
    first, end = page.sentence(draft.a)
    near = page.words[max(first, draft.a - 25) : min(end, draft.a + 25)]
    k = draft.noun_end
    racing = any(word in _RACES for word in near)
    return (
        "name"
        if racing
        and page.words[k : k + 1] != ["of"]
        and not draft.hyphened
        and draft.unit in ("metre", "kilometre", "mile", "yard")
        else ""
    )


_RACES = frozenset(
    "ran race raced sprint swam freestyle hurdles relay champion medal sprinter butterfly breaststroke backstroke".split()
)


def _is_turn(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "turn 180 degrees" and "a 180-degree turn"."""
    if draft.unit.startswith("degree") and page.words[draft.first - 1 : draft.first] in (
        ["turn"],
        ["turned"],
        ["rotate"],
    ):
        return "idiom"
    return ""


def _is_negative_count(page: Page, draft: Draft, language: Language) -> str:
    """Refuse a minus before a count: nobody counts minus five people."""
    if draft.sign < 0 and draft.kind == "count" and not draft.elided and draft.low:
        return "misread"
    return ""


_LOOKS = (
    _is_one_time,
    _is_numbered_list,
    _is_set_phrase,
    _is_clock_word,
    _is_frequency,
    _is_label_ru,
    _is_time,
    _is_time_location,
    _is_one,
    _is_age,
    _is_label,
    _is_race,
    _is_turn,
    _is_negative_count,
)
