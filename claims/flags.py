"""What the reader has to tell about a reading, each flag in one plain sentence; and who it was that read."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Reading

# docs/reading.md ("Flags") says when each is set.
SENTENCES = {
    "ambiguous_separator": gettext_lazy(
        "The point or comma in the number may part thousands or begin decimals; the language of the text decided."
    ),
    "hidden_characters": gettext_lazy(
        "Characters that nobody sees stand inside the number. Compare it with the captured file."
    ),
    "direction_controls": gettext_lazy(
        "The direction of the text is turned around at the number: what is seen may not be what is stored."
    ),
    "other_digits": gettext_lazy("The number is written in the digits of another script."),
    "plus_or_minus": gettext_lazy(
        "It is written with ±: the words give a margin to either side, not a count."
    ),
    "scale_taken_over": gettext_lazy(
        "The number stands without its “thousand” or “million”, which was taken over from the number beside it."
    ),
    "inconsistent": gettext_lazy(
        "It does not add up with the numbers beside it: a part is larger than its whole, or parts come to another sum."
    ),
    "second_reader": gettext_lazy(
        "Found by a second reader alone, where ours read nothing. Hold it against the words themselves."
    ),
}
# With these the number may be another than it seems, or none that is right, however sure the reader is of what it read.
ALARMING = frozenset({"hidden_characters", "direction_controls", "inconsistent"})


def in_sentences(flags: Iterable[str]) -> list[str]:
    """Say each flag in a sentence. One that we do not know, of another reader, is told by its name."""
    return [
        str(SENTENCES[flag]) if flag in SENTENCES else _("The reader marked it “%(flag)s”.") % {"flag": flag}
        for flag in dict.fromkeys(flags)
    ]


def reader_of(reading: Reading) -> str:
    """Say who read: a person by name, the reader, or a second reader by the name it goes by."""
    if reading.by:
        return str(reading.by)
    if "second_reader" in reading.flags:
        return _("a second reader, %(name)s") % {"name": reading.reader}
    return _("the reader")
