"""What each status needs before somebody may sign it (DESIGN, Status; MODEL, Status), and what the form offers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Figure, Measure
from reviewers.case import Case, is_later
from reviewers.errors import BadVerdict
from reviewers.evidence import NOTE_LONGEST, EvidenceItem
from reviewers.models import Reviewer, Verdict
from reviewers.standing import TWO_SIGN
from sources.models import Document

Status, Reason = Figure.Status, Verdict.Reason
REASONS: dict[str, tuple[str, ...]] = {
    Status.VERIFIED: (Reason.PRIMARY_RECORD, Reason.TWO_ORIGINATORS),
    Status.ATTRIBUTED: (Reason.OWN_WORDS,),
    Status.DISPUTED: (Reason.PARTIES_CONFLICT, Reason.CONFLICTS_WITH_ITSELF),
    Status.SUPERSEDED: (Reason.REPLACED,),
    Status.UNVERIFIABLE: (Reason.UNTRACEABLE,),
    Status.FALSE: (Reason.SHOWN_WRONG,),
}
ASSERTS = {
    Status.VERIFIED: gettext_lazy("two originators or a primary record; needs a second reviewer"),
    Status.ATTRIBUTED: gettext_lazy("the originator did say it, and was placed to know"),
    Status.DISPUTED: gettext_lazy("names the conflict"),
    Status.SUPERSEDED: gettext_lazy("names the later figure"),
    Status.UNVERIFIABLE: gettext_lazy("says what was tried"),
    Status.FALSE: gettext_lazy("shown to be wrong; needs a second reviewer"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A verdict as offered, before it is one."""

    status: str
    reason: str
    rationale: str
    credibility: int
    evidence: Sequence[EvidenceItem] = ()
    superseded_by: Figure | None = None

    def items(self, *kinds: str) -> list[EvidenceItem]:
        return [item for item in self.evidence if item.what in kinds]


