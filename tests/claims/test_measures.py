"""Defining what is counted."""

from contextlib import nullcontext
from datetime import date
from typing import Any

import pytest

from claims.errors import BadValue, NotAllowed, NotNow
from claims.measures import (
    create_measure,
    create_topic,
    relate_measures,
    retire_measure,
    start_phase,
    word_measure,
)
from claims.models import Figure, Finding, Measure
from ledger.models import Entry
from ledger.verify import verify
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db

WORDS = {
    "title": "People brought ashore",
    "definition": "People landed at Port Ansel.",
    "one": "person",
    "other": "people",
}


def made(**changes: Any) -> Measure:
    topic = changes.pop("topic", None) or cast.measure("Ground").topic
    return create_measure(
        **{"by": cast.person("editor"), "topic": topic, "kind": "stock", **WORDS, **changes}
    )


def test_a_topic_and_a_measure_are_made_on_the_way_by_a_contributor() -> None:
    person = cast.person("contributor")
    topic = create_topic(by=person, name="Port Ansel")
    measure = made(by=person, topic=topic)
    assert (topic.slug, measure.slug, measure.title()) == (
        "port-ansel",
        "people-brought-ashore",
        WORDS["title"],
    )
    assert [one.act for one in Entry.objects.all()] == ["claims.create_topic", "claims.create_measure"]


def test_a_title_in_another_script_still_has_an_address() -> None:
    assert made(title="Доставлены на берег", language="ru").slug.startswith("measure-")


@pytest.mark.parametrize(
    "change",
    [{"title": ""}, {"title": "x" * 161}, {"definition": " "}, {"kind": "heap"}, {"one": "x" * 61}, {"unit": "x" * 33},
     {"language": "русский"}, {"title": "a\0b"}],
)  # fmt: skip
def test_missing_or_endless_words_are_refused(change: dict[str, str]) -> None:
    with pytest.raises(BadValue):
        made(**change)


def test_an_address_is_taken_once() -> None:
    topic = made().topic
    with pytest.raises(BadValue, match="address"):
        made(topic=topic)
    create_topic(by=cast.person("editor"), name="Kelm")
    with pytest.raises(BadValue):
        create_topic(by=cast.person("editor"), name="kelm")


