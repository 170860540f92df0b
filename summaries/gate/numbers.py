"""Numbers in the text that are no figure node: what the reader finds there stops publication.

Dates, times, ordinals, names and law numbers that the reader recognises pass and are listed to the approver
(MODEL, Printed fields); so does a number an editor marked as no figure, with the reason.
"""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from claims.extraction import DocumentFacts, PassedNumber, ReadFigure, read
from summaries import marks
from summaries.body import MASK
from summaries.gate.disguised import Spot, disguised
from summaries.gate.sentences import Sentence
from summaries.gate.stops import Mend, Passed, Stop
from summaries.models import NotFigure, Revision, Summary

PASS = frozenset({"date", "time", "ordinal", "name", "law"})

_QUALIFIERS = (
    "more than", "over", "at least", "as many as", "up to", "at most", "nearly", "almost", "about", "around", "some",
    "roughly", "approximately", "fewer than", "less than", "exactly", "более", "больше", "менее", "меньше", "свыше",
    "около", "почти", "примерно", "порядка", "минимум", "максимум", "до",
)  # fmt: skip
_MULTIPLIERS = (
    "%", "‰", "percent", "per cent", "hundred", "thousand", "million", "billion", "dozen", "or more", "or so",
    "or fewer", "процент", "тыс", "млн", "млрд", "миллион", "миллиард", "сот",
)  # fmt: skip
_BEFORE = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, _QUALIFIERS)) + rf")\s*{MASK}", re.IGNORECASE)
_AFTER = re.compile(rf"{MASK}[\s-]*(" + "|".join(map(re.escape, _MULTIPLIERS)) + ")", re.IGNORECASE)

_TIME_UNIT = re.compile(
    r"[\s-]*(?:minute|hour|day|week|fortnight|month|year|decade|минут|час|дн|день|сут|недел|месяц|лет|год|десятилет)",
    re.IGNORECASE,
)


def check_numbers(
    summary: Summary, revision: Revision, found: Iterable[Sentence]
) -> tuple[list[Stop], list[Passed]]:
    """Return the bare numbers that stop publication, and those that may stand."""
    texts = marks.masked(revision)
    spans = _marked_spans(revision, texts)
    stops: list[Stop] = []
    passed: list[Passed] = []
    for sentence in found:
        bare, fine = bare_in(sentence.text, summary.language)
        passed += [Passed(sentence.field, one.quote, one.why, "", _("the reader")) for one in fine]
        for number in bare:
            start, end = sentence.start + number.start, sentence.start + number.end
            mark = next((mark for at, to, mark in spans[sentence.field] if at < end and start < to), None)
            if mark:
                passed.append(Passed(mark.field, mark.quote, mark.reason, mark.note, str(mark.by)))
            else:
                stops.append(
                    _bare(summary, marks.place_of(sentence.field, texts[sentence.field], start, number.quote))
                )
    return stops, passed


def bare_in(text: str, language: str) -> tuple[list[ReadFigure | PassedNumber | Spot], list[PassedNumber]]:
    """Return the numbers of a text no record stands behind, in their order, and those that may stand as they are."""
    seen = read(text, DocumentFacts(language=language))
    fine = [one for one in seen.passed if one.why in PASS and not _is_duration(text, one.end, one.quote)]
    bare: list[ReadFigure | PassedNumber | Spot] = [
        *seen.figures,
        *seen.leftover,
        *(one for one in seen.passed if one not in fine),
    ]
    known = [(one.start, one.end) for one in (*bare, *fine)]
    bare += disguised(text, read_already=known, language=language)
    return sorted(bare, key=lambda one: one.start), fine


def _is_duration(text: str, end: int, quote: str) -> bool:
    """Say whether a number the reader took for part of a date measures time: "in [fifteen] months" is a quantity."""
    is_year = len(quote) == 4 and quote.isdigit()
    return not is_year and _TIME_UNIT.match(text, end) is not None


def _marked_spans(revision: Revision, texts: dict[str, str]) -> dict[str, list[tuple[int, int, NotFigure]]]:
    """Return the marks of a revision by field, each with where its words stand."""
    spans: dict[str, list[tuple[int, int, NotFigure]]] = {field: [] for field in texts}
    for mark in revision.not_figures.select_related("by"):
        places = marks.starts(texts[mark.field], mark.quote)
        if mark.nth <= len(places):
            at = places[mark.nth - 1]
            spans[mark.field].append((at, at + len(mark.quote), mark))
    return spans


def _bare(summary: Summary, place: marks.Place) -> Stop:
    place_query = (("field", place.field), ("nth", str(place.nth)), ("quote", place.quote))
    return Stop(
        code="bare_number",
        title=_("A bare number"),
        sentence=_("“%(quote)s” belongs to no figure.") % {"quote": place.quote},
        quote=place.quote,
        field=place.field,
        nth=place.nth,
        mends=(
            Mend(_("Find it among the figures"), "summaries:desk-summary", (summary.uid,), query=(("q", place.quote),)),
            Mend(
                _("Not a figure, because …"), "summaries:not-a-figure", (summary.uid,),
                query=place_query,
            ),
        ),
    )  # fmt: skip


def check_qualifiers(summary: Summary, found: Iterable[Sentence], words: dict[int, str]) -> list[Stop]:
    """Return the nodes whose number the words beside them change: "more than [60 people]", "[60] million"."""
    stops = []
    for sentence in found:
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(sentence.text):
                nth = sentence.text.count(MASK, 0, match.start())
                stops.append(_altered(summary, sentence, match[1], words, nth))
    return stops


def _altered(summary: Summary, sentence: Sentence, beside: str, words: dict[int, str], nth: int) -> Stop:
    position = sentence.positions[nth]
    return Stop(
        code="altered_number",
        title=_("A number changed by its neighbour"),
        sentence=_(
            "“%(beside)s” stands beside “%(number)s” and changes what the record says. Take the word out."
        )
        % {"beside": beside, "number": words[position]},
        quote=words[position],
        field=sentence.field,
        position=position,
        mends=(Mend(_("Go to the text"), "summaries:desk-summary", (summary.uid,)),),
    )
