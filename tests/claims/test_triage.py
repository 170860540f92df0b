"""Sorting what the reader proposes: accept, correct, dismiss, take back, add."""

from typing import Any

import pytest

from claims.errors import BadValue, NotAllowed, NotNow, OutOfDate, WordsNotThere
from claims.filing import file_mention
from claims.models import Figure, Hand, Mention, ReadingDateCandidate
from claims.reading import hands_of
from claims.triage import accept, add_mention, correct, dismiss, reopen
from claims.values import checked
from ledger.models import Entry
from sources.dates import NO_DATE, dated
from sources.models import Document
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


def as_read(mention: Mention, **changes: Any) -> dict[str, Any]:
    """The words of the mention's reading, as a form would send them back."""
    reading = mention.reading
    said = [one.words for one in reading.attributions.all()]
    return {
        "value": reading.value, "as_of": reading.as_of, "since": reading.since, "counted": reading.counted,
        "predicate": reading.predicate, "kind": reading.kind, "unit": reading.unit, "attribution": said, **changes,
    }  # fmt: skip


MISSED = {
    "value": checked(low=17), "as_of": NO_DATE, "since": NO_DATE, "counted": "people", "predicate": "",
    "kind": "count", "unit": "", "attribution": [],
}  # fmt: skip


def test_accepting_keeps_the_reading_and_makes_nobody_a_maker() -> None:
    mention, person = cast.mention(), cast.person("contributor")
    mention = accept(by=person, mention=mention, seen=mention.token)
    assert (mention.state, mention.readings.count(), hands_of(mention)) == ("accepted", 1, [])
    entry = Entry.objects.get()
    assert (entry.act, entry.actor_uid, entry.codes["state"]) == ("claims.accept", person.uid, "accepted")


@pytest.mark.parametrize("role", ["publisher", "auditor", "administrator", None])
def test_who_does_not_read_texts_sorts_nothing(role: str | None) -> None:
    mention = cast.mention()
    for act in (accept, reopen):
        with pytest.raises(NotAllowed):
            act(by=cast.person(role), mention=mention, seen=mention.token)
    with pytest.raises(NotAllowed):
        dismiss(by=cast.person(role), mention=mention, seen=mention.token, reason="date")


def test_a_contributor_does_not_sort_a_protected_document() -> None:
    mention = cast.mention(cast.document(is_protected=True))
    with pytest.raises(NotAllowed):
        accept(by=cast.person("contributor"), mention=mention, seen=mention.token)
    accept(by=cast.person("reviewer"), mention=mention, seen=mention.token)
    assert Entry.objects.get().is_protected


def test_a_stale_form_is_refused_with_both_versions() -> None:
    mention, person = cast.mention(), cast.person()
    seen = mention.token
    accept(by=person, mention=mention, seen=seen)
    with pytest.raises(OutOfDate) as refused:
        dismiss(by=person, mention=mention, seen=seen, reason="date")
    assert refused.value.yours["Sorted"] == "proposed"
    assert refused.value.now["Sorted"] == "accepted"
    assert Entry.objects.count() == 1


def test_a_withdrawn_document_is_not_worked_on() -> None:
    mention = cast.mention()
    Document.objects.update(state="withdrawn")
    with pytest.raises(NotNow):
        accept(by=cast.person(), mention=mention, seen=mention.token)


def test_correcting_makes_the_next_reading_by_the_person_and_keeps_the_readers() -> None:
    mention, person = cast.mention(), cast.person()
    mention = correct(
        by=person, mention=mention, seen=mention.token, **as_read(mention, value=checked(low=60))
    )
    assert [(one.n, one.by, one.reader) for one in mention.readings.all()] == [
        (1, None, "grammar 1"),
        (2, person, ""),
    ]
    assert (mention.state, mention.reading.value) == ("corrected", checked(low=60))
    assert hands_of(mention) == [(person, Hand.What.VALUE)]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"value": checked(low=9)}, "value"),
        ({"counted": "men"}, "value"),
        ({"as_of": dated("2031-05-16")}, "date"),
        ({"since": dated("2031-04")}, "date"),
        ({"attribution": ["Port Office"]}, "originator"),
    ],
)
def test_each_part_set_otherwise_is_a_making_of_its_kind(change: dict[str, Any], what: str) -> None:
    mention, person = cast.mention(), cast.person()
    mention = correct(by=person, mention=mention, seen=mention.token, **as_read(mention, **change))
    assert hands_of(mention) == [(person, what)]


