"""Parties that information comes from: made, named, rated, tied to their owners, joined when they are one."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ledger import append
from ledger.people import Person
from sources import namesakes
from sources.errors import NotAllowed, NotNow, Refused
from sources.models import Alias, Source
from sources.names import clean, fold
from sources.naming import same_party

OWNERS_MAX = 20  # steps up a chain of owners; a longer one is a fault in the records


def find_source(name: str, *, by: Person) -> Source | None:
    """Return the party of this name or alias that the person may know of, as it goes by today; None for none."""
    found = Source.objects.visible_to(by).named(name).select_related("merged_into")
    first = found.order_by("-is_protected", "pk").first()  # of two of one name the one nobody prints
    return merged(first) if first else None


def find_sources(names: list[str], *, by: Person) -> dict[str, Source]:
    """Return the parties of these names, by folded name. One query for all, another for each merger on the way."""
    folded = {fold(name) for name in names if name}
    known = Alias.objects.filter(folded__in=folded, source__in=Source.objects.visible_to(by))
    aliases = known.select_related("source").order_by("is_hidden", "-pk")  # of two, the hidden one comes last
    return {alias.folded: merged(alias.source) for alias in aliases}


def merged(source: Source) -> Source:
    """Return the party this one was merged into, to the end of the chain; itself when it was not."""
    for _step in range(OWNERS_MAX):
        if source.merged_into is None:
            break
        source = source.merged_into
    return source


def root_owner(source: Source) -> Source:
    """Return the party at the top: what it was merged into, then its owner, and so on upwards. Bounded.

    Two parties with one root are not independent of each other. May query at every step.
    """
    for _step in range(OWNERS_MAX):
        above = source.merged_into or source.owner
        if above is None:
            break
        source = above
    return source


def create_source(
    *,
    by: Person,
    name: str,
    kind: str,
    owner: Source | None = None,
    reliability: str = "F",
    is_protected: bool = False,
    public_label: str = "",
) -> Source:
    """Make a party. An anonymous one gets no alias: it belongs to one case and is never found by name.

    Anybody may say who owns a new party; a reliability other than F, or protection, is a judgement. To who may not
    know of a protected party, its name is free; the new party is not printed by it (`sources.namesakes`).
    Raises NotAllowed; Refused for an empty or taken name, an unknown kind, a protected party without public label.
    """
    is_judged = reliability != Source.Reliability.F
    if not by.may("create-source") or (is_judged and not by.may("judge-source")):
        raise NotAllowed(_("You may not make this party."))
    if is_protected and not by.may("protect"):
        raise NotAllowed(_("You may not protect a party."))
    kept = _checked_name(name)
    if kind not in Source.Kind.values or reliability not in Source.Reliability.values:
        raise Refused(_("Choose one of the listed kinds and one of the letters A to F."))
    _check_label(is_protected, public_label)
    with transaction.atomic():
        source = Source(
            name=kept, kind=kind, owner=owner, reliability=reliability, is_protected=is_protected,
            public_label=clean(public_label)[:200],
        )  # fmt: skip
        source.save(force_insert=True)
        if kind != Source.Kind.ANONYMOUS:
            _name(source, kept, by=by)
        _enter(
            "sources.create_source",
            by,
            source,
            codes={"kind": kind, "owner": str(owner.uid) if owner else None},
        )
        namesakes.label(source)
    return source


def add_alias(*, by: Person, source: Source, name: str) -> Alias:
    """Give a party another name. Raises NotAllowed; Refused for a taken name or an anonymous party."""
    _check_judge(by)
    kept = _checked_name(name)
    with transaction.atomic():
        source = _locked(source)
        if source.is_anonymous:
            raise Refused(_("An anonymous party belongs to one case and has no other names."))
        alias = _name(source, kept, by=by)
        _enter("sources.add_alias", by, source, words={"alias": kept})
        namesakes.label(source)
    return alias


def rate_source(*, by: Person, source: Source, reliability: str) -> Source:
    """Set the Admiralty reliability, A to F; F means cannot be judged. Raises NotAllowed, Refused."""
    _check_judge(by)
    if reliability not in Source.Reliability.values:
        raise Refused(_("Choose one of the letters A to F."))
    with transaction.atomic():
        source = _locked(source)
        was, source.reliability = source.reliability, reliability
        source.save(update_fields=["reliability"])
        _enter("sources.rate_source", by, source, codes={"was": was, "reliability": reliability})
    return source


def set_owner(*, by: Person, source: Source, owner: Source | None) -> Source:
    """Say who owns a party (None: nobody). Raises NotAllowed; Refused where a party would come to own itself."""
    _check_judge(by)
    with transaction.atomic():
        # All in one order, since a circle needs two acts at once: A under B while B goes under A.
        rows = lock_all()
        source = rows[source.pk]
        _check_no_circle(source, owner, rows)
        source.owner = owner
        source.save(update_fields=["owner"])
        _enter("sources.set_owner", by, source, codes={"owner": str(owner.uid) if owner else None})
    return source


def merge_sources(*, by: Person, source: Source, into: Source) -> Source:
    """Say that two parties are one: `source` is kept for history, its names go to `into`.

    Raises NotAllowed; Refused for a party and itself; NotNow for one that was merged already.
    """
    _check_judge(by)
    with transaction.atomic():
        rows = lock_all()
        source, into = rows[source.pk], rows[into.pk]
        if source.merged_into_id or into.merged_into_id:
            raise NotNow(_("One of the two was merged already."))
        if source.is_anonymous or into.is_anonymous:
            raise Refused(_("An anonymous party belongs to one case and is never joined with another."))
        if source.is_protected and not into.is_protected:
            raise Refused(
                _("A protected party cannot be joined to an open one: its names would be open too.")
            )
        _check_no_circle(source, into, rows)
        if into.is_protected and not source.is_protected:
            # It is the same party by now, and what names the one gives the other away.
            _close([rows[party.pk] for party in same_party(source)], into.public_label)
        Alias.objects.filter(source=source, folded__in=into.aliases.values("folded")).delete()
        Alias.objects.filter(source=source).update(source=into, is_hidden=into.is_protected)
        source.merged_into, source.owner = into, None
        source.save(update_fields=["merged_into", "owner"])
        _enter(
            "sources.merge_sources", by, source, codes={"into": str(into.uid)},
            is_protected=source.is_protected or into.is_protected,
        )  # fmt: skip
        namesakes.label(into)
    return into


def protect_source(*, by: Person, source: Source, public_label: str) -> Source:
    """Close a party with all that were merged with it: from now on they are printed as `public_label`.

    What was printed of it before is kept back by `summaries.told.parties.protect_source`, which every door calls.
    Raises NotAllowed, Refused without a label.
    """
    if not by.may("protect"):
        raise NotAllowed(_("You may not protect a party."))
    _check_label(True, public_label)
    with transaction.atomic():
        rows = lock_all()
        closed = [rows[party.pk] for party in same_party(source)]
        _close(closed, clean(public_label)[:200])
        source = rows[source.pk]
        _enter(
            "sources.protect_source", by, source, codes={"n_parties": len(closed)},
            words={"public_label": source.public_label},
        )  # fmt: skip
        namesakes.label(source)
    return source


def unprotect_source(*, by: Person, source: Source, reason: str) -> Source:
    """Open a protected party again, with all that were merged with it: it is known to the desk and printed by its name.

    What was kept back stays so. Called through `summaries.told.parties.unprotect_source`, as every act that print
    hears of.

    Raises NotAllowed; Refused without a reason, or where an open party goes by a name of its; NotNow for an open one.
    """
    if not (by.may("protect") and by.may("see-protected")):
        raise NotAllowed(_("You may not open a protected party."))
    if not reason.strip():
        raise Refused(_("Say why, in one sentence."))
    with transaction.atomic():
        rows = lock_all()
        opened = [rows[party.pk] for party in same_party(source)]
        source = rows[source.pk]
        if not source.is_protected:
            raise NotNow(_("This party is open already."))
        _open(opened)
        _enter(
            "sources.unprotect_source", by, source, codes={"n_parties": len(opened)},
            words={"reason": reason.strip()[:1000]}, is_protected=True,
        )  # fmt: skip
        namesakes.label_all()
    return source


def lock_all() -> dict[int, Source]:
    """Lock every party in the order of their ids and return them as they stand: a house may reach through them all."""
    return {row.pk: row for row in Source.objects.select_for_update(no_key=True).order_by("pk")}


def _close(parties: list[Source], public_label: str) -> None:
    for party in parties:
        party.is_protected, party.public_label, party.printed_as = True, public_label, ""
        party.save(update_fields=["is_protected", "public_label", "printed_as"])
        party.aliases.update(is_hidden=True)


def _open(parties: list[Source]) -> None:
    names = Alias.objects.filter(source__in=parties)
    if Alias.objects.filter(folded__in=names.values("folded"), is_hidden=False).exists():
        raise Refused(_("An open party goes by one of its names. Say first that the two are the same."))
    for party in parties:
        party.is_protected = False
        party.save(update_fields=["is_protected"])
    names.update(is_hidden=False)


def _check_judge(by: Person) -> None:
    if not by.may("judge-source"):
        raise NotAllowed(_("You may not judge parties."))


def _check_label(is_protected: bool, public_label: str) -> None:
    if is_protected and not clean(public_label):
        raise Refused(_("A protected party needs a public label to be printed by."))


def _checked_name(name: str) -> str:
    kept = clean(name)
    if not kept or len(kept) > 200 or not fold(kept):
        raise Refused(_("A party needs a name of at most 200 characters."))
    return kept


def _check_no_circle(source: Source, above: Source | None, rows: dict[int, Source]) -> None:
    step = rows[above.pk] if above else None
    for _n in range(len(rows) + 1):
        if step is None:
            return
        if step.pk == source.pk:
            raise Refused(_("A party cannot own itself, nor stand above itself through others."))
        up = step.merged_into_id or step.owner_id
        step = rows[up] if up else None


def _name(source: Source, name: str, *, by: Person) -> Alias:
    folded = fold(name)[:200]
    if Alias.objects.filter(folded=folded, source__in=Source.objects.visible_to(by)).exists():
        raise Refused(_("A party of this name is known already."))
    return Alias.objects.create(source=source, name=name, folded=folded, is_hidden=source.is_protected)


def _locked(source: Source) -> Source:
    return Source.objects.select_for_update(no_key=True).get(pk=source.pk)


def _enter(
    act: str, by: Person, source: Source, *, codes: dict | None = None, words: dict | None = None,
    is_protected: bool = False,
) -> None:  # fmt: skip
    append.append(
        act=act,
        by=by,
        subject=append.urn("source", source.uid),
        codes=codes,
        words={"name": source.name, **(words or {})},
        is_protected=is_protected or source.is_protected,
    )
