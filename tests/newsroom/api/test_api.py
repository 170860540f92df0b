"""The public API: published things only, the same for staff and strangers, strict about what it is asked."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft202012Validator

from claims.models import Figure
from claims.restate import restate
from ledger.models import Entry
from sources.models import Provenance
from summaries import corrections, publish, release
from summaries.models import Change, Correction, Summary
from tests import cast
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.test_publishing import fall

ROOT = "/api/v1"
NINJS = "application/ninjs+json"


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()


@pytest.fixture
def published(desk: Desk) -> Summary:
    return desk.publish()


def address(summary: Summary) -> str:
    return f"{ROOT}/summaries/{summary.uid}"


def problem(response: Any, status: int) -> dict:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    found = response.json()
    assert (found["status"], set(found) - {"errors"}) == (
        status,
        {"type", "title", "status", "detail", "code"},
    )
    return found


def test_a_person_who_lands_at_the_root_finds_the_addresses(client: Client, db: None) -> None:
    shown = client.get(f"{ROOT}/").json()
    assert shown["summaries"] == f"{ROOT}/summaries"
    for name in ("summaries", "figures", "measures", "changes", "openapi"):
        assert client.get(shown[name]).status_code == 200


def test_a_summary_is_read_as_json_and_as_ninjs(client: Client, published: Summary) -> None:
    shown = client.get(address(published))
    assert shown["Content-Type"] == "application/json"
    assert shown.json()["body"]["text"].startswith(
        "Harbour Watch said that more than 60 people (as of 17 May 2031"
    )
    assert shown.json()["figures"][0]["value"]["low"] == "60"
    by_accept = client.get(address(published), headers={"Accept": NINJS})
    by_suffix = client.get(f"{address(published)}.ninjs")
    assert by_accept.content == by_suffix.content
    assert by_accept["Content-Type"] == NINJS
    assert client.get(f"{address(published)}.json").content == shown.content
    problem(client.get(f"{address(published)}.xml"), 404)
    problem(client.get(address(published), headers={"Accept": "image/png"}), 406)


def test_an_unchanged_answer_is_a_304(client: Client, published: Summary) -> None:
    for path in (
        address(published),
        f"{ROOT}/summaries",
        f"{ROOT}/changes",
        f"{ROOT}/openapi.json",
        f"{ROOT}/figures",
    ):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_status_that_falls_changes_the_etag_and_the_label_at_once(
    client: Client, desk: Desk, published: Summary
) -> None:
    before = client.get(address(published))
    version = client.get(f"{address(published)}/versions/1")
    fall(desk)
    after = client.get(address(published))
    assert after["ETag"] != before["ETag"]
    assert after.json()["live"]["figures"][0]["fell"].startswith("not signed since")
    assert client.get(f"{address(published)}/versions/1").content == version.content
    figure = client.get(f"{ROOT}/figures/{desk.figure.uid}").json()
    assert (figure["status"], "was attributed" in figure["text"]) == ("unreviewed", True)


def test_answers_are_for_everybody_and_carry_no_cookie(
    client: Client, desk: Desk, published: Summary
) -> None:
    stranger = client.get(address(published))
    client.force_login(desk.publisher)
    staff = client.get(address(published))
    assert staff.content == stranger.content
    for response in (stranger, staff):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert not response.cookies
        assert "Accept" in response["Vary"] and "Cookie" not in response["Vary"]


def test_A13_what_is_not_published_is_not_there(client: Client, desk: Desk) -> None:
    draft = desk.write()
    hidden = cast.signed(cast.figure(desk.figure.state.measure))
    client.force_login(desk.publisher)
    for path in (
        address(draft),
        f"{address(draft)}.ninjs",
        f"{address(draft)}/versions/1",
        f"{ROOT}/figures/{hidden.uid}",
    ):
        problem(client.get(path), 404)
    assert client.get(f"{ROOT}/summaries").json() == {"summaries": [], "next": None}
    assert client.get(f"{ROOT}/figures").json()["figures"] == []
    assert client.get(f"{ROOT}/measures").json()["measures"] == []
    problem(client.get(f"{ROOT}/measures/{desk.figure.state.measure.slug}"), 404)  # type: ignore[union-attr]


def test_a_draft_of_a_published_summary_shows_nothing_of_itself(
    client: Client, desk: Desk, published: Summary
) -> None:
    desk.save(published, "<p>SECRET-DRAFT</p>")
    for path in (address(published), f"{ROOT}/summaries", f"{ROOT}/changes", f"{address(published)}.ninjs"):
        assert b"SECRET-DRAFT" not in client.get(path).content


def test_a_protected_party_is_printed_by_its_label_everywhere(client: Client, desk: Desk) -> None:
    desk.party.is_protected, desk.party.public_label = True, "a harbour worker"
    desk.party.save()
    document = cast.document(is_protected=True, title="SECRET-TITLE")
    mention = cast.mention(document, state="accepted", figure=desk.figure)
    desk.publish(desk.write(f"<p>A harbour worker said {desk.node()} came.</p>"))
    for path in ("summaries", "figures", f"figures/{desk.figure.uid}", "changes", "measures"):
        shown = client.get(f"{ROOT}/{path}").content.decode()
        for secret in ("Harbour Watch", "SECRET-TITLE", mention.text.blob.sha256):
            assert secret not in shown
    assert client.get(f"{ROOT}/figures/{desk.figure.uid}").json()["originator"] == "a harbour worker"


def test_quotes_come_from_open_documents_with_their_hash(client: Client, desk: Desk) -> None:
    mention = cast.mention(state="accepted", figure=desk.figure)
    desk.publish()
    quote = client.get(f"{ROOT}/figures/{desk.figure.uid}").json()["quotes"][0]
    assert (quote["quote"], quote["sha256"]) == ("more than 60", mention.text.blob.sha256)


def test_a_text_of_a_protected_publisher_is_not_quoted(client: Client, desk: Desk) -> None:
    mention = cast.mention(state="accepted", figure=desk.figure)
    hidden = cast.source("Zofia Quill", "person", is_protected=True, public_label="a witness")
    Provenance.objects.create(document=mention.document, position=0, role="published", source=hidden)
    desk.publish()
    answer = client.get(f"{ROOT}/figures/{desk.figure.uid}")
    assert answer.json()["quotes"] == []
    assert mention.text.blob.sha256 not in answer.content.decode()


def test_a_part_of_a_protected_page_is_not_quoted(client: Client, desk: Desk) -> None:
    mention = cast.mention(state="accepted", figure=desk.figure)
    mention.document.parent = cast.document("A page with more than one story.", is_protected=True)
    mention.document.save()
    desk.publish()
    assert client.get(f"{ROOT}/figures/{desk.figure.uid}").json()["quotes"] == []


def test_a_measure_a_fallen_figure_was_moved_to_stays_at_the_desk(client: Client, desk: Desk) -> None:
    desk.publish()
    was = desk.figure.state.measure
    restate(
        by=cast.person("editor"), figure=desk.figure, seen=desk.figure.state.n,
        measure=cast.measure("People still aboard"), reason="It counts those aboard.",
    )  # fmt: skip
    slugs = [measure["slug"] for measure in client.get(f"{ROOT}/measures").json()["measures"]]
    assert slugs == [was.slug]
    assert client.get(f"{ROOT}/measures/people-still-aboard").status_code == 404
    assert len(client.get(f"{ROOT}/measures/{was.slug}/series").json()["figures"]) == 1


def test_no_quote_leads_to_a_party_that_is_protected(client: Client, desk: Desk) -> None:
    chained = cast.document("Somebody counted more than 60 that day.")
    party = cast.source("Quay Ledger", is_protected=True, public_label="a port worker")
    chained.provenance.create(position=0, role="published", source=party)
    cast.mention(chained, state="accepted", figure=desk.figure)
    open_one = cast.mention(state="accepted", figure=desk.figure)
    desk.publish()
    address = f"{ROOT}/figures/{desk.figure.uid}"
    assert [quote["sha256"] for quote in client.get(address).json()["quotes"]] == [open_one.text.blob.sha256]
    desk.party.is_protected, desk.party.public_label = True, "a harbour worker"
    desk.party.save()
    assert client.get(address).json()["quotes"] == []


def test_figures_are_narrowed_by_measure_and_status(client: Client, desk: Desk, published: Summary) -> None:
    slug = desk.figure.state.measure.slug  # type: ignore[union-attr]
    assert (
        len(client.get(f"{ROOT}/figures", {"measure": slug, "status": "attributed"}).json()["figures"]) == 1
    )
    assert client.get(f"{ROOT}/figures", {"status": "verified"}).json()["figures"] == []
    series = client.get(f"{ROOT}/measures/{slug}/series").json()
    assert [figure["uid"] for figure in series["figures"]] == [str(desk.figure.uid)]


def test_lists_are_walked_by_their_cursor(client: Client, desk: Desk) -> None:
    summaries = [
        desk.publish(desk.write(headline=f"Harbour, {name}")) for name in ("spring", "summer", "autumn")
    ]
    seen, cursor = [], ""
    for _ in summaries:
        shown = client.get(f"{ROOT}/summaries", {"limit": 1, **({"cursor": cursor} if cursor else {})}).json()
        seen += [row["uid"] for row in shown["summaries"]]
        cursor = shown["next"]
    assert seen == [str(summary.uid) for summary in reversed(summaries)]
    assert cursor is None


def test_W16_a_retraction_is_told_everywhere_and_its_text_is_nowhere(
    client: Client, desk: Desk, published: Summary
) -> None:
    publish.retract(
        by=desk.publisher, summary=published, reason="safety", note="Somebody could be recognised."
    )
    assert client.get(address(published)).json()["live"]["notice"]["note"] == "Somebody could be recognised."
    assert client.get(f"{address(published)}.ninjs").json()["pubStatus"] == "canceled"
    assert problem(client.get(f"{address(published)}/versions/1"), 410)["code"] == "retracted"
    assert client.get(f"{address(published)}/versions/2").status_code == 200
    changes = client.get(f"{ROOT}/changes")
    assert b"brought ashore." not in changes.content
    assert [change["kind"] for change in changes.json()["changes"]] == ["published", "retracted"]
    assert client.get(f"{ROOT}/summaries").json()["summaries"] == []


def test_changes_replayed_from_zero_rebuild_what_is_public(
    client: Client, desk: Desk, published: Summary
) -> None:
    second = desk.publish(desk.write(headline="Harbour, later"))
    fall(desk)
    corrections.decide_correction(by=desk.editor, correction=Correction.objects.first(), reason="status_fell")  # type: ignore[arg-type]
    other = cast.signed(cast.figure(desk.figure.state.measure, low=7, comparator="exact"))
    release.release_series(by=desk.publisher, measure=desk.figure.state.measure)  # type: ignore[arg-type]
    summaries: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    since, more = 0, True
    while more:
        shown = client.get(f"{ROOT}/changes", {"since": since, "limit": 2}).json()
        for change in shown["changes"]:
            summaries |= {summary["uid"]: summary for summary in change["summaries"]}
            figures |= {figure["uid"]: figure for figure in change["figures"]}
        since, more = shown["next"], shown["has_more"]
    assert set(summaries) == {str(published.uid), str(second.uid)}
    assert set(figures) == {str(desk.figure.uid), str(other.uid)}
    for uid, summary in summaries.items():
        assert client.get(f"{ROOT}/summaries/{uid}").json() == summary
    for uid, figure in figures.items():
        assert client.get(f"{ROOT}/figures/{uid}").json() == figure
    assert since == Change.objects.latest("seq").seq


# --- hostile requests ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stray", ["%00", "%ff", "%ed%a0%80", "%0d%0a"])
def test_A01_stray_characters_are_refused_in_every_parameter(client: Client, db: None, stray: str) -> None:
    for path, names in (
        ("summaries", ("limit", "cursor", "topic", "language")), ("figures", ("measure", "status", "cursor", "limit")),
        ("changes", ("since", "limit")), ("measures", ("limit", "cursor")),
    ):  # fmt: skip
        for name in names:
            problem(client.get(f"{ROOT}/{path}?{name}=a{stray}"), 400)
        problem(client.get(f"{ROOT}/{path}?{stray}=1"), 400)
    problem(client.get(f"{ROOT}/measures/{stray}"), 404)


@pytest.mark.parametrize(
    "uid", ["0", "-1", "9" * 5000, "١٢٣", "1 OR 1=1", "3f6c0a52-7c0e-4a5e-9f0e", str(uuid4())]
)
def test_A02_addresses_that_name_nothing_are_404(client: Client, db: None, uid: str) -> None:
    for path in ("summaries", "figures", "measures"):
        problem(client.get(f"{ROOT}/{path}/{uid}"), 404)
    problem(client.get(f"{ROOT}/summaries/{uuid4()}/versions/{uid}"), 404)


@pytest.mark.parametrize("number", ["-1", "0", "1" + "0" * 30, "abc", "1.5", "1e3", "٣", "", " 1"])
def test_A03_wild_sizes_and_altered_cursors_are_refused(
    client: Client, published: Summary, number: str
) -> None:
    for path in ("summaries", "figures", "measures", "changes"):
        problem(client.get(f"{ROOT}/{path}", {"limit": number}), 400)
    problem(client.get(f"{ROOT}/figures", {"cursor": number or "x"}), 400)
    assert client.get(f"{ROOT}/changes", {"since": "1" + "0" * 17}).status_code == 200
    problem(client.get(f"{ROOT}/changes", {"since": "1" + "0" * 30}), 400)


def test_A03_a_cursor_of_another_list_is_refused(client: Client, desk: Desk) -> None:
    for name in ("spring", "summer"):
        desk.publish(desk.write(headline=f"Harbour, {name}"))
    cursor = client.get(f"{ROOT}/summaries", {"limit": 1}).json()["next"]
    problem(client.get(f"{ROOT}/figures", {"cursor": cursor}), 400)
    problem(
        client.get(f"{ROOT}/summaries", {"cursor": cursor[:-1] + ("A" if cursor[-1] != "A" else "B")}), 400
    )


@pytest.mark.parametrize(
    "query",
    ["order_by=author__password", "fields=*", "expand=source__contact", "measure__regex=(", "_connector=OR",
     "a__b__c=1", "format=api", "status=a&status=b", "status=maybe", "limit=1&limit=2"],
)  # fmt: skip
def test_A04_A05_A06_parameters_come_from_a_list_and_once(client: Client, db: None, query: str) -> None:
    assert problem(client.get(f"{ROOT}/figures?{query}"), 400)["errors"]


def test_A06_too_many_parameters_are_refused(client: Client, db: None) -> None:
    query = "&".join(f"p{n}=1" for n in range(1001))
    problem(client.get(f"{ROOT}/figures?{query}"), 400)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize(
    "written", [b'{"a":1,"a":2}', b"NaN", b"[" * 100_000, b"\xef\xbb\xbf{}", '{"a":1}'.encode("utf-16"), b"{}x"],
    ids=["twice", "nan", "deep", "bom", "utf-16", "trailing"],
)  # fmt: skip
def test_A07_A09_nothing_is_written_whatever_is_sent(
    client: Client, published: Summary, method: str, written: bytes
) -> None:
    for path in (address(published), f"{ROOT}/figures"):
        if method == "trace":
            response: Any = client.trace(path)
        else:
            response = getattr(client, method)(path, data=written, content_type="application/json")
        problem(response, 405)
        assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_A09_a_method_override_is_ignored(client: Client, published: Summary) -> None:
    response = client.post(address(published), headers={"X-HTTP-Method-Override": "GET"})
    problem(response, 405)


def test_head_and_options_answer_as_they_should(client: Client, published: Summary) -> None:
    head, get = client.head(address(published)), client.get(address(published))
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", get["ETag"])
    options = client.options(address(published), headers={"Origin": "null"})
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert options["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["nothing", "summaries/", "v2/summaries", "summaries/x/y/z", "", "%00"])
def test_an_address_that_names_nothing_is_a_problem_too(client: Client, db: None, path: str) -> None:
    for method in (client.get, client.post, client.options):
        if path:
            problem(method(f"{ROOT}/{path}"), 404)


def test_A17_no_answer_is_wrapped_in_script(client: Client, published: Summary) -> None:
    plain = client.get(address(published))
    assert client.get(address(published), {"callback": "alert"}).content == plain.content


@pytest.mark.parametrize("path", ["summaries", "figures", "measures", "changes", "openapi.json", ""])
def test_A19_a_fault_of_ours_tells_nothing_of_our_insides(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def fail(*arguments: Any, **options: Any) -> Any:
        raise RuntimeError("SELECT secret FROM /srv/app.py line 7 django 5.2")

    for module in ("index", "summaries", "figures", "measures", "changes"):
        monkeypatch.setattr(f"summaries.api.{module}.answer", fail)
    client.raise_request_exception = False
    found = problem(client.get(f"{ROOT}/{path}"), 500)
    text = json.dumps(found)
    assert not any(
        word in text for word in ("SELECT", "secret", "app.py", "django", "Traceback", "RuntimeError")
    )


def test_A21_reading_everything_as_the_most_powerful_changes_nothing(
    client: Client, desk: Desk, published: Summary
) -> None:
    def state() -> tuple[Any, ...]:
        return (
            Entry.objects.count(),
            Change.objects.count(),
            list(Figure.objects.values()),
            list(Summary.objects.values()),
        )

    before = state()
    client.force_login(cast.person("administrator"))
    slug = desk.figure.state.measure.slug  # type: ignore[union-attr]
    for path in ("", "summaries", f"summaries/{published.uid}", f"summaries/{published.uid}.ninjs", "figures",
                 "changes",
                 f"summaries/{published.uid}/versions/1", f"figures/{desk.figure.uid}", "measures", f"measures/{slug}",
                 f"measures/{slug}/series", "openapi.json"):  # fmt: skip
        assert client.get(f"{ROOT}/{path}").status_code == 200
    assert state() == before


# --- the description ----------------------------------------------------------------------------------------------


def test_the_description_is_openapi_31_and_without_warnings(client: Client, db: None) -> None:
    assert client.get(f"{ROOT}/openapi.json").json()["openapi"] == "3.1.0"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", "/dev/null")


def test_answers_are_of_the_shape_that_is_described(client: Client, desk: Desk, published: Summary) -> None:
    cast.mention(state="accepted", figure=desk.figure)
    fall(desk)
    corrections.decide_correction(
        by=desk.editor, correction=Correction.objects.get(), reason="revision", note="So."
    )
    document = client.get(f"{ROOT}/openapi.json").json()
    slug = desk.figure.state.measure.slug  # type: ignore[union-attr]
    for path, template in {
        "/": "/", "/summaries": "/summaries", f"/summaries/{published.uid}": "/summaries/{uid}",
        f"/summaries/{published.uid}/versions/1": "/summaries/{uid}/versions/{n}", "/figures": "/figures",
        f"/figures/{desk.figure.uid}": "/figures/{uid}", "/measures": "/measures",
        f"/measures/{slug}": "/measures/{slug}",
        f"/measures/{slug}/series": "/measures/{slug}/series", "/changes": "/changes",
    }.items():  # fmt: skip
        described = document["paths"][f"{ROOT}{template}"]["get"]["responses"]["200"]["content"][
            "application/json"
        ]
        schema = {**described["schema"], "components": document["components"]}
        found = list(Draft202012Validator(schema).iter_errors(client.get(f"{ROOT}{path}").json()))
        assert [error.message for error in found] == []


@pytest.mark.parametrize("path", ["summaries", "figures", "measures", "changes"])
def test_each_list_costs_the_same_with_one_row_and_with_eight(
    client: Client, desk: Desk, django_assert_max_num_queries: Any, path: str
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(40) as context:
            assert client.get(f"{ROOT}/{path}").status_code == 200
        return len(context.captured_queries)

    def one_more(n: int) -> None:
        measure = cast.measure(f"Measure {n}")
        figure = cast.signed(cast.figure(measure, originator=desk.party))
        cast.mention(cast.document(f"On day {n} more than 60 people came."), state="accepted", figure=figure)
        desk.publish(
            desk.write(f"<p>Harbour Watch said {desk.node(figure)} came.</p>", headline=f"Harbour {'x' * n}")
        )

    one_more(1)
    first = queries()
    for n in range(2, 9):
        one_more(n)
    assert queries() == first
