"""Find who says a figure, nearest first; nobody named is the author's own voice.

A speaker is found by a verb of saying or a phrase such as "according to". Its reach is the part of the
sentence it speaks for, a quotation it goes with, and the sentences that only go on with its account.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from claims.extraction.attribution import headlines, labels
from claims.extraction.attribution.speaker import PERSON_PRONOUNS, Speaker, is_publisher
from claims.extraction.attribution.turns import turn
from claims.extraction.attribution.voices import Quote, Voices
from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts

MAX_NAMES = 4
NEAR = 6  # sentences around a quotation in which its speaker is looked for
FAR = 25  # tokens a speaker in another sentence than the quotation counts as farther
_DASHES = frozenset("—–")
_ABOUT_BEFORE = phrases_of("attribution", "about_before")
_FIRST_ABOUT = frozenset(phrase[0] for phrase in _ABOUT_BEFORE)
_GOES_ON = words_of("attribution", "goes_on")


def _part_of_those(page: Page, first: int) -> bool:
    """Tell whether a sentence begins with a part of those counted before: "56 of them", "56 из них"."""
    near = page.words[first : first + 7]
    return not _PARTS_OF_THOSE.isdisjoint(zip(near, near[1:], strict=False))


_PARTS_OF_THOSE = frozenset(map(tuple, phrases_of("attribution", "parts_of_those")))


def attribute(page: Page, drafts: list[Draft], language: Language, facts: DocumentFacts) -> None:
    """Fill in the attribution of every draft."""
    if not drafts:
        return
    voices = Voices(page, language, facts)
    for draft in drafts:
        names = _who(draft, voices)
        if names:
            others = [name for name in names if not is_publisher(name, facts.publisher)]
            draft.attribution = tuple(dict.fromkeys(others))[:MAX_NAMES]
        if draft.trace is not None:
            draft.note("attribution", ", ".join(draft.attribution) or "the author's own voice")


def _who(draft: Draft, voices: Voices) -> tuple[str, ...]:
    page = voices.page
    first, end = page.sentence(draft.a)
    quote = voices.quote(draft.a)
    if quote:
        names = _before_quote(quote, voices) or _answered(quote, voices) or _of_quote(draft, quote, voices)
        if names:
            return names
    spoken = voices.of(first, end)
    if spoken:
        here = [
            one
            for one in spoken
            if one.first <= draft.a < one.end
            and not one.noun[0] <= draft.a < one.noun[1]
            and not (quote is None and voices.is_quoted(one))
        ]
        here.sort(key=lambda one: abs(one.at - draft.a))
        if here and not here[0].own:
            return tuple(name for one in here for name in voices.names(one, first))
    label = _labelled(draft.a, voices)
    if label:
        return label
    turned = turn(draft.a, voices)
    if turned or quote:
        return turned
    if first not in voices.carried:
        voices.carried[first] = _carried(first, voices) or _told_behind(end, voices)
    return voices.carried[first]


def _labelled(i: int, voices: Voices) -> tuple[str, ...]:
    """Return the person who answers in token i's line, or whose name stands before its colon or at its head."""
    page, language = voices.page, voices.language
    person = headlines.answers(page, i, language) if voices.has_answers else ""
    if person:
        return (person,)
    return (voices.has_colon and labels.label_of(page, i, language)) or headlines.label(page, i, language)


def _before_quote(quote: Quote, voices: Voices) -> tuple[str, ...]:
    """Return the name in front of the colon that opens a quotation at the head of a line."""
    if not quote.first or voices.page.words[quote.first - 1] != ":":
        return ()
    return labels.label_of(voices.page, quote.first + 1, voices.language)


def _answered(quote: Quote, voices: Voices) -> tuple[str, ...]:
    """Return the person interviewed, for a quotation right behind a question that nobody else is said to speak."""
    beside = _beside_quote(quote, voices)
    if beside and -NEAR < beside[0].at - quote.end < NEAR:
        return ()
    person = headlines.interviewed(voices.page, quote.first, voices.language)
    return (person,) if person else ()


def _of_quote(draft: Draft, quote: Quote, voices: Voices) -> tuple[str, ...]:
    """Return who speaks a quotation: the speaker beside it, before or behind, in its paragraph or the one before."""
    page = voices.page
    first, _ = page.sentence(draft.a)
    names: tuple[str, ...] = ()
    for one in voices.of(*page.sentence(draft.a)):
        within = quote.first < one.at < quote.end and page.words[one.at - 1] not in ("—", "–")
        if within and one.first <= draft.a < one.end:
            names += voices.names(one, first)
    beside = _beside_quote(quote, voices)
    if beside:
        return names + voices.names(*beside)
    told = _told_beside(quote, voices)
    if told:
        return names + told
    start, _ = page.paragraph(quote.first)
    return names + _in_paragraph_before(start, voices) if start else names


