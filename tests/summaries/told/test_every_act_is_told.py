"""Whatever changes what readers see is told: each act of the apps further left is done to something in print.

All public JSON and every public page is read before and after. What moved has to stand in a new change, as it is now,
with the stored bytes and their tag; where nothing moved, no change may have been made. An act without a row fails.
"""

import ast
import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from claims.models import Figure
from ledger.models import Entry
from ledger.verify import verify
from summaries import release
from summaries.models import Change
from summaries.told import acts as told
from tests import cast
from tests.claims import filed
from tests.summaries.public import ground
from tests.summaries.told import in_print
from tests.summaries.told.every_act import CASES, FIRST, PARTS, UNTOLD, Case
from tests.summaries.told.in_print import Public, Scene, read_all, replayed

ROOT = Path(__file__).resolve().parents[3]
LEFT = ("sources", "claims", "reviewers")


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Scene, Public]]:
    """The scene, and all that can be read of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        scene, public = in_print.build(), read_all()
        assert replayed() == without(public, "stored", "pages")
        yield scene, public
        transaction.set_rollback(True)


@pytest.fixture
def scene(built: tuple[Scene, Public]) -> Iterator[Scene]:
    undone = transaction.atomic()
    # As Django's own tests do, so that an act that commits by itself may.
    undone._from_testcase = True  # type: ignore[attr-defined]
    with undone:
        yield copy.deepcopy(built[0])
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_every_act_of_the_left_has_a_row() -> None:
    models = {model._meta.label_lower for model in apps.get_models()}
    named = {
        node.value
        for app in LEFT
        for path in (ROOT / app).rglob("*.py")
        if path.parent.name != "migrations"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(rf"{app}\.[a-z_]+", node.value)
    }
    assert named - models == {case.act for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.act} {case.how}".strip())
def test_what_it_moves_is_told_and_nothing_else_is(
    scene: Scene, built: tuple[Scene, Public], case: Case
) -> None:  # fmt: skip
    before = built[1]
    if case.act in FIRST:
        FIRST[case.act](scene)
        before = read_all()
    n_changes, n_entries = Change.objects.count(), Entry.objects.count()
    case.do(scene)
    after = read_all()
    if case.act not in PARTS or case.moves:
        assert case.act in Entry.objects.filter(seq__gt=n_entries).values_list("act", flat=True)
    moved = {kind for kind in after if after[kind] != before[kind]}
    assert ("json" if moved - {"pages"} else "page" if moved else "") == case.moves
    n_new = Change.objects.count() - n_changes
    assert bool(n_new) == bool(case.moves and (case.act, case.how) not in UNTOLD)
    held = replayed()
    assert {kind: standing(held[kind], after[kind]) for kind in held} == without(after, "stored", "pages")
    assert_stored_anew(before, after)
    assert_not_told_twice(n_new)
    assert verify() == []


def replaces(scene: Scene) -> tuple[Figure, Figure]:
    """A public figure that was replaced by one nobody may read of yet."""
    later = cast.signed(filed.figure(scene.part, 12, as_of="2031-05-18", originator=scene.desk.party))
    earlier = Figure.objects.public().get(current_state__measure=scene.part)
    ground.set_status(earlier, "superseded", cast.person("reviewer"), reason="replaced", superseded_by=later)
    return earlier, later


@pytest.mark.parametrize("how", ["released", "printed"])
def test_what_names_a_figure_is_told_when_that_becomes_public(scene: Scene, how: str) -> None:
    earlier, later = replaces(scene)
    if how == "released":
        release.release_series(by=scene.desk.publisher, measure=scene.part)
    else:
        words = f"<p>Harbour Watch said that {scene.desk.node(later)} were fed.</p>"
        scene.desk.publish(scene.desk.write(words, headline="Fed at Port Ansel"))
    assert read_all()["figures"][str(earlier.uid)]["superseded_by"] == str(later.uid)
    assert replayed() == without(read_all(), "stored", "pages")


def test_a_measure_that_becomes_public_is_told_with_those_it_is_part_of(scene: Scene) -> None:
    told.relate_measures(by=scene.desk.editor, part=scene.hidden, whole=scene.measure, kind="part_of")
    cast.signed(filed.figure(scene.hidden, 4, originator=scene.desk.party))
    release.release_series(by=scene.desk.publisher, measure=scene.hidden)
    after = read_all()
    assert after["measures"][str(scene.measure.uid)]["relations"][0]["how"] == "has_part"
    assert replayed() == without(after, "stored", "pages")


def without(public: Public, *kinds: str) -> Public:
    return {kind: things for kind, things in public.items() if kind not in kinds}


def standing(held: Public, public: Public) -> Public:
    """Leave out what is public no more: a measure goes with its last public figure."""
    return {uid: one for uid, one in held.items() if uid in public}


def assert_stored_anew(before: Public, after: Public) -> None:
    """A summary that reads otherwise is stored under another tag; one that does not keeps its own."""
    for uid, one in after["summaries"].items():
        is_other = one != before["summaries"].get(uid)
        tags = (before["stored"].get(f"{uid}.json"), after["stored"][f"{uid}.json"])
        assert (tags[0] != tags[1]) == is_other


def assert_not_told_twice(n_new: int) -> None:
    """No two of the new changes give the same thing in the same words: each is news."""
    told_of = [
        repr(sorted(one.items()))
        for change in Change.objects.order_by("-seq")[:n_new]
        for one in change.content["figures"]
    ]
    assert len(told_of) == len(set(told_of))
