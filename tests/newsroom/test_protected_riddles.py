"""W20: whoever may not know of a protected party finds out nothing by naming it, at any door that takes a name.

Each door is asked twice, with her name and with a name nobody has; the answers differ in the name typed alone.
"""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from claims.models import Mention
from ledger.clock import held_at
from reviewers.models import Reviewer
from sources import describe
from sources.models import Document, Provenance, Source
from sources.parties import find_source
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db
NAME, NOBODY = "Quillfeather Zambra", "Tanglewooden Morris"
LABEL = "a person in the port"
VARYING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|csrfmiddlewaretoken\S* value=\"\w+\"|nonce[=-]\"?[\w+/=-]+"
    r"|\b[0-9a-f]{12,64}\b|[0-9a-f]+…[0-9a-f]*"
)
WORDS = "{} said on 17 May 2031 that more than 60 people were brought ashore at Port Ansel."


@pytest.fixture
def hidden() -> Source:
    party = cast.source(NAME, "person", is_protected=True, public_label=LABEL)
    filed.figure(cast.measure(), originator=party)
    return party


def alike(door: Callable[[str], str], *, status: str = "") -> None:
    """Ask a door with both names, undoing each, and compare all it said but the name and what is random.

    `status` is how the answer has to begin, so that the door was really gone through.
    """
    said = []
    for name in (NAME, NOBODY):
        with transaction.atomic(), held_at(cast.NOON):
            answer = door(name)
            transaction.set_rollback(True)
        assert LABEL not in answer and answer.startswith(status)
        for typed in (name, name.lower(), name.upper(), name.replace(" ", "+"), name.replace(" ", "%20")):
            answer = answer.replace(typed, "NAME")
        said.append(VARYING.sub("X", answer))
    assert said[0] == said[1]


def signed_in(person: Reviewer) -> Client:
    client = Client()
    client.force_login(person)
    return client


def everything(client: Client, method: str, address: str, sent: dict[str, Any] | None = None) -> str:
    """What a door answers, and the pages it leads to: where it sends on, the list of documents, the desk."""
    answer = getattr(client, method)(address, sent or {})
    said = [f"{answer.status_code} {answer.headers.get('Location', '')}", answer.content.decode()]
    for place in (answer.headers.get("Location", ""), "/desk/documents/", "/desk/", "/desk/measures/"):
        said += [client.get(place).content.decode()] if place else []
    return "\n".join(said)


# --- doors that file and describe ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["", "person"])
def test_filing_under_her_name_answers_as_for_anybody(hidden: Source, kind: str) -> None:
    by, mention, measure = cast.person("contributor"), cast.mention(), cast.measure("People ferried")

    def door(name: str) -> str:
        sent = {
            "seen": mention.token,
            "place": "measure",
            "measure": measure.slug,
            "originator": name,
            "new_party": kind,
        }
        said = everything(signed_in(by), "post", reverse("claims:file-mention", args=[mention.uid]), sent)
        figure = Mention.objects.get(pk=mention.pk).figure
        if figure is not None:
            said += signed_in(by).get(reverse("reviewers:figure", args=[figure.uid])).content.decode()
            said += signed_in(by).get(reverse("claims:restate", args=[figure.uid])).content.decode()
        return said

    alike(door, status="302" if kind else "422")


@pytest.mark.parametrize("kind", ["", "person"])
def test_naming_her_as_publisher_answers_as_for_anybody(hidden: Source, kind: str) -> None:
    by, document = cast.person("contributor"), cast.document()

    def door(name: str) -> str:
        sent = {
            "seen": describe.token(document), "title": document.title, "language": "en", "publisher": name,
            "publisher_kind": kind, "step-TOTAL_FORMS": "1", "step-INITIAL_FORMS": "0", "step-0-role": "author",
            "step-0-name": name,
        }  # fmt: skip
        address = reverse("claims:describe-document", args=[document.uid])
        said = everything(signed_in(by), "post", address, sent)
        return said + signed_in(by).get(address).content.decode()

    alike(door, status="302")


def test_naming_her_as_originator_of_a_figure_answers_as_for_anybody(hidden: Source) -> None:
    by, figure = cast.person("contributor"), filed.figure(cast.measure("People ferried"))

    def door(name: str) -> str:
        client, address = signed_in(by), reverse("claims:restate", args=[figure.uid])
        form = client.get(address).context["form"]
        sent = {one.html_name: one.value() for one in form if one.value() not in (None, False)}
        return everything(client, "post", address, {**sent, "originator": name, "reason": "Read again."})

    alike(door, status="422")


