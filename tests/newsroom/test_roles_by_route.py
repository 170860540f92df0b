"""Every role on every route: who may is read from the roles table and the list below, never from an answer.

A route the resolver knows and the list does not is a failure.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver, reverse

from claims.models import Figure, Finding, Measure, Mention
from reviewers.roles import ACTS
from sources.models import Document
from summaries.models import Correction, Summary
from tests.newsroom.conftest import ANONYMOUS, ROLES, WITHOUT_ROLE, client_of

EVERYBODY = "everybody"  # without sign-in too
SIGNED_IN = "signed-in"  # any account, with or without a role


class Route(NamedTuple):
    """One route: who may, how it is called, on what. `thing` names a function below that gives the arguments.

    A page that shows its form by GET and acts by POST has two rows, the second named `… post`.
    """

    who: str
    method: str = "get"
    thing: str = ""


ROUTES = {
    "health": Route(EVERYBODY),
    "icon": Route(EVERYBODY),
    # /account/
    "account_login": Route(EVERYBODY),
    "account_logout": Route(EVERYBODY),
    "account_inactive": Route(EVERYBODY),
    "account_signup": Route(EVERYBODY),  # says that sign-up is closed
    "account_reset_password": Route(EVERYBODY),
    "account_reset_password_done": Route(EVERYBODY),
    "account_reset_password_from_key": Route(EVERYBODY, thing="reset_key"),
    "account_reset_password_from_key_done": Route(EVERYBODY),
    "account_reauthenticate": Route(SIGNED_IN),
    "account_change_password": Route(SIGNED_IN),
    "account_set_password": Route(SIGNED_IN),
    # /desk/
    "newsroom:desk": Route("see-desk"),
    "newsroom:ledger": Route("see-ledger"),
    "newsroom:unsaved": Route(SIGNED_IN),  # what they themselves sent
    "newsroom:unsaved post": Route(SIGNED_IN, "post"),
    # /desk/documents/
    "claims:documents": Route("see-desk"),
    "claims:bring-in": Route("bring-in"),
    "claims:bring-in post": Route("bring-in", "post"),
    "claims:document": Route("see-desk", thing="document"),
    "claims:describe-document": Route("describe-document", "post", "document"),
    "claims:redate-document": Route("describe-document", "post", "document"),
    "reviewers:withdraw-document": Route("withdraw-document", "post", "document"),
    "reviewers:restore-document": Route("withdraw-document", "post", "document"),
    "summaries:protect-document": Route("protect", "post", "document"),
    "claims:add-mention": Route("sort-mention", "post", "document"),
    # /desk/mentions/
    "claims:accept-mention": Route("sort-mention", "post", "mention"),
    "claims:correct-mention": Route("sort-mention", "post", "mention"),
    "claims:dismiss-mention": Route("sort-mention", "post", "mention"),
    "claims:reopen-mention": Route("sort-mention", "post", "mention"),
    "claims:file-mention": Route("sort-mention", "post", "mention"),
    "claims:unfile-mention": Route("sort-mention", "post", "mention"),
    # /desk/measures/
    "claims:measures": Route("see-desk"),
    "claims:new-measure": Route("create-measure"),
    "claims:new-measure post": Route("create-measure", "post"),
    "claims:measure": Route("see-desk", thing="measure"),
    "claims:word-measure": Route("define-measure", "post", "measure"),
    "claims:relate-measures": Route("define-measure", "post", "measure"),
    "claims:start-phase": Route("define-measure", "post", "measure"),
    "claims:retire-measure": Route("define-measure", "post", "measure"),
    # /desk/figures/
    "claims:restate": Route("see-desk", "get", "figure"),  # what it said before is shown beside the form
    "claims:restate post": Route("restate-figure", "post", "figure"),
    "claims:revert": Route("restate-figure", "post", "figure"),
    "reviewers:queue": Route("see-desk"),
    "reviewers:figure": Route("see-desk", thing="figure"),
    "reviewers:take": Route("take-figure", "post", "figure"),
    "reviewers:give-back": Route("take-figure", "post", "figure"),
    "reviewers:hand-over": Route("take-figure", "post", "figure"),
    "reviewers:sign": Route("sign", "post", "figure"),
    "reviewers:withdraw-verdict": Route("withdraw-verdict", "post", "figure"),
    # /desk/findings/
    "claims:findings": Route("see-desk"),
    "claims:close-finding": Route("close-finding", "post", "finding"),
    # /desk/summaries/
    "summaries:desk-summaries": Route("see-desk"),
    "summaries:new-summary": Route("write"),
    "summaries:new-summary post": Route("write", "post"),
    "summaries:desk-summary": Route("see-desk", thing="summary"),
    "summaries:save-summary": Route("write", "post", "summary"),
    "summaries:insert-figure": Route("write", "post", "summary"),
    "summaries:not-a-figure": Route("write", "post", "summary"),
    "summaries:submit": Route("submit", "post", "summary"),
    "summaries:request-changes": Route("approve", "post", "summary"),
    "summaries:approve": Route("approve", "post", "summary"),
    "summaries:withdraw-approval": Route("approve", "post", "summary"),
    "summaries:publish": Route("publish", "post", "summary"),
    "summaries:retract": Route("retract", "post", "summary"),
    "summaries:withheld": Route("give-back", "get", "summary"),
    "summaries:withheld post": Route("give-back", "post", "summary"),
    "summaries:desk-corrections": Route("see-desk"),
    "summaries:decide-correction": Route("decide-correction", "post", "correction"),
    "summaries:release-series": Route("release-series", "post", "measure"),
    # / – what is published
    "summaries:home": Route(EVERYBODY),
    "summaries:list": Route(EVERYBODY),
    "summaries:summary": Route(EVERYBODY, thing="published"),
    "summaries:version": Route(EVERYBODY, thing="version"),
    "summaries:measures": Route(EVERYBODY),
    "summaries:measure": Route(EVERYBODY, thing="public_measure"),
    "summaries:figure": Route(EVERYBODY, thing="public_figure"),
    "summaries:corrections": Route(EVERYBODY),
    "summaries:method": Route(EVERYBODY),
    "summaries:data": Route(EVERYBODY),
    # /api/v1/
    "api:index": Route(EVERYBODY),
    "api:openapi": Route(EVERYBODY),
    "api:summaries": Route(EVERYBODY),
    "api:summary": Route(EVERYBODY, thing="published_uid"),
    "api:summary-as": Route(EVERYBODY, thing="published_ninjs"),
    "api:version": Route(EVERYBODY, thing="version_uid"),
    "api:figures": Route(EVERYBODY),
    "api:figure": Route(EVERYBODY, thing="public_figure"),
    "api:figure-as": Route(EVERYBODY, thing="public_figure_json"),
    "api:measures": Route(EVERYBODY),
    "api:measure": Route(EVERYBODY, thing="public_measure"),
    "api:series": Route(EVERYBODY, thing="public_measure"),
    "api:changes": Route(EVERYBODY),
}


# --- the things routes are called on --------------------------------------------------------------------------------


def document() -> dict[str, Any]:
    return {"uid": Document.objects.filter(is_protected=False, parent=None).order_by("id")[0].uid}


def mention() -> dict[str, Any]:
    return {"uid": Mention.objects.to_sort().filter(document__is_protected=False)[0].uid}


def measure() -> dict[str, Any]:
    return {"slug": Measure.objects.filter(states__figure__released_at__isnull=False)[0].slug}


def figure() -> dict[str, Any]:
    return {"uid": Figure.objects.filter(status="unreviewed", mentions__document__is_protected=False)[0].uid}


def finding() -> dict[str, Any]:
    return {"uid": Finding.objects.standing()[0].uid}


def summary() -> dict[str, Any]:
    return {"uid": Summary.objects.get(slug="a-year-on").uid}


def correction() -> dict[str, Any]:
    return {"uid": Correction.objects.filter(state="due")[0].uid}


def published() -> dict[str, Any]:
    return {"slug": "who-got-out"}


def version() -> dict[str, Any]:
    return {"slug": "who-got-out", "n": 1}


def published_uid() -> dict[str, Any]:
    return {"uid": Summary.objects.get(slug="who-got-out").uid}


def published_ninjs() -> dict[str, Any]:
    return {**published_uid(), "format": "ninjs"}


def version_uid() -> dict[str, Any]:
    return {**published_uid(), "n": 1}


public_measure = measure


def public_figure() -> dict[str, Any]:
    return {"uid": Figure.objects.public()[0].uid}


def public_figure_json() -> dict[str, Any]:
    return {**public_figure(), "format": "json"}


def reset_key() -> dict[str, Any]:
    return {"uidb36": "1", "key": "no-such-key"}


# --- the joined table -----------------------------------------------------------------------------------------------


def may(role: str, who: str) -> bool:
    """Say what the tables say: the roles table for an act, the list above for the rest."""
    if who == EVERYBODY:
        return True
    if role == ANONYMOUS:
        return False
    return who == SIGNED_IN or role in ACTS[who].roles


def is_let_in(answer: HttpResponse) -> bool:
    """Say whether a person got through: anything but a refusal and the way to the sign-in."""
    to_sign_in = answer.status_code == 302 and answer.headers["Location"].startswith(
        ("/account/login/", "/admin/login/")
    )
    return answer.status_code < 500 and answer.status_code not in (401, 403, 404) and not to_sign_in


def walk(resolver: Any, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name or ''}", entry
        else:
            yield from walk(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)


UNNAMED = {"api:", "", "admin:"}  # what catches every other address, and answers 404


@pytest.mark.django_db
def test_an_empty_newsroom_opens_its_doors_to_readers() -> None:
    for name in (
        "summaries:home",
        "summaries:list",
        "summaries:measures",
        "summaries:corrections",
        "api:summaries",
    ):
        assert client_of(ANONYMOUS).get(reverse(name)).status_code == 200, name


def test_every_route_the_resolver_knows_has_a_row() -> None:
    known = {name for name, _ in walk(get_resolver()) if not name.startswith("admin:")}
    assert known - UNNAMED - set(ROUTES) == set()


def test_no_row_is_left_of_a_route_that_is_gone() -> None:
    assert {row.split()[0] for row in ROUTES} - {name for name, _ in walk(get_resolver())} == set()


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("role", [*ROLES, WITHOUT_ROLE, ANONYMOUS])
@pytest.mark.parametrize("name", ROUTES)
def test_a_role_gets_where_the_tables_say_and_nowhere_else(name: str, role: str) -> None:
    route = ROUTES[name]
    arguments = globals()[route.thing]() if route.thing else {}
    answer = getattr(client_of(role), route.method)(reverse(name.split()[0], kwargs=arguments))
    assert is_let_in(answer) == may(role, route.who), (answer.status_code, answer.headers.get("Location"))


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize(
    "name", [row for row, route in ROUTES.items() if route.method == "post" and " " not in row]
)
def test_W26_an_act_is_not_done_by_get(name: str) -> None:
    route = ROUTES[name]
    answer = client_of("editor").get(reverse(name, kwargs=globals()[route.thing]()))
    assert answer.status_code in (403, 405) or name in SHOWS_ITS_FORM


# Pages that show their form by GET and act by POST only.
SHOWS_ITS_FORM = {
    "claims:close-finding",
    "claims:describe-document",
    "claims:redate-document",
    "reviewers:withdraw-document",
    "reviewers:restore-document",
    "summaries:protect-document",
    "summaries:not-a-figure",
}
