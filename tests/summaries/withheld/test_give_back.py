"""What was kept back for somebody protected no longer is given back by a publisher, and by nobody and nothing else."""

import json
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from ledger.models import Entry
from ledger.verify import verify
from newsroom.witnesses import all_problems
from sources.errors import NotAllowed as NotAllowedHere
from sources.errors import NotNow as NotNowHere
from sources.errors import Refused
from sources.models import Source
from summaries.errors import NotAllowed, NotNow, OutOfDate
from summaries.models import Change, Representation, Summary, Version, Withholding
from summaries.told import parties
from summaries.withheld.give_back import give_back, kept_of, token
from tests import cast
from tests.summaries.conftest import Desk

NAMES = "<p>The list is kept by Marta Quell at the quay.</p>"
OTHER = "<p>And by Ilse Brandt.</p>"
LABEL = "a keeper of the list"


def known(name: str = "Marta Quell") -> Source:
    return cast.source(name, "person")


def close(desk: Desk, party: Source) -> None:
    parties.protect_source(by=desk.editor, source=party, public_label=LABEL)


def reopen(desk: Desk, party: Source) -> None:
    parties.unprotect_source(by=desk.editor, source=party, reason="She spoke in public.")


def give(desk: Desk, summary: Summary, reason: str = "She spoke in public.") -> list[Version]:
    return give_back(by=desk.publisher, summary=summary, seen=token(summary), reason=reason)


def shown(summary: Summary) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(
        bytes(Representation.objects.get(summary=summary, format="json").bytes)
    )
    return stored


def unsound() -> list[str]:
    """What does not hold, but for rows the cast made without an act; everything kept back is vouched for."""
    found = [str(problem) for problem in all_problems()]
    return [one for one in found if "no entry commits" not in one or "withholding" in one]


def status(summary: Summary, n: int = 1) -> int:
    summary.refresh_from_db()
    of_page = Client().get(reverse("summaries:version", args=[summary.slug, n])).status_code
    assert Client().get(reverse("api:version", args=[summary.uid, n])).status_code == of_page
    return of_page


