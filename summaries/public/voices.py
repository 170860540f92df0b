"""Who says so: the texts behind some figures, grouped by the party they go back to. Ten texts of one are one origin."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import Figure
from claims.origins import roots
from sources.models import Source
from summaries.open_texts import TextLine, texts


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin: its name as it may be printed, how much here rests on it, the open texts that carry it."""

    name: str
    of: str
    n_figures: int
    texts: tuple[TextLine, ...]


def voices(figures: Iterable[Figure], *, language: str) -> list[Voice]:
    """Return the parties behind the figures, the one behind most of them first; figures without one come last.

    Parties of one owner are one voice. Figures must carry their `current_state` and its originator. The number
    of queries does not grow with the figures.
    """
    listed = list(figures)
    top = roots({figure.state.originator_id for figure in listed if figure.state.originator_id})
    groups: dict[int, list[Figure]] = defaultdict(list)
    for figure in listed:
        groups[top.get(figure.state.originator_id or 0, 0)].append(figure)
    lines = texts([figure.pk for figure in listed], language=language)
    found = [_voice(root, group, lines) for root, group in groups.items()]
    return sorted(found, key=lambda voice: (voice.name == "", -voice.n_figures, voice.name))


def _voice(root: int, figures: list[Figure], lines: list[TextLine]) -> Voice:
    ids = {figure.pk for figure in figures}
    carried = _one_each(line for line in lines if line.figure_id in ids)
    parties: list[Source] = [figure.state.originator for figure in figures if figure.state.originator]
    names = dict.fromkeys(party.public_name for party in parties)
    return Voice(
        name=", ".join(names) if root else "",
        of=_in_words(len(ids), len(carried), is_record=all(figure.is_primary_record for figure in figures)),
        n_figures=len(ids),
        texts=tuple(carried),
    )


def _one_each(lines: Iterable[TextLine]) -> list[TextLine]:
    """Keep one line for each text, with every number it says in the order of the text."""
    kept: dict[int, TextLine] = {}
    for line in lines:
        before = kept.get(line.document_id)
        kept[line.document_id] = replace(before, also=(*before.also, line.quote)) if before else line
    return list(kept.values())


def _in_words(n_figures: int, n_texts: int, *, is_record: bool) -> str:
    """Say how much rests on a party: "origin of 2 figures here, through 3 texts"."""
    said = ngettext("origin of %(n)s figure here", "origin of %(n)s figures here", n_figures) % {
        "n": n_figures
    }
    if n_texts:
        said += ", " + ngettext("through %(n)s text", "through %(n)s texts", n_texts) % {"n": n_texts}
    return said + (f"; {_('primary record')}" if is_record else "")


def on_whose_word(figures: Iterable[Figure], found: list[Voice]) -> str:
    """Say in one sentence whose word the figures rest on: "Harbour Watch, for 3 of 4 figures; …"."""
    n_all = len(list(figures))
    said = [
        _("%(name)s, for %(n)s of %(all)s")
        % {"name": voice.name or _("nobody named"), "n": voice.n_figures, "all": n_all}
        for voice in found
    ]
    if len(found) == 1:
        return _("%(name)s, for every figure here.") % {"name": found[0].name or _("Nobody named")}
    return "; ".join(said) + "." if said else ""
