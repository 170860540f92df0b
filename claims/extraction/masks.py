"""Pass over numerals that are no figures because of what stands beside them: laws, names, ages, times, codes."""

from __future__ import annotations

from claims.extraction.dates import YEARS
from claims.extraction.languages.base import Language
from claims.extraction.nouns_case import is_verb
from claims.extraction.page import Page

Mask = tuple[int, int, str]  # tokens [first, end) and the reason

_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_RU_ORDINAL = frozenset("й го му ом м ой я ю е ая ую ые ых ым ми ый ое ья ье ти".split())
_DASHES = frozenset("-–—")
_MARKS = frozenset(".)")
_STRONG = frozenset(("law", "page_mark"))


def beside_digits(page: Page, i: int, language: Language) -> Mask | None:
    """Return what the digits at token i are, where a neighbour tells that they are no figure."""
    for look in _BESIDE:
        found = look(page, i, language)
        if found:
            return found
    return None


def _glued_before(page: Page, i: int, language: Language) -> Mask | None:
    """Read "B52", "COVID-19", "#12", "+7 495", "a@1": names and codes run together with letters."""
    words = page.words
    if not page.glued(i):
        return None
    before = words[i - 1]
    if before.isalpha():
        if before in language.currencies or before == "x" and i > 1 and words[i - 2][0].isdecimal():
            return (i - 2, i + 1, "identifier") if before == "x" else None
        return i - 1, _code_end(page, i), "name"
    if before in "#№@_\\":
        return i - 1, _code_end(page, i), "identifier"
    if (
        before == "+"
        and len(words[i]) <= 3
        and i + 1 < len(words)
        and (words[i + 1] in "-(" or words[i + 1][0].isdecimal())
    ):
        return i - 1, _code_end(page, i), "identifier"
    if before == "'" and len(words[i]) == 2:
        return i - 1, i + 2 if words[i + 1 : i + 2] == ["s"] else i + 1, "date"
    if before in _DASHES and i > 1 and page.glued(i - 1):
        word = words[i - 2]
        if word in ("mid", "pre", "post", "late", "early"):
            return i - 2, i + 1, "date"
        if word in ("under", "over"):
            return i - 2, i + 2 if words[i + 1 : i + 2] == ["s"] else i + 1, "age"
        scale = word in language.suffixes and i > 2 and words[i - 3][0].isdecimal()
        if (
            word.isalpha()
            and word not in language.numbers
            and not scale
            and not (word in language.currencies and len(word) > 1)
        ):
            return i - 2, _code_end(page, i), "name"
    return None


def _code_end(page: Page, i: int) -> int:
    """Return the token after a code: digits, letters and dashes that run on without a space."""
    words, j = page.words, i + 1
    while (
        j < len(words)
        and page.glued(j)
        and (
            words[j][0].isalnum()
            or (
                words[j] in "-–/._" and j + 1 < len(words) and page.glued(j + 1) and words[j + 1][0].isalnum()
            )
        )
    ):
        j += 1
    return j


_RANKS = frozenset("степени категории курса сорта разряда типа созыва".split())