@dataclass(frozen=True, slots=True)
class Grounds:
    """One reason a status may be signed for; `why_closed` is empty where it may be given here."""

    code: str
    label: str
    why_closed: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A status on the signing form: open, or closed with its reason in `note`."""

    status: str
    is_open: bool
    note: str
    reasons: tuple[Grounds, ...] = ()

    @property
    def needs_second(self) -> bool:
        return self.status in TWO_SIGN


def what_it_takes(figure: Figure, by: Reviewer) -> list[Choice]:
    """Return each status with whether this person may sign it now, and why not. A bounded number of queries."""
    return choices(Case(figure, by))


def choices(case: Case) -> list[Choice]:
    """Return what `what_it_takes` says, for a case already at hand."""
    shut = _shut_altogether(case)
    found = []
    for status, reasons in REASONS.items():
        why = shut or SHUT.get(status, _never)(case)
        offered = tuple(
            Grounds(reason, str(Reason(reason).label), why or SHUT_REASON.get(reason, _never)(case))
            for reason in reasons
        )
        note = _("closed: %(why)s") % {"why": why} if why else str(ASSERTS[Status(status)])
        found.append(Choice(status, not why, note, offered))
    return found


def check(case: Case, draft: Draft) -> None:
    """Raise BadVerdict, with a sentence that says what is missing, unless `draft` has what its status needs."""
    if draft.reason not in REASONS.get(draft.status, ()):
        raise BadVerdict(_("That reason does not fit that status."))
    why = _shut_altogether(case, is_maker_checked=False) or SHUT.get(draft.status, _never)(case)
    if why:
        raise BadVerdict(why[0].upper() + why[1:] + ".")
    if draft.credibility not in range(1, 7):
        raise BadVerdict(_("Credibility is 1 to 6; 6 says that nobody can tell."))
    if not draft.rationale.strip() or len(draft.rationale) > NOTE_LONGEST:
        raise BadVerdict(_("Say in a sentence or two what you looked at and why it is so."))
    _check_evidence(case, draft)
    NEEDS[draft.reason](case, draft)


def _check_evidence(case: Case, draft: Draft) -> None:
    for item in draft.evidence:
        document = item.mention.document if item.mention else item.document
        if document is not None and document.state != Document.State.IN:
            raise BadVerdict(_("A document given as evidence was withdrawn."))
        if item.what == "mention" and item.mention and item.mention.state in {"dismissed", "orphaned"}:
            raise BadVerdict(
                _("A mention given as evidence was dismissed, or its words are no longer there.")
            )
        if item.figure and item.figure.pk == case.figure.pk:
            raise BadVerdict(_("A figure is no evidence for itself."))
        if len(item.note) > NOTE_LONGEST:
            raise BadVerdict(_("A note has at most 2,000 characters."))
    if draft.superseded_by is not None and draft.status != Status.SUPERSEDED:
        raise BadVerdict(_("Only a superseded figure names a later one."))


# --- why a status is closed ----------------------------------------------------------------------------------------


def _never(case: Case) -> str:
    return ""


def _shut_altogether(case: Case, *, is_maker_checked: bool = True) -> str:
    """Return why nothing can be signed here, or an empty string."""
    if not case.by.may("sign", case.figure):
        return _("only reviewers sign")
    if is_maker_checked and case.is_maker:
        return _("you entered or corrected this figure")
    measure = case.state.measure
    if measure is None or measure.state != Measure.State.OPEN:
        return _("it is filed under no measure in use")
    if case.state.value_state in {"unknown", "not_applicable"}:
        return _("it has no value")
    return ""


def _shut_verified(case: Case) -> str:
    if case.state.measure and case.state.measure.needs_blind_reading:
        return _("its measure asks for a blind second reading, which nobody has made")
    if not case.mentions and not any(case.is_corroborated_by(other) for other in case.others):
        return _("one voice, and no record; it needs two originators or a primary record")
    return ""


def _shut_attributed(case: Case) -> str:
    party = case.state.originator
    if party is None:
        return _("its originator is not known")
    if party.is_anonymous:
        return _("its originator has no name")
    if not case.state.as_of_edtf:
        return _("it has no date")
    return "" if case.mentions else _("none of its words are on the desk")


def _shut_superseded(case: Case) -> str:
    has_later = any(is_later(other, case.state) for other in case.others)
    return "" if has_later else _("its measure has no later figure")


def _shut_two_originators(case: Case) -> str:
    agrees = any(case.is_corroborated_by(other) for other in case.others)
    return "" if agrees else _("nobody else says the same independently")


def _shut_record(case: Case) -> str:
    return "" if case.mentions else _("none of its words are on the desk")


SHUT_REASON: dict[str, Callable[[Case], str]] = {
    Reason.TWO_ORIGINATORS: _shut_two_originators,
    Reason.PRIMARY_RECORD: _shut_record,
}
SHUT: dict[str, Callable[[Case], str]] = {
    Status.VERIFIED: _shut_verified,
    Status.ATTRIBUTED: _shut_attributed,
    Status.SUPERSEDED: _shut_superseded,
}


# --- what each reason needs ----------------------------------------------------------------------------------------


def _needs_record(case: Case, draft: Draft) -> None:
    if not draft.items("document", "capture", "mention"):
        raise BadVerdict(_("Point at the primary record: a document, or a mention in one."))


def _needs_second_originator(case: Case, draft: Draft) -> None:
    pinned = [item.figure.state for item in draft.items("figure") if item.figure]
    if not any(case.is_corroborated_by(state) for state in pinned):
        raise BadVerdict(
            _(
                "Point at a figure of another originator and another owner, whose value agrees and whose date overlaps."
            )
        )


def _needs_own_words(case: Case, draft: Draft) -> None:
    said = {mention.pk for mention in case.mentions}
    if not any(item.mention and item.mention.pk in said for item in draft.evidence):
        raise BadVerdict(
            _("Point at the originator's own words: a mention of this figure in a captured document.")
        )


def _needs_conflict(case: Case, draft: Draft) -> None:
    if not draft.items("figure", "note"):
        raise BadVerdict(_("Name the conflict: the other figure, or a note that says what contradicts it."))


def _needs_later(case: Case, draft: Draft) -> None:
    later = draft.superseded_by
    if later is None or later.pk == case.figure.pk or not is_later(later.state, case.state):
        raise BadVerdict(_("Name the later figure of the same measure that replaces this one."))


def _needs_nothing_more(case: Case, draft: Draft) -> None:
    """The rationale, which every verdict has, says what was tried."""


def _needs_proof(case: Case, draft: Draft) -> None:
    if not draft.evidence:
        raise BadVerdict(_("Point at what shows it to be wrong, or say it in a note."))


NEEDS: dict[str, Callable[[Case, Draft], None]] = {
    Reason.PRIMARY_RECORD: _needs_record,
    Reason.TWO_ORIGINATORS: _needs_second_originator,
    Reason.OWN_WORDS: _needs_own_words,
    Reason.PARTIES_CONFLICT: _needs_conflict,
    Reason.CONFLICTS_WITH_ITSELF: _needs_conflict,
    Reason.REPLACED: _needs_later,
    Reason.UNTRACEABLE: _needs_nothing_more,
    Reason.SHOWN_WRONG: _needs_proof,
}
