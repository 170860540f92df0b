"""What is done to a party is heard by print: its name kept back, its voices counted anew, in the same transaction."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

import sources.parties
from claims.models import Figure
from ledger.models import Entry
from ledger.verify import verify
from reviewers.models import Evidence, Verdict
from sources.errors import NotAllowed, NotNow, Refused
from sources.models import Source
from summaries import live
from summaries.models import Change, Correction, Representation, Summary, Withholding
from summaries.told import parties
from summaries.withheld.withhold import Search
from tests import cast
from tests.claims import filed
from tests.summaries.conftest import Desk


def shown(summary: Summary, name: str = "json") -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(bytes(Representation.objects.get(summary=summary, format=name).bytes))
    return stored


def etag(summary: Summary) -> str:
    return Representation.objects.get(summary=summary, format="json").etag


def label(summary: Summary) -> str:
    said: str = shown(summary)["live"]["figures"][0]["label"]
    return said


def two_voices(desk: Desk, status: str = "attributed") -> tuple[Source, Figure, Summary]:
    """A summary that prints a figure which another party, independent so far, says too."""
    other = cast.source("Pier Aid")
    one = filed.figure(desk.figure.state.measure, originator=desk.party)
    beside = filed.figure(desk.figure.state.measure, originator=other)
    cast.signed(one, status, reason="two_originators" if status == "verified" else "own_words")
    if status == "verified":
        for verdict in Verdict.objects.filter(state=one.state):
            Evidence.objects.create(verdict=verdict, position=0, figure_state=beside.state)
    return other, one, desk.publish(desk.write(f"<p>Harbour Watch said that {desk.node(one)} came.</p>"))


# --- voices --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["owned", "merged"])
def test_two_voices_found_to_be_one_house_are_counted_anew_and_told(desk: Desk, how: str) -> None:
    other, one, summary = two_voices(desk)
    before, was = Change.objects.count(), etag(summary)
    assert label(summary).endswith("2 origins")
    if how == "owned":
        parties.set_owner(by=desk.editor, source=other, owner=desk.party)
    else:
        parties.merge_sources(by=desk.editor, source=other, into=desk.party)
    assert label(summary).endswith("1 origin") and etag(summary) != was
    change = Change.objects.latest("seq")
    assert (Change.objects.count(), change.kind) == (before + 1, "status")
    assert change.content["summaries"][0]["live"]["figures"][0]["label"].endswith("1 origin")
    assert change.content["figures"][0]["origins"] == 1
    assert shown(summary)["live"]["change_seq"] == change.seq
    assert not Correction.objects.exists() and verify() == []
    assert "1 origin" in Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()


def test_a_house_that_comes_apart_is_told_too(desk: Desk) -> None:
    other, _one, summary = two_voices(desk)
    parties.set_owner(by=desk.editor, source=other, owner=desk.party)
    parties.set_owner(by=desk.editor, source=other, owner=None)
    assert label(summary).endswith("2 origins") and Change.objects.latest("seq").seq == 3


def test_an_owner_further_up_counts_as_well(desk: Desk) -> None:
    other, _one, summary = two_voices(desk)
    house = cast.source("House")
    parties.set_owner(by=desk.editor, source=other, owner=house)
    assert Change.objects.count() == 1  # nothing that is printed changed
    parties.set_owner(by=desk.editor, source=house, owner=desk.party)
    assert label(summary).endswith("1 origin")


def test_a_public_figure_no_summary_prints_is_told_under_its_measure(desk: Desk) -> None:
    other, one, _summary = two_voices(desk)
    lone = filed.figure(cast.measure("Families fed"), originator=desk.party)
    filed.figure(lone.state.measure, originator=other)
    cast.signed(lone)
    Figure.objects.filter(pk=lone.pk).update(released_at=cast.NOON)
    parties.set_owner(by=desk.editor, source=other, owner=desk.party)
    told = {
        change.subject.split(":")[2]: change.content["figures"]
        for change in Change.objects.order_by("-seq")[:2]
    }
    assert [figure["uid"] for figure in told["measure"]] == [str(lone.uid)]
    assert [figure["uid"] for figure in told["summary"]] == [str(one.uid)]


def test_W10_a_figure_verified_by_two_that_are_one_house_falls(desk: Desk) -> None:
    other, one, summary = two_voices(desk, "verified")
    parties.set_owner(by=desk.editor, source=other, owner=desk.party)
    one.refresh_from_db()
    assert one.status == "unreviewed" and not Verdict.objects.live().filter(state__figure=one).exists()
    live = shown(summary)["live"]["figures"][0]
    assert live["fell"].endswith("was verified") and live["label"].endswith("1 origin")
    due = Correction.objects.get(figure=one)
    assert (due.state, due.reason) == ("due", "status_fell")
    assert Entry.objects.get(act="reviewers.void_verdicts").codes["why"] == "one_house"
    assert Change.objects.filter(kind="status").exists() and verify() == []


def test_W10_one_other_house_is_enough_to_stand_on(desk: Desk) -> None:
    other, one, _summary = two_voices(desk, "verified")
    third = filed.figure(desk.figure.state.measure, originator=cast.source("Port Office", "official"))
    for verdict in Verdict.objects.filter(state=one.state):
        Evidence.objects.create(verdict=verdict, position=1, figure_state=third.state)
    parties.set_owner(by=desk.editor, source=other, owner=desk.party)
    one.refresh_from_db()
    assert one.status == "verified"


def test_parties_nobody_prints_change_nothing_in_print(desk: Desk) -> None:
    desk.publish()
    before = Entry.objects.count()
    parties.set_owner(by=desk.editor, source=cast.source("A"), owner=cast.source("B"))
    assert [entry.act for entry in Entry.objects.filter(seq__gt=before)] == ["sources.set_owner"]
    assert Change.objects.count() == 1


@pytest.mark.parametrize("role", ["contributor", "publisher", "auditor", "administrator"])
def test_who_may_not_judge_moves_nothing(desk: Desk, role: str) -> None:
    by, other = cast.person(role), cast.source("Pier Aid")
    for act in (
        lambda: parties.set_owner(by=by, source=other, owner=desk.party),
        lambda: parties.merge_sources(by=by, source=other, into=desk.party),
        lambda: parties.add_alias(by=by, source=other, name="PA"),
        lambda: parties.protect_source(by=by, source=other, public_label="x"),
        lambda: parties.create_source(by=by, name="New", kind="person", is_protected=True, public_label="x"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_finding_what_a_house_moves_costs_the_same_for_many_figures(
    desk: Desk, django_assert_max_num_queries: Any
) -> None:
    def queries(n: int) -> int:
        measure, other = cast.measure(f"Measure {n}"), cast.source(f"Paper {n}")
        for low in range(1, n + 1):
            made = filed.figure(measure, low=low, originator=other)
            Figure.objects.filter(pk=made.pk).update(released_at=cast.NOON)
        with django_assert_max_num_queries(80) as context:
            parties.set_owner(by=desk.editor, source=other, owner=desk.party)
        return len(context.captured_queries)

    queries(1)  # what is read once for a person
    assert queries(2) == queries(12)


# --- protecting ----------------------------------------------------------------------------------------------------


def in_words(desk: Desk) -> Summary:
    return desk.publish()


def by_record(desk: Desk) -> Summary:
    """A text that prints a figure of the party without naming it: a disputed one, beside the value against it."""
    other = cast.source("Pier Aid")
    for party, low in ((desk.party, 7), (other, 9)):
        made = filed.figure(
            desk.figure.state.measure, low=low, high=low, comparator="exact", originator=party
        )
        cast.signed(made, "disputed", reason="parties_conflict")
    nodes = " or ".join(desk.node(one) for one in Figure.objects.filter(status="disputed").order_by("pk"))
    return desk.publish(desk.write(f"<p>Either {nodes}; it is disputed.</p>", headline="Counts apart"))


def test_A13_words_that_name_a_party_protected_since_give_way_to_a_notice(desk: Desk) -> None:
    summary = in_words(desk)
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    assert (shown(summary)["live"]["state"], shown(summary)["figures"]) == ("withdrawn", [])
    assert "Harbour Watch" not in json.dumps([shown(summary), shown(summary, "ninjs")])
    assert Change.objects.latest("seq").kind == "withdrawn"
    assert Withholding.objects.get(version=summary.current_version).is_in_words
    assert b"Harbour Watch" in bytes(summary.current_version.bytes)  # type: ignore[union-attr]
    due = Correction.objects.get()
    assert (due.figure, due.reason, due.state) == (None, "safety", "due")
    assert "Harbour Watch" not in due.old and verify() == []


def test_A13_a_party_that_only_the_record_names_is_printed_by_its_label(desk: Desk) -> None:
    summary = by_record(desk)
    was = etag(summary)
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    now = shown(summary)
    assert now["live"]["state"] == "published" and etag(summary) != was
    assert {figure["originator"] for figure in now["figures"]} == {"a rights group", "Pier Aid"}
    assert {"name": "a rights group", "role": "originator"} in shown(summary, "ninjs")["infoSources"]
    assert Client().get(reverse("api:version", args=[summary.uid, 1])).status_code == 410
    page = Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()
    assert "Harbour Watch" not in page and "a rights group" in page
    assert Correction.objects.get(summary=summary).reason == "safety"


def test_a_new_version_takes_the_place_of_the_notice(desk: Desk) -> None:
    summary = in_words(desk)
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    desk.save(summary, f"<p>A rights group said that {desk.node()} were brought ashore.</p>")
    desk.publish(summary)
    assert (shown(summary)["version"], shown(summary)["live"]["state"]) == (2, "published")
    assert Client().get(reverse("summaries:version", args=[summary.slug, 1])).status_code == 410
    assert Client().get(reverse("summaries:version", args=[summary.slug, 2])).status_code == 200
    page = Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()
    assert "a rights group" in page and "/versions/1/" not in page


def test_R07_the_notice_needs_no_bytes(desk: Desk) -> None:
    """Erasure takes a version's bytes and leaves its hash; what is withheld says the same then."""
    summary = in_words(desk)
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    address = reverse("summaries:summary", args=[summary.slug])
    before = Client().get(address).content
    summary.versions.update(bytes=b"")
    assert Client().get(address).content == before
    live.refresh(summary, change_seq=shown(summary)["live"]["change_seq"])
    assert shown(summary)["sha256"] == summary.current_version.sha256  # type: ignore[union-attr]


