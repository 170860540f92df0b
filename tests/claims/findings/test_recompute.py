"""Keeping the stored findings true, and closing them."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.errors import BadValue, NotAllowed, NotNow
from claims.findings.close import close_finding
from claims.findings.recompute import recompute
from claims.models import Figure, Finding, Measure, ReadingDateCandidate
from claims.restate import restate, revert
from claims.values import checked
from ledger.models import Entry
from sources.dates import NO_DATE
from sources.models import Document
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def fallen() -> tuple[Measure, Figure, Figure]:
    """A running total that falls from 60 to 50, and the finding that says so."""
    measure = cast.measure()
    first = filed.figure(measure, 60, as_of="2031-05-01")
    second = filed.figure(measure, 50, as_of="2031-05-10")
    recompute([measure])
    return measure, first, second


def test_a_finding_names_both_figures_and_dates_in_one_sentence(fallen: Any) -> None:
    _measure, first, second = fallen
    finding = Finding.objects.get()
    assert [named.figure for named in finding.named.all()] == [first, second]
    assert "60 people (as of 1 May 2031)" in finding.sentence
    assert "50 people (as of 10 May 2031)" in finding.sentence
    assert (finding.code, finding.severity) == ("falling_total", "strong")


def test_computing_again_changes_nothing(fallen: Any) -> None:
    before = Finding.objects.get()
    moved = recompute([fallen[0]])
    assert (moved.opened, moved.closed) == ([], [])
    assert Finding.objects.get().opened_at == before.opened_at


def test_many_conflicts_are_opened_and_closed_with_as_many_queries_as_few() -> None:
    asked = []
    for title, n in (("Few", 3), ("Many", 9)):
        measure = cast.measure(title)
        told = [filed.figure(measure, low, as_of="2031-05-01") for low in range(1, n + 1)]
        with CaptureQueriesContext(connection) as queries:
            assert len(recompute([measure]).opened) == n * (n - 1) / 2
            Document.objects.filter(mentions__figure__in=told).update(state="withdrawn")
            assert len(recompute([measure]).closed) == n * (n - 1) / 2
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_restated_figure_closes_the_finding_in_its_own_name(fallen: Any) -> None:
    measure, _first, second = fallen
    editor = cast.person("editor")
    restate(by=editor, figure=second, seen=1, value=checked(low=65), reason="Misread.")
    finding = Finding.objects.get()
    assert (finding.closed_reason, finding.closed_by) == ("error", editor)
    assert "Closed by itself" in finding.closed_note
    assert Entry.objects.get().codes["findings_closed"] == str(finding.uid)


def test_facts_that_come_back_open_it_anew(fallen: Any) -> None:
    _measure, _first, second = fallen
    editor = cast.person("editor")
    restate(by=editor, figure=second, seen=1, value=checked(low=65), reason="Misread.")
    revert(by=editor, figure=second, seen=2, to_n=1, reason="It was right.")
    assert Finding.objects.count() == 2
    assert Finding.objects.standing().count() == 1


def test_other_numbers_are_told_by_the_same_finding(fallen: Any) -> None:
    _measure, _first, second = fallen
    uid = Finding.objects.get().uid
    restate(by=cast.person("editor"), figure=second, seen=1, value=checked(low=40), reason="Misread.")
    finding = Finding.objects.get()
    assert finding.uid == uid and "40 people" in finding.sentence


def test_a_closed_finding_opens_anew_only_when_its_facts_change(fallen: Any) -> None:
    measure, _first, second = fallen
    editor = cast.person("editor")
    close_finding(by=editor, finding=Finding.objects.get(), reason="different_scope", note="Another pier.")
    recompute([measure])
    assert not Finding.objects.standing().exists()
    restate(by=editor, figure=second, seen=1, value=checked(low=40), reason="Misread.")
    assert Finding.objects.standing().count() == 1
    assert Finding.objects.filter(closed_reason="different_scope").count() == 1


@pytest.mark.parametrize("kind", ["stock", "flow"])
def test_only_a_running_total_falls(fallen: Any, kind: str) -> None:
    Measure.objects.update(kind=kind)
    recompute(Measure.objects.all())
    assert not Finding.objects.standing().exists()


def test_figures_of_withdrawn_documents_are_not_compared(fallen: Any) -> None:
    measure, first, _second = fallen
    Document.objects.filter(pk=first.state.lead_mention.document_id).update(state="withdrawn")
    recompute([measure])
    assert not Finding.objects.standing().exists()


def test_the_same_day_conflicts_in_the_database_too() -> None:
    measure = cast.measure(kind="stock")
    for low in (60, 50):
        filed.figure(measure, low)
    recompute([measure])
    assert Finding.objects.get().code == "same_date_conflict"


def test_computing_asks_the_database_as_often_for_twenty_figures_as_for_two(fallen: Any) -> None:
    measure = fallen[0]
    with CaptureQueriesContext(connection) as few:
        recompute([measure])
    for n in range(20):
        filed.figure(measure, 70 + n, as_of=f"2031-06-{n + 1:02d}")
    with CaptureQueriesContext(connection) as many:
        recompute([measure])
    assert len(few) == len(many)


# --- dates without a year ---------------------------------------------------------------------------


def undated(measure: Measure, low: int, *years: str) -> Figure:
    """A figure whose words say "10 May" and no year."""
    figure = filed.figure(measure, low)
    reading = figure.state.lead_mention.reading
    for year in years:
        day = f"{year}-05-10"
        ReadingDateCandidate.objects.create(reading=reading, edtf=day, earliest=day, latest=day)
    restate(by=cast.person("editor"), figure=figure, seen=1, as_of=NO_DATE, reason="The text gives no year.")
    figure.refresh_from_db()
    return figure


def candidates() -> dict[str, str]:
    return dict(ReadingDateCandidate.objects.values_list("edtf", "state"))


def test_a_year_that_would_make_the_total_fall_is_struck_out_with_its_reason() -> None:
    measure = cast.measure()
    filed.figure(measure, 60, as_of="2031-05-01")
    undated(measure, 50, "2030", "2031")
    assert candidates() == {"2030-05-10": "open", "2031-05-10": "struck"}
    assert "60 people (as of 1 May 2031)" in ReadingDateCandidate.objects.get(state="struck").reason
    assert not Finding.objects.standing().exists()


def test_a_fall_whichever_year_is_meant_is_a_finding_and_strikes_none() -> None:
    measure = cast.measure()
    filed.figure(measure, 60, as_of="2031-05-01")
    undated(measure, 50, "2031", "2032")
    assert set(candidates().values()) == {"open"}
    assert Finding.objects.standing().get().code == "falling_total"


def test_a_struck_year_opens_again_when_its_reason_goes() -> None:
    measure = cast.measure()
    first = filed.figure(measure, 60, as_of="2031-05-01")
    undated(measure, 50, "2030", "2031")
    restate(by=cast.person("editor"), figure=first, seen=1, value=checked(low=40), reason="Misread.")
    assert candidates() == {
        "2030-05-10": "struck",
        "2031-05-10": "open",
    }  # 50 before 40 would now be the fall


# --- closing, and the command -----------------------------------------------------------------------


def test_only_an_editor_closes_once_and_by_a_listed_reason(fallen: Any) -> None:
    finding, editor = Finding.objects.get(), cast.person("editor")
    for role in ("contributor", "reviewer", "publisher", "auditor", "administrator"):
        with pytest.raises(NotAllowed):
            close_finding(by=cast.person(role), finding=finding, reason="error", note="")
    for reason, note in (("tired", ""), ("error", "x" * 601), ("error", "a\0b")):
        with pytest.raises(BadValue):
            close_finding(by=editor, finding=finding, reason=reason, note=note)
    closed = close_finding(by=editor, finding=finding, reason="revision", note="They said so.")
    assert (closed.closed_by, closed.closed_note) == (editor, "They said so.")
    assert (Entry.objects.get().act, Entry.objects.get().codes["reason"]) == (
        "claims.close_finding",
        "revision",
    )
    with pytest.raises(NotNow):
        close_finding(by=editor, finding=finding, reason="revision", note="")


@pytest.fixture
def hidden() -> Finding:
    """A fall to a figure that only a protected document states."""
    measure = cast.measure("Left")
    filed.figure(measure, 60, as_of="2031-05-01")
    secret = cast.document("It was said that exact 50 50 people left.", is_protected=True)
    filed.figure(measure, 50, as_of="2031-05-10", document=secret)
    recompute([measure])
    return Finding.objects.get()


def test_a_finding_about_protected_words_is_seen_by_few(hidden: Finding) -> None:
    assert not Finding.objects.visible_to(cast.person("contributor")).exists()
    assert Finding.objects.visible_to(cast.person("reviewer")).get() == hidden


def test_its_closing_is_protected_in_the_record(hidden: Finding) -> None:
    close_finding(by=cast.person("editor"), finding=hidden, reason="error", note="")
    assert Entry.objects.get().is_protected


def told(*options: str) -> str:
    out = StringIO()
    call_command("findings", *options, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("hidden")
def test_the_command_says_nothing_of_protected_words_unless_asked() -> None:
    assert told() == "Nothing to explain.\n"
    assert told("--json") == ""
    assert "strong Falling total: 60 people" in told("--with-protected")


def test_the_command_prints_one_json_object_per_finding(fallen: Any) -> None:
    row = json.loads(told("--json"))
    assert row["code"] == "falling_total"
    assert row["figures"] == [str(one.uid) for one in fallen[1:]]
    assert "cannot fall" in told()
