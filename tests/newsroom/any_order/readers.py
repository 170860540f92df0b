"""What strangers, and those who may not see protected things, are given: no secret, no broken page, one truth."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.test import Client

from claims.models import Figure, Measure
from reviewers.models import Reviewer
from sources.models import Alias, Document, Source
from summaries.models import Change, Representation, Summary, Version

PAGES = ("/", "/summaries/", "/measures/", "/corrections/", "/data/", "/method/")
LISTS = ("summaries", "figures", "measures", "changes?limit=500")
DESK = ("", "documents/", "review/", "findings/", "measures/", "summaries/", "corrections/")


def public_addresses() -> Iterator[str]:
    """Yield every address a stranger may know of, and those of things they may not."""
    yield from PAGES
    yield from (f"/api/v1/{one}" for one in LISTS)
    for summary in Summary.objects.all():
        yield f"/summaries/{summary.slug}/"
        yield from (f"/api/v1/summaries/{summary.uid}{suffix}" for suffix in ("", ".ninjs"))
    for version in Version.objects.select_related("summary"):
        yield f"/summaries/{version.summary.slug}/versions/{version.n}/"
        yield f"/api/v1/summaries/{version.summary.uid}/versions/{version.n}"
    for measure in Measure.objects.all():
        yield f"/measures/{measure.slug}/"
        yield from (f"/api/v1/measures/{measure.slug}{more}" for more in ("", "/series"))
    for figure in Figure.objects.all():
        yield from (f"/figures/{figure.uid}/", f"/api/v1/figures/{figure.uid}")


def desk_addresses() -> Iterator[str]:
    """Yield the pages of the desk, whether a person may see them or not."""
    yield from (f"/desk/{one}" for one in DESK)
    yield from (f"/desk/documents/{one.uid}/" for one in Document.objects.all())
    yield from (f"/desk/figures/{one.uid}/" for one in Figure.objects.all())
    yield from (f"/desk/summaries/{one.uid}/" for one in Summary.objects.all())
    yield from (f"/desk/measures/{one.slug}/" for one in Measure.objects.all())


def given(client: Client, addresses: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Ask for each address; return status, and headers with body."""
    found = {}
    for address in addresses:
        response = client.get(address)
        body = response.content.decode(errors="replace")
        found[address] = (response.status_code, f"{dict(response.headers)}\n{body}")
        assert response.status_code < 500, f"{address} is broken"
    return found


def secrets() -> set[str]:
    """Return what must not leave: names of protected parties; titles, addresses and hashes of protected documents."""
    parties = Source.objects.filter(is_protected=True)
    names = set(parties.values_list("name", flat=True))
    names |= set(Alias.objects.filter(source__in=parties).values_list("name", flat=True))
    names |= _known_by(is_protected=True)
    return names - set(parties.values_list("public_label", flat=True)) - {""}


def desk_secrets() -> set[str]:
    """Return what those who may not see protected things must not find: what tells of protected documents alone.

    A party is named in open texts too, and the same bytes may have come in openly, by somebody who could not know.
    """
    return _known_by(is_protected=True) - _known_by(is_protected=False) - {""}


def _known_by(*, is_protected: bool) -> set[str]:
    documents = Document.objects.filter(is_protected=is_protected)
    rows = documents.values_list("title", "capture__address", "capture__blob__sha256")
    return {mark for row in rows for mark in row}


def nothing_leaks(answers: dict[str, tuple[int, str]], hidden: set[str]) -> None:
    """Look for each secret, in any case and as an address spells it, in everything that was given."""
    spelled = {form for one in hidden for form in (one.casefold(), one.casefold().replace(" ", "-"))}
    for address, (_status, everything) in answers.items():
        folded = everything.casefold()
        found = sorted(one for one in spelled if one in folded)
        assert not found, f"{address} gives {found} away"


def api_is_what_is_stored(answers: dict[str, tuple[int, str]]) -> None:
    """The address of a summary gives the bytes that are stored of it."""
    for stored in Representation.objects.filter(format="json").select_related("summary"):
        _status, everything = answers[f"/api/v1/summaries/{stored.summary.uid}"]
        assert everything.partition("\n")[2] == bytes(stored.bytes).decode()


def changes_rebuild(answers: dict[str, tuple[int, str]]) -> None:
    """Put each change over the one before: in the end that is what every address says today."""
    told: dict[str, dict[str, Any]] = {}
    for change in json.loads(answers["/api/v1/changes?limit=500"][1].partition("\n")[2])["changes"]:
        for kind in ("summaries", "figures"):
            told |= {f"/api/v1/{kind}/{one['uid']}": one for one in change[kind]}
    public = [f"/api/v1/figures/{uid}" for uid in Figure.objects.public().values_list("uid", flat=True)]
    for address in [*public, *(one for one in told if "/summaries/" in one)]:
        status, everything = answers[address]
        today = json.loads(everything.partition("\n")[2])
        said = told.get(address)
        assert said is not None, f"{address} is public, and no change told of it"
        for one in (said, today):
            one.get("live", {}).pop("change_seq", None)
        differing = {
            name: (said.get(name), today.get(name))
            for name in {*said, *today}
            if said.get(name) != today.get(name)
        }
        assert status == 410 or not differing, f"{address} is not what the changes told last: {differing}"


def look_at_everything() -> None:
    """Read all there is as a stranger, and the desk as a contributor, who may not see protected things."""
    answers = given(Client(), public_addresses())
    assert Change.objects.count() <= 500
    nothing_leaks(answers, secrets())
    api_is_what_is_stored(answers)
    changes_rebuild(answers)
    nothing_leaks(given(signed_in("nadia"), desk_addresses()), desk_secrets())


def signed_in(username: str) -> Client:
    """Return a browser of this person; that of a stranger where they may not sign in any more."""
    client, person = Client(), Reviewer.objects.get(username=username)
    if person.is_active and not person.may("see-protected"):
        client.force_login(person)
    return client