def test_everything_given_out_is_read_once_and_that_before_the_locks(desk: Desk, monkeypatch: Any) -> None:
    in_words(desk)
    hidden = cast.source("The keeper", "person", is_protected=True, public_label="a keeper")
    begun: list[bool] = []
    monkeypatch.setattr(Search, "__init__", _noting(begun, Search.__init__))
    parties.merge_sources(by=desk.editor, source=desk.party, into=hidden)
    parties.add_alias(by=desk.editor, source=hidden, name="Old Tom")
    parties.protect_source(by=desk.editor, source=hidden, public_label="somebody")
    assert begun == [False] * 3


def _noting(begun: list[bool], init: Any) -> Any:
    def noted(self: Search, *args: Any) -> None:
        begun.append(len(connection.savepoint_ids) > 0)
        init(self, *args)

    return noted


def test_changes_kept_back_cost_the_same_for_many(desk: Desk, django_assert_max_num_queries: Any) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(60) as context:
            assert Client().get(reverse("api:changes")).status_code == 200
        return len(context.captured_queries)

    for n in range(8):
        desk.publish(desk.write(desk.sentence(), headline=f"Ashore {'x' * n}"))
        if n == 1:
            parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
            few = queries()
            Source.objects.update(is_protected=False)  # as if it had been protected later
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    assert Withholding.objects.filter(change__isnull=False).count() == 8 and queries() == few


