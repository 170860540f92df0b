"""The sample newsroom: everything in it alive, made by acts alone, loaded once and never where passwords matter."""

import hashlib
import io
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models
from django.db.models import Count

from claims.models import Figure, Finding, Measure, Mention
from ledger.models import Detail, Entry
from ledger.records import committed
from newsroom import sample_desk
from newsroom.sample_desk.people import ADMINISTRATOR, PASSWORD, PEOPLE
from newsroom.witnesses import VOUCHED_FOR, all_problems
from reviewers.models import Reviewer, RoleGrant
from sources.models import Capture, Document, DocumentDateCandidate, Source
from sources.verify import Check
from summaries.models import Change, Correction, Summary, Version


@pytest.mark.django_db
def test_it_is_refused_where_its_passwords_would_open_a_real_desk(settings: Any) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG=1 only"):
        call_command("sample_desk")
    assert Reviewer.objects.count() == 0


@pytest.mark.django_db
def test_it_is_not_loaded_beside_people_who_work_here(settings: Any, capsys: Any) -> None:
    settings.DEBUG = True
    Reviewer.objects.create(username="odd", name="Odd Keller", joined_at=sample_desk.FIRST_DAY)
    call_command("sample_desk", "--sign-ins")
    said = capsys.readouterr().out
    assert "has people already" in said
    assert PASSWORD not in said
    assert Document.objects.count() == 0


def rows() -> dict[str, int]:
    ours = [
        m
        for label in ("ledger", "sources", "claims", "reviewers", "summaries")
        for m in apps.get_app_config(label).get_models()
    ]
    return {model._meta.label: model._default_manager.count() for model in ours}


@pytest.mark.usefixtures("undone")
def test_loading_it_again_changes_nothing(settings: Any) -> None:
    settings.DEBUG = True
    before, said = rows(), io.StringIO()
    call_command("sample_desk", "--sign-ins", stdout=said)
    assert rows() == before
    assert "not loaded again" in said.getvalue()


@pytest.mark.usefixtures("newsroom")
class TestWhatANewcomerSees:
    """The counts of the issue."""

    def test_at_least_eight_documents_and_a_listing_cut_into_parts(self) -> None:
        wholes = Document.objects.filter(parent=None)
        assert wholes.filter(is_protected=False).count() >= 8
        assert wholes.annotate(n=Count("parts")).filter(n__gte=3).exists()
        assert {capture.file_name.rpartition(".")[2] for capture in Capture.objects.all()} >= {"html", "txt"}

    def test_a_protected_document_and_a_protected_party(self) -> None:
        assert Document.objects.filter(is_protected=True).exists()
        assert Source.objects.filter(is_protected=True).exclude(public_label="").exists()

    def test_figures_in_every_status(self) -> None:
        assert set(Figure.objects.values_list("status", flat=True)) == set(Figure.Status.values)

    def test_mentions_to_sort_filed_and_dismissed(self) -> None:
        assert set(Mention.objects.values_list("state", flat=True)) >= {"proposed", "accepted", "dismissed"}

    def test_findings_open_and_closed(self) -> None:
        assert set(Finding.objects.standing().values_list("code", flat=True)) >= {
            "falling_total",
            "same_date_conflict",
        }
        assert Finding.objects.filter(closed_at__isnull=False).exclude(closed_note="").exists()

    def test_a_year_that_had_to_be_chosen(self) -> None:
        candidates = DocumentDateCandidate.objects.values_list("state", flat=True)
        assert {"struck", "chosen"} <= set(candidates)

    def test_two_summaries_in_print_of_which_one_has_a_figure_that_fell_since(self) -> None:
        in_print = Summary.objects.published()
        fell = Correction.objects.filter(state="due").values("summary").distinct()
        assert (in_print.count(), fell.count()) == (2, 1)
        assert set(Change.objects.values_list("kind", flat=True)) >= {"published", "status"}

    def test_two_in_the_works_of_which_the_gate_stops_one(self) -> None:
        in_the_works = Summary.objects.filter(current_version=None)
        assert set(in_the_works.values_list("state", flat=True)) == {"draft", "in_review"}
        assert in_the_works.count() == 2

    def test_somebody_in_every_role_and_every_sign_in_works(self) -> None:
        assert set(RoleGrant.objects.values_list("role", flat=True)) == set(RoleGrant.Role.values)
        assert all(
            Reviewer.objects.get(username=person.username).check_password(PASSWORD)
            for person in (ADMINISTRATOR, *PEOPLE)
        )

    def test_measures_related_to_each_other(self) -> None:
        assert (
            Measure.objects.filter(parts__isnull=False).exists()
            or Measure.objects.filter(wholes__isnull=False).exists()
        )


@pytest.mark.usefixtures("newsroom")
class TestTheRecordOfIt:
    """Made by acts alone: whatever stands there can be accounted for."""

    def test_the_whole_record_holds(self, capsys: Any) -> None:
        assert [str(problem) for problem in all_problems()] == []
        call_command("verify_ledger")
        assert f"{Entry.objects.count()} entries hold" in capsys.readouterr().out

    def test_every_capture_still_has_its_bytes(self) -> None:
        check = Check()
        assert list(check.problems()) == []
        assert check.n_blobs == Capture.objects.values("blob").distinct().count()

    def test_no_row_of_the_witnessed_tables_stands_without_its_entry(self) -> None:
        named = {
            name.removeprefix("row.")
            for entry in Entry.objects.all()
            for name in entry.commitments
            if name.startswith("row.")
        }
        orphans = [
            name
            for model in witnessed()
            for row in model._default_manager.all()
            if (name := next(iter(committed(row)))) not in named
        ]
        assert orphans == []
        assert named

    def test_every_witnessed_table_has_rows(self) -> None:
        """But that of what is kept back: nobody here was protected after they were printed."""
        empty = {model._meta.label for model in witnessed() if not model._default_manager.exists()}
        assert empty == {"summaries.Withholding"}

    def test_every_entry_is_by_one_of_its_people_and_has_its_words(self) -> None:
        people = set(Reviewer.objects.values_list("uid", flat=True))
        assert set(Entry.objects.values_list("actor_uid", flat=True)) <= people
        assert Detail.objects.count() == Entry.objects.count()

    def test_time_runs_forward_under_the_clock_that_was_held(self) -> None:
        times = list(Entry.objects.order_by("seq").values_list("at", flat=True))
        assert times == sorted(times)
        assert times[0].date() == sample_desk.FIRST_DAY.date()
        assert times[-1].date() == sample_desk.A_YEAR_LATER.date()

    def test_the_versions_in_print_are_the_bytes_that_were_hashed(self) -> None:
        versions = list(Version.objects.all())
        assert [v.sha256 for v in versions] == [hashlib.sha256(bytes(v.bytes)).hexdigest() for v in versions]
        assert len(versions) >= 2


def witnessed() -> list[type[models.Model]]:
    return [apps.get_model(label) for label in sorted(VOUCHED_FOR)]
