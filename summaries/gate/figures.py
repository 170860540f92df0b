"""What stops each figure in a text: nobody signed, nobody says it, one side only, no date, no words."""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from claims.models import Figure, Finding, FindingFigure
from claims.phrases import phrases
from claims.printing import PRINTABLE
from reviewers.models import Evidence
from sources.models import Alias
from sources.names import fold
from summaries.gate.sentences import Sentence, paragraph_positions
from summaries.gate.stops import Mend, Stop
from summaries.models import Correction, FigureUse, Summary

Status = Figure.Status
# Findings whose figures contradict each other: the other side of a dispute.
CONFLICTS = (
    Finding.Code.SAME_DATE_CONFLICT,
    Finding.Code.FALLING_TOTAL,
    Finding.Code.PART_LARGER_THAN_WHOLE,
    Finding.Code.CHANGED_ALONG_CHAIN,
    Finding.Code.QUALIFIER_LOST,
    Finding.Code.DEFINITION_DIFFERS,
)
_CYRILLIC = re.compile("[а-яё]")


class FigureCheck:
    """Checks the uses of one revision; reads what it needs in a fixed number of queries."""

    def __init__(
        self, summary: Summary, uses: list[FigureUse], found: list[Sentence], words: dict[int, str]
    ) -> None:
        self.summary, self.uses, self.words = summary, uses, words
        self.sentence_of = {position: sentence for sentence in found for position in sentence.positions}
        self.neighbours = paragraph_positions(found)
        self.names = _names(uses)
        self.others = _other_sides(use.figure for use in uses)
        self.corrected = set(
            Correction.objects.filter(summary=summary, figure__isnull=False).values_list("figure", flat=True)
        )

    def stops(self) -> list[Stop]:
        """Return what stops the figures, in reading order."""
        return [stop for use in self.uses for stop in self._of(use) if stop]

    def _of(self, use: FigureUse) -> Iterable[Stop | None]:
        figure, status = use.figure, use.figure.status
        if status == Status.UNREVIEWED:
            yield self._unsigned(use)
        elif status not in PRINTABLE and not (status == Status.FALSE and figure.pk in self.corrected):
            yield self._stop(
                use,
                "not_printable",
                _("Not for print"),
                _("“%(number)s” is %(status)s: it is never printed as it stands."),
                *self._to_figure(figure),
            )
        if status == Status.ATTRIBUTED:
            yield self._attribution(use)
        if status == Status.DISPUTED:
            yield self._dispute(use)
        if status == Status.SUPERSEDED:
            yield self._date(use)
        yield self._words(use)
        says_other = use.printed != self.words[use.position][:300]  # what the column keeps
        if (use.state_id != figure.state.pk or says_other) and status != Status.UNREVIEWED:
            yield self._stop(
                use,
                "moved",
                _("The record has moved on"),
                _("“%(number)s” was changed on record after this revision was saved."),
                self._refresh(),
            )

    def _stop(self, use: FigureUse, code: str, title: str, sentence: str, *mends: Mend) -> Stop:
        number = self.words[use.position]
        status = use.figure.get_status_display()
        field = self.sentence_of[use.position].field
        return Stop(
            code, title, sentence % {"number": number, "status": status}, number, mends, field, use.position
        )

    def _to_figure(self, figure: Figure) -> tuple[Mend, ...]:
        return (Mend(_("See the figure"), "reviewers:figure", (figure.uid,)),)

    def _to_text(self, label: str) -> Mend:
        return Mend(label, "summaries:desk-summary", (self.summary.uid,))

    def _refresh(self) -> Mend:
        revision = self.summary.current_revision
        seen = str(revision.n) if revision else "0"
        fields = (("seen", seen), ("as_it_stands", "1"))
        return Mend(
            _("Print it as the record says now"),
            "summaries:save-summary",
            (self.summary.uid,),
            fields,
            is_post=True,
        )

    def _unsigned(self, use: FigureUse) -> Stop:
        return self._stop(
            use,
            "no_signature",
            _("No signature"),
            _("“%(number)s” is unreviewed: nobody has signed for it."),
            *self._to_figure(use.figure),
            Mend(_("See the queue"), "reviewers:queue"),
        )

    def _attribution(self, use: FigureUse) -> Stop | None:
        party = use.figure.state.originator
        if party is None:
            return self._stop(
                use,
                "no_originator",
                _("Nobody says it"),
                _("“%(number)s” is attributed, and no originator is on record."),
                *self._to_figure(use.figure),
            )
        sentence = self.sentence_of[use.position].printed(self.words)
        if any(is_named(name, sentence) for name in self.names[party.pk]):
            return None
        label = _("Name %(party)s in the sentence") % {"party": party.public_name or _("the party")}
        return self._stop(
            use,
            "no_attribution",
            _("Nobody says it"),
            _("“%(number)s” is attributed; its sentence does not name who says it."),
            self._to_text(label),
        )

    def _dispute(self, use: FigureUse) -> Stop | None:
        beside = {self.uses[position].figure_id for position in self.neighbours[use.position]} - {
            use.figure_id
        }
        known = self.others.get(use.figure_id, set())
        measure = use.figure.state.measure_id
        same = {other.figure_id for other in self.uses if other.figure.state.measure_id == measure}
        if not beside & (known or same):
            return self._stop(
                use,
                "one_side_only",
                _("One side only"),
                _("“%(number)s” is disputed, and the value it stands against is not in the same paragraph."),
                self._to_text(_("Insert the other value")),
                *self._to_figure(use.figure),
            )
        word = phrases(self.summary.language).statuses[Status.DISPUTED]
        if self._is_headline(use) and word[:7] not in self.sentence_of[use.position].text.casefold():
            return self._stop(
                use,
                "no_label",
                _("Disputed, and not said so"),
                _("“%(number)s” is disputed: a headline has to say so."),
                self._to_text(_("Write the headline anew")),
            )
        return None

    def _date(self, use: FigureUse) -> Stop | None:
        when = use.figure.state.as_of
        if not when.is_known:
            return self._stop(
                use,
                "no_date",
                _("No date"),
                _("“%(number)s” is superseded and has no date to print."),
                *self._to_figure(use.figure),
            )
        day = when.latest or when.earliest
        if self._is_headline(use) and day and str(day.year) not in self.sentence_of[use.position].text:
            return self._stop(
                use,
                "no_date",
                _("No date"),
                _("“%(number)s” is superseded: a headline has to say its year."),
                self._to_text(_("Write the headline anew")),
            )
        return None

    def _words(self, use: FigureUse) -> Stop | None:
        state = use.figure.state
        if state.measure is None:
            return self._stop(
                use,
                "no_measure",
                _("No measure"),
                _("“%(number)s” is filed under no measure, so nobody could look up what is counted."),
                *self._to_figure(use.figure),
            )
        if state.originator and state.originator.is_protected and not state.originator.public_label:
            return self._stop(
                use,
                "no_public_label",
                _("A protected party"),
                _("“%(number)s” goes back to a protected party that has no public label."),
                *self._to_figure(use.figure),
            )
        if self.summary.language not in {wording.language for wording in state.measure.wordings.all()}:
            return self._stop(
                use,
                "no_words",
                _("No words in this language"),
                _("The measure of %(number)s has no title and noun in the language of the summary."),
                Mend(_("Give it words"), "claims:measure", (state.measure.slug,)),
            )
        return None

    def _is_headline(self, use: FigureUse) -> bool:
        return self.sentence_of[use.position].field == "headline"


