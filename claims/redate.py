"""Change the date of a document, and read again what leaned on it.

A reading leans on the document's date when the reader, told the new date in place of the old one, gives another as-of
or since for the same words ("as of today", "last week", or no date of their own at all), and the reading still says
what the old date gave. A date that somebody set otherwise stays.

- a proposal nobody touched gets the reader's next reading;
- an accepted or corrected mention gets a next reading by the person who redates: the date is theirs;
- a figure led by such a mention gets a new state with the new date, so that a signed one falls; the person who redated
  is a maker of its date. A figure that such a mention states without leading it keeps its own date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from claims.filing import take_part
from claims.locks import locked_figures
from claims.models import FigureState, Hand, Mention, Reading
from claims.read_document import Proposed, read_stored, store_readings
from claims.reading import Words, add_reading, words_of
from claims.states import codes_of, new_state
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.dates import Dated, typed
from sources.describe import locked
from sources.errors import NotAllowed, NotNow
from sources.models import Document, DocumentDateCandidate

_LEANING = ("relative", "publication")
Reread = dict[tuple[int, int], Proposed]


@dataclass(frozen=True, slots=True)
class _Moved:
    """A mention whose reading leans on the date: what it said, and what it says now."""

    mention: Mention
    was: Reading
    now: Reading


def redate(*, by: Person, document: Document, published: str, seen: str) -> Document:
    """Set the date of a document as a person typed it: EDTF, empty for "not known". The person confirms it.

    Among proposed years, the one typed is chosen and the others are struck out; an empty date opens them again.
    `seen` is `sources.describe.token`. Raises NotAllowed, BadDate, NotNow for a withdrawn document, OutOfDate.
    """
    if not by.may("describe-document", document):
        raise NotAllowed(_("You may not date this document."))
    when = typed(published)
    with transaction.atomic():
        document = locked(document, seen=seen, yours={_("Date"): when.edtf})
        if document.state == Document.State.WITHDRAWN:
            raise NotNow(_("This document was withdrawn. Restore it before dating it."))
        was = document.published
        _set(document, when, by=by)
        moved, states = _follow(document, was, by=by) if was.edtf != when.edtf else ([], [])
        append(
            act="claims.redate",
            by=by,
            subject=urn("document", document.uid),
            codes={"n_readings": len(moved), "n_figures": len(states), **codes_of(*states)},
            words={"was": was.edtf, "published": when.edtf},
            rows=committed(*(each.now for each in moved), *states),
            is_protected=document.is_protected,
        )
    return document


def _set(document: Document, when: Dated, *, by: Person) -> None:
    """Write the date and decide its candidates. The words it was read from are kept.

    A year chosen among candidates is inferred: the words do not hold it. Who confirmed it is written down.
    """
    candidates = list(document.date_candidates.order_by("pk"))
    basis = "inferred" if any(one.edtf == when.edtf for one in candidates) else when.basis
    document.published = replace(when, phrase=document.published_phrase, basis=basis)
    document.published_confirmed_by_id = by.pk if when.is_known else None
    document.save()
    states = DocumentDateCandidate.State
    for one in candidates:
        is_it = one.edtf == when.edtf
        one.state = states.OPEN if not when.is_known else states.CHOSEN if is_it else states.STRUCK
        one.by_id = by.pk if when.is_known else None
        if one.state == states.STRUCK:
            one.reason = _("Another date was set: %(date)s.") % {"date": when.edtf}
        one.save()


def _follow(document: Document, was: Dated, *, by: Person) -> tuple[list[_Moved], list[FigureState]]:
    """Read the document with the old date and with the new one, and carry over what differs."""
    old, new = _read(document, was), _read(document, document.published)
    moved = []
    mentions = document.mentions.select_for_update(of=("self",), no_key=True).exclude(
        state__in=[Mention.State.DISMISSED, Mention.State.ORPHANED]
    )
    untouched: list[tuple[Mention, int, Proposed]] = []
    readings: list[Reading] = []
    for mention in mentions.prefetch_related("readings__attributions"):
        reading, place = mention.reading, (mention.start, mention.end)
        words = _redated(reading, old.get(place), new.get(place), was, document.published)
        if words is None:
            continue
        if mention.state == Mention.State.PROPOSED and place in new and reading.by_id is None:
            untouched.append((mention, reading.n + 1, replace(new[place], words=words)))
            readings.append(reading)
        else:
            moved.append(_Moved(mention, reading, add_reading(mention, words, by=by, after=reading)))
    stored = store_readings(untouched)
    moved += [
        _Moved(item[0], was_read, now)
        for item, was_read, now in zip(untouched, readings, stored, strict=True)
    ]
    return moved, _restate(moved, by=by)


def _read(document: Document, when: Dated) -> Reread:
    return {(one.start, one.end): one for one in read_stored(document, published=when).proposed}


def _redated(
    reading: Reading, old: Proposed | None, new: Proposed | None, was: Dated, now: Dated
) -> Words | None:
    """Return what a reading says once its dates have moved with the document's; None where they did not lean on it."""
    words = words_of(reading)
    changes: dict[str, Any] = {}
    for name in ("as_of", "since"):
        said: Dated = getattr(words, name)
        before = getattr(old.words, name) if old else None
        after = getattr(new.words, name) if new else None
        if before is not None and after is not None:
            is_moved = said.edtf == before.edtf and before.edtf != after.edtf
            is_leaning = said.basis in _LEANING and said.edtf != after.edtf
            if is_moved or is_leaning:
                changes[name] = after
        elif said.basis == "publication" and said.edtf == was.edtf:
            changes[name] = replace(now, phrase=said.phrase, basis="publication" if now.is_known else "none")
    return replace(words, **changes) if changes else None


def _restate(moved: list[_Moved], *, by: Person) -> list[FigureState]:
    """Give the figures that rest on what moved their new states, locked in the order of their ids."""
    filed = {each.mention.pk: each for each in moved if each.mention.figure_id}
    if not filed:
        return []
    states: list[FigureState] = []
    for figure in locked_figures(
        {each.mention.figure_id for each in filed.values() if each.mention.figure_id}
    ):
        hands: list[tuple[Person, str]] = [(by, Hand.What.DATE)]
        lead = filed.get(figure.state.lead_mention_id or 0)
        what: dict[str, Any] = {}
        if lead:
            # What somebody restated otherwise than the words say is theirs, and stays.
            what = {
                name: getattr(lead.now, name)
                for name in ("as_of", "since")
                if getattr(figure.state, name).edtf
                == getattr(lead.was, name).edtf
                != getattr(lead.now, name).edtf
            }
        if what:
            reason = _("The date of the document was changed.")
            states.append(new_state(figure, by=by, reason=reason, hands=hands, **what))
        elif not lead:
            states += take_part(figure, hands, by=by)
    return states
