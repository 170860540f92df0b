"""The documents of the sample desk: who brought which in, and when."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from ledger.clock import HeldClock
from reviewers.models import Reviewer
from sources.describe import token
from sources.models import Document
from summaries.told.acts import bring_in, redate


class SampleArrival(NamedTuple):
    file_name: str
    at: datetime
    by: str
    publisher: str
    published: str = ""
    is_protected: bool = False


def _at(year: int, month: int, day: int, hour: int) -> datetime:
    return datetime(year, month, day, hour, 20, tzinfo=UTC)


ARRIVALS = (
    SampleArrival(
        "08-carrowmore-foreign-ministry.txt", _at(2025, 5, 22, 9), "nadia", "Foreign Ministry of Carrowmore"
    ),
    SampleArrival("04-interview-with-odile-brandt.txt", _at(2025, 6, 2, 11), "nadia", "Golos Poberezhya"),
    SampleArrival("10-a-nurse-at-tarn-gate.txt", _at(2025, 6, 10, 8), "rhea", "A nurse", is_protected=True),
    SampleArrival("06-northern-courier-march.txt", _at(2025, 6, 16, 10), "nadia", "Northern Courier"),
    SampleArrival("02-marches-digest.txt", _at(2025, 6, 30, 12), "nadia", "Marches Digest"),
    SampleArrival("09-golos-poberezhya.txt", _at(2025, 7, 16, 14), "nadia", "Golos Poberezhya"),
    SampleArrival("01-lantern-line-news.html", _at(2025, 7, 21, 9), "nadia", "Lantern Line"),
    SampleArrival("07-schools-union-report.html", _at(2025, 8, 30, 9), "nadia", "Schools Union"),
    SampleArrival("03-a-blog-on-the-marches.txt", _at(2026, 7, 1, 16), "nadia", "Quayside, a blog"),
    SampleArrival("05-statement-on-the-resolution.txt", _at(2026, 7, 2, 8), "nadia", "Lantern Line"),
)


def folder() -> Path:
    """Return where the sample's documents lie."""
    return Path(settings.BASE_DIR) / "sample" / "documents"


def bring_in_all(
    people: dict[str, Reviewer], clock: HeldClock, arrivals: Sequence[SampleArrival]
) -> dict[str, list[Document]]:
    """Bring in these documents, each on its day; return them by file name, the whole first, then its parts."""
    documents = {}
    for arrival in arrivals:
        clock.set(arrival.at)
        arrived = bring_in(
            by=people[arrival.by],
            content=(folder() / arrival.file_name).read_bytes(),
            how="upload",
            file_name=arrival.file_name,
            publisher=arrival.publisher,
            published=arrival.published,
            is_protected=arrival.is_protected,
        )
        documents[arrival.file_name] = list(arrived.documents)
    return documents


def settle_the_year(people: dict[str, Reviewer], clock: HeldClock, statement: Document) -> Document:
    """Let the editor decide the year of the statement that names none: 2026, since 2025 contradicts the series."""
    clock.forward(hours=3)
    return redate(by=people["mara"], document=statement, published="2026-06-30", seen=token(statement))
