"""What is looked for in print of who and what is protected: names, and the marks of documents that lead to them.

One answer for every act: for a party about to be protected, for a tie made to one that is, and for a version that may
come back. Documents lead to a party where it stands in their chain, by a tie or by its name in words alone.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from claims.models import Figure, FigureState, Mention
from sources.models import Capture, Document, Provenance, Source
from sources.naming import Names, names_of_document, protected_documents, protected_names


def sought(family: Iterable[Source], names: Names) -> tuple[Names, Names]:
    """Return what is looked for in print of a party: names and its own documents; in changes, who quoted it too."""
    tied = _with_namesakes(family, names)
    quoting = Document.objects.filter(mentions__figure__states__originator__in=tied)
    own = Document.objects.filter(_leads_to(tied, names))
    return names | names_of_document([], captures(own)), names_of_document([], captures(quoting))


def everything_sought() -> tuple[Names, Names]:
    """Return what is looked for of everybody and everything protected now, as `sought`. Reads every name."""
    names, in_changes = sought(Source.objects.filter(is_protected=True), protected_names())
    return names | protected_documents(), in_changes


def saying(family: Iterable[Source], names: Names) -> QuerySet[Figure]:
    """Return the figures that say the party somewhere in public: as originator, or by the texts that say them."""
    tied = _with_namesakes(family, names)
    shown = Figure.objects.public().exclude(mentions=None)
    titled = shown.values_list("pk", "mentions__document__title", "mentions__document__capture__address")
    telling = {pk for pk, *words in titled if names.named_in("\n".join(filter(None, words)))}
    documents = Document.objects.filter(_leads_to(tied, names)).values("pk")
    own = Mention.objects.filter(document__in=documents).values("figure")
    said = FigureState.objects.filter(originator__in=tied).values("figure")
    return Figure.objects.filter(Q(pk__in=said) | Q(pk__in=own) | Q(pk__in=telling))


def captures(documents: Any) -> QuerySet[Capture]:
    """Return the arrivals that some documents were made of, with their bytes' names."""
    return Capture.objects.filter(documents__in=documents).select_related("blob").distinct()


def _with_namesakes(family: Iterable[Source], names: Names) -> list[Source]:
    """Return parties with every open one whose own name holds one of the names."""
    rest = Source.objects.filter(is_protected=False).only("name") if names else []
    members = {party.pk: party for party in family}
    return [*members.values(), *(one for one in rest if one.pk not in members and names.named_in(one.name))]


def _leads_to(parties: list[Source], names: Names) -> Q:
    """Ask for documents, and parts of pages, with one of the parties in their chain, or one of the names."""
    untied = Provenance.objects.filter(source=None).exclude(words="") if names else []
    worded = {step.document_id for step in untied if names.named_in(step.words)}
    by_tie = Q(provenance__source__in=parties) | Q(parent__provenance__source__in=parties)
    return by_tie | Q(pk__in=worded) | Q(parent__in=worded)
