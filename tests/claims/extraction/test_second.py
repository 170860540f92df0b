"""A second reader, by itself: what it may add, and that nothing it does loses or changes what the grammar read."""

import json
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claims.extraction import DocumentFacts, read
from claims.extraction.second import FATAL, MAX_FIGURES, TROUBLES, SecondReaderFailed, add_second, hear, named
from claims.extraction.second.model import MAX_PIECES, PIECE_CHARACTERS, OpenAIReader, pieces
from tests.claims import second_readers as readers

TEXT = "Nine boats sank, a trio returned."
TRIO = {"quote": "a trio", "low": 3, "high": 3, "comparator": "exact", "kind": "count", "counted": "boats"}


def heard(reader: Any, text: str = TEXT) -> tuple[list[str], str]:
    """The quotes that were believed, and what went wrong."""
    found = hear(reader, text, DocumentFacts(), name="another")
    assert all(text[one.start : one.end] == one.quote for one in found.figures)
    assert all(one.confidence <= 0.3 and "second_reader" in one.flags for one in found.figures)
    return [one.quote for one in found.figures], found.trouble


def asked(answer: readers.Answer, text: str = TEXT, **changes: Any) -> tuple[list[str], str]:
    with readers.service(answer) as service:
        return heard(OpenAIReader(address=service.address, model="m", **changes), text)


# --- naming one ---------------------------------------------------------------------------------------


def test_no_name_is_no_reader() -> None:
    assert named("", address="", model="") is None
    assert named("tests.claims.second_readers:trio", address="", model="") is readers.trio


@pytest.mark.parametrize(
    "name", ["nowhere.at_all:it", "json:nothing", "json:__name__", "tests.claims.x:y", ":"]
)
def test_a_reader_that_is_not_there_is_named_as_such(name: str) -> None:
    with pytest.raises(SecondReaderFailed, match="not_loaded"):
        named(name, address="", model="")


def test_the_key_is_never_in_what_is_shown_of_a_reader() -> None:
    assert "hush" not in repr(OpenAIReader(address="http://127.0.0.1", model="m", key="hush"))


# --- what is believed ---------------------------------------------------------------------------------


def test_it_adds_its_own_and_replaces_nothing() -> None:
    found = hear(lambda text, facts: [readers.figure(text, "Nine"), readers.figure(text, "a trio")],
                 TEXT, DocumentFacts(), name="another")  # fmt: skip
    both = add_second(read(TEXT), found.figures)
    assert [(one.quote, one.reader, one.low) for one in both.figures] == [
        ("Nine", "grammar 1", 9),
        ("a trio", "another", 3),
    ]


LIES: list[dict[str, Any]] = [
    {"quote": "a dozen"},
    {"start": -3},
    {"end": 10_000},
    {"start": "0"},
    {"low": Decimal("NaN"), "high": None},
    {"low": Decimal("Infinity"), "high": None},
    {"low": Decimal(10) ** 20, "high": None},
    {"low": Decimal("1e-11"), "high": None},
    {"low": 3.0, "high": 3.0},
    {"low": "3", "high": "3"},
    {"low": Decimal(-3), "high": Decimal(-3)},
    {"low": None, "high": None},
    {"low": Decimal(3), "high": Decimal(4)},
    {"comparator": "between", "low": Decimal(5), "high": Decimal(3)},
    {"comparator": "roughly"},
    {"kind": "people"},
    {"counted": None},
    {"flags": [3]},
    {"flags": "odd"},
    {"as_of": 2031},
    {"as_of_basis": "guessed"},
    {"as_of_candidates": (2031,)},
    {"since": b"2031"},
    {"language": None},
    {"predicate": ["left"]},
    {"attribution": None},
    {"confidence": "high"},
]


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_what_cannot_be_so_is_left_out(lie: dict[str, Any]) -> None:
    assert heard(lambda text, facts: [readers.figure(text, "a trio", **lie)]) == ([], "")


@pytest.mark.parametrize("rows", [None, 7, "rows", [None, 3, {}, "a trio"], {"a": 1}], ids=repr)
def test_what_is_no_list_of_figures_adds_nothing(rows: Any) -> None:
    assert heard(lambda text, facts: rows)[0] == []


def test_what_is_surer_than_it_may_be_is_made_less_sure() -> None:
    for sure, kept in ((7.0, 0.3), (float("nan"), 0.0), (-1.0, 0.0), (0.1, 0.1)):
        found = hear(lambda text, facts, sure=sure: [readers.figure(text, "a trio", confidence=sure)],
                     TEXT, DocumentFacts(), name="another")  # fmt: skip
        assert found.figures[0].confidence == kept


