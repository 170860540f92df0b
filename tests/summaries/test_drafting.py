"""Writing a summary: revisions only grow, stale forms are refused, figures come from the record."""

import pytest

from ledger.models import Entry
from summaries import drafting, review
from summaries.errors import BadBody, NotAllowed, OutOfDate
from summaries.models import Summary
from tests import cast
from tests.summaries.conftest import Desk


def test_a_new_summary_holds_its_headline_and_nothing_else(desk: Desk) -> None:
    summary = drafting.create_summary(
        by=desk.editor, topic=desk.topic, headline="Ashore at <b>Port</b> Ansel"
    )
    assert (summary.slug, summary.state) == ("ashore-at-port-ansel", Summary.State.DRAFT)
    assert summary.current_revision is not None
    assert (summary.current_revision.headline, summary.current_revision.n) == ("Ashore at Port Ansel", 1)
    assert Entry.objects.latest("seq").act == "summaries.create_summary"


def test_only_an_editor_writes(desk: Desk) -> None:
    summary = desk.write()
    for role in ("contributor", "reviewer", "publisher", "auditor", "administrator"):
        with pytest.raises(NotAllowed):
            desk.save(summary, "<p>x</p>", by=cast.person(role))


def test_two_summaries_of_one_headline_have_two_addresses(desk: Desk) -> None:
    first, second = (desk.write() for _ in range(2))
    assert first.slug != second.slug
    with pytest.raises(BadBody, match="taken"):
        drafting.create_summary(by=desk.editor, topic=desk.topic, headline="x", slug=first.slug)


def test_a_saved_text_prints_its_figures_from_the_record(desk: Desk) -> None:
    revision = desk.write().current_revision
    assert revision is not None
    assert ">more than 60 people</data>" in revision.body
    use = revision.uses.get()
    assert (use.figure, use.state, use.printed) == (desk.figure, desk.figure.state, "more than 60 people")


def test_a_figure_this_editor_may_not_know_of_is_refused(desk: Desk) -> None:
    with pytest.raises(BadBody, match="not on record"):
        desk.write('<p><data data-figure="3f6c0a52-7c0e-4a5e-9f0e-0d4b1f6a7c11">9</data></p>')


def test_W13_the_second_of_two_editors_gets_both_texts(desk: Desk) -> None:
    summary = desk.write("<p>First words.</p>")
    seen = summary.current_revision.n  # type: ignore[union-attr]
    drafting.save_revision(
        by=desk.editor, summary=summary, seen=seen, headline="H", standfirst="", body="<p>Mine.</p>"
    )
    with pytest.raises(OutOfDate) as refusal:
        drafting.save_revision(
            by=cast.person("editor"),
            summary=summary,
            seen=seen,
            headline="H",
            standfirst="",
            body="<p>Yours.</p>",
        )
    assert (refusal.value.yours["body"], refusal.value.now["body"]) == ("Yours.", "Mine.")
    summary.refresh_from_db()
    assert summary.current_revision.body == "<p>Mine.</p>"  # type: ignore[union-attr]


def test_the_same_words_make_no_revision(desk: Desk) -> None:
    summary = desk.write()
    before = summary.current_revision
    assert desk.save(summary, desk.sentence()) == before


def test_saving_voids_the_approval_and_goes_back_to_draft(desk: Desk) -> None:
    summary = desk.write()
    approval = desk.approve(summary)
    desk.save(summary, "<p>Other words.</p>")
    approval.refresh_from_db()
    summary.refresh_from_db()
    assert (approval.void_reason, summary.state) == ("edited", Summary.State.DRAFT)


def test_draft_uses_are_counted_while_the_text_is_unpublished(desk: Desk) -> None:
    def counts() -> tuple[int, int]:
        desk.figure.refresh_from_db()
        return desk.figure.n_draft_uses, desk.figure.n_published_uses

    summary = desk.write()
    assert counts() == (1, 0)
    desk.publish(summary)
    assert counts() == (0, 1)
    desk.save(summary, desk.sentence() + "<p>More.</p>")
    assert counts() == (1, 1)
    desk.save(summary, "<p>Without it.</p>")
    assert counts() == (0, 1)


def test_a_mark_stays_while_its_words_stay_and_covers_no_other_number(desk: Desk) -> None:
    summary = desk.write("<p>Nine lives of a harbour.</p>")
    seen = summary.current_revision.n  # type: ignore[union-attr]
    drafting.mark_not_figure(
        by=desk.editor,
        summary=summary,
        seen=seen,
        field="body",
        quote="Nine",
        nth=1,
        reason="idiom",
        note="a cat's",
    )
    kept = desk.save(summary, "<p>A new beginning.</p><p>Nine lives of a harbour.</p>")
    assert [mark.quote for mark in kept.not_figures.all()] == ["Nine"]
    lost = desk.save(summary, "<p>Nine people of a harbour.</p>")
    assert list(lost.not_figures.all()) == []


def test_a_mark_on_words_that_are_not_there_is_refused(desk: Desk) -> None:
    summary = desk.write("<p>No number.</p>")
    with pytest.raises(BadBody, match="does not stand there"):
        drafting.mark_not_figure(
            by=desk.editor, summary=summary, seen=2, field="body", quote="nine", nth=1, reason="idiom"
        )


@pytest.mark.parametrize(
    ("after", "html"),
    [
        (0, "<p>{node}</p><p>One.</p><p>Two</p>"),
        (1, "<p>One {node}.</p><p>Two</p>"),
        (2, "<p>One.</p><p>Two {node}</p>"),
    ],
)
def test_a_figure_goes_in_without_script(desk: Desk, after: int, html: str) -> None:
    summary = desk.write("<p>One.</p><p>Two</p>")
    revision = drafting.insert_figure(
        by=desk.editor, summary=summary, seen=2, figure=desk.figure, wording="number", after_paragraph=after
    )
    node = f'<data data-figure="{desk.figure.uid}" data-wording="number">more than 60</data>'
    assert revision.body == html.format(node=node)


def test_inserting_into_a_paragraph_that_is_gone_is_refused(desk: Desk) -> None:
    summary = desk.write("<p>One.</p>")
    with pytest.raises(BadBody, match="no such paragraph"):
        drafting.insert_figure(
            by=desk.editor, summary=summary, seen=2, figure=desk.figure, wording="full", after_paragraph=7
        )


def test_S16_a_tag_in_a_headline_or_a_note_is_only_text(desk: Desk) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    summary = desk.write(f"<p>{nasty}Words</p>", headline=f"Head{nasty}")
    assert summary.current_revision is not None
    assert (summary.current_revision.headline, summary.current_revision.body) == ("Head", "<p>Words</p>")
    review.submit(by=desk.editor, summary=summary, seen=2)
    review.request_changes(by=desk.publisher, summary=summary, seen=2, note=nasty)
    assert Entry.objects.latest("seq").detail.words["note"] == nasty


def test_an_address_holds_no_number_that_could_fall(desk: Desk) -> None:
    made = {
        "More than sixty ashore at Port Ansel in 2031": "ashore-at-port-ansel-in-2031",
        f"{desk.node()} ashore, Harbour Watch says": "ashore-harbour-watch-says",
    }
    for headline, slug in made.items():
        assert drafting.create_summary(by=desk.editor, topic=desk.topic, headline=headline).slug == slug
    with pytest.raises(BadBody, match="without a number"):
        drafting.create_summary(by=desk.editor, topic=desk.topic, headline="Ashore", slug="60-people-ashore")