def _glued_after(page: Page, i: int, language: Language) -> Mask | None:
    words, n = page.words, len(page.words)
    j = i + 1
    if j >= n:
        return None
    word = words[j]
    if word in _RANKS and len(words[i]) <= 2:
        return i, j + 1, "identifier"
    if word == "лет" and j + 1 < n and page.capital(j + 1):
        return i, j + 2, "name"
    if page.glued(j):
        if word in _ORDINAL_ENDS:
            return i, j + 1, "ordinal"
        if word == "s" and words[i].isdecimal():
            return i, j + 1, "date" if len(words[i]) in (2, 4) else "identifier"
        if word == "-" and j + 1 < n and page.glued(j + 1):
            following = words[j + 1]
            if following in _RU_ORDINAL:
                return i, j + 2, "date" if following in ("х", "е") and len(words[i]) in (2, 4) else "ordinal"
            if following == "х" or following == "ые":
                return i, j + 2, "date"
            if (
                following.startswith("летн")
                or following == "year"
                and words[j + 2 : j + 4] in (["-", "old"], ["-", "olds"])
            ):
                return (
                    i,
                    j + 2 if following != "year" else j + 4,
                    "age" if following != "year" or True else "",
                )
        if word == "b" and not (i and (words[i - 1] in language.currencies or words[i - 1] in "$€£")):
            return i, j + 1, "identifier"
        if word == "mm" and words[j + 1 : j + 2] and words[j + 1] in _WEAPONS:
            return i, j + 1, "name"
        if (
            word == "g"
            and page.level[page.starts[j]] == "G"
            or word in ("d", "k")
            and page.capital(j)
            and len(words[i]) == 1
        ):
            return i, j + 1, "name"
        if (
            word.isalpha()
            and word not in language.units
            and word not in language.suffixes
            and word not in language.currencies
            and word not in _GLUED_UNITS
        ):
            return i, _code_end(page, j), "identifier"
        if word == "." and j + 1 < n and page.glued(j + 1) and words[j + 1][0].isdecimal():
            return i, _code_end(page, i), "identifier"
        if word == ":" and j + 1 < n and page.glued(j + 1) and words[j + 1].isdecimal():
            return i, j + 2, "not_a_claim"
        if word == "/" and j + 1 < n and page.glued(j + 1) and words[j + 1][0].isdecimal():
            return i, _code_end(page, i), "date" if len(words[i]) == 4 else "identifier"
        if (
            word in _DASHES
            and j + 3 < n
            and words[j + 1].isdecimal()
            and words[j + 2] in _DASHES
            and page.glued(j + 2)
            and words[j + 3][0].isdecimal()
        ):
            return i, _code_end(page, i), "identifier"
        if word == "°" and words[j + 2 : j + 4] in ([".", "ш"], [".", "д"]):
            return i, min(j + 5, n), "address"
        if (
            word == "°"
            and j + 1 < n
            and (words[j + 1][0].isdecimal() or words[j + 1] in ("n", "s", "e", "w"))
            and words[j + 1] != "c"
        ):
            return i, j + 2, "address"
    if (
        word in ("x", "х", "×", "by")
        and j + 1 < n
        and words[j + 1].isdecimal()
        and words[i].isdecimal()
        and word != "by"
    ):
        return i, j + 2, "identifier"
    return None


_GLUED_UNITS = frozenset("pc pct pp bps bp x ish g s h m l p c w v min hr hrs yr yrs mins".split())


def _marks(page: Page, i: int, language: Language) -> Mask | None:
    """Read "[4]", "1.", "2)" and "(3)" as marks of notes and lists."""
    words, n = page.words, len(page.words)
    if not words[i].isdecimal() or len(words[i]) > 3:
        return None
    after = words[i + 1] if i + 1 < n else ""
    if i and words[i - 1] == "[" and after in ("]", ","):
        return i - 1, i + 2, "page_mark"
    first, end = page.sentence(i)
    if i == first and after in _MARKS and page.glued(i + 1) and end - i > 2:
        return i, i + 2, "page_mark"
    if i == first and after in _MARKS and page.glued(i + 1) and after == "." and end == i + 2 and end < n:
        line, _ = page.paragraph(i)
        if i == line:
            return i, i + 2, "page_mark"
    if i > 1 and words[i - 1] == "," and after in ("]", ","):
        k = i - 1
        while k > 0 and i - k < 8 and (words[k] == "," or words[k].isdecimal()):
            k -= 1
        if words[k] == "[":
            return i, i + 2 if after == "]" else i + 1, "page_mark"
    if i == first + 1 and words[first] == "(" and after == ")":
        return i - 1, i + 2, "page_mark"
    return None


_OCLOCK = frozenset("am pm a.m p.m o'clock gmt utc est cet hrs utca мск".split())
_DAYTIME = frozenset("утра вечера ночи дня пополудни".split())


