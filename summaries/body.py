"""The words of a summary as they are kept: canonical sanitised HTML in which a number is a figure node.

Whatever arrives is cleaned by nh3 and then rebuilt from a small tree of our own: blocks, runs of text under
marks, figure nodes. Only what the tree can hold can come out, so cleaning what was cleaned changes nothing.
Drafting calls this in the act, so that no door stores anything else. Pure: no database.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from uuid import UUID

import nh3

from summaries.errors import BadBody
from summaries.tree import BREAK, Block, Builder, FigureNode, Leaf, Marks, Run

HEADLINE_LENGTH, STANDFIRST_LENGTH, BODY_LENGTH = 1000, 4000, 500_000
FIELD_LENGTHS = {"headline": HEADLINE_LENGTH, "standfirst": STANDFIRST_LENGTH, "body": BODY_LENGTH}
FIGURES_MAX = 500  # in one text; its page and its gate look at each in its sentence
INLINE_FIELDS = ("headline", "standfirst")
FIELDS = ("headline", "standfirst", "body")
DEPTH_MAX = 12
MASK = (
    "\ufffc"  # stands for a figure node in masked text; a person cannot type it: it is removed on the way in
)

_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "data"}
_ATTRIBUTES = {"a": {"href"}, "data": {"data-figure", "data-wording"}}
_SCHEMES = {"http", "https", "mailto"}
_DROPPED_WITH_CONTENT = {"script", "style", "template", "noscript", "xmp", "title", "textarea", "iframe"}
# C0 and C1 controls but tab and line ends; overrides of direction; our own mask; noncharacters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc\ufffe\uffff]"
)

Renderer = Callable[[FigureNode, int], str]
WordWriter = Callable[[str, int], str]


def canonical(html: str, *, field: str) -> list[Block]:
    """Return the blocks of `html` as they may be kept in `field`: headline, standfirst or body.

    Raises BadBody for text that is too long, nested too deep, holds half characters, or a figure node
    that names no figure at all.
    """
    if len(html) > FIELD_LENGTHS[field]:
        raise BadBody(f"The {field} has more than {FIELD_LENGTHS[field]} characters. Shorten it.")
    try:
        html.encode()
    except UnicodeEncodeError as reason:
        raise BadBody(f"The {field} holds half a character. Type it again without pasting.") from reason
    clean = nh3.clean(
        _UNWANTED.sub("", html), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None,
        clean_content_tags=_DROPPED_WITH_CONTENT,
    )  # fmt: skip
    builder = Builder(depth_max=DEPTH_MAX)
    builder.feed(_UNWANTED.sub("", clean))
    builder.close()
    blocks = builder.blocks()
    return _in_one_line(blocks, links=field != "headline") if field in INLINE_FIELDS else blocks


def stored(html: str) -> list[Block]:
    """Return the blocks of HTML that `canonical` and `html_of` made before."""
    builder = Builder(depth_max=DEPTH_MAX)
    builder.feed(html)
    builder.close()
    return builder.blocks()


def _in_one_line(blocks: Iterable[Block], *, links: bool) -> list[Block]:
    """Return a single paragraph: blocks and breaks become spaces. An empty field has no block."""
    runs: list[Run] = []
    for leaf in leaves(blocks):
        runs += [Run(" ", Marks()), *leaf.runs]
    plain_breaks = [Run(" ", run.marks) if run.what is BREAK else run for run in runs]
    if not links:
        plain_breaks = [Run(run.what, run.marks.without_link()) for run in plain_breaks]
    leaf = Leaf("p", plain_breaks).tidied()
    return [leaf] if leaf.runs else []


def leaves(blocks: Iterable[Block]) -> Iterable[Leaf]:
    """Yield the paragraphs and headings in reading order."""
    for block in blocks:
        if isinstance(block, Leaf):
            yield block
        else:
            yield from leaves(block.children)


def nodes(blocks: Iterable[Block]) -> list[FigureNode]:
    """Return the figure nodes in reading order, one for each place."""
    return [run.what for leaf in leaves(blocks) for run in leaf.runs if isinstance(run.what, FigureNode)]


def html_of(
    blocks: Iterable[Block], render: Renderer, *, is_inline: bool = False, write: WordWriter | None = None
) -> str:
    """Write the blocks as HTML; `render(node, position)` writes each figure node, `position` counting from 0.

    The rest is escaped here, unless `write(words, start)` does it: `start` is where the words stand in `plain` of the
    blocks. What the two return is trusted. `is_inline` leaves out the paragraph's tags.
    """
    writer = _Writer(render, write or (lambda words, start: escape(words, quote=False)))
    if is_inline:
        return "".join(writer.runs(leaf.runs) for leaf in leaves(blocks))
    return "".join(writer.block(block) for block in blocks)


class _Writer:
    """Writes blocks, counting the figure nodes and the characters of the plain text it passes."""

    def __init__(self, render: Renderer, write: WordWriter) -> None:
        self.render, self.write = render, write
        self.position, self.at = -1, 0

    def block(self, block: Block) -> str:
        inner = self.runs(block.runs) if isinstance(block, Leaf) else "".join(map(self.block, block.children))
        return f"<{block.tag}>{inner}</{block.tag}>"

    def runs(self, runs: Iterable[Run]) -> str:
        """Open and close marks in one fixed order: a, strong, em."""
        out: list[str] = []
        open_marks = Marks()
        for run in runs:
            out += [open_marks.closing(run.marks), run.marks.opening(open_marks), self.one(run)]
            open_marks = run.marks
        out.append(open_marks.closing(Marks()))
        self.at += 1  # the line end between paragraphs
        return "".join(out)

    def one(self, run: Run) -> str:
        start = self.at
        if isinstance(run.what, FigureNode):
            self.position += 1
            self.at += len(MASK)
            return self.render(run.what, self.position)
        if run.what is BREAK:
            self.at += 1
            return "<br>"
        self.at += len(run.what)
        return self.write(run.what, start)


def node_html(node: FigureNode, words: str) -> str:
    """Return a figure node as it is kept, with the words the record gives it."""
    return f'<data data-figure="{node.uid}" data-wording="{node.wording}">{escape(words, quote=False)}</data>'


def in_words(words: Mapping[tuple[UUID, str], str]) -> Renderer:
    """Return the renderer that keeps nodes as nodes, their text from `words` by figure and wording."""
    return lambda node, position: node_html(node, words[node.uid, node.wording])


def plain(blocks: Iterable[Block], render: Callable[[FigureNode], str] | None = None) -> str:
    """Return the words without marks, a line for each paragraph; figure nodes as MASK unless `render` is given."""
    return "\n".join(plain_leaf(leaf, render) for leaf in leaves(blocks))


def plain_leaf(leaf: Leaf, render: Callable[[FigureNode], str] | None = None) -> str:
    """Return the words of one paragraph; a break is a space, so that offsets stay in one line."""

    def one(run: Run) -> str:
        if isinstance(run.what, FigureNode):
            return render(run.what) if render else MASK
        return " " if run.what is BREAK else run.what

    return "".join(one(run) for run in leaf.runs)


def plain_text(html: str) -> str:
    """Return the words of HTML that was kept, figures as they were printed then."""
    return plain(stored(html), lambda node: node.text)
