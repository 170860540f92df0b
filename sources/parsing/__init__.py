"""From bytes to text: what a parser makes of a capture, and everything it left out or had to guess."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from sources import kinds, limits
from sources.errors import TooLarge
from sources.parsing import html, plain
from sources.parsing.parsed import Break, Parsed

__all__ = ["Break", "Parsed", "parse"]


def parse(content: bytes, *, file_name: str = "", declared_type: str = "") -> Parsed:
    """Read bytes as text. The kind is decided by content; name and declared type only add notes.

    Nothing is left out silently: what was removed, replaced or guessed is a sentence in `notes`, and a text that is
    not whole has `is_complete` False. Raises UnreadableKind for kinds the desk does not read (with what to do
    instead), TooLarge for a text over TEXT_CHARACTERS.
    """
    kind, notes = kinds.readable_kind(content, file_name=file_name, declared_type=declared_type)
    parser = html if kind is kinds.HTML else plain
    parsed = parser.parse(content, _charset(declared_type))
    if len(parsed.text) > limits.TEXT_CHARACTERS:
        raise TooLarge(
            _("This text is longer than %(n)s characters. Bring it in as several smaller files.")
            % {"n": limits.TEXT_CHARACTERS}
        )
    return replace(parsed, notes=(*notes, *parsed.notes, *plain.warnings(parsed.text)))


def _charset(declared_type: str) -> str:
    """Return the charset named in a declared type such as `text/html; charset=windows-1251`."""
    _, _, rest = declared_type.lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'")
