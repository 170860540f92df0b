"""Putting a mention where it belongs: under a figure, the figure under a measure; and taking it out again."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import BadValue, NotAllowed, NotFound, NotNow
from claims.locks import locked_figures, locked_measures, locked_mention
from claims.models import Figure, FigureState, Hand, Measure, Mention, Phase
from claims.origins import originator_of, roots
from claims.proposals import Proposal, proposals
from claims.reading import hands_of
from claims.stale import refuse_stale
from claims.states import add_hands, codes_of, new_state
from claims.values import agree
from ledger import clock
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.dates import Dated
from sources.models import Source

__all__ = ["Proposal", "file_mention", "proposals", "take_out", "take_part", "unfile_mention"]

FILEABLE = (Mention.State.PROPOSED, Mention.State.ACCEPTED, Mention.State.CORRECTED)


def file_mention(
    *,
    by: Person,
    mention: Mention,
    seen: str,
    figure: Figure | None = None,
    measure: Measure | None = None,
    originator: Source | None = None,
    is_proposed: bool = False,
) -> Figure:
    """File a mention under a figure, or, without one, as a new figure under `measure`. A proposal is accepted with it.

    `originator` None takes the party the words go back to. Filing what the desk proposes is no making; anything else
    makes the person a maker. `is_proposed` says the form offered it as a proposal: where that no longer stands, the
    act is refused rather than turned into a making. Raises NotAllowed, NotNow, NotFound, BadValue, OutOfDate.
    """
    if not by.may("sort-mention", mention.document):
        raise NotAllowed(_("Your roles do not let you file the figures of this document."))
    with transaction.atomic():
        mention = _fileable(locked_mention(mention), seen)
        hands = hands_of(mention)
        hands += _hands_of_filing(mention, figure, measure, originator, is_proposed, by=by)
        if mention.state == Mention.State.PROPOSED:
            mention.state = Mention.State.ACCEPTED
        party = originator or originator_of(mention.reading, mention.document, by=by)
        if figure is not None:
            figure, states = _join(mention, figure, party, hands, by=by)
        else:
            figure, states = _make(mention, measure, party, hands, by=by)
        _record("claims.file", by, mention, figure, states)
    return figure


def unfile_mention(*, by: Person, mention: Mention, seen: str) -> Mention:
    """Take a mention out of its figure. It stays accepted. A signed figure falls, since its evidence changed.

    A figure left without words and never used stands under no measure and is listed nowhere. Raises NotAllowed,
    NotNow, OutOfDate.
    """
    if not by.may("sort-mention", mention.document):
        raise NotAllowed(_("Your roles do not let you file the figures of this document."))
    with transaction.atomic():
        mention = locked_mention(mention)
        refuse_stale(mention, seen)
        figure = mention.figure
        if figure is None:
            raise NotNow(_("This mention is not filed."))
        states = take_out(mention, by=by)
        _record("claims.unfile", by, mention, figure, states)
    return mention


def take_out(mention: Mention, *, by: Person) -> list[FigureState]:
    """Part a locked mention from its figure, in the caller's transaction; return the states that made."""
    if not mention.figure_id:
        return []
    (figure,) = locked_figures([mention.figure_id])
    mention.figure = None
    mention.save()
    left = list(figure.mentions.order_by("pk"))
    state = figure.state
    is_signed = figure.status != Figure.Status.UNREVIEWED
    if not left:
        is_used = figure.n_draft_uses or figure.n_published_uses or figure.released_at
        what: dict[str, Any] = {"lead_mention": None}
        what |= {} if is_used else {"measure": None, "phase": None}
        return [new_state(figure, by=by, reason=_("Its last words were taken away."), **what)]
    if state.lead_mention_id == mention.pk:
        return [
            new_state(figure, by=by, reason=_("Its leading words were taken away."), lead_mention=left[0])
        ]
    if is_signed:
        return [new_state(figure, by=by, reason=_("One of its mentions was taken away."))]
    return []


def take_part(figure: Figure, hands: list[tuple[Person, str]], *, by: Person) -> list[FigureState]:
    """Write makers down on a locked figure; where one of them may have signed it, the signature falls first."""
    known = set(figure.hands.values_list("person", flat=True))
    signers = {figure.signer_1_id, figure.signer_2_id}
    newcomers = [person for person, _what in hands if person.pk not in known]
    if any(person.pk in signers or person.may("sign") for person in newcomers):
        return [
            new_state(
                figure, by=by, reason=_("Somebody who may have signed it became its maker."), hands=hands
            )
        ]
    add_hands(figure, hands)
    return []


