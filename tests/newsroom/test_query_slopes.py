"""Each listing costs the same number of queries with one row and with twenty: numbers rot, slopes do not.

The queue and a figure's page are tried in tests/reviewers, a document in tests/claims, the other public pages and
the API's lists beside their own tests; here stands what draws on several apps at once.
"""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.findings.recompute import recompute
from claims.models import Figure, Finding, Measure
from ledger.append import append, urn
from reviewers.models import Evidence, Verdict
from summaries.models import Summary
from tests import cast
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.public import ground

pytestmark = pytest.mark.django_db
FALLS = ((60, "2031-05-01"), (40, "2031-05-03"))
LISTS: dict[str, Callable[[], str]] = {
    "desk front": lambda: reverse("newsroom:desk"),
    "documents": lambda: reverse("claims:documents"),
    "measures": lambda: reverse("claims:measures"),
    "measure": lambda: reverse("claims:measure", args=[crowded().slug]),
    "findings": lambda: reverse("claims:findings"),
    "closed findings": lambda: f"{reverse('claims:findings')}?closed=1",
    "queue": lambda: reverse("reviewers:queue"),
    "summaries in the works": lambda: reverse("summaries:desk-summaries"),
    "corrections to decide": lambda: reverse("summaries:desk-corrections"),
    "ledger": lambda: reverse("newsroom:ledger"),
    "public front": lambda: reverse("summaries:home"),
    "series": lambda: reverse("api:series", args=[crowded().slug]),
    "changes": lambda: reverse("api:changes"),
}


def crowded() -> Measure:
    """The measure every further figure is filed under."""
    return Measure.objects.get(slug="people-brought-ashore")


def cost(client: Client, address: str) -> int:
    client.get(address)  # what is read once per process
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def one_more(desk: Desk, n: int) -> None:
    """Add a row to every list: a text, a figure in print that falls, a correction, a finding, something to sign."""
    party = cast.source(f"Watch of {'x' * n}")
    figure = cast.signed(cast.figure(crowded(), low=100 + n, as_of=f"2031-06-{n:02}", originator=party))
    Evidence.objects.create(verdict=Verdict.objects.latest("pk"), position=0, note="Seen.")
    ground.text(figure, publisher=party, words=f"{cast.TEXT} Told on day {n}.")
    summary = _in_print(desk, figure, party.name, n)
    ground.dispute(figure)
    if n % 2:
        ground.decide(summary, by=desk.editor)
    desk.write(headline=f"A draft {'x' * n}")
    _fallen(f"Families {'x' * n}")
    append(act="claims.define_measure", by=desk.editor, subject=urn("figure", figure.uid))


def _in_print(desk: Desk, figure: Figure, party: str, n: int) -> Summary:
    words = f"<p>{party} said that {desk.node(figure)} were brought ashore.</p>"
    return desk.publish(desk.write(words, headline=f"Ashore {'x' * n}"))


def _fallen(title: str) -> None:
    """Two figures of a measure of their own, and the finding that they fall; every other one is closed."""
    measure = cast.measure(title)
    for low, day in FALLS:
        cast.figure(
            measure,
            low=low,
            high=low,
            comparator="exact",
            as_of=day,
            originator=cast.source(f"{title} {low}"),
        )
    recompute([measure])
    if len(title) % 2:
        Finding.objects.standing().filter(figures__current_state__measure=measure).update(
            closed_reason="revision", closed_by=cast.person("editor"), closed_at=cast.NOON
        )


def test_no_list_costs_more_with_twenty_rows_than_with_two() -> None:
    desk = make_desk()
    client = Client()
    client.force_login(cast.person("editor"))
    one_more(desk, 1)
    one_more(desk, 2)
    before = {name: cost(client, address()) for name, address in LISTS.items()}
    for n in range(3, 21):
        one_more(desk, n)
    after = {name: cost(client, address()) for name, address in LISTS.items()}
    assert {name: (before[name], after[name]) for name in LISTS if before[name] != after[name]} == {}
    assert max(after.values()) < 80
