"""Describe a document: title, language, publisher and the chain of parties behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from ledger import append
from ledger.canonical import digest
from ledger.people import Person
from sources.errors import NotAllowed, NotNow, OutOfDate, Refused
from sources.models import Document, Provenance, Source
from sources.names import fold
from sources.provenance import Step

KEEP: Final[Any] = object()


def token(document: Document) -> str:
    """Return what a form about this document shows and sends back, so that a stale one is noticed. One query."""
    steps = list(document.provenance.order_by("position").values_list("role", "source", "words"))
    facts = [
        document.title, document.language, document.published_edtf, document.published_basis, document.state,
        document.is_protected, [list(step) for step in steps],
    ]  # fmt: skip
    return digest(facts)[:16]


def locked(document: Document, *, seen: str, yours: dict[str, str]) -> Document:
    """Lock a document and return it as it stands now. Raises OutOfDate, with both versions, when it is not as seen."""
    document = Document.objects.select_for_update(no_key=True).get(pk=document.pk)
    if token(document) != seen:
        raise OutOfDate(
            _("Somebody changed this document after you opened it."), yours=yours, now=_facts(document)
        )
    return document


def _facts(document: Document) -> dict[str, str]:
    return {
        _("Title"): document.title,
        _("Language"): document.language,
        _("Date"): document.published_edtf,
        _("State"): document.get_state_display(),
        _("Protected"): _("yes") if document.is_protected else _("no"),
    }


def publishing_step(document: Document) -> Provenance | None:
    """Return the step that says who published a document; None when nothing does. Reads `provenance`."""
    return next((step for step in document.provenance.all() if step.role == Provenance.Role.PUBLISHED), None)


def describe_document(
    *,
    by: Person,
    document: Document,
    seen: str,
    title: str = KEEP,
    language: str = KEEP,
    publisher: Source | None = KEEP,
    publisher_words: str = "",
    chain: Sequence[tuple[str, Source | None, str]] = KEEP,
) -> Document:
    """Change what is said about a document; what is not named stays. Its date is changed by `claims.redate`.

    `publisher` None, with no `publisher_words`, says that the publisher is not known. `chain` replaces every other
    step: role, party or None, and the words it rests on, nearest to the event first. A party tied to a step of the
    machine's confirms it.

    Raises NotAllowed, OutOfDate, NotNow for a withdrawn document, Refused for a role no chain has, and where somebody
    who may not see protected things would take a protected party out: its document would be quoted in public.
    """
    if not by.may("describe-document", document):
        raise NotAllowed(_("You may not describe this document."))
    yours = {_("Title"): title, _("Language"): language}
    with transaction.atomic():
        document = locked(document, seen=seen, yours={k: v for k, v in yours.items() if v is not KEEP})
        if document.state == Document.State.WITHDRAWN:
            raise NotNow(_("This document was withdrawn. Restore it before describing it."))
        if title is not KEEP:
            document.title = " ".join(title.split())[:300]
        if language is not KEEP:
            document.language = language.strip().lower()[:8]
        document.save(update_fields=["title", "language"])
        if publisher is not KEEP or chain is not KEEP:
            _rewrite(document, publisher, publisher_words, chain, by=by)
        append.append(
            act="sources.describe_document",
            by=by,
            subject=append.urn("document", document.uid),
            codes={"language": document.language},
            words={
                "title": document.title,
                "chain": [
                    [step.role, step.source.name if step.source else "", step.words]
                    for step in document.provenance.select_related("source").order_by("position")
                ],
            },
            is_protected=document.is_protected,
        )
    return document


def _rewrite(document: Document, publisher: Any, publisher_words: str, chain: Any, *, by: Person) -> None:
    """Write the chain anew: the publisher keeps its place in it, or comes after the authors and those who said it."""
    old = list(document.provenance.select_related("source").order_by("position"))
    was = next((step for step in old if step.role == Provenance.Role.PUBLISHED), None)
    if chain is KEEP:
        steps = [
            (step.role, step.source, step.words, step.basis, step.by_id) for step in old if step is not was
        ]
    else:
        steps = [(role, party, words[:300], "typed", None) for role, party, words in chain]
    if any(role not in Provenance.Role.values for role, *_rest in steps):
        raise Refused(_("Choose one of the listed roles."))
    published = (was.source, was.words, was.basis, was.by_id) if was else (None, "", "", None)
    if publisher is not KEEP:
        words = publisher_words.strip() or (publisher.name if publisher else "")
        maker = by.pk if _is_another(was, publisher) else was.by_id if was else None
        published = (publisher, words[:300], "typed", maker)
    if published[0] or published[1]:
        later = {Provenance.Role.PASSED_ON, Provenance.Role.TRANSLATED}
        at = next((n for n, step in enumerate(steps) if step[0] in later), len(steps))
        steps.insert(at, (Provenance.Role.PUBLISHED, *published))
    _refuse_opening(old, [step[1] for step in steps], by=by)
    document.provenance.all().delete()
    Provenance.objects.bulk_create(
        Provenance(
            document=document, position=n, role=role, source=party, words=words, basis=basis, by_id=maker
        )
        for n, (role, party, words, basis, maker) in enumerate(steps)
    )


def _refuse_opening(old: Sequence[Provenance], parties: Sequence[Source | None], *, by: Person) -> None:
    hidden = {step.source_id for step in old if step.source and step.source.is_protected}
    if hidden - {party.pk for party in parties if party} and not by.may("see-protected"):
        raise Refused(
            _(
                "A party in this chain is protected. Only who may see protected things can put another in its place."
            )
        )


def _is_another(was: Provenance | None, publisher: Source | None) -> bool:
    """Say whether a publisher is another than the one proposed; tying the proposed name to its party is not."""
    if publisher is None or (was is not None and was.source == publisher):
        return False
    is_named_so = was is not None and publisher.aliases.filter(folded=fold(was.words)).exists()
    return not (is_named_so and was is not None and was.source is None)


def provenance_rows(document: Document, steps: Sequence[Step], known: dict[str, Source]) -> list[Provenance]:
    """Make the unsaved rows of a proposed chain; a step is tied to a party when `known` has its folded name."""
    return [
        Provenance(
            document=document,
            position=n,
            role=step.role,
            source=known.get(fold(step.name)),
            words=step.name[:300],
            basis=step.basis,
        )
        for n, step in enumerate(steps)
    ]
