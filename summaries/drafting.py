"""Writing: making a summary, saving a revision, marking a number as no figure, putting a figure in without script."""

import re
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from claims.extraction import DocumentFacts, read
from claims.models import Figure, Topic
from ledger import clock
from ledger.append import append, urn
from ledger.canonical import digest
from ledger.people import Person
from ledger.records import committed
from summaries import approvals, body, marks, uses
from summaries.errors import BadBody, NotAllowed, NotNow, OutOfDate
from summaries.models import Approval, FigureUse, NotFigure, Revision, Summary, kept_back
from summaries.tree import WORDINGS, FigureNode, Leaf, Run
from summaries.withheld.withhold import mark_new_words
from summaries.words import node_words

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
SLUG_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Words:
    """The three fields of a revision as they are kept, with the figures they use in reading order."""

    headline: str
    standfirst: str
    body: str
    nodes: tuple[FigureNode, ...]

    def sha256(self, kept: list[NotFigure]) -> str:
        """Return the hash a revision is known by: the words, and the marks “not a figure” that go with them."""
        rows = sorted([mark.field, mark.quote, mark.nth, mark.reason, mark.note] for mark in kept)
        return digest(
            {"headline": self.headline, "standfirst": self.standfirst, "body": self.body, "marks": rows}
        )


def create_summary(
    *, by: Person, topic: Topic, headline: str, slug: str = "", language: str = "en",
    translation_of: Summary | None = None,
) -> Summary:  # fmt: skip
    """Begin a summary with its headline; the first revision holds that and nothing else.

    `slug` is the last part of its address, by default made from the headline. Raises BadBody for an empty
    headline, an address that is taken, or a language that is no language code.
    """
    if not by.may("write"):
        raise NotAllowed(_("Only an editor may begin a summary."))
    if not LANGUAGE.fullmatch(language):
        raise BadBody(_("Give the language as a code, such as en or ru."))
    with transaction.atomic():
        summary = Summary(topic=topic, language=language, translation_of=translation_of)
        words, figures = _canonical(by=by, language=language, headline=headline, standfirst="", body_html="")
        if not words.headline:
            raise BadBody(_("Write a headline first."))
        summary.slug = _free_slug(slug, words, language, summary.uid)
        summary.save(force_insert=True)
        revision = _write(summary, by=by, words=words, figures=figures, base=None, kept=[])
        append(
            act="summaries.create_summary", by=by, subject=urn("summary", summary.uid),
            codes={"revision": 1, "language": language, "topic": str(topic.uid)},
            words={"headline": body.plain_text(words.headline), "slug": summary.slug},
            rows=committed(revision, *mark_new_words(revision)),
        )  # fmt: skip
    return summary


def save_revision(
    *, by: Person, summary: Summary, seen: int, headline: str, standfirst: str, body: str
) -> Revision:
    """Keep the words as the next revision; voids the approval and puts the summary back to draft.

    The same words about figures that have not moved make no revision: the present one is returned, unless it is in
    print and withheld, for then it may go out anew.
    Raises BadBody, NotNow for a retracted summary, OutOfDate when `seen` is not the newest revision.
    """
    _ask(by)
    with transaction.atomic():
        locked, now = _locked(summary)
        sent = {"headline": headline, "standfirst": standfirst, "body": body}
        _compare(now, seen, yours=sent)
        return _save(locked, now, by=by, fields=sent, act="summaries.save_revision")


def mark_not_figure(
    *, by: Person, summary: Summary, seen: int, field: str, quote: str, nth: int, reason: str, note: str = ""
) -> Revision:
    """Mark the `nth` occurrence (from 1) of a bare number in a field as no figure, with a coded reason.

    A mark is part of the words: it makes the next revision. Raises BadBody where those words are not there.
    """
    _ask(by)
    if field not in body.FIELDS or reason not in marks.REASONS:
        raise BadBody(_("Choose one of the listed reasons."))
    with transaction.atomic():
        locked, now = _locked(summary)
        _compare(now, seen, yours={field: quote})
        place = marks.Place(field, quote, nth)
        if not marks.stands(marks.masked(now), place):
            raise BadBody(
                _("“%(quote)s” does not stand there any more. Look at the text as it is now.")
                % {"quote": quote[:80]}
            )
        mark = NotFigure(field=field, quote=quote, nth=nth, reason=reason, note=note[:300], by_id=by.pk)
        fields = {"headline": now.headline, "standfirst": now.standfirst, "body": now.body}
        return _save(locked, now, by=by, fields=fields, act="summaries.mark_not_figure", mark=mark)


