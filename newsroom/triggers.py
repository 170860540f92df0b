"""The triggers of every app, in one place: what the database refuses whoever asks, and through whatever door.

Made anew after every migrate (`newsroom.apps`), because SQLite drops a table's triggers without a word when a migration
rebuilds it. Each refusal reaches Python as an IntegrityError whose message is the sentence written here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.apps import apps
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom.kept import FROZEN, UNDELETABLE

OURS = ("ledger", "sources", "claims", "reviewers", "summaries")
PREFIX = "countersign_"
SAME = re.compile(r"\{same:([\w,]+)\}")
COLUMN, QUALIFIED = re.compile(r'"(\w+)"'), r'."\1"'
TABLE = re.compile(r"\b(?:claims|reviewers)_[a-z]+\b")


class Trigger(NamedTuple):
    """One refusal. `when` is SQL over OLD and NEW, empty for always."""

    name: str
    table: str
    event: str
    when: str
    says: str


# The two-person rule, the makers' rule, the order of states, and what only grows.
RULES = [
    Trigger(
        "figure_begins_unreviewed", "claims_figure", "INSERT",
        "NEW.status <> 'unreviewed' OR NEW.signer_1_id IS NOT NULL OR NEW.signer_2_id IS NOT NULL",
        "A figure begins unreviewed.",
    ),
    Trigger(
        "figure_state_is_its_own", "claims_figure", "UPDATE",
        "NEW.current_state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims_figurestate s"
        " WHERE s.id = NEW.current_state_id AND s.figure_id = NEW.id)",
        "A figure says what one of its own states says.",
    ),
    Trigger(
        "figure_state_moves_on", "claims_figure", "UPDATE",
        "OLD.current_state_id IS NOT NULL AND (NEW.current_state_id IS NULL OR EXISTS (SELECT 1"
        " FROM claims_figurestate was, claims_figurestate s WHERE was.id = OLD.current_state_id"
        " AND s.id = NEW.current_state_id AND s.n < was.n))",
        "A figure never goes back to an earlier state: an undo is a new one.",
    ),
    Trigger(
        "figure_signer_is_no_maker", "claims_figure", "UPDATE",
        "EXISTS (SELECT 1 FROM claims_hand h WHERE h.figure_id = NEW.id"
        " AND h.person_id IN (NEW.signer_1_id, NEW.signer_2_id))",
        "Nobody signs a figure they entered or corrected.",
    ),
    *(
        Trigger(
            f"figure_signer_{n}_has_signed", "claims_figure", "UPDATE",
            f"NEW.signer_{n}_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reviewers_verdict v"  # noqa: S608
            f" WHERE v.state_id = NEW.current_state_id AND v.by_id = NEW.signer_{n}_id AND v.status = NEW.status"
            " AND v.withdrawn_at IS NULL)",
            "A status stands only on live verdicts of its signers on the present state.",
        )
        for n in (1, 2)
    ),
    Trigger(
        "hand_is_no_signer", "claims_hand", "INSERT",
        "EXISTS (SELECT 1 FROM claims_figure f WHERE f.id = NEW.figure_id"
        " AND NEW.person_id IN (f.signer_1_id, f.signer_2_id))",
        "Nobody makes a figure whose status they signed, before that status has fallen.",
    ),
    Trigger(
        "verdict_is_by_no_maker", "reviewers_verdict", "INSERT",
        "EXISTS (SELECT 1 FROM claims_figurestate s, claims_hand h WHERE s.id = NEW.state_id"
        " AND h.figure_id = s.figure_id AND h.person_id = NEW.by_id)",
        "Nobody signs a figure they entered or corrected.",
    ),
    Trigger(
        "head_moves_by_one", "ledger_head", "UPDATE", "NEW.seq <> OLD.seq + 1", "The record only grows, entry by entry."
    ),
    Trigger(
        "counter_moves_on", "summaries_counter", "UPDATE", "NEW.change_seq <= OLD.change_seq",
        "The run of changes only grows.",
    ),
    Trigger(
        "finding_closed_is_kept", "claims_finding", "DELETE", "OLD.closed_at IS NOT NULL",
        "A finding that somebody closed is kept.",
    ),
    Trigger(
        "correction_decided_is_final", "summaries_correction", "UPDATE",
        "OLD.state = 'decided' AND (NEW.state <> OLD.state OR NEW.reason <> OLD.reason OR NEW.note <> OLD.note"
        " OR NEW.old <> OLD.old OR NEW.new <> OLD.new OR NEW.decided_at <> OLD.decided_at"
        " OR NEW.decided_by_id <> OLD.decided_by_id)",
        "A decided correction is never rewritten.",
    ),
]  # fmt: skip


def create_all(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew on the tables that exist. Runs in a transaction of its own or the caller's."""
    drop_all(connection)
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for trigger in triggers(connection):
            if tables >= {trigger.table, *TABLE.findall(trigger.when)}:
                for statement in _statements(connection, trigger):
                    cursor.execute(statement)


