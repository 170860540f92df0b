"""How each act of the apps further left is done to something in print, and what it moves that anybody can read."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction
from django.test import override_settings

from claims import bring_in, measures, reread, second_reading, triage
from claims.findings import close, recompute
from claims.models import Figure, Finding, Mention
from claims.values import Value
from reviewers import assign, people, sign
from sources import capture, describe
from sources import parties as left_parties
from sources.dates import typed
from sources.models import Document
from summaries.told import acts as told
from summaries.told import parties, protect
from tests import cast
from tests.claims import filed
from tests.summaries.told.in_print import Scene

Doing = Callable[[Scene], Any]


class Case(NamedTuple):
    """One way of doing an act. `moves`: json, page (a page alone), or nothing."""

    act: str
    how: str
    moves: str
    do: Doing


def seen(document: Document) -> dict[str, Any]:
    fresh = Document.objects.get(pk=document.pk)
    return {"document": fresh, "seen": describe.token(fresh)}


def fresh(mention: Mention) -> dict[str, Any]:
    one = Mention.objects.select_related("document").get(pk=mention.pk)
    return {"mention": one, "seen": one.token}


def echo_of(figure: Figure) -> Mention:
    """A mention that states the figure and does not lead it."""
    return figure.mentions.exclude(pk=figure.state.lead_mention_id).order_by("-pk")[0]


# --- how each act is done to something in print ---------------------------------------------------------------------


def describes(**said: Any) -> Doing:
    def do(s: Scene) -> None:
        told.describe_document(by=s.desk.editor, **seen(s.echo), **said)

    return do


def describes_chain(s: Scene) -> None:
    hidden = parties.create_source(
        by=s.desk.editor, name="Wren Lowry", kind="person", is_protected=True, public_label="a docker"
    )
    told.describe_document(by=s.desk.editor, **seen(s.echo), chain=[("said", hidden, "a docker")])


def merges_the_paper(s: Scene) -> None:
    parties.merge_sources(by=s.desk.editor, source=s.reprint, into=cast.source("Courier Group", "outlet"))


def opens_again(s: Scene) -> None:
    protect.unprotect_document(
        by=s.desk.editor, document=Document.objects.get(pk=s.echo.pk), reason="Safe by now."
    )


def withdraws(s: Scene, document: Document) -> None:
    told.withdraw_document(by=s.desk.editor, reason="Brought in twice.", **seen(document))


def corrects(s: Scene, mention: Mention, **changes: Any) -> None:
    reading = mention.reading
    said = {
        "value": reading.value, "as_of": reading.as_of, "since": reading.since, "counted": reading.counted,
        "predicate": "came ashore", "kind": reading.kind, "unit": reading.unit, "attribution": ["Harbour Watch"],
    }  # fmt: skip
    told.correct(by=s.desk.editor, **fresh(mention), **{**said, **changes})


def asks_again(s: Scene) -> None:
    with override_settings(SECOND_READER="tests.claims.second_readers:looks_round"):
        second_reading.read_again(by=s.desk.editor, documents=[s.spare.document])


def files(s: Scene, *, figure: Figure | None = None, other: bool = False) -> None:
    place = {"figure": figure} if figure else {"measure": s.measure}
    party = figure.state.originator if figure else cast.source("Town Office") if other else None
    told.file_mention(by=s.desk.editor, **fresh(s.spare), **place, originator=party)


def adds(s: Scene) -> None:
    triage.add_mention(
        by=s.desk.editor, document=s.spare.document, start=s.spare.document.text.text.index("17"), quote="17",
        value=Value("exact", Decimal(17), Decimal(17)), as_of=typed("2031"), since=typed(""), counted="x", predicate="",
        kind="count", unit="", attribution=[],
    )  # fmt: skip


def words(**changes: Any) -> Doing:
    def do(s: Scene) -> None:
        said = {
            "language": "en", "title": "People brought ashore", "one": "person", "other": "people",
            "definition": "People brought ashore, counted from 1 April 2031.",
        }  # fmt: skip
        told.word_measure(by=s.desk.editor, measure=s.measure, **{**said, **changes})

    return do


def closes(s: Scene) -> None:
    filed.figure(s.measure, 3, originator=s.desk.party)
    with transaction.atomic():
        recompute.recompute([s.measure], by=s.desk.editor)
    close.close_finding(
        by=s.desk.editor, finding=Finding.objects.filter(closed_at=None)[0], reason="different_scope"
    )


def restates(s: Scene, figure: Figure, **what: Any) -> None:
    figure.refresh_from_db()
    told.restate_figure(by=s.desk.editor, figure=figure, seen=figure.state.n, reason="Read again.", **what)


def signs(s: Scene, figure: Figure, status: str, reason: str, *, by: Any = None) -> Any:
    figure.refresh_from_db()
    item = sign.EvidenceItem(mention=figure.mentions.select_related("document__capture")[0])
    if status == "disputed":
        item = sign.EvidenceItem(note="Its own list has 58.")
    if reason == "primary_record":
        item = sign.EvidenceItem(document=figure.mentions.all()[0].document)
    return sign.sign(
        by=by or s.reviewer, figure=figure, seen=figure.state.n, status=status, reason=reason, credibility=2,
        rationale="Read in the capture.", evidence=[item],
    )  # fmt: skip


def manages(act: str, **said: Any) -> Doing:
    """An act on a person who signed what is in print."""

    def do(s: Scene) -> None:
        signer = s.printed.signer_1
        getattr(people, act)(by=cast.person("administrator"), person=signer, **said)

    return do


def holds(s: Scene) -> Any:
    return assign.take(by=s.reviewer, figure=s.lone)


def becomes_first(_scene: Scene) -> None:
    people.first_administrator(username="wilma", name="Wilma", password="lantern-on-the-quay")


CASES = [
    # --- sources
    Case("sources.take", "", "", lambda s: capture.take(by=s.desk.editor, content=b"A list of boats.", how="paste")),
    Case("sources.take", "in print, now in confidence", "json", lambda s: told.bring_in(
        by=s.desk.editor, content=s.echo.text.text.encode(), how="paste", is_protected=True)),
    Case("sources.create_source", "open", "", lambda s: parties.create_source(
        by=s.desk.editor, name="New", kind="person")),
    Case("sources.create_source", "protected, named in a title", "json", lambda s: parties.create_source(
        by=s.desk.editor, name="Port Ansel", kind="person", is_protected=True, public_label="a docker")),
    Case("sources.add_alias", "open", "", lambda s: parties.add_alias(by=s.desk.editor, source=s.other, name="PA")),
    Case("sources.rate_source", "", "", lambda s: left_parties.rate_source(
        by=s.desk.editor, source=s.desk.party, reliability="B")),
    Case("sources.set_owner", "two voices", "json", lambda s: parties.set_owner(
        by=s.desk.editor, source=s.other, owner=s.desk.party)),
    Case("sources.set_owner", "the paper", "page", lambda s: parties.set_owner(
        by=s.desk.editor, source=s.reprint, owner=s.desk.party)),
    Case("sources.merge_sources", "two voices", "json", lambda s: parties.merge_sources(
        by=s.desk.editor, source=s.other, into=s.desk.party)),
    Case("sources.merge_sources", "the paper", "json", merges_the_paper),
    Case("sources.protect_source", "the party", "json", lambda s: parties.protect_source(
        by=s.desk.editor, source=s.desk.party, public_label="an aid group")),
    Case("sources.protect_source", "the paper", "json", lambda s: parties.protect_source(
        by=s.desk.editor, source=s.reprint, public_label="a paper")),
    Case("sources.unprotect_source", "", "json", lambda s: parties.unprotect_source(
        by=s.desk.editor, source=s.desk.party, reason="Safe by now.")),
    Case("sources.describe_document", "title", "json", describes(title="Ashore by night")),
    Case("sources.describe_document", "language", "json", describes(language="ru")),
    Case("sources.describe_document", "publisher", "json", describes(publisher=None)),
    Case("sources.describe_document", "as it was", "", describes(title="Ashore")),
    Case("sources.describe_document", "through a protected party", "json", describes_chain),
    Case("sources.protect_document", "", "json", lambda s: protect.protect_document(
        by=s.desk.editor, document=s.echo, reason="They were threatened.")),
    Case("sources.unprotect_document", "", "json", opens_again),
    # --- claims
    Case("claims.bring_in", "", "", lambda s: bring_in.bring_in(
        by=s.desk.editor, content=b"Harbour Watch: more than 60 people came on 17 May 2031.", how="paste")),
    Case("claims.reread", "", "", lambda s: reread.reread(by=s.desk.editor)),
    Case("claims.ask_second_reader", "", "", asks_again),
    Case("claims.second_reading", "", "", asks_again),
    Case("claims.redate", "", "json", lambda s: told.redate(by=s.desk.editor, published="2031-05-19", **seen(s.echo))),
    Case("claims.withdraw_document", "of the echo", "json", lambda s: withdraws(s, s.echo)),
    Case("claims.withdraw_document", "of one nobody signs for", "json", lambda s: withdraws(
        s, echo_of(s.fallen).document)),
    Case("claims.withdraw_document", "of another voice", "json", lambda s: withdraws(
        s, s.beside.mentions.get().document)),
    Case("claims.restore_document", "", "json", lambda s: told.restore_document(by=s.desk.editor, **seen(s.document))),
    Case("claims.accept", "", "", lambda s: triage.accept(by=s.desk.editor, **fresh(s.spare))),
    Case("claims.correct", "an echo", "", lambda s: corrects(s, echo_of(s.fallen))),
    Case("claims.correct", "the leading words", "json", lambda s: corrects(s, s.lone.state.lead_mention)),
    Case("claims.correct", "of another voice", "json", lambda s: corrects(
        s, s.beside.mentions.get(), as_of=typed("2030-01-02"))),
    Case("claims.dismiss", "an echo nobody signs for", "json", lambda s: told.dismiss(
        by=s.desk.editor, reason="misread", **fresh(echo_of(s.fallen)))),
    Case("claims.dismiss", "another voice", "json", lambda s: told.dismiss(
        by=s.desk.editor, reason="misread", **fresh(s.beside.mentions.get()))),
    Case("claims.reopen", "", "", lambda s: triage.reopen(
        by=s.desk.editor, **fresh(triage.accept(by=s.desk.editor, **fresh(s.spare))))),
    Case("claims.add_mention", "", "", adds),
    Case("claims.file", "a text more", "json", lambda s: files(s, figure=s.fallen)),
    Case("claims.file", "a voice more", "json", lambda s: files(s, other=True)),
    Case("claims.unfile", "a text less", "json", lambda s: told.unfile_mention(
        by=s.desk.editor, **fresh(echo_of(s.fallen)))),
    Case("claims.unfile", "a voice less", "json", lambda s: told.unfile_mention(
        by=s.desk.editor, **fresh(s.beside.mentions.get()))),
    Case("claims.create_topic", "", "", lambda s: measures.create_topic(by=s.desk.editor, name="The fleet")),
    Case("claims.create_measure", "", "", lambda s: measures.create_measure(
        by=s.desk.editor, topic=s.topic, title="Boats", definition="Boats in the harbour.", kind="stock")),
    Case("claims.word_measure", "title", "json", words(title="People landed")),
    Case("claims.word_measure", "definition", "json", words(definition="People brought to any quay.")),
    Case("claims.word_measure", "noun", "json", words(other="persons")),
    Case("claims.word_measure", "another language", "json", words(language="ru", title="Люди", one="человек")),
    Case("claims.word_measure", "as it was", "", words()),
    Case("claims.relate_measures", "two in print", "json", lambda s: told.relate_measures(
        by=s.desk.editor, part=s.part, whole=s.measure, kind="part_of")),
    Case("claims.relate_measures", "one in print", "", lambda s: told.relate_measures(
        by=s.desk.editor, part=s.hidden, whole=s.measure, kind="part_of")),
    Case("claims.start_phase", "", "json", lambda s: told.start_phase(
        by=s.desk.editor, measure=s.measure, starts=cast.NOON.date().replace(month=1), reason="They began anew.")),
    Case("claims.retire_measure", "", "", lambda s: measures.retire_measure(by=s.desk.editor, measure=s.measure)),
    Case("claims.set_aside_words", "of a measure and its topic", "json", lambda s: parties.create_source(
        by=s.desk.editor, name="Ansel", kind="person", is_protected=True, public_label="a docker")),
    Case("claims.close_finding", "", "", closes),
    Case("claims.restate", "in print", "json", lambda s: restates(s, s.printed, originator=None)),
    Case("claims.restate", "another voice", "json", lambda s: restates(s, s.beside, originator=None)),
    Case("claims.restate", "nobody signs for it", "json", lambda s: restates(s, s.fallen, measure=s.hidden)),
    Case("claims.revert", "", "", lambda s: told.revert_figure(
        by=s.desk.editor, figure=s.fallen, seen=2, to_n=1, reason="It was right.")),
    # --- reviewers
    Case("reviewers.take", "", "", holds),
    Case("reviewers.give_back", "", "", lambda s: assign.give_back(by=s.reviewer, assignment=holds(s))),
    Case("reviewers.hand_over", "", "", lambda s: assign.hand_over(
        by=s.reviewer, assignment=holds(s), to=cast.person("reviewer"))),
    Case("reviewers.sign", "otherwise", "json", lambda s: signs(s, s.lone, "disputed", "conflicts_with_itself")),
    Case("reviewers.sign", "what nobody signs for", "json", lambda s: signs(s, s.fallen, "attributed", "own_words")),
    Case("reviewers.sign", "beside another", "page", lambda s: signs(s, s.lone, "attributed", "own_words")),
    Case("reviewers.sign", "first of two", "", lambda s: signs(s, s.fallen, "verified", "primary_record")),
    Case("reviewers.withdraw_verdict", "", "json", lambda s: sign.withdraw_verdict(
        by=s.lone.signer_1, verdict=s.lone.state.verdicts.get())),
    Case("reviewers.void_verdicts", "its evidence was withdrawn", "json", lambda s: withdraws(s, s.spare.document)),
    Case("reviewers.rename_person", "", "page", manages("rename_person", name="Rhea", public_name="Rhea Quill")),
    Case("reviewers.set_password", "", "", manages("set_password", password="lantern-on-the-quay")),
    Case("reviewers.deactivate_person", "", "", manages("deactivate_person")),
    Case("reviewers.reactivate_person", "", "", lambda s: [
        manages("deactivate_person")(s), manages("reactivate_person")(s)]),
    Case("reviewers.grant_role", "", "", manages("grant_role", role="editor")),
    Case("reviewers.end_role", "", "", manages("end_role", role="reviewer")),
    Case("reviewers.create_person", "", "", lambda s: people.create_person(
        by=cast.person("administrator"), username="wilma", name="Wilma")),
    Case("reviewers.first_administrator", "", "", becomes_first),
    Case("reviewers.make_machine", "", "", lambda s: type(s.reviewer).objects.machine()),
]  # fmt: skip

# What has to be done first, so that the act can be: not looked at.
FIRST: dict[str, Doing] = {
    "sources.unprotect_document": lambda s: protect.protect_document(
        by=s.desk.editor, document=s.echo, reason="They were threatened."
    ),
    "sources.unprotect_source": lambda s: parties.protect_source(
        by=s.desk.editor, source=s.desk.party, public_label="an aid group"
    ),
    "claims.restore_document": lambda s: withdraws(s, s.document),
}
# Names of who signed stand on pages and in no JSON: they are the person's to take back, and a change is for good.
UNTOLD = {("reviewers.rename_person", ""), ("reviewers.sign", "beside another")}
# Sentences of the record, and not acts that somebody does: part of those above.
PARTS = {"reviewers.void_verdicts", "claims.set_aside_words", "reviewers.make_machine"}