@pytest.mark.parametrize("role", ["contributor", "reviewer", "publisher", "auditor", "administrator"])
def test_only_an_editor_defines(role: str) -> None:
    person, one, other = cast.person(role), cast.measure("One"), cast.measure("Other")
    acts = [
        lambda: word_measure(by=person, measure=one, language="ru", title="Один", definition="Один."),
        lambda: relate_measures(by=person, part=one, whole=other, kind="part_of"),
        lambda: start_phase(by=person, measure=one, starts=date(2031, 1, 1), reason="Anew."),
        lambda: retire_measure(by=person, measure=one),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_words_are_added_and_changed_per_language() -> None:
    measure, editor = made(), cast.person("editor")
    for title in ("Доставлены", "Доставлены на берег"):
        word_measure(
            by=editor, measure=measure, language="ru", title=title, definition="На берег.", many="человек"
        )
    assert {one.language: one.title for one in measure.wordings.all()} == {
        "en": WORDS["title"],
        "ru": "Доставлены на берег",
    }


def test_parts_form_no_circle_at_any_depth() -> None:
    editor = cast.person("editor")
    asked, helped, left = cast.measure("Asked"), cast.measure("Helped"), cast.measure("Left")
    relate_measures(by=editor, part=left, whole=helped, kind="part_of")
    relate_measures(by=editor, part=helped, whole=asked, kind="part_of")
    with pytest.raises(BadValue, match="circle"):
        relate_measures(by=editor, part=asked, whole=left, kind="part_of")
    relate_measures(by=editor, part=asked, whole=left, kind="overlaps")


@pytest.mark.parametrize("kind", ["part_of", "is_like"])
def test_a_measure_is_not_related_to_itself_nor_twice_nor_by_an_unknown_word(kind: str) -> None:
    editor, one, other = cast.person("editor"), cast.measure("One"), cast.measure("Other")
    relate_measures(by=editor, part=one, whole=other, kind="overlaps")
    for part, whole in ((one, one), (one, other), (other, one)):
        with pytest.raises(BadValue):
            relate_measures(by=editor, part=part, whole=whole, kind=kind)


def test_a_new_phase_takes_the_figures_from_its_first_day_on_and_ends_the_fall() -> None:
    measure, editor = cast.measure(), cast.person("editor")
    filed.figure(measure, 60, as_of="2031-05-01")
    later = cast.signed(filed.figure(measure, 50, as_of="2031-05-10"))
    phase = start_phase(
        by=editor, measure=measure, starts=date(2031, 5, 10), reason="The ministry began at zero."
    )
    later.refresh_from_db()
    assert (later.state.phase, later.state.n, later.status) == (phase, 2, "unreviewed")
    assert Figure.objects.filter(current_state__phase=phase).get() == later
    assert not Finding.objects.standing().exists()
    with pytest.raises(BadValue):
        start_phase(by=editor, measure=measure, starts=date(2031, 5, 9), reason="Too early.")


def test_a_measure_is_retired_once() -> None:
    measure, editor = cast.measure(), cast.person("editor")
    assert retire_measure(by=editor, measure=measure).state == "retired"
    with pytest.raises(NotNow):
        retire_measure(by=editor, measure=measure)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"other": "soldiers"}, "unreviewed"),
        ({"definition": "Soldiers."}, "unreviewed"),
        ({"title": "Ashore"}, "attributed"),
    ],
)  # fmt: skip
def test_signed_figures_fall_when_their_measure_comes_to_mean_something_else(
    changes: dict[str, str], status: str
) -> None:
    measure = cast.measure()
    signed = cast.signed(filed.figure(measure))
    names = ("language", "title", "definition", "one", "few", "many", "other")
    words = {name: getattr(measure.wordings.get(), name) for name in names}
    word_measure(by=cast.person("editor"), measure=measure, **{**words, **changes})
    signed.refresh_from_db()
    assert signed.status == status
    assert verify() == []


@pytest.mark.parametrize("slug", ["", "of-marta-quell"])
@pytest.mark.parametrize(("role", "is_refused"), [("editor", True), ("contributor", False)])
def test_W20_a_topic_or_measure_of_her_name_is_refused_of_who_may_know_of_her(
    slug: str, role: str, is_refused: bool
) -> None:
    """To anybody else a refusal would tell that she is protected; print sets such words aside."""
    cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    by, title = cast.person(role), "Boats" if slug else "Boats of Marta Quell"
    topic = cast.measure().topic
    said = {
        "title": title,
        "slug": slug,
        "definition": "Boats.",
        "kind": "stock",
        "one": "boat",
        "other": "boats",
    }
    for make in (
        lambda: create_topic(by=by, name=title, slug=slug),
        lambda: create_measure(by=by, topic=topic, **said),
    ):
        with pytest.raises(BadValue, match="protected") if is_refused else nullcontext():
            make()


def test_W20_no_words_of_a_measure_name_a_protected_party() -> None:
    cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    measure = cast.measure()
    words = {
        "language": "en",
        "title": "Ashore",
        "definition": "People whom Marta Quell counted.",
        "other": "people",
    }
    with pytest.raises(BadValue, match="protected"):
        word_measure(by=cast.person("editor"), measure=measure, **words)
    word_measure(
        by=cast.person("editor"), measure=measure, **words | {"definition": "People a witness counted."}
    )


@pytest.mark.parametrize("noun", ["million people", "hundred boats", "12 people"])
def test_a_noun_that_would_change_the_number_before_it_is_refused(noun: str) -> None:
    with pytest.raises(BadValue, match="noun"):
        made(slug="other", other=noun)


def test_a_topic_named_by_a_number_is_refused_and_one_named_by_a_year_is_not() -> None:
    with pytest.raises(BadValue, match="signed by nobody"):
        create_topic(by=cast.person("editor"), name="60 lost at Port Ansel")
    create_topic(by=cast.person("editor"), name="Port Ansel, June 2031")
