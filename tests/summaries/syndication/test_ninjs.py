"""What we syndicate as IPTC ninjs 3.2 is valid in every state; and the validator can say no."""

import json
from pathlib import Path

import pytest

from summaries import corrections, publish
from summaries.models import Correction, Representation, Summary
from summaries.told.parties import protect_source
from tests.standards.ninjs_validator import faults
from tests.summaries.conftest import Desk
from tests.summaries.test_publishing import fall

SUITE = Path(__file__).parents[4] / "shared" / "standards" / "ninjs" / "test_suite"
CASES = sorted(SUITE.glob("3.*/should_*/*.json"))


def item(summary: Summary) -> dict:
    return json.loads(bytes(Representation.objects.get(summary=summary, format="ninjs").bytes))


def test_a_published_summary_is_valid_and_usable(desk: Desk) -> None:
    shown = item(desk.publish())
    assert faults(shown) == []
    assert (shown["pubStatus"], shown["standard"]["version"], shown["version"]) == ("usable", "3.2", "1")
    assert shown["headlines"][0]["value"] == "Ashore at Port Ansel"
    assert (
        "more than 60 people (as of 17 May 2031, attributed, no origin named)" in shown["bodies"][1]["value"]
    )
    assert shown["infoSources"] == [{"name": "Harbour Watch", "role": "originator"}]


def test_a_summary_with_a_standfirst_is_valid(desk: Desk) -> None:
    summary = desk.write()
    desk.save(summary, desk.sentence(), standfirst="The harbour keeps its own count.")
    assert faults(item(desk.publish(summary))) == []


def test_a_figure_that_fell_is_said_in_the_note_and_in_the_body(desk: Desk) -> None:
    summary = desk.publish()
    fall(desk)
    shown = item(summary)
    assert faults(shown) == []
    label = "as of 17 May 2031, not signed since 20 May 2031; was attributed, no origin named"
    assert shown["edNote"] == f"more than 60 people ({label})."
    assert "not signed since 20 May 2031" in shown["bodies"][0]["value"]


def test_a_corrected_summary_is_valid(desk: Desk) -> None:
    summary = desk.publish()
    fall(desk)
    corrections.decide_correction(
        by=desk.editor, correction=Correction.objects.get(), reason="revision", note="Recounted."
    )
    shown = item(summary)
    assert faults(shown) == []
    assert "Recounted." in shown["edNote"]


def test_a_retracted_summary_is_valid_canceled_and_without_words(desk: Desk) -> None:
    summary = desk.publish()
    publish.retract(by=desk.publisher, summary=summary, reason="our_error", note="It was not so.")
    shown = item(summary)
    assert faults(shown) == []
    assert shown["pubStatus"] == "canceled"
    assert not {"bodies", "headlines", "title", "descriptions"} & shown.keys()


@pytest.mark.parametrize(
    "broken",
    [
        {"uri": "no address"}, {"pubStatus": "published"}, {"versionCreated": "yesterday"},
        {"bodies": [{"role": "main"}]},
        {"unknown": 1}, {"places": [{"geoJSON": {}}]},
    ],
)  # fmt: skip
def test_the_validator_finds_what_is_wrong(desk: Desk, broken: dict) -> None:
    assert faults({**item(desk.publish()), **broken}) != []


# The suite of the standard's authors; it is data of theirs and stands beside this checkout, where it does.
@pytest.mark.parametrize("path", CASES, ids=lambda path: "/".join(path.parts[-3:]))
def test_the_validator_agrees_with_the_suite_of_the_standard(path: Path) -> None:
    found = faults(json.loads(path.read_text()))
    assert (found == []) is (path.parent.name == "should_pass")


def test_W20_a_summary_withheld_for_safety_is_valid_and_says_so_without_a_word_of_it(desk: Desk) -> None:
    summary = desk.publish()
    protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    shown = item(summary)
    assert faults(shown) == [] and shown["pubStatus"] == "withheld"
    assert shown["edNote"] == "Withheld for somebody's safety until a new version is published."
    assert {"headlines", "bodies", "infoSources"} & shown.keys() == set()