def _time(page: Page, i: int, language: Language) -> Mask | None:
    words, n = page.words, len(page.words)
    j = i + 1
    if j >= n:
        return None
    word = words[j]
    if word in _OCLOCK and (word != "est" or words[i].isdecimal()):
        return i, j + 1, "time"
    if word in ("a", "p") and words[j + 1 : j + 3] == [".", "m"]:
        return i, j + 4 if words[j + 3 : j + 4] == ["."] else j + 3, "time"
    if word in ("a", "p") and page.glued(j) and words[j + 1 : j + 2] == ["m"]:
        return i, j + 2, "time"
    if language.code == "ru" and words[i].isdecimal() and len(words[i]) <= 2:
        if (
            word == "до"
            and i
            and words[i - 1] in ("с", "со")
            and j + 2 < n
            and words[j + 1].isdecimal()
            and len(words[j + 1]) <= 2
            and (words[j + 2].startswith("час") or words[j + 2] in ".,;)")
        ):
            return i, j + 3 if words[j + 2].startswith("час") else j + 2, "time"
        if (
            word in _DAYTIME
            and i
            and (
                words[i - 1] in ("в", "к", "до", "после", "с", "около", "примерно")
                or word in ("утра", "вечера", "ночи")
            )
        ):
            return i, j + 1, "time"
        if (
            word in ("часов", "часа", "час", "часам", "ч")
            and j + 1 < n
            and (words[j + 1] in _DAYTIME or words[j + 1][0].isdecimal() or words[j + 1] == "по")
        ):
            return i, j + 2, "time"
    if (
        i
        and words[i - 1] == "at"
        and words[i].isdecimal()
        and len(words[i]) <= 2
        and int(words[i]) <= 24
        and word in (".", ",", "in", "on", "the")
    ):
        if word != "in" or words[j + 1 : j + 2] == ["the"]:
            return i, i + 1, "time"
    return None


