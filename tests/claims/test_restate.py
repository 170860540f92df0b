"""Saying a figure otherwise, and going back to what it said before."""

from typing import Any

import pytest

from claims.errors import BadValue, NotAllowed, NotFound, NotNow, OutOfDate
from claims.filing import unfile_mention
from claims.models import Figure, Phase
from claims.restate import restate, revert
from claims.values import checked
from ledger.models import Entry
from sources.dates import NO_DATE, dated
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


def test_a_figure_is_restated_by_a_new_state_whose_author_is_a_maker() -> None:
    figure, person = cast.signed(filed.figure(cast.measure(), 60)), cast.person("contributor")
    state = restate(by=person, figure=figure, seen=1, value=checked(low=61), reason="The text has 61.")
    figure.refresh_from_db()
    assert (figure.state, state.n, state.value, state.reason) == (
        state,
        2,
        checked(low=61),
        "The text has 61.",
    )
    assert (figure.status, [(one.person, one.what) for one in figure.hands.all()]) == (
        "unreviewed",
        [(person, "value")],
    )
    assert Entry.objects.get().codes == {"n": 2, "parts": "value"}


@pytest.mark.parametrize(
    ("part", "what"),
    [("value", "value"), ("counted", "value"), ("predicate", "value"), ("as_of", "date"), ("since", "date"),
     ("measure", "measure"), ("originator", "originator")],
)  # fmt: skip
def test_each_part_is_a_making_of_its_kind(part: str, what: str) -> None:
    figure, person = filed.figure(cast.measure(), 60), cast.person("editor")
    said: dict[str, Any] = {
        "value": checked(low=61), "counted": "men", "predicate": "left", "as_of": NO_DATE, "since": dated("2031-04"),
        "measure": cast.measure("Left"), "originator": cast.source(),
    }  # fmt: skip
    restate(by=person, figure=figure, seen=1, reason="Misread.", **{part: said[part]})
    assert figure.hands.get().what == what


def test_none_is_said_and_not_mistaken_for_left_alone() -> None:
    figure = filed.figure(cast.measure(), 60, originator=cast.source())
    assert (
        restate(by=cast.person(), figure=figure, seen=1, originator=None, reason="Unnamed.").originator
        is None
    )


def test_a_new_date_brings_its_phase_with_it() -> None:
    measure = cast.measure()
    phase = Phase.objects.create(measure=measure, n=1, starts="2031-05-18", reason="Anew.")
    figure = filed.figure(measure, 60)
    state = restate(by=cast.person(), figure=figure, seen=1, as_of=dated("2031-05-19"), reason="Misdated.")
    assert state.phase == phase


def test_a_stale_form_is_refused_with_both_versions() -> None:
    figure, person = filed.figure(cast.measure(), 60), cast.person()
    restate(by=person, figure=figure, seen=1, value=checked(low=61), reason="Misread.")
    with pytest.raises(OutOfDate) as refused:
        restate(by=person, figure=figure, seen=1, value=checked(low=62), reason="Misread.")
    assert refused.value.yours["Says"] == "60 people (as of 17 May 2031)"
    assert refused.value.now["Says"] == "61 people (as of 17 May 2031)"


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301, "a\0b"])
def test_a_reason_is_asked_for(reason: str) -> None:
    with pytest.raises(BadValue):
        restate(
            by=cast.person(), figure=filed.figure(cast.measure()), seen=1, value=checked(low=1), reason=reason
        )


def test_changing_nothing_is_refused() -> None:
    with pytest.raises(NotNow):
        restate(
            by=cast.person(),
            figure=filed.figure(cast.measure(), 60),
            seen=1,
            value=checked(low=60),
            reason="–",
        )


def test_a_retired_measure_takes_no_figure() -> None:
    figure, retired = filed.figure(cast.measure(), 60), cast.measure("Left", state="retired")
    with pytest.raises(NotNow):
        restate(by=cast.person(), figure=figure, seen=1, measure=retired, reason="Misfiled.")


def test_who_may_not_is_refused_and_who_may_not_know_finds_nothing() -> None:
    figure = filed.figure(cast.measure(), 60)
    with pytest.raises(NotAllowed):
        restate(by=cast.person("auditor"), figure=figure, seen=1, value=checked(low=1), reason="–")
    hidden = cast.document("It was said that exact 7 7 people left.", is_protected=True)
    secret = filed.figure(cast.measure("Left"), 7, document=hidden)
    with pytest.raises(NotFound):
        restate(by=cast.person("contributor"), figure=secret, seen=1, value=checked(low=1), reason="–")


def test_a_figure_without_words_is_filed_again_not_restated() -> None:
    figure, person = filed.figure(cast.measure(), 60), cast.person()
    lead = figure.state.lead_mention
    unfile_mention(by=person, mention=lead, seen=lead.token)
    with pytest.raises(NotNow, match="File them again"):
        restate(by=person, figure=figure, seen=2, value=checked(low=1), reason="–")
    with pytest.raises(NotNow, match="no measure"):
        revert(by=person, figure=figure, seen=2, to_n=1, reason="–")


def test_a_change_is_undone_by_a_new_state_that_says_what_an_earlier_one_said() -> None:
    figure, person = filed.figure(cast.measure(), 60), cast.person()
    restate(
        by=person, figure=figure, seen=1, value=checked(low=61), as_of=dated("2031-05-18"), reason="Misread."
    )
    state = revert(by=person, figure=figure, seen=2, to_n=1, reason="It was right.")
    assert (state.n, state.value, state.as_of.edtf) == (3, checked(low=60), "2031-05-17")
    assert Figure.objects.get().states.count() == 3
    with pytest.raises(NotNow):
        revert(by=person, figure=figure, seen=3, to_n=1, reason="Again.")
    with pytest.raises(NotFound):
        revert(by=person, figure=figure, seen=3, to_n=9, reason="No such.")


@pytest.mark.parametrize("back", [True, False])
def test_W20_nobody_takes_a_protected_originator_from_a_figure_unseen(back: bool) -> None:
    figure = filed.figure(cast.measure(), 60)
    hidden = cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    restate(by=cast.person("editor"), figure=figure, seen=1, originator=hidden, reason="She said it.")

    def take_away(role: str) -> Any:
        changes: dict[str, Any] = {"by": cast.person(role), "figure": figure, "seen": 2, "reason": "Unnamed."}
        return revert(to_n=1, **changes) if back else restate(originator=None, **changes)

    with pytest.raises(NotNow, match="protected"):
        take_away("contributor")
    assert take_away("editor").originator is None
