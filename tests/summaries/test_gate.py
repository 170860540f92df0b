"""The gate: what stops publication, and what lets it pass."""

from typing import Any

import pytest

from claims.models import Figure, Finding, FindingFigure, MeasureWording
from reviewers.models import Evidence, Verdict
from sources.models import Alias, Capture
from sources.names import fold
from sources.parties import set_owner
from summaries import drafting, gate
from summaries.gate.figures import is_named
from summaries.gate.sentences import sentences
from tests import cast
from tests.claims import filed
from tests.summaries.conftest import Desk


def codes(summary: Any) -> list[str]:
    summary.refresh_from_db()
    return [stop.code for stop in gate.check(summary).stops if stop.code != gate.NO_APPROVAL]


def other(desk: Desk, status: str, **changes: Any) -> Figure:
    """Another figure of the same measure."""
    made = cast.figure(desk.figure.state.measure, originator=desk.party, **changes)
    if status == "superseded":
        made.superseded_by = desk.figure
    return made if status == "unreviewed" else cast.signed(made, status)


def test_a_signed_and_attributed_figure_passes(desk: Desk) -> None:
    assert codes(desk.write()) == []


def test_a_text_without_figures_passes_and_one_without_words_stops(desk: Desk) -> None:
    assert codes(desk.write("<p>Nobody counts here.</p>")) == []
    assert codes(drafting.create_summary(by=desk.editor, topic=desk.topic, headline="Bare")) == ["no_body"]


@pytest.mark.parametrize(
    ("status", "code"),
    [("unreviewed", "no_signature"), ("unverifiable", "not_printable"), ("false", "not_printable")],
)
def test_what_nobody_signed_or_nobody_could_check_stops(desk: Desk, status: str, code: str) -> None:
    assert codes(desk.write(f"<p>Harbour Watch said {desk.node(other(desk, status))}.</p>")) == [code]


def test_a_verified_figure_needs_no_attribution(desk: Desk) -> None:
    assert codes(desk.write(f"<p>In all {desk.node(other(desk, 'verified'))} came.</p>")) == []


def test_an_attributed_figure_needs_its_party_in_the_same_sentence(desk: Desk) -> None:
    assert codes(desk.write(f"<p>Harbour Watch counts. By then {desk.node()} had come.</p>")) == [
        "no_attribution"
    ]
    assert codes(desk.write(f"<p>By then {desk.node()} had come, said Harbour  WATCH.</p>")) == []


def test_an_alias_attributes_and_a_protected_name_does_not(desk: Desk) -> None:
    Alias.objects.create(source=desk.party, name="the Watch", folded=fold("the Watch"))
    summary = desk.write(f"<p>Then {desk.node()} came, said the Watch.</p>")
    assert codes(summary) == []
    desk.party.is_protected, desk.party.public_label = True, "a harbour worker"
    desk.party.save()
    assert codes(summary) == ["no_attribution", "names_protected"]
    assert codes(desk.write(f"<p>Then {desk.node()} came, said a harbour worker.</p>")) == []


@pytest.mark.parametrize("field", ["headline", "standfirst", "body"])
def test_E08_words_that_name_a_protected_party_stop_wherever_they_stand(desk: Desk, field: str) -> None:
    cast.source("Quillfeather Zambra", "person", is_protected=True, public_label="a nurse")
    words = "By <strong>Quillfeather</strong> Zambra's word"
    fields = {"headline": "Ashore", "standfirst": "", "body": desk.sentence(), field: f"<p>{words}</p>"}
    summary = desk.write(fields["body"], headline=fields["headline"])
    desk.save(summary, fields["body"], standfirst=fields["standfirst"])
    summary.refresh_from_db()
    (stop,) = [stop for stop in gate.check(summary).stops if stop.code == "names_protected"]
    assert stop.field == field and "Quillfeather" not in stop.sentence + stop.quote


