"""Putting a mention where it belongs, taking it out, and what the desk proposes."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.errors import BadValue, NotAllowed, NotFound, NotNow, OutOfDate
from claims.filing import file_mention, proposals, unfile_mention
from claims.models import Figure, FigureState, Measure, Mention, Phase
from claims.proposals import says_same, stems
from claims.reading import add_reading, words_of
from claims.values import checked
from ledger.models import Entry
from sources.describe import describe_document, token
from sources.models import Provenance, Source
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def watch() -> Source:
    return cast.source("Harbour Watch")


def test_a_mention_is_filed_as_a_new_figure_of_its_originator(watch: Source) -> None:
    mention, measure, person = cast.mention(), cast.measure(), cast.person("contributor")
    figure = file_mention(by=person, mention=mention, seen=mention.token, measure=measure)
    state = figure.state
    assert (state.n, state.measure, state.originator, state.lead_mention) == (1, measure, watch, mention)
    assert (state.value, state.as_of.edtf) == (checked(comparator="more_than", low=60), "2031-05-17")
    mention.refresh_from_db()
    assert (mention.state, mention.figure) == ("accepted", figure)
    assert Entry.objects.get().act == "claims.file"


def test_filing_what_is_proposed_is_no_making(watch: Source) -> None:
    measure, person = cast.measure("People brought ashore"), cast.person("reviewer")
    first = cast.mention()
    (proposal,) = proposals(first, by=person)
    assert (proposal.measure, proposal.relation) == (measure, "new")
    assert proposal.why == "The words “brought”, “ashore” are those of “People brought ashore”."
    figure = file_mention(by=person, mention=first, seen=first.token, measure=measure, is_proposed=True)
    assert not figure.hands.exists()


def test_filing_otherwise_is_a_making(watch: Source) -> None:
    cast.measure("People brought ashore")
    other, person = cast.measure("Crews"), cast.person("reviewer")
    mention = cast.mention()
    figure = file_mention(by=person, mention=mention, seen=mention.token, measure=other)
    assert figure.hands.get().what == "measure"


def test_naming_another_originator_is_a_making(watch: Source) -> None:
    measure, person = cast.measure("People brought ashore"), cast.person("reviewer")
    mention, office = cast.mention(), cast.source("Port Office")
    figure = file_mention(by=person, mention=mention, seen=mention.token, measure=measure, originator=office)
    assert (figure.state.originator, figure.hands.get().what) == (office, "originator")


def test_a_proposal_that_no_longer_stands_is_refused() -> None:
    mention, measure = cast.mention(), cast.measure("Crews of trawlers")
    with pytest.raises(NotNow):
        file_mention(by=cast.person(), mention=mention, seen=mention.token, measure=measure, is_proposed=True)


def test_an_echo_is_filed_under_the_figure_it_repeats(watch: Source) -> None:
    figure = filed.figure(cast.measure("Ashore"), 60, comparator="more_than", originator=watch)
    echo, person = cast.mention(), cast.person()
    found = file_mention(by=person, mention=echo, seen=echo.token, figure=figure)
    assert found == figure and figure.mentions.count() == 2
    assert FigureState.objects.count() == 1


def test_words_that_cannot_be_true_together_are_not_one_figure(watch: Source) -> None:
    figure = filed.figure(cast.measure(), 40, originator=watch)
    mention = cast.mention()
    with pytest.raises(BadValue, match="cannot both"):
        file_mention(by=cast.person(), mention=mention, seen=mention.token, figure=figure)


def test_another_voice_is_not_an_echo(watch: Source) -> None:
    figure = filed.figure(cast.measure(), 60, comparator="more_than", originator=cast.source("Port Office"))
    mention = cast.mention()
    with pytest.raises(BadValue, match="another voice"):
        file_mention(by=cast.person(), mention=mention, seen=mention.token, figure=figure)


def test_a_figure_of_protected_words_is_not_there_for_who_may_not_see_them(watch: Source) -> None:
    hidden = cast.document(
        "It was said that more_than 60 None people were brought ashore.", is_protected=True
    )
    figure = filed.figure(cast.measure(), 60, comparator="more_than", document=hidden, originator=watch)
    mention, contributor = cast.mention(), cast.person("contributor")
    assert all(one.figure is None for one in proposals(mention, by=contributor))
    with pytest.raises(NotFound):
        file_mention(by=contributor, mention=mention, seen=mention.token, figure=figure)


@pytest.mark.parametrize("state", [Mention.State.DISMISSED, Mention.State.ORPHANED])
def test_what_was_set_aside_is_not_filed(state: str) -> None:
    mention = cast.mention(state=state, dismissal="date" if state == "dismissed" else "")
    with pytest.raises(NotNow):
        file_mention(by=cast.person(), mention=mention, seen=mention.token, measure=cast.measure())


def test_nothing_is_filed_twice_without_a_measure_or_under_a_retired_one() -> None:
    mention, person, measure = cast.mention(), cast.person(), cast.measure()
    with pytest.raises(BadValue):
        file_mention(by=person, mention=mention, seen=mention.token)
    seen = mention.token
    file_mention(by=person, mention=mention, seen=seen, measure=measure)
    with pytest.raises(OutOfDate):
        file_mention(by=person, mention=mention, seen=seen, measure=measure)
    mention = Mention.objects.get()
    with pytest.raises(NotNow):
        file_mention(by=person, mention=mention, seen=mention.token, measure=measure)
    Measure.objects.update(state="retired")
    other = cast.mention()
    with pytest.raises(NotNow):
        file_mention(by=person, mention=other, seen=other.token, measure=measure)


def test_an_auditor_files_nothing() -> None:
    mention = cast.mention()
    with pytest.raises(NotAllowed):
        file_mention(by=cast.person("auditor"), mention=mention, seen=mention.token, measure=cast.measure())
    with pytest.raises(NotAllowed):
        unfile_mention(by=cast.person("auditor"), mention=mention, seen=mention.token)


def test_a_figure_falls_into_the_phase_of_its_date() -> None:
    measure = cast.measure()
    Phase.objects.create(measure=measure, n=1, starts="2031-01-01", reason="The year began.")
    later = Phase.objects.create(measure=measure, n=2, starts="2031-05-01", reason="The count began anew.")
    mention = cast.mention()
    figure = file_mention(by=cast.person(), mention=mention, seen=mention.token, measure=measure)
    assert figure.state.phase == later


# --- taking out -----------------------------------------------------------------------------------


def test_a_figure_left_without_words_stands_under_no_measure() -> None:
    figure = filed.figure(cast.measure(), 60)
    lead = figure.state.lead_mention
    lead = unfile_mention(by=cast.person(), mention=lead, seen=lead.token)
    assert (lead.state, lead.figure) == ("accepted", None)
    assert Figure.objects.get().state.measure is None


def test_a_used_figure_keeps_its_measure_and_falls() -> None:
    figure = cast.signed(filed.figure(cast.measure(), 60, n_published_uses=1))
    lead = figure.state.lead_mention
    unfile_mention(by=cast.person(), mention=lead, seen=lead.token)
    figure.refresh_from_db()
    assert figure.state.measure is not None
    assert (figure.status, figure.state.lead_mention) == ("unreviewed", None)


def test_words_filed_under_a_figure_that_lost_its_own_lead_it_from_then_on() -> None:
    figure = filed.figure(cast.measure(), 60, n_published_uses=1)
    lead = unfile_mention(by=cast.person(), mention=(was := figure.state.lead_mention), seen=was.token)
    file_mention(by=cast.person(), mention=lead, seen=lead.token, figure=figure)
    assert Figure.objects.get().state.lead_mention == lead


def test_another_mention_leads_when_the_leading_one_goes() -> None:
    figure = filed.figure(cast.measure(), 60)
    echo = cast.mention(state="accepted", figure=figure)
    lead = figure.state.lead_mention
    unfile_mention(by=cast.person(), mention=lead, seen=lead.token)
    assert Figure.objects.get().state.lead_mention == echo


@pytest.mark.parametrize(("status", "n"), [("unreviewed", 1), ("attributed", 2)])
def test_taking_an_echo_away_changes_only_a_signed_figure(status: str, n: int) -> None:
    figure = filed.figure(cast.measure(), 60)
    if status != "unreviewed":
        cast.signed(figure, status)
    echo = cast.mention(state="accepted", figure=figure)
    unfile_mention(by=cast.person(), mention=echo, seen=echo.token)
    assert Figure.objects.get().state.n == n


def test_a_protected_figure_stays_hidden_when_its_last_words_are_taken_away() -> None:
    hidden = cast.document("It was said that exact 60 60 people were brought ashore.", is_protected=True)
    figure = filed.figure(cast.measure(), 60, document=hidden)
    lead = figure.state.lead_mention
    unfile_mention(by=cast.person(), mention=lead, seen=lead.token)
    assert not Figure.objects.visible_to(cast.person("contributor")).exists()


# --- proposals ------------------------------------------------------------------------------------


def test_the_same_voice_elsewhere_is_an_echo_and_in_the_same_text_a_repeat(watch: Source) -> None:
    document = cast.document("More than 60 people were brought ashore. Yes: more than 60 people.")
    measure = cast.measure("People brought ashore")
    first = cast.mention(document, "More than 60")
    figure = file_mention(by=cast.person(), mention=first, seen=first.token, measure=measure)
    repeat, echo = cast.mention(document, "more than 60"), cast.mention()
    for mention, relation in ((repeat, "repeat"), (echo, "echo")):
        best = proposals(mention, by=cast.person())[0]
        assert (best.figure, best.relation) == (figure, relation)
        assert "more than 60 people" in best.why


def test_another_voice_that_agrees_is_a_corroboration_with_a_figure_of_its_own(watch: Source) -> None:
    measure = cast.measure("People brought ashore")
    filed.figure(measure, 60, comparator="more_than", originator=cast.source("Port Office"))
    best = proposals(cast.mention(), by=cast.person())[0]
    assert (best.figure, best.measure, best.relation, best.originator) == (
        None,
        measure,
        "corroboration",
        watch,
    )


def test_words_of_any_sentence_propose_no_measure() -> None:
    assert stems("were still moved off the island since") == {"moved", "island"}


def test_an_unlike_value_date_or_measure_is_not_proposed_as_the_same(watch: Source) -> None:
    measure = cast.measure("People brought ashore")
    filed.figure(measure, 40, originator=watch)
    filed.figure(measure, 60, as_of="2031-05-02", originator=watch)
    filed.figure(cast.measure("Detained"), 60, originator=watch)
    assert [(one.figure, one.measure) for one in proposals(cast.mention(), by=cast.person())] == [
        (None, measure)
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("more_than", 120), ("at_least", 4), False),
        (("more_than", 80), ("exact", 80), True),
        (("about", 60), ("exact", 58), True),
        (("about", 60), ("exact", 40), False),
        (("exact", 60), ("exact", 61), False),
        (("vague", 24), ("exact", 40), False),
    ],
)
def test_one_statement_is_more_than_two_values_that_agree(
    a: tuple[str, int], b: tuple[str, int], expected: bool
) -> None:
    one, other = (checked(comparator=comparator, low=low) for comparator, low in (a, b))
    assert says_same(one, other) is says_same(other, one) is expected


def test_what_one_document_says_of_two_things_is_not_taken_for_one(watch: Source) -> None:
    document = cast.document(
        "At least 4 teachers were killed in the raids, and more than 120 teachers were held there."
    )
    killed, held = cast.measure("Teachers killed in the raids"), cast.measure("Teachers held in the raids")
    first = cast.mention(document, "At least 4", low=4, comparator="at_least", counted="teachers")
    file_mention(by=cast.person(), mention=first, seen=first.token, measure=killed)
    other = cast.mention(document, "more than 120", low=120, counted="teachers")
    add_reading(other, replace(words_of(other.reading), predicate=""), by=cast.person())
    (proposal,) = proposals(other, by=cast.person())
    assert (proposal.measure, proposal.figure) == (held, None)


def test_a_bare_number_repeats_what_its_own_document_says_and_no_other(watch: Source) -> None:
    document = cast.document("More than 60 people were brought ashore. Of the 60 people, most were well.")
    first = cast.mention(document, "More than 60")
    figure = file_mention(by=cast.person(), mention=first, seen=first.token, measure=cast.measure("Ashore"))
    bare = {"low": 60, "high": 60, "comparator": "exact", "by": ["she"]}
    here = cast.mention(document, "60 people, most", **bare)
    elsewhere = cast.mention(cast.document("Of the 60 people, most were well."), "60", **bare)
    for mention in (here, elsewhere):
        add_reading(
            mention, replace(words_of(mention.reading), predicate="", counted="people"), by=cast.person()
        )
    assert [one.figure for one in proposals(here, by=cast.person())] == [figure]
    assert proposals(elsewhere, by=cast.person()) == []


def test_the_noun_alone_proposes_nothing() -> None:
    cast.measure("People")
    assert proposals(cast.mention(), by=cast.person()) == []


def test_proposing_asks_the_database_as_often_for_twenty_figures_as_for_one(watch: Source) -> None:
    measure, person, mention = cast.measure("People brought ashore"), cast.person(), cast.mention()
    counts = []
    assert person.roles  # read once per person, not per page
    for many in (1, 19):
        for n in range(many):
            filed.figure(measure, 61 + n, originator=cast.source(f"Party {many}.{n}"))
        with CaptureQueriesContext(connection) as asked:
            proposals(Mention.objects.get(pk=mention.pk), by=person)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_whoever_named_another_publisher_is_a_maker_of_what_the_document_says_itself(db: None) -> None:
    mention = cast.mention(by=[])
    reviewer, port = cast.person("reviewer"), cast.source("Port of Ansel", "official")
    describe_document(by=reviewer, document=mention.document, seen=token(mention.document), publisher=port)
    mention = Mention.objects.get(pk=mention.pk)
    made = file_mention(by=reviewer, mention=mention, seen=mention.token, measure=cast.measure())
    assert made.state.originator == port
    assert list(made.hands.values_list("person", "what")) == [(reviewer.pk, "originator")]


def test_tying_the_proposed_publisher_to_its_party_is_no_making(db: None) -> None:
    mention = cast.mention(by=[])
    Provenance.objects.create(document=mention.document, position=0, role="published", words="Port of Ansel")
    reviewer, port = cast.person("reviewer"), cast.source("Port of Ansel", "official")
    describe_document(by=reviewer, document=mention.document, seen=token(mention.document), publisher=port)
    mention = Mention.objects.get(pk=mention.pk)
    made = file_mention(by=reviewer, mention=mention, seen=mention.token, measure=cast.measure())
    assert not made.hands.exists()