def test_a_correction_that_changes_nothing_is_refused() -> None:
    mention = cast.mention()
    with pytest.raises(NotNow, match="Accept"):
        correct(by=cast.person(), mention=mention, seen=mention.token, **as_read(mention))


def test_Q09_a_count_below_zero_is_refused() -> None:
    mention = cast.mention()
    with pytest.raises(BadValue):
        correct(
            by=cast.person(), mention=mention, seen=mention.token, **as_read(mention, value=checked(low=-5))
        )


@pytest.mark.parametrize("words", ["x" * 201, "pe\0ople"])
def test_words_that_cannot_be_kept_are_refused(words: str) -> None:
    mention = cast.mention()
    with pytest.raises(BadValue):
        correct(by=cast.person(), mention=mention, seen=mention.token, **as_read(mention, counted=words))


def test_choosing_among_open_years_closes_the_others_and_is_a_making_of_the_date() -> None:
    mention, person = cast.mention(), cast.person()
    for year in ("2030", "2031"):
        ReadingDateCandidate.objects.create(reading=mention.reading, edtf=f"{year}-06-27")
    mention = correct(
        by=person, mention=mention, seen=mention.token, **as_read(mention, as_of=dated("2031-06-27"))
    )
    kept = {one.edtf: (one.state, one.by) for one in mention.reading.date_candidates.all()}
    assert kept == {"2030-06-27": ("struck", person), "2031-06-27": ("chosen", person)}
    assert hands_of(mention) == [(person, Hand.What.DATE)]


def test_correcting_the_leading_words_gives_the_figure_a_new_state_and_it_falls() -> None:
    figure = cast.signed(filed.figure(cast.measure(), 60), "attributed")
    mention, person = figure.state.lead_mention, cast.person("editor")
    correct(by=person, mention=mention, seen=mention.token, **as_read(mention, value=checked(low=61)))
    figure = Figure.objects.get()
    assert (figure.state.n, figure.state.value, figure.status) == (2, checked(low=61), "unreviewed")
    assert "corrected" in figure.state.reason
    assert [(one.person, one.what) for one in figure.hands.all()] == [(person, "value")]
    assert any(name.startswith("row.figurestate") for name in Entry.objects.get().commitments)


def test_correcting_an_echo_leaves_the_figure_as_it_is_but_makes_a_maker() -> None:
    figure = filed.figure(cast.measure(), 60)
    echo = cast.mention(quote="more than 60", state="accepted", figure=figure)
    person = cast.person("contributor")
    correct(by=person, mention=echo, seen=echo.token, **as_read(echo, counted="men"))
    figure.refresh_from_db()
    assert figure.state.n == 1
    assert figure.hands.get().person == person


def test_a_signer_who_corrects_an_echo_loses_the_signature_first() -> None:
    signer = cast.person("reviewer")
    figure = cast.signed(filed.figure(cast.measure(), 60), "attributed", signer)
    echo = cast.mention(quote="more than 60", state="accepted", figure=figure)
    correct(by=signer, mention=echo, seen=echo.token, **as_read(echo, counted="men"))
    figure.refresh_from_db()
    assert (figure.status, figure.hands.get().person) == ("unreviewed", signer)


# --- setting aside, and back ----------------------------------------------------------------------


def test_dismissing_needs_a_listed_reason() -> None:
    mention, person = cast.mention(), cast.person()
    with pytest.raises(BadValue):
        dismiss(by=person, mention=mention, seen=mention.token, reason="boring")
    assert dismiss(by=person, mention=mention, seen=mention.token, reason="date").dismissal == "date"


def test_dismissing_a_filed_mention_takes_it_out_in_the_same_act() -> None:
    figure = filed.figure(cast.measure(), 60)
    mention = figure.state.lead_mention
    mention = dismiss(by=cast.person(), mention=mention, seen=mention.token, reason="misread")
    figure.refresh_from_db()
    assert (mention.figure, mention.state) == (None, "dismissed")
    assert (figure.state.measure, figure.state.lead_mention) == (None, None)
    assert Entry.objects.get().codes["figure"] == str(figure.uid)


