"""The stopwatch times our reader as it times the others."""

import json
from pathlib import Path

from bench.reading import timed
from bench.stopwatch import main


def test_it_times_our_reader_and_hands_back_what_it_found(tmp_path: Path) -> None:
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps(["More than 60 people fled.", "Nothing here."]), encoding="utf-8")
    told = main("ours", str(texts), 1)
    assert told["characters"] == 38
    assert told["characters_per_s"] > 0
    assert told["found"] == [{"text": 0, "start": 0, "end": 12, "low": 60.0, "high": None}]


def test_an_extractor_that_is_not_there_is_said_to_be_not_installed(tmp_path: Path) -> None:
    assert timed("quantulum3", tmp_path / "no-such-python", tmp_path / "texts.json", 1) == "not installed"
