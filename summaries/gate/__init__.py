"""The gate: everything that stops a summary from being published, each with the way to mend it.

One object for the page, the acts and the tests; `publish` runs it again under its locks.
"""

from django.utils.translation import gettext as _

from ledger.people import Person
from summaries import approvals
from summaries.gate.figures import FigureCheck
from summaries.gate.findings import check_findings
from summaries.gate.grounds import check_grounds
from summaries.gate.numbers import check_numbers, check_qualifiers
from summaries.gate.protected import check_protected
from summaries.gate.sentences import sentences
from summaries.gate.stops import NO_APPROVAL, Gate, Mend, Passed, Stop
from summaries.models import FigureUse, Revision, Summary, Version
from summaries.words import node_words

__all__ = ["NO_APPROVAL", "Gate", "Mend", "Passed", "Stop", "check"]


def check(summary: Summary, *, person: Person | None = None) -> Gate:
    """Return what stops the newest revision of `summary`, and what holds.

    `person` is whoever looks: the sentence about the missing approval is put to them. A constant number of
    queries, whatever the number of figures.
    """
    revision = Revision.objects.get(pk=summary.current_revision_id)  # type: ignore[misc]  # never null here
    uses = approvals.uses_of(revision)
    fields = {"headline": revision.headline, "standfirst": revision.standfirst, "body": revision.body}
    found = sentences(fields)
    printed = node_words({use.figure_id: use.figure for use in uses}.values(), language=summary.language)
    words = {use.position: printed[use.figure.uid, use.wording] for use in uses}
    gate = Gate()
    gate.stops += _emptiness(summary, revision)
    gate.stops += FigureCheck(summary, uses, found, words).stops() + check_grounds(uses, words)
    finding_stops, gate.warnings = check_findings(summary, uses, person)
    number_stops, gate.passed_numbers = check_numbers(summary, revision, found)
    gate.stops += finding_stops + number_stops + check_qualifiers(summary, found, words)
    gate.stops += check_protected(summary, revision, uses)
    gate.stops += _approval(summary, revision, uses, person)
    gate.holds = _holds(gate, uses)
    return gate


def _emptiness(summary: Summary, revision: Revision) -> list[Stop]:
    """A text without figures may be published; one without words may not."""
    mend = (Mend(_("Go to the text"), "summaries:desk-summary", (summary.uid,)),)
    missing = []
    if not revision.headline:
        missing.append(
            Stop("no_headline", _("No headline"), _("The headline is empty."), mends=mend, field="headline")
        )
    if not revision.body:
        missing.append(Stop("no_body", _("No text"), _("The text is empty."), mends=mend, field="body"))
    return missing


def _approval(
    summary: Summary, revision: Revision, uses: list[FigureUse], person: Person | None
) -> list[Stop]:
    if Version.objects.filter(pk=summary.current_version_id, revision=revision).exists():  # type: ignore[misc]
        return []  # it is in print: its approval was used
    approval = approvals.live(summary)
    if approval and approvals.binds(approval, revision, uses):
        return []
    if approval and not approval.by.may("approve"):
        sentence = _(
            "Whoever approved it is no longer a publisher. Somebody else has to approve this revision."
        )
    elif approval:
        sentence = _("Its figures have changed since it was approved. It has to be approved again.")
    elif person and approvals.edited_since_print(summary, person):
        sentence = _("You edited it, so somebody else has to approve this revision.")
    else:
        sentence = _("Nobody has approved revision %(n)s.") % {"n": revision.n}
    mends: tuple[Mend, ...] = ()
    if person and summary.state == Summary.State.DRAFT and person.may("submit"):
        fields = (("seen", str(revision.n)),)
        mends = (Mend(_("Ask for approval"), "summaries:submit", (summary.uid,), fields, is_post=True),)
    return [Stop(NO_APPROVAL, _("No approval"), sentence, mends=mends)]


def _holds(gate: Gate, uses: list[FigureUse]) -> list[str]:
    """Return the checks that hold, one sentence each."""
    codes = {stop.code for stop in gate.stops}
    checks = [
        (
            {"no_signature", "not_printable", "no_evidence", "one_voice"},
            _("Every figure in the text is signed and may be printed"),
        ),
        ({"no_attribution", "no_originator"}, _("Every attributed figure is attributed in its sentence")),
        (
            {"one_side_only", "no_label"},
            _("Every disputed figure stands beside the value it is disputed with"),
        ),
        ({"no_date"}, _("Every superseded figure carries its date")),
        ({"altered_number"}, _("Qualifiers stand as recorded")),
        ({"bare_number"}, _("No number stands outside the record")),
        ({"open_finding"}, _("No fall or conflict waits for an explanation")),
        ({"no_public_label", "names_protected", "leads_to_protected"}, _("No protected party is named")),
        ({"moved"}, _("The text prints what the record says now")),
    ]
    held = [sentence for failing, sentence in checks if not failing & codes]
    return held if uses else [_("The text has no figures"), *held]
