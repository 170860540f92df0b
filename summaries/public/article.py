"""The words of a version as a page shows them: taken from its own bytes, each number followed by its label."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from summaries import body
from summaries.public.standing import Content, Shown
from summaries.tree import FigureNode

# In the bytes each number carries its label as text; a page writes labels anew. A label holds no tag.
_LABEL = re.compile(r" <small>\([^<]*\)</small>")


@dataclass(frozen=True, slots=True)
class Article:
    """Headline, standfirst and body ready for a page, and the figures a headline's numbers are to be read with."""

    headline: str
    headline_figures: tuple[Shown, ...]
    standfirst: SafeString
    body: SafeString

    @property
    def title(self) -> str:
        """The headline for where nothing can stand beneath it: the labels of its numbers follow in brackets."""
        labels = [
            f"{one['number']}: {one['as_of_phrase']}, {one['fell'] or one['status_word']}, {one['origins']}"
            for one in self.headline_figures
        ]
        return f"{self.headline} ({'; '.join(labels)})" if labels else self.headline


def article(content: Content, shown: Mapping[UUID, Shown]) -> Article:
    """Set a version's words for a page, each figure as `shown` gives it."""
    return Article(
        headline=content["headline"]["text"],
        headline_figures=headline_figures(content, shown),
        standfirst=standfirst(content, shown),
        body=_html(content["body"]["html"], shown),
    )


def headline_figures(content: Content, shown: Mapping[UUID, Shown]) -> tuple[Shown, ...]:
    """Return the figures in the headline: their labels stand beneath it, not in it."""
    return tuple(_worded(node, shown) for node in body.nodes(body.stored(content["headline"]["html"])))


def standfirst(content: Content, shown: Mapping[UUID, Shown]) -> SafeString:
    """Set a version's standfirst alone, for a listing."""
    return _html(content["standfirst"]["html"], shown, is_inline=True)


def _worded(node: FigureNode, shown: Mapping[UUID, Shown]) -> Shown:
    figure = shown[node.uid]
    return figure | {"number": figure["printed"][node.wording]}


def _html(html: str, shown: Mapping[UUID, Shown], *, is_inline: bool = False) -> SafeString:
    """Write stored HTML with a chip for each figure node."""
    blocks = body.stored(_LABEL.sub("", html))

    def chip(node: FigureNode, _position: int) -> str:
        return render_to_string("summaries/_chip.html", {"figure": _worded(node, shown)})

    # html_of escapes every word and writes only the tags of the tree; a chip is rendered by an escaping template.
    return mark_safe(body.html_of(blocks, chip, is_inline=is_inline))  # noqa: S308
