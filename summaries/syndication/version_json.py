"""A version's own bytes: canonical JSON of the words and the statuses as they were published. Never re-rendered."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any
from uuid import UUID

from claims.models import Figure
from claims.printing import Printed, printed
from ledger.canonical import canonical
from summaries import body
from summaries.models import Approval, FigureUse, Revision, Summary
from summaries.syndication.figure_json import figures_json
from summaries.tree import FigureNode

Bracket = Callable[[UUID], str]


def version_content(
    summary: Summary, revision: Revision, uses: list[FigureUse], *, approval: Approval, n: int, kind: str, at: str
) -> dict[str, Any]:  # fmt: skip
    """Return what version `n` says, as plain values for JSON. `at` is the instant of publication."""
    figures = list({use.figure_id: use.figure for use in uses}.values())
    lines = printed(figures, language=summary.language)
    by_uid = {line.uid: line for line in lines.values()}
    worded = {(uid, "full"): line.number for uid, line in by_uid.items()}
    worded |= {(uid, "number"): line.bare for uid, line in by_uid.items()}
    fields = {"headline": revision.headline, "standfirst": revision.standfirst, "body": revision.body}
    return {
        "uid": str(summary.uid),
        "version": n,
        "kind": kind,
        "language": summary.language,
        "slug": summary.slug,
        "topic": {"slug": summary.topic.slug, "name": summary.topic.name},
        "translation_of": str(summary.translation_of.uid) if summary.translation_of else None,
        "published_at": at,
        **texts(fields, worded, lambda uid: bracket(by_uid[uid])),
        "figures": _as_printed(figures, lines, summary.language),
        "written_by": revision.by.printed_name,  # empty where the editor gave no public name
        "approved_by": approval.by.printed_name or "a reviewer",
        "revision": {"n": revision.n, "sha256": revision.sha256},
    }


def _as_printed(figures: list[Figure], lines: Mapping[int, Printed], language: str) -> list[dict[str, Any]]:
    """Return the figures as public JSON, with what was printed of each and under which label."""
    return [
        {
            **{name: value for name, value in content.items() if name not in ("used_in", "quotes")},
            "state": figure.state.n,
            "printed": {"full": lines[figure.pk].number, "number": lines[figure.pk].bare},
            "as_of_phrase": lines[figure.pk].as_of_phrase,
            "label": bracket(lines[figure.pk]),
        }
        for figure, content in zip(figures, figures_json(figures, language=language), strict=True)
    ]


def bracket(line: Printed) -> str:
    """Return what follows a number in print: "as of 17 May 2031, attributed, 1 origin"."""
    return f"{line.as_of_phrase}, {line.fell or line.status_word}, {line.origins}"


def texts(
    fields: Mapping[str, str], worded: Mapping[tuple[UUID, str], str], label: Bracket
) -> dict[str, dict[str, str]]:
    """Return headline, standfirst and body as HTML and as plain text, each number with its label behind it.

    A headline carries no labels: the gate asks it to say in words what has to be said.
    """

    def html(node: FigureNode, position: int) -> str:
        words = body.node_html(node, worded[node.uid, node.wording])
        return f"{words} <small>({escape(label(node.uid), quote=False)})</small>"

    def text(node: FigureNode) -> str:
        return f"{worded[node.uid, node.wording]} ({label(node.uid)})"

    out = {}
    for field, kept in fields.items():
        blocks = body.stored(kept)
        is_headline = field == "headline"
        out[field] = {
            "html": body.html_of(
                blocks, body.in_words(worded) if is_headline else html, is_inline=field != "body"
            ),
            "text": body.plain(
                blocks, (lambda node: worded[node.uid, node.wording]) if is_headline else text
            ),
        }
    return out


def version_bytes(content: Mapping[str, Any]) -> bytes:
    """Return the bytes a version is known by."""
    return canonical(content)