@pytest.mark.parametrize("part", [NAME, "Quillfeather", "zambra"])
def test_words_said_beside_hers_are_proposed_as_anybodys(hidden: Source, part: str) -> None:
    """A guessed part of her name in the same document is no voice to repeat."""
    measure = cast.measure("People ferried")
    document = cast.document(
        f"{part} said that more than 60 people came. {NOBODY} said more than 60 people came."
    )
    lead = cast.mention(document, "more than 60", by=["x"])
    made = cast.figure(measure, originator=hidden, lead=lead)
    type(lead).objects.filter(pk=lead.pk).update(figure=made, state="accepted")
    by = cast.person("contributor")
    second = cast.mention(document, "60 people came. Tangle", by=[part], comparator="more_than")
    other = cast.mention(document, "than 60 people came. Tangle", by=[NOBODY], comparator="more_than")
    place, client = reverse("claims:document", args=[document.uid]), signed_in(by)
    said = [client.get(place, {"mention": one.uid}).content.decode() for one in (second, other)]
    assert [page.count("same document says it again") for page in said] == [0, 0]


# --- doors that bring in -------------------------------------------------------------------------------------------


def test_bringing_in_a_text_of_hers_ties_nothing(hidden: Source) -> None:
    by = cast.person("contributor")

    def door(name: str) -> str:
        sent = {"text": WORDS.format(name), "publisher": name}
        return everything(signed_in(by), "post", reverse("claims:bring-in"), sent)

    alike(door, status="302")


@pytest.mark.parametrize("role", [None, "contributor", "reviewer"])
def test_ingesting_a_text_of_hers_ties_nothing(hidden: Source, tmp_path: Path, role: str | None) -> None:
    by = cast.person(role, name="bringer") if role else None

    def door(name: str) -> str:
        file = tmp_path / "a.txt"
        file.write_text(WORDS.format(name))
        out = io.StringIO()
        sent = {"by": by.username} if by else {}
        call_command("ingest", str(file), publisher=name, json=True, stdout=out, **sent)
        row = json.loads(out.getvalue())
        document = Document.objects.get(uid=row["document"])
        steps = list(document.provenance.values_list("role", "source", "words"))
        return str([{**row, "document": "", "capture": ""}, steps])

    alike(door)


def test_who_made_a_party_of_her_name_finds_it_and_nothing_of_her(hidden: Source) -> None:
    """Made at the desk, tied by name from then on as any other; and she is found by who may know of her."""
    by = cast.person("contributor")

    def door(name: str) -> str:
        first = cast.mention(cast.document(WORDS.format(name)), by=[name])
        sent = {
            "seen": first.token, "place": "measure", "measure": cast.measure("People ferried").slug, "originator": name,
            "new_party": "person",
        }  # fmt: skip
        said = everything(signed_in(by), "post", reverse("claims:file-mention", args=[first.uid]), sent)
        again = {"text": WORDS.format(name) + " Again.", "publisher": name}
        said += everything(signed_in(by), "post", reverse("claims:bring-in"), again)
        steps = Provenance.objects.filter(source__isnull=False).values_list("role", "source__is_protected")
        return said + str(list(steps))

    alike(door, status="302")


# --- the admin -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [
    "q={}", "name={}", "name__startswith={}", "aliases__name={}", "owner__name={}", "merged_into__name={}",
    "printed_as={}", "printed_as__startswith=a",
])  # fmt: skip
def test_searching_the_admin_for_her_finds_nobody(hidden: Source, asked: str) -> None:
    cast.source("Friends of the port", owner=hidden)
    by = cast.person("administrator")
    with transaction.atomic():
        find_source(NAME, by=by)
    alike(lambda name: everything(signed_in(by), "get", "/admin/sources/source/?" + asked.format(name)))


def test_a_party_printed_by_her_label_is_asked_for_by_nobody(hidden: Source) -> None:
    """What it is printed by is told to who may know of her, and no list can be narrowed by it."""
    cast.source(f"Friends of {NAME}", printed_as=LABEL)
    address = reverse("admin:sources_source_change", args=[Source.objects.get(printed_as=LABEL).pk])
    for role, is_told in (("administrator", False), ("reviewer", True), ("auditor", True)):
        client = signed_in(cast.person(role))
        assert (LABEL in client.get(address).content.decode()) is is_told
        asked = client.get("/admin/sources/source/?printed_as__startswith=a")
        assert asked.status_code in (302, 400)
