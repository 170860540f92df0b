"""What changed about a public figure, in the order readers could see it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from claims.models import Figure, FigureState
from claims.phrases import phrases
from claims.wording import as_of_in_words
from summaries.models import Correction, Summary, kept_back
from summaries.public.days import day
from summaries.public.signings import Signing
from summaries.words import words_of

Entry = dict[str, Any]


def history(figure: Figure, had: list[Signing], *, language: str) -> list[Entry]:
    """Return {when, old, new, note, url, at} newest first: statuses in force since it is public, corrections.

    Older statuses, readings and the desk's own notes stay at the desk. Two queries.
    """
    said = _numbers({signing.state_id for signing in had}, language)
    entries = [*_statuses(figure, had, said, language), *_corrections(figure)]
    in_order = sorted(
        entries, key=lambda entry: entry["at"]
    )  # of two at one instant, the one that came later stays later
    return in_order[::-1]


def _numbers(state_ids: Iterable[int], language: str) -> dict[int, str]:
    """Return number and date of each state, open for its status: "more than 60 people (as of 17 May 2031"."""
    states = (
        FigureState.objects.filter(pk__in=list(state_ids))
        .select_related("measure")
        .prefetch_related("measure__wordings")
    )
    return {
        state.pk: f"{words_of(state, language=language)} ({as_of_in_words(state.as_of, language)}"
        for state in states
    }


def _statuses(figure: Figure, had: list[Signing], said: dict[int, str], language: str) -> list[Entry]:
    words = phrases(language).statuses
    public_from = figure.released_at
    entries: list[Entry] = []
    before = ""
    for signing in had:
        line = f"{said[signing.state_id]}, {words[signing.status]})"
        is_past = public_from is not None and signing.until is not None and signing.until < public_from
        if is_past:
            continue
        if not before and public_from:
            entries.append(_entry(max(public_from, signing.since), "", line, _("First published.")))
        else:
            entries.append(
                _entry(signing.since, before, line, _("Signed: %(reason)s.") % {"reason": signing.reason})
            )
        before = line
    last = had[-1] if had else None
    if last and last.until and figure.status == Figure.Status.UNREVIEWED:
        entries.append(_entry(last.until, before, _("not signed"), _("Nobody signs for it any more.")))
    return entries


def _corrections(figure: Figure) -> list[Entry]:
    found = (
        Correction.objects.filter(figure=figure, state=Correction.State.DECIDED)
        .filter(summary__in=Summary.objects.readable())
        .exclude(kept_back())
        .select_related("summary")
    )
    return [
        _entry(
            correction.decided_at, correction.old, correction.new,
            " ".join([str(Correction.Reason(correction.reason).label).capitalize() + ".", correction.note]).strip(),
            url=reverse("summaries:summary", args=[correction.summary.slug]) + "#corrections",
        )
        for correction in found
        if correction.decided_at
    ]  # fmt: skip


def _entry(at: datetime, old: str, new: str, says: str, *, url: str = "") -> Entry:
    return {"at": at, "when": day(at), "old": old, "new": new, "note": says, "url": url}
