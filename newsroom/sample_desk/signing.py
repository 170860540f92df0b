"""What the reviewers of the sample desk signed, on which grounds; what they left open."""

from typing import NamedTuple

from claims.findings.close import close_finding
from claims.models import Figure, Finding
from ledger.clock import HeldClock
from reviewers.models import Reviewer
from reviewers.sign import EvidenceItem, sign
from sources.dates import typed
from summaries.told.acts import restate_figure


class Signed(NamedTuple):
    """One verdict. `rests_on` names other figures, `later` the figure that replaces this one."""

    key: str
    by: str
    status: str
    reason: str
    rationale: str
    credibility: int = 2
    rests_on: tuple[str, ...] = ()
    later: str = ""
    note: str = ""


class DatedByHand(NamedTuple):
    """A date an editor set, and why."""

    key: str
    as_of: str
    reason: str


NEWEST_ITEM = "The newest item of a list whose next dated item is of 24 June; brought in on 21 July."
JUNE_DATES = (
    DatedByHand(
        "march-58",
        "2025-06-14",
        "Taken away at the march, which was on 14 June; the day after is when the union spoke.",
    ),
)
SUMMER_DATES = (
    DatedByHand("out-70", "2025-06-24/2025-07-21", NEWEST_ITEM),
    DatedByHand("left-31", "2025-06-24/2025-07-21", NEWEST_ITEM),
    DatedByHand("asked-140", "2025-06-24/2025-07-21", NEWEST_ITEM),
    DatedByHand("rooms-120", "2025-07-31", "Dated by the head of its table, the last day of July."),
)
LATE_DATES = (
    DatedByHand(
        "left-14",
        "2025-05-10/2025-05-20",
        "The interview speaks of the three weeks before it, and of nothing after 20 May 2025.",
    ),
)
OWN_WORDS = "Its own words, in a text we hold; it keeps the list itself."
FIRST_ROUND = (
    Signed("visas-2", "rhea", "verified", "primary_record", "The ministry's own notice of the day it gave the visas.", 1),
    Signed("visas-2", "tomas", "verified", "primary_record", "Read the notice again; two visas, both named as given.", 1),
    Signed("out-55", "rhea", "attributed", "own_words", OWN_WORDS),
    Signed("left-13", "tomas", "attributed", "own_words", OWN_WORDS),
    Signed("asked-110", "tomas", "attributed", "own_words", OWN_WORDS, 3),
    Signed("held-120", "rhea", "attributed", "own_words", "Tidewater's report, told the same way in two texts.", 3),
    Signed("killed-4", "rhea", "attributed", "own_words", "Tidewater's report; it names none of its sources.", 3),
    Signed(
        "march-41", "rhea", "disputed", "parties_conflict", "The union has 58 names for the same day.", 3,
        rests_on=("march-58",),
    ),
    Signed(
        "march-58", "tomas", "disputed", "parties_conflict", "The ministry counts 41 for the same day.", 3,
        rests_on=("march-41",),
    ),
    Signed(
        "turnout-3500", "tomas", "unverifiable", "untraceable",
        "Asked the ministry how it counted, twice; looked for pictures of the whole square and found none.", 6,
    ),
    Signed(
        "asked-16", "rhea", "false", "shown_wrong", "The Courier withdrew the headline: four of the sixteen had asked twice.",
        5, note="Correction printed by the Northern Courier on 9 May 2025, page 2.",
    ),
    Signed(
        "asked-16", "tomas", "false", "shown_wrong", "Read the Courier's correction; it says twelve.", 5,
        note="Correction printed by the Northern Courier on 9 May 2025, page 2.",
    ),
)  # fmt: skip
SECOND_ROUND = (
    Signed("out-70", "rhea", "attributed", "own_words", OWN_WORDS),
    Signed("left-31", "tomas", "attributed", "own_words", OWN_WORDS),
    Signed("asked-140", "tomas", "attributed", "own_words", OWN_WORDS, 3),
    Signed(
        "rooms-214",
        "rhea",
        "attributed",
        "own_words",
        "The union's branches wrote the list; the report shows it by month.",
        2,
    ),
)
LAST_ROUND = (
    Signed("out-151", "tomas", "attributed", "own_words", OWN_WORDS),
    Signed("out-55", "rhea", "superseded", "replaced", "True on its day; a year later the count is 151.", later="out-151"),
    Signed("out-70", "rhea", "superseded", "replaced", "True on its day; a year later the count is 151.", later="out-151"),
    Signed(
        "left-14", "rhea", "disputed", "conflicts_with_itself", "A later answer by the same person is lower: eight.", 3,
        rests_on=("left-8",),
    ),
    Signed(
        "left-8", "tomas", "disputed", "conflicts_with_itself", "An earlier answer by the same person is higher: about 14.", 3,
        rests_on=("left-14",),
    ),
)  # fmt: skip


def sign_all(
    people: dict[str, Reviewer], clock: HeldClock, figures: dict[str, Figure], round_: tuple[Signed, ...]
) -> None:
    """Sign a round, twenty minutes apart."""
    for item in round_:
        clock.forward(minutes=20)
        figure = figures[item.key]
        figure.refresh_from_db()
        sign(
            by=people[item.by],
            figure=figure,
            seen=figure.state.n,
            status=item.status,
            reason=item.reason,
            rationale=item.rationale,
            credibility=item.credibility,
            evidence=_evidence(item, figure, figures),
            superseded_by=figures[item.later] if item.later else None,
        )


def _evidence(item: Signed, figure: Figure, figures: dict[str, Figure]) -> list[EvidenceItem]:
    evidence = [EvidenceItem(mention=figure.state.lead_mention)]
    evidence += [EvidenceItem(figure=figures[key]) for key in item.rests_on]
    if item.note:
        evidence.append(EvidenceItem(note=item.note))
    return evidence


def date_by_hand(
    people: dict[str, Reviewer], clock: HeldClock, figures: dict[str, Figure], dates: tuple[DatedByHand, ...]
) -> None:
    """Let the editor date what the texts leave undated; it makes her a maker, so others sign."""
    for item in dates:
        clock.forward(minutes=10)
        figure = figures[item.key]
        figure.refresh_from_db()
        if figure.state.as_of_edtf == item.as_of:  # a better reader has found it in the words
            continue
        restate_figure(
            by=people["mara"],
            figure=figure,
            seen=figure.state.n,
            as_of=typed(item.as_of),
            reason=item.reason,
        )


def explain(people: dict[str, Reviewer], clock: HeldClock, figures: dict[str, Figure]) -> None:
    """Close the one finding that is explained: the ministry leaves out small schools."""
    clock.forward(minutes=10)
    finding = (
        Finding.objects.standing().filter(figures=figures["rooms-120"], code="same_date_conflict").first()
    )
    if finding is not None:
        close_finding(
            by=people["mara"],
            finding=finding,
            reason="different_definition",
            note="The ministry leaves out schools with fewer than 40 pupils; the union counts every classroom.",
        )
