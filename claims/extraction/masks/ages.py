"""Digits that are the age of somebody."""

from __future__ import annotations

from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page


def age(page: Page, i: int, language: Language) -> Mask | None:
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
        and words[j + 3 : j + 4] in (["old"], ["olds"], ["old's"])
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
        language.case
        and after in ("года", "лет", "год")
        and j + 1 < n
        and words[j + 1] in (",", ".", ";", "и")
        and not (words[j + 1] == "и" and words[j + 2 : j + 3] and words[j + 2].isdecimal())
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
        language.case
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
    if before in ("under", "over") and not language.case and words[i].isdecimal() and len(words[i]) <= 2:
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