def test_E08_words_that_lead_to_a_protected_document_stop(desk: Desk) -> None:
    hidden = cast.document("Kept inside.", is_protected=True, title="What the keeper wrote down")
    Capture.objects.create(
        blob=hidden.capture.blob,
        at=cast.NOON,
        how="address",
        address="https://keeper.example/diary",
        is_protected=True,
    )
    for words in (
        "Read “What the Keeper wrote down”",
        '<a href="https://keeper.example/diary#june">Read it</a>',
    ):
        assert codes(desk.write(f"{desk.sentence()}<p>{words}.</p>")) == ["leads_to_protected"]


def test_a_measure_worded_with_the_name_of_a_protected_party_stops(desk: Desk) -> None:
    cast.source("Quillfeather Zambra", "person", is_protected=True, public_label="a nurse")
    summary = desk.write()
    MeasureWording.objects.update(definition="People counted by Quillfeather Zambra.")
    assert codes(summary) == ["names_protected"]


@pytest.mark.parametrize(
    ("name", "sentence", "expected"),
    [
        ("Harbour Watch", "HARBOUR WATCH said so", True), ("Harbour Watch", "Harbour Watchers said so", False),
        ("Портовый дозор", "по словам Портового дозора", True), ("Портовый дозор", "по словам портье", False),
        ("“Lantern”", "Lantern said so", True),
    ],
)  # fmt: skip
def test_a_name_is_found_as_whole_words_and_in_russian_in_any_case(
    name: str, sentence: str, expected: bool
) -> None:
    assert is_named(name, sentence) is expected


def test_a_figure_without_an_originator_cannot_be_attributed(desk: Desk) -> None:
    nobody = cast.signed(cast.figure(desk.figure.state.measure))
    assert codes(desk.write(f"<p>Harbour Watch: {desk.node(nobody)}.</p>")) == ["no_originator"]


def test_a_disputed_figure_needs_the_other_value_in_its_paragraph(desk: Desk) -> None:
    disputed = other(desk, "disputed", low=9, comparator="exact")
    alone = f"<p>Harbour Watch said {desk.node()} came.</p><p>Others counted {desk.node(disputed)}.</p>"
    assert codes(desk.write(alone)) == ["one_side_only"]
    both = f"<p>Harbour Watch said {desk.node()} came. Others counted {desk.node(disputed)}.</p>"
    assert codes(desk.write(both)) == []


def test_a_disputed_figure_in_a_headline_has_to_be_called_so(desk: Desk) -> None:
    disputed = other(desk, "disputed", low=9, comparator="exact")
    second = other(desk, "disputed", low=15, comparator="exact")
    plain = desk.write("<p>Words.</p>", headline=f"From {desk.node(disputed)} to {desk.node(second)}")
    assert codes(plain) == ["no_label", "no_label"]
    said = desk.write(
        "<p>Words.</p>", headline=f"{desk.node(disputed)} or {desk.node(second)}: a disputed count"
    )
    assert codes(said) == []


def test_a_superseded_figure_needs_its_date(desk: Desk) -> None:
    dated = other(desk, "superseded")
    assert codes(desk.write(f"<p>First {desk.node(dated)}.</p>")) == []
    assert codes(desk.write("<p>Words.</p>", headline=f"First {desk.node(dated)}")) == ["no_date"]
    assert codes(desk.write("<p>Words.</p>", headline=f"{desk.node(dated)} in May 2031")) == []


@pytest.mark.parametrize("words", ["fifteen months", "27 boats", "dozens of people", "40 %", "3 of 4 ships"])
def test_a_bare_number_stops(desk: Desk, words: str) -> None:
    assert "bare_number" in codes(desk.write(f"<p>In all, {words} were seen.</p>"))


def test_a_bare_number_in_headline_or_standfirst_stops(desk: Desk) -> None:
    assert codes(desk.write("<p>Words.</p>", headline="Nine boats")) == ["bare_number"]
    summary = desk.write("<p>Words.</p>")
    desk.save(summary, "<p>Words.</p>", standfirst="After 12 boats")
    assert codes(summary) == ["bare_number"]


