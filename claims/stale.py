"""Noticing that a form is stale, and saying so with both versions side by side."""

from django.utils.translation import gettext as _

from claims.errors import OutOfDate
from claims.models import Figure, FigureState, Mention, Reading
from claims.printing import in_short
from claims.wording import as_of_in_words, in_words


def refuse_stale(mention: Mention, seen: str) -> None:
    """Raise OutOfDate, with both versions, where a mention has moved on since its token was `seen`."""
    if mention.token == seen:
        return
    state, n = [*seen.split("."), ""][:2]
    shown = next((one for one in mention.readings.all() if str(one.n) == n), None)
    raise OutOfDate(
        _("Somebody else worked on this mention after you opened it."),
        yours={_("Sorted"): _sorted(state), _("Reading"): _says(shown) if shown else ""},
        now={_("Sorted"): mention.get_state_display(), _("Reading"): _says(mention.reading)},
    )


def _says(reading: Reading) -> str:
    """Say what a reading says: "more than 60 people (as of 17 May 2031)"."""
    unit = "" if reading.kind == Reading.Kind.COUNT else reading.unit
    words = in_words(reading.value, other="" if unit else reading.counted, unit=unit)
    return f"{words} ({as_of_in_words(reading.as_of)})"


def _sorted(state: str) -> str:
    return str(dict(Mention.State.choices).get(state, state))


def refuse_stale_figure(figure: Figure, seen: int) -> None:
    """Raise OutOfDate, with both versions, where a figure has a newer state than number `seen`."""
    if figure.state.n == seen:
        return
    shown = figure.states.filter(n=seen).first()
    raise OutOfDate(
        _("Somebody else changed this figure after you opened it."),
        yours=_told(shown) if shown else {},
        now=_told(figure.state),
    )


def _told(state: FigureState) -> dict[str, str]:
    return {
        _("Says"): in_short(state),
        _("Measure"): str(state.measure or ""),
        _("Originator"): state.originator.printed_name if state.originator else "",
        _("State"): str(state.n),
    }
