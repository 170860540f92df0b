"""Find the speakers of one sentence: verbs of saying with their subjects, and "according to"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extraction.languages.base import Language
from claims.extraction.languages.ru_names import nominative
from claims.extraction.page import Page


class Speaker(NamedTuple):
    """Who speaks in a sentence, and for which tokens [first, end)."""

    names: tuple[str, ...]
    at: int  # the token by which it was found
    first: int
    end: int
    leans: bool = False  # a pronoun or a bare role, standing for a name given earlier
    person: bool = False
    reaches: bool = True  # its account can go on into the next sentence
    noun: tuple[int, int] = (0, 0)  # the tokens of its name


_PRONOUNS = frozenset("he she they it i we who он она они мы я".split())
_PERSON_PRONOUNS = frozenset("he she i он она я".split())
_AUX = frozenset(
    "has have had is was were are also later earlier then already still initially repeatedly officially separately however further"
    " have been be being would will previously recently just now again on".split()
)
_BE = frozenset("is are was were be been being".split())
_WALL = frozenset(', " ; : ( ) — – … ? ! [ ] .'.split())
_CLAUSE = frozenset(
    "that but while as when because if which although after before where so than what though whereas until unless since said how"
    " что но когда если хотя чтобы потому как который которая которые где пока".split()
)
_BARE = frozenset(
    "ministry group organisation organization agency network company charity union newspaper paper publication department office"
    " committee commission council court service body firm bank institute party team report statement authority watchdog"
    " spokesman spokeswoman spokesperson official minister president mayor governor director head chief judge study survey".split()
)
# Verbs that say only with "that", a colon or a quotation: "employers added 188,000 jobs" is no speech.
_NEEDS_THAT = frozenset(
    "added adds noted notes found finds showed shows show asked asks pointed points described describes posted indicated indicates concluded"
    " believed observed published publishes quoted quotes cited cites suggests suggested spoke speaks speak talked talks accused accuses complained".split()
)
_OPENERS = frozenset('that , : " of about for to how'.split())
# Verbs whose subject can follow them: '"…", said the mayor'.
_INVERTED = frozenset(
    "said says added adds wrote writes explained explains warned warns reported reports announced noted notes argued argues insisted insists claimed claims"
    " recalled recalls stated states confirmed estimates estimated admitted complained replied declared concluded".split()
)
_COUNTING = frozenset(
    "recorded registered posted counted verified documented tallied calculated published publishes promised forecast".split()
)
_MODALS = frozenset("may can will would could should must might did not to never cannot shall".split())
_WEAK = frozenset("found finds find show shows showed believe believes believed suggests suggest suggested indicates indicate indicated"
    " recorded records registered counted tallied posted posts published publishes publish documented documents document verified put puts"
    " promised promises promise pledged accused accuses expect expects expected projected projects forecast forecasts cited cites record"
    " report claim estimate state forecast reports claims estimates states comments quoted tell believe conclude tells".split())  # fmt: skip
_NOUNY = frozenset(
    "reports report claims claim estimates estimate states state records record documents document forecast forecasts projects posts comments show shows".split()
)
_PAPERS = frozenset(
    "figures data statistics records estimates numbers results report reports survey study poll census statement documents bulletin tally count release findings".split()
)
_ACCORDING = {
    "en": (("according", "to"), ("citing",), ("quoting",), ("as", "reported", "by"), ("reported", "by"), ("in", "the", "words", "of"), ("as", "told", "by"), ("quoted", "by"),
           ("announced", "by"), ("estimated", "by"), ("confirmed", "by"), ("published", "by"), ("released", "by"), ("compiled", "by"), ("recorded", "by"), ("counted", "by"), ("documented", "by"),
           ("cited", "by"), ("figures", "from"), ("data", "from"), ("statistics", "from"), ("estimates", "from"), ("estimates", "by"), ("a", "count", "by"), ("a", "survey", "by"), ("a", "report", "by"),
           ("a", "study", "by"), ("a", "tally", "by"), ("report", "by"), ("survey", "by"), ("poll", "by"), ("analysis", "by"), ("per",) ),
    "ru": (("по", "данным"), ("по", "словам"), ("по", "его", "словам"), ("по", "ее", "словам"), ("по", "их", "словам"), ("по", "его", "данным"), ("по", "его", "оценке"), ("по", "ее", "оценке"), ("по", "их", "оценке"), ("по", "их", "оценкам"), ("по", "его", "подсчетам"), ("по", "ее", "подсчетам"), ("по", "их", "подсчетам"), ("по", "их", "данным"), ("по", "ее", "данным"), ("по", "сведениям"), ("по", "информации"), ("по", "оценке"), ("по", "оценкам"), ("по", "подсчетам"), ("по", "версии"), ("по", "утверждению"),
           ("по", "заявлению"), ("по", "сообщению"), ("по", "сообщениям"), ("согласно", "данным"), ("согласно", "отчету"), ("согласно", "докладу"), ("согласно", "сообщению"), ("согласно", "подсчетам"), ("согласно", "заявлению"), ("согласно",),
           ("со", "ссылкой", "на"), ("ссылаясь", "на"), ("по", "мнению"), ("из", "отчета"), ("из", "доклада"), ("в", "отчете"), ("в", "докладе"), ("по", "расчетам"), ("по", "официальным", "данным"), ("по", "последним", "данным"), ("по", "предварительным", "данным"), ("данные",), ("по", "прогнозу"), ("по", "прогнозам")),
}  # fmt: skip
_STARTS = {code: frozenset(parts[0] for parts in table) for code, table in _ACCORDING.items()}
_RU_SKIP = frozenset(
    "журналистам агентству изданию корреспонденту газете радио телеканалу в ходе на брифинге рф там также позднее ранее также утром днем вечером ей ему им нам".split()
)


def find(page: Page, first: int, end: int, language: Language) -> list[Speaker]:
    """Return the speakers of the sentence [first, end), in their order."""
    words, found = page.words, []
    starts, said = _STARTS[language.code], language.said
    for i in range(first, end):
        word = words[i]
        if word in starts:
            speaker = _according(page, i, first, end, language)
            if speaker:
                found.append(speaker)
                continue
        if word.endswith("'s") and i + 2 < end and (words[i + 1] in _COUNTS or words[i + 2] in _COUNTS):
            speaker = _possessive(page, i, first, end, language)
            if speaker:
                found.append(speaker)
                continue
        if word in said:
            speaker = _saying(page, i, first, end, language)
            if speaker:
                found.append(speaker)
    return _share(page, found)


_COUNTS = frozenset(
    "figure figures estimate estimates count tally toll data statistics numbers survey poll census".split()
)


def _possessive(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "the commission's figure of 88 per cent" as the commission's word."""
    start = i
    while (
        start > first
        and i - start < 5
        and (page.capital(start - 1) or page.words[start - 1] in ("of", "the"))
        and page.words[start - 1].isalpha()
    ):
        start -= 1
    names = _names(page, start, i + 1, language)
    return Speaker(names, i, i, end, reaches=False, noun=(start, i + 1)) if names else None


