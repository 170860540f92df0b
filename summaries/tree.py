"""The tree behind a summary's HTML: lists and quotes, paragraphs and headings, runs of text under marks."""

import re
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from typing import Final
from uuid import UUID

from summaries.errors import BadBody

BREAK: Final = "\n"  # the run of a line break; text itself never holds one
WORDINGS = ("full", "number")
_LEAVES = {"p", "h2", "h3"}
_LISTS = {"ul", "ol"}
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class FigureNode:
    """A place where a figure is printed: with its noun (`full`) or as the number alone (`number`).

    `text` is what stood between the tags: never trusted, only shown where nobody asks the record.
    """

    uid: UUID
    wording: str = "full"
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a run of text stands under. Written in one order: link, strong, emphasis."""

    href: str = ""
    strong: bool = False
    em: bool = False

    def without_link(self) -> "Marks":
        return replace(self, href="")

    def _tags(self) -> list[tuple[str, str]]:
        link = [(f'<a href="{escape(self.href)}" rel="noopener noreferrer">', "</a>")] if self.href else []
        strong = [("<strong>", "</strong>")] if self.strong else []
        return link + strong + ([("<em>", "</em>")] if self.em else [])

    def _shared(self, other: "Marks") -> int:
        shared = 0
        for mine, theirs in zip(self._tags(), other._tags(), strict=False):
            if mine != theirs:
                break
            shared += 1
        return shared

    def opening(self, before: "Marks") -> str:
        """Return the tags to open where the run before stood under `before`."""
        return "".join(start for start, _ in self._tags()[self._shared(before) :])

    def closing(self, after: "Marks") -> str:
        """Return the tags to close before a run that stands under `after`."""
        return "".join(end for _, end in reversed(self._tags()[self._shared(after) :]))


@dataclass(frozen=True, slots=True)
class Run:
    """Text, a line break or a figure node, under its marks."""

    what: str | FigureNode
    marks: Marks = Marks()


@dataclass(slots=True)
class Leaf:
    """A paragraph or heading."""

    tag: str
    runs: list[Run] = field(default_factory=list)

    def tidied(self) -> "Leaf":
        """Join runs of the same marks; single spaces; none at the ends or beside a break."""
        runs: list[Run] = []
        after_space = True
        for run in self.runs:
            if isinstance(run.what, FigureNode):
                runs.append(run)
                after_space = False
                continue
            if run.what is BREAK:
                _strip_end(runs)
                if runs:
                    runs.append(run)
                after_space = True
                continue
            words = _SPACES.sub(" ", run.what)
            words = words.lstrip(" ") if after_space else words
            if not words:
                continue
            after_space = words.endswith(" ")
            _append(runs, Run(words, run.marks))
        while runs and (_strip_end(runs) or (runs and runs[-1].what is BREAK)):
            if runs and runs[-1].what is BREAK:
                runs.pop()
        return Leaf(self.tag, runs)


def _append(runs: list[Run], run: Run) -> None:
    """Add text, joining it to the run before where both stand under the same marks."""
    last = runs[-1] if runs else None
    if last and isinstance(last.what, str) and last.what is not BREAK and last.marks == run.marks:
        runs[-1] = Run(last.what + str(run.what), run.marks)
    else:
        runs.append(run)


def _strip_end(runs: list[Run]) -> bool:
    """Take the space off the last text; say whether anything went."""
    if not runs or not isinstance(runs[-1].what, str) or runs[-1].what is BREAK:
        return False
    words = runs[-1].what.rstrip(" ")
    if words == runs[-1].what:
        return False
    if words:
        runs[-1] = Run(words, runs[-1].marks)
    else:
        runs.pop()
    return True


@dataclass(slots=True)
class Group:
    """A list, a list item or a quotation: holds blocks, never words of its own."""

    tag: str
    children: list["Block"] = field(default_factory=list)


Block = Leaf | Group


class Builder(HTMLParser):
    """Reads cleaned HTML into blocks. What has no place is lifted to where it may stand; words are never lost."""

    def __init__(self, *, depth_max: int) -> None:
        super().__init__(convert_charrefs=True)
        self.depth_max = depth_max
        self.stack: list[Group] = [Group("")]
        self.leaf: Leaf | None = None
        self.strong = self.em = 0
        self.hrefs: list[str] = []
        self.in_node = 0

    # --- what the parser meets

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.in_node:
            self.in_node += tag == "data"
        elif tag in _LEAVES:
            self._close_leaf()
            self._open_leaf(tag)
        elif tag in _LISTS or tag == "blockquote":
            self._close_leaf()
            self._into_item()
            self._push(tag)
        elif tag == "li":
            self._close_leaf()
            self._into_list()
            self._push("li")
        elif tag == "data":
            self._figure(given)
            self.in_node = 1
        elif tag == "br":
            self._add(BREAK)
        elif tag == "a":
            self.hrefs.append(given.get("href", ""))
        else:
            self.strong += tag == "strong"
            self.em += tag == "em"

    def handle_endtag(self, tag: str) -> None:
        if tag == "data" and self.in_node:
            self.in_node -= 1
        elif self.in_node:
            return
        elif tag in _LEAVES:
            self._close_leaf()
        elif tag in _LISTS or tag in ("blockquote", "li"):
            self._close_leaf()
            self._pop(tag)
        elif tag == "a" and self.hrefs:
            self.hrefs.pop()
        elif tag == "strong":
            self.strong = max(0, self.strong - 1)
        elif tag == "em":
            self.em = max(0, self.em - 1)

    def handle_data(self, data: str) -> None:
        if self.in_node:
            self._remember(data)
        elif self.leaf or data.strip(" \t\n\r\f"):
            self._add(_SPACES.sub(" ", data))

    def _figure(self, given: dict[str, str]) -> None:
        try:
            uid = UUID(given.get("data-figure", ""))
        except ValueError as reason:
            raise BadBody(
                "A figure in the text names no figure. Take it out and insert it again from the picker."
            ) from reason
        wording = given.get("data-wording") or "full"
        self._add(FigureNode(uid, wording if wording in WORDINGS else "full"))

    def _remember(self, words: str) -> None:
        assert self.leaf is not None
        run = self.leaf.runs[-1]
        assert isinstance(run.what, FigureNode)
        self.leaf.runs[-1] = Run(replace(run.what, text=run.what.text + words), run.marks)

    # --- where it goes

    def _add(self, what: str | FigureNode) -> None:
        if self.leaf is None:
            self._open_leaf("p")
        assert self.leaf is not None
        href = next((href for href in self.hrefs if href), "")
        self.leaf.runs.append(Run(what, Marks(href, self.strong > 0, self.em > 0)))

    def _open_leaf(self, tag: str) -> None:
        self._into_item()
        inside = self.stack[-1].tag
        self.leaf = Leaf(tag if inside in ("", "blockquote") else "p")

    def _close_leaf(self) -> None:
        if self.leaf is not None:
            leaf = self.leaf.tidied()
            if leaf.runs:
                self.stack[-1].children.append(leaf)
            self.leaf = None

    def _into_item(self) -> None:
        if self.stack[-1].tag in _LISTS:
            self._push("li")

    def _into_list(self) -> None:
        while self.stack[-1].tag == "li":
            self._pop("li")
        if self.stack[-1].tag not in _LISTS:
            self._push("ul")

    def _push(self, tag: str) -> None:
        if len(self.stack) > self.depth_max:
            raise BadBody("Lists and quotations are nested too deep. Take a level out.")
        self.stack.append(Group(tag))

    def _pop(self, tag: str) -> None:
        """Close the innermost `tag` and whatever stands open inside it; nothing where none is open."""
        if tag not in {group.tag for group in self.stack[1:]}:
            return
        while True:
            group = self.stack.pop()
            if group.children:
                self.stack[-1].children.append(group)
            if group.tag == tag:
                return

    def blocks(self) -> list[Block]:
        """Return what was read. Call once, at the end."""
        self._close_leaf()
        while len(self.stack) > 1:
            self._pop(self.stack[-1].tag)
        return self.stack[0].children
