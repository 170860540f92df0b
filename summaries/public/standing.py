"""Versions in print as they stand now: their own numbers and words, under the labels that hold at this moment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from claims.models import Figure
from claims.phrases import phrases
from summaries import live, public_figures
from summaries.models import Version
from summaries.public.days import day
from summaries.withheld.served import served

Content = Mapping[str, Any]
Shown = dict[str, Any]  # what the components of the look take as `figure`


@dataclass(frozen=True, slots=True)
class Standing:
    """A version, what its bytes say, and its figures now: as a page shows them, and as records."""

    version: Version
    content: Content
    shown: dict[UUID, Shown]
    figures: list[Figure]


def standing(versions: Iterable[Version]) -> list[Standing]:
    """Return the versions with their figures as they stand, in the order given.

    Whatever the number of versions and figures, the queries are as many as for one (of each language). The versions
    carry their `withholding` and their summary's topic, and may be read.
    """
    read = [(version, served(version)) for version in versions]
    wanted = {UUID(then["uid"]) for _version, content in read for then in content["figures"]}
    found = {figure.uid: figure for figure in Figure.objects.with_state().filter(uid__in=wanted)}
    state_n = {uid: figure.state.n for uid, figure in found.items()}
    public_figures.as_public(found.values())
    lines = {
        language: public_figures.lines(_of(read, language, found), language=language)
        for language in sorted({content["language"] for _version, content in read})
    }
    out = []
    for version, content in read:
        language = content["language"]
        figures = {UUID(then["uid"]): (then, found[UUID(then["uid"])]) for then in content["figures"]}
        shown = {
            uid: _now(
                live.live_figure(then, one, lines[language][one.pk], state_n[uid], language), one, language
            )
            for uid, (then, one) in figures.items()
        }
        out.append(Standing(version, content, shown, [one for _then, one in figures.values()]))
    return out


def _of(read: Sequence[tuple[Version, Content]], language: str, found: Mapping[UUID, Figure]) -> list[Figure]:
    """The figures that the versions in one language use, each once."""
    uids = {
        UUID(then["uid"])
        for _v, content in read
        if content["language"] == language
        for then in content["figures"]
    }
    return [found[uid] for uid in sorted(uids)]


def _now(figure: live.LiveFigure, record: Figure, language: str) -> Shown:
    shown = _then(figure.then, language) | {
        "status": figure.line.status, "fell": figure.fell, "origins": figure.line.origins, "now": figure.now,
        "status_word": figure.line.status_word,
    }  # fmt: skip
    if not figure.fell and figure.line.status != figure.then["status"]:
        was = phrases(language).statuses[figure.then["status"]]
        shown |= {"was": was, "since": day(record.status_since, language)["text"]}
    return shown


def as_published(content: Content) -> dict[UUID, Shown]:
    """Return the figures of a version under the labels it was published with, by uid."""
    return {UUID(figure["uid"]): _then(figure, content["language"]) for figure in content["figures"]}


def _then(figure: Mapping[str, Any], language: str) -> Shown:
    when = figure["as_of"] or {}
    is_one_day = when.get("earliest") and when.get("earliest") == when.get("latest")
    return {
        "uid": figure["uid"], "number": figure["number"], "printed": figure["printed"], "value": "", "what": "",
        "url": reverse("summaries:figure", args=[figure["uid"]]), "as_of": when.get("words", ""),
        "as_of_date": when["earliest"] if is_one_day else "", "status": figure["status"], "fell": figure["fell"],
        "origins": figure["origins_text"], "as_of_phrase": figure["as_of_phrase"],
        "status_word": phrases(language).statuses[figure["status"]],
    }  # fmt: skip


def moved(then: Mapping[UUID, Shown], now: Mapping[UUID, Shown]) -> list[Shown]:
    """Return the figures whose label is another one now, or whose number has been replaced, as they stand."""
    return [figure for uid, figure in now.items() if uid in then and _has_moved(then[uid], figure)]


def _has_moved(then: Shown, now: Shown) -> bool:
    return bool(now["now"] or now["fell"] or then["status"] != now["status"])