def _share(page: Page, found: list[Speaker]) -> list[Speaker]:
    """Where a speaker stands behind what it says and another before, let each keep its own part."""
    kept: list[Speaker] = []
    for one in found:
        if kept and one.names == kept[-1].names:
            continue
        last = kept[-1] if kept else None
        if (
            last
            and last.first == last.at
            and one.first == one.at
            and one.noun[0] > last.at
            and page.words[one.noun[0] - 1] in ("while", "but", "and", ";", "whereas", "а", "но", ",")
        ):
            kept[-1] = last._replace(end=one.noun[0])
        kept.append(one)
    return kept


def _according(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    words = page.words
    for parts in _ACCORDING[language.code]:
        k = i + len(parts)
        if tuple(words[i:k]) != parts or k >= end:
            continue
        if len(parts) == 3 and parts[1] in ("его", "ее", "их"):
            return Speaker((), i, first, end, leans=True, person=parts[1] != "их")
        if parts == ("per",) or (parts == ("данные",) and not (k < end and page.capital(k))):
            return None
        stop = _noun_phrase(page, k, end, language)
        if stop == k:
            return None
        names = _names(page, k, stop, language, oblique=language.code == "ru")
        if not names:
            return None
        bare = len(names) == 1 and names[0].split()[-1].lower() in _BARE
        reach = parts[0] in ("according", "citing", "по", "согласно", "со")
        start = first
        if parts in (("figures", "from"), ("data", "from")):
            start = first
        return Speaker(
            names,
            i,
            start,
            end,
            leans=bare or words[k] in ("her", "him", "them", "it", "его", "ее", "их"),
            person=words[k] in ("her", "him", "его", "ее"),
            reaches=reach,
        )
    return None


def _noun_phrase(page: Page, k: int, end: int, language: Language) -> int:
    """Return the token after the noun phrase that begins at token k, going right."""
    words = page.words
    i = k
    while i < end and i - k < 14:
        word = words[i]
        if (
            word in ("'", "-", "&", "/")
            or (word == "." and i + 1 < end and page.glued(i + 1) and words[i + 1].isalpha())
            or (word == '"' and _name_in_quotes(page, i, end))
        ):
            i += 1
            continue
        if (
            word in _WALL
            or word in _CLAUSE
            or word == "\n"
            or word[0].isdecimal()
            and i > k
            and not page.glued(i)
        ):
            break
        if (
            i > k
            and not page.capital(i)
            and (word in language.said or (word in language.verbs and language.code == "en"))
            or word
            in (
                "who",
                "which",
                "on",
                "with",
                "has",
                "have",
                "had",
                "was",
                "were",
                "is",
                "are",
                "by",
                "to",
                "about",
                "out",
            )
        ):
            break
        if word in language.weekdays or (
            word in ("in", "at", "from", "в", "на", "о", "об", "с", "по", "от", "за", "из")
            and i > k
            and not _keeps(page, i, end, language)
        ):
            break
        if (
            i > k
            and language.code == "ru"
            and page.words[i].endswith(("ли", "лось", "ло", "ют", "ает", "ился", "лась"))
            and not page.capital(i)
            and word not in ("или",)
        ):
            break
        if word == "and" and not (i + 1 < end and page.capital(i + 1)):
            break
        if i > k + 1 and word in language.months:
            break
        i += 1
    while i > k and words[i - 1] in ("the", "of", "a", "for", "and", "in", "и", "-", "'", "в"):
        i -= 1
    return i


def _keeps(page: Page, i: int, end: int, language: Language) -> bool:
    """Tell whether a preposition joins a place to a name: "officials in the city", "police from Harrow"."""
    return (
        language.code == "en"
        and i + 1 < end
        and (page.capital(i + 1) or page.words[i + 1] == "the")
        and page.words[i + 1] not in language.months
        and page.words[i + 1] not in language.weekdays
    )


def _name_in_quotes(page: Page, i: int, end: int) -> bool:
    words = page.words
    for k in range(i + 1, min(i + 7, end)):
        if words[k] == '"':
            return True
    return any(words[k] == '"' for k in range(max(i - 6, 0), i))


def _names(page: Page, first: int, end: int, language: Language, *, oblique: bool = False) -> tuple[str, ...]:
    """Return the names in a noun phrase: two where "and" joins two, else the phrase without its article."""
    words = page.words
    while first < end and words[first] in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "one",
        "some",
        "several",
        "local",
        '"',
        "as",
        "both",
        "that",
    ):
        first += 1
    if first >= end:
        return ()
    if words[first] in ("her", "him", "them", "it") or words[first] in _PRONOUNS:
        return ()
    for i in range(first + 1, end - 1):
        if (
            words[i] in ("and", "&", "и")
            and page.capital(first)
            and page.capital(i + 1)
            and words[i + 1] not in ("human",)
        ):
            if not (i + 2 == end and i - first == 1) or words[i] == "&":
                left = _names(page, first, i, language, oblique=oblique)
                return left + _names(page, i + 1, end, language, oblique=oblique)
    if (
        words[first] in ("in", "on", "at", "for", "of", "to", "на", "в", "о", "с")
        or words[first][0].isdecimal()
    ):
        return ()
    if any(words[i][0].isdecimal() for i in range(first, end)):
        return ()
    if language.case and "со" in words[first:end]:
        end = words.index("со", first)
        if end <= first:
            return ()
    phrase = page.typed(first, end).strip("\"'«»“”„ ,")
    if any(one in phrase for one in '«“„"') and not oblique:
        phrase = phrase.translate(_NO_QUOTES)
    elif oblique:
        phrase = phrase.translate(_NO_QUOTES)
    if oblique:
        phrase = nominative(phrase)
    if not phrase:
        return ()
    inner = _QUOTED.search(page.typed(first, end)) if language.case else None
    if inner and inner[1] != phrase:
        return phrase.removesuffix("'s"), nominative(inner[1])
    return (phrase.removesuffix("'s"),)


