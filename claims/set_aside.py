"""Setting aside words of ours that name a party protected since: of measures and of topics, with their addresses.

They stand above everything that is counted, so they cannot wait for an editor. What replaces them says so; the words
themselves stay in the record, closed, and an editor gives the measure new ones (`claims.measures.word_measure`).
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from claims.locks import locked_measures
from claims.models import Measure, MeasureWording, Topic
from ledger.append import append, urn
from ledger.people import Person
from sources.errors import NotAllowed
from sources.naming import Names

NOUNS = ("one", "few", "many", "other")
WORDS = ("title", "definition", *NOUNS)


def set_aside_words(*, by: Person, names: Names) -> tuple[list[Measure], list[Topic]]:
    """Replace every title, definition, noun, topic and address of these that holds one of the names.

    Returns the measures and topics that changed. Figures keep their state: what is counted has not changed. Part of
    the act that protects, in its transaction. Raises NotAllowed.
    """
    if not by.may("protect"):
        raise NotAllowed(_("You may not protect a party."))
    topics = [
        topic
        for topic in Topic.objects.select_for_update(no_key=True).order_by("pk")
        if _reword_topic(topic, names, by=by)
    ]
    found = [one.pk for one in Measure.objects.with_words() if names.named_in(one.slug) or _named(one, names)]
    measures = list(locked_measures(found).values())
    for measure in measures:
        _reword(measure, names, by=by)
    return measures, topics


def set_aside_words_of(measure: Measure, *, by: Person, names: Names) -> bool:
    """Replace what of a measure and its topic holds one of the names, by rule; say whether anything did.

    A figure in print was moved there, by somebody who need not know whom the words name. The caller has locked the
    measure.
    """
    locked = Topic.objects.select_for_update(no_key=True).get(pk=measure.topic_id)
    is_topic = _reword_topic(locked, names, by=by)
    is_measure = names.named_in(measure.slug) or bool(_named(measure, names))
    if is_measure:
        _reword(measure, names, by=by)
    return is_topic or is_measure


def _named(measure: Measure, names: Names) -> list[MeasureWording]:
    return [
        one for one in measure.wordings.all() if any(names.named_in(getattr(one, name)) for name in WORDS)
    ]


def _reword(measure: Measure, names: Names, *, by: Person) -> None:
    was: dict[str, Any] = {"slug": measure.slug}
    if names.named_in(measure.slug):
        measure.slug = f"measure-{measure.uid.hex[:8]}"
        measure.save(update_fields=["slug"])
    for wording in _named(measure, names):
        was[wording.language] = {name: getattr(wording, name) for name in WORDS}
        for name in WORDS:
            if names.named_in(getattr(wording, name)):
                setattr(wording, name, _instead(name))
        wording.save()
    append(
        act="claims.set_aside_words", by=by, subject=urn("measure", measure.uid), codes={"wordings": len(was) - 1},
        words=was, is_protected=True,
    )  # fmt: skip


def _instead(name: str) -> str:
    said = {
        "title": _("Title withheld"),
        "definition": _("Its definition is withheld for somebody's safety."),
    }
    return str(said.get(name, ""))  # a noun goes without: the source's own word stands in for it


def _reword_topic(topic: Topic, names: Names, *, by: Person) -> bool:
    was = {"name": topic.name, "slug": topic.slug}
    if names.named_in(topic.name):
        topic.name = str(_("Topic withheld"))
    if names.named_in(topic.slug):
        topic.slug = f"topic-{topic.uid.hex[:8]}"
    if was == {"name": topic.name, "slug": topic.slug}:
        return False
    topic.save()
    append(
        act="claims.set_aside_words", by=by, subject=urn("topic", topic.uid), words=was, is_protected=True,
    )  # fmt: skip
    return True