def test_accepting_and_dismissing_are_undone() -> None:
    mention, person = cast.mention(), cast.person()
    mention = accept(by=person, mention=mention, seen=mention.token)
    mention = reopen(by=person, mention=mention, seen=mention.token)
    mention = dismiss(by=person, mention=mention, seen=mention.token, reason="age")
    mention = reopen(by=person, mention=mention, seen=mention.token)
    assert (mention.state, mention.dismissal) == ("proposed", "")


def test_undoing_a_correction_reads_as_proposed_again_and_leaves_no_maker() -> None:
    mention, person = cast.mention(), cast.person()
    mention = correct(
        by=person, mention=mention, seen=mention.token, **as_read(mention, value=checked(low=9))
    )
    mention = reopen(by=person, mention=mention, seen=mention.token)
    assert (mention.state, mention.readings.count()) == ("proposed", 3)
    assert mention.reading.value == checked(comparator="more_than", low=60)
    assert hands_of(mention) == []


def test_a_filed_or_untouched_mention_is_not_reopened() -> None:
    lead = filed.figure(cast.measure(), 60).state.lead_mention
    for mention in (lead, cast.mention()):
        with pytest.raises(NotNow):
            reopen(by=cast.person(), mention=mention, seen=mention.token)


# --- adding -----------------------------------------------------------------------------------------


def test_a_missed_figure_is_added_by_its_exact_words() -> None:
    document, person = cast.document(), cast.person("contributor")
    start = document.text.text.index("17 May")
    mention = add_mention(by=person, document=document, start=start, quote="17", **MISSED)
    assert (mention.quote, mention.state, mention.found_by, mention.added_by) == (
        "17",
        "accepted",
        "hand",
        person,
    )
    assert mention.prefix.endswith("said on ") and mention.suffix.startswith(" May 2031")
    assert hands_of(mention) == [(person, Hand.What.ADDED)]


def test_words_that_do_not_stand_there_are_refused() -> None:
    document = cast.document()
    for start, quote in (
        (0, "17"),
        (-1, "17"),
        (10**6, "17"),
        (document.text.text.index("17"), "17\u00a0May"),
    ):
        with pytest.raises(WordsNotThere):
            add_mention(by=cast.person(), document=document, start=start, quote=quote, **MISSED)


def test_words_of_another_slice_of_the_text_are_refused() -> None:
    page = cast.document()
    part = Document.objects.create(text=page.text, capture=page.capture, start=0, end=20, parent=page)
    with pytest.raises(WordsNotThere):
        add_mention(by=cast.person(), document=part, start=page.text.text.index("17"), quote="17", **MISSED)


def test_words_another_mention_stands_on_are_refused_by_its_name() -> None:
    document = cast.document()
    cast.mention(document)
    start = document.text.text.index("60 people")
    with pytest.raises(NotNow, match="more than 60"):
        add_mention(by=cast.person(), document=document, start=start, quote="60 people", **MISSED)


def test_a_dismissed_mention_at_the_same_place_is_reopened_instead() -> None:
    document, person = cast.document(), cast.person()
    mention = cast.mention(document)
    dismiss(by=person, mention=mention, seen=mention.token, reason="misread")
    with pytest.raises(NotNow, match="Reopen"):
        add_mention(by=person, document=document, start=mention.start, quote=mention.quote, **MISSED)
    add_mention(by=person, document=document, start=mention.start + 5, quote="than 60", **MISSED)


def test_whoever_added_the_words_is_a_maker_of_the_figure_filed_from_them() -> None:
    document, person, other = cast.document(), cast.person("contributor"), cast.person("contributor")
    start = document.text.text.index("17 May")
    mention = add_mention(by=person, document=document, start=start, quote="17", **MISSED)
    figure = file_mention(by=other, mention=mention, seen=mention.token, measure=cast.measure())
    assert {(one.person, one.what) for one in figure.hands.all()} == {(person, "added"), (other, "measure")}
