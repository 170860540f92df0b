"""What the database refuses whoever asks: raw SQL against every trigger, on both databases."""

import json
import sqlite3
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction

from claims.models import Figure, FigureState, Hand, StateInput
from ledger.append import append
from ledger.models import Detail, Entry
from newsroom import triggers
from newsroom.kept import FROZEN, UNDELETABLE
from reviewers.models import Evidence, Reviewer, RoleGrant, Verdict
from summaries.models import Approval, Change, FigureUse, NotFigure, Revision, Summary, Version, Withholding
from tests import cast

IS_SQLITE = connection.vendor == "sqlite"
NOON = cast.NOON


@pytest.fixture
def rows(db: None) -> dict[str, models.Model]:
    """One row of every table that is kept, by label."""
    lead = cast.mention()
    made = cast.signed(cast.figure(originator=cast.source(), lead=lead))
    other = cast.figure(made.state.measure, low=70)
    by = cast.person("editor")
    with transaction.atomic():
        append(act="claims.accept", by=by, subject="urn:countersign:figure:1", words={"why": "seen"})
    Hand.objects.create(figure=made, person=by, what="added", at=NOON)
    StateInput.objects.create(state=other.state, input_state=made.state, role="part")
    Evidence.objects.create(verdict=Verdict.objects.get(), position=0, mention=lead)
    made.state.measure.phases.create(n=1, starts="2031-04-01", reason="The count began.")
    made.assignments.create(person=by, kind="first", taken_at=NOON, lease_until=NOON)
    _print(made, by)
    connection.check_constraints()  # PostgreSQL truncates nothing that still waits to be checked
    labels = {*FROZEN, *UNDELETABLE}
    return {label: apps.get_model(label).objects.order_by("pk").first() for label in labels}


def _print(made: Figure, by: Reviewer) -> None:
    """A summary with everything a summary has."""
    summary = Summary.objects.create(topic=made.state.measure.topic, slug="ansel")
    revision = Revision.objects.create(summary=summary, n=1, headline="Ansel", sha256="0", by=by, at=NOON)
    FigureUse.objects.create(revision=revision, figure=made, state=made.state, printed="60", position=0)
    NotFigure.objects.create(revision=revision, field="body", quote="2031", nth=1, reason="date", by=by)
    approval = Approval.objects.create(
        revision=revision, summary=summary, by=cast.person("publisher"), revision_by=by, sha256="0",
        statuses_hash="0", at=NOON,
    )  # fmt: skip
    version = Version.objects.create(
        summary=summary, n=1, revision=revision, approval=approval, kind="first", bytes=b"{}", sha256="0",
        change_seq=1, publish_at=NOON, by=by,
    )  # fmt: skip
    Change.objects.create(
        seq=1, at=NOON, kind="published", subject="urn:countersign:summary:1", version=version
    )
    summary.corrections.create(figure=made, from_version=version, old="60", due_at=NOON)
    Withholding.objects.create(version=version, is_in_words=True, at=NOON)


