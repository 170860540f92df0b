"""Public notes of corrections and retractions: printed, so held to the rules of print."""

import pytest

from summaries import corrections, publish
from summaries.errors import NotNow
from summaries.models import Correction, Summary, Version
from tests.summaries.conftest import Desk
from tests.summaries.test_publishing import fall

UNSIGNED = [
    "The harbour office now speaks of 58.",
    "It was fifty-eight, not more.",
    "Half of them had left before.",
    "Es waren ５８ Menschen.",
]


@pytest.mark.parametrize("note", UNSIGNED)
def test_no_number_goes_out_in_the_note_of_a_correction(desk: Desk, note: str) -> None:
    desk.publish()
    fall(desk)
    due = Correction.objects.get()
    with pytest.raises(NotNow, match="no record stands behind"):
        corrections.decide_correction(by=desk.editor, correction=due, reason="revision", note=note)
    due.refresh_from_db()
    assert due.state == "due"


@pytest.mark.parametrize("note", UNSIGNED)
def test_no_number_goes_out_in_the_note_of_a_retraction(desk: Desk, note: str) -> None:
    summary = desk.publish()
    with pytest.raises(NotNow, match="no record stands behind"):
        publish.retract(by=desk.publisher, summary=summary, reason="safety", note=note)
    summary.refresh_from_db()
    assert (summary.state, Version.objects.count()) == (Summary.State.PUBLISHED, 1)


def test_dates_and_law_numbers_may_stand_in_a_note(desk: Desk) -> None:
    summary = desk.publish()
    note = "Withdrawn on 12 May 2031 at the wish of a family, under Article 7."
    assert publish.retract(by=desk.publisher, summary=summary, reason="safety", note=note).n == 2


def test_E05_a_note_goes_out_without_what_cannot_be_printed(desk: Desk) -> None:
    desk.publish()
    fall(desk)
    due = Correction.objects.get()
    note = " Its witness\x1b\x00\u202e\n withdrew. "
    assert (
        corrections.decide_correction(by=desk.editor, correction=due, reason="status_fell", note=note).note
        == "Its witness withdrew."
    )


def test_a_note_of_nothing_but_controls_is_no_note(desk: Desk) -> None:
    summary = desk.publish()
    with pytest.raises(NotNow, match="Choose a reason"):
        publish.retract(by=desk.publisher, summary=summary, reason="safety", note="\x00\u202e")
