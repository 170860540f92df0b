"""What a parser hands back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Break:
    """One entry of a listing page, as the page itself marks it: offsets into the text, heading and date if given."""

    start: int
    end: int
    title: str = ""
    published: str = ""  # EDTF


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with all that the parser learned on the way. Offsets are code points into `text`."""

    text: str
    parser: str
    parser_version: str
    encoding: str
    is_complete: bool = True
    notes: tuple[str, ...] = ()
    title: str = ""
    language: str = ""
    published: str = ""  # EDTF, from the page's own metadata
    publisher: str = ""
    authors: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
