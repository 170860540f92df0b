"""Web pages: the words a reader sees, block by block, with everything left out counted.

Our own walk over lxml's tree, since the extractors drop passages without saying which. libxml2 gives up on elements
nested deeper than 2,048 (and at 256 unless told it may go deeper) with nothing but a line in its error log: the log
is read, and such a page is not complete.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from sources import limits
from sources.parsing import listing, plain
from sources.parsing.hidden import hiding_selectors, is_hidden
from sources.parsing.page_facts import page_facts
from sources.parsing.parsed import Parsed

PARSER, VERSION = "html", "1"

_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PARAGRAPHS = frozenset(
    "address article aside blockquote body center details dialog div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html main menu nav ol p pre section summary table ul tbody thead tfoot".split()
)
_LINES = frozenset("li dt dd tr caption legend option".split())
_CELLS = frozenset({"td", "th"})
# Elements without an end tag (embed, source, …) are not among these: libxml2 does not know them all and hangs the rest
# of the page under them, so they are walked through.
_NOT_WORDS = frozenset("head script style title".split())
_FURNITURE = frozenset("nav aside button select textarea datalist menu".split())
_FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search"})
_EMBEDDED = frozenset("iframe object video audio canvas svg applet".split())
_DELETED = frozenset({"del", "s", "strike"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_GAPS = ("", " ", "\t", "\n", "\n\n")
_SPACE = re.compile(r"[ \t\r\n\f]+")


class _Writing:
    """The text as it grows. A gap is kept back until the next words, so that the widest of several wins."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.gap = ""

    def leave(self, gap: str) -> None:
        if _GAPS.index(gap) > _GAPS.index(self.gap):
            self.gap = gap

    def break_line(self) -> None:
        self.gap = "\n\n" if self.gap == "\n" else max(self.gap, "\n", key=_GAPS.index)

    def words(self, words: str | None) -> None:
        """Add words, their runs of white space drawn together as a browser does. A no-break space is no white space."""
        if not words:
            return
        said = _SPACE.sub(" ", words)
        if said.startswith(" "):
            self.leave(" ")
        if said.strip(" "):
            self._put(said.strip(" "))
            self.gap = " " if said.endswith(" ") else ""

    def as_is(self, words: str) -> None:
        if words:
            self._put(words)
            self.gap = ""

    def _put(self, words: str) -> None:
        gap = self.gap if self.length else ""
        self.pieces += [gap, words]
        self.length += len(gap) + len(words)

    def __str__(self) -> str:
        return "".join(self.pieces)


