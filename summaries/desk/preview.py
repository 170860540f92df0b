"""A text as readers will see it, with the number of each stop beside what it stops."""

from html import escape
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from claims.models import Figure
from claims.printing import PRINTABLE, Printed, printed
from summaries import approvals, body, marks
from summaries.body import Renderer, WordWriter
from summaries.desk.links import figure_url
from summaries.gate import Gate, Stop
from summaries.models import Revision, Summary
from summaries.tree import FigureNode

STOP = '<a class="stop" href="#stop-{}"><span class="visually-hidden">{} </span>{}</a>'
EDITED = '<data data-figure="{}" data-wording="{}" data-status="{}">{}</data>'


def preview(summary: Summary, revision: Revision, gate: Gate) -> dict[str, SafeString]:
    """Return headline, standfirst and body as HTML: figures with their labels, unprintable ones as boxes.

    Of a retracted summary nothing is marked: the page lists no stops that a mark could lead to.
    """
    numbered = [] if summary.state == Summary.State.RETRACTED else list(enumerate(gate.stops, 1))
    figures = list({use.figure_id: use.figure for use in approvals.uses_of(revision)}.values())
    lines = {line.uid: line for line in printed(figures, language=summary.language).values()}
    stops: dict[int, list[int]] = {}
    for n, stop in numbered:
        if stop.position is not None:
            stops.setdefault(stop.position, []).append(n)
    shown, before = {}, 0
    bare = _bare_numbers(revision, numbered)
    for field in body.FIELDS:
        blocks = body.stored(getattr(revision, field))
        write = _writer([one for one in bare if one.field == field])
        html = body.html_of(blocks, _renderer(lines, stops, before), is_inline=field != "body", write=write)
        # `html_of` escapes every word of the text; the rest is our own templates.
        shown[field] = mark_safe(html)  # noqa: S308
        before += len(body.nodes(blocks))
    return shown


class Bare(NamedTuple):
    """A bare number: where it stands in the masked text of its field, and the number of the stop it makes."""

    field: str
    start: int
    end: int
    n: int


def _bare_numbers(revision: Revision, numbered: list[tuple[int, Stop]]) -> list[Bare]:
    texts = marks.masked(revision)
    found = []
    for n, stop in numbered:
        places = marks.starts(texts[stop.field], stop.quote) if stop.nth else []
        if len(places) >= stop.nth > 0:
            start = places[stop.nth - 1]
            found.append(Bare(stop.field, start, start + len(stop.quote), n))
    return sorted(found, key=lambda one: one.start)


def _writer(bare: list[Bare]) -> WordWriter:
    """Write words with the bare numbers among them marked; one that is part bold is marked in each part."""

    def write(words: str, start: int) -> str:
        out, at, end = [], start, start + len(words)
        for one in bare:
            first, last = max(one.start, at), min(one.end, end)
            if first >= last:
                continue
            out.append(escape(words[at - start : first - start], quote=False))
            out.append(
                format_html('<span class="bare-number">{}</span>', words[first - start : last - start])
            )
            if last == one.end:
                out.append(format_html(STOP, one.n, _("Stop"), one.n))
            at = last
        return "".join([*out, escape(words[at - start :], quote=False)])

    return write


def _renderer(lines: dict[Any, Printed], stops: dict[int, list[int]], before: int) -> Renderer:
    def render(node: FigureNode, position: int) -> str:
        line = lines.get(node.uid)
        chip = (
            _chip(line, node.wording) if line else format_html('<span class="unprinted">{}</span>', node.text)
        )
        return chip + "".join(format_html(STOP, n, _("Stop"), n) for n in stops.get(before + position, ()))

    return render


def _chip(line: Printed, wording: str) -> str:
    if line.status not in PRINTABLE and line.status != Figure.Status.FALSE:
        says = _("%(number)s: not printed while %(status)s") % {
            "number": line.worded(wording), "status": line.status_word,
        }  # fmt: skip
        return format_html('<span class="unprinted">{}</span>', says)
    figure = {
        "number": line.worded(wording), "value": "", "url": figure_url(line.uid), "as_of": line.as_of,
        "as_of_date": line.as_of_date, "status": line.status, "fell": line.fell, "origins": line.origins,
    }  # fmt: skip
    return render_to_string("components/_figure_chip.html", {"figure": figure})


def for_editor(html: str, statuses: dict[Any, str], *, is_inline: bool) -> str:
    """Return kept HTML with the status of each figure on its node, which the editor shows and never sends back."""

    def render(node: FigureNode, position: int) -> str:
        status = statuses.get(node.uid, Figure.Status.UNREVIEWED)
        return format_html(EDITED, node.uid, node.wording, status, node.text)

    return body.html_of(body.stored(html), render, is_inline=is_inline)
