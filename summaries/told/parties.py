"""What is done to a party, and what print hears of it: its name kept back, its voices counted anew.

The acts of `sources.parties` change the party; these call them, and in the same transaction change what was printed.
Every door calls these. They lock every party first, then what `MODEL` says, the counter before the first entry.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from claims.locks import locked_figures
from claims.models import Figure, FigureState, Measure
from claims.set_aside import set_aside_words
from ledger.append import append, urn
from ledger.records import committed
from reviewers import leaning
from reviewers.models import Reviewer
from sources import parties
from sources.errors import NotAllowed, NotNow
from sources.models import Alias, Document, Source
from sources.naming import Names, names_of, same_party
from summaries import changes
from summaries.gate.protected import is_worded_with
from summaries.models import Summary
from summaries.public.series import under
from summaries.told.telling import Seen, tell, watched
from summaries.withheld.keeping import record_keeping
from summaries.withheld.sought import saying, sought
from summaries.withheld.withhold import Search, keep_back


def create_source(*, by: Reviewer, is_protected: bool = False, **made: Any) -> Source:
    """Make a party, as `sources.parties.create_source`; what names a protected one is kept back from the start."""
    if not is_protected:
        return parties.create_source(by=by, **made)
    _ask(by, "protect")
    names = Names([made["name"]])
    search = Search(names, Names())
    with transaction.atomic():
        seen = _ready(saying([], names), names)
        source = parties.create_source(by=by, is_protected=True, **made)
        _close(source, seen, search, by=by)
    return source


def protect_source(*, by: Reviewer, source: Source, public_label: str) -> Source:
    """Close a party, and keep back everything printed that names it (`docs/decisions/0007`).

    Summaries whose words name it stand under a notice until a new version is published; the others go on under its
    public label; versions and changes that named it are given out no more. Raises what `sources.parties` does.
    """
    _ask(by, "protect")
    family = same_party(source)
    names = names_of(family, public_label=public_label)
    search = Search(*sought(family, names))
    with transaction.atomic():
        seen = _ready(saying(family, names), names)
        source = parties.protect_source(by=by, source=source, public_label=public_label)
        _close(source, seen, search, by=by)
    return source


def unprotect_source(*, by: Reviewer, source: Source, reason: str) -> Source:
    """Open a party again. What was kept back stays so (`withheld.give_back`); what reads otherwise now is told.

    Raises what `sources.parties.unprotect_source` does.
    """
    _ask(by, "protect")
    family = same_party(source)
    names = names_of(family)
    with transaction.atomic():
        seen = _ready(saying(family, names), names)
        source = parties.unprotect_source(by=by, source=source, reason=reason)
        told = tell(seen.moved())
        if told:
            append(
                act="summaries.relabel", by=by, subject=urn("source", source.uid),
                codes={"because": "opened", "changes_told": len(told)}, rows=committed(*told), is_protected=True,
            )  # fmt: skip
    return source


def add_alias(*, by: Reviewer, source: Source, name: str) -> Alias:
    """Give a party another name; where it is protected, what was printed under that name is kept back.

    Raises NotNow where somebody protects it at the same moment, and what `sources.parties.add_alias` does.
    """
    _ask(by, "judge-source")
    family = same_party(source)
    names = names_of(family) | Names([name])
    search = Search(*sought(family, names)) if source.is_protected else None
    with transaction.atomic():
        if not Source.objects.get(pk=source.pk).is_protected:
            alias = parties.add_alias(by=by, source=source, name=name)
            _refuse_protected_since(alias.source)
            return alias
        seen = _ready(saying(family, names), names)
        alias = parties.add_alias(by=by, source=source, name=name)
        _close(alias.source, seen, search, by=by)
    return alias


def set_owner(*, by: Reviewer, source: Source, owner: Source | None) -> Source:
    """Say who owns a party, and tell every summary and figure that counts its voices otherwise now.

    A figure verified by two originators that are one house by now falls. Raises what `sources.parties` does.
    """
    _ask(by, "judge-source")
    with transaction.atomic():
        house = _house(source)
        measures = _spoken_in(house)
        seen = _ready_to_count(measures, house)
        source = parties.set_owner(by=by, source=source, owner=owner)
        _count_anew(source, seen, measures, by=by)
    return source


def merge_sources(*, by: Reviewer, source: Source, into: Source) -> Source:
    """Say that two parties are one; voices are counted anew, and a protected one closes the other with it.

    Raises NotNow where somebody protects the one at the same moment, and what `sources.parties.merge_sources` does.
    """
    _ask(by, "judge-source")
    both = [*same_party(source), *same_party(into)]
    names = names_of(both, public_label=into.public_label)
    search = Search(*sought(both, names)) if into.is_protected else None
    with transaction.atomic():
        is_closing = Source.objects.get(pk=into.pk).is_protected
        house = _house(source)
        measures = _spoken_in(house)
        seen = _ready_to_count(measures, house, closing=both if is_closing else [])
        into = parties.merge_sources(by=by, source=source, into=into)
        if is_closing:
            _close(into, seen, search, by=by)
        else:
            _refuse_protected_since(into)
        _count_anew(source, seen, measures, by=by, is_protected=is_closing)
    return into


# --- protecting ----------------------------------------------------------------------------------------------------


def _ready(
    shown: QuerySet[Figure], names: Names, *, falling: Iterable[int] = (), measures: Iterable[int] = ()
) -> Seen:  # fmt: skip
    """Lock summaries, parties, measures, figures and the counter, in this order; return what readers see now.

    `shown` are the figures that may be printed otherwise, `falling` those whose signatures may fall. Without names
    nothing is about to be closed, and no summary is locked: none gets another address.
    """
    if names:
        list(Summary.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    parties.lock_all()
    worded = [one.pk for one in Measure.objects.with_words() if is_worded_with(one, names)] if names else []
    locked_figures({*watched(shown), *falling}, and_measures=[*worded, *measures])
    changes.lock_counter()
    return Seen(watched(shown))  # looked up again: from here on nothing goes out


def _close(source: Source, seen: Seen, search: Search | None, *, by: Reviewer) -> None:
    """Keep back what names the party, give the rest its public label, tell readers, and write it down.

    `search` was made before the locks; where the party has another name by now, all is read again.
    """
    family = same_party(source)
    names = names_of(family)
    wanted = sought(family, names)
    measures, topics = set_aside_words(by=by, names=names)
    kept = keep_back(search if search and search.is_for(*wanted) else Search(*wanted))
    also = Summary.objects.filter(topic__in=topics).values_list("pk", flat=True)
    counted = under(one.pk for one in measures) | Figure.objects.filter(
        current_state__measure__topic__in=topics
    )
    record_keeping(
        kept, seen.moved() | set(watched(counted)), summaries=also, by=by, subject=urn("source", source.uid)
    )


# --- counting voices -----------------------------------------------------------------------------------------------


def _house(source: Source) -> set[int]:
    """Return the party and all that belong to it, by id. A query a step down."""
    found = {source.pk}
    fresh = {source.pk}
    while fresh:
        below = Source.objects.filter(Q(owner__in=fresh) | Q(merged_into__in=fresh)).exclude(pk__in=found)
        fresh = set(below.values_list("pk", flat=True))
        found |= fresh
    return found


def _spoken_in(house: set[int]) -> list[int]:
    """Return the measures in which one of the house speaks. One query."""
    spoken = FigureState.objects.filter(current_of__isnull=False, originator__in=house, measure__isnull=False)
    return sorted(set(spoken.values_list("measure", flat=True)))


def _ready_to_count(
    measures: list[int], house: set[int], *, closing: list[Source] | None = None
) -> Seen:  # fmt: skip
    """Lock what counting anew may move, with the figures whose signatures may fall; return what readers see now.

    That is what is counted under the measures, and whatever stands in a text that one of the house published: whose
    words those are, and under which name, is printed beside the figure.
    """
    published = Q(provenance__source__in=house) | Q(parent__provenance__source__in=house)
    texts = Document.objects.filter(published).values("pk")
    shown = under(measures) | Figure.objects.filter(mentions__document__in=texts)
    names = names_of(closing) if closing else Names()
    if closing:
        shown |= saying(closing, names)
    two = leaning.by_two_originators(measures).values_list("state__figure", flat=True)
    return _ready(shown, names, falling=leaning.carried_by(two), measures=measures)


def _count_anew(
    source: Source, seen: Seen, measures: list[int], *, by: Reviewer, is_protected: bool = False
) -> None:
    """Let the signatures fall that rested on two houses and rest on one; tell readers of every count that moved."""
    is_closed = is_protected or source.is_protected
    leaning.let_fall(
        leaning.on_one_house(measures), because=str(source.uid), why=leaning.Why.ONE_HOUSE, by=by,
        is_protected=is_closed,
    )  # fmt: skip
    told = tell(seen.moved())
    if told:
        append(
            act="summaries.relabel", by=by, subject=urn("source", source.uid),
            codes={"because": "voices", "changes_told": len(told)}, rows=committed(*told), is_protected=is_closed,
        )  # fmt: skip


def _refuse_protected_since(party: Source) -> None:
    """Refuse to go on with a party, locked by now, that was open when this act chose what to lock.

    Whoever protected it did not know its new names, and to look for them in print takes summaries, which come first.
    """
    if party.is_protected:
        raise NotNow(_("This party was protected at this moment. Look at it again, and send this once more."))


def _ask(by: Reviewer, act: str) -> None:
    if not by.may(act):
        raise NotAllowed(
            _("You may not protect a party.") if act == "protect" else _("You may not judge parties.")
        )
