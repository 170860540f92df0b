"""Whether what a signature rests on still holds, asked once more before anything is printed.

The acts that take it away (`reviewers.withdraw`, `summaries.told.parties`) let the signature fall. This asks the facts
themselves, whichever way they came about.
"""

from collections.abc import Iterable, Mapping

from django.db.models import F, Q
from django.utils.translation import gettext as _

from claims.models import Figure
from claims.origins import count_origins
from reviewers.models import Evidence, Verdict
from summaries.gate.stops import Mend, Stop
from summaries.models import FigureUse


def check_grounds(uses: list[FigureUse], words: Mapping[int, str]) -> list[Stop]:
    """Return a stop for each figure whose signatures have lost what they rest on. `words` by position."""
    first = {use.figure_id: use for use in reversed(uses)}
    stops = []
    for pk in _without_evidence(first):
        sentence = _("“%(number)s” was signed on a document that has been withdrawn since.")
        stops.append(_stop(first[pk], words, "no_evidence", _("Its evidence was withdrawn"), sentence))
    for pk in _of_one_voice(use.figure for use in first.values()):
        sentence = _("“%(number)s” was verified by two originators, and they are one house by now.")
        stops.append(_stop(first[pk], words, "one_voice", _("One voice"), sentence))
    return stops


def _without_evidence(ids: Iterable[int]) -> list[int]:
    gone = Q(document__state="withdrawn") | Q(mention__document__state="withdrawn")
    found = Evidence.objects.filter(
        gone, verdict__state__figure__in=list(ids), verdict__withdrawn_at__isnull=True,
        verdict__state=F("verdict__state__figure__current_state"),
        verdict__status=F("verdict__state__figure__status"),
    )  # fmt: skip
    return sorted(set(found.values_list("verdict__state__figure", flat=True)))


def _of_one_voice(figures: Iterable[Figure]) -> list[int]:
    verified = {one.pk: one for one in figures if one.status == Figure.Status.VERIFIED}
    by_two = Verdict.objects.live().filter(
        state__figure__in=verified,
        reason=Verdict.Reason.TWO_ORIGINATORS,
        state=F("state__figure__current_state"),
    )
    asked = [verified[pk] for pk in sorted(set(by_two.values_list("state__figure", flat=True)))]
    return [pk for pk, n in count_origins(asked).items() if n < 2] if asked else []


def _stop(use: FigureUse, words: Mapping[int, str], code: str, title: str, sentence: str) -> Stop:
    number = words[use.position]
    mends = (Mend(_("See the figure"), "reviewers:figure", (use.figure.uid,)),)
    return Stop(code, title, sentence % {"number": number}, number, mends, position=use.position)
