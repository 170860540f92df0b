"""Open findings on the figures of a text: a strong one stops publication, the others are to be known of."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext as _

from claims.models import Figure, Finding, FindingFigure
from ledger.people import Person
from summaries.gate.stops import Mend, OpenFinding, Stop
from summaries.models import FigureUse, Summary

Status = Figure.Status
# A figure printed as it stands while one of these is open and strong would hide a conflict the desk knows of.
MUST_BE_EXPLAINED = (Finding.Code.SAME_DATE_CONFLICT, Finding.Code.FALLING_TOTAL)


def check_findings(
    summary: Summary, uses: list[FigureUse], person: Person | None
) -> tuple[list[Stop], list[OpenFinding]]:
    """Return the open findings that stop a figure in the text, and the others. `person` is whoever looks.

    A strong fall or conflict on a figure printed as verified or attributed stops: an editor explains it first
    (closes it with its reason), or a reviewer signs the figure as disputed. Every other open finding is a warning.
    """
    status = {use.figure_id: use.figure.status for use in uses}
    named = FindingFigure.objects.filter(figure__in=status, finding__closed_at__isnull=True)
    by_finding: dict[int, set[int]] = defaultdict(set)
    findings: dict[int, Finding] = {}
    for row in named.select_related("finding").order_by("finding_id", "position"):
        by_finding[row.finding_id].add(row.figure_id)
        findings[row.finding_id] = row.finding
    stops, warnings = [], []
    for pk, finding in findings.items():
        plain = {status[figure] for figure in by_finding[pk]} & {Status.VERIFIED, Status.ATTRIBUTED}
        if finding.code in MUST_BE_EXPLAINED and finding.severity == Finding.Severity.STRONG and plain:
            mend = _explain(summary, finding, person)
            stops.append(Stop("open_finding", finding.get_code_display(), finding.sentence, mends=(mend,)))
        else:
            sentence = f"{finding.get_code_display()}: {finding.sentence}"
            warnings.append(OpenFinding(sentence, _explain(summary, finding, person)))
    return stops, warnings


def _explain(summary: Summary, finding: Finding, person: Person | None) -> Mend:
    """Lead who may close the finding to the form that does, and back; anybody else to the finding."""
    if person and person.may("close-finding", finding):
        back = reverse("summaries:desk-summary", args=[summary.uid])
        return Mend(_("Explain it"), "claims:close-finding", (finding.uid,), query=(("next", back),))
    return Mend(_("See the finding"), "claims:findings", query=(("finding", str(finding.uid)),))
