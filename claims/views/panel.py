"""The panel beside a document: what the chosen mention says, where it belongs, and the forms that decide it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from claims.flags import in_sentences, reader_of
from claims.forms import AddForm, DismissForm, FileForm, ReadingForm
from claims.models import Figure, Finding, FindingFigure, Measure, Mention, Reading
from claims.origins import corroborating
from claims.printing import basis_in_words, in_short, printed
from claims.proposals import proposals
from claims.wording import date_in_words, in_words
from ledger.desk_request import DeskRequest
from sources.models import Document

FIGURES_OFFERED = 100
MENTIONS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Told:
    """A reading in words, part by part."""

    reading: Reading
    by: str
    value: str
    as_of: str
    since: str
    voices: list[str]
    basis: str


def panel(
    request: DeskRequest,
    document: Document,
    mention: Mention | None,
    shown: Sequence[Mention],
    forms: dict[str, Form],
    error: str,
) -> dict[str, Any]:
    """Return what the panel draws; with no mention chosen only the form that adds a missed one."""
    context: dict[str, Any] = {
        "error": error,
        "refused": next(iter(forms), ""),
        "add_form": forms.get("add")
        or AddForm(initial={"value_state": "known", "comparator": "exact", "kind": "count"}),
        "mention": mention,
    }
    if mention is None:
        return context
    order = list(shown)
    at = order.index(mention) if mention in order else None
    return context | {
        "n": at + 1 if at is not None else None,
        "previous": order[at - 1] if at else None,
        "next": order[at + 1]
        if at is not None and at + 1 < len(order)
        else (order[0] if at is None and order else None),
        **_reading(mention),
        **_figure(request, mention),
        **_forms(request, mention, forms),
    }


def _reading(mention: Mention) -> dict[str, Any]:
    """The newest reading, and the one it replaced beside it."""
    readings = [one for one in mention.readings.all() if not one.is_blind]
    newest = readings[-1]
    return {
        "reading": newest,
        "says": reading_in_words(newest),
        "told": [_told(one) for one in (newest, readings[0])[: 2 if len(readings) > 1 else 1]],
        "candidates": list(newest.date_candidates.all()),
        "flags": in_sentences(newest.flags),
    }


def reading_in_words(reading: Reading) -> str:
    """Say what a reading says: a unit says its own noun, so "3.5 crowns" is not followed by what is counted."""
    unit = _unit(reading)
    return in_words(reading.value, other="" if unit else reading.counted, unit=unit)


def _unit(reading: Reading) -> str:
    return "" if reading.kind == Reading.Kind.COUNT else reading.unit


def _told(reading: Reading) -> Told:
    return Told(
        reading=reading,
        by=reader_of(reading),
        value=in_words(reading.value, unit=_unit(reading), wording="number"),
        as_of=date_in_words(reading.as_of),
        since=date_in_words(reading.since),
        voices=[said.words for said in reversed(reading.attributions.all())],
        basis=basis_in_words(reading.as_of_basis),
    )


def _figure(request: DeskRequest, mention: Mention) -> dict[str, Any]:
    """The figure the mention states, with what bears on it: findings, other mentions, other voices."""
    if mention.figure_id is None:
        return {"figure": None}
    person = request.user
    figure = Figure.objects.with_state().get(pk=mention.figure_id)
    findings = Finding.objects.visible_to(person).standing().filter(figures=figure)
    others = Mention.objects.visible_to(person).filter(figure=figure).exclude(pk=mention.pk)
    measure = figure.state.measure
    return {
        "figure": figure,
        "line": printed([figure])[figure.pk],
        "measure": measure,
        "definition": wording.definition if measure and (wording := measure.wording()) else "",
        "findings": [_finding(request, one, measure) for one in findings],
        "others": list(others.select_related("document").order_by("pk")[:MENTIONS_SHOWN]),
        "voices": _voices(request, figure),
        "against": _against(request, figure),
    }


def _voices(request: DeskRequest, figure: Figure) -> list[dict[str, str]]:
    """The other voices that agree, of those this person may know of."""
    states = corroborating(figure)
    seen = Figure.objects.visible_to(request.user).filter(pk__in=[one.figure_id for one in states])
    known = set(seen.values_list("pk", flat=True))
    return [
        {"words": in_short(state), "party": state.originator.printed_name if state.originator else ""}
        for state in states
        if state.figure_id in known
    ]


def _against(request: DeskRequest, figure: Figure) -> list[dict[str, str]]:
    """The figures that open findings name beside this one, of those this person may know of."""
    standing = Finding.objects.visible_to(request.user).standing().filter(figures=figure)
    named = FindingFigure.objects.filter(finding__in=standing).exclude(figure=figure).values("figure")
    others = Figure.objects.visible_to(request.user).filter(pk__in=named)
    return [
        {
            "uid": str(one.uid),
            "words": in_short(one.state),
            "party": one.state.originator.printed_name if one.state.originator else "",
        }
        for one in others.with_state().order_by("pk")[:MENTIONS_SHOWN]
    ]


def _finding(request: DeskRequest, finding: Finding, measure: Measure | None) -> dict[str, Any]:
    acts = []
    if measure:
        measure_url = reverse("claims:measure", args=[measure.slug])
        acts.append({"label": _("See it on the measure"), "url": f"{measure_url}#f-{finding.uid}"})
    if request.user.may("close-finding", finding):
        query = urlencode({"next": request.get_full_path()})
        close_url = reverse("claims:close-finding", args=[finding.uid])
        acts.append({"label": _("Close with a reason"), "url": f"{close_url}?{query}"})
    return {"title": finding.get_code_display(), "sentence": finding.sentence, "acts": acts}


def _forms(request: DeskRequest, mention: Mention, forms: dict[str, Form]) -> dict[str, Any]:
    """The forms of the acts that the mention's state allows, each with the token it was shown with."""
    seen = {"seen": mention.token}
    may_decide = mention.state in (Mention.State.PROPOSED, Mention.State.ACCEPTED, Mention.State.CORRECTED)
    choosing = {"as_of": request.GET["as_of"]} if request.GET.get("as_of") else {}
    return {
        "correct_form": may_decide
        and (forms.get("correct") or ReadingForm(shown=mention.reading, initial={**seen, **choosing})),
        "dismiss_form": may_decide and (forms.get("dismiss") or DismissForm(initial=seen)),
        "file_form": may_decide
        and mention.figure_id is None
        and (forms.get("file") or file_form(request, mention)),
    }


def file_form(request: DeskRequest, mention: Mention) -> FileForm:
    """The form that files, with the desk's proposals; bound to what was sent, if anything was."""
    person = request.user
    filed = Figure.objects.visible_to(person).filter(current_state__measure__isnull=False)
    newest = list(filed.order_by("-pk").values_list("pk", flat=True)[:FIGURES_OFFERED])
    is_sent = request.method == "POST"
    initial: dict[str, Any] = {"seen": mention.token}
    if request.GET.get("measure"):
        initial |= {"place": "measure", "measure": request.GET["measure"]}
    return FileForm(
        request.POST if is_sent else None,
        initial=initial,
        proposals=proposals(mention, by=person),
        measures=Measure.objects.standing().with_words(),
        figures=Figure.objects.filter(pk__in=newest).with_state().order_by("-pk"),
    )