def test_a_version_named_by_mistake_is_read_again_as_it_was_printed(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    then = Client().get(reverse("api:version", args=[summary.uid, 1])).content
    close(desk, party)
    reopen(desk, party)
    assert (status(summary), shown(summary)["live"]["state"]) == (410, "withdrawn")
    assert [version.n for version in give(desk, summary)] == [1]
    assert (status(summary), shown(summary)["live"]["state"]) == (200, "published")
    assert Client().get(reverse("api:version", args=[summary.uid, 1])).content == then
    change = Change.objects.latest("seq")
    assert (change.kind, change.version, change.content["summaries"]) == (
        "published",
        summary.current_version,
        [shown(summary)],
    )
    assert "Marta Quell" in Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()
    assert verify() == [] and unsound() == []


def test_the_record_says_who_gave_back_what_and_why_in_words_that_stay_closed(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    close(desk, party)
    reopen(desk, party)
    give(desk, summary)
    entry = Entry.objects.get(act="summaries.give_back")
    assert entry.is_protected and entry.codes["versions"] == "1" and entry.codes["given_back"] == 2
    assert entry.detail.words == {"reason": "She spoke in public."}
    assert (
        Withholding.objects.filter(change__isnull=False).standing().exists()
    )  # changes are never given back


def test_what_still_names_somebody_stays_kept_back(desk: Desk) -> None:
    first, second = known(), known("Ilse Brandt")
    summary = desk.publish(desk.write(desk.sentence() + NAMES))
    desk.save(summary, desk.sentence() + NAMES + OTHER)
    desk.publish(summary)
    close(desk, first)
    close(desk, second)
    reopen(desk, first)
    assert [(kept.version.n, kept.may_return) for kept in kept_of(summary)] == [(2, False), (1, True)]
    assert [version.n for version in give(desk, summary)] == [1]
    assert (status(summary, 1), status(summary, 2)) == (200, 410)
    assert shown(summary)["live"]["state"] == "withdrawn"
    with pytest.raises(NotNow, match="still names"):
        give(desk, summary)
    assert "Ilse" not in Client().get(reverse("api:changes")).content.decode()


def test_nothing_comes_back_while_she_is_protected(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    close(desk, party)
    with pytest.raises(NotNow, match="still names"):
        give(desk, summary)
    assert status(summary) == 410


def test_what_was_given_back_is_kept_back_again_when_she_is_protected_again(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    for _turn in range(2):
        close(desk, party)
        assert (status(summary), shown(summary)["live"]["state"]) == (410, "withdrawn")
        reopen(desk, party)
        give(desk, summary)
        assert (status(summary), shown(summary)["live"]["state"]) == (200, "published")
    assert Withholding.objects.filter(version__isnull=False).count() == 1 and unsound() == []


def test_a_slow_page_a_second_time_and_a_missing_reason_are_refused(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    with pytest.raises(NotNow, match="Nothing of this summary"):
        give(desk, summary)
    close(desk, party)
    reopen(desk, party)
    with pytest.raises(NotNow, match="Say why"):
        give(desk, summary, reason=" ")
    with pytest.raises(OutOfDate) as stale:
        give_back(by=desk.publisher, summary=summary, seen="other", reason="x")
    assert stale.value.now == {"Withheld versions": "1"}
    give(desk, summary)
    with pytest.raises(NotNow):
        give(desk, summary)


@pytest.mark.parametrize("role", [None, "contributor", "reviewer", "editor", "auditor", "administrator"])
def test_only_a_publisher_gives_back(desk: Desk, role: str | None) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    close(desk, party)
    reopen(desk, party)
    with pytest.raises(NotAllowed):
        give_back(by=cast.person(role), summary=summary, seen=token(summary), reason="x")
    assert status(summary) == 410


def test_the_page_says_what_may_come_back_and_gives_it(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    close(desk, party)
    client = Client()
    client.force_login(desk.publisher)
    address = reverse("summaries:withheld", args=[summary.uid])
    assert "still names" in client.get(address).content.decode()
    assert address in client.get(reverse("summaries:desk-summary", args=[summary.uid])).content.decode()
    reopen(desk, party)
    sent = {"seen": token(summary), "reason": "She spoke in public."}
    assert client.post(address, {**sent, "seen": "other"}).status_code == 409
    assert client.post(address, {**sent, "reason": ""}).status_code == 422
    assert client.post(address, sent).status_code == 302 and status(summary) == 200
    assert client.post(address, sent).status_code == 409
    assert "Nothing of this summary is withheld" in client.get(address).content.decode()


def test_a_version_whose_bytes_were_erased_never_comes_back(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    close(desk, party)
    reopen(desk, party)
    Version.objects.filter(summary=summary).update(bytes=b"")
    assert [kept.may_return for kept in kept_of(summary)] == [False]
    with pytest.raises(NotNow):
        give(desk, summary)


def test_the_database_gives_nothing_back_with_anything_else(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    close(desk, party)
    kept = Withholding.objects.filter(version__summary=summary)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.update(given_back_at=cast.NOON, is_in_words=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.update(at=cast.NOON)
    kept.update(given_back_at=cast.NOON)
    assert unsound()


# --- opening a party -----------------------------------------------------------------------------------------------


def test_a_party_opened_again_is_printed_by_its_name_and_told(desk: Desk) -> None:
    summary = desk.publish()
    close(desk, desk.party)
    address = reverse("api:figure", args=[desk.figure.uid])
    assert Client().get(address).json()["originator"] == LABEL
    before = Change.objects.count()
    reopen(desk, desk.party)
    assert Client().get(address).json()["originator"] == "Harbour Watch"
    assert Change.objects.count() == before + 1 and verify() == []
    assert status(summary) == 410


def test_a_party_opened_again_needs_a_reason_one_who_may_and_a_name_of_its_own(desk: Desk) -> None:
    party = known()
    with pytest.raises(NotNowHere):
        reopen(desk, party)
    close(desk, party)
    with pytest.raises(Refused, match="Say why"):
        parties.unprotect_source(by=desk.editor, source=party, reason=" ")
    for role in (None, "contributor", "publisher", "auditor", "administrator"):
        with pytest.raises(NotAllowedHere):
            parties.unprotect_source(by=cast.person(role), source=party, reason="x")
    parties.create_source(by=cast.person("contributor"), name="Marta Quell", kind="person")
    with pytest.raises(Refused, match="goes by one of its names"):
        reopen(desk, party)
    party.refresh_from_db()
    assert party.is_protected


def test_the_desk_says_of_a_summary_taken_down_that_it_is_withheld_until_it_is_given_back(desk: Desk) -> None:
    party, summary = known(), desk.publish(desk.write(desk.sentence() + NAMES))
    reader = Client()
    reader.force_login(desk.publisher)
    one = reverse("summaries:desk-summary", args=[summary.uid])
    pages = [one, reverse("summaries:desk-summaries")]
    before = [reader.get(page).content.decode() for page in pages]
    assert "See it in print" in before[0] and not any("published, withheld" in page for page in before)
    close(desk, party)
    shut = [reader.get(page).content.decode() for page in pages]
    assert "See what stands in its place" in shut[0] and all("published, withheld" in page for page in shut)
    reopen(desk, party)
    give(desk, summary)
    assert "See it in print" in reader.get(one).content.decode()
