"""A figure as a reviewer has it before them: who says it, who says it too, who says otherwise."""

from dataclasses import dataclass, field
from functools import cached_property

from claims.models import Figure, FigureState, Finding, Mention
from claims.origins import roots, standing_states
from claims.values import agree
from reviewers.models import Reviewer
from sources.dates import overlap
from sources.models import Document

# In these a figure carries no other: it corroborates nothing.
FELL = frozenset({Figure.Status.DISPUTED, Figure.Status.UNVERIFIABLE, Figure.Status.FALSE})


@dataclass
class Case:
    """A figure and everything that bears on signing it. Queries are made once each, when first asked for."""

    figure: Figure
    by: Reviewer
    state: FigureState = field(init=False)

    def __post_init__(self) -> None:
        self.state = self.figure.state

    @cached_property
    def is_maker(self) -> bool:
        return self.figure.hands.filter(person=self.by).exists()

    @cached_property
    def mentions(self) -> list[Mention]:
        """The accepted mentions that say it, in documents that stand and that this person may see."""
        return list(
            Mention.objects.visible_to(self.by)
            .filter(
                figure=self.figure,
                state__in=[Mention.State.ACCEPTED, Mention.State.CORRECTED],
                document__state=Document.State.IN,
            )
            .select_related("document__capture__blob", "document__text__blob")
            .defer("document__text__text")
        )

    @cached_property
    def others(self) -> list[FigureState]:
        """The present states of the other figures of the measure that somebody still says."""
        visible = Figure.objects.visible_to(self.by).exclude(pk=self.figure.pk)
        return list(
            standing_states()
            .filter(measure=self.state.measure_id, figure__in=visible)
            .exclude(measure=None)
            .select_related("figure", "originator", "measure", "phase")
            .order_by("as_of_earliest", "pk")
        )

    @cached_property
    def _roots(self) -> dict[int, int]:
        ids = {state.originator_id for state in [*self.others, self.state] if state.originator_id}
        return roots(ids)

    def is_corroborated_by(self, other: FigureState) -> bool:
        """Say whether `other` says the same, independently: agreeing value, overlapping date, another root owner."""
        ours, theirs = self.state.originator, other.originator
        return bool(
            ours and theirs
            and not ours.is_anonymous and not theirs.is_anonymous
            and self._root(self.state) != self._root(other)
            and (other.measure_id, other.phase_id) == (self.state.measure_id, self.state.phase_id)
            and other.figure.status not in FELL
            and agree(self.state.value, other.value)
            and overlap(self.state.as_of, other.as_of)
        )  # fmt: skip

    def _root(self, state: FigureState) -> int | None:
        party = state.originator_id
        return None if party is None else self._roots.get(party) or roots([party])[party]

    @cached_property
    def _found_against(self) -> set[int]:
        """The figures that an open finding names together with this one."""
        findings = Finding.objects.visible_to(self.by).standing().filter(figures=self.figure)
        return set(findings.values_list("figures", flat=True)) - {self.figure.pk}

    def conflicts_with(self, other: FigureState) -> bool:
        """Say whether both cannot be true, by value and date or because a finding says so."""
        if other.figure_id in self._found_against:
            return True
        return overlap(self.state.as_of, other.as_of) and not agree(self.state.value, other.value)


def is_later(other: FigureState, state: FigureState) -> bool:
    """Say whether `other` replaces `state` in time: same measure, and as of a later day. Undated never does."""
    return bool(
        other.measure_id == state.measure_id
        and other.as_of_latest
        and state.as_of_latest
        and other.as_of_latest > state.as_of_latest
    )