def test_protecting_twice_keeps_nothing_back_twice(desk: Desk) -> None:
    in_words(desk)
    for label_ in ("a rights group", "a group in the port"):
        parties.protect_source(by=desk.editor, source=desk.party, public_label=label_)
    assert Withholding.objects.filter(version__isnull=False).count() == 1
    assert Correction.objects.count() == 1 and verify() == []


def test_a_second_party_in_the_words_takes_down_what_the_first_left_standing(desk: Desk) -> None:
    summary = by_record(desk)
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    assert shown(summary)["live"]["state"] == "published"
    parties.create_source(
        by=desk.editor, name="Counts apart", kind="organisation", is_protected=True, public_label="somebody"
    )
    assert shown(summary)["live"]["state"] == "withdrawn"
    assert Withholding.objects.get(version=summary.current_version).is_in_words and verify() == []


def test_a_party_found_to_be_a_protected_one_is_closed_with_it(desk: Desk) -> None:
    summary = in_words(desk)
    hidden = cast.source("The keeper", "person", is_protected=True, public_label="a keeper")
    parties.merge_sources(by=desk.editor, source=desk.party, into=hidden)
    assert shown(summary)["live"]["state"] == "withdrawn"
    answer = Client().get(reverse("api:figure", args=[desk.figure.uid])).json()
    assert answer["originator"] == "a keeper"


