"""A figure as it is printed anywhere: number, as of, status, origins, in that order, in text, never bare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from babel.dates import format_date
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from claims.models import Figure, FigureState, MeasureWording
from claims.origins import count_origins, origins_in_words
from claims.phrases import phrases, printing_language
from claims.wording import NO_NOUN, Forms, Noun, as_of_in_words, date_in_words, in_words

# What may stand in print by its status (DESIGN, Status); `false` only in a correction, which is not a figure's line.
PRINTABLE = frozenset({
    Figure.Status.VERIFIED, Figure.Status.ATTRIBUTED, Figure.Status.DISPUTED, Figure.Status.SUPERSEDED,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printed:
    """One figure in words of one language. The names are those that the components of the look take as `figure`.

    `number` "more than 60 people"; `bare` "more than 60", for a sentence that names the noun itself; `as_of`
    "20 June to 31 July 2031", empty when undated; `as_of_phrase` with its preposition, or "undated"; `status` the
    code, `status_word` small, for running text; `origins` "1 origin"; `originator` as it may be printed (a protected
    party by its public label), empty when unknown; `fell` is filled by who knows what was printed before.
    """

    uid: UUID
    number: str
    bare: str
    as_of: str
    as_of_date: str
    as_of_phrase: str
    status: str
    status_word: str
    origins: str
    n_origins: int
    originator: str
    measure: str
    is_printable: bool
    language: str
    url: str = ""
    what: str = ""
    fell: str = ""

    @property
    def text(self) -> str:
        """The whole line, as `say()`."""
        return self.say()

    def worded(self, wording: str) -> str:
        """The words of a figure node: `number` leaves the noun to the sentence, `full` says it."""
        return self.bare if wording == "number" else self.number

    def say(self) -> str:
        """The whole line: "more than 60 people (as of 20 June to 31 July 2031, superseded, 1 origin)"."""
        return f"{self.number} ({self.as_of_phrase}, {self.fell or self.status_word}, {self.origins})"


def printed(figures: Iterable[Figure], *, language: str = "en") -> dict[int, Printed]:
    """Put figures into words, by figure id. The number of queries does not grow with their number.

    Figures fetched by `with_state()` cost only the queries that count origins.
    """
    listed = list(figures)
    prefetch_related_objects(
        listed, "current_state__measure__wordings", "current_state__originator", "current_state__phase"
    )
    origins = count_origins(listed)
    return {figure.pk: _printed(figure, figure.state, origins[figure.pk], language) for figure in listed}


def _printed(figure: Figure, state: FigureState, n_origins: int, language: str) -> Printed:
    wording = state.measure.wording(language) if state.measure else None
    unit = state.measure.unit if state.measure else ""
    noun = _noun(state, wording, unit)
    # A measure without words in this language keeps the grammar of the words it has: never "более 60 people".
    spoken = wording.language if wording else language
    words = {
        kind: in_words(state.value, noun=noun, unit=unit, language=spoken, wording=kind)
        for kind in ("full", "number")
    }
    party = state.originator
    return Printed(
        uid=figure.uid,
        number=words["full"],
        bare=words["number"],
        as_of=date_in_words(state.as_of, language),
        as_of_date=_machine_date(state),
        as_of_phrase=as_of_in_words(state.as_of, language),
        status=figure.status,
        status_word=phrases(language).statuses[figure.status],
        origins=origins_in_words(n_origins, is_primary_record=figure.is_primary_record, language=language),
        n_origins=n_origins,
        originator=party.printed_name if party else "",
        measure=wording.title if wording else (state.measure.slug if state.measure else ""),
        is_printable=figure.status in PRINTABLE,
        language=printing_language(language),
    )


def in_short(state: FigureState, *, language: str = "en") -> str:
    """Name a figure in a sentence of the desk: "more than 60 people (as of 17 May 2031)"."""
    wording = state.measure.wording(language) if state.measure else None
    unit = state.measure.unit if state.measure else ""
    spoken = wording.language if wording else language
    words = in_words(state.value, noun=_noun(state, wording, unit), unit=unit, language=spoken)
    return f"{words} ({as_of_in_words(state.as_of, language)})"


def _noun(state: FigureState, wording: MeasureWording | None, unit: str) -> Noun:
    """The measure's noun; where it has none, the source's own word, which a unit already says."""
    if wording and (wording.one or wording.few or wording.many or wording.other):
        return wording
    return NO_NOUN if unit else Forms(other=state.counted)


def basis_in_words(basis: str) -> str:
    """Say on what a date leans, for a table of the desk."""
    return {
        "explicit": _("stated"), "relative": _("worked out from a phrase"), "context": _("carried from nearby"),
        "publication": _("document date"), "inferred": _("inferred"),
    }.get(basis, "–")  # fmt: skip


def _machine_date(state: FigureState) -> str:
    """The date for a `time` element, where the as-of is one day; HTML has no attribute for a span."""
    when = state.as_of
    return when.earliest.isoformat() if when.earliest and when.earliest == when.latest else ""


def fell_in_words(since: datetime, was: str, *, language: str = "en") -> str:
    """Say that a figure in print lost its signatures: "not signed since 3 May 2031; was attributed".

    `since` is the instant of the fall (UTC), `was` the code of the status it was printed with.
    """
    said = phrases(language)
    day = format_date(since.date(), "d MMMM y", locale=printing_language(language))
    return said.fell.format(date=day, status=said.statuses[was])