def _head(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Article 5", "Room 12", "page 3", "ст. 228 ч. 2": a number that only names one thing."""
    words, n = page.words, len(page.words)
    k = i - 1
    last = page.memo.get("mask")
    if (
        last
        and k > 0
        and words[k] in (",", "and", "и", "or", "или", "-", "–", "to", "по", "/", "through", "of", "из")
        and last[1] == k
        and last[2] in ("law", "page_mark", "address", "identifier")
    ):  # type: ignore[index]
        if last[2] == "law" or not _noun_follows(page, i, language):  # type: ignore[index]
            return i, i + 1, last[2]  # type: ignore[index]
    marked = False
    while k >= 0 and words[k] in (".", "(", "№", "#", "no", "nos", "number", "n", "номер") and i - k <= 3:
        if words[k] in ("№", "#", "no", "nos", "number", "номер") and not (
            words[k] == "no" and words[k + 1] != "." and not page.capital(k)
        ):
            marked = True
        elif words[k] in ("no", "n"):
            return None
        if words[k] == "." and not page.glued(k):
            return None
        k -= 1
    head = words[k] if k >= 0 else ""
    if head not in language.heads and head.endswith("s") and head[:-1] in language.heads:
        head = head[:-1]
    if head in language.heads and head != "no":
        why = language.heads[head]
        if words[k] in ("may",) or (words[k + 1] == "(" and not marked and why != "law"):
            return None
        if (
            len(words[k]) <= 2
            and words[k + 1] != "."
            and words[k] in ("д", "с", "п", "ч", "г", "m", "p", "pp", "v", "n")
            and words[k] not in ("pp", "p", "п", "ч")
        ):
            return None
        if head in _ALWAYS and words[k + 1] not in "(":
            return k, i + 1, why
        if (
            marked
            or why in _STRONG
            and words[k + 1] != "("
            or (not _noun_follows(page, i, language) and not _verbish(page, k))
        ):
            if words[k] in _COMMON and not page.capital(k) and not marked:
                return None
            return k, i + 1, why
    if marked:
        return k + 1, i + 1, "identifier"
    return None


_ALWAYS = frozenset(
    "type fortune category phase tier top chapter article stage grade size тип статья линия".split()
)

# Words that are heads of a name only when written with a capital: "Team 5" but "the team 5".
_COMMON = frozenset(
    "army well war title act bill order motion house building case form call world season book agenda vision release build"
    " rule rules party mark field court campus state super area team war company group prison school hospital corps set".split()
)


def _verbish(page: Page, k: int) -> bool:
    return page.words[k] in (
        "form",
        "report",
        "order",
        "act",
        "call",
        "face",
        "box",
        "file",
        "release",
        "building",
    ) and not page.capital(k)


def _noun_follows(page: Page, i: int, language: Language) -> bool:
    """Tell whether a counted noun stands after the digits, so that they count it."""
    j = i + 1
    if j >= len(page.words):
        return False
    word = page.words[j]
    if (
        not word.isalpha()
        or word in language.stop
        or word in language.verbs
        or page.capital(j)
        or word in language.months
    ):
        return False
    if word.endswith(("inates", "izes", "ises", "ifies")):
        return False
    if language.case:
        return not is_verb(word)
    return not word.endswith("ed") or word in language.nouns


def _age(page: Page, i: int, language: Language) -> Mask | None:
    words, n = page.words, len(page.words)
    before = words[i - 1] if i else ""
    j = i + 1
    after = words[j] if j < n else ""
    if (
        before in ("aged", "ages")
        or (before == "age" and words[i].isdecimal())
        or (before == "of" and i > 1 and words[i - 2] in ("age", "ages"))
    ):
        return i, _age_end(page, j), "age"
    if (
        before in ("between", "from", "under", "over", "about")
        and i > 1
        and words[i - 2] in ("aged", "ages", "age")
    ):
        return i, _age_end(page, j), "age"
    if before in ("возрасте",) or (i > 1 and words[i - 2] == "возрасте" and before in ("от", "до", "около")):
        return i, _age_end(page, j), "age"
    if (
        after in ("years", "years-old")
        and words[j + 1 : j + 3] in (["of", "age"],)
        or (after in ("years", "year") and words[j + 1 : j + 2] == ["old"])
    ):
        return i, j + 2, "age"
    if (
        after == "-"
        and words[j + 1 : j + 2] == ["year"]
        and words[j + 2 : j + 3] == ["-"]
        and words[j + 3 : j + 4] in (["old"], ["olds"])
    ):
        return i, j + 4, "age"
    if words[i].isdecimal() and len(words[i]) <= 3 and 0 < int(words[i]) < 120:
        named = (
            i > 1 and page.capital(i - 2) and words[i - 2].isalpha() and words[i - 2] not in language.months
        )
        if (
            before == ","
            and named
            and after in (",", ".", ";", ")", "года", "лет", "год", "and", "—", "–", "who", "from")
            and language.code
        ):
            if after in (".", "and", "from") and words[i - 2] in language.weekdays:
                return None
            if after in ("года", "лет", "год") and not (j + 1 < n and words[j + 1] in (",", ".", ";", ")")):
                return None
            return i, j if after not in ("года", "лет", "год") else j + 1, "age"
        if before == "(" and after == ")" and named:
            return i, j, "age"
        if (
            before == ","
            and i > 1
            and words[i - 2].isalpha()
            and words[i - 2] not in language.stop
            and words[i - 2] not in language.weekdays
            and words[i - 2] not in language.months
        ):
            if (
                after == "and"
                and words[j + 1 : j + 2] != []
                and words[j + 1].isdecimal()
                and words[j + 2 : j + 3] in ([","], ["."], [";"])
            ):
                return i, j + 2, "age"
            if (
                after in (",", ".", ";")
                and not page.capital(i - 2)
                and not words[i - 2].endswith(("s", "people"))
                and 10 <= int(words[i]) < 100
            ):
                return i, j, "age"
    if (
        language.code == "ru"
        and after in ("года", "лет", "год")
        and j + 1 < n
        and words[j + 1] in (",", ".", ";", "и")
        and len(words[i]) <= 2
        and (
            before.endswith(("у", "ю", "ему", "ому"))
            and len(before) > 3
            or before in ("было", "исполнилось", "всего", "уже")
            and i > 1
            and words[i - 2].endswith(("у", "ю", "ой", "ей", "ему", "ому"))
        )
    ):
        return i, j + 1, "age"
    if (
        language.case
        and after in ("лет", "года")
        and before
        in (
            "мужчина",
            "женщина",
            "житель",
            "жительница",
            "подросток",
            "мальчик",
            "девочка",
            "мужчину",
            "женщину",
            "мужчины",
            "женщины",
            "девушка",
            "юноша",
        )
    ):
        return i, j + 1, "age"
    if (
        language.code == "ru"
        and after in ("лет", "года", "летнего", "годам")
        and before in ("старше", "младше", "моложе", "исполнилось", "достигших", "до", "с")
        and len(words[i]) <= 2
    ):
        if before in ("старше", "младше", "моложе", "исполнилось", "достигших"):
            return i, j + 1, "age"
        if i > 1 and (
            words[i - 2].startswith(("дет", "ребен", "подрост", "лиц", "возраст", "молод", "несоверш"))
            or before == "до"
            and int(words[i]) in (14, 16, 18)
            and not words[i - 2].startswith(("свобод", "лишен", "срок"))
        ):
            return i, j + 1, "age"
    if before in ("under", "over") and language.code == "en" and words[i].isdecimal() and len(words[i]) <= 2:
        if (
            after in (".", ",", "years", "s", "and")
            and i > 1
            and words[i - 2]
            in (
                "children",
                "people",
                "those",
                "anyone",
                "women",
                "men",
                "adults",
                "girls",
                "boys",
                "youths",
                "patients",
                "everyone",
                "workers",
                "aged",
                "child",
                "kids",
                "players",
            )
        ):
            return i, _age_end(page, j), "age"
    if (
        before in ("turned", "turns", "turning")
        and after in (".", ",", "last", "this", "on", "in")
        and len(words[i]) <= 2
    ):
        return i, i + 1, "age"
    return None


def _age_end(page: Page, j: int) -> int:
    words = page.words
    if (
        j < len(words)
        and words[j] in ("to", "and", "-", "–", "or", "до", "и", "between")
        and j + 1 < len(words)
        and words[j + 1].isdecimal()
    ):
        j += 2
    if j < len(words) and words[j] in ("years", "лет", "года", "months", "месяцев"):
        j += 1
    return j


_YEAR_BEFORE = frozenset(
    "in since by from until till of during before after mid early late circa year the than to and for – - ( , / this between through"
    " в с до от по на к после за около весной летом осенью зимой начала конца начале конце зимы осени лета весны и".split()
)
_YEAR_NOUN = frozenset("году год года годом годы годов годах гг г годам".split())


def _year(page: Page, i: int, language: Language) -> Mask | None:
    """Read four bare digits as a year, unless they count something that follows."""
    words, n = page.words, len(page.words)
    word = words[i]
    j = i + 1
    after = words[j] if j < n else ""
    if (
        len(word) in (4, 2)
        and word.isdecimal()
        and after in _YEAR_NOUN
        and (len(word) == 4 and YEARS[0] <= int(word) <= YEARS[1])
    ):
        return (
            i,
            j + 2
            if words[j + 1 : j + 2] == ["."] and after in ("г", "гг") and not page.capital(min(j + 2, n - 1))
            else j + 1,
            "date",
        )
    if len(word) != 4 or not word.isdecimal() or not YEARS[0] <= int(word) <= YEARS[1]:
        return None
    if i and (
        page.words[i - 1] in "$£€¥₽₹"
        or words[i - 1]
        in (
            "than",
            "over",
            "about",
            "some",
            "nearly",
            "around",
            "least",
            "almost",
            "more",
            "более",
            "свыше",
            "около",
            "менее",
            "to",
        )
    ):
        if words[i - 1] != "to" and not (
            words[i - 1] in ("around", "about", "than", "over") and not _noun_follows(page, i, language)
        ):
            return None
    if page.glued(j) if j < n else False:
        if after in _DASHES and j + 1 < n and words[j + 1].isdecimal() and len(words[j + 1]) in (2, 4):
            return i, j + 2, "date"
        if after not in (
            ",",
            ".",
            ";",
            ":",
            ")",
            "?",
            "!",
            '"',
            "'",
            "-",
            "–",
            "—",
            "]",
            "/",
        ) and not after.startswith("'"):
            return None
    if (
        after in language.units
        or after in ("%", "percent", "per")
        or after in language.currencies
        or after in language.numbers
        and after not in ("one", "two")
    ):
        return None
    before = words[i - 1] if i else ""
    if (
        before in ("in", "since", "в", "с", "the", "of", "until", "by", "during", "from")
        or before in language.months
    ):
        if before in ("in", "since", "until", "during", "the") or not _noun_follows(page, i, language):
            return i, j, "date"
    if (
        _noun_follows(page, i, language)
        and (after in language.nouns or after.endswith("s") or language.code == "ru")
        and not 1900 <= int(word) <= 2100
    ):
        return None
    if after in (
        "people",
        "человек",
        "men",
        "women",
        "children",
        "soldiers",
        "troops",
        "houses",
        "homes",
        "рублей",
        "protesters",
        "students",
    ):
        return None
    if (
        _noun_follows(page, i, language)
        and int(word) % 100 == 0
        and before not in _YEAR_BEFORE
        and after.endswith("s")
    ):
        return None
    return i, j, "date"


_PHONE = frozenset(
    "call ring phone tel telephone hotline dial ext extension fax contact mobile whatsapp text sms helpline звоните телефон телефону телефоны"
    " телефона тел факс справки дежурный звонить добавочный доб линия линии".split()
)


def _phone(page: Page, i: int, language: Language) -> Mask | None:
    """Read telephone numbers: groups of digits after "call", after "+", or one after the other."""
    words, n = page.words, len(page.words)
    end = i + 1
    while (
        end < n
        and end - i < 9
        and (
            words[end][0].isdecimal()
            or (words[end] in "-()" and end + 1 < n and words[end + 1][0].isdecimal())
        )
    ):
        end += 1
    groups = sum(word[0].isdecimal() for word in words[i:end])
    plus = (
        i
        and words[i - 1] in "+("
        and (words[i - 1] == "+" or (i > 1 and (words[i - 2] in _PHONE or words[i - 2][0].isdecimal())))
    )
    near = any(word in _PHONE for word in words[max(page.sentence(i)[0], i - 6) : i])
    bare = words[i].replace(" ", "").replace("\xa0", "").isdecimal()
    if words[i][0] == "0" and words[i][1:2].isdecimal():
        return i, end, "identifier"
    if groups > 1 and bare and (plus or near) and (words[end - 1][0].isdecimal()):
        return i, end, "identifier"
    if (
        bare
        and near
        and len(words[i]) >= 3
        and not _noun_follows(page, i, language)
        and page.words[i - 1] not in language.currencies
    ):
        return i, end, "identifier"
    if (
        groups > 1
        and bare
        and i + 1 < n
        and words[i + 1][0].isdecimal()
        and not _counted_group(page, end, language)
    ):
        return i, end, "identifier"
    return None


def _counted_group(page: Page, end: int, language: Language) -> bool:
    return _noun_follows(page, end - 1, language) or (
        end < len(page.words) and (page.words[end] in language.units or page.words[end] in "%$€£₽")
    )


_STREETS = frozenset(
    "street road avenue lane square drive court close way place boulevard terrace crescent gardens hill row quay wharf parade embankment st rd ave"
    " alley mews walk highway plaza".split()
)


def _address(page: Page, i: int, language: Language) -> Mask | None:
    """Read "16 Tollgate Road" and "Parliament Square 1"."""
    words, n = page.words, len(page.words)
    if not words[i].isdecimal() or len(words[i]) > 4:
        return None
    j = i + 1
    while j < n and j - i <= 4 and page.capital(j) and words[j].isalpha():
        if words[j] in _STREETS and j > i + 1:
            return i, i + 1, "address"
        j += 1
    if (
        i > 1
        and words[i - 1] in _STREETS
        and page.capital(i - 1)
        and page.capital(i - 2)
        and not _noun_follows(page, i, language)
    ):
        return i, i + 1, "address"
    return None


_MATCH = frozenset(
    "won win wins beat beats drew draw lost lead leading score scores scored set sets aggregate half-time defeat defeated victory match goal goals"
    " game final penalties tie tied semi-final champions league cup bt tennis hockey cricket basketball golf darts football rugby выиграл выиграла выиграли победил победила победили счет счетом матч проиграл"
    " проиграла сыграл сыграли ничья обыграл обыграла обыграли".split()
)
_BALLOT = frozenset(
    "vote votes voted voting ballot parliament council senate majority passed approved ruled judges court assembly jury голосов проголосовали".split()
)


def _score(page: Page, i: int, language: Language) -> Mask | None:
    """Read "2–1" as the score of a match; votes such as "passed 52–48" stay figures."""
    words, n = page.words, len(page.words)
    j = i + 1
    if (
        j + 1 >= n
        or words[j] not in _DASHES
        or not (page.glued(j) and page.glued(j + 1))
        or not words[j + 1].isdecimal()
        or not words[i].isdecimal()
    ):
        return None
    first, end = page.sentence(i)
    near = words[max(first, i - 25) : min(end, i + 25)]
    small = len(words[i]) <= 3 and len(words[j + 1]) <= 3
    rising = len(words[i]) < len(words[j + 1]) or (
        len(words[i]) == len(words[j + 1]) and words[i] < words[j + 1]
    )
    if (
        small
        and any(word in _MATCH for word in near)
        and not any(word in _BALLOT for word in near)
        and not _noun_follows(page, j + 1, language)
    ):
        return i, j + 2, "not_a_claim"
    if not rising and not any(word in _BALLOT for word in near):
        return i, _code_end(page, i), "not_a_claim" if small else "identifier"
    return None


def _dotted_time(page: Page, i: int, language: Language) -> Mask | None:
    """Read "at 10.30" and "в 17.45" as a time of day."""
    words, n = page.words, len(page.words)
    hours, mark, minutes = words[i].partition(".")
    if (
        not mark
        or len(minutes) != 2
        or not minutes.isdecimal()
        or not hours.isdecimal()
        or int(hours[:3]) > 24
        or int(minutes) > 59
    ):
        return None
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < n else ""
    if (
        before == "the"
        and after.isalpha()
        and not after.endswith("s")
        and not _measured(page, i + 1, language)
    ):
        return i, i + 1, "time"
    if after in ("am", "pm", "a", "p") or (
        before in ("at", "в", "to", "from", "until", "by", "с", "до", "к", "около")
        and not _measured(page, i + 1, language)
        and not _noun_follows(page, i, language)
    ):
        return i, i + 2 if after in ("am", "pm") else i + 1, "time"
    return None


def _measured(page: Page, j: int, language: Language) -> bool:
    word = page.words[j] if j < len(page.words) else ""
    return (
        word in language.units
        or word in "%$€£₽"
        and bool(word)
        or word in language.numbers
        or word in language.suffixes
        or word in ("per", "percent", "points")
        or word in language.currencies
    )


_WEAPONS = frozenset(
    "rifle rifles pistol pistols calibre caliber revolver revolvers handgun handguns gun guns round rounds cartridge cartridges ammunition bullet bullets"
    " mortar mortars howitzer howitzers shell shells cannon casings".split()
)


def _sub_number(page: Page, i: int, language: Language) -> Mask | None:
    """Read the "(3)" of "clause 12(3)" with the number before it, and ".22" of a rifle."""
    words, n = page.words, len(page.words)
    last = page.memo.get("mask")
    if last and words[i - 1] == "(" and last[1] == i - 1 and page.glued(i - 1) and page.glued(i):  # type: ignore[index]
        return i - 1, i + 2 if words[i + 1 : i + 2] == [")"] else i + 1, last[2]  # type: ignore[index]
    if last and i > 1 and words[i - 1] in "/-." and page.glued(i) and page.glued(i - 1) and last[1] == i - 1:  # type: ignore[index]
        return i - 1, _code_end(page, i), "identifier"
    if page.glued(i) and words[i - 1] == "." and not (i > 1 and page.glued(i - 1)):
        if i + 1 < n and words[i + 1] in _WEAPONS:
            return i - 1, i + 1, "name"
    return None


def _product(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a Volta 308", "the Nordex 30" and "Nova 9 Pro": a number that is part of a proper name."""
    words, n = page.words, len(page.words)
    if i < 1 or not page.capital(i - 1) or not words[i - 1].isalpha() or page.glued(i):
        return None
    name = words[i - 1]
    if (
        name in language.months
        or name in language.weekdays
        or name in language.currencies
        or name in language.stop
        or name in language.verbs
    ):
        return None
    if not words[i].replace(".", "").isdecimal() or len(words[i]) > 5 or is_headline(page, i):
        return None
    if (
        name.endswith("ed")
        or name in language.said
        or name in ("only", "just", "total", "some", "nearly", "almost", "around", "all", "another")
    ):
        return None
    before = words[i - 2] if i > 1 else "."
    after = words[i + 1] if i + 1 < n else "."
    first, _ = page.sentence(i)
    if before in ("flight", "train", "bus"):
        return i - 2, i + 1, "address"
    placed = before in (
        "in",
        "at",
        "from",
        "near",
        "of",
        "on",
        "to",
        "by",
        "across",
        "around",
        "outside",
        "в",
        "на",
        "из",
        "под",
        "у",
        "с",
        "for",
    )
    if (
        placed
        and after not in (".", ",", ";", ":", ")", "?", "!")
        or i - 1 == first
        and after not in ("pro", "plus", "mini")
        and not page.capital(min(i + 1, n - 1))
    ):
        return None
    if _noun_follows(page, i, language) and not (
        before in ("the", "a", "an", "its", "his", "her", "this") and after.endswith("ed")
    ):
        return None
    if (
        after in language.units
        or after in "%-–"
        or after in language.numbers
        or after in ("per", "percent")
        or after in language.currencies
    ):
        return None
    return i - 1, i + 1, "name"


def is_headline(page: Page, i: int) -> bool:
    """Tell whether most words of the line are capitals, so that a capital says nothing."""
    first, end = page.sentence(i)
    known = page.memo.get(("headline", first))
    if known is None:
        alpha = [
            k
            for k in range(first, min(end, first + 60))
            if page.words[k].isalpha() and len(page.words[k]) > 3
        ]
        known = len(alpha) > 2 and sum(page.capital(k) for k in alpha) > 0.8 * len(alpha)
        page.memo["headline", first] = known
    return bool(known)


def words_in_name(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the Three Bells" and «Двенадцать стульев» as names, "twenty-first" as an ordinal."""
    words, n = page.words, len(page.words)
    k = i
    while (
        k < n
        and k - i < 6
        and (
            words[k] in language.numbers
            and language.numbers[words[k]][0] in "nchs"
            or words[k] == "-"
            and page.glued(k)
        )
    ):
        k += 1
    if (
        k > i + 1
        and language.numbers[words[i]][0] == "n"
        and 10 <= language.numbers[words[i]][1] <= 20
        and language.numbers.get(words[i + 1], ("", 0))[0] == "n"
        and language.numbers[words[i + 1]][1] >= 10
    ):
        return i, k, "date"  # "nineteen eighty-four"
    if i > 1 and words[i - 1] == "-" and words[i - 2] in ("number", "no"):
        return i - 2, k, "ordinal"
    if i and words[i - 1] in _READ_OUT and k - i == 1:
        named = _head(page, i, language)
        if named:
            return named
    if k < n and k > i and words[k] in _ORDINAL_WORDS:
        return i, k + 1, "ordinal"
    if i and words[i - 1] == '"' and page.glued(i) and '"' in words[k : min(n, i + 6)]:
        close = words.index('"', k)
        if (
            not any(word in language.verbs or word.endswith(("ed", "ли")) for word in words[i:close])
            and close < n - 1
            and words[close - 1] not in ".,!?"
        ):
            return i, close, "name"
    first, _ = page.sentence(i)
    if (
        page.capital(i)
        and i > first + 1
        and page.capital(i - 1)
        and words[i - 1].isalpha()
        and words[i - 1] not in language.stop
        and page.capital(i)
        and not is_headline(page, i)
        and words[i - 1] not in language.verbs
    ):
        return i - 1, k, "name"
    if i > 1 and words[i - 1] == "of" and words[i - 2] == "group" and page.capital(i - 2):
        return i - 2, k, "name"
    if not page.capital(i) or k >= n or not page.capital(k) or not words[k].isalpha():
        return None
    if i == first or words[i - 1] in "\"':—–(." or is_headline(page, i):
        return None
    return i, k + 1, "name"


_READ_OUT = frozenset(
    "page chapter part act phase step channel platform room gate war number volume book episode scene stage article section grade".split()
)
_ORDINAL_WORDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth thirtieth fortieth fiftieth hundredth"
    " thousandth millionth первый второй третий четвертый пятый шестой седьмой восьмой девятый первая вторая третья четвертая пятая шестая седьмая"
    " восьмая девятая первое второе третье первого второго третьего четвертого пятого шестого седьмого восьмого девятого первой второй третьей"
    " первом втором третьем пятом".split()
)

_BESIDE = (
    _glued_before, _glued_after, _sub_number, _marks, _time, _dotted_time, _score, _phone, _head, _address, _age, _year, _product,
)  # fmt: skip


def idiom(page: Page, i: int, language: Language) -> Mask | None:
    """Return the idiom that begins at token i, if there is one."""
    words = page.words
    for parts in language.idioms.get(words[i], ()):
        if tuple(words[i : i + len(parts)]) == parts:
            return i, i + len(parts), "idiom"
    return None
