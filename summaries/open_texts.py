"""The texts that say a figure, as far as a reader may know of them: publisher, date, short quote, SHA-256.

What is protected leaves no trace: no title, no address, no number of texts held back; nor does a text whose title or
address names a protected party, or whose bytes are a protected document's.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.db.models import Q, QuerySet

from claims.models import FigureState, Mention
from claims.segments import quoted
from claims.wording import date_in_words
from sources.models import Document, Provenance, Source
from sources.names import printable
from sources.naming import Names, protected_documents, protected_names
from summaries.public_figures import FALLEN

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
    """Return the open texts that say these figures, a line for each mention, in order of date. Six queries."""
    mentions = list(_open_mentions(figure_ids))
    chains = _chains([mention.document for mention in mentions])
    hidden = protected_names() | protected_documents() if mentions else Names()
    out = []
    for mention in mentions:
        document = mention.document
        steps = chains[document.pk] + (chains[document.parent_id] if document.parent_id else [])
        if _is_closed(steps) or hidden.named_in(_leads(document, steps)):
            continue
        party = next((_standing(step) for step in steps if _is_publisher(step)), None)
        out.append(TextLine(
            figure_id=mention.figure_id or 0, document_id=document.pk,
            publisher=party.public_name if party else "", publisher_id=party.pk if party else None,
            title=printable(document.title), published_edtf=document.published_edtf,
            published=date_in_words(document.published, language),
            language=document.language, quote=quoted(mention.quote),
            address=_address(document),
            sha256=document.capture.blob.sha256,
        ))  # fmt: skip
    return out


def _said_by_closed(figures: list[int]) -> QuerySet[FigureState]:
    """Return the states by which a figure is said by somebody printed by a label: its texts would name them.

    A fallen figure goes on being printed as it was signed, by whoever said it then.
    """
    closed = Q(originator__is_protected=True) | Q(originator__printed_as__gt="")
    in_print = Q(current_of__isnull=False) | Q(figure__status__in=FALLEN)
    return FigureState.objects.filter(closed, in_print, figure__in=figures)


def _is_closed(steps: list[Provenance]) -> bool:
    """Say whether one of the parties behind a text is printed by a label: the text itself would name it."""
    parties = [party for step in steps if step.source for party in (step.source, _standing(step)) if party]
    return any(party.is_protected or party.printed_as for party in parties)


def _leads(document: Document, steps: list[Provenance]) -> str:
    """Return what of a text leads somewhere: its title, its address, its hash, and who it says it is from.

    The same bytes as a protected document's may have come in again, by somebody who did not know of it.
    """
    arrived = document.capture
    words = [step.words for step in steps]
    places = [arrived.address, arrived.final_address, arrived.blob.sha256]
    return "\n".join([document.title, *places, *words])


def _is_publisher(step: Provenance) -> bool:
    return step.role == Provenance.Role.PUBLISHED and step.source is not None


def _standing(step: Provenance) -> Source | None:
    return step.source.merged_into or step.source if step.source else None


def _address(document: Document) -> str:
    return public_address(document.capture.final_address or document.capture.address)


def _open_mentions(figure_ids: Iterable[int]) -> QuerySet[Mention]:
    """Mentions somebody accepted, in documents that stand, nothing on their way protected."""
    ids = list(figure_ids)
    return (
        Mention.objects.filter(
            figure__in=ids,
            state__in=[Mention.State.ACCEPTED, Mention.State.CORRECTED],
            document__state=Document.State.IN,
            document__is_protected=False,
            document__capture__is_protected=False,
        )
        .exclude(document__parent__is_protected=True)
        .exclude(figure__in=_said_by_closed(ids).values("figure"))
        .select_related("document__capture__blob")
        .order_by("document__published_earliest", "document", "start")
    )


def _chains(documents: list[Document]) -> dict[int, list[Provenance]]:
    """Return the steps behind each document, and behind the page it was cut from, by document id. One query."""
    wanted = {document.pk for document in documents} | {document.parent_id for document in documents}
    steps = Provenance.objects.filter(document__in=wanted - {None}).select_related("source__merged_into")
    found: dict[int, list[Provenance]] = defaultdict(list)
    for step in steps.order_by("position"):
        found[step.document_id].append(step)
    return found


def public_address(address: str) -> str:
    """Return a web address without user, fragment, or parameters that look like somebody's key; else ""."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    kept = [pair for pair in parse_qsl(parts.query) if not any(word in pair[0].lower() for word in _SECRETS)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, urlencode(kept), ""))