# --- steps ---------------------------------------------------------------------------------------


def _fileable(mention: Mention, seen: str) -> Mention:
    refuse_stale(mention, seen)
    if mention.state not in FILEABLE:
        raise NotNow(_("This mention was set aside. Reopen it before filing it."))
    if mention.figure_id:
        raise NotNow(_("This mention is filed already. Take it out of its figure first."))
    return mention


def _hands_of_filing(
    mention: Mention, figure: Figure | None, measure: Measure | None, originator: Source | None, is_proposed: bool,
    *, by: Person,
) -> list[tuple[Person, str]]:  # fmt: skip
    """Compare what is asked with what the desk proposes now: what differs is the person's own making."""
    offered = proposals(mention, by=by)
    if figure is not None:
        matches = [one for one in offered if one.figure == figure]
    else:
        matches = [one for one in offered if one.figure is None and one.measure == measure]
    if is_proposed and not matches:
        raise NotNow(_("The desk no longer proposes this. Look at what it proposes now, or choose yourself."))
    hands: list[tuple[Person, str]] = [] if matches else [(by, Hand.What.MEASURE)]
    if originator is not None and originator != originator_of(mention.reading, mention.document, by=by):
        hands.append((by, Hand.What.ORIGINATOR))
    return hands


def _join(
    mention: Mention, figure: Figure, party: Source | None, hands: list[tuple[Person, str]], *, by: Person
) -> tuple[Figure, list[FigureState]]:
    """File under a figure that stands: one more mention of what it says."""
    found = locked_figures(Figure.objects.visible_to(by).filter(pk=figure.pk))
    if not found or found[0].state.measure_id is None:
        raise NotFound(_("There is no such figure to file under."))
    (figure,) = found
    state = figure.state
    if not agree(mention.reading.value, state.value):
        raise BadValue(
            _("These words and that figure cannot both be true. File them as a figure of their own.")
        )
    if party and state.originator_id and len(set(roots([party.pk, state.originator_id]).values())) > 1:
        raise BadValue(
            _(
                "%(party)s is another voice. File its words as a figure of their own, which corroborates this one."
            )
            % {"party": party.name_for(by)}
        )
    mention.figure = figure
    mention.save()
    if (
        state.lead_mention_id is None
    ):  # its last words were taken away: what is corrected in these moves it again
        reason = _("It was given words again.")
        return figure, [new_state(figure, by=by, reason=reason, hands=hands, lead_mention=mention)]
    return figure, take_part(figure, hands, by=by)


def _make(
    mention: Mention, measure: Measure | None, party: Source | None, hands: list[tuple[Person, str]], *, by: Person
) -> tuple[Figure, list[FigureState]]:  # fmt: skip
    """Make a figure of what the mention's reading says."""
    if measure is None:
        raise BadValue(_("Choose what this counts: a figure stands under a measure."))
    measure = locked_measures([measure])[measure.pk]
    if measure.state != Measure.State.OPEN:
        raise NotNow(_("This measure is no longer in use. Choose another one."))
    reading = mention.reading
    figure = Figure.objects.create(status_since=clock.now())
    mention.figure = figure
    mention.save()
    state = new_state(
        figure, by=by, reason=_("Filed."), hands=hands, value=reading.value, as_of=reading.as_of, since=reading.since,
        measure=measure, phase=phase_at(measure, reading.as_of), originator=party, counted=reading.counted,
        predicate=reading.predicate, lead_mention=mention,
    )  # fmt: skip
    return figure, [state]


def phase_at(measure: Measure, when: Dated) -> Phase | None:
    """The counting phase a date falls into: the last that began by then. None before the first, and without a date."""
    if when.earliest is None:
        return None
    return measure.phases.filter(starts__lte=when.earliest).order_by("-n").first()


def _record(act: str, by: Person, mention: Mention, figure: Figure, states: list[FigureState]) -> None:
    measure = figure.state.measure
    append(
        act=act,
        by=by,
        subject=urn("figure", figure.uid),
        codes={
            "mention": str(mention.uid),
            "document": str(mention.document.uid),
            "measure": str(measure.uid) if measure else None,
            **codes_of(*states),
        },
        words={"quote": mention.quote},
        rows=committed(*states),
        is_protected=mention.document.is_protected,
    )