def test_dates_and_times_pass_and_are_listed_to_the_approver(desk: Desk) -> None:
    summary = desk.write("<p>On 17 May 2031 at 10:30 the harbour closed.</p>")
    found = gate.check(summary)
    assert [stop.code for stop in found.stops] == [gate.NO_APPROVAL]
    assert {passed.why for passed in found.passed_numbers} == {"date", "time"}


@pytest.mark.parametrize("words", ["In fifteen months nobody counted.", "Within 3 days it closed."])
def test_a_length_of_time_is_a_bare_number_and_no_date(desk: Desk, words: str) -> None:
    assert codes(desk.write(f"<p>{words}</p>")) == ["bare_number"]


def test_a_mark_lets_a_bare_number_pass_and_is_listed(desk: Desk) -> None:
    summary = desk.write("<p>A harbour with nine lives.</p>")
    drafting.mark_not_figure(
        by=desk.editor,
        summary=summary,
        seen=2,
        field="body",
        quote="nine",
        nth=1,
        reason="idiom",
        note="as cats have",
    )
    summary.refresh_from_db()
    found = gate.check(summary)
    assert [stop.code for stop in found.stops] == [gate.NO_APPROVAL]
    assert ("idiom", "as cats have", str(desk.editor)) in [
        (one.why, one.note, one.by) for one in found.passed_numbers
    ]


@pytest.mark.parametrize(
    "before, after", [("nearly ", ""), ("more than ", ""), ("", " million"), ("", "%"), ("over ", "")]
)
def test_words_that_change_a_number_stop(desk: Desk, before: str, after: str) -> None:
    html = f"<p>Harbour Watch said {before}{desk.node(wording='number')}{after} came.</p>"
    assert "altered_number" in codes(desk.write(html))


@pytest.mark.parametrize("severity, stops", [("strong", ["open_finding"]), ("medium", [])])
def test_a_strong_conflict_has_to_be_explained_before_print(
    desk: Desk, severity: str, stops: list[str]
) -> None:
    finding = Finding.objects.create(
        code="falling_total",
        key="k",
        severity=severity,
        sentence="The total falls.",
        facts_hash="x",
        opened_at=cast.NOON,
    )
    FindingFigure.objects.create(finding=finding, figure=desk.figure, position=0)
    summary = desk.write()
    assert codes(summary) == stops
    finding.closed_at, finding.closed_reason, finding.closed_by = cast.NOON, "revision", desk.editor
    finding.save()
    assert codes(summary) == []


@pytest.mark.parametrize("severity", ["strong", "medium"])
def test_it_leads_to_the_very_finding_and_an_editor_to_its_form(desk: Desk, severity: str) -> None:
    for n in range(2):
        finding = Finding.objects.create(
            code="falling_total", key=str(n), severity=severity, sentence="The total falls.", facts_hash="x",
            opened_at=cast.NOON,
        )  # fmt: skip
        FindingFigure.objects.create(finding=finding, figure=desk.figure, position=0)
    summary = desk.write()
    for person in (desk.editor, desk.publisher, None):
        found = gate.check(summary, person=person)
        mends = [one.mend for one in found.warnings] or [one.mends[0] for one in found.stops[:2]]
        last = mends[-1]
        named = last.args == (finding.uid,) if person == desk.editor else last.query[0][1] == str(finding.uid)
        assert named and (last.url_name == "claims:close-finding") == (person == desk.editor)


def test_a_measure_without_words_in_the_language_stops(desk: Desk) -> None:
    assert desk.figure.state.measure is not None
    summary = desk.write(language="ru")
    assert codes(summary) == ["no_words"]
    MeasureWording.objects.create(
        measure=desk.figure.state.measure,
        language="ru",
        title="Вывезено",
        definition="Вывезено людей.",
        many="человек",
    )
    assert codes(summary) == ["moved"]
    desk.save(summary, summary.current_revision.body)
    assert codes(summary) == []


