"""Plain text that was damaged, mislabelled or written to deceive (catalogue X, and T22 for text)."""

import pytest

from sources import limits, split
from sources.errors import TooLarge, UnreadableKind
from sources.file_names import visible
from sources.parsing import parse

RUSSIAN = "По данным портовой службы, из долины вывезли более 60 человек, сообщает агентство."
ARABIC = "قال المتحدث باسم الميناء إن أكثر من ستين شخصا غادروا المدينة خلال الأسبوع الماضي"
JAPANESE = "港の見張りによると、先週の洪水で六十人以上が町から避難した。死者は出ていない。"


def notes(content: bytes) -> str:
    return " ".join(parse(content).notes)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), "utf-8"),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), "utf-16-be"),
        (RUSSIAN.encode("utf-16-le"), "utf-16-le"),
        (RUSSIAN.encode("utf-16-be"), "utf-16-be"),
        (RUSSIAN.encode("windows-1251"), "cp1251"),
        (RUSSIAN.encode("koi8-r"), "koi8_r"),
    ],
)
def test_X01_it_reads_russian_in_every_encoding_and_records_it(content: bytes, encoding: str) -> None:
    parsed = parse(content)
    assert (parsed.text, parsed.encoding) == (RUSSIAN, encoding)


@pytest.mark.parametrize(("words", "encoding"), [(ARABIC, "windows-1256"), (JAPANESE, "shift_jis")])
def test_X01_it_reads_arabic_and_japanese_and_says_that_the_encoding_was_guessed(
    words: str, encoding: str
) -> None:
    parsed = parse(words.encode(encoding))
    assert parsed.text == words
    assert "encoding was guessed" in " ".join(parsed.notes)


def test_X01_it_counts_what_a_mixed_encoding_leaves_unreadable() -> None:
    mixed = (RUSSIAN + " ").encode() * 8 + "вывезли".encode("windows-1251")[:2]
    parsed = parse(mixed)
    assert parsed.encoding == "utf-8" and parsed.text.startswith(RUSSIAN)
    assert "could not be read stand as \ufffd (2)" in " ".join(parsed.notes)


def test_X01_it_believes_a_declared_encoding_of_the_web_only() -> None:
    declared = parse(RUSSIAN.encode("koi8-r"), declared_type="text/plain; charset=koi8-r")
    assert (declared.text, declared.encoding) == (RUSSIAN, "koi8-r")
    for absurd in ("../../etc/passwd", "utf-7", "unicode_escape", "rot13", "x" * 10_000):
        assert parse(b"Caf\xe9 closed.", declared_type=f"text/plain; charset={absurd}").text.startswith("Caf")


@pytest.mark.parametrize("broken", [b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x82", b"\xf8\x88\x80\x80\x80"])
def test_X02_broken_utf8_becomes_replacement_characters_that_are_counted(broken: bytes) -> None:
    parsed = parse("Twelve were hurt – ".encode() + broken)
    assert parsed.encoding == "utf-8" and parsed.text.startswith("Twelve were hurt – \ufffd")
    assert f"({parsed.text.count(chr(0xFFFD))})" in " ".join(parsed.notes)


def test_X03_NUL_is_taken_out_and_noted() -> None:
    parsed = parse(b"1\x002 people were hurt.")
    assert parsed.text == "12 people were hurt."
    assert "NUL characters were taken out (1)" in " ".join(parsed.notes)


def test_X04_a_text_over_the_limit_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_CHARACTERS", 1000)
    with pytest.raises(TooLarge, match="several smaller files"):
        parse(b"7" * 1001)
    with pytest.raises(TooLarge):
        parse(b"\n" * 1001)
    assert parse(b"7" * 1000).is_complete


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\x85", "\u2028", "\u2029"])
def test_X05_line_ends_stay_so_that_offsets_point_at_the_right_words(end: str) -> None:
    text = end.join(["Port Ansel", "", "", "More than 60 people left.", ""])
    parsed = parse(text.encode())
    assert parsed.text == text
    assert parsed.text[text.index("60") :].startswith("60 people")


def test_X06_control_characters_are_kept_noted_and_can_be_shown() -> None:
    attack = "12\x1b[2J killed\x1b]0;owned\x07\b\b"
    parsed = parse(attack.encode())
    assert parsed.text == attack
    assert "Control characters stand in the text (5)" in " ".join(parsed.notes)
    assert "\x1b" not in visible(attack) and "<U+001B>[2J" in visible(attack)


@pytest.mark.parametrize(
    "literal", ["=1+2\t=HYPERLINK(A1)", "# [12](javascript:alert(1)) ![x](//evil/x.gif) <b>7</b>"]
)
def test_X07_X08_formulas_and_markup_in_plain_text_stay_as_written(literal: str) -> None:
    assert parse(literal.encode(), file_name="notes.md").text == literal


@pytest.mark.parametrize(
    ("character", "word"),
    [
        ("\u202e", "direction"),
        ("\u2067", "direction"),
        ("\U000e0041", "tag characters"),
        ("\u200b", "cannot be seen"),
    ],
)
def test_X09_characters_that_deceive_the_eye_are_noted(character: str, word: str) -> None:
    assert word in notes(f"1{character}234 were hurt.".encode())


def test_X09_the_joiners_of_living_scripts_are_not_noted() -> None:
    assert parse("می‌خواهم".encode()).notes == ()


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \n\t ", b"\x00\x00"])
def test_X10_T22_nothing_at_all_is_no_text(content: bytes) -> None:
    assert "There is no text in this." in parse(content).notes
    assert len(split.slices(parse(content))) == 1


def test_X02_no_lone_surrogate_reaches_the_text() -> None:
    parsed = parse(b"\xff\xfe" + "12 ".encode("utf-16-le") + b"\x00\xd8" + " hurt".encode("utf-16-le"))
    parsed.text.encode()
    assert "12 " in parsed.text and "hurt" in parsed.text


def test_bytes_that_are_no_writing_are_refused() -> None:
    with pytest.raises(UnreadableKind, match="not text"):
        parse(bytes(range(1, 32)) * 40)
