"""Sorting what the reader proposes: accept, correct or dismiss a mention, take that back, add one that was missed."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from claims.anchors import Place, place
from claims.errors import BadValue, NotAllowed, NotNow
from claims.filing import take_out, take_part
from claims.locks import locked_figures, locked_mention
from claims.models import FigureState, Mention, Reading
from claims.origins import originator_of
from claims.reading import add_reading, changed, checked_words, hands_for, words_of
from claims.stale import refuse_stale
from claims.states import codes_of, new_state
from claims.values import Value
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.dates import Dated
from sources.models import Document


def accept(*, by: Person, mention: Mention, seen: str) -> Mention:
    """Take the reading as it stands. Not a making: whoever accepts may still sign.

    `seen` is the mention's token as the form showed it. Raises NotAllowed, NotNow, OutOfDate.
    """
    with transaction.atomic():
        mention = _taken(by, mention, seen)
        if mention.state != Mention.State.PROPOSED:
            raise NotNow(_("This reading was already decided. Reopen it first."))
        mention.state = Mention.State.ACCEPTED
        mention.save()
        _record("claims.accept", by, mention)
    return mention


def correct(  # noqa: PLR0913 each part of a reading is one keyword
    *,
    by: Person,
    mention: Mention,
    seen: str,
    value: Value,
    as_of: Dated,
    since: Dated,
    counted: str,
    predicate: str,
    kind: str,
    unit: str,
    attribution: Sequence[str],
) -> Mention:
    """Read the words otherwise: the next reading, by this person, who becomes a maker of what was changed.

    If the mention leads a figure, the figure gets a new state with the parts that changed, and its status falls.
    Raises BadValue, BadNumber, NotAllowed, NotNow (also where nothing differs: accept it then), OutOfDate.
    """
    words = checked_words(
        value=value, as_of=as_of, since=since, counted=counted, predicate=predicate, kind=kind, unit=unit,
        attribution=attribution,
    )  # fmt: skip
    with transaction.atomic():
        mention = _taken(by, mention, seen)
        if mention.state in (Mention.State.DISMISSED, Mention.State.ORPHANED):
            raise NotNow(_("This mention was set aside. Reopen it first."))
        was = mention.reading
        names = changed(words_of(was), words)
        if not names:
            raise NotNow(_("Nothing was changed. Accept the reading, or change what is wrong in it."))
        reading = add_reading(mention, words, by=by, after=was)
        mention.state = Mention.State.CORRECTED
        mention.save()
        states = _follow(mention, reading, names, by=by)
        _record("claims.correct", by, mention, reading, *states, parts=" ".join(names), **codes_of(*states))
    return mention


def dismiss(*, by: Person, mention: Mention, seen: str, reason: str) -> Mention:
    """Set aside what is no figure, for a coded reason; a filed mention leaves its figure in the same act.

    Raises BadValue for a reason that is not listed, NotAllowed, NotNow, OutOfDate.
    """
    if reason not in Mention.Dismissal.values:
        raise BadValue(_("Choose why this is no figure."))
    with transaction.atomic():
        mention = _taken(by, mention, seen)
        if mention.state == Mention.State.DISMISSED:
            raise NotNow(_("This mention is already set aside."))
        figure = mention.figure
        states = take_out(mention, by=by)
        mention.state, mention.dismissal = Mention.State.DISMISSED, reason
        mention.save()
        codes = {"reason": reason} | ({"figure": str(figure.uid)} if figure else {})
        _record("claims.dismiss", by, mention, *states, **codes, **codes_of(*states))
    return mention


def reopen(*, by: Person, mention: Mention, seen: str) -> Mention:
    """Undo accepting, correcting or dismissing: a proposal again, read as it was proposed.

    A correction is taken back by one more reading that says what the proposal said. Raises NotAllowed, NotNow for a
    mention that is filed or not decided, OutOfDate.
    """
    with transaction.atomic():
        mention = _taken(by, mention, seen)
        if mention.figure_id:
            raise NotNow(_("This mention is filed. Take it out of its figure first."))
        if mention.state in (Mention.State.PROPOSED, Mention.State.ORPHANED):
            raise NotNow(_("There is nothing to take back."))
        was = mention.state
        rows = [_as_proposed(mention, by=by)] if was == Mention.State.CORRECTED else []
        mention.state, mention.dismissal = Mention.State.PROPOSED, ""
        mention.save()
        _record("claims.reopen", by, mention, *rows, was=was)
    return mention


def add_mention(  # noqa: PLR0913 each part of a reading is one keyword
    *,
    by: Person,
    document: Document,
    start: int,
    quote: str,
    value: Value,
    as_of: Dated,
    since: Dated,
    counted: str,
    predicate: str,
    kind: str,
    unit: str,
    attribution: Sequence[str],
) -> Mention:
    """Add a figure the reader missed, by its exact words. `start` counts code points from the start of the Text.

    Whoever adds it is a maker. Raises WordsNotThere, BadValue, BadNumber, NotAllowed, NotNow where another
    mention already stands on some of these characters.
    """
    words = checked_words(
        value=value, as_of=as_of, since=since, counted=counted, predicate=predicate, kind=kind, unit=unit,
        attribution=attribution,
    )  # fmt: skip
    with transaction.atomic():
        document = (
            Document.objects.select_for_update(of=("self",), no_key=True)
            .select_related("text")
            .get(pk=document.pk)
        )
        if not by.may("sort-mention", document):
            raise NotAllowed(_("Your roles do not let you add figures to this document."))
        if document.state == Document.State.WITHDRAWN:
            raise NotNow(_("This document was withdrawn. Restore it before working on its figures."))
        there = place(document.text.text, start, quote, within=(document.start, document.end))
        _refuse_overlap(document, there)
        mention = Mention.objects.create(
            text=document.text, document=document, start=there.start, end=there.end, quote=there.quote,
            prefix=there.prefix, suffix=there.suffix, found_by=Mention.FoundBy.HAND, added_by_id=by.pk,
            state=Mention.State.ACCEPTED,
        )  # fmt: skip
        reading = add_reading(mention, words, by=by)
        _record("claims.add_mention", by, mention, reading)
    return mention


# --- steps the acts share ------------------------------------------------------------------------


def _taken(by: Person, mention: Mention, seen: str) -> Mention:
    """Ask whether the person may, lock the mention with its document, and refuse a stale form."""
    if not by.may("sort-mention", mention.document):
        raise NotAllowed(_("Your roles do not let you sort the figures of this document."))
    now = locked_mention(mention)
    refuse_stale(now, seen)
    return now


def _follow(mention: Mention, reading: Reading, names: list[str], *, by: Person) -> list[FigureState]:
    """Carry a correction on to the figure: a new state where the mention leads it, a maker's hand in any case."""
    if not mention.figure_id:
        return []
    (figure,) = locked_figures([mention.figure_id])
    hands = [(by, what) for what in hands_for(names)]
    if figure.state.lead_mention_id != mention.pk:
        return take_part(figure, hands, by=by)
    what: dict[str, Any] = {
        name: getattr(reading, name)
        for name in ("value", "as_of", "since", "counted", "predicate")
        if name in names
    }
    if "attribution" in names:
        what["originator"] = originator_of(reading, mention.document, by=by)
    return [
        new_state(
            figure, by=by, reason=_("The reading of its leading words was corrected."), hands=hands, **what
        )
    ]


