"""Defining what is counted: topics, measures, their words, their relations and their counting phases."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from claims.errors import BadValue, NotAllowed, NotNow
from claims.extraction import DocumentFacts, read
from claims.locks import locked_figures, locked_measures
from claims.models import Figure, FigureState, Measure, MeasureRelation, MeasureWording, Phase, Topic
from claims.states import codes_of, new_state
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.names import printable
from sources.naming import protected_names

FORMS = ("one", "few", "many", "other")
SLUG_MAX = 80


def create_topic(*, by: Person, name: str, slug: str = "") -> Topic:
    """Make a topic. Raises BadValue for an empty name or an address already taken, NotAllowed."""
    _ask(by, "create-measure")
    name = _line(name, 120, _("Name the topic in at most 120 characters."))
    if _numbers(name, "en"):
        raise BadValue(
            _("A topic is printed above every text about it: a number in its name would be signed by nobody.")
        )
    _refuse_named([name, slug], by=by)
    with transaction.atomic():
        topic = Topic(name=name, slug=_slug(slug or name, "topic"))
        _refuse_taken(Topic.objects.filter(slug=topic.slug).exists())
        topic.save()
        append(
            act="claims.create_topic", by=by, subject=urn("topic", topic.uid), words={"name": name, "slug": topic.slug}
        )  # fmt: skip
    return topic


def create_measure(  # noqa: PLR0913 each word of a measure is one keyword
    *,
    by: Person,
    topic: Topic,
    slug: str = "",
    title: str,
    definition: str,
    kind: str,
    unit: str = "",
    one: str = "",
    few: str = "",
    many: str = "",
    other: str = "",
    language: str = "en",
    needs_blind_reading: bool = False,
) -> Measure:
    """Make a measure with its first words. `unit` empty for counts, `percent`, an ISO 4217 code or a unit's word.

    Raises BadValue for missing words, words that name a party the person knows to be protected, an unknown kind or an
    address already taken, NotAllowed.
    """
    _ask(by, "create-measure")
    if kind not in Measure.Kind.values:
        raise BadValue(_("Choose whether it is a stock, a flow or a running total."))
    words = _words(language, title, definition, {"one": one, "few": few, "many": many, "other": other})
    _refuse_named([slug, words], by=by)
    with transaction.atomic():
        measure = Measure(
            topic=topic, slug=_slug(slug or title, "measure"), kind=kind, needs_blind_reading=needs_blind_reading,
            unit=_line(unit, 32, _("A unit has at most 32 characters."), may_be_empty=True),
        )  # fmt: skip
        _refuse_taken(Measure.objects.filter(slug=measure.slug).exists())
        measure.save()
        MeasureWording.objects.create(measure=measure, **words)
        append(
            act="claims.create_measure", by=by, subject=urn("measure", measure.uid),
            codes={"kind": kind, "topic": str(topic.uid)}, words={**words, "slug": measure.slug},
        )  # fmt: skip
    return measure


def word_measure(
    *, by: Person, measure: Measure, language: str, title: str, definition: str, one: str = "", few: str = "",
    many: str = "", other: str = "",
) -> MeasureWording:  # fmt: skip
    """Give a measure its words in a language, or change them.

    Another definition or noun says another thing of every figure under it: the signed ones get a new state, and fall.
    Raises BadValue, also for words that name a protected party, since a public measure prints them at once; NotAllowed.
    """
    _ask(by, "define-measure")
    words = _words(language, title, definition, {"one": one, "few": few, "many": many, "other": other})
    with transaction.atomic():
        locked_measures([measure])
        _refuse_named(words, by=by)
        was = MeasureWording.objects.filter(measure=measure, language=words["language"]).first()
        wording, is_new = MeasureWording.objects.update_or_create(
            measure=measure, language=words["language"], defaults=words
        )
        is_redefined = was and any(getattr(was, name) != words[name] for name in ("definition", *FORMS))
        states = _fall_under(measure, by=by) if is_redefined else []
        append(
            act="claims.word_measure", by=by, subject=urn("measure", measure.uid),
            codes={"language": wording.language, "is_new": is_new, "figures": len(states), **codes_of(*states)},
            words=words, rows=committed(*states),
        )  # fmt: skip
    return wording


def relate_measures(*, by: Person, part: Measure, whole: Measure, kind: str) -> MeasureRelation:
    """Say how two measures stand to each other. Parts form no circle.

    Every relation is made under the lock of the first measure of all, so that two made at once cannot close a circle
    together. Raises BadValue for a circle, a pair already related or a measure and itself, NotAllowed.
    """
    _ask(by, "define-measure")
    if kind not in MeasureRelation.Kind.values:
        raise BadValue(_("Choose how the two measures stand to each other."))
    if part.pk == whole.pk:
        raise BadValue(_("A measure is not related to itself."))
    with transaction.atomic():
        Measure.objects.select_for_update(no_key=True).order_by("pk").first()
        pairs = MeasureRelation.objects.filter(part__in=[part, whole], whole__in=[part, whole])
        if pairs.exists():
            raise BadValue(_("These two measures are related already."))
        if kind == MeasureRelation.Kind.PART_OF and _is_within(whole, part):
            raise BadValue(_("That would make a circle: the whole would be part of its own part."))
        relation = MeasureRelation.objects.create(part=part, whole=whole, kind=kind)
        append(
            act="claims.relate_measures", by=by, subject=urn("measure", part.uid),
            codes={"whole": str(whole.uid), "kind": kind},
        )  # fmt: skip
    return relation


def start_phase(*, by: Person, measure: Measure, starts: date, reason: str) -> Phase:
    """Begin a new stretch of counting. Figures dated from then on move into it: a new state each, and they fall.

    Raises BadValue without a reason or before the last phase began, NotAllowed.
    """
    _ask(by, "define-measure")
    reason = _line(reason, 300, _("Say in one sentence why the count begins anew."))
    with transaction.atomic():
        inside = Figure.objects.filter(
            current_state__measure=measure, current_state__as_of_earliest__gte=starts
        )
        figures = locked_figures(inside, and_measures=[measure])
        last = measure.phases.order_by("-n").first()
        if last and last.starts >= starts:
            raise BadValue(
                _("The last phase began on %(day)s. A new one begins later.") % {"day": last.starts}
            )
        phase = Phase.objects.create(
            measure=measure, n=last.n + 1 if last else 1, starts=starts, reason=reason
        )
        states = _move_into(phase, figures, by=by)
        append(
            act="claims.start_phase", by=by, subject=urn("measure", measure.uid),
            codes={"n": phase.n, "starts": starts.isoformat(), "figures": len(states), **codes_of(*states)},
            words={"reason": reason}, rows=committed(*states),
        )  # fmt: skip
    return phase


def retire_measure(*, by: Person, measure: Measure) -> Measure:
    """Take a measure out of use: what stands under it stays, nothing more is filed. Raises NotAllowed, NotNow."""
    _ask(by, "define-measure")
    with transaction.atomic():
        measure = locked_measures([measure])[measure.pk]
        if measure.state != Measure.State.OPEN:
            raise NotNow(_("This measure is out of use already."))
        measure.state = Measure.State.RETIRED
        measure.save()
        append(act="claims.retire_measure", by=by, subject=urn("measure", measure.uid))
    return measure


# --- steps ---------------------------------------------------------------------------------------


def _ask(by: Person, act: str) -> None:
    if not by.may(act):
        raise NotAllowed(_("Your roles do not let you define what is counted."))


def _refuse_named(words: Any, *, by: Person) -> None:
    """Refuse words that name a protected party, of who may know of it. To anybody else they are words as any others.

    Print asks again: a series so worded is not released, and a figure in print that is moved there sets them aside.
    """
    if by.may("see-protected") and protected_names().named_anywhere(words):
        raise BadValue(
            _("These words name a protected party. Say it without the name, or with its public label.")
        )


def _line(words: str, longest: int, says: str, *, may_be_empty: bool = False) -> str:
    kept = printable(words)
    if (not kept and not may_be_empty) or len(kept) > longest or "\0" in words:
        raise BadValue(says)
    return kept


def _words(language: str, title: str, definition: str, forms: dict[str, str]) -> dict[str, str]:
    if not language.isascii() or not 2 <= len(language) <= 8:
        raise BadValue(_("Give the language by its code, such as en or ru."))
    if any(0 in _numbers(form, language) for form in forms.values()):
        raise BadValue(
            _(
                "A noun stands behind a number, and must not begin with another: write people, not million people."
            )
        )
    return {
        "language": language.lower(),
        "title": _line(title, 160, _("Give the measure a title of at most 160 characters.")),
        "definition": _line(definition, 600, _("Define in one sentence, of at most 600 characters, what is counted.")),
        **{
            name: _line(forms[name], 60, _("A noun has at most 60 characters."), may_be_empty=True) for name in FORMS
        },
    }  # fmt: skip


def _numbers(words: str, language: str) -> list[int]:
    """Return where the reader finds numbers that are no date, law or name."""
    seen = read(words, DocumentFacts(language=language.lower()))
    return [one.start for one in seen.figures] + [one.start for one in seen.leftover]


def _slug(words: str, fallback: str) -> str:
    """An address of Latin letters; a title in another script gets a number, since nobody agrees how to spell it."""
    slug = slugify(words)[:SLUG_MAX].strip("-")
    if slug and slug != "new":  # the address of the form that makes one
        return slug
    model = Topic if fallback == "topic" else Measure
    return f"{fallback}-{model.objects.count() + 1}"


def _refuse_taken(is_taken: bool) -> None:
    if is_taken:
        raise BadValue(_("Another one has this address already. Choose a different title or address."))


def _is_within(inner: Measure, outer: Measure) -> bool:
    """Say whether `inner` is a part of `outer`, at any depth."""
    wholes: dict[int, set[int]] = {}
    relations = MeasureRelation.objects.filter(kind=MeasureRelation.Kind.PART_OF)
    for part, whole in relations.values_list("part", "whole"):
        wholes.setdefault(part, set()).add(whole)
    reached, wanted = set(), [inner.pk]
    while wanted:
        here = wanted.pop()
        if here not in reached:
            reached.add(here)
            wanted += wholes.get(here, ())
    return outer.pk in reached


def _move_into(phase: Phase, figures: list[Figure], *, by: Person) -> list[FigureState]:
    return [
        new_state(figure, by=by, reason=_("A new phase of counting began."), phase=phase)
        for figure in figures
    ]


def _fall_under(measure: Measure, *, by: Person) -> list[FigureState]:
    """Give every signed figure of a measure a new state: what was signed is defined otherwise now."""
    signed = Figure.objects.filter(current_state__measure=measure).exclude(status=Figure.Status.UNREVIEWED)
    return [
        new_state(figure, by=by, reason=_("The words of its measure were changed."))
        for figure in locked_figures(signed, and_measures=[measure])
    ]
