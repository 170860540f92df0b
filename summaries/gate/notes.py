"""Public notes of corrections and retractions: printed like the text they speak of, so no bare number and no name."""

from django.utils.translation import gettext as _

from sources.names import printable
from sources.naming import protected_names
from summaries.errors import NotNow
from summaries.gate.numbers import bare_in

LONGEST = 1000  # characters


def note_for_print(words: str, language: str) -> str:
    """Return a public note as it may go out. Raises NotNow: it names a protected party, or holds a bare number.

    Asked under the counter, which whoever protects a party holds. The old and the new value stand beside a correction
    from the record, so that the note need not say them; dates, times, names and law numbers may stand (MODEL, Printed
    fields).
    """
    note = printable(words)[:LONGEST]
    if protected_names().named_in(note):
        raise NotNow(
            _("The note names a protected party. Say it without the name, or with its public label.")
        )
    bare, _fine = bare_in(note, language)
    if bare:
        raise NotNow(
            _(
                "The note says “%(quote)s”, and no record stands behind that number. "
                "Say it without the number: the values of the figure are printed beside the note."
            )
            % {"quote": bare[0].quote}
        )
    return note
