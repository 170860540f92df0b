"""A newsroom with something of everything in print, and all that anybody can read of it: the ground on which acts are
tried that may change it.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from claims.models import Figure, Measure, Mention, Topic
from claims.values import Value
from reviewers.models import Evidence, Reviewer
from reviewers.sign import EvidenceItem, sign
from sources.models import Document, Source
from summaries import release
from summaries.models import Representation, Summary
from summaries.told import acts as told
from tests import cast
from tests.claims import filed
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.public import ground

Public = dict[str, Any]


@dataclass
class Scene:
    """People, parties, documents, and figures in every way of being public."""

    desk: Desk
    reviewer: Reviewer
    other: Source  # another voice, so far independent
    reprint: Source  # a paper that repeats the party
    document: Document  # states `printed`, published by the party
    echo: Document  # states `printed` and `lone`, published by the paper
    beside: Figure  # what the other voice says, not public
    printed: Figure  # in a summary, and under two texts
    lone: Figure  # released, in no summary
    fallen: Figure  # released, and nobody signs for it any more
    part: Measure  # another measure with a public figure
    hidden: Measure  # a measure of which nothing is public
    spare: Mention  # proposed: says what `printed` says
    summary: Summary = field(init=False)

    @property
    def measure(self) -> Measure:
        return Measure.objects.get(slug="people-brought-ashore")

    @property
    def topic(self) -> Topic:
        return self.desk.topic


def build() -> Scene:
    """Build the scene; what is public in it went out by acts, so that the changes tell all of it."""
    desk = make_desk()
    measure = desk.figure.state.measure
    assert measure is not None
    other, reprint = cast.source("Pier Aid"), cast.source("Quay Courier", "outlet")
    document = ground.text(desk.figure, publisher=desk.party)
    echo_words = (
        "Quay Courier: more than 60 people, and more than 60 again, were brought ashore. More than 70 since."
    )
    echo = ground.text(
        desk.figure, publisher=reprint, words=echo_words, address="https://quay.example/a", title="Ashore"
    )
    beside = filed.figure(measure, 60, comparator="more_than", originator=other)
    lone = _signed_with_words(measure, 61, desk.party)
    fallen = _signed_with_words(measure, 62, cast.source("Gull Mission"))
    part = cast.measure("Families fed")
    _signed_with_words(part, 9, desk.party)
    spare_document = cast.document(cast.TEXT + " Then a trio of boats came.", title="Once more")
    scene = Scene(
        desk=desk, reviewer=cast.person("reviewer"), other=other,
        reprint=reprint, document=document, echo=echo, beside=beside, printed=desk.figure, lone=lone, fallen=fallen,
        part=part, hidden=cast.measure("Boats counted"), spare=cast.mention(spare_document),
    )  # fmt: skip
    cast.mention(echo, "more than 60 again", state=Mention.State.ACCEPTED, figure=lone)
    Evidence.objects.create(verdict=lone.state.verdicts.get(), position=1, document=spare_document)
    scene.summary = desk.publish()
    for one in (measure, part):
        release.release_series(by=desk.publisher, measure=one)
    _fall(scene)
    return scene


def _signed_with_words(measure: Measure, low: int, party: Source) -> Figure:
    made = filed.figure(measure, low, comparator="more_than", originator=party)
    ground.text(
        made, publisher=party, words=f"More than {low} it was, exactly {low} here.", quote=f"exactly {low}"
    )
    # Signed by the act: `cast` dates its verdicts to come, and later ones would not count.
    item = EvidenceItem(mention=made.state.lead_mention)
    sign(
        by=cast.person("reviewer"), figure=made, seen=1, status="attributed", reason="own_words", credibility=2,
        rationale="Read in the capture.", evidence=[item],
    )  # fmt: skip
    made.refresh_from_db()
    return made


def _fall(scene: Scene) -> None:
    """Let the signature of one released figure fall, as a restatement does."""
    told.restate_figure(
        by=scene.desk.editor, figure=scene.fallen, seen=1, reason="Counted again.",
        value=Value("more_than", scene.fallen.state.low + 1, None),
    )  # fmt: skip
    scene.fallen.refresh_from_db()


# --- what can be read ----------------------------------------------------------------------------------------------


def read_all() -> Public:
    """Return all that is public by kind and uid, as JSON; the tags of what is stored; and the bytes of every page."""
    client = Client()
    api = {
        kind: {one["uid"]: one for one in client.get(reverse(f"api:{kind}"), {"limit": 200}).json()[kind]}
        for kind in ("figures", "measures")
    }
    summaries = {}
    for summary in Summary.objects.published():
        answer = client.get(reverse("api:summary", args=[summary.uid]))
        summaries[str(summary.uid)] = answer.json()
    return {**api, "summaries": summaries, "stored": _stored(), "pages": dict(_pages(client, api))}


def _stored() -> dict[str, str]:
    """The tags of the stored representations, each proved to be that of its bytes."""
    found = {}
    for one in Representation.objects.select_related("summary"):
        assert one.etag == hashlib.sha256(bytes(one.bytes)).hexdigest()[:40]
        found[f"{one.summary.uid}.{one.format}"] = one.etag
    return found


def _pages(client: Client, api: Public) -> Iterator[tuple[str, str]]:
    addresses = [reverse("summaries:figure", args=[uid]) for uid in api["figures"]]
    addresses += [reverse("summaries:measure", args=[one["slug"]]) for one in api["measures"].values()]
    addresses += [reverse("summaries:summary", args=[one.slug]) for one in Summary.objects.published()]
    for address in addresses:
        yield address, client.get(address).content.decode()


def replayed() -> Public:
    """Return what somebody holds who put every change over the ones before, by kind and uid."""
    held: Public = {"summaries": {}, "figures": {}, "measures": {}}
    page: dict[str, Any] = {"next": 0, "has_more": True}
    while page["has_more"]:
        page = Client().get(reverse("api:changes"), {"since": page["next"], "limit": 500}).json()
        for change in page["changes"]:
            for kind, things in held.items():
                things.update({one["uid"]: one for one in change[kind]})
    return json.loads(json.dumps(held))
