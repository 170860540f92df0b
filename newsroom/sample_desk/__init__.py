"""The sample newsroom: an invented story, worked on by invented people, so that a newcomer sees everything alive.

Built only by calling the acts, as its people, under a clock that is held at the days of the story. Each module is one
part of the week; `build` is the order.
"""

from datetime import UTC, datetime

from ledger.clock import held_at
from newsroom.sample_desk import arrivals, filing, people, signing, writing
from reviewers.models import Reviewer

FIRST_DAY = datetime(2025, 5, 20, 8, 0, tzinfo=UTC)
SIGNING_DAY = datetime(2025, 7, 1, 9, 0, tzinfo=UTC)
AUGUST = datetime(2025, 9, 1, 9, 0, tzinfo=UTC)
A_YEAR_LATER = datetime(2026, 7, 2, 10, 0, tzinfo=UTC)


def is_built() -> bool:
    """Say whether anybody works here already: then the sample desk is not built."""
    return Reviewer.objects.filter(is_machine=False).exists()


def build() -> None:
    """Build the sample desk in an empty newsroom. Every row comes from an act and has its entry."""
    with held_at(FIRST_DAY) as clock:
        staff = people.hire()
        parties = filing.name_parties(staff)
        measures = filing.define(staff)
        topic = measures["out"].topic
        early, late = arrivals.ARRIVALS[:5], arrivals.ARRIVALS[5:8]
        documents = arrivals.bring_in_all(staff, clock, early)
        figures = filing.file_all(staff, clock, documents, measures, parties)
        clock.set(SIGNING_DAY)
        signing.date_by_hand(staff, clock, figures, signing.JUNE_DATES)
        signing.sign_all(staff, clock, figures, signing.FIRST_ROUND)
        writing.write_first(staff, clock, topic, figures)
        documents |= arrivals.bring_in_all(staff, clock, late)
        clock.set(AUGUST)
        figures |= filing.file_all(staff, clock, documents, measures, parties, known=figures)
        signing.date_by_hand(staff, clock, figures, signing.SUMMER_DATES)
        signing.sign_all(staff, clock, figures, signing.SECOND_ROUND)
        signing.explain(staff, clock, figures)
        documents |= arrivals.bring_in_all(staff, clock, arrivals.ARRIVALS[8:])
        clock.set(A_YEAR_LATER)
        statement = "05-statement-on-the-resolution.txt"
        documents[statement] = [arrivals.settle_the_year(staff, clock, documents[statement][0])]
        figures |= filing.file_all(staff, clock, documents, measures, parties, known=figures)
        signing.date_by_hand(staff, clock, figures, signing.LATE_DATES)
        signing.sign_all(staff, clock, figures, signing.LAST_ROUND)
        writing.write_last(staff, clock, topic, figures)
