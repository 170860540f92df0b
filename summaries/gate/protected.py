"""Nobody protected is named, and nothing protected led to, by an editor's words or those of what is counted.

A party's public label may stand. What prints of the record prints it by itself; words are the editor's.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from claims.models import Measure
from sources.naming import Names, protected_documents, protected_names
from summaries import body
from summaries.gate.stops import Mend, Stop
from summaries.models import FigureUse, Revision, Summary


def check_protected(summary: Summary, revision: Revision, uses: Iterable[FigureUse]) -> list[Stop]:
    """Return a stop for each field, and each measure, that names or leads to something protected. Four queries."""
    hidden, documents = protected_names(), protected_documents()
    return [
        *_in_fields(
            summary, revision, hidden, "names_protected", _("A protected party is named"),
            _("A protected party is named in these words. Take the name out, or say its public label."),
        ),
        *_in_fields(
            summary, revision, documents, "leads_to_protected", _("A protected document can be found"),
            _("These words hold the title or the address of a protected document. Take it out."),
        ),
        *_in_measures(summary, uses, hidden),
    ]  # fmt: skip


def is_worded_with(measure: Measure, names: Names) -> bool:
    """Say whether a measure, its topic or an address of theirs holds one of the names. Reads topic and wordings."""
    words = [measure.slug, measure.topic.name, measure.topic.slug]
    for one in measure.wordings.all():
        words += [one.title, one.definition, one.one, one.few, one.many, one.other]
    return any(map(names.named_in, words))


def _in_fields(
    summary: Summary, revision: Revision, hidden: Names, code: str, title: str, sentence: str
) -> Iterable[Stop]:
    mend = Mend(_("Go to the text"), "summaries:desk-summary", (summary.uid,))
    for field in body.FIELDS:
        if hidden.named_in(getattr(revision, field)):
            yield Stop(code, title, sentence, mends=(mend,), field=field)


def _in_measures(summary: Summary, uses: Iterable[FigureUse], hidden: Names) -> Iterable[Stop]:
    states = [use.figure.state for use in uses]
    measures = {state.measure.pk: state.measure for state in states if state.measure}
    sentence = _("What is counted, or its topic, is worded with the name of a protected party.")
    for measure in measures.values():
        if is_worded_with(measure, hidden):
            mend = Mend(_("Give it words"), "claims:measure", (measure.slug,))
            yield Stop("names_protected", _("A protected party is named"), sentence, mends=(mend,))
    if hidden.named_in(summary.topic.name):
        yield Stop("names_protected", _("A protected party is named"), sentence)