def run(sql: str, *values: Any) -> None:
    """Execute raw SQL in a savepoint, so that the test goes on after a refusal."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def refused(sql: str, *values: Any) -> str:
    """Execute raw SQL that must be refused, and return what the refusal says."""
    with pytest.raises(IntegrityError) as refusal:
        run(sql, *values)
    return str(refusal.value)


def table(label: str) -> str:
    return apps.get_model(label)._meta.db_table


@pytest.mark.parametrize("label", sorted({*FROZEN, *UNDELETABLE}))
def test_L05_a_row_is_never_deleted_in_raw_sql(rows: dict[str, models.Model], label: str) -> None:
    assert rows[label] is not None
    assert "never deleted" in refused(f"DELETE FROM {table(label)}")


@pytest.mark.parametrize("label", sorted({*FROZEN, *UNDELETABLE}))
def test_L05_a_table_is_never_emptied(rows: dict[str, models.Model], label: str) -> None:
    if IS_SQLITE:
        # SQLite has no TRUNCATE; its shortcut, DELETE without WHERE, is refused in the test above.
        assert f"{table(label)}_is_kept" in triggers.standing(connection)
    else:
        assert "never deleted" in refused(f"TRUNCATE {table(label)} CASCADE")


@pytest.mark.parametrize("label", sorted(FROZEN))
def test_L05_no_column_of_a_frozen_row_is_ever_changed(rows: dict[str, models.Model], label: str) -> None:
    for field in apps.get_model(label)._meta.concrete_fields:
        if field.column not in SETTABLE.get(label, set()):
            changed = f'UPDATE {table(label)} SET "{field.column}" = {_another(field)}'
            assert "never changed" in refused(changed), field.column


# Set once, or within an erasure; each has its own test below.
SETTABLE = {
    "ledger.Detail": {"erased_at"},
    "sources.Blob": {"erased_at"},
    "sources.Capture": {"is_protected"},
    "reviewers.RoleGrant": {"until"},
    "reviewers.Verdict": {"withdrawn_at"},
    "summaries.Approval": {"voided_at"},
    "summaries.Withholding": {"given_back_at"},
}


def _another(field: models.Field) -> str:
    """SQL for a value of the field's type that no row here has."""
    kind = field.get_internal_type()
    if kind in {"BigAutoField", "BigIntegerField", "ForeignKey", "OneToOneField"} or "Integer" in kind:
        return f'coalesce("{field.column}", 0) + 900'
    return {
        "BooleanField": f'NOT "{field.column}"',
        "DateTimeField": "'2031-01-01 00:00:00'",
        "DateField": "'2031-01-01'",
        "UUIDField": "'00000000000000000000000000000000'",
        "JSONField": "'[1]'",
        "BinaryField": "x'00'" if IS_SQLITE else r"'\x00'::bytea",
        "FloatField": "0.25",
        "ExactField": "NULL",
    }.get(kind, "'x'")


@pytest.mark.parametrize("label", sorted({*FROZEN, *UNDELETABLE}))
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_L05_insert_or_replace_is_refused_with_and_without_recursive_triggers(
    rows: dict[str, models.Model], label: str, recursive: str
) -> None:
    if not IS_SQLITE:
        # PostgreSQL's nearest thing is an upsert, which meets the UPDATE trigger.
        assert not any(name.endswith("_is_not_replaced") for name in triggers.standing(connection))
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers = {recursive}")
    try:
        says = refused(f"INSERT OR REPLACE INTO {table(label)} SELECT * FROM {table(label)} LIMIT 1")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")
    assert "never replaced" in says or "begins unreviewed" in says


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_L05_a_row_is_not_replaced_by_way_of_another_unique_key(
    rows: dict[str, models.Model], recursive: str
) -> None:
    if not IS_SQLITE:
        pytest.xfail("only SQLite replaces rows")
    run(f"PRAGMA recursive_triggers = {recursive}")
    columns = ", ".join(f'"{f.column}"' for f in FigureState._meta.concrete_fields if f.name != "id")
    sql = f"INSERT OR REPLACE INTO claims_figurestate ({columns}) SELECT {columns} FROM claims_figurestate"
    assert "never replaced" in refused(sql)
    other = cast.measure("People fed")
    sql = "UPDATE OR REPLACE claims_measure SET slug = %s WHERE id = %s"
    assert "never replaced" in refused(sql, rows["claims.Measure"].slug, other.pk)
    run("PRAGMA recursive_triggers = ON")


@pytest.mark.parametrize("label", ["ledger.Entry", "claims.FigureState", "reviewers.Verdict"])
def test_L05_an_upsert_is_refused(rows: dict[str, models.Model], label: str) -> None:
    model, row = apps.get_model(label), rows[label]
    names = [f.name for f in model._meta.concrete_fields if not f.primary_key]
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=[model._meta.pk.name], update_fields=names[:1]
        )


