"""Names of files as they came: kept as text only, made visible, and never used as a path."""

import re
import unicodedata

from django.utils.translation import gettext as _

from sources import limits
from sources.errors import UnreadableKind

# What the desk reads today. Everything else is named in a refusal, with what to do instead.
READ_SUFFIXES = frozenset({"txt", "text", "md", "markdown", "csv", "tsv", "html", "htm"})
_SUFFIX = re.compile(r"\.([^.\s]{1,12})$")


def is_invisible(character: str) -> bool:
    """Say whether a character cannot be seen in a name: a control, a format character, a lone surrogate."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def visible(words: str) -> str:
    """Write every invisible character as its code point: a right-to-left override becomes `<U+202E>`."""
    return "".join(f"<U+{ord(each):04X}>" if is_invisible(each) else each for each in words)


def clean_file_name(name: str) -> tuple[str, list[str]]:
    """Return the name as it is kept, at most FILE_NAME_BYTES of UTF-8, and notes on what was odd about it.

    Folders are left out: they name people and machines. `clean_file_name("../../etc/passwd")` gives "passwd".
    """
    last = re.split(r"[/\\]", name)[-1].strip().rstrip(".")
    notes = []
    if any(map(is_invisible, last)):
        notes.append("The file's name holds characters that cannot be seen; they are shown by their code.")
    shown = visible(last)
    kept = shown.encode("utf-8", "replace")[: limits.FILE_NAME_BYTES].decode("utf-8", "ignore")
    if kept != shown:
        notes.append("The file's name was too long and has been cut.")
    return kept, notes


def suffix(name: str) -> str:
    """Return the last suffix of a name in lower case, without its dot; empty when there is none."""
    found = _SUFFIX.search(name)
    return found[1].lower() if found else ""


def refuse_unread_name(name: str) -> None:
    """Refuse a name that promises a kind of file the desk does not read. A name without a suffix says nothing.

    Raises UnreadableKind. `.htaccess` counts as a suffix: a name must not be one.
    """
    ending = suffix(name)
    if ending and ending not in READ_SUFFIXES:
        raise UnreadableKind(
            _(
                "Files named .%(ending)s are not read here. Bring in plain text (.txt) or a web page (.html), "
                "or paste the text."
            )
            % {"ending": visible(ending)}
        )