_QUOTED = re.compile('[«“„"]([^»”“"]{2,60})')
_NO_QUOTES = dict.fromkeys(map(ord, '«»“”„"'))


def _saying(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Return the speaker of the verb of saying at token v, in either order."""
    words = page.words
    word = words[v]
    before = words[v - 1] if v > first else ""
    if language.code == "ru":
        return _saying_ru(page, v, first, end, language)
    if before in _MODALS or (
        before in ("a", "an", "the", "of", "as")
        and word
        in (
            "estimated",
            "reported",
            "recorded",
            "alleged",
            "stated",
            "expected",
            "projected",
            "confirmed",
            "registered",
        )
    ):
        return None
    if before in _BE and word not in ("quoted", "saying", "reporting", "telling", "warning", "claiming"):
        return None
    if (
        before
        in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "his",
            "her",
            "of",
            "by",
            "no",
            "to",
            "these",
            "those",
            "with",
            "such",
            "new",
            "official",
            "in",
            "for",
            "from",
            "and",
            "or",
        )
        and word in _NOUNY
    ):
        return None
    after = words[v + 1] if v + 1 < end else ""
    if word in _NOUNY and (
        after in ("of", "from", "by", "in", "on")
        or (after in (".", ",") and not (v > first and page.capital(v - 1)))
    ):
        return None
    behind = before in (",", '"', "—", "–", "?", "!") or (v == first and word in ("said", "says"))
    if word in _NEEDS_THAT and not behind and after not in _OPENERS and not _is_behind(page, v, end):
        if not (
            word in ("found", "shows", "showed", "show", "finds", "published")
            and (words[v - 1] in _PAPERS or page.capital(v - 1) and word == "published")
        ):
            return None
    if (
        behind
        and word in _INVERTED
        and v + 1 < end
        and (page.capital(v + 1) or after in _OPENS_NAME)
        and after not in _WALL
    ):
        stop = _noun_phrase(page, v + 1, end, language)
        names = _names(page, v + 1, stop, language)
        if stop > v + 1 and (names or words[v + 1] in _PRONOUNS):
            return _speaker(page, v, v + 1, stop, names, first, end, language, whole=True)
    if word in ("saying", "adding", "warning", "stating", "claiming", "reporting", "telling"):
        return _participle(page, v, first, end, language)
    start, stop, names = _subject(page, v, first, language)
    if stop <= start:
        return None
    if word in ("published", "released", "cited", "quoted", "posted") and words[stop - 1] in _PAPERS:
        return None
    subject = words[start]
    if word in _WEAK and not (
        page.capital(start)
        and v > first
        or subject in _PRONOUNS
        or any(page.capital(i) for i in range(start, stop))
        or words[stop - 1] in _BARE
        or words[stop - 1] in _PAPERS
        or words[stop - 1] in ("officials", "police", "authorities", "economists", "analysts", "researchers")
    ):
        return None
    if word in ("put", "puts") and not {"at", "on"} & set(words[v : min(v + 12, end)]):
        return None
    if word in _COUNTING and not (
        sum(page.capital(i) for i in range(start, stop)) >= 2 or words[stop - 1] in _BARE
    ):
        return None
    if word in (
        "say",
        "note",
        "report",
        "claim",
        "estimate",
        "warn",
        "argue",
        "insist",
        "allege",
        "believe",
        "suggest",
        "predict",
        "expect",
        "want",
        "demand",
        "confirm",
        "blame",
        "explain",
    ):
        if not (
            words[stop - 1].endswith("s")
            or words[stop - 1] in ("police", "they", "we", "people", "i")
            or page.capital(stop - 1)
        ):
            return None
    whole = _is_behind(page, v, end) or (
        start > first
        and words[start - 1] in (",", '"')
        and any(w[0].isdecimal() or w in language.numbers for w in words[first:start])
    )
    return _speaker(page, v, start, stop, names, first, end, language, whole=whole)


_OPENS_NAME = frozenset(
    "the a an its their his her one he she they officials police authorities local another state residents witnesses doctors".split()
)


def _is_behind(page: Page, v: int, end: int) -> bool:
    """Tell whether nothing is said after the verb: the speech stands before it."""
    words = page.words
    rest = [word for word in words[v + 1 : end] if word not in ".\"'!?)\n"]
    if not rest:
        return True
    if rest[0] == "," and page.words[v + 1] == ",":
        return True
    if rest[0] in ("that", ":"):
        return False
    if rest[0] in (
        "on",
        "in",
        "at",
        "late",
        "early",
        "earlier",
        "yesterday",
        "today",
        "last",
        "this",
    ) or rest[0] in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        return len(rest) <= 5 or "," in rest[:5]
    return False


def _speaker(
    page: Page,
    v: int,
    start: int,
    stop: int,
    names: tuple[str, ...],
    first: int,
    end: int,
    language: Language,
    *,
    whole: bool,
) -> Speaker:
    words = page.words
    pronoun = words[start] in _PRONOUNS
    bare = (
        bool(names)
        and len(names) == 1
        and names[0].lower().split()[-1] in _BARE
        and not any(page.capital(i) for i in range(start + 1, stop))
    )
    if pronoun:
        names = ()
    person = (
        pronoun and words[start] in _PERSON_PRONOUNS or sum(page.capital(i) for i in range(start, stop)) >= 2
    )
    scope = first if whole else v
    return Speaker(names, v, scope, end, leans=pronoun or bare, person=person, noun=(start, stop))


def _participle(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Give "…, saying 12 had died" the subject of its sentence."""
    words = page.words
    if v == first or words[v - 1] not in (",", "statement", "briefing", "conference", "told", "by", "while"):
        if words[v - 1 : v] != ["in"] and not words[v - 1].isalpha():
            return None
    stop = _noun_phrase(page, first, v, language)
    names = _names(page, first, stop, language)
    if (
        not names
        or words[first] in language.stop
        and words[first] not in ("the", "a", "an", "its", "their")
        and words[first] not in _PRONOUNS
    ):
        return None
    return Speaker(names, v, v, end, leans=words[first] in _PRONOUNS, person=words[first] in _PERSON_PRONOUNS)


def _subject(page: Page, v: int, first: int, language: Language) -> tuple[int, int, tuple[str, ...]]:
    """Return the token range and names of the subject left of the verb at token v."""
    words = page.words
    end = v
    while end > first and (
        words[end - 1] in _AUX
        or words[end - 1].endswith("ly")
        and len(words[end - 1]) > 5
        or words[end - 1] in language.weekdays
        or words[end - 1] in ("yesterday", "today")
    ):
        end -= 1
    if end == first:
        return first, first, ()
    if words[end - 1] in (",", ")", "—", "–"):
        return _apposed(page, end - 1, first, language)
    k = end
    while k > first and end - k < 16:
        word = words[k - 1]
        if (
            word in _WALL
            and not (word == "." and page.glued(k - 1) and k - 1 > first and len(words[k - 2]) <= 3)
            and not (word == '"' and _name_in_quotes(page, k - 1, end) and end - k < 5)
        ):
            break
        if (
            word in _CLAUSE
            or (word in language.verbs and k < end)
            or word in language.said
            and word not in _NOUNY
            or word in ("and", "or")
            and not (k - 2 >= first and page.capital(k - 2) and page.capital(k))
        ):
            break
        if word == "\n" or word in (
            "were",
            "was",
            "been",
            "is",
            "are",
            "had",
            "has",
            "have",
            "would",
            "will",
            "who",
        ):
            if word != "who":
                break
            k -= 1
            break
        k -= 1
    k = _after_date(page, k, end, language)
    return k, end, _names(page, k, end, language)


def _after_date(page: Page, k: int, end: int, language: Language) -> int:
    """Skip "On Monday" and "In May 2017" in front of a subject."""
    words = page.words
    if k < end and words[k] in (
        "on",
        "in",
        "at",
        "by",
        "during",
        "earlier",
        "last",
        "this",
        "yesterday",
        "today",
        "late",
        "early",
    ):
        last = k
        for i in range(k, end):
            if (
                words[i] in language.weekdays
                or words[i] in language.months
                or words[i][0].isdecimal()
                or words[i] in ("week", "month", "year", "morning", "yesterday", "today", "evening", "night")
            ):
                last = i + 1
        if last > k:
            return last
        for i in range(k + 1, end):
            if words[i] in ("the", "a") or (page.capital(i) and i > k + 2):
                return i
    return k


def _apposed(page: Page, close: int, first: int, language: Language) -> tuple[int, int, tuple[str, ...]]:
    """Read "Ivan Petrov, head of the rescue service, said": the name and the body it speaks for."""
    words = page.words
    begin = close
    while (
        begin > first
        and words[begin - 1] not in ('"', ";", ":", "\n", "—")
        and words[begin - 1] not in ("that", "but", "while")
        and close - begin < 45
    ):
        begin -= 1
    cuts = [begin - 1] + [i for i in range(begin, close) if words[i] == ","] + [close]
    pieces = [(a + 1, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a + 1]
    named = next(
        (
            (a, b)
            for a, b in pieces
            if page.capital(a)
            and words[a].isalpha()
            and words[a] not in language.stop
            and words[a] not in language.weekdays
            and b - a <= 6
            and words[a] not in language.months
        ),
        None,
    )
    if (
        named
        and pieces[0] != named
        and words[pieces[0][0]] in ("its", "the", "their", "his", "her", "a", "an")
        and pieces.index(named) == 1
        and pieces[0][1] - pieces[0][0] <= 9
    ):
        return named[0], named[1], _names(page, *named, language) + _bodies(page, *pieces[0], language)
    for n, (a, b) in enumerate(pieces):
        if (
            words[a] in language.stop
            and words[a] not in ("the", "a", "an", "its", "their", "his", "her")
            or not words[a].isalpha()
        ):
            continue
        if not page.capital(a) and words[a] not in ("a", "an", "the", "its", "their"):
            continue
        if (
            any(words[i] in ("was", "were", "are", "is", "had", "has", "killed", "died") for i in range(a, b))
            or b - a > 9
        ):
            continue
        if n + 1 == len(pieces) and pieces[0] != (a, b) and not page.capital(a):
            continue
        names = _names(page, a, b, language)
        bare = names and names[0].split()[-1].lower() in _BARE and n + 1 < len(pieces)
        later: tuple[str, ...] = ()
        for c, d in pieces[n + 1 :]:
            if bare and page.capital(c):
                later += _names(page, c, min(d, c + 5), language)
            later += _bodies(page, c, d, language)
        return a, b, (later + names) if bare and later else names + later
    return close, close, ()


def _bodies(page: Page, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the body named in "the head of the Marsk Rescue Service"."""
    words = page.words
    for i in range(first, end - 1):
        if words[i] in ("of", "for", "at", "with", "from"):
            k = i + 1
            while k < end and words[k] in ("the", "a", "an"):
                k += 1
            stop = _noun_phrase(page, k, end, language)
            if stop > k and (page.capital(k) or stop - k >= 2):
                return _names(page, k, stop, language)
    for i in range(first, end - 1):
        if page.words[i].endswith("'s") and page.capital(i):
            return (page.words_of(first, i + 1).removesuffix("'s").removeprefix("the "),)
    return ()


def _saying_ru(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "сообщил глава МЧС Иван Петров", "сообщили в полиции" and "МЧС сообщило"."""
    words = page.words
    k = v + 1
    plural = words[v].endswith(("ли", "ют", "ят", "ат"))
    steps = 0
    while (
        k < end
        and steps < 6
        and (
            words[k] in _RU_SKIP - {"в", "на"}
            or words[k] in language.weekdays
            or (words[k] in ("в", "во") and k + 1 < end and words[k + 1] in language.weekdays)
            or words[k][0].isdecimal()
            and k + 1 < end
            and words[k + 1] in language.months
            or words[k] in language.months
        )
    ):
        k, steps = k + 1, steps + 1
    if k + 2 < end and words[k] == '"' and '"' in words[k + 1 : k + 6]:
        k = words.index('"', k + 1) + 1  # told «the paper»
    behind = v > first and words[v - 1] in (",", '"', "—", "–", "как") or v == first
    if (
        plural
        and k < end
        and words[k] in ("в", "во")
        and not (
            k + 1 < end
            and words[k + 1]
            in ("ходе", "интервью", "эфире", "понедельник", "среду", "пятницу", "субботу", "воскресенье")
        )
    ):
        stop = _noun_phrase(page, k + 1, end, language)
        names = _names(page, k + 1, stop, language, oblique=True)
        if names:
            return Speaker(names, v, first if behind or _is_behind_ru(page, stop, end) else v, end)
    if (
        (behind or v == first)
        and k < end
        and words[k] not in _WALL
        and words[k] not in ("что", "о", "об", "в", "на", "со", "по", "это")
    ):
        stop = _noun_phrase(page, k, end, language)
        names = _names(page, k, stop, language)
        if names or words[k] in _PRONOUNS:
            return Speaker(
                names if words[k] not in _PRONOUNS else (),
                v,
                first,
                end,
                leans=words[k] in _PRONOUNS,
                person=words[k] in _PERSON_PRONOUNS,
            )
    start = v
    while start > first and v - start < 12:
        word = words[start - 1]
        if (
            word in _WALL
            and not (word == '"' and _name_in_quotes(page, start - 1, v))
            or word in _CLAUSE
            or word == "\n"
        ):
            break
        start -= 1
    start0 = start
    if start < v and words[start] in ("в", "во", "на", "по", "к", "с", "со", "о", "об", "при"):
        place = words[start] in ("в", "во") and plural
        if place:
            names = _names(page, start + 1, v, language, oblique=True)
            return Speaker(names, v, v, end) if names else None
        for i in range(start + 1, v):
            if page.capital(i) or words[i] in language.weekdays:
                start = i + (words[i] in language.weekdays)
                break
        else:
            return None
    while start < v and words[start] in (
        "также",
        "ранее",
        "позднее",
        "при",
        "этом",
        "а",
        "и",
        "вчера",
        "сегодня",
        "накануне",
        "утром",
    ):
        start += 1
    stop = v
    while stop > start and words[stop - 1] in (
        "также",
        "ранее",
        "позднее",
        "уже",
        "официально",
        "не",
        "вчера",
        "сегодня",
        "накануне",
    ):
        stop -= 1
    if stop <= start:
        if v > first and words[v - 1] == "," and start0 == v:
            _, _, names = _apposed(page, v - 1, first, language)
            if names:
                return Speaker(names, v, v, end, person=True)
        return None
    names = _names(page, start, stop, language)
    pronoun = words[start] in _PRONOUNS
    if not names and not pronoun:
        return None
    return Speaker(
        () if pronoun else names,
        v,
        first if _is_behind_ru(page, v + 1, end) else start,
        end,
        leans=pronoun,
        person=words[start] in _PERSON_PRONOUNS,
    )


def _is_behind_ru(page: Page, k: int, end: int) -> bool:
    rest = [word for word in page.words[k:end] if word not in ".\"'!?)\n"]
    return len(rest) <= 1


def last_person(page: Page, first: int, end: int, language: Language) -> str:
    """Return the last full name (two or three capitals in a row) of a sentence."""
    i = end - 1
    while i > first:
        if (
            page.capital(i)
            and page.capital(i - 1)
            and page.words[i].isalpha()
            and page.words[i - 1].isalpha()
            and page.words[i] not in language.months
            and page.words[i - 1] not in language.stop
        ):
            return page.words_of(i - 1, i + 1)
        i -= 1
    return ""


def answers(page: Page, i: int, language: Language) -> str:
    """Return the person interviewed, for a paragraph that begins "Answer:" or replies to a question after a dash."""
    words = page.words
    first, _ = page.paragraph(i)
    if words[first : first + 2] not in (["answer", ":"], ["a", ":"], ["ответ", ":"]) and not (
        words[first] in "—–" and _asked(page, first)
    ):
        return ""
    person = ""
    before = page.words[max(0, first - 400) : first]
    for k in range(first - 1, max(first - len(before), 0), -1):
        if (
            page.capital(k)
            and page.capital(k - 1)
            and words[k].isalpha()
            and words[k - 1].isalpha()
            and words[k - 1] not in language.stop
            and words[k] not in language.months
        ):
            person = page.typed(k - 1, k + 1)
    return person


def _asked(page: Page, first: int) -> bool:
    """Tell whether the paragraph before ends with a question mark."""
    k = first - 1
    while k > 0 and page.words[k] == "\n":
        k -= 1
    return page.words[k] == "?"


def label(page: Page, i: int, language: Language) -> tuple[str, ...]:
    """Return the name a headline carries: "Name: words" in front, or "words | Name & Name" behind."""
    words = page.words
    first, end = page.paragraph(i)
    if end - first > 40:
        return ()
    while end > first and words[end - 1] == "\n":
        end -= 1
    if words[end - 1] in (".", "!", "?") and end - first > 12:
        return ()
    for k in range(end - 1, i, -1):
        if words[k] in ("|", "–", "—") and not page.glued(k) and end - k <= 7 and k + 1 < end:
            if (
                page.capital(k + 1)
                and words[k + 1].isalpha()
                and all(
                    page.capital(j) or not words[j].isalpha() or words[j] in ("of", "the", "and")
                    for j in range(k + 1, end)
                )
            ):
                return _names(page, k + 1, end, language)
        if words[k] == "(" and end - k <= 12 and k + 1 < end and page.capital(k + 1) and words[k - 1] == '"':
            stop = k + 1
            while stop < end and words[stop] not in (",", ")"):
                stop += 1
            return _names(page, k + 1, stop, language)
        if (
            words[k] == ","
            and end - k <= 10
            and k + 1 < end
            and page.capital(k + 1)
            and any(word.isdecimal() and len(word) == 4 for word in words[k + 1 : end])
        ):
            stop = k + 1
            while stop < end and words[stop] != ",":
                stop += 1
            if stop < end and not words[k + 1][0].isdecimal() and words[k + 1] not in language.months:
                return _names(page, k + 1, stop, language)
    for k in range(first + 1, min(i, first + 6)):
        if (
            words[k] == ":"
            and i > k + 1
            and all(page.capital(j) for j in range(first, k))
            and words[k - 1] not in ("answer", "question", "total", "source")
        ):
            return _names(page, first, k, language)
    return ()
