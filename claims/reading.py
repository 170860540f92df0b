"""What a person says a mention says: the next reading, checked part by part, and whose hands that makes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from claims.errors import BadValue
from claims.models import Attribution, Hand, Mention, Reading, ReadingDateCandidate
from claims.values import Value, checked
from ledger import clock
from ledger.people import Person
from sources.dates import NO_DATE, Dated
from sources.models import Provenance

ATTRIBUTIONS_MAX = 10


@dataclass(frozen=True, slots=True)
class Words:
    """A reading before it is stored."""

    value: Value
    as_of: Dated = NO_DATE
    since: Dated = NO_DATE
    counted: str = ""
    predicate: str = ""
    kind: str = "count"
    unit: str = ""
    attribution: tuple[str, ...] = ()


def words_of(reading: Reading) -> Words:
    """Return what a stored reading says. Reads its attributions."""
    return Words(
        reading.value, reading.as_of, reading.since, reading.counted, reading.predicate, reading.kind,
        reading.unit, tuple(said.words for said in reading.attributions.all()),
    )  # fmt: skip


def checked_words(
    *, value: Value, as_of: Dated, since: Dated, counted: str, predicate: str, kind: str, unit: str,
    attribution: Sequence[str],
) -> Words:  # fmt: skip
    """Check what a person typed, part by part. Raises BadValue or BadNumber with a sentence."""
    kept = checked(comparator=value.comparator, low=value.low, high=value.high, state=value.state)
    if kind not in Reading.Kind.values:
        raise BadValue(_("Choose what kind of number it is."))
    if kind == Reading.Kind.COUNT and any(end is not None and end < 0 for end in (kept.low, kept.high)):
        raise BadValue(_("A count is never below zero. Choose another kind if the minus is meant."))
    chain = tuple(line for words in attribution if (line := _line(words, 300, _("who says it"))))
    if len(chain) > ATTRIBUTIONS_MAX:
        raise BadValue(_("At most ten voices stand between the words and their origin."))
    if since.earliest and as_of.latest and since.earliest > as_of.latest:
        raise BadValue(_("The count begins after the date it is true of."))
    return Words(
        kept, as_of, since, _line(counted, 200, _("what is counted")), _line(predicate, 300, _("what is said of them")),
        kind, _line(unit, 32, _("the unit")), chain,
    )  # fmt: skip


def _line(words: str, longest: int, name: str) -> str:
    words = " ".join(words.split())
    if len(words) > longest or "\0" in words:
        raise BadValue(_("Shorten %(name)s to %(longest)d characters.") % {"name": name, "longest": longest})
    return words


def add_reading(mention: Mention, words: Words, *, by: Person, after: Reading | None = None) -> Reading:
    """Store the next reading of a mention, by a person. Dates it may mean are carried over from `after`, decided."""
    n = max((one.n for one in mention.readings.all()), default=0) + 1
    reading = Reading(
        mention=mention, n=n, by_id=by.pk, at=clock.now(), kind=words.kind, unit=words.unit,
        counted=words.counted, predicate=words.predicate, flags=list(after.flags) if after else [],
        is_elided=bool(after and after.is_elided and after.counted == words.counted),
    )  # fmt: skip
    reading.value, reading.as_of, reading.since = words.value, words.as_of, words.since
    reading.save(force_insert=True)
    Attribution.objects.bulk_create(
        Attribution(reading=reading, position=position, words=said)
        for position, said in enumerate(words.attribution)
    )
    if after:
        _carry_candidates(after, reading, by=by)
    _forget_prefetched(mention)
    return reading


def _carry_candidates(old: Reading, new: Reading, *, by: Person) -> None:
    """A date chosen among candidates closes the others; a date left open leaves them open."""
    states = ReadingDateCandidate.State
    chosen = new.as_of.edtf
    for one in old.date_candidates.all():
        is_it = bool(chosen) and one.edtf == chosen
        is_out = bool(chosen) and not is_it and one.state == states.OPEN
        state = states.CHOSEN if is_it else states.STRUCK if is_out else one.state
        reason = _("Another date was chosen.") if is_out else "" if is_it else one.reason
        ReadingDateCandidate.objects.create(
            reading=new, edtf=one.edtf, earliest=one.earliest, latest=one.latest, state=state, reason=reason,
            by_id=by.pk if is_it or is_out else one.by_id,
        )  # fmt: skip


def _forget_prefetched(mention: Mention) -> None:
    getattr(mention, "_prefetched_objects_cache", {}).pop("readings", None)


# --- hands ---------------------------------------------------------------------------------------

_HANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (Hand.What.VALUE, ("value", "counted", "predicate", "kind", "unit")),
    (Hand.What.DATE, ("as_of", "since")),
    (Hand.What.ORIGINATOR, ("attribution",)),
)


def changed(old: Words, new: Words) -> list[str]:
    """Name the parts in which two readings differ. A date's words and basis are not the date."""
    names = [name for name in Words.__dataclass_fields__ if _bare(old, name) != _bare(new, name)]
    return sorted(names)


def _bare(words: Words, name: str) -> object:
    said = getattr(words, name)
    return said.edtf if isinstance(said, Dated) else said


def hands_for(names: Iterable[str]) -> list[str]:
    """Say what kinds of making a change of these parts is."""
    touched = set(names)
    return [what for what, parts in _HANDS if touched & set(parts)]


def hands_of(mention: Mention) -> list[tuple[Person, str]]:
    """Return who made a mention, and how: who added it, and who ever set what now stands otherwise than proposed.

    Accepting is no making, and a correction that was taken back leaves no hand. Whoever redated the document set the
    dates that moved with it, though the reader wrote them down; whoever named another publisher set the originator of
    what the document says in its own voice. Reads the readings.
    """
    readings = [
        one for one in mention.readings.order_by("n").prefetch_related("attributions") if not one.is_blind
    ]
    hands: list[tuple[Person, str]] = []
    if mention.added_by:
        hands.append((mention.added_by, Hand.What.ADDED))
    proposals = [one for one in readings if one.by_id is None] or readings[:1]
    if mention.document.published_confirmed_by and _is_redated(proposals):
        hands.append((mention.document.published_confirmed_by, Hand.What.DATE))
    hands += _publisher_hands(mention, readings[-1])
    moved = set(changed(words_of(proposals[-1]), words_of(readings[-1])))
    for before, after in zip(readings, readings[1:], strict=False):
        if after.by is not None:
            names = moved & set(changed(words_of(before), words_of(after)))
            hands += [(after.by, what) for what in hands_for(names)]
    return list(dict.fromkeys(hands))


def _publisher_hands(mention: Mention, now: Reading) -> list[tuple[Person, str]]:
    """Return who named another publisher of the document, where its words go back to the publisher."""
    if now.attributions.all():
        return []
    wanted = [pk for pk in (mention.document_id, mention.document.parent_id) if pk]
    steps = Provenance.objects.filter(
        document__in=wanted, role=Provenance.Role.PUBLISHED, by__isnull=False
    ).select_related("by")
    return [(step.by, Hand.What.ORIGINATOR) for step in steps if step.by is not None]


def _is_redated(proposals: Sequence[Reading]) -> bool:
    """Say whether one reader read the same words with other dates: it was told another date of the document."""
    return any(
        before.reader == after.reader and {"as_of", "since"} & set(changed(words_of(before), words_of(after)))
        for before, after in zip(proposals, proposals[1:], strict=False)
    )
