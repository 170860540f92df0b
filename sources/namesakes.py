"""Open parties whose name holds a protected one's: in print they go by that one's public label.

Somebody who may not know of a protected party may make another of the same name, and must be told nothing by it. Or
"Friends of Marta Quell" stood here before Marta Quell was protected. At the desk such a party goes by its own name.
"""

from __future__ import annotations

from sources.models import Source
from sources.naming import names_of, protected_names


def label(source: Source) -> list[Source]:
    """Work out anew what a party just made, named or protected may be printed as, and who shares its names.

    A protected party moves every other; an open one itself alone. Returns the open parties printed otherwise now.
    Called after the entry of the act: the record's lock lets one act through at a time, so that of a party made while
    another is protected, the later act sees the earlier.
    """
    if source.is_protected:
        return label_all()
    return _set([source])


def label_all() -> list[Source]:
    """Work out what every open party may be printed as; return those printed otherwise now. Reads every name."""
    return _set(list(Source.objects.filter(is_protected=False).only("name", "printed_as").order_by("pk")))


def _set(parties: list[Source]) -> list[Source]:
    hidden = protected_names()
    moved = []
    for party in parties:
        printed_as = _label_for(party.name) if hidden.named_in(party.name) else ""
        if party.printed_as != printed_as:
            party.printed_as = printed_as
            party.save(update_fields=["printed_as"])
            moved.append(party)
    return moved


def _label_for(name: str) -> str:
    """Return the public label of the first protected party that a name names. A query for each on the way."""
    closed = Source.objects.filter(is_protected=True).order_by("pk")
    return next(party.public_label for party in closed if names_of([party]).named_in(name))
