"""What must hold of the records after every act, asked of the rows themselves and not of the code that wrote them."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from claims.findings.recompute import recompute
from claims.models import Figure, Finding, FindingFigure, Measure
from newsroom.witnesses import all_problems
from reviewers.models import Reviewer, Verdict
from sources.models import Source
from summaries.approvals import statuses_hash
from summaries.models import Approval, Change, Correction, Counter, Representation, Summary, Version

TWO_SIGN = ("verified", "false")
GONE = ("retracted", "withdrawn")
NODE, LABEL, TAG = (
    re.compile(r"<data .*?</data>", re.S),
    re.compile(r"<small>.*?</small>", re.S),
    re.compile(r"<[^>]*>"),
)
A_DAY = re.compile(r"\b\d{1,2} June 2031\b")


def every_record_holds() -> None:
    """Hash anew everything the ledger vouches for, with the words and the rows."""
    problems = [str(problem) for problem in all_problems()]
    assert not problems, problems


def statuses_are_signed() -> None:
    """A status rests on live verdicts on the present state; two of them where it says so; none by a maker."""
    for figure in Figure.objects.select_related("current_state"):
        live = list(
            Verdict.objects.filter(state=figure.current_state_id, withdrawn_at=None).order_by("at", "pk")
        )
        makers = set(figure.hands.values_list("person", flat=True))
        assert not makers & {one.by_id for one in live}, f"{figure} is signed by its maker"
        of_status = [one for one in live if one.status == figure.status]
        signers = {figure.signer_1_id, figure.signer_2_id} - {None}
        if figure.status == "unreviewed":
            assert not signers
            assert {one.status for one in live} <= set(TWO_SIGN), f"{figure} is signed and says unreviewed"
        else:
            assert signers
            assert signers <= {one.by_id for one in of_status}, (
                f"{figure} says {figure.status}, signed by nobody"
            )
        if figure.status in TWO_SIGN:
            assert len(signers) == 2, f"{figure} says {figure.status} by one person"
        if figure.status == "superseded":
            assert figure.superseded_by_id in {one.superseded_by_id for one in of_status}


def grounds_stand() -> None:
    """No live verdict rests on what has gone: a document withdrawn, a figure moved, a second house that is one."""
    live = Verdict.objects.filter(withdrawn_at=None, state__current_of__isnull=False).select_related(
        "state__figure"
    )
    for verdict in live:
        evidence = list(
            verdict.evidence.select_related("mention__document", "document", "figure_state__figure")
        )
        documents = [one.document or one.mention.document for one in evidence if one.document or one.mention]
        gone = [document.pk for document in documents if document.state == "withdrawn"]
        assert not gone, f"verdict {verdict.pk} rests on documents {gone}, which were withdrawn"
        hidden = [one.pk for one in documents if one.is_protected]
        open_ones = [
            one
            for one in evidence
            if (one.document or (one.mention and one.mention.document)) and not one.is_protected
        ]
        told = {(one.document or one.mention.document).pk for one in open_ones}
        assert not told & set(hidden), f"verdict {verdict.pk} rests on a protected document as on an open one"
        if verdict.reason == "two_originators":
            pinned = [one.figure_state for one in evidence if one.figure_state]
            moved = [one.pk for one in pinned if one.figure.current_state_id != one.pk]
            assert not moved, f"verdict {verdict.pk} pins states {moved}, which have passed"
            houses = {house(one.originator_id) for one in pinned if one.originator_id}
            assert houses - {house(verdict.state.originator_id)}, f"verdict {verdict.pk} has one house only"


def house(pk: int | None) -> int | None:
    """Return the party at the top of a party's house, walked up step by step."""
    seen: set[int | None] = set()
    while pk is not None and pk not in seen:
        seen.add(pk)
        party = Source.objects.get(pk=pk)
        above = party.merged_into_id or party.owner_id
        if above is None:
            return pk
        pk = above
    raise AssertionError(f"party {pk} stands above itself")


def leads_belong() -> None:
    """The words that lead a figure are among its mentions, and were not set aside."""
    for figure in Figure.objects.select_related("current_state__lead_mention"):
        lead = figure.state.lead_mention
        if lead is not None:
            assert lead.figure_id == figure.pk, f"{figure} is led by words that are not its own"
            assert lead.state in ("accepted", "corrected", "orphaned")
        elif figure.state.measure_id:
            assert not figure.mentions.exists(), f"{figure} has words, and none leads it"


def uses_are_counted() -> None:
    """Both counts of each figure equal what a reader of the revisions would count."""
    drafts: dict[int, set[int]] = defaultdict(set)
    printed: dict[int, set[int]] = defaultdict(set)
    for summary in Summary.objects.exclude(state__in=GONE).select_related(
        "current_revision", "current_version"
    ):
        now, in_print = summary.current_revision, summary.current_version
        assert now is not None
        if in_print is None or in_print.revision_id != now.pk:
            for use in now.uses.all():
                drafts[use.figure_id].add(summary.pk)
        for use in in_print.revision.uses.all() if in_print else ():
            printed[use.figure_id].add(summary.pk)
    for figure in Figure.objects.all():
        counted = (len(drafts[figure.pk]), len(printed[figure.pk]))
        assert (figure.n_draft_uses, figure.n_published_uses) == counted, f"{figure} is used {counted}"


