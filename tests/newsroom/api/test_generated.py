"""Every operation of the API's own description, asked in many ways: no fault, and each answer as described (A22)."""

import json
import os
from collections.abc import Iterator
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from tests import cast
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.test_publishing import fall

CASES = int(os.environ.get("CASES", "40"))  # of each operation; the catalogue asks for 1,000
AWKWARD = [
    "", " ", "0", "-1", "1", "2", "50", "1e3", "9" * 30, "٣", "1 OR 1=1", "' OR ''='", "null", "true", "[]", "{}", "*",
    "..", "../..", "%00", "\x00", "\ufffe", "\U0010ffff", "é", "e\u0301", "\u202e", "a" * 299, "a" * 301, "en", "ru",
    "json", "ninjs", "verified", "VERIFIED", "00000000-0000-0000-0000-000000000000", "a:b:c", "eyJhIjoxfQ:1:2",
    "\ud83d\ude00", "<b>", "=1+1",
]  # fmt: skip
ACCEPTS = [
    "*/*",
    "application/json",
    "application/ninjs+json",
    "text/html",
    "image/png",
    "a" * 3000,
    ";;;",
    "*/json",
    "",
]


@pytest.fixture
def desk(db: None) -> Desk:
    desk = make_desk()
    published = desk.publish()
    cast.mention(state="accepted", figure=desk.figure)
    desk.publish(desk.write(desk.sentence() + "<p>More words.</p>", headline="Ashore again"))
    fall(desk)
    assert published.current_version
    return desk


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        assert set(methods) == {"get"}, "an operation that writes would be tried here"
        yield path, methods["get"]


def real_values(client: Client) -> list[str]:
    """Values that name something: uids, slugs and cursors, as the lists give them."""
    found = ["port-ansel", "1"]
    for name in ("summaries", "figures", "measures"):
        answer = client.get(f"/api/v1/{name}", {"limit": 1}).json()
        rows = next(value for value in answer.values() if isinstance(value, list))
        found += [str(row[key]) for row in rows for key in ("uid", "slug") if key in row]
        found += [str(answer["next"])] if answer.get("next") else []
    return found


def addresses(path: str, operation: dict[str, Any], chance: Random, real: list[str]) -> Iterator[str]:
    """Ways to ask for one operation: parameters left out, real, awkward, unknown or twice."""
    for _ in range(CASES):
        address, query = path, []
        for parameter in operation.get("parameters", []):
            value = chance.choice(real if chance.random() < 0.6 else AWKWARD)
            if parameter["in"] == "path":
                address = address.replace(f"{{{parameter['name']}}}", quote(value, safe="", errors="replace"))
            elif chance.random() < 0.5:
                value = (
                    chance.choice(parameter["schema"].get("enum", AWKWARD))
                    if chance.random() < 0.5
                    else value
                )
                query += [(parameter["name"], value)] * chance.choice([1, 1, 1, 2])
        if chance.random() < 0.15:
            query.append(
                (chance.choice(["x", "limit__gt", "callback", "\x00", "format"]), chance.choice(AWKWARD))
            )
        yield f"{address}?{urlencode(query, errors='replace')}" if query else address


def faults(answer: Any, described: dict[str, Any], document: dict[str, Any]) -> list[str]:
    """What of an answer is not as its operation is described."""
    if answer.status_code >= 500:
        return [f"status {answer.status_code}"]
    if answer.status_code == 304:
        return ["a body"] if answer.content else []
    response = described["responses"].get(str(answer.status_code), described["responses"]["default"])
    content = response["content"].get(answer["Content-Type"])
    if content is None:
        return [f"{answer.status_code} as {answer['Content-Type']}"]
    schema = {**content["schema"], "components": document["components"]}
    return [
        error.message[:200] for error in Draft202012Validator(schema).iter_errors(json.loads(answer.content))
    ]


def test_A22_every_operation_answers_as_described_whatever_it_is_asked(client: Client, desk: Desk) -> None:
    document, chance = client.get("/api/v1/openapi.json").json(), Random(22)  # the same cases each time
    real, wrong, n_good = real_values(client), {}, 0
    for path, operation in operations(document):
        for address in addresses(path, operation, chance, real):
            headers = {"Accept": chance.choice(ACCEPTS)} if chance.random() < 0.3 else {}
            answer = client.get(address, headers=headers)
            n_good += answer.status_code == 200
            found = faults(answer, operation, document)
            if found:
                wrong[address[:200]] = (answer.status_code, found[:2])
    assert wrong == {}
    assert n_good > CASES  # it was not refusals alone
