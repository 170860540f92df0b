"""Who stands behind a figure: the originator at the far end of a chain, and how many independent ones agree."""

from collections import defaultdict
from collections.abc import Iterable

from babel import Locale
from django.db.models import Exists, OuterRef, QuerySet

from claims.models import Figure, FigureState, Mention, Reading
from claims.phrases import phrases, printing_language
from claims.values import agree
from ledger.people import Person
from sources.dates import overlap
from sources.models import Document, Provenance, Source
from sources.parties import find_source, merged

# Owners of owners: no real house is deeper, and a circle made by mistake must end.
OWNER_STEPS_MAX = 12


def originator_of(reading: Reading, document: Document, *, by: Person) -> Source | None:
    """Return the party a reading goes back to: the last of its attribution chain, or the publisher where it has none.

    The chain runs from the nearest voice to the farthest ("the paper, quoting the ministry": the ministry). Words that
    name no party known to `by` give None: unknown, never the outlet that repeats them. Reads the attributions.
    """
    chain = list(reading.attributions.all())
    if chain:
        last = chain[-1]
        return merged(last.source) if last.source else find_source(last.words, by=by)
    return publisher_of(document)


def publisher_of(document: Document) -> Source | None:
    """Return the party that published the document (or the page it was cut from); None when nobody is named."""
    wanted = [document.pk, *([document.parent_id] if document.parent_id else [])]
    steps = (
        Provenance.objects.filter(document__in=wanted, role=Provenance.Role.PUBLISHED, source__isnull=False)
        .select_related("source__merged_into")
        .order_by("position")
    )
    own_first = sorted(steps, key=lambda step: step.document_id != document.pk)
    party = own_first[0].source if own_first else None
    return merged(party) if party else None


def roots(source_ids: Iterable[int]) -> dict[int, int]:
    """Map each party to the one at the top: what it was merged into, then who owns that, and so on.

    A bounded number of queries, one per step of the deepest house. A circle stays where the steps run out, the
    same for each of its members.
    """
    above: dict[int, int] = {}
    wanted = set(source_ids)
    for _ in range(OWNER_STEPS_MAX):
        rows = Source.objects.filter(pk__in=wanted - above.keys()).values_list("pk", "merged_into", "owner")
        wanted = set()
        for pk, merged_into, owner in rows:
            above[pk] = merged_into or owner or pk
            wanted.add(above[pk])
        if wanted <= above.keys():
            break
    return {pk: _top(pk, above) for pk in source_ids}


def _top(pk: int, above: dict[int, int]) -> int:
    seen: list[int] = []
    while pk not in seen:
        seen.append(pk)
        pk = above.get(pk, pk)
    # `pk` closes the walk: the top points at itself; a circle is named by its smallest member.
    return min(seen[seen.index(pk) :])


def count_origins(figures: Iterable[Figure]) -> dict[int, int]:
    """Count the independent voices behind each figure, by figure id.

    Distinct root owners among the figures of the same measure and phase whose value agrees and whose date overlaps
    (MODEL, Originators), the figure's own among them. Unknown and anonymous parties never count, nor do figures none
    of whose mentions stands in a document that stands. The number of queries does not grow with the figures; each
    figure must carry its `current_state`.
    """
    asked = {figure.pk: figure.state for figure in figures}
    voices = _voices({state.measure_id for state in asked.values() if state.measure_id})
    top = roots({voice.originator_id for group in voices.values() for voice in group if voice.originator_id})
    return {
        pk: len({
            top[voice.originator_id]
            for voice in voices.get((state.measure_id, state.phase_id), ())
            if voice.originator_id and (voice.figure_id == pk or _corroborates(voice, state))
        })
        for pk, state in asked.items()
    }  # fmt: skip


def _corroborates(voice: FigureState, state: FigureState) -> bool:
    return overlap(voice.as_of, state.as_of) and agree(voice.value, state.value)


def _voices(measure_ids: set[int]) -> dict[tuple[int | None, int | None], list[FigureState]]:
    """The present states that count, by measure and phase."""
    groups: dict[tuple[int | None, int | None], list[FigureState]] = defaultdict(list)
    states = (
        standing_states()
        .filter(measure__in=measure_ids, originator__isnull=False)
        .select_related("originator")
    )
    for state in states.exclude(originator__kind=Source.Kind.ANONYMOUS):
        groups[state.measure_id, state.phase_id].append(state)
    return groups


def standing_states() -> QuerySet[FigureState]:
    """Present states of figures that at least one accepted mention in a standing document still says."""
    said = Mention.objects.filter(
        figure=OuterRef("figure"),
        state__in=[Mention.State.ACCEPTED, Mention.State.CORRECTED],
        document__state=Document.State.IN,
    )
    return FigureState.objects.filter(Exists(said), current_of__isnull=False)


def origins_in_words(n: int, *, is_primary_record: bool = False, language: str = "en") -> str:
    """Say how many voices: "1 origin", "2 origins", "no origin named", or "primary record" in place of a count."""
    said = phrases(language)
    if is_primary_record:
        return said.primary_record
    if n == 0:
        return said.no_origin
    category = Locale(printing_language(language)).plural_form(n)
    return said.origins.get(category, said.origins["other"]).format(n=n)


def corroborating(figure: Figure) -> list[FigureState]:
    """The present states by which other, independent voices agree with a figure: same measure and phase."""
    state = figure.state
    if state.originator_id is None or state.measure_id is None:
        return []
    voices = _voices({state.measure_id}).get((state.measure_id, state.phase_id), [])
    top = roots({voice.originator_id for voice in voices if voice.originator_id} | {state.originator_id})
    return [
        voice
        for voice in voices
        if voice.originator_id
        and voice.figure_id != figure.pk
        and top[voice.originator_id] != top[state.originator_id]
        and _corroborates(voice, state)
    ]