def _names(uses: Iterable[FigureUse]) -> dict[int, set[str]]:
    """Return the names a reader may know each originator by: the printed one, and aliases of the unprotected."""
    parties = {use.figure.state.originator for use in uses if use.figure.state.originator}
    names = {party.pk: {party.public_name} - {""} for party in parties}
    unprotected = [party.pk for party in parties if not (party.is_protected or party.printed_as)]
    for source, name in Alias.objects.filter(source__in=unprotected).values_list("source", "name"):
        names[source].add(name)
    return names


def _other_sides(figures: Iterable[Figure]) -> dict[int, set[int]]:
    """Return, for each disputed figure, the figures it conflicts with: by findings, and by the verdict's evidence."""
    disputed = {figure.pk for figure in figures if figure.status == Status.DISPUTED}
    sides: dict[int, set[int]] = defaultdict(set)
    if not disputed:
        return sides
    findings = FindingFigure.objects.filter(figure__in=disputed, finding__code__in=CONFLICTS).values(
        "finding"
    )
    groups: dict[int, set[int]] = defaultdict(set)
    for finding, figure in FindingFigure.objects.filter(finding__in=findings).values_list(
        "finding", "figure"
    ):
        groups[finding].add(figure)
    for group in groups.values():
        for figure in group & disputed:
            sides[figure] |= group - {figure}
    cited = Evidence.objects.filter(
        verdict__state__figure__in=disputed, verdict__withdrawn_at__isnull=True, figure_state__isnull=False
    ).values_list("verdict__state__figure", "figure_state__figure")
    for figure, other in cited:
        sides[figure] |= {other} - {figure}
    return sides


def is_named(name: str, sentence: str) -> bool:
    """Say whether a name stands in a sentence as whole words; a Cyrillic name in any of its cases.

    "Harbour Watch" is named in "HARBOUR WATCH said"; "Портовый дозор" in "по словам Портового дозора".
    """
    parts = [_stem(word) for word in fold(name).split()]
    pattern = r"\W+".join(parts)
    return bool(parts) and re.search(rf"(?<!\w){pattern}(?!\w)", fold(sentence)) is not None


def _stem(word: str) -> str:
    """Return the pattern of a word: as it is, or for Cyrillic its stem with any ending of up to three letters."""
    if not _CYRILLIC.search(word) or len(word) < 3:
        return re.escape(word)
    kept = max(3, len(word) - 2) if len(word) > 3 else len(word)
    return rf"{re.escape(word[:kept])}\w{{0,3}}"
