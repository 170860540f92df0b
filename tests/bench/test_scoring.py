"""The scorer follows the conventions of the gold reading: what counts as found, right, or ignored."""

from typing import Any

import pytest

from bench import calibration
from bench.scoring import outcomes, pair, score

DOC = {"id": "d", "text": "More than 60 people left; 27 of them went abroad on 3 May."}


def figure(start: int, end: int, **changes: Any) -> dict[str, Any]:
    row = {
        "id": "d", "start": start, "end": end, "value_low": 60, "value_high": None, "comparator": "more_than",
        "counted": "people", "kind": "count", "as_of": "2031-05-03", "as_of_basis": "explicit", "attribution": [],
        "scored": True,
    }  # fmt: skip
    return row | changes


def told(start: int, end: int, **changes: Any) -> dict[str, Any]:
    row = {
        "id": "d", "start": start, "end": end, "low": 60, "high": None, "comparator": "more_than", "counted": "people",
        "kind": "count", "as_of": "2031-05-03", "attribution": [], "confidence": 0.9,
    }  # fmt: skip
    return row | changes


def test_a_perfect_reading_scores_one_everywhere() -> None:
    report, faults = score([DOC], [figure(0, 12)], [], [told(0, 12)])
    assert faults == []
    assert [report[m]["f1"] for m in ("detection", "value", "value_comparator")] == [1, 1, 1]
    assert [report[m] for m in ("counted", "as_of_dated", "attribution")] == [1, 1, 1]


def test_any_overlap_is_found_and_a_second_prediction_there_is_junk() -> None:
    report, faults = score([DOC], [figure(0, 12)], [], [told(10, 19), told(0, 4)])
    assert report["found"] == 1
    assert [f.kind for f in faults] == ["spurious"]


def test_pairing_finds_as_many_pairs_as_there_can_be() -> None:
    gold = [figure(0, 12), figure(10, 20)]
    assert pair(gold, [told(0, 11), told(11, 12)]) == {0: 0, 1: 1}
    # The first prediction fits both, the second only the first: greed alone would leave one unpaired.
    assert pair(gold, [told(8, 14), told(0, 3)]) == {0: 1, 1: 0}


def test_what_falls_on_an_unscored_figure_is_ignored() -> None:
    report, faults = score([DOC], [figure(0, 12, scored=False)], [], [told(0, 12)])
    assert (report["gold"], report["predicted"], report["ignored"], faults) == (0, 0, 1, [])


def test_a_date_taken_for_a_figure_counts_against_precision_and_the_nonfigure_rate() -> None:
    date = {"id": "d", "start": 51, "end": 56, "quote": "3 May", "why": "date"}
    report, _ = score([DOC], [figure(0, 12)], [date], [told(0, 12), told(51, 52)])
    assert report["detection"]["precision"] == 0.5
    assert report["nonfigures_taken"] == 1


def test_a_span_outside_the_text_is_junk() -> None:
    report, _ = score([DOC], [figure(0, 12)], [], [told(0, 12), told(0, 999)])
    assert report["predicted"] == 2


def test_outcomes_leave_out_what_is_not_judged() -> None:
    gold = [figure(0, 12), figure(26, 28, scored=False)]
    told_rows = [told(0, 12, confidence=0.8), told(26, 28), told(51, 52, confidence=0.3)]
    assert outcomes([DOC], gold, told_rows) == [(0.8, True), (0.3, False)]


def test_calibration_weighs_each_bin_by_its_readings() -> None:
    bins = calibration.table([(0.85, True), (0.85, False), (1.0, True)])
    assert [b["readings"] for b in bins] == [0] * 8 + [2, 1]
    assert calibration.expected_error(bins) == pytest.approx(0.2333, abs=1e-4)
    assert calibration.doubtful_first([(0.9, True), (0.2, False)]) == 1