def test_protecting_a_party_closes_all_that_were_merged_into_it(desk: Desk) -> None:
    other = cast.source("Pier Aid")
    summary = in_words(desk)
    parties.merge_sources(by=desk.editor, source=desk.party, into=other)
    parties.protect_source(by=desk.editor, source=other, public_label="a rights group")
    assert shown(summary)["live"]["state"] == "withdrawn"
    assert Source.objects.get(pk=desk.party.pk).printed_name == "a rights group"


def test_another_name_of_a_protected_party_is_looked_for_in_print(desk: Desk) -> None:
    summary = desk.publish(desk.write(desk.sentence() + "<p>So did the men of Pier Nine.</p>"))
    hidden = cast.source("The keeper", "person", is_protected=True, public_label="a keeper")
    assert shown(summary)["live"]["state"] == "published"
    parties.add_alias(by=desk.editor, source=hidden, name="Men of Pier Nine")
    assert shown(summary)["live"]["state"] == "withdrawn"


@pytest.mark.parametrize("act", ["add_alias", "merge_sources"])
def test_W20_a_name_given_while_its_party_is_protected_is_refused(
    desk: Desk, monkeypatch: Any, act: str
) -> None:
    party, other = cast.source("Lamp Trust"), cast.source("Quell House")
    given = {
        "add_alias": {"source": party, "name": "Quellers"},
        "merge_sources": {"source": other, "into": party},
    }
    on_the_left = getattr(sources.parties, act)

    def after_somebody_protected_it(**sent: Any) -> Any:
        Source.objects.filter(pk=party.pk).update(is_protected=True, public_label="a trust")
        return on_the_left(**sent)

    monkeypatch.setattr(sources.parties, act, after_somebody_protected_it)
    with pytest.raises(NotNow, match="protected at this moment"):
        getattr(parties, act)(by=desk.editor, **given[act])
    assert party.aliases.count() == 1 and other.aliases.count() == 1


def test_it_needs_a_public_label_and_changes_nothing_without(desk: Desk) -> None:
    summary = in_words(desk)
    with pytest.raises(Refused):
        parties.protect_source(by=desk.editor, source=desk.party, public_label=" ")
    assert shown(summary)["live"]["state"] == "published" and not Withholding.objects.exists()


def test_W20_a_draft_that_names_it_is_not_shown_to_who_may_not_know_of_it(desk: Desk) -> None:
    draft = desk.write(headline="A draft")
    other = desk.write("<p>Nobody is named.</p>", headline="Another")
    parties.protect_source(by=desk.editor, source=desk.party, public_label="a rights group")
    contributor = cast.person("contributor")
    assert set(Summary.objects.visible_to(contributor)) == {other}
    assert set(Summary.objects.visible_to(desk.editor)) == {draft, other}
    desk.save(other, "<p>Harbour Watch is named now.</p>")
    assert not Summary.objects.visible_to(contributor).exists() and verify() == []
    desk.save(other, "<p>And now no more.</p>")
    assert set(Summary.objects.visible_to(contributor)) == {other}


def test_the_admin_calls_these_acts(desk: Desk) -> None:
    _other, _one, summary = two_voices(desk)
    client = Client()
    client.force_login(desk.editor)
    address = reverse("admin:sources_source_change", args=[desk.party.pk])
    seen = client.get(address).context["adminform"].form.fields["seen"].initial
    sent = {
        "owner": "",
        "reliability": "F",
        "is_protected": "on",
        "public_label": "a rights group",
        "seen": seen,
    }
    assert client.post(address, sent).status_code == 302
    assert shown(summary)["live"]["state"] == "withdrawn"