def test_its_words_are_cut_and_hold_nothing_that_cannot_be_shown() -> None:
    bad = "bo\x00ats\u202e\ud800" + "s" * 5000
    (one,) = hear(lambda text, facts: [readers.figure(text, "a trio", counted=bad, reader="r\n" * 90)],
                  TEXT, DocumentFacts(), name="another").figures  # fmt: skip
    assert one.counted.startswith("bo ats ss") and len(one.counted) == 200
    assert one.counted.isprintable() and one.reader.isprintable() and len(one.reader) <= 40


def test_of_those_that_overlap_the_first_stands() -> None:
    assert heard(
        lambda text, facts: [readers.figure(text, q) for q in ("trio returned", "a trio", "trio")]
    ) == (
        ["a trio"],
        "",
    )


def test_who_names_ten_thousand_is_cut_short() -> None:
    text = "x " * 10_000
    many = [readers.figure(text, "x", start=2 * n, end=2 * n + 1) for n in range(10_000)]
    assert heard(lambda text, facts: many, text) == (["x"] * MAX_FIGURES, "too_many")


def test_a_reader_that_raises_adds_nothing() -> None:
    def half(text: str, facts: DocumentFacts) -> Any:
        yield readers.figure(text, "a trio")
        raise KeyError("gone")

    assert heard(readers.breaks) == ([], "broken")
    assert heard(half) == ([], "broken")


# --- a model behind an address ------------------------------------------------------------------------


def test_it_is_asked_by_http_and_its_rows_are_placed() -> None:
    with readers.service(readers.rows(TRIO)) as service:
        reader = OpenAIReader(address=service.address + "/", model="small-one", key="hush")
        (one,) = hear(reader, TEXT, DocumentFacts(), name="x").figures
    assert (one.quote, one.low, one.counted, one.reader) == ("a trio", 3, "boats", "model small-one")
    assert service.paths == ["/v1/chat/completions"] and service.texts == [TEXT]
    assert service.headers[0]["Authorization"] == "Bearer hush"


@pytest.mark.parametrize("wrap", ["{}", "```json\n{}\n```", "```\n{}```", '{{"figures": {}}}'])
def test_the_usual_wrappings_of_json_are_taken_off(wrap: str) -> None:
    assert asked(readers.says(wrap.format(json.dumps([TRIO])))) == (["a trio"], "")


BAD_ANSWERS: list[tuple[readers.Answer, str]] = [
    (readers.raw(b"", status=500), "refused"),
    (readers.raw(b"", status=404), "refused"),
    (readers.raw(b"[]", status=204), "refused"),
    (readers.raw(b"not json"), "not_understood"),
    (readers.raw(b"[" * 100_000), "not_understood"),
    (readers.raw(b'{"choices": []}'), "not_understood"),
    (readers.raw(b"\xff\xfe\x00"), "not_understood"),
    (readers.raw(b""), "not_understood"),
    (readers.says("I am sorry, there are no figures."), "not_understood"),
    (readers.says("[" * 100_000), "not_understood"),
    (readers.says('[{"quote": "a trio", "low": ' + "9" * 50_000), "not_understood"),
    (readers.raw(b'{"choices": [{"message": {"content": null}}]}'), "not_understood"),
    (readers.raw(b" " * (1024 * 1024 + 1)), "too_long"),
    (readers.raw(b"short", Content_Length="500"), "not_understood"),
]


@pytest.mark.parametrize(("answer", "trouble"), BAD_ANSWERS, ids=range(len(BAD_ANSWERS)))
def test_an_answer_that_is_none_adds_nothing_and_is_told(answer: readers.Answer, trouble: str) -> None:
    assert asked(answer, timeout_s=5) == ([], trouble)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_is_sent_after_a_redirect(status: int) -> None:
    with readers.service(readers.rows(TRIO)) as elsewhere:
        away = readers.raw(b"", status=status, Location=f"{elsewhere.address}/chat/completions")
        assert asked(away) == ([], "redirected")
    assert elsewhere.texts == []


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with readers.service(readers.rows(TRIO)) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address)
        assert asked(readers.rows(TRIO)) == (["a trio"], "")
    assert proxy.texts == []


@pytest.mark.parametrize(
    "answer", [readers.drips, lambda handler, text: time.sleep(3)], ids=["drips", "silent"]
)
def test_who_is_slow_is_not_waited_for(answer: readers.Answer) -> None:
    began = time.monotonic()
    assert asked(answer, timeout_s=0.5) == ([], "slow")
    assert time.monotonic() - began < 2.5


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    assert asked(readers.pours, timeout_s=20) == ([], "too_long")


def test_who_is_not_there_is_unreachable() -> None:
    with readers.service(readers.rows()) as service:
        pass
    assert heard(OpenAIReader(address=service.address, model="m", timeout_s=2)) == ([], "unreachable")
    assert heard(OpenAIReader(address="ftp://127.0.0.1", model="m")) == ([], "unreachable")


