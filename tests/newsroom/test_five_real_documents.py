"""The five real documents, where they stand beside the checkout, from bytes to print. Nothing of them is kept here:
texts, names, dates and places are read from their folders when the test runs.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client

from claims.bring_in import bring_in
from claims.filing import file_mention
from claims.measures import create_measure, create_topic
from claims.models import Figure, Finding, Measure, Mention
from claims.printing import printed
from claims.redate import redate
from newsroom.witnesses import all_problems
from reviewers.models import Reviewer
from reviewers.people import create_person, first_administrator
from reviewers.sign import EvidenceItem, sign
from sources.describe import token
from sources.models import Document, Source
from sources.parties import create_source
from summaries.drafting import create_summary, save_revision
from summaries.gate import check
from summaries.models import Summary
from summaries.publish import publish
from summaries.review import approve, submit
from tests.conftest import SEEDS

pytestmark = [pytest.mark.seeds, pytest.mark.django_db]
GOLD = Path(os.environ.get("GOLD_DIR") or SEEDS.parent / "gold")
# What is counted, by a word of the gold reading's own name for it.
MEASURES = {
    "asked": ("People who asked for help", "person", "people"),
    "evacuated from": ("People brought out of the region", "person", "people"),
    "evacuees who left": ("People brought out who left the country", "person", "people"),
    "men detained": ("Men detained", "man", "men"),
    "men killed": ("Men killed", "man", "men"),
    "visas": ("Evacuees given visas", "person", "people"),
}
LISTINGS, STATEMENT = ("000", "002"), "004"


class Row(NamedTuple):
    """One figure of the gold reading: where it stands and what it counts. No words."""

    fid: str
    doc: str
    start: int
    end: int
    measure: str
    who: str


class Desk(NamedTuple):
    people: dict[str, Reviewer]
    documents: dict[str, list[Document]]
    measures: dict[str, Measure]
    figures: dict[str, Figure]


def rows() -> Iterator[Row]:
    publishers = {name[:3]: facts["publisher"].split(" (")[0] for name, facts in facts_of_documents().items()}
    for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        key = next((key for key in MEASURES if key in row["measure"]), None)
        if row["scored"] and key:
            who = row["attribution"][-1] if row["attribution"] else publishers[row["id"]]
            yield Row(row["fid"], row["id"], row["start"], row["end"], key, who)


def facts_of_documents() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((GOLD / "documents.json").read_text("utf-8"))
    return facts


@pytest.fixture
def desk() -> Desk:
    people = _hire()
    documents = {
        path.name[:3]: _brought_in(path, people["contributor"]) for path in sorted(SEEDS.glob("*.txt"))
    }
    return Desk(people, documents, _measures(people["editor"]), {})


def _hire() -> dict[str, Reviewer]:
    roles = {"contributor": "contributor", "editor": "editor", "publisher": "publisher"}
    roles |= {"first": "reviewer", "second": "reviewer"}
    chief = first_administrator(username="odd", name="Odd Keller", password="twelve-boats-at-night")
    return {
        name: create_person(by=chief, username=name, name=name.title(), roles=[role])
        for name, role in roles.items()
    }


def _brought_in(path: Path, by: Reviewer) -> list[Document]:
    publisher = facts_of_documents()[path.name]["publisher"].split(" (")[0]
    arrived = bring_in(
        by=by, content=path.read_bytes(), how="upload", file_name=path.name, publisher=publisher
    )
    return arrived.documents


def _measures(by: Reviewer) -> dict[str, Measure]:
    topic = create_topic(by=by, name="The region")
    return {
        key: create_measure(
            by=by, topic=topic, title=title, definition=f"{title}, counted from the beginning.", kind="cumulative",
            one=one, other=other,
        )
        for key, (title, one, other) in MEASURES.items()
    }  # fmt: skip


def mention_at(desk: Desk, row: Row) -> Mention | None:
    """What the reader found at the place of a row."""
    at = Mention.objects.filter(text=desk.documents[row.doc][0].text, start__lt=row.end, end__gt=row.start)
    return at.select_related("document").order_by("start").first()


def party(name: str, by: Reviewer) -> Source:
    known = Source.objects.named(name).first()
    return known or create_source(by=by, name=name, kind="organisation", reliability="C")


def date_the_parts(desk: Desk) -> None:
    """Let the editor date the entries of the listings that say no date themselves, as the gold reading places them."""
    by = desk.people["editor"]
    for name, facts in facts_of_documents().items():
        for item in facts["items"] if name[:3] in LISTINGS else ():
            part = next(
                (d for d in desk.documents[name[:3]][1:] if d.start <= item["start"] + 60 < d.end), None
            )
            if part is not None and not part.published_edtf and "date" in item:
                redate(by=by, document=part, published=item["date"], seen=token(part))


def file_everything(desk: Desk) -> None:
    """File every row whose number was found; the editor does, so that both reviewers may sign."""
    for row in rows():
        mention = mention_at(desk, row)
        if mention is None or mention.figure_id:
            continue
        desk.figures[row.fid] = file_mention(
            by=desk.people["editor"], mention=mention, seen=mention.token, measure=desk.measures[row.measure],
            originator=party(row.who, desk.people["first"]),
        )  # fmt: skip


def date_the_statement(desk: Desk) -> None:
    statement = desk.documents[STATEMENT][0]
    year_after = max(candidate.edtf for candidate in statement.date_candidates.filter(edtf__lt="2019"))
    redate(by=desk.people["editor"], document=statement, published=year_after, seen=token(statement))


def sign_some(desk: Desk) -> list[Figure]:
    """Sign a dated figure of each measure: one reviewer suffices for some, one figure is verified by both."""
    chosen = []
    for n, measure in enumerate(desk.measures.values()):
        of_it = Figure.objects.with_state().filter(current_state__measure=measure).order_by("id")
        figure = next(
            (one for one in of_it if one.state.as_of_edtf and one.state.comparator != "vague"), None
        )
        if figure is not None:
            signers = ("first", "second") if n == 0 else (("first", "second")[n % 2],)
            for name in signers:
                _sign(figure, desk.people[name], "verified" if n == 0 else "attributed")
            chosen.append(figure)
    return chosen


def _sign(figure: Figure, by: Reviewer, status: str) -> None:
    sign(
        by=by, figure=figure, seen=figure.state.n, status=status, credibility=2, rationale="Read in the capture.",
        reason="primary_record" if status == "verified" else "own_words",
        evidence=[EvidenceItem(mention=figure.state.lead_mention)],
    )  # fmt: skip


def put_in_print(desk: Desk, figures: list[Figure]) -> Summary:
    editor, publisher = desk.people["editor"], desk.people["publisher"]
    sentences = [
        f'<p>{figure.state.originator} said it of <data data-figure="{figure.uid}" data-wording="full"></data>.</p>'
        for figure in figures
    ]
    summary = create_summary(
        by=editor, topic=desk.measures["asked"].topic, headline="What is known", slug="known"
    )
    save_revision(
        by=editor,
        summary=summary,
        seen=1,
        headline="What is known",
        standfirst="And on whose word.",
        body="".join(sentences),
    )
    summary.refresh_from_db()
    assert [(stop.code, stop.sentence) for stop in check(summary).stops if stop.code != "no_approval"] == []
    n = summary.current_revision.n if summary.current_revision else 0
    submit(by=editor, summary=summary, seen=n)
    approve(by=publisher, summary=summary, seen=n)
    publish(by=publisher, summary=summary, seen=n)
    return summary


def test_listings_are_cut_and_the_statement_without_a_year_gets_years_to_choose_from(desk: Desk) -> None:
    assert {name for name, documents in desk.documents.items() if len(documents) > 2} == set(LISTINGS)
    statement = desk.documents[STATEMENT][0]
    assert (statement.published_edtf, statement.published_earliest) == ("", None)
    candidates = list(statement.date_candidates.order_by("edtf").values_list("edtf", flat=True))
    assert len(candidates) >= 2
    assert len({edtf[4:] for edtf in candidates}) == 1  # one day, several years


def test_nearly_every_figure_is_found_where_it_stands(desk: Desk) -> None:
    wanted = list(rows())
    missed = [row.fid for row in wanted if mention_at(desk, row) is None]
    assert len(wanted) >= 25
    assert missed == []


def test_the_fall_of_those_who_left_is_found_without_help(desk: Desk) -> None:
    date_the_parts(desk)
    file_everything(desk)
    of_it = {"code": "falling_total", "figures__current_state__measure": desk.measures["evacuees who left"]}
    finding = Finding.objects.standing().filter(**of_it).distinct().get()
    first, second = (named.figure.state for named in finding.named.order_by("position"))
    assert finding.severity == "strong"
    assert first.low > second.low
    assert first.as_of_latest < second.as_of_earliest


def test_they_are_signed_and_printed_and_page_and_api_say_the_same(desk: Desk, client: Client) -> None:
    date_the_parts(desk)
    file_everything(desk)
    date_the_statement(desk)
    figures = sign_some(desk)
    assert len(figures) >= 4
    summary = put_in_print(desk, figures)
    page = client.get(f"/summaries/{summary.slug}/").content.decode()
    lines = printed(Figure.objects.with_state().filter(pk__in=[figure.pk for figure in figures]))
    for figure in figures:
        answer = client.get(f"/api/v1/figures/{figure.uid}").json()
        assert lines[figure.pk].number in page
        assert answer["status"] == lines[figure.pk].status
        assert answer["value"]["low"] == (
            None if figure.state.low is None else f"{figure.state.low.normalize():f}"
        )
    with transaction.atomic():
        assert [str(problem) for problem in all_problems()] == []
