"""The summaries of the sample desk: two in print, two in the works."""

from typing import NamedTuple

from claims.models import Figure, Topic
from ledger.clock import HeldClock
from reviewers.models import Reviewer
from summaries.drafting import create_summary, save_revision
from summaries.models import Summary
from summaries.publish import publish
from summaries.review import approve, submit


class SampleText(NamedTuple):
    """A summary: `{key}` in its texts stands for a figure with its noun, `{key:number}` for the number alone."""

    headline: str
    standfirst: str
    body: tuple[str, ...]


WHO_GOT_OUT = SampleText(
    "Who got out of the Orlen Marches, and on whose word",
    "Nearly every count of people brought out of the Marches goes back to the same group. Nobody else keeps a list.",
    (
        "By the last week of June, Lantern Line said that it had brought {out-55} out of the Marches. "
        "Of those, Lantern Line said, {left-13} had gone on to another country.",
        "Lantern Line also said that {asked-110} had asked it for help by then.",
        "The newspaper Tidewater reported that {held-120} had been held in the raids. Tidewater also wrote that {killed-4} were killed.",
        "A smaller number stands on paper of its own: Carrowmore gave visas to {visas-2}.",
    ),
)
A_MARCH = SampleText(
    "A march in Belmarch, and counts that conflict",
    "The ministry and the union cannot both be right about the fourteenth of June.",
    (
        "How many people the police took away is disputed: the Interior Ministry of Vessria counts {march-41}, the Schools Union {march-58}.",
        "Neither has published its list. The union says that it will.",
    ),
)
ROOMS = SampleText(
    "Schools with nobody to teach in them",
    "The union's branches went from door to door.",
    (
        "At the end of July the Schools Union counted {rooms-214}. The Education Ministry of Vessria counts {rooms-120}.",
        "In seventeen schools not one teacher was left.",
    ),
)
A_YEAR_ON = SampleText(
    "A year on: how many have left",
    "The count that everybody repeats fell for a while, and nobody has said why.",
    (
        "Lantern Line says that it has now brought {out-151} out of the Marches.",
        "How many of them had left Vessria by the spring of 2025 is disputed, and by the same person: Odile Brandt spoke of {left-14} "
        "and later of {left-8}.",
    ),
)


def _filled(text: str, figures: dict[str, Figure]) -> str:
    for key, figure in figures.items():
        for wording in ("full", "number"):
            mark = f"{{{key}}}" if wording == "full" else f"{{{key}:{wording}}}"
            text = text.replace(mark, f'<data data-figure="{figure.uid}" data-wording="{wording}"></data>')
    return text


def write(mara: Reviewer, topic: Topic, text: SampleText, figures: dict[str, Figure], slug: str) -> Summary:
    """Begin a summary and save its words as the editor's next revision."""
    summary = create_summary(by=mara, topic=topic, headline=text.headline, slug=slug)
    revision = save_revision(
        by=mara,
        summary=summary,
        seen=_seen(summary),
        headline=text.headline,
        standfirst=text.standfirst,
        body="".join(f"<p>{_filled(paragraph, figures)}</p>" for paragraph in text.body),
    )
    return revision.summary


def _seen(summary: Summary) -> int:
    summary.refresh_from_db()
    return summary.current_revision.n if summary.current_revision else 0


def put_in_print(people: dict[str, Reviewer], clock: HeldClock, summary: Summary) -> None:
    """Submit, approve and publish, half an hour apart."""
    submit(by=people["mara"], summary=summary, seen=_seen(summary))
    clock.forward(minutes=30)
    approve(by=people["paul"], summary=summary, seen=_seen(summary))
    clock.forward(minutes=5)
    publish(by=people["paul"], summary=summary, seen=_seen(summary))


def write_first(
    people: dict[str, Reviewer], clock: HeldClock, topic: Topic, figures: dict[str, Figure]
) -> None:
    """Publish the two summaries of July 2025."""
    for text, slug in ((WHO_GOT_OUT, "who-got-out"), (A_MARCH, "a-march-and-its-counts")):
        clock.forward(hours=2)
        put_in_print(people, clock, write(people["mara"], topic, text, figures, slug))


def write_last(
    people: dict[str, Reviewer], clock: HeldClock, topic: Topic, figures: dict[str, Figure]
) -> None:
    """Leave one draft that the gate stops, and one in review."""
    clock.forward(hours=1)
    write(people["mara"], topic, ROOMS, figures, "schools-with-nobody-to-teach")
    clock.forward(hours=1)
    year_on = write(people["mara"], topic, A_YEAR_ON, figures, "a-year-on")
    submit(by=people["mara"], summary=year_on, seen=_seen(year_on))