class _Walk:
    """One walk over a page: what is written, what was left out, and where the entries of a listing lie."""

    def __init__(self, root: etree._Element, *, keeps_furniture: bool = False) -> None:
        self.writing = _Writing()
        self.keeps_furniture = keeps_furniture
        self.left_out: Counter[str] = Counter()
        self.hiding = hiding_selectors(root)
        self.entries = listing.entries(root)
        self.spans: dict[etree._Element, list[int]] = {}
        self.n_pre = 0
        self._over(root)

    def _over(self, root: etree._Element) -> None:
        steps = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in steps:
            if event == "start":
                if self._leaves_out(element):
                    skipped = element
                    steps.skip_subtree()
                else:
                    self._opens(element)
                continue
            if element is skipped:
                skipped = None
            else:
                self._closes(element)
            if element is not root:
                self._says(element.tail)

    def _leaves_out(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag in _NOT_WORDS:
            return True
        if tag in ("sup", "sub") and self._set_apart(element):
            return True
        why = self._why_out(element)
        if not why:
            return False
        n = sum(len(piece.strip()) for piece in element.itertext())
        if n or why == "embedded":
            self.left_out[why] += 1
            self.left_out[f"{why} characters"] += n
        self.writing.leave("\n\n" if tag in _PARAGRAPHS else " ")
        return True

    def _why_out(self, element: etree._Element) -> str:
        tag = element.tag
        if is_hidden(element, self.hiding):
            return "hidden"
        if tag in _DELETED:
            return "deleted"
        if tag in _EMBEDDED:
            return "embedded"
        return "furniture" if not self.keeps_furniture and self._is_furniture(element) else ""

    def _is_furniture(self, element: etree._Element) -> bool:
        """Say whether it is about the site rather than the story; an article's own footer is not."""
        if element.tag == "footer":
            return next(element.iterancestors("article", "blockquote", "main", "section"), None) is None
        return element.tag in _FURNITURE or element.get("role") in _FURNITURE_ROLES

    def _set_apart(self, element: etree._Element) -> bool:
        """Write a raised or lowered number in raised or lowered digits, so that it never joins the number before it."""
        words = "".join(element.itertext()).strip()
        if not re.fullmatch(r"[0-9]{1,6}", words):
            return False
        self.writing.as_is(words.translate(_RAISED if element.tag == "sup" else _LOWERED))
        return True

    def _opens(self, element: etree._Element) -> None:
        self._breaks(element.tag)
        if element in self.entries:
            self.spans[element] = [
                self.writing.length + (len(self.writing.gap) if self.writing.length else 0),
                0,
            ]
        self.n_pre += element.tag == "pre"
        self._says(element.text)

    def _closes(self, element: etree._Element) -> None:
        self.n_pre -= element.tag == "pre"
        if element in self.entries and element in self.spans:
            self.spans[element][1] = self.writing.length
        if element.tag != "br":
            self._breaks(element.tag)

    def _breaks(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.writing.leave("\n\n")
        elif tag in _LINES:
            self.writing.leave("\n")
        elif tag in _CELLS:
            self.writing.leave("\t")
        elif tag == "br" and self.writing.gap != "\n\n":
            self.writing.break_line()

    def _says(self, words: str | None) -> None:
        if self.n_pre:
            self.writing.as_is(words or "")
        else:
            self.writing.words(words)


def parse(content: bytes, declared: str = "") -> Parsed:
    """Read bytes as a web page: its visible words, its own facts, the entries of a listing, and what was left out."""
    decoded, encoding, notes = plain.decode(content, declared or declared_charset(content))
    parser = etree.HTMLParser(
        huge_tree=True, no_network=True, encoding="utf-8", recover=True, remove_comments=True, remove_pis=True
    )
    # Made by ourselves: lxml would guess again from a declaration inside.
    root = etree.fromstring(decoded.encode("utf-8"), parser) if decoded.strip() else None
    is_whole = not any("Excessive depth" in error.message for error in parser.error_log)
    if not is_whole:
        notes.append(
            f"The page nests its elements more than {limits.ELEMENT_DEPTH:,} deep: what stands further in was not "
            "read. Copy the text from a browser and paste it."
        )
    if root is None:
        return _result("", encoding, is_whole, [*notes, "There is no text in this."])
    walk = _Walk(root)
    if walk.left_out["furniture characters"] > 2 * walk.writing.length:
        walk = _Walk(root, keeps_furniture=True)  # the story itself stands in what looks like furniture
    text = str(walk.writing)
    notes += _left_out(walk.left_out)
    if not text.strip():
        notes.append("There is no text in this.")
    facts = page_facts(root)
    return Parsed(
        text=text, parser=PARSER, parser_version=VERSION, encoding=encoding, is_complete=is_whole, notes=tuple(notes),
        title=facts.title, language=facts.language, published=facts.published, publisher=facts.publisher,
        authors=facts.authors, breaks=listing.breaks(walk.entries, walk.spans, len(text)),
    )  # fmt: skip


def _result(text: str, encoding: str, is_whole: bool, notes: list[str]) -> Parsed:
    return Parsed(text, PARSER, VERSION, encoding, is_whole, tuple(notes))


def declared_charset(content: bytes) -> str:
    """Return the charset a page declares in its first bytes, or an empty string."""
    found = _META_CHARSET.search(content[:4096])
    return found[1].decode("ascii", "ignore").lower() if found else ""


def _left_out(counts: Counter[str]) -> list[str]:
    says = {
        "hidden": "Hidden text: what the page hides from its readers was left out (pieces: {n}, characters: {c}).",
        "deleted": "Deleted text was left out (pieces: {n}, characters: {c}).",
        "furniture": "Navigation, side columns and footer were left out (pieces: {n}, characters: {c}).",
        "embedded": "Embedded frames, drawings or recordings were not read ({n}).",
    }
    return [
        words.format(n=counts[why], c=counts[f"{why} characters"])
        for why, words in says.items()
        if counts[why]
    ]
