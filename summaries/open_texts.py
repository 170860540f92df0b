"""The texts that say a figure, as far as a reader may know of them: publisher, date, short quote, SHA-256.

What is protected leaves no trace: no title, no address, no number of texts held back; nor does a text whose title or
address names a protected party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.db.models import Q, QuerySet

from claims.models import Mention
from claims.segments import quoted
from claims.wording import date_in_words
from sources.models import Document, Provenance, Source
from sources.names import printable
from sources.naming import Names, protected_names

_SECRETS = ("token", "sig", "signature", "key", "auth", "password", "session")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One text. `publisher` may be empty; `publisher_id` is for comparing and is never printed."""

    figure_id: int
    document_id: int
    publisher: str
    publisher_id: int | None
    title: str
    published: str
    published_edtf: str
    language: str
    quote: str
    address: str
    sha256: str
    also: tuple[str, ...] = ()  # further numbers the same text says, where a list shows each text once


def texts(figure_ids: Iterable[int], *, language: str) -> list[TextLine]:
    """Return the open texts that say these figures, a line for each mention, in order of date. Four queries."""
    mentions = list(_open_mentions(figure_ids))
    publishers = _publishers([mention.document for mention in mentions])
    hidden = protected_names() if mentions else Names()
    out = []
    for mention in mentions:
        document = mention.document
        party = publishers.get(document.pk) or publishers.get(document.parent_id or 0)
        if (party and party.is_protected) or hidden.named_in(f"{document.title}\n{_address(document)}"):
            continue
        out.append(TextLine(
            figure_id=mention.figure_id or 0, document_id=document.pk,
            publisher=party.printed_name if party else "", publisher_id=party.pk if party else None,
            title=printable(document.title), published_edtf=document.published_edtf,
            published=date_in_words(document.published, language),
            language=document.language, quote=quoted(mention.quote),
            address=_address(document),
            sha256=document.capture.blob.sha256,
        ))  # fmt: skip
    return out


def _address(document: Document) -> str:
    return public_address(document.capture.final_address or document.capture.address)


def _open_mentions(figure_ids: Iterable[int]) -> QuerySet[Mention]:
    """Mentions somebody accepted, in documents that stand, nothing on their way protected."""
    return (
        Mention.objects.filter(
            figure__in=list(figure_ids),
            state__in=[Mention.State.ACCEPTED, Mention.State.CORRECTED],
            document__state=Document.State.IN,
            document__is_protected=False,
            document__capture__is_protected=False,
        )
        .exclude(document__parent__is_protected=True)
        # A text that leads to a protected party, as originator or on its way, would name it by its address.
        .exclude(figure__current_state__originator__is_protected=True)
        .exclude(document__provenance__source__is_protected=True)
        .select_related("document__capture__blob")
        .order_by("document__published_earliest", "document", "start")
    )


def _publishers(documents: list[Document]) -> dict[int, Source]:
    """Return who published each document, by document id; the page a document was cut from among them."""
    wanted = {document.pk for document in documents} | {document.parent_id for document in documents}
    steps = (
        Provenance.objects.filter(
            Q(document__in=wanted - {None}), role=Provenance.Role.PUBLISHED, source__isnull=False
        )
        .select_related("source__merged_into")
        .order_by("-position")
    )
    found: dict[int, Any] = {step.document_id: step.source for step in steps}
    return {pk: party.merged_into or party for pk, party in found.items()}


def public_address(address: str) -> str:
    """Return a web address without user, fragment, or parameters that look like somebody's key; else ""."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    kept = [pair for pair in parse_qsl(parts.query) if not any(word in pair[0].lower() for word in _SECRETS)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, urlencode(kept), ""))
