"""What the sample desk counts, and which words of which document state it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from claims.measures import create_measure, create_topic
from claims.models import Figure, Measure, Mention, Topic
from ledger.clock import HeldClock
from reviewers.models import Reviewer
from sources.models import Document, Source
from sources.parties import create_source
from summaries.told.acts import dismiss, file_mention, relate_measures
from summaries.told.parties import set_owner


class SampleMeasure(NamedTuple):
    title: str
    definition: str
    kind: str
    one: str
    other: str


MEASURES = {
    "asked": SampleMeasure(
        "People who asked Lantern Line for help",
        "Everybody who wrote to or rang Lantern Line for help because of the school raids, counted by the group itself.",
        "cumulative",
        "person",
        "people",
    ),
    "out": SampleMeasure(
        "People brought out of the Orlen Marches",
        "Everybody whom Lantern Line brought out of the Orlen Marches since 2 May 2025, counted by the group itself.",
        "cumulative",
        "person",
        "people",
    ),
    "left": SampleMeasure(
        "Evacuees who left Vessria",
        "Those whom Lantern Line brought out of the Marches and who have since left Vessria.",
        "cumulative",
        "person",
        "people",
    ),
    "held": SampleMeasure(
        "Teachers held in the school raids",
        "Teachers detained in the raids on the schools of the Orlen Marches in spring 2025.",
        "cumulative",
        "teacher",
        "teachers",
    ),
    "killed": SampleMeasure(
        "Teachers killed in the school raids",
        "Teachers killed in the raids on the schools of the Orlen Marches in spring 2025.",
        "cumulative",
        "teacher",
        "teachers",
    ),
    "visas": SampleMeasure(
        "Visas given by Carrowmore",
        "Teachers from the Orlen Marches to whom Carrowmore has given a visa.",
        "cumulative",
        "teacher",
        "teachers",
    ),
    "march": SampleMeasure(
        "People detained at the march of 14 June 2025",
        "People whom the police took away at the march for the closed schools in Belmarch on 14 June 2025.",
        "flow",
        "person",
        "people",
    ),
    "turnout": SampleMeasure(
        "Marchers in Belmarch on 14 June 2025",
        "People who took part in the march for the closed schools in Belmarch on 14 June 2025.",
        "flow",
        "person",
        "people",
    ),
    "classrooms": SampleMeasure(
        "Classrooms without a teacher",
        "Classrooms in the Orlen Marches that have nobody to teach in them on a given day.",
        "stock",
        "classroom",
        "classrooms",
    ),
    "treated": SampleMeasure(
        "Teachers treated for injuries at Tarn Gate",
        "Teachers brought from the lock-up at Tarn Gate for treatment of injuries.",
        "flow",
        "teacher",
        "teachers",
    ),
}
PARTIES = (
    ("Lantern Line", "organisation", "B"),
    ("Odile Brandt", "person", "B"),
    ("Northern Courier", "outlet", "B"),
    ("Golos Poberezhya", "outlet", "C"),
    ("Marches Digest", "outlet", "C"),
    ("Tidewater", "outlet", "B"),
    ("Schools Union", "organisation", "B"),
    ("Interior Ministry of Vessria", "official", "D"),
    ("Foreign Ministry of Carrowmore", "official", "A"),
    ("Education Ministry of Vessria", "official", "D"),
    ("Quayside, a blog", "outlet", "E"),
)
OWNED = {"Odile Brandt": "Lantern Line"}


class Filed(NamedTuple):
    """Which words state what: `nth` counts occurrences of the quote in the document, from 0."""

    key: str
    file_name: str
    quote: str
    measure: str
    originator: str
    nth: int = 0
    by: str = "nadia"


FILED = (
    Filed("visas-2", "08-carrowmore-foreign-ministry.txt", "two", "visas", "Foreign Ministry of Carrowmore"),
    Filed("asked-90", "04-interview-with-odile-brandt.txt", "more than ninety", "asked", "Odile Brandt"),
    Filed("out-45", "04-interview-with-odile-brandt.txt", "more than forty-five", "out", "Odile Brandt"),
    Filed("left-8", "04-interview-with-odile-brandt.txt", "eight", "left", "Odile Brandt"),
    Filed("killed-4", "04-interview-with-odile-brandt.txt", "at least four", "killed", "Tidewater"),
    Filed("treated-23", "10-a-nurse-at-tarn-gate.txt", "23", "treated", "A nurse at Tarn Gate", by="rhea"),
    Filed("march-41", "06-northern-courier-march.txt", "41", "march", "Interior Ministry of Vessria"),
    Filed("march-58", "06-northern-courier-march.txt", "at least 58", "march", "Schools Union"),
    Filed(
        "turnout-3500",
        "06-northern-courier-march.txt",
        "about 3,500",
        "turnout",
        "Interior Ministry of Vessria",
    ),
    Filed("out-55", "02-marches-digest.txt", "over 55", "out", "Lantern Line"),
    Filed("left-13", "02-marches-digest.txt", "13", "left", "Lantern Line"),
    Filed("asked-110", "02-marches-digest.txt", "more than 110", "asked", "Lantern Line"),
    Filed("held-120", "02-marches-digest.txt", "over 120", "held", "Tidewater"),
    Filed("asked-16", "02-marches-digest.txt", "Sixteen", "asked", "Northern Courier"),
    Filed("out-70", "01-lantern-line-news.html", "More than 70", "out", "Lantern Line"),
    Filed("left-31", "01-lantern-line-news.html", "31", "left", "Lantern Line"),
    Filed("asked-140", "01-lantern-line-news.html", "more than 140", "asked", "Lantern Line"),
    Filed("rooms-214", "07-schools-union-report.html", "214", "classrooms", "Schools Union"),
    Filed("rooms-120", "07-schools-union-report.html", "120", "classrooms", "Education Ministry of Vessria"),
    Filed("left-14", "03-a-blog-on-the-marches.txt", "Around 14", "left", "Odile Brandt"),
    Filed("blog-120", "03-a-blog-on-the-marches.txt", "120", "left", "Quayside, a blog"),
    Filed("out-151", "05-statement-on-the-resolution.txt", "151", "out", "Lantern Line"),
)
# Readings that are no figures of this desk: document, quote, reason.
DISMISSED = (("03-a-blog-on-the-marches.txt", "60", "not_a_claim"),)


def define(people: dict[str, Reviewer]) -> dict[str, Measure]:
    """Make the topic, the measures and how they stand to each other; return the measures by key."""
    mara = people["mara"]
    topic: Topic = create_topic(by=mara, name="The Orlen Marches", slug="orlen-marches")
    measures = {
        key: create_measure(
            by=mara,
            topic=topic,
            title=words.title,
            definition=words.definition,
            kind=words.kind,
            one=words.one,
            other=words.other,
        )  # fmt: skip
        for key, words in MEASURES.items()
    }
    relate_measures(by=mara, part=measures["left"], whole=measures["out"], kind="part_of")
    relate_measures(by=mara, part=measures["killed"], whole=measures["held"], kind="overlaps")
    return measures


def name_parties(people: dict[str, Reviewer]) -> dict[str, Source]:
    """Make the parties, and the one that is protected; return them by name."""
    rhea = people["rhea"]
    parties = {
        name: create_source(by=rhea, name=name, kind=kind, reliability=letter)
        for name, kind, letter in PARTIES
    }
    for name, owner in OWNED.items():
        parties[name] = set_owner(by=rhea, source=parties[name], owner=parties[owner])
    parties["A nurse at Tarn Gate"] = create_source(
        by=rhea,
        name="A nurse at Tarn Gate",
        kind="anonymous",
        is_protected=True,
        public_label="a medical worker",
    )
    return parties


def mention_of(documents: list[Document], quote: str, nth: int = 0) -> Mention:
    """Return the nth mention with these words in any of the documents, in the order of the text."""
    found = Mention.objects.filter(document__in=documents, quote=quote).order_by("start")[nth : nth + 1]
    if not found:
        raise LookupError(f"The reader found no “{quote}” in {documents[0]}.")
    return found[0]


def file_all(
    people: dict[str, Reviewer],
    clock: HeldClock,
    documents: dict[str, list[Document]],
    measures: dict[str, Measure],
    parties: dict[str, Source],
    known: Mapping[str, Figure] = MappingProxyType({}),
) -> dict[str, Figure]:
    """File what these documents state and is not `known` yet, a minute apart; return the new figures by key."""
    figures: dict[str, Figure] = {}
    for item in FILED:
        if item.key in known or item.file_name not in documents:
            continue
        clock.forward(minutes=1)
        mention = mention_of(documents[item.file_name], item.quote, item.nth)
        figures[item.key] = file_mention(
            by=people[item.by],
            mention=mention,
            seen=mention.token,
            measure=measures[item.measure],
            originator=parties[item.originator],
        )
    for file_name, quote, reason in DISMISSED:
        for mention in Mention.objects.filter(document__in=documents.get(file_name, []), quote=quote)[:1]:
            clock.forward(minutes=1)
            dismiss(by=people["nadia"], mention=mention, seen=mention.token, reason=reason)
    return figures