def _told_beside(quote: Quote, voices: Voices) -> tuple[str, ...]:
    """Return the person told of right before a quotation that nobody is said to speak: "Ida Lund waves. "We close."."""
    page = voices.page
    start = page.paragraph(quote.first)[0]
    begin = page.sentence(quote.first)[0]
    if begin == quote.first and begin > start:
        begin = page.sentence(begin - 1)[0]
    if not start <= begin < quote.first:
        return ()
    person = headlines.last_person(page, begin, quote.first, voices.language)
    return (person,) if person else ()


def _beside_quote(quote: Quote, voices: Voices) -> tuple[Speaker, int] | None:
    """Return the speaker nearest to a quotation in its paragraph, and where that one's sentence begins."""
    page = voices.page
    start, until = page.paragraph(quote.first)[0], page.paragraph(quote.end - 1)[1]
    best: tuple[int, Speaker, int] | None = None
    here = bisect_right(page.sentences, quote.first) - 1
    at = max(bisect_right(page.sentences, start) - 1, here - NEAR)
    beyond = min(bisect_right(page.sentences, quote.end) + NEAR, len(page.sentences))
    while at < beyond and page.sentences[at] < until:
        begin = page.sentences[at]
        end = page.sentences[at + 1] if at + 1 < len(page.sentences) else len(page.words)
        far = 0 if begin <= quote.first < end or begin <= quote.end <= end else FAR
        for one in voices.of(begin, end):
            distance = _distance(one, quote, voices)
            if distance > 0:
                distance += far
            if distance >= 0 and (best is None or distance < best[0]):
                best = (distance, one, begin)
        at += 1
    return best[1:] if best else None


def _in_paragraph_before(start: int, voices: Voices) -> tuple[str, ...]:
    """Return who spoke last in the paragraph before the one that begins at token `start`."""
    page = voices.page
    before = page.paragraph(start - 1 if page.words[start - 1] != "\n" else max(start - 2, 0))[0]
    at = bisect_left(page.sentences, start) - 1
    while at >= 0 and page.sentences[at] >= before:
        found = voices.of(page.sentences[at], page.sentences[at + 1])
        if found:
            return voices.names(found[-1], page.sentences[at])
        at -= 1
    return ()


def _distance(one: Speaker, quote: Quote, voices: Voices) -> int:
    """Return how far a speaker stands from a quotation, -1 for the speaker of another one."""
    inside = voices.quote(one.at)
    if inside is not None and voices.page.words[one.at - 1] not in ("—", "–"):
        return -1
    if inside == quote:
        return 0
    return quote.first - one.at if one.at < quote.first else one.at - quote.end + 1


def _told_behind(begin: int, voices: Voices) -> tuple[str, ...]:
    """Return who speaks in the sentence behind, where that only says whose word it was: "Об этом сообщили в МЧС."""
    page = voices.page
    if begin >= page.paragraph(begin - 1)[1] or page.words[begin] not in _FIRST_ABOUT:
        return ()
    if not any(page.words[begin : begin + len(phrase)] == phrase for phrase in _ABOUT_BEFORE):
        return ()
    found = voices.of(*page.sentence(begin))
    return voices.names(found[0], begin) if found else ()


def _carried(first: int, voices: Voices) -> tuple[str, ...]:
    """Return the speaker of the sentence before, where this one only goes on with the account."""
    page = voices.page
    start, _ = page.paragraph(first)
    word = page.words[first]
    goes_on = (
        word in _GOES_ON or _part_of_those(page, first) or page.words[first : first + 2] == ["a", "further"]
    )
    if first > start and voices.has_colon and voices.is_letter(start, first):
        return voices.names(voices.of(*page.sentence(start))[0], start)
    at = bisect_left(page.sentences, first) - 1
    steps = 0
    while goes_on and at >= 0 and page.sentences[at] >= start and steps < 4:
        begin = page.sentences[at]
        found = [one for one in voices.of(begin, page.sentences[at + 1]) if one.reaches]
        if found:
            return voices.names(found[-1], begin) if found[-1].person or word not in PERSON_PRONOUNS else ()
        word = page.words[begin]
        goes_on = word in _GOES_ON
        at, steps = at - 1, steps + 1
    return ()
