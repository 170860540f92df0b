"""Changing a document's date is an act: what leaned on it is read again, and signed figures fall."""

from typing import Any

import pytest

from claims.bring_in import bring_in
from claims.filing import file_mention
from claims.models import Figure, Mention
from claims.redate import redate
from claims.triage import accept, correct
from ledger import clock
from ledger.models import Entry
from reviewers.models import Reviewer
from sources.dates import NO_DATE, typed
from sources.describe import token
from sources.errors import BadDate, NotAllowed, NotNow, OutOfDate
from sources.models import Document
from tests import cast

pytestmark = pytest.mark.django_db

UNDATED = "More than 60 people were brought ashore at Port Ansel, the Harbour Watch said."
FIXED = "On 17 May 2031 at least 14 people were hurt at the quay, the Harbour Watch said."
YEARLESS = (
    "A call on Marrow\n\nOn June 27, the Assembly adopted it. Starting from April 1, 2029, 123 people left."
)


def bring(words: str = f"{UNDATED}\n\n{FIXED}", **changes: Any) -> Document:
    facts = {"by": cast.person("contributor"), "how": "paste", "published": "2031-05-18", **changes}
    return bring_in(content=words.encode(), **facts).documents[0]  # type: ignore[arg-type]


def move(document: Document, published: str = "2031-06-20", by: Reviewer | None = None) -> Document:
    fresh = Document.objects.get(pk=document.pk)
    return redate(by=by or cast.person("editor"), document=fresh, published=published, seen=token(fresh))


def mention(quote: str = "More than 60") -> Mention:
    return Mention.objects.get(quote=quote)


def filed(quote: str = "More than 60") -> Figure:
    cast.source("Harbour Watch")
    one = mention(quote)
    return file_mention(by=cast.person("contributor"), mention=one, seen=one.token, measure=cast.measure())


def test_a_proposal_that_leaned_on_the_date_gets_the_readers_next_reading() -> None:
    move(bring())
    readings = list(mention().readings.all())
    assert [one.as_of_edtf for one in readings] == ["2031-05-18", "2031-06-20"]
    assert readings[1].by is None and readings[1].reader and mention().state == "proposed"


def test_a_proposal_with_a_date_of_its_own_stays() -> None:
    move(bring())
    assert mention("at least 14").readings.count() == 1


def test_the_person_confirms_the_date_and_it_is_explicit() -> None:
    by = cast.person("editor")
    document = move(bring(), by=by)
    assert (document.published_edtf, document.published_basis, document.published_confirmed_by) == (
        "2031-06-20",
        "explicit",
        by,
    )


def test_an_accepted_mention_follows_by_the_person_who_redates() -> None:
    document, by = bring(), cast.person("editor")
    accept(by=cast.person("contributor"), mention=mention(), seen=mention().token)
    move(document, by=by)
    reading = mention().reading
    assert (reading.as_of_edtf, reading.by, reading.counted) == ("2031-06-20", by, "people")
    assert [said.words for said in reading.attributions.all()] == ["Harbour Watch"]
    assert mention().state == "accepted"


def test_a_date_that_somebody_set_otherwise_stays() -> None:
    document = bring()
    one = mention()
    was = one.reading
    correct(
        by=cast.person("contributor"), mention=one, seen=one.token, value=was.value, as_of=typed("2031-05-02"),
        since=NO_DATE,
        counted="people", predicate=was.predicate, kind="count", unit="", attribution=["Harbour Watch"],
    )  # fmt: skip
    move(document)
    assert mention().reading.as_of_edtf == "2031-05-02"


def test_a_signed_figure_that_leaned_on_the_date_falls_and_the_person_is_its_maker() -> None:
    document, by = bring(), cast.person("editor")
    figure = cast.signed(filed())
    move(document, by=by)
    figure.refresh_from_db()
    assert (figure.status, figure.state.as_of_edtf) == ("unreviewed", "2031-06-20")
    assert figure.state.reason == "The date of the document was changed."
    assert (by.pk, "date") in figure.hands.values_list("person", "what")


def test_a_signed_figure_with_a_date_of_its_own_stays_signed() -> None:
    document = bring()
    figure = cast.signed(filed("at least 14"))
    move(document)
    figure.refresh_from_db()
    assert (figure.status, figure.state.n) == ("attributed", 1)


def test_choosing_a_year_strikes_the_others_out_and_taking_it_back_opens_them() -> None:
    with clock.held_at(cast.NOON.replace(month=8)):
        document = bring(YEARLESS, published="")
    assert document.published_edtf == "" and document.date_candidates.count() >= 2
    chosen = document.date_candidates.all()[1].edtf
    move(document, chosen)
    states = dict(document.date_candidates.values_list("edtf", "state"))
    assert states.pop(chosen) == "chosen" and set(states.values()) == {"struck"}
    dated = Document.objects.get()
    assert (dated.published_phrase, dated.published_basis) == ("June 27", "inferred")
    move(document, "")
    assert set(document.date_candidates.values_list("state", flat=True)) == {"open"}
    assert Document.objects.get().published_edtf == ""


def test_the_entry_commits_to_the_readings_and_states() -> None:
    document = bring()
    figure = filed()
    move(document)
    entry = Entry.objects.get(act="claims.redate")
    figure.refresh_from_db()
    assert entry.codes["n_readings"] == 1 and entry.codes["n_figures"] == 1
    assert f"row.figurestate:{figure.current_state_id}" in entry.commitments
    assert f"row.reading:{mention().reading.pk}" in entry.commitments
    assert entry.detail.words == {"was": "2031-05-18", "published": "2031-06-20"}


def test_it_refuses_strangers_nonsense_stale_forms_and_withdrawn_documents() -> None:
    document = bring()
    with pytest.raises(NotAllowed):
        move(document, by=cast.person("publisher"))
    with pytest.raises(BadDate):
        move(document, "03/04/2031")
    with pytest.raises(OutOfDate):
        redate(by=cast.person("editor"), document=document, published="2031", seen="another")
    Document.objects.update(state="withdrawn")
    with pytest.raises(NotNow):
        move(document)


@pytest.mark.parametrize(("quote", "whats"), [("More than 60", ["date"]), ("at least 14", [])])
def test_whoever_dated_the_document_made_the_dates_that_moved_before_they_were_filed(
    quote: str, whats: list[str]
) -> None:
    dater = cast.person("reviewer")
    move(bring(), by=dater)
    assert list(filed(quote).hands.filter(person=dater).values_list("what", flat=True)) == whats