def _as_proposed(mention: Mention, *, by: Person) -> Reading:
    """Store the proposal's words as the newest reading."""
    readings = list(mention.readings.order_by("n"))
    first = next((one for one in reversed(readings) if one.by_id is None), readings[0])
    return add_reading(mention, words_of(first), by=by, after=first)


def _refuse_overlap(document: Document, there: Place) -> None:
    others = Mention.objects.filter(text=document.text_id, start__lt=there.end, end__gt=there.start)
    for other in others.exclude(state=Mention.State.ORPHANED):
        is_same = (other.start, other.end) == (there.start, there.end)
        if other.state == Mention.State.DISMISSED and is_same:
            raise NotNow(
                _("“%(quote)s” was found here and set aside as %(why)s. Reopen it instead.")
                % {"quote": other.quote, "why": other.get_dismissal_display()}
            )
        if other.state != Mention.State.DISMISSED:
            raise NotNow(
                _("“%(quote)s” already stands on these words. Correct that reading instead.")
                % {"quote": other.quote}
            )


def _record(act: str, by: Person, mention: Mention, *rows: Reading | FigureState, **codes: str) -> None:
    append(
        act=act,
        by=by,
        subject=urn("mention", mention.uid),
        codes={"document": str(mention.document.uid), "state": mention.state, **codes},
        words={"quote": mention.quote, "reading": str(mention.reading)},
        rows=committed(*rows),
        is_protected=mention.document.is_protected,
    )
