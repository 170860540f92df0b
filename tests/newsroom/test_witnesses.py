"""The rows the record vouches for: every column of each, changed behind its back, is found."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction

from claims.models import Figure, FigureState, Reading
from ledger.append import append, urn
from ledger.models import Detail
from ledger.records import committed
from ledger.verify import ERASE
from newsroom import triggers
from newsroom.witnesses import VOUCHED_FOR, all_problems
from reviewers.models import Evidence, RoleGrant, Verdict
from summaries.models import Approval, Change, Correction, Revision, Summary, Version, Withholding
from tests import cast

pytestmark = pytest.mark.django_db
NOON = cast.NOON
WATCHED = (
    FigureState,
    Reading,
    Verdict,
    Evidence,
    RoleGrant,
    Revision,
    Approval,
    Version,
    Correction,
    Change,
    Withholding,
)


@pytest.fixture
def desk() -> None:
    """One row of each table the record vouches for, each with its entry; then the triggers go."""
    made = cast.signed(cast.figure(originator=cast.source(), lead=cast.mention()))
    Evidence.objects.create(verdict=Verdict.objects.get(), position=0, mention=made.state.lead_mention)
    by, publisher = cast.person("editor"), cast.person("publisher")
    summary = Summary.objects.create(topic=made.state.measure.topic, slug="ansel")
    revision = Revision.objects.create(summary=summary, n=1, headline="Ansel", sha256="0", by=by, at=NOON)
    approval = Approval.objects.create(
        revision=revision,
        summary=summary,
        by=publisher,
        revision_by=by,
        sha256="0",
        statuses_hash="0",
        at=NOON,
    )
    version = Version.objects.create(
        summary=summary, n=1, revision=revision, approval=approval, kind="first", bytes=b"{}", sha256="0",
        change_seq=1, publish_at=NOON, by=publisher,
    )  # fmt: skip
    Change.objects.create(
        seq=1, at=NOON, kind="published", subject="urn:countersign:summary:1", version=version
    )
    summary.corrections.create(figure=made, from_version=version, old="60", due_at=NOON)
    Withholding.objects.create(version=version, is_in_words=True, at=NOON)
    for model in WATCHED:
        vouch(*model.objects.all())
    triggers.drop_all(connection)
    connection.check_constraints()


def vouch(*rows: models.Model) -> None:
    with transaction.atomic():
        by = cast.person(None)
        append(act="reviewers.sign", by=by, subject=urn("figure", 1), words={"n": 1}, rows=committed(*rows))


def found() -> list[str]:
    """Problems, but those the missing triggers are."""
    return [str(problem) for problem in all_problems() if problem.where != "database"]


def test_an_untouched_desk_holds(desk: None) -> None:
    assert found() == []


def another(field: models.Field, row: models.Model) -> Any:
    """A value of the field's type that differs from the row's and passes its checks where that is easy."""
    value = getattr(row, field.attname)
    kind = field.get_internal_type()
    if "Integer" in kind or kind in {"ForeignKey", "OneToOneField"}:
        return (value or 0) + 1
    return {
        "BooleanField": value is not True,
        "DateTimeField": "2031-01-01 00:00:00Z",
        "DateField": "2031-01-01",
        "UUIDField": "00000000000000000000000000000000",
        "JSONField": ["changed"],
        "BinaryField": b"changed",
        "FloatField": 0.25,
        "ExactField": 61,
    }.get(kind, "changed")


@pytest.mark.parametrize("model", WATCHED, ids=lambda model: model.__name__)
def test_L01_a_change_of_any_column_of_a_row_is_found_and_the_row_named(
    desk: None, model: type[models.Model]
) -> None:
    """Foreign keys and checks are off, as for somebody who writes the file itself."""
    row = model.objects.order_by("-pk").first()
    missed = []
    for field in row._meta.concrete_fields:
        if field.primary_key:
            continue
        with Undone():
            _write(row, field)
            says = found()
            if not any(line.startswith(f"row {row._meta.model_name}:{row.pk}:") for line in says):
                missed.append(field.name)
    assert missed == []


class Undone:
    """A savepoint that is always rolled back."""

    def __enter__(self) -> None:
        self.savepoint = transaction.savepoint()

    def __exit__(self, *reason: object) -> None:
        transaction.savepoint_rollback(self.savepoint)


def _write(row: models.Model, field: models.Field) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
    else:
        _drop_checks(row)
    type(row).objects.filter(pk=row.pk).update(**{field.attname: another(field, row)})


def _drop_checks(row: models.Model) -> None:
    """Within the savepoint, take the checks and keys of the table away."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('c', 'f')",
            [row._meta.db_table],
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {row._meta.db_table} DROP CONSTRAINT "{name}"')


def test_a_row_without_an_entry_is_found(desk: None) -> None:
    other = cast.figure(Figure.objects.get().state.measure, low=12)
    assert found() == [f"row figurestate:{other.current_state_id}: no entry commits to it"]


def test_a_deleted_row_is_found(desk: None) -> None:
    pk = Evidence.objects.get().pk
    Evidence.objects.all()._raw_delete("default")
    assert [line for line in found() if line.startswith(f"row evidence:{pk}: is gone")]


def test_the_latest_commitment_to_a_row_is_the_one_that_counts(desk: None) -> None:
    verdict = Verdict.objects.get()
    Figure.objects.update(status="unreviewed", signer_1=None)
    verdict.withdrawn_at = NOON
    verdict.save()
    assert [line.split(": ")[0] for line in found()] == [f"row verdict:{verdict.pk}"]
    vouch(verdict)
    assert found() == []


def test_a_status_without_its_verdicts_is_found(desk: None) -> None:
    figure = Figure.objects.get()
    Figure.objects.update(status="disputed")
    assert found() == [f"figure {figure.uid}: says disputed without the verdicts that needs"]


def test_a_missing_trigger_is_found(desk: None) -> None:
    assert any("trigger reviewers_verdict_is_frozen is missing" in str(problem) for problem in all_problems())


def test_the_salt_of_an_erased_entry_takes_its_rows_out_of_the_reckoning(desk: None) -> None:
    """An erasure takes the salt with the words, so that nothing can be guessed; the row is then vouched for no more."""
    seq = Detail.objects.order_by("-pk").first().pk
    Detail.objects.filter(pk=seq).update(erased_at=NOON, salt=None, words=None)
    with transaction.atomic():
        append(act=ERASE, by=cast.person(None), subject=urn("entry", seq), codes={"entry": seq})
    assert found() == []


def test_what_the_record_vouches_for_is_what_is_tried_here() -> None:
    assert {model._meta.label for model in WATCHED} == VOUCHED_FOR


def test_the_command_names_the_first_problem_and_fails(desk: None, capsys: Any) -> None:
    triggers.create_all(connection)
    call_command("verify_ledger")
    said = capsys.readouterr().out
    assert "entries hold" in said
    call_command("verify_ledger", "--noted", said.split()[-1])
    with pytest.raises(CommandError, match="is not the one noted elsewhere"):
        call_command("verify_ledger", "--noted", f"2:{'0' * 64}")
    for nonsense in ("2", "2:xyz", f"-2:{'0' * 64}", f"٢:{'0' * 64}"):
        with pytest.raises(CommandError, match="64 hexadecimal digits"):
            call_command("verify_ledger", f"--noted={nonsense}")
    triggers.drop_all(connection)
    Detail.objects.filter(pk=2).update(words={"n": 3})
    with pytest.raises(CommandError, match="The first: entry 2: "):
        call_command("verify_ledger")
    assert "entry 2: its words “n” were changed" in capsys.readouterr().out
