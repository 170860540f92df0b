"""`manage.py extract`: paths in, JSON lines out, no database."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command


def run(*args: str) -> list[dict]:
    out = io.StringIO()
    call_command("extract", *args, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_prints_one_object_for_each_figure_in_the_agreed_order(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\ufeffMore than 60 sailors were moved; 27 found shelter.", "utf-8")
    rows = run(str(path), "--published", "2031-05-06")
    assert [row["quote"] for row in rows] == ["More than 60", "27"]
    assert list(rows[0])[:8] == ["file", "id", "start", "end", "quote", "low", "high", "comparator"]
    assert (rows[0]["start"], rows[0]["id"], rows[0]["as_of"]) == (0, None, "2031-05-06")


def test_it_reads_many_documents_from_a_jsonl_file_and_carries_their_ids(tmp_path):
    path = tmp_path / "docs.jsonl"
    docs = [
        {"id": "a", "published": "2031-05-06", "text": "Nine boats sank."},
        {"id": "b", "text": "No news."},
    ]
    path.write_text("\n".join(map(json.dumps, docs)), "utf-8")
    assert [(row["id"], row["low"], row["as_of"]) for row in run(str(path))] == [("a", 9, "2031-05-06")]


def test_it_reads_standard_input(monkeypatch):
    class Input:
        buffer = io.BytesIO("Погибли трое.".encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert [row["low"] for row in run("-")] == [3]


def test_it_writes_decimals_whole_and_without_exponent(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The dam holds 12345678901234567.89 litres, 0.0000001 of it clean.", "utf-8")
    out = io.StringIO()
    call_command("extract", str(path), stdout=out)
    assert '"low": 12345678901234567.89,' in out.getvalue()
    assert "E" not in out.getvalue().split('"counted"')[0]


def test_it_names_every_path_that_failed_in_one_line_and_reads_the_others(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Nine boats sank.", "utf-8")
    bad.write_bytes(b"\xff\xfe\xff")
    out = io.StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("extract", str(bad), str(tmp_path / "none.txt"), str(good), stdout=out)
    assert json.loads(out.getvalue())["low"] == 9
    assert (
        "bad.txt" in str(refused.value)
        and "none.txt" in str(refused.value)
        and "\n" not in str(refused.value)
    )


def test_it_reads_the_text_of_a_page(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<!DOCTYPE html><html><body><p>Nine <b>boats</b> sank.</p></body></html>", "utf-8")
    assert [(row["low"], row["counted"]) for row in run(str(path))] == [(9, "boats")]


def test_it_explains_which_pass_decided_what(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("At least nine sailors drowned under Article 5, police said.", "utf-8")
    out = io.StringIO()
    call_command("extract", str(path), "--explain", stdout=out)
    words = out.getvalue()
    assert "comparators: at_least" in words and "counted: sailors" in words and "attribution: police" in words
    assert "no figure: law" in words


def test_a_second_reader_adds_its_rows_on_the_command_line(tmp_path, settings):
    settings.SECOND_READER = "tests.claims.second_readers:trio"
    path = tmp_path / "a.txt"
    path.write_text("Nine boats sank, a trio returned.")
    rows = run(str(path))
    assert [(row["quote"], row["reader"]) for row in rows] == [
        ("Nine", "grammar 1"),
        ("a trio", "tests.claims.second_readers:trio"),
    ]
    assert rows[1]["flags"] == ["second_reader"]


@pytest.mark.parametrize(
    ("name", "says"),
    [("tests.claims.second_readers:breaks", "failed"), ("tests.claims.second_readers:nowhere", "loaded")],
)
def test_a_second_reader_that_fails_loses_no_row_and_is_told(tmp_path, settings, name, says):
    settings.SECOND_READER = name
    path = tmp_path / "a.txt"
    path.write_text("Nine boats sank, a trio returned.")
    out = io.StringIO()
    with pytest.raises(CommandError, match=says):
        call_command("extract", str(path), stdout=out)
    assert [json.loads(line)["quote"] for line in out.getvalue().splitlines()] == ["Nine"]