def test_nothing_is_asked_when_the_time_is_over() -> None:
    with readers.service(readers.rows(TRIO)) as service:
        reader = OpenAIReader(address=service.address, model="m", ends_at=time.monotonic() - 1)
        assert heard(reader) == ([], "slow")
    assert service.texts == []


ROW_LIES: list[dict[str, Any]] = [
    {"quote": "a dozen"}, {"quote": ""}, {"quote": None}, {"quote": ["a trio"]}, {"quote": "a trio" * 100},
    {"quote": "rio"}, {"low": "three"}, {"low": float("nan")}, {"low": float("inf"), "high": None}, {"low": True},
    {"low": [3]}, {"low": 1e300, "high": None}, {"low": "9" * 5000}, {"comparator": None}, {"kind": 7}, {"counted": 7},
    {"low": None, "high": None},
]  # fmt: skip


@pytest.mark.parametrize("lie", ROW_LIES, ids=lambda lie: str(lie)[:40])
def test_a_row_that_lies_is_left_out_and_the_others_stand(lie: dict[str, Any]) -> None:
    text = TEXT + " A brace of anchors was lost."
    brace = TRIO | {"quote": "A brace", "low": 2, "high": 2, "counted": "anchors"}
    assert asked(readers.rows(TRIO | lie, brace), text)[0] == ["A brace"]


def test_a_noun_the_text_does_not_have_was_made_up() -> None:
    with readers.service(readers.rows(TRIO | {"counted": "children"})) as service:
        reader = OpenAIReader(address=service.address, model="m")
        (one,) = hear(reader, TEXT, DocumentFacts(), name="x").figures
    assert one.counted == ""


@pytest.mark.parametrize(
    ("text", "quote", "is_there"),
    [
        ("They had 30 boats", "3", False), ("They had 1,300 boats", "300", False), ("It is 1.3 km", "3", False),
        ("It is 3km", "3", True), ("Some 3, no more", "3", True), ("It was 3.", "3", True),
        ("A trios", "A trio", False),
        ("It is 3. 5 stayed", "3", True), ("3", "3", True), ("и трое", "трое", True), ("втроем", "трое", False),
    ],
)  # fmt: skip
def test_a_quote_stands_whole_or_not_at_all(text: str, quote: str, is_there: bool) -> None:
    assert asked(readers.rows(TRIO | {"quote": quote}), text)[0] == ([quote] if is_there else [])


def test_the_same_words_twice_are_two_places() -> None:
    text = "A trio left; a trio returned, and a trio stayed."
    assert asked(readers.rows(TRIO, TRIO, TRIO), text)[0] == ["a trio", "a trio"]


# --- long texts ---------------------------------------------------------------------------------------


def test_a_long_text_is_sent_in_pieces_that_leave_out_nothing() -> None:
    text = "\n\n".join(["Boats came and went."] * 3000) + "\n\nAt last a trio returned."
    with readers.service(
        lambda handler, sent: readers.rows(*[TRIO] * ("a trio" in sent))(handler, sent)
    ) as service:
        assert heard(OpenAIReader(address=service.address, model="m"), text) == (["a trio"], "")
    assert "".join(service.texts) == text and len(service.texts) > 3
    assert max(map(len, service.texts)) <= PIECE_CHARACTERS


@pytest.mark.parametrize("unit", ["x", "word ", "line\n", "a b\n\n"])
def test_pieces_are_whole_and_short_whatever_the_text(unit: str) -> None:
    text = unit * (70_000 // len(unit))
    cut = list(pieces(text))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= PIECE_CHARACTERS for start, end in cut)


def test_what_lies_beyond_the_last_piece_is_not_sent_and_that_is_said() -> None:
    text = "a trio returned\n" * (PIECE_CHARACTERS * (MAX_PIECES + 1) // 16)
    with readers.service(readers.rows(TRIO)) as service:
        quotes, trouble = heard(OpenAIReader(address=service.address, model="m"), text)
    assert (len(quotes), trouble, len(service.texts)) == (MAX_PIECES, "cut", MAX_PIECES)


def test_what_an_early_piece_gave_is_kept_when_a_later_one_fails() -> None:
    text = "a trio returned\n" * (PIECE_CHARACTERS * 2 // 16)
    answers: list[Callable[..., None]] = [readers.rows(TRIO), readers.raw(b"", status=500)]
    assert asked(lambda handler, sent: answers.pop(0)(handler, sent), text) == (["a trio"], "refused")


def test_a_hostile_text_and_answer_together_cost_little() -> None:
    text, began = "1" * 19_999 + " ", time.monotonic()
    asked(readers.rows(*[TRIO | {"quote": "1" * n} for n in range(1, 301)]), text)
    assert time.monotonic() - began < 5


def test_every_trouble_is_known() -> None:
    assert FATAL.issubset(TROUBLES)
