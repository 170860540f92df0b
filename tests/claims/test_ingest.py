"""The shell's door: a line a document, refusals in one line each, the rest goes in all the same."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from reviewers.models import Reviewer
from sources.models import Capture, Document
from tests import cast

pytestmark = pytest.mark.django_db

STORY = "They leave\n\nposted 18 May 2031 by Ansel Post\n\nMore than 60 people were brought ashore."


@pytest.fixture
def story(tmp_path: Path) -> str:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    return str(file)


def ingest(*paths: str, **options: Any) -> tuple[str, str, int]:
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("ingest", *paths, stdout=out, stderr=err, **options)
    except SystemExit as end:
        status = int(str(end.code))
    return out.getvalue(), err.getvalue(), status


def test_a_file_goes_in_by_the_machine_with_a_line_that_says_what_came_of_it(story: str) -> None:
    out, err, status = ingest(story)
    document = Document.objects.get()
    assert out == f"{document.uid} · They leave · 2031-05-18 · 1 figure\n" and (err, status) == ("", 0)
    assert Capture.objects.get().by == Reviewer.objects.machine()
    assert Capture.objects.get().file_name == "story.txt" and Capture.objects.get().how == "command"


def test_as_json_each_document_is_one_object(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        "\n\n\n".join(
            f"Entry {n}: more than {n} people were brought ashore at Port Ansel that day."
            for n in (60, 70, 80)
        )
    )
    out, err, status = ingest(str(file), json=True)
    rows = [json.loads(line) for line in out.splitlines()]
    assert (err, status) == ("", 0) and len(rows) == 4
    assert [row["n_mentions"] for row in rows[1:]] == [1, 1, 1]
    assert {row["parent"] for row in rows[1:]} == {rows[0]["document"]}
    assert rows[0].keys() >= {
        "file",
        "capture",
        "document",
        "title",
        "published",
        "language",
        "already_here_since",
        "notes",
    }


def test_the_same_file_again_says_since_when_it_is_here(story: str) -> None:
    ingest(story)
    out, _, status = ingest(story)
    assert "already here since" in out and status == 0
    assert Document.objects.count() == 1 and Capture.objects.count() == 2


def test_what_cannot_go_in_is_named_in_one_line_and_the_rest_goes_in(story: str, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    out, err, status = ingest(
        "https://ansel.example/story", str(pdf), str(tmp_path / "none.txt"), str(tmp_path), story
    )
    assert status == 1 and len(out.splitlines()) == 1
    lines = err.splitlines()
    assert len(lines) == 4
    assert "save it as a web page" in lines[0] and "PDF" in lines[1]
    assert "No such file" in lines[2] and "directory" in lines[3]
    assert Document.objects.count() == 1


def test_a_bad_date_is_refused_for_each_path(story: str) -> None:
    _, err, status = ingest(story, published="03/04/2031")
    assert status == 1 and "2031-05-17" in err and not Document.objects.exists()


def test_it_acts_for_the_named_account_and_only_where_that_one_may(story: str) -> None:
    cast.person("contributor", "Mara")
    ingest(story, by="mara")
    assert Capture.objects.get().by == Reviewer.objects.get(folded="mara")
    cast.person("auditor", "Ove")
    assert ingest(story, by="ove")[2] == 1
    with pytest.raises(CommandError, match="no open account"):
        ingest(story, by="nobody")


def test_a_protected_document_is_named_by_its_uid_alone(story: str) -> None:
    for as_json in (False, True):
        out, err, _ = ingest(story, protected=True, json=as_json)
        assert str(Document.objects.get().uid) in out and Document.objects.get().is_protected
        assert "They" not in out + err and "story" not in out + err


def test_X06_control_characters_of_a_title_never_reach_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Sixty\x1b[2J leave\n\nMore than 60 people were brought ashore.")
    assert "\x1b" not in ingest(str(file))[0]
    assert "\x1b" not in ingest("no\x1b[2Jne.txt")[1]


def test_what_is_typed_on_the_command_line_stands(story: str) -> None:
    ingest(story, publisher="Rights in Marrow", published="2031-05-19", language="en")
    document = Document.objects.get()
    assert (document.published_edtf, document.language) == ("2031-05-19", "en")
    assert document.provenance.get(role="published").words == "Rights in Marrow"


def test_reread_says_what_it_did(story: str) -> None:
    ingest(story)
    out = io.StringIO()
    call_command("reread", stdout=out)
    assert out.getvalue() == "1 documents read: 0 proposals read anew, 0 added, 0 set aside.\n"
    out = io.StringIO()
    call_command("reread", str(Document.objects.get().uid), json=True, stdout=out)
    assert json.loads(out.getvalue()) == {"n_documents": 1, "n_replaced": 0, "n_added": 0, "n_gone": 0}
    for unknown in ("x", "00000000-0000-4000-8000-000000000000"):
        with pytest.raises(CommandError, match="no document"):
            call_command("reread", unknown)
