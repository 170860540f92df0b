"""What the database itself refuses in the tables of `claims`: each check broken through update() or a raw row."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from claims.models import (
    Attribution,
    Figure,
    FigureState,
    Finding,
    FindingFigure,
    Hand,
    Measure,
    MeasureRelation,
    MeasureWording,
    Mention,
    Phase,
    Reading,
    ReadingDateCandidate,
    StateInput,
    Topic,
)  # fmt: skip
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


def add(model: type[models.Model], **columns: Any) -> Callable[[], object]:
    """A new row, past forms, acts and `save()`."""
    return lambda: model._default_manager.bulk_create([model(**columns)])


def update(model: type[models.Model], **columns: Any) -> Callable[[], object]:
    return lambda: model._default_manager.update(**columns)


def reading(**columns: Any) -> Callable[[], object]:
    return lambda: add(Reading, **{
        "mention": Mention.objects.get(), "n": 9, "reader": "grammar 1", "at": cast.NOON, "low": 1, "high": 1,
        **columns,
    })()  # fmt: skip


def state(**columns: Any) -> Callable[[], object]:
    return lambda: add(FigureState, **{
        "figure": Figure.objects.get(), "n": 9, "at": cast.NOON, "fingerprint": "–", "low": 1, "high": 1, **columns,
    })()  # fmt: skip


def finding(**columns: Any) -> Callable[[], object]:
    return add(Finding, **{
        "code": "jump", "key": "k", "severity": "weak", "sentence": "–", "facts_hash": "", "opened_at": cast.NOON,
        **columns,
    })  # fmt: skip


def the(model: type[models.Model]) -> Any:
    """The one row of a model that the ground laid."""
    return model._default_manager.get()


def later(make: Callable[[], Callable[[], object]]) -> Callable[[], object]:
    """A row that names others, looked up when the ground is laid."""
    return lambda: make()()


SAID: dict[str, dict[str, Any]] = {
    "value_state_is_known_word": {"value_state": "lost", "low": None, "high": None},
    "comparator_is_listed": {"comparator": "roughly", "value_state": "unknown", "low": None, "high": None},
    "bounds_only_when_known": {"value_state": "unknown"},
    "bounds_fit_comparator": {"comparator": "between"},
    "date_bases_are_listed": {"as_of_basis": "guess"},
    "as_of_bounds_need_a_date": {"as_of_earliest": "2031-01-01"},
}
BROKEN: dict[str, Callable[[], object]] = {
    **{f"reading_{name}": reading(**columns) for name, columns in SAID.items()},
    **{f"figure_state_{name}": state(**columns) for name, columns in SAID.items()},
    "reading_numbered_once": reading(n=1),
    "reading_kind_is_known": reading(kind="heap"),
    "reading_is_by_reader_or_person": reading(reader=""),
    "figure_state_numbered_once": state(n=1),
    "mention_has_length": update(Mention, end=0),
    "mention_state_is_known": update(Mention, state="lost", figure=None),
    "mention_dismissed_has_reason": update(Mention, state="dismissed", figure=None),
    "mention_filed_was_accepted": update(Mention, state="proposed"),
    "mention_once_per_place": later(
        lambda: add(Mention, **_again(the(Mention), "text", "document", "start", "end", "quote"))
    ),
    "mention_by_hand_names_the_hand": later(
        lambda: add(Mention, **_again(the(Mention), "text", "document", "quote"), start=0, end=1, found_by="hand")
    ),
    "attribution_one_per_position": later(lambda: add(Attribution, reading=the(Reading), position=0, words="–")),
    "reading_date_candidate_once": later(lambda: _twice(ReadingDateCandidate, reading=the(Reading), edtf="2031")),
    "reading_date_candidate_state_is_known": later(
        lambda: add(ReadingDateCandidate, reading=the(Reading), edtf="2031", state="lost")
    ),
    "figure_status_is_known": update(Figure, status="sure"),
    "figure_verified_or_false_has_two_signers": later(lambda: _verified_by_one),
    "figure_status_is_signed": update(Figure, status="attributed"),
    "figure_superseded_names_the_later": later(lambda: _superseded_by_none),
    "state_input_once": later(
        lambda: _twice(StateInput, state=the(FigureState), input_state=the(FigureState), role="sum")
    ),
    "hand_once_per_kind": later(
        lambda: _twice(Hand, figure=the(Figure), person=cast.person(), what="value", at=cast.NOON)
    ),
    "hand_what_is_known": later(lambda: add(Hand, figure=the(Figure), person=cast.person(), what="luck", at=cast.NOON)),
    "measure_kind_is_known": update(Measure, kind="heap"),
    "measure_merged_names_the_other": update(Measure, state="merged"),
    "measure_wording_one_per_language": later(
        lambda: add(MeasureWording, measure=the(Measure), language="en", title="–", definition="–")
    ),
    "measure_relation_once": later(
        lambda: _twice(MeasureRelation, part=the(Measure), whole=cast.measure("Two"), kind="part_of")
    ),
    "measure_relation_is_between_two": later(
        lambda: add(MeasureRelation, part=the(Measure), whole=the(Measure), kind="part_of")
    ),
    "measure_relation_kind_is_known": later(
        lambda: add(MeasureRelation, part=the(Measure), whole=cast.measure("Two"), kind="is_like")
    ),
    "phase_numbered_once": later(lambda: _twice(Phase, measure=the(Measure), n=1, starts="2031-01-01", reason="–")),
    "finding_open_once": later(lambda: _both(finding(), finding())),
    "finding_code_is_known": finding(code="hunch"),
    "finding_severity_is_known": finding(severity="grave"),
    "finding_closed_has_reason": finding(closed_at=cast.NOON),
    "finding_names_a_figure_once": later(lambda: _both(finding(), lambda: _twice(
        FindingFigure, finding=the(Finding), figure=the(Figure), position=0)())),
}  # fmt: skip


def _again(row: models.Model, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _verified_by_one() -> None:
    """A figure signed by two, one of whom is taken away."""
    figure = cast.signed(the(Figure), "verified")
    Figure.objects.filter(pk=figure.pk).update(signer_2=None)


def _superseded_by_none() -> None:
    """A figure signed as superseded, whose later figure is taken away."""
    figure = the(Figure)
    figure.superseded_by = Figure.objects.create(status_since=cast.NOON)
    cast.signed(figure, "superseded", reason="replaced")
    Figure.objects.filter(pk=figure.pk).update(superseded_by=None)


def _twice(model: type[models.Model], **columns: Any) -> Callable[[], object]:
    return _both(add(model, **columns), add(model, **columns))


def _both(first: Callable[[], object], second: Callable[[], object]) -> Callable[[], object]:
    return lambda: (first(), second())


@pytest.fixture
def ground() -> None:
    """One row of each kind to break."""
    filed.figure(cast.measure(), 60)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_database_refuses(name: str, ground: None) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        BROKEN[name]()
    if name in checks():  # SQLite names the columns of a unique index, not the index
        assert name in str(refused.value)


def checks() -> set[str]:
    ours = [
        constraint
        for model in apps.get_app_config("claims").get_models()
        for constraint in model._meta.constraints
    ]
    return {one.name for one in ours if isinstance(one, models.CheckConstraint)}


def test_every_constraint_of_the_app_is_broken_here() -> None:
    ours = {
        constraint.name
        for model in apps.get_app_config("claims").get_models()
        for constraint in model._meta.constraints
    }
    assert ours == BROKEN.keys()


@pytest.mark.parametrize("columns", [{"low": "1e400"}, {"low": "NaN"}, {"low": 10**20}])
def test_Q10_no_number_reaches_the_database_that_it_cannot_keep(
    columns: dict[str, Any], ground: None
) -> None:
    with pytest.raises(ValueError):
        reading(**columns)()


@pytest.mark.parametrize("model", [Topic, Measure, Figure, Mention])
def test_a_uid_is_given_once(model: type[models.Model], ground: None) -> None:
    row = model._default_manager.get()
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    columns.pop("id")
    if "slug" in columns:
        columns["slug"] = "another"
    if model is Mention:
        columns |= {"start": 0, "end": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        model._default_manager.bulk_create([model(**columns)])


def test_raw_sql_is_refused_as_well(ground: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE claims_figure SET status = 'verified'")