def test_a_figure_that_moved_since_the_revision_was_saved_stops(desk: Desk) -> None:
    summary = desk.write()
    state = desk.figure.state
    state.pk, state.n, state.low = None, 2, 70
    state.save()
    Figure.objects.filter(pk=desk.figure.pk).update(current_state=state, status="unreviewed", signer_1=None)
    desk.figure.refresh_from_db()
    cast.signed(desk.figure)
    assert codes(summary) == ["moved"]
    desk.save(summary, desk.sentence())
    assert codes(summary) == []


def test_sentences_keep_initials_and_short_words_whole() -> None:
    text = "<p>Mr. A. Reed of St. Ives spoke. “It rose.” Then it fell.</p>"
    found = [one.text.strip() for one in sentences({"headline": "", "standfirst": "", "body": text})]
    assert found == ["Mr. A. Reed of St. Ives spoke.", "“It rose.”", "Then it fell."]


def test_the_gate_asks_the_same_number_of_queries_whatever_the_text(
    desk: Desk, django_assert_max_num_queries: Any
) -> None:
    def queries(n: int) -> int:
        figures = [other(desk, "attributed", low=low) for low in range(1, n + 1)]
        html = "".join(f"<p>Harbour Watch said {desk.node(figure)}.</p>" for figure in figures)
        summary = desk.write(html)
        with django_assert_max_num_queries(60) as context:
            gate.check(summary)
        return len(context.captured_queries)

    assert queries(2) == queries(12)


def test_a_noun_changed_after_the_revision_was_saved_stops_until_it_is_printed_anew(desk: Desk) -> None:
    summary = desk.write()
    MeasureWording.objects.filter(measure=desk.figure.state.measure).update(other="soldiers")
    assert codes(summary) == ["moved"]
    desk.save(summary, summary.current_revision.body)
    assert codes(summary) == []


@pytest.mark.parametrize("where", ["document", "mention"])
def test_W10_a_signature_on_a_document_withdrawn_since_stops(desk: Desk, where: str) -> None:
    summary, record = desk.write(), cast.document("The register of the port.", state="withdrawn")
    rests_on = {"document": record} if where == "document" else {"mention": cast.mention(record, "register")}
    Evidence.objects.create(verdict=Verdict.objects.get(), position=0, **rests_on)
    assert codes(summary) == ["no_evidence"]


def test_a_figure_verified_by_two_parties_that_are_one_house_by_now_stops(desk: Desk) -> None:
    party = cast.source("Pier Aid")
    one = filed.figure(desk.figure.state.measure, originator=desk.party)
    filed.figure(desk.figure.state.measure, originator=party)
    cast.signed(one, "verified", reason="two_originators")
    summary = desk.write(f"<p>In all {desk.node(one)} came.</p>")
    assert codes(summary) == []
    set_owner(by=cast.person("editor"), source=party, owner=desk.party)
    assert codes(summary) == ["one_voice"]


@pytest.mark.parametrize(
    "words",
    [
        "12<b>3</b>", "6<a href='https://example.org/'>0</a>", "1&#8203;234", "１２３", "١٢٣", "①", "Ⅻ", "½", "²³",
        "🔟", "十二", "twen\u00adty", "t\u2060en", "ｆｉｖｅ", "ﬁfty", "s\u0435ven", "6\ufe0f\u20e30", "&#x36;&#x30;",
        "sixty", "двадцать",
    ],
)  # fmt: skip
def test_Q03_a_bare_number_stops_however_it_is_dressed(desk: Desk, words: str) -> None:
    assert "bare_number" in codes(desk.write(f"<p>Then {words} people came.</p>"))


def test_words_of_another_script_that_count_nothing_pass(desk: Desk) -> None:
    assert codes(desk.write("<p>Портовый дозор and the café Λόγος said so, naïve or not.</p>")) == []
    assert codes(desk.write("<p>Так сказали в Harbour Watch.</p>", language="ru")) == []