def insert_figure(
    *, by: Person, summary: Summary, seen: int, figure: Figure, wording: str, after_paragraph: int
) -> Revision:
    """Put a figure at the end of a paragraph of the body, counted from 1: the door for those without script.

    0, or a body without paragraphs, makes a new first paragraph. Raises BadBody for a paragraph that is not there.
    """
    _ask(by)
    with transaction.atomic():
        locked, now = _locked(summary)
        _compare(now, seen, yours={"figure": str(figure.uid)})
        blocks = body.stored(now.body)
        paragraphs = list(body.leaves(blocks))
        if not 0 <= after_paragraph <= len(paragraphs) or wording not in WORDINGS:
            raise BadBody(_("There is no such paragraph in the text any more."))
        node = Run(FigureNode(figure.uid, wording))
        if after_paragraph == 0:
            blocks.insert(0, Leaf("p", [node]))
        else:
            _append_node(paragraphs[after_paragraph - 1], node)
        sent = body.html_of(blocks, lambda node, position: body.node_html(node, node.text))
        fields = {"headline": now.headline, "standfirst": now.standfirst, "body": sent}
        return _save(locked, now, by=by, fields=fields, act="summaries.insert_figure")


def _append_node(paragraph: Leaf, node: Run) -> None:
    """Put a figure before the full stop that ends a paragraph, or at its end."""
    last = paragraph.runs[-1] if paragraph.runs else None
    if last and isinstance(last.what, str) and last.what.endswith("."):
        words = last.what[:-1].rstrip(" ")
        paragraph.runs[-1:] = [Run(f"{words} ", last.marks), node, Run(".", last.marks)]
    else:
        paragraph.runs += [Run(" "), node]


def _ask(by: Person) -> None:
    if not by.may("write"):
        raise NotAllowed(_("Only an editor may change a summary."))


def _locked(summary: Summary) -> tuple[Summary, Revision]:
    """Lock the summary and read its newest revision."""
    locked = Summary.objects.select_for_update(no_key=True).get(pk=summary.pk)
    if locked.state in uses.GONE:
        raise NotNow(_("This summary was retracted. Its text stays as it was."))
    return locked, Revision.objects.get(pk=locked.current_revision_id)  # type: ignore[misc]  # never null here


def _compare(now: Revision, seen: int, *, yours: dict[str, str]) -> None:
    if now.n != seen:
        raise OutOfDate(
            _("Somebody saved revision %(n)s after you opened revision %(seen)s.") % {"n": now.n, "seen": seen},
            yours={"revision": seen, **{name: _shown(words) for name, words in yours.items()}},
            now={"revision": now.n, **{name: _shown(getattr(now, name, "")) for name in yours}},
        )  # fmt: skip


def _shown(html: str) -> str:
    """Return the plain words of whatever was sent, for comparing."""
    try:
        return body.plain(body.canonical(html, field="body"), lambda node: node.text or "…")
    except BadBody:
        return html


def _save(
    summary: Summary, now: Revision, *, by: Person, fields: dict[str, str], act: str, mark: NotFigure | None = None
) -> Revision:  # fmt: skip
    """Write the next revision of a locked summary, or return the present one where nothing differs."""
    words, figures = _canonical(
        by=by, language=summary.language, headline=fields["headline"], standfirst=fields["standfirst"],
        body_html=fields["body"], besides=now,
    )  # fmt: skip
    kept = marks.carried(now, words)
    if mark:
        kept = [old for old in kept if (old.field, old.quote, old.nth) != (mark.field, mark.quote, mark.nth)]
        kept.append(mark)
    used = {(use.figure_id, use.state_id) for use in now.uses.all()}
    has_moved = used != {(figures[node.uid].pk, figures[node.uid].state.pk) for node in words.nodes}
    if words.sha256(kept) == now.sha256 and not has_moved and not _is_withheld(summary, now):
        return now
    revision = _write(summary, by=by, words=words, figures=figures, base=now, kept=kept)
    voided = approvals.void([summary], Approval.VoidReason.EDITED)
    append(
        act=act, by=by, subject=urn("summary", summary.uid),
        codes={"revision": revision.n, "base": revision.base_n, "voided_approvals": len(voided)},
        words={"headline": body.plain_text(words.headline)},
        rows=committed(revision, *voided, *mark_new_words(revision)),
    )  # fmt: skip
    return revision


