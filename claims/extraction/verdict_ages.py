"""Numbers, in digits or words, that are somebody's age by what is said around them."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru_forms import is_person_lemma, nominative_lemma, noun_lemma
from claims.extraction.nouns_plural import is_person
from claims.extraction.page import Page

CLOSERS = frozenset('. , ; : ) ? ! " \n ]'.split(" "))
OLDEST = 115

_AGE_WORDS = frozenset("age aged youngest oldest eldest younger older born retirement rated".split())
_GROUPS = frozenset(
    "children child people those anyone women men adults girls boys youths patients everyone workers kids players"
    " whom minors pupils them nobody no-one teenagers defendants residents all both aged citizens voters drivers"
    " employees students anybody somebody girl boy".split()
)
_KIN = frozenset(
    "he she i who son daughter brother sister wife husband mother father grandson granddaughter boy girl twins"
    " both him her".split()
)
_ONES = frozenset(
    "boy girl man woman child teenager son daughter youth student baby toddler pensioner infant men women people"
    " children boys girls grandfather grandmother mother father brother sister wife husband skipper captain".split()
)
_PERSON_ENDS = ("er", "or", "ist", "ant", "ian", "man", "woman", "ee", "wife", "ent")
_THINGS = frozenset("number member order water paper winter summer december november october september other after"
    " river quarter center tower power matter chapter letter error floor door sector factor government president-elect"
    " parliament agreement department apartment statement event percent moment document payment".split())  # fmt: skip
_BETWEEN = frozenset(
    "then now nearly barely almost about just only still all both not yet aged some around over under".split()
)
_TURNING = frozenset(
    "retiring retired retires died married left moved joined started began emigrated orphaned widowed enlisted"
    " retire die marry leave start in".split()
)


def is_age(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "children under five", "508 are under eighteen", "the youngest was 19"."""
    bound = draft.low if draft.low is not None else draft.high
    if bound is None or bound > OLDEST or draft.kind not in ("count", "duration"):
        return ""
    if language.case:
        found = _is_age_ru(page, draft, language)
    else:
        found = (
            draft.kind == "count"
            and draft.elided
            and (_is_said_of_one(page, draft) or _is_of_group(page, draft))
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
    if page.memo.get("age") == i and page.words[i] in (",", "and", "or", "и", "или"):
        return True
    last = page.memo.get("mask")
    age = last[1] if last is not None and last[2] == "age" else -1
    if age == i:
        return page.words[i] in (",", "and", "or", "и", "или")
    # "Ida is six, her brother nine", "ей 34 года, сыну — семь"
    first, _ = page.sentence(draft.a)
    near = max(age, page.memo.get("age", -1))
    word = page.words[i]
    return (
        near > first
        and draft.a - near < 14
        and (_after(page, draft) in CLOSERS or _after(page, draft) in ("and", "и"))
        and (word in "—–" or word in _KIN or word in _ONES)
    )


def _after(page: Page, draft: Draft) -> str:
    k = max(draft.b, draft.end)
    return page.words[k] if k < len(page.words) else "."


def _is_of_group(page: Page, draft: Draft) -> bool:
    """Read "children under five", "women from 50 to 74", "508 are under eighteen", "men of 60 and over"."""
    words, first = page.words, draft.first
    word, before = words[first], words[first - 1] if first else ""
    k = max(draft.b, draft.end)
    if word in ("under", "over", "below", "above", "from", "between") and before in _GROUPS:
        return True
    if word in ("older", "younger") or words[k : k + 2] in (["-", "something"], ["-", "somethings"]):
        return True
    if word == "under" and before in ("are", "is", "was", "were") and (draft.high or 0) <= 25:
        return True
    if draft.comparator == "between" and before in (
        "kids",
        "children",
        "girls",
        "boys",
        "women",
        "men",
        "adults",
    ):
        return True
    if words[k - 2 : k] in (["or", "over"], ["and", "over"], ["or", "older"]):
        return True
    return words[k : k + 2] in (["and", "over"], ["and", "under"], ["and", "older"]) or words[k : k + 2] == [
        "or",
        "older",
    ]


def _is_said_of_one(page: Page, draft: Draft) -> bool:
    """Read "aged forty-six", "a boy of 11", "who was 58", "I am nineteen", "his mother, now 64,"."""
    words, first = page.words, draft.first
    if not first:
        return False
    before, second = words[first - 1], words[first - 2] if first > 1 else ""
    after = _after(page, draft)
    closed = after in CLOSERS or after in ("when", "and", "or", "at", "but", "last", "this", "to", "—", "–")
    k = max(draft.b, draft.end)
    if before == "at" and (
        after in ("he", "she", "i") or words[k : k + 2] in ([",", "he"], [",", "she"], [",", "i"])
    ):
        return True
    if (
        before in ("aged", "age", "ages")
        or (before == "of" and (second in ("age", "ages") or second in _ONES))
        or before == "both"
    ):
        return True
    j = draft.a - 1
    while j > 1 and words[j] in _BETWEEN:
        j -= 1
    if words[j] in ("is", "was", "am") and words[j - 1] in ("he", "she", "i"):
        return True
    if (
        before == "be"
        and closed
        and (
            second == "would"
            or words[first - 3 : first - 1][:1]
            and words[first - 3] in _THOUGHT
            and second == "to"
        )
    ):
        return True
    if before in ("is", "was", "am", "be", "turned", "turns", "been", "were") and closed:
        near = words[max(first - 5, page.sentence(first)[0]) : first]
        if second in _KIN or before in ("am", "turned", "turns") or near[-3:-1] == ["believed", "to"]:
            return True
        if before == "been" and any(word in _KIN for word in near):
            return True
        start = max(page.sentence(first)[0], first - 12)
        return any(word in _AGE_WORDS for word in words[start:first])
    if before == "than" and second in ("younger", "older"):
        return True
    if (
        before in ("now", "reaches")
        and closed | (after == "in")
        and any(word in _AGE_WORDS for word in words[max(first - 12, 0) : first])
    ):
        return True
    if (
        before in _KIN - {"he", "she", "i", "who", "both", "him", "her"}
        and closed
        and page.memo.get("age", -1) > page.sentence(first)[0]
    ):
        return True
    if before in ("as", "enough") or (before == "at" and (second in _TURNING or second == "enough")):
        return any(
            word in ("young", "old", "enough") or word in _TURNING
            for word in words[max(first - 4, 0) : first]
        )
    return closed and _is_apposed(page, draft, after)


_THOUGHT = frozenset("thought believed said estimated understood reckoned known".split())


def _is_apposed(page: Page, draft: Draft, after: str) -> bool:
    """Read an age set off by commas or dashes behind a person: "Ida Roe, nearly 80,", "the skipper, barely 20,"."""
    words = page.words
    j = draft.a - 1
    while j > 0 and words[j] in _BETWEEN and draft.a - j < 4:
        j -= 1
    if words[j] == "(" and j > 0 and after in (")", "and", ","):
        return is_person(words[j - 1]) or words[j - 1] in _ONES or words[j - 1] in _KIN
    if (
        j < 1
        or words[j] not in (",", "–", "—")
        or (
            after not in (",", ".", ")", "–", "—", '"', "at", ":", ";", "next", "last", "this")
            and words[j] == ","
        )
    ):
        return False
    if (draft.low or draft.high or 0) < 1 or not words[j - 1].isalpha():
        return False
    person = words[j - 1]
    named = page.capital(j - 1) and page.capital(j - 2) and words[j - 2].isalpha()
    someone = (
        person in _KIN
        or person in _ONES
        or is_person(person)
        or (person.endswith(_PERSON_ENDS) and person not in _THINGS)
    )
    return named or someone or (j < draft.a - 1 and page.capital(j - 1))


_BABIES = frozenset("младенцу ребенку младенец младенца ребенок ребенка мальчик девочка малыш".split())
_PEOPLE = frozenset(
    "супруги супругов братья сестры близнецы мужчины женщины мужчин женщин дети детей подростки мальчики"
    " девочки".split()
)
_KIN_DATIVE = frozenset(
    "жене сестре матери дочери внучке бабушке маме мужу отцу сыну брату внуку деду супруге супругу".split()
)


def _before_years(page: Page, draft: Draft) -> bool:
    """Tell whether a row of numbers that ends in "лет" begins here: "19, 22 и 25 лет"."""
    words, k = page.words, max(draft.b, draft.end)
    for i in range(k, min(k + 7, len(words))):
        if words[i] in ("лет", "года"):
            return i > k
        if words[i] not in (",", "и", "или") and not words[i].isdecimal():
            return False
    return False


_DATIVE = frozenset(
    "мне тебе ему ей нам вам им исполнилось исполнится стукнуло минуло бы было был свои исполнялось".split()
)
_OLDER = frozenset("старше младше моложе".split())
_WOMEN = ("ница", "истка", "ентка", "антка", "онерка", "тельница", "щица", "чица", "ушка", "бушка")
_KINSMEN = frozenset(
    "мать отец сын дочь брат сестра муж жена старик старушка внук внучка мальчик девочка юноша дедушка бабушка"
    " мама папа".split()
)


def _is_someone(word: str) -> bool:
    """Tell whether a Russian word in the singular names a person."""
    if word in _KINSMEN or word.endswith(_WOMEN):
        return True
    return (
        is_person_lemma(word)
        or is_person_lemma(nominative_lemma(word))
        or is_person_lemma(noun_lemma(word))
        and not word.endswith(("ов", "ев", "ей"))
    )


def _is_age_ru(page: Page, draft: Draft, language: Language) -> bool:
    """Read "(46 лет)", "мальчик одиннадцати лет", "мне девятнадцать", "ему за пятьдесят", "людям старше 75"."""
    words, first = page.words, draft.first
    if not first:
        return False
    before, second = words[first - 1], words[first - 2] if first > 1 else ""
    if before in _OLDER or words[first] in _OLDER:
        return True
    if before.startswith(("дожи", "достиг")) or second.startswith(("дожи", "достиг")):
        return True
    if draft.kind == "duration" and draft.unit == "месяц":
        return before in _BABIES or is_dative_person(before)
    if draft.kind == "duration" and draft.unit == "год":
        k = max(draft.noun_end, draft.end)
        return _years_of_life(page, draft, before, second, words[k] if k < len(words) else ".", language)
    if draft.kind != "count" or not draft.elided:
        return False
    after = _after(page, draft)
    if before in ("которому", "которой") or _reached(page, draft):
        return True
    if before in ("было", "был", "будет") and (second in _DATIVE or second.endswith(("ему", "ому"))):
        return True
    if before in "—–" and second in ("младшему", "старшему", "младшей", "старшей"):
        return True
    if _before_years(page, draft) and (
        before.endswith(("ым", "им", "ам", "ям")) or _is_someone(before) or before in _PEOPLE
    ):
        return True
    if before == "(" and _before_years(page, draft):
        return True
    if before in _KIN_DATIVE or (
        before.endswith(("у", "ю")) and second in ("моему", "его", "ее", "их", "нашему") and after in CLOSERS
    ):
        return True
    if before == "за" and second.endswith(("ям", "ам")) and (draft.low or 0) % 10 == 0:
        return True
    if before in ("свои", "мне", "ему", "ей", "исполнилось", "стукнуло", "бы") and (
        after in CLOSERS or before in ("свои", "исполнилось", "стукнуло")
    ):
        return True
    if (
        words[max(draft.b, draft.end) : max(draft.b, draft.end) + 3][2:3] in (["лет"], ["года"])
        and after == "и"
        and before == ","
    ):
        return True
    if before in ("за", "под") or words[first] == "под":
        return (draft.low or 0) % 10 == 0 and (draft.low or 0) >= 30 and (after in CLOSERS or after in "—–")
    relative = before.endswith(
        ("ату", "тре", "ери", "ыну", "ену", "уге", "ругу", "ующей", "ующему")
    ) or before in ("тогда", "ныне")
    return (
        after in CLOSERS
        and draft.comparator == "exact"
        and (
            relative
            and draft.form == "words"
            or before == "было"
            and "тогда" in words[max(first - 4, 0) : first]
        )
    )


def _reached(page: Page, draft: Draft) -> bool:
    """Read "не исполнилось и 18" and "девочке было четыре": somebody in the dative, and a number alone."""
    words, i = page.words, draft.first
    first, _ = page.sentence(i)
    near = words[max(first, i - 5) : i]
    if any(word.startswith(("исполн", "стукну")) for word in near):
        return True
    k = i - 1
    while k > first and words[k] in ("всего", "только", "уже", "лишь", "ровно", "и"):
        k -= 1
    if words[k] not in ("было", "будет") or _after(page, draft) not in CLOSERS:
        return False
    return any(is_dative_person(word) for word in words[max(first, k - 4) : k])


def is_dative_person(word: str) -> bool:
    """Tell whether a word is a person in the dative: "мальчику", "девочке", "потерпевшей"."""
    if word in _KIN_DATIVE or word.endswith(
        ("шей", "щей", "шему", "щему", "енной", "енному", "анной", "анному")
    ):
        return True
    if word.endswith("у") and len(word) > 4:
        return _is_someone(word[:-1]) or _is_someone(word[:-1] + "ь")
    return word.endswith(("ке", "це", "ше")) and _is_someone(word[:-1] + "а")


def _years_of_life(
    page: Page, draft: Draft, before: str, second: str, after: str, language: Language
) -> bool:
    words, first = page.words, draft.first
    start, end = page.sentence(first)
    near = words[max(start, first - 12) : min(end, first + 5)]
    if any(word.startswith(("пригов", "осужд", "колони", "лишен", "свобод")) for word in near):
        return False
    if (
        before == "("
        and after == ")"
        or before in _DATIVE
        or before in ("вид", "возрасте", "которым", "которому", "которой")
    ):
        return True
    if after == "годам" or page.words[draft.noun_at : draft.noun_at + 1] == ["годам"] and before == "к":
        return True
    if (
        before in (",", "—", "–")
        and after in (",", ".", ")", "—", "–", ";", ":")
        and draft.comparator == "exact"
    ):
        return words[first - 2].isalpha() and (page.capital(first - 2) or _is_someone(second))
    if before in _KIN_DATIVE or before in _PEOPLE and draft.form == "digits" or is_dative_person(before):
        return True
    if _reached(page, draft) or before == "на" and any(word in _OLDER for word in near):
        return True
    if any(word.startswith("возраст") for word in near) and not any(
        word.startswith("средн") for word in near
    ):
        return True
    if (
        before == "и"
        and first > 2
        and (words[first - 2][0].isdecimal() or words[first - 2] in language.numbers)
        and words[first - 3] == ","
    ):
        return True
    if before == "с" and draft.form == "digits" and after in CLOSERS:
        return True
    if second[:1].isdecimal() or second in language.numbers:
        return False
    if (
        page.capital(first - 1)
        and before.isalpha()
        and before not in language.stop
        and first - 1 > page.sentence(first)[0]
    ):
        return True
    return _is_someone(before) and before not in ("лет", "год") and before not in language.units