def drop_all(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: before migrations (SQLite rebuilds no table that a trigger names, PostgreSQL could fill
    no new column of a frozen table), and before a test empties its tables."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name, table in standing(connection).items():
            quoted = connection.ops.quote_name(PREFIX + name)
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {quoted}")
            else:
                cursor.execute(f"DROP TRIGGER {quoted} ON {connection.ops.quote_name(table)}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {quoted}()")


def standing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return the triggers the database has now: name without prefix, and table."""
    if connection.vendor == "sqlite":
        query = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = (
            "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = current_schema()"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {
            name.removeprefix(PREFIX): table for name, table in cursor.fetchall() if name.startswith(PREFIX)
        }


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of triggers that should stand and do not, sorted."""
    return sorted({trigger.name for trigger in triggers(connection)} - standing(connection).keys())


def triggers(connection: BaseDatabaseWrapper) -> Iterator[Trigger]:
    """Yield every trigger this database needs."""
    for label, allowed in FROZEN.items():
        model = apps.get_model(label)
        yield from _kept(connection, model)
        yield _frozen(connection, model, allowed)
    for label, fixed in UNDELETABLE.items():
        model = apps.get_model(label)
        yield from _kept(connection, model)
        moved = " OR ".join(f"NOT ({_is_same(connection, column)})" for column in fixed)
        table = model._meta.db_table
        yield Trigger(
            f"{table}_is_named_once", table, "UPDATE", moved, "What names a record is never changed."
        )
    yield from RULES


def _kept(connection: BaseDatabaseWrapper, model: type[models.Model]) -> Iterator[Trigger]:
    """Yield what keeps the rows of a table: no DELETE, no TRUNCATE, nothing that replaces a row by another."""
    table = model._meta.db_table
    says = f"Rows of {table} are never deleted."
    yield Trigger(f"{table}_is_kept", table, "DELETE", "", says)
    if connection.vendor != "sqlite":
        yield Trigger(f"{table}_is_not_emptied", table, "TRUNCATE", "", says)
        return
    # INSERT OR REPLACE and UPDATE OR REPLACE delete the row in their way, and no DELETE trigger fires where
    # recursive_triggers is off: so a row in the way is refused before it is replaced.
    taken = _row_in_the_way(connection, model)
    says = f"Rows of {table} are never replaced."
    yield Trigger(f"{table}_is_not_replaced", table, "INSERT", taken, says)
    if model._meta.label in UNDELETABLE:
        key = model._meta.pk.column
        others = _row_in_the_way(connection, model, f' AND kept."{key}" IS NOT OLD."{key}"')
        yield Trigger(f"{table}_replaces_none", table, "UPDATE", others, says)


def _frozen(connection: BaseDatabaseWrapper, model: type[models.Model], allowed: str) -> Trigger:
    """Return what refuses every UPDATE of an append-only table but the allowed one."""
    table = model._meta.db_table

    def same(found: re.Match[str]) -> str:
        free = set(found[1].split(","))
        columns = [f.column for f in model._meta.concrete_fields if f.column not in free]
        return " AND ".join(_is_same(connection, column) for column in columns)

    when = f"NOT ({SAME.sub(same, allowed)})" if allowed else ""
    return Trigger(f"{table}_is_frozen", table, "UPDATE", when, f"Rows of {table} are never changed.")


def _is_same(connection: BaseDatabaseWrapper, column: str | None) -> str:
    """Return SQL that holds when a column keeps its value, NULL included."""
    return (
        f'NEW."{column}" {"IS" if connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"} OLD."{column}"'
    )


def _row_in_the_way(connection: BaseDatabaseWrapper, model: type[models.Model], besides: str = "") -> str:
    """Return SQL that holds when a stored row has one of the unique keys of NEW."""
    table = model._meta.db_table
    keys = [([field.column], "") for field in model._meta.concrete_fields if field.unique]
    editor = connection.schema_editor(collect_sql=True)
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            by_name = {field.name: field.column for field in model._meta.concrete_fields}
            columns = [by_name[name] for name in constraint.fields]
            # Django's own wording of the index, so that the two cannot drift apart; None where it covers every row.
            keys.append((columns, constraint._get_condition_sql(model, editor) or ""))  # type: ignore[attr-defined]
    found = []
    for columns, condition in keys:
        match = " AND ".join(f'kept."{column}" = NEW."{column}"' for column in columns)
        for row in ("kept", "NEW"):
            match += f" AND {COLUMN.sub(row + QUALIFIED, condition)}" if condition else ""
        found.append(f'EXISTS (SELECT 1 FROM "{table}" kept WHERE {match}{besides})')  # noqa: S608 our own names
    return " OR ".join(found)


def _statements(connection: BaseDatabaseWrapper, trigger: Trigger) -> Iterator[str]:
    """Yield the statements that make one trigger."""
    name, table = connection.ops.quote_name(PREFIX + trigger.name), connection.ops.quote_name(trigger.table)
    says = "'" + trigger.says.replace("'", "''") + "'"
    if connection.vendor == "sqlite":
        when = f" WHEN {trigger.when}" if trigger.when else ""
        yield (
            f"CREATE TRIGGER {name} BEFORE {trigger.event} ON {table} FOR EACH ROW{when}"
            f" BEGIN SELECT RAISE(ABORT, {says}); END"
        )
        return
    level = "STATEMENT" if trigger.event == "TRUNCATE" else "ROW"
    refusal = f"RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = {says};"
    back = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(trigger.event, "NEW")
    body = f"IF {trigger.when} THEN {refusal} END IF;" if trigger.when else refusal
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $refuse$ BEGIN {body} RETURN {back}; END $refuse$"
    )
    yield f"CREATE TRIGGER {name} BEFORE {trigger.event} ON {table} FOR EACH {level} EXECUTE FUNCTION {name}()"
