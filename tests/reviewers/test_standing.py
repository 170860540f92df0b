"""What verdicts come to: the rule alone, without a database."""

import pytest

from reviewers.models import Verdict
from reviewers.standing import standing

LETTERS = {
    "v": "verified",
    "a": "attributed",
    "d": "disputed",
    "s": "superseded",
    "u": "unverifiable",
    "f": "false",
}


def after(signed: str) -> str:
    """Let one person after another sign, and return the status and what waits: "attributed (verified waits)"."""
    now = standing([Verdict(status=LETTERS[letter], by_id=n) for n, letter in enumerate(signed)])
    return now.status + (f" ({now.waiting.status} waits)" if now.waiting else "")


@pytest.mark.parametrize(
    ("signed", "comes_to"),
    [
        ("", "unreviewed"),
        ("a", "attributed"),
        ("d", "disputed"),
        ("u", "unverifiable"),
        ("s", "superseded"),
        ("v", "unreviewed (verified waits)"),
        ("f", "unreviewed (false waits)"),
        ("vv", "verified"),
        ("ff", "false"),
        ("vvv", "verified"),
        # the earlier status stands while a first signature waits
        ("av", "attributed (verified waits)"),
        ("avv", "verified"),
        ("vvf", "verified (false waits)"),
        ("vvff", "false"),
        # a lesser status in between does not contradict the first signature
        ("vav", "verified"),
        ("va", "attributed (verified waits)"),
        ("fdf", "false"),
        # any one reviewer may lower; after a contradiction both sign anew
        ("vvd", "disputed"),
        ("vva", "attributed"),
        ("vvdv", "disputed (verified waits)"),
        ("vvdvv", "verified"),
        ("vfv", "unreviewed (verified waits)"),
        ("fvf", "unreviewed (false waits)"),
        ("ffa", "attributed"),
        ("faf", "attributed (false waits)"),
        ("ad", "disputed"),
        ("da", "attributed"),
    ],
)
def test_the_newest_verdict_decides_and_two_statuses_wait_for_a_second_person(
    signed: str, comes_to: str
) -> None:
    assert after(signed) == comes_to


def test_the_two_that_carry_a_status_are_named_oldest_first() -> None:
    three = [Verdict(status="verified", by_id=n) for n in (7, 8, 9)]
    assert [verdict.by_id for verdict in standing(three).carried_by] == [7, 8]
