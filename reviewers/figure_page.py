"""What the page of a figure shows at the desk: everything that bears on signing it, and what was signed."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.flags import in_sentences, reader_of
from claims.models import Figure, FigureState, Finding, Mention, Reading
from claims.printing import basis_in_words, in_short, printed
from claims.wording import date_in_words, in_words
from reviewers.case import Case
from reviewers.forms import CREDIBILITY, HandOverForm, SignForm
from reviewers.models import Assignment, Evidence, Reviewer
from reviewers.policy import choices
from reviewers.queue import held_now
from reviewers.signed import states_of, verdicts_of
from reviewers.standing import Standing, live_verdicts, standing


def page_of(figure: Figure, person: Reviewer, *, form: SignForm | None = None) -> dict[str, Any]:
    """Return the context of the page; `form` is one that was sent and refused. A bounded number of queries."""
    case = Case(figure, person)
    live = live_verdicts(figure)
    now = standing(live)
    own = next((verdict for verdict in live if verdict.by_id == person.pk), None)
    return {
        "figure": figure,
        "state": figure.state,
        "line": printed([figure])[figure.pk],
        "credibility": _credibility(now),
        "facts": _facts(figure.state, person),
        "findings": _findings(figure, person),
        **_measure(figure.state),
        **_readings(case),
        "words_url": _lead_url(case),
        "may_restate": person.may("restate-figure", figure),
        "elsewhere": _elsewhere(case),
        "evidence": _evidence(figure, person),
        "verdicts": verdicts_of(figure, now, case),
        "own_verdict": own,
        "states": states_of(figure),
        **_hold(figure, case, now, has_signed=own is not None),
        **_signature(case, form),
    }


def sign_form(case: Case, sent: Any = None) -> SignForm:
    """Return the signature form, empty with the lead words ticked, or bound to what was sent."""
    lead = case.state.lead_mention
    ticked = (
        [f"mention:{lead.uid}"] if lead and any(lead.pk == mention.pk for mention in case.mentions) else []
    )
    return SignForm(
        sent,
        case=case,
        choices=choices(case),
        initial={"seen": case.state.n, "evidence": ticked},
        auto_id="sign_%s",  # the panel of the reader has forms of its own beside it
    )


def _signature(case: Case, form: SignForm | None) -> dict[str, Any]:
    form = form or sign_form(case)
    chosen = form["signs"].value()
    rows = [
        {
            "value": f"{choice.status}:{grounds.code}",
            "status": choice.status,
            "status_word": Figure.Status(choice.status).label.lower(),
            "label": grounds.label,
            "closed": grounds.why_closed,
            "is_chosen": chosen == f"{choice.status}:{grounds.code}",
            "needs_second": choice.needs_second,
        }
        for choice in choices(case)
        for grounds in choice.reasons
    ]
    why_closed = rows[0]["closed"] if not any(not row["closed"] for row in rows) else ""
    is_one_reason = bool(why_closed) and len({row["closed"] for row in rows}) == 1
    return {
        "sign_form": form,
        "choices": [] if is_one_reason else rows,  # what closes them all is said once
        "why_closed": why_closed,
        "may_sign": not why_closed,
    }


def _credibility(now: Standing) -> str:
    if not now.carried_by:
        return ""
    return str(dict(CREDIBILITY)[now.carried_by[-1].credibility])


def _facts(state: FigureState, person: Reviewer) -> list[tuple[str, str]]:
    party = state.originator
    grade = party.get_reliability_display() if party else ""
    return [
        (_("Value"), in_words(state.value, wording="number")),
        (_("Counted"), state.counted),
        (_("Said of them"), state.predicate),
        (_("As of"), _date(state, "as_of")),
        (_("Since"), _date(state, "since")),
        (_("Originator"), f"{party.name_for(person)}, {grade}" if party else _("nobody named")),
    ]


def _date(said: Any, name: str) -> str:
    words = date_in_words(getattr(said, name))
    basis = getattr(said, f"{name}_basis")
    return f"{words} ({basis_in_words(basis)})" if words and basis != "none" else words


def _findings(figure: Figure, person: Reviewer) -> list[dict[str, Any]]:
    """Open findings first, then the closed ones with the reason."""
    found = Finding.objects.visible_to(person).filter(figures=figure).select_related("closed_by")
    return [
        {
            "title": finding.get_code_display(),
            "sentence": finding.sentence,
            "closed": _("Closed: %(reason)s. %(note)s")
            % {"reason": finding.get_closed_reason_display(), "note": finding.closed_note}
            if finding.closed_at
            else "",
        }
        for finding in sorted(found, key=lambda one: one.closed_at is not None)
    ]


def _measure(state: FigureState) -> dict[str, Any]:
    measure = state.measure
    wording = measure.wording() if measure else None
    return {
        "measure": measure,
        "measure_title": measure.title() if measure else "",
        "definition": wording.definition if wording else "",
        "wholes": list(measure.wholes.select_related("whole").prefetch_related("whole__wordings"))
        if measure
        else [],
    }


def _readings(case: Case) -> dict[str, Any]:
    """The readings of the lead words, newest first; the one that counts stands first. What is flagged of them."""
    lead = case.state.lead_mention
    if lead is None or not any(mention.pk == lead.pk for mention in case.mentions):
        return {"readings": []}
    newest = lead.readings.select_related("by").prefetch_related("attributions").order_by("-n")[:3]
    readings = list(newest)
    flags = [flag for reading in readings for flag in reading.flags]
    return {"readings": [_read(reading, lead.quote) for reading in readings], "flags": in_sentences(flags)}


def _read(reading: Reading, quote: str) -> dict[str, Any]:
    return {
        "by": reader_of(reading) + (_(", blind") if reading.is_blind else ""),
        "quote": quote,
        "value": in_words(reading.value, wording="number"),
        "counted": reading.counted,
        "as_of": _date(reading, "as_of"),
        "since": _date(reading, "since"),
        "voices": [said.words for said in reading.attributions.all()],
    }


def _elsewhere(case: Case) -> list[dict[str, Any]]:
    """The other places that say it, and the other figures that agree or conflict, a word for each."""
    rows: list[dict[str, Any]] = []
    lead = case.state.lead_mention
    for mention in case.mentions:
        if mention.pk != case.state.lead_mention_id:
            place = {
                "words": mention.quote,
                "place": str(mention.document),
                "url": _words_url(mention),
                "party": "",
            }
            is_repeat = lead is not None and lead.document_id == mention.document_id
            rows.append({"relation": _("Repeat") if is_repeat else _("Echo"), **place})
    for state in case.others:
        agrees, conflicts = case.is_corroborated_by(state), case.conflicts_with(state)
        if agrees or conflicts:
            rows.append({
                "relation": _("Corroboration") if agrees else _("Conflict"),
                "is_against": conflicts,
                "words": in_short(state),
                "place": "",
                "url": reverse("reviewers:figure", args=[state.figure.uid]),
                "party": state.originator.name_for(case.by) if state.originator else _("nobody named"),
            })  # fmt: skip
    return rows


def _lead_url(case: Case) -> str:
    """Return where the lead words stand in their document, or an empty string."""
    lead = next((mention for mention in case.mentions if mention.pk == case.state.lead_mention_id), None)
    return _words_url(lead) if lead else ""


def _words_url(mention: Mention) -> str:
    return f"{reverse('claims:document', args=[mention.document.uid])}#m-{mention.uid}"


def _evidence(figure: Figure, person: Reviewer) -> list[dict[str, Any]]:
    """What the live verdicts rest on, without what this person may not see."""
    rows = (
        Evidence.objects.filter(verdict__state=figure.current_state_id, verdict__withdrawn_at__isnull=True)
        .select_related(
            "verdict__by", "mention__document__capture__blob", "document__capture__blob", "capture__blob",
            "figure_state__figure", "figure_state__measure", "figure_state__originator",
        )
        .prefetch_related("figure_state__measure__wordings")
    )  # fmt: skip
    if not person.may("see-protected"):
        rows = rows.filter(is_protected=False)
    return [_piece(row) for row in rows]


def _piece(row: Evidence) -> dict[str, Any]:
    document = row.mention.document if row.mention else row.document
    capture = document.capture if document else row.capture
    named = ""
    if row.mention:
        named = _("“%(quote)s” in %(title)s") % {"quote": row.mention.quote, "title": document}
    elif row.figure_state:
        named = in_short(row.figure_state)
    elif document:
        named = str(document)
    url = ""
    if row.mention:
        url = _words_url(row.mention)
    elif document:
        url = reverse("claims:document", args=[document.uid])
    elif row.figure_state:
        url = reverse("reviewers:figure", args=[row.figure_state.figure.uid])
    return {
        "what": named or row.note or _("a capture"),
        "url": url,
        "by": str(row.verdict.by),
        "captured": date_format(capture.at, "j F Y") if capture else "",
        "sha256": capture.blob.sha256[:12] if capture else "",
        "is_protected": row.is_protected,
    }


def _hold(figure: Figure, case: Case, now: Standing, *, has_signed: bool) -> dict[str, Any]:
    """Who holds the figure, and what this person may do about it."""
    held = list(held_now().filter(figure=figure).select_related("person"))
    mine = next((one for one in held if one.person_id == case.by.pk), None)
    kind = (
        Assignment.Kind.SECOND if now.waiting and now.waiting.by_id != case.by.pk else Assignment.Kind.FIRST
    )
    is_free = not any(one.kind == kind for one in held)
    return {
        "held": held,
        "mine": mine,
        "hand_over_form": HandOverForm(figure=figure, holder=case.by) if mine else None,
        "may_take": bool(
            not mine
            and is_free
            and not has_signed
            and not case.is_maker
            and case.by.may("take-figure", figure)
        ),
    }