def approvals_are_by_others() -> None:
    """Nobody approved what they had edited since the last version; a live approval is of what stands now."""
    for approval in Approval.objects.select_related("revision", "summary"):
        before = approval.summary.versions.filter(approval__pk__lt=approval.pk).order_by("-n").first()
        since = before.revision.n if before else 0
        own = approval.summary.revisions.filter(n__gt=since, n__lte=approval.revision.n, by=approval.by_id)
        assert not own.exists(), f"approval {approval.pk} is by an editor of its text"
        if approval.voided_at is None:
            now = approval.summary.current_revision
            assert now is not None
            assert now.pk == approval.revision_id, f"approval {approval.pk} is of an old revision, and live"
            assert approval.statuses_hash == statuses_hash(now.uses.select_related("figure__current_state"))
    live = set(Approval.objects.filter(voided_at=None).values_list("summary", flat=True))
    approved = set(Summary.objects.filter(state="approved").values_list("pk", flat=True))
    assert approved == live, f"approved: {approved}; with an approval: {live}"


def changes_are_dense() -> None:
    """The run of changes has no hole and no end but the counter's; every version has its number in it."""
    numbers = list(Change.objects.order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert Counter.objects.get().change_seq == len(numbers)
    assert set(Version.objects.values_list("change_seq", flat=True)) <= set(numbers)


def corrections_fall_due() -> None:
    """What was printed of a figure and holds no more is due to be corrected, or was since it changed."""
    for version in Version.objects.filter(current_of__isnull=False).exclude(summary__state__in=GONE):
        for then in json.loads(bytes(version.bytes))["figures"]:
            figure = Figure.objects.get(uid=then["uid"])
            if figure.status == then["status"]:
                continue
            found = Correction.objects.filter(summary=version.summary_id, figure=figure)
            is_told = any(one.state == "due" or one.decided_at >= figure.status_since for one in found)
            assert is_told, (
                f"{figure} was {then['status']} in print, is {figure.status}, and no correction is due"
            )


def print_holds_only_figures(versions: Iterable[Version]) -> None:
    """Every number in print is a figure's, a day's, or one that an editor marked as none."""
    for version in versions:
        content = json.loads(bytes(version.bytes))
        marked = set(version.revision.not_figures.values_list("quote", flat=True))
        for field in ("headline", "standfirst", "body"):
            words = LABEL.sub("", NODE.sub("", content.get(field, {}).get("html", "")))
            words = A_DAY.sub("", TAG.sub("", words))
            for quote in marked:
                words = words.replace(quote, "")
            assert not re.search(r"\d|forty", words), f"version {version.pk} prints a bare number: {words}"
        used = {str(uid) for uid in version.revision.uses.values_list("figure__uid", flat=True)}
        assert {one["uid"] for one in content["figures"]} == (used if version.kind != "retraction" else set())
        printable = {"verified", "attributed", "disputed", "superseded", "false"}
        assert {one["status"] for one in content["figures"]} <= printable


def version_hashes() -> dict[int, str]:
    """Return the hash of each version's bytes, by id."""
    found = {one.pk: hashlib.sha256(bytes(one.bytes)).hexdigest() for one in Version.objects.all()}
    assert found == dict(Version.objects.values_list("pk", "sha256"))
    return found


def findings_are_fresh() -> None:
    """Computed anew, the findings are those that stand, in the same words."""

    def standing() -> set[object]:
        named = defaultdict(list)
        for one in FindingFigure.objects.order_by("position"):
            named[one.finding_id].append(one.figure_id)
        rows = Finding.objects.filter(closed_at=None)
        return {(one.code, one.key, one.sentence, one.severity, *named[one.pk]) for one in rows}

    before = standing()
    with transaction.atomic():
        recompute(Measure.objects.all())
        now = standing()
        transaction.set_rollback(True)
    assert before == now, f"stale: {before - now}; missing: {now - before}"


def somebody_administers() -> None:
    """The desk can always be opened again."""
    assert any("administrator" in one.roles for one in Reviewer.objects.filter(is_active=True))


def stored_answers_are_true() -> None:
    """What is stored of each summary is what it says now."""
    from summaries.live import public_json, read

    for stored in Representation.objects.filter(format="json").select_related("summary"):
        then, now = json.loads(bytes(stored.bytes)), json.loads(json.dumps(public_json(read(stored.summary))))
        then["live"].pop("change_seq"), now["live"].pop("change_seq")
        assert then == now, f"{stored.summary} says otherwise than is stored"