@pytest.mark.parametrize("label", ["reviewers.Reviewer", "ledger.Entry", "summaries.Approval"])
def test_R06_a_fixture_is_refused(rows: dict[str, models.Model], label: str, tmp_path: Any) -> None:
    model = apps.get_model(label)
    forged = {"model": label.lower(), "pk": 9001, "fields": {}}
    for field in model._meta.concrete_fields:
        if not field.primary_key:
            is_null = getattr(rows[label], field.attname) is None
            forged["fields"][field.name] = None if is_null else field.value_to_string(rows[label])
    path = tmp_path / "forged.json"
    path.write_text(json.dumps([forged]))
    with (
        pytest.raises((IntegrityError, CommandError), match="never loaded from a fixture"),
        transaction.atomic(),
    ):
        call_command("loaddata", str(path), verbosity=0)
    assert not model.objects.filter(pk=9001).exists()


@pytest.mark.parametrize(
    ("label", "change"),
    [
        ("reviewers.Verdict", "withdrawn_at = '2031-05-21 00:00:00'"),
        ("reviewers.RoleGrant", "until = '2031-05-21 00:00:00'"),
        ("sources.Blob", "erased_at = '2031-05-21 00:00:00'"),
        ("summaries.Approval", "voided_at = '2031-05-21 00:00:00', void_reason = 'withdrawn'"),
        ("ledger.Detail", "erased_at = '2031-05-21 00:00:00', salt = NULL, words = NULL"),
    ],
)
def test_what_may_be_set_is_set_once(rows: dict[str, models.Model], label: str, change: str) -> None:
    where = f' WHERE "{apps.get_model(label)._meta.pk.column}" = %s'
    if label == "reviewers.Verdict":
        # The status that rests on it is taken back first, as the act does in the same transaction.
        Figure.objects.update(status="unreviewed", signer_1=None)
    run(f"UPDATE {table(label)} SET {change}{where}", rows[label].pk)
    later = change.replace("05-21", "05-22")
    assert "never changed" in refused(f"UPDATE {table(label)} SET {later}{where}", rows[label].pk)


def test_an_erasure_takes_words_and_salt_and_nothing_else(rows: dict[str, models.Model]) -> None:
    run("UPDATE sources_text SET text = ''")
    run("UPDATE summaries_version SET bytes = " + ("x''" if IS_SQLITE else "''"))
    erased = (
        "UPDATE ledger_detail SET erased_at = '2031-05-21 00:00:00', salt = NULL, words = NULL, entry_id = 7"
    )
    assert "never changed" in refused(erased)