def _is_withheld(summary: Summary, now: Revision) -> bool:
    return summary.versions.filter(kept_back(is_in_words=True), current_of=summary, revision=now).exists()


def _canonical(
    *, by: Person, language: str, headline: str, standfirst: str, body_html: str, besides: Revision | None = None
) -> tuple[Words, dict[UUID, Figure]]:  # fmt: skip
    """Clean the three fields, lock the figures they and `besides` use, and print each node from the record."""
    sent = {"headline": headline, "standfirst": standfirst, "body": body_html}
    blocks = {field: body.canonical(html, field=field) for field, html in sent.items()}
    nodes = tuple(node for field in body.FIELDS for node in body.nodes(blocks[field]))
    if len(nodes) > body.FIGURES_MAX:
        raise BadBody(
            _("A text holds at most %(n)s figures. Make another summary for the rest.")
            % {"n": body.FIGURES_MAX}
        )
    wanted = {node.uid for node in nodes}
    may_see = dict(Figure.objects.visible_to(by).filter(uid__in=wanted).values_list("uid", "pk"))
    if wanted - may_see.keys():
        raise BadBody(
            _("A figure in the text is not on record, or not yours to see. Take it out, or choose another.")
        )
    before = {use.figure_id for use in besides.uses.all()} if besides else set()
    figures = {figure.uid: figure for figure in uses.lock_figures({*may_see.values(), *before})}
    render = body.in_words(node_words(figures.values(), language=language))
    written = {field: body.html_of(blocks[field], render, is_inline=field != "body") for field in body.FIELDS}
    for field, html in written.items():
        if len(html) > body.FIELD_LENGTHS[field]:
            raise BadBody(_("The text has grown too long. Shorten it."))
    return Words(written["headline"], written["standfirst"], written["body"], nodes), figures


def _write(
    summary: Summary, *, by: Person, words: Words, figures: dict[UUID, Figure], base: Revision | None,
    kept: list[NotFigure],
) -> Revision:  # fmt: skip
    """Store a revision with its uses and marks, point the summary to it, and count its figures anew."""
    revision = Revision.objects.create(
        summary=summary, n=base.n + 1 if base else 1, base_n=base.n if base else 0, headline=words.headline,
        standfirst=words.standfirst, body=words.body, sha256=words.sha256(kept), by_id=by.pk, at=clock.now(),
    )  # fmt: skip
    printed = node_words(figures.values(), language=summary.language)
    FigureUse.objects.bulk_create(
        FigureUse(
            revision=revision, figure=figures[node.uid], state=figures[node.uid].state, wording=node.wording,
            printed=printed[node.uid, node.wording][:300], position=position,
        )
        for position, node in enumerate(words.nodes)
    )  # fmt: skip
    NotFigure.objects.bulk_create(marks.copied(mark, revision) for mark in kept)
    summary.current_revision, summary.state = revision, Summary.State.DRAFT
    summary.save(update_fields=["current_revision", "state"])
    uses.recount(figure.pk for figure in figures.values())
    return revision


def _free_slug(wished: str, words: Words, language: str, uid: UUID) -> str:
    """Return the address: the wished one (refused where it is taken), or one made from the headline.

    An address stays when a figure falls, so it holds no number: neither a figure's nor a bare one.
    """
    if wished:
        if slugify(wished) != wished or Summary.objects.filter(slug=wished).exists():
            raise BadBody(_("That address is taken, or has letters an address cannot have. Choose another."))
        if _without_numbers(wished.replace("-", " "), language) != wished.replace("-", " "):
            raise BadBody(_("An address stays when a number falls. Choose one without a number."))
        return wished
    spoken = body.plain(body.stored(words.headline), lambda node: "")
    made = slugify(_without_numbers(spoken, language))[:SLUG_LENGTH].strip("-")
    if not made or Summary.objects.filter(slug=made).exists():
        made = f"{made}-{uid.hex[:8]}".lstrip("-")
    return made


def _without_numbers(words: str, language: str) -> str:
    """Return words without what the reader takes for figures; dates, laws and names stay."""
    seen = read(words, DocumentFacts(language=language))
    spans = [(one.start, one.end) for one in seen.figures] + [(one.start, one.end) for one in seen.leftover]
    for start, end in sorted(spans, reverse=True):
        words = words[:start] + words[end:]
    return words