def test_what_was_kept_back_is_given_back_alone_and_kept_back_again_from_a_new_moment(
    rows: dict[str, models.Model],
) -> None:
    kept = Withholding.objects.filter(pk=rows["summaries.Withholding"].pk)
    for with_it in ({"at": NOON.replace(year=2030)}, {"is_in_words": False}, {"version_id": 900}):
        with pytest.raises(IntegrityError), transaction.atomic():
            kept.update(given_back_at=NOON, **with_it)
    kept.update(given_back_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.update(is_in_words=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.update(given_back_at=NOON.replace(year=2032))
    kept.update(given_back_at=None, at=NOON.replace(year=2032), is_in_words=False)
    assert kept.get().given_back_at is None


def test_protection_of_a_capture_may_be_set_and_lifted(rows: dict[str, models.Model]) -> None:
    for value in (True, False):
        run("UPDATE sources_capture SET is_protected = %s", value)


@pytest.mark.parametrize("label", sorted(UNDELETABLE))
def test_what_names_a_record_is_never_changed(rows: dict[str, models.Model], label: str) -> None:
    column = UNDELETABLE[label][0]
    assert refused(f'UPDATE {table(label)} SET "{column}" = "{column}" + 900')


# --- figures, their makers and their signers -------------------------------------------------------------------


def test_a_figure_begins_unreviewed(db: None) -> None:
    signer = cast.person()
    columns = "uid, status, status_since, signer_1_id, n_draft_uses, n_published_uses, is_primary_record"
    values = ["0" * 32, "attributed", NOON, signer.pk, 0, 0, False]
    says = refused(f"INSERT INTO claims_figure ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s)", *values)
    assert "begins unreviewed" in says


def set_status(made: Figure, status: str, first: Reviewer, second: Reviewer | None = None) -> None:
    run(
        "UPDATE claims_figure SET status = %s, signer_1_id = %s, signer_2_id = %s WHERE id = %s",
        status, first.pk, second and second.pk, made.pk,
    )  # fmt: skip


def verdict(made: Figure, by: Reviewer, status: str = "attributed") -> Verdict:
    return Verdict.objects.create(
        state=made.state, by=by, status=status, reason="own_words", rationale="Read.", credibility=2, at=NOON
    )


def test_a_status_needs_a_live_verdict_of_that_status_by_that_signer_on_the_present_state(db: None) -> None:
    made, ana, ben = cast.figure(), cast.person(), cast.person()
    verdict(made, ana)
    for status, signer in (("attributed", ben), ("disputed", ana)):
        with pytest.raises(IntegrityError, match="live verdicts"):
            set_status(made, status, signer)
    set_status(made, "attributed", ana)
    later = FigureState.objects.get(pk=made.current_state_id)
    later.pk, later.n = None, 2
    later.save(force_insert=True)
    says = refused("UPDATE claims_figure SET current_state_id = %s WHERE id = %s", later.pk, made.pk)
    assert "live verdicts" in says


def test_a_withdrawn_verdict_carries_no_status(db: None) -> None:
    made, ana = cast.figure(), cast.person()
    Verdict.objects.filter(pk=verdict(made, ana).pk).update(withdrawn_at=NOON)
    with pytest.raises(IntegrityError, match="live verdicts"):
        set_status(made, "attributed", ana)


def test_verified_needs_a_verdict_of_each_of_two_different_signers(db: None) -> None:
    made, ana, ben = cast.figure(), cast.person(), cast.person()
    verdict(made, ana, "verified")
    for second in (None, ana, ben):
        with pytest.raises(IntegrityError):
            set_status(made, "verified", ana, second)
    verdict(made, ben, "verified")
    set_status(made, "verified", ana, ben)


def test_a_maker_signs_neither_by_a_verdict_nor_by_a_status(db: None) -> None:
    made, maker = cast.figure(), cast.person()
    early = cast.person()
    verdict(made, early)
    for person in (maker, early):
        Hand.objects.create(figure=made, person=person, what="value", at=NOON)
    with pytest.raises(IntegrityError, match="entered or corrected"), transaction.atomic():
        verdict(made, maker)
    with pytest.raises(IntegrityError, match="entered or corrected"):
        set_status(made, "attributed", early)


def test_a_signer_becomes_no_maker_while_the_status_stands(db: None) -> None:
    made, ana = cast.figure(), cast.person()
    cast.signed(made, "attributed", ana)
    with pytest.raises(IntegrityError, match="before that status has fallen"), transaction.atomic():
        Hand.objects.create(figure=made, person=ana, what="value", at=NOON)
    set_to_none = "UPDATE claims_figure SET status = 'unreviewed', signer_1_id = NULL WHERE id = %s"
    run(set_to_none, made.pk)
    Hand.objects.create(figure=made, person=ana, what="value", at=NOON)


def test_a_figure_says_only_what_its_own_states_say_and_never_goes_back(db: None) -> None:
    made, other = cast.figure(), cast.figure(cast.measure("People fed"))
    move = "UPDATE claims_figure SET current_state_id = %s WHERE id = %s"
    extra = FigureState.objects.get(pk=other.current_state_id)
    extra.pk, extra.n = None, 2
    extra.save(force_insert=True)
    assert "its own states" in refused(move, extra.pk, made.pk)
    run(move, extra.pk, other.pk)
    assert "never goes back" in refused(move, other.current_state_id, other.pk)


def test_the_head_moves_by_one_and_the_counter_only_on(rows: dict[str, models.Model]) -> None:
    assert "only grows" in refused("UPDATE ledger_head SET seq = seq + 2")
    assert "only grows" in refused("UPDATE ledger_head SET seq = seq")
    assert "only grows" in refused("UPDATE summaries_counter SET change_seq = change_seq")


def test_a_closed_finding_is_kept_and_an_open_one_may_go(db: None) -> None:
    from claims.models import Finding

    kept = {"code": "jump", "severity": "weak", "sentence": "A jump.", "facts_hash": "0", "opened_at": NOON}
    Finding.objects.create(key="a", closed_at=NOON, closed_reason="accepted", **kept)
    Finding.objects.create(key="b", **kept)
    assert "is kept" in refused("DELETE FROM claims_finding WHERE key = 'a'")
    run("DELETE FROM claims_finding WHERE key = 'b'")


def test_a_decided_correction_is_never_rewritten(rows: dict[str, models.Model]) -> None:
    run(
        "UPDATE summaries_correction SET state = 'decided', reason = 'revision', decided_at = %s, decided_by_id = %s",
        NOON, Reviewer.objects.first().pk,
    )  # fmt: skip
    for change in ("reason = 'safety'", "note = 'other'", "\"old\" = 'x'", "state = 'due'"):
        assert "never rewritten" in refused(f"UPDATE summaries_correction SET {change}")


# --- migrations ------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_L06_a_table_rebuilt_by_a_migration_has_its_triggers_back() -> None:
    assert triggers.missing(connection) == []
    from django.db.models.signals import pre_migrate

    last = apps.get_app_config("ledger")
    pre_migrate.send(sender=last, app_config=last, using="default", plan=[("a migration", False)])
    with connection.schema_editor() as editor:
        for model in (Verdict, Figure, Entry):
            if IS_SQLITE:
                editor._remake_table(model)
            else:
                editor.execute(f"ALTER TABLE {model._meta.db_table} ADD COLUMN extra integer")
                editor.execute(f"ALTER TABLE {model._meta.db_table} DROP COLUMN extra")
    assert triggers.missing(connection) != []
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []
    entry = Entry.objects.create(seq=1, at=NOON, act="x", actor_uid="0" * 32, subject="x", prev="0", hash="1")
    Detail.objects.create(entry=entry, salt=b"0", words={})
    assert "never deleted" in refused("DELETE FROM ledger_entry")


@pytest.mark.django_db(transaction=True)
def test_L06_a_migrate_with_nothing_to_do_leaves_every_trigger() -> None:
    before = triggers.standing(connection)
    call_command("migrate", verbosity=0)
    assert triggers.standing(connection) == before != {}


def test_L06_a_rebuild_alone_would_have_dropped_them() -> None:
    """Why they are made anew: SQLite, left to itself, loses the triggers of a rebuilt table without a word."""
    memory = sqlite3.connect(":memory:")
    memory.executescript(
        "CREATE TABLE t (id INTEGER PRIMARY KEY);"
        "CREATE TRIGGER kept BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'kept'); END;"
        "CREATE TABLE new (id INTEGER PRIMARY KEY); DROP TABLE t; ALTER TABLE new RENAME TO t;"
    )
    assert memory.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == (0,)


def test_no_table_of_ours_is_forgotten() -> None:
    """A model without a row in `newsroom.kept` is deletable; each of those is listed here with its reason."""
    deletable = {
        "sources.Alias",  # a name may be struck from a party
        "sources.Provenance",  # rewritten when a document is described
        "sources.DocumentDateCandidate",
        "claims.MeasureRelation",
        "claims.ReadingDateCandidate",
        "claims.Finding",  # open ones go when their cause is gone
        "claims.FindingFigure",
        "summaries.Representation",  # rendered anew from the version
    }
    ours = {m._meta.label for label in triggers.OURS for m in apps.get_app_config(label).get_models()}
    assert ours - {*FROZEN, *UNDELETABLE} == deletable
    assert RoleGrant._meta.label in FROZEN
