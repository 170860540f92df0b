"""A summary as it stands now: the version in print plus what has become of its figures since.

`read` gives it to pages; `refresh` stores it as JSON and ninjs with new ETags, in the transaction that changed it.
The words are those of the version; only the labels, corrections and notice are live.
"""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from claims.models import Figure
from claims.printing import Printed, fell_in_words
from ledger.canonical import canonical
from summaries.models import Change, Correction, Representation, Summary, Version
from summaries.public_figures import as_public, lines
from summaries.syndication import ninjs
from summaries.syndication.figure_json import instant
from summaries.syndication.version_json import texts
from summaries.withheld.served import NOTE_OF_ONE, served_json, withholding_of


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """A figure of a version: what was printed (`then`, as in the version's bytes) and its line now.

    `label` is what follows the number in print now; `fell` is empty while the figure is signed; `now` is the
    whole present line where the figure says something else by now, else empty.
    """

    uid: UUID
    then: dict[str, Any]
    line: Printed
    fell: str
    label: str
    now: str

    def chip(self, wording: str = "full", *, url: str = "") -> dict[str, Any]:
        """Return the dict the components of the look take as `figure`, with the number as printed."""
        return {
            "uid": str(self.uid), "number": self.then["printed"][wording], "value": "", "what": "", "url": url,
            "as_of": (self.then["as_of"] or {}).get("words", ""), "as_of_date": _day(self.then),
            "status": self.line.status, "fell": self.fell, "origins": self.line.origins,
        }  # fmt: skip


def _day(then: dict[str, Any]) -> str:
    when = then["as_of"] or {}
    return when["earliest"] if when and when["earliest"] == when["latest"] and when["earliest"] else ""


@dataclass(frozen=True, slots=True)
class Live:
    """A published summary now. `content` is the version's JSON.

    One whose words were taken back, or are kept back for somebody's safety, has no figures and a `notice`.
    """

    summary: Summary
    version: Version
    content: dict[str, Any]
    figures: dict[UUID, LiveFigure]
    corrections: list[Correction]
    notice: dict[str, Any] | None
    change_seq: int

    @property
    def is_readable(self) -> bool:
        """Whether there are words to read, and not a notice alone."""
        return self.notice is None

    @property
    def state(self) -> str:
        """What readers are told of it: published, withdrawn (words kept back until a new version) or retracted."""
        if self.is_readable:
            return Summary.State.PUBLISHED.value
        is_gone = self.summary.state in (Summary.State.RETRACTED, Summary.State.WITHDRAWN)
        return self.summary.state if is_gone else Summary.State.WITHDRAWN.value

    def block(self) -> dict[str, Any]:
        """Return the `live` block of the JSON: labels now, decided corrections, notice."""
        return {
            "state": self.state,
            "change_seq": self.change_seq,
            "figures": [
                {
                    "uid": str(figure.uid), "status": figure.line.status, "status_then": figure.then["status"],
                    "fell": figure.fell, "label": figure.label, "now": figure.now,
                }
                for figure in self.figures.values()
            ],
            "corrections": [correction_json(correction) for correction in self.corrections],
            "notice": self.notice,
        }  # fmt: skip


def correction_json(correction: Correction) -> dict[str, Any]:
    """Return a decided correction as readers see it. Reads its `withholding`: one kept back keeps its place alone."""
    is_kept_back = withholding_of(correction) is not None
    return {
        "uid": str(correction.uid),
        "figure": str(correction.figure.uid) if correction.figure else None,
        "old": "" if is_kept_back else correction.old,
        "new": "" if is_kept_back else correction.new,
        "reason": correction.reason,
        "note": NOTE_OF_ONE if is_kept_back else correction.note,
        "decided_at": instant(correction.decided_at) if correction.decided_at else None,
        "from_version": correction.from_version.n,
        "to_version": correction.to_version.n if correction.to_version else None,
    }


def read(summary: Summary) -> Live:
    """Return a summary that has a version in print, as it stands now. The queries do not grow with its figures."""
    version = Version.objects.select_related("withholding", "summary__topic", "revision").get(
        pk=summary.current_version_id  # type: ignore[misc]  # never null here
    )
    content = served_json(version)
    changes = Change.objects.filter(version__summary=summary).order_by("-seq").values_list("seq", flat=True)
    stored = Representation.objects.filter(summary=summary).order_by("-change_seq").first()
    return Live(
        summary=summary, version=version, content=content, figures=_figures(content),
        corrections=list(decided(summary)), notice=content.get("notice"),
        change_seq=max([*changes[:1], stored.change_seq if stored else 0, version.change_seq]),
    )  # fmt: skip


def decided(summary: Summary) -> Any:
    """Return the corrections of a summary that readers may see, newest first."""
    found = Correction.objects.filter(summary=summary, state=Correction.State.DECIDED)
    return found.select_related("figure", "from_version", "to_version", "withholding").order_by(
        "-decided_at", "-pk"
    )


def _figures(content: dict[str, Any]) -> dict[UUID, LiveFigure]:
    printed_then = {UUID(figure["uid"]): figure for figure in content.get("figures", [])}
    found = list(Figure.objects.with_state().filter(uid__in=printed_then))
    state_n = {figure.uid: figure.state.n for figure in found}
    now = lines(as_public(found), language=content["language"])
    by_uid = {figure.uid: figure for figure in found}
    return {
        uid: live_figure(then, by_uid[uid], now[by_uid[uid].pk], state_n[uid], content["language"])
        for uid, then in printed_then.items()
    }


def live_figure(
    then: dict[str, Any], figure: Figure, line: Printed, state_n: int, language: str
) -> LiveFigure:
    """Return a figure as printed `then` (from a version's bytes) and as it stands now (`line`, `state_n`)."""
    fell = ""
    if figure.status == Figure.Status.UNREVIEWED:
        fell = fell_in_words(figure.status_since, then["status"], language=language)
    is_signed_anew = state_n != then["state"] and line.is_printable
    says_other = (line.number, line.as_of) != (then["number"], (then["as_of"] or {}).get("words", ""))
    label = f"{then['as_of_phrase']}, {fell or line.status_word}, {line.origins}"
    return LiveFigure(
        figure.uid, then, line, fell, label, line.say() if is_signed_anew and says_other else ""
    )


def public_json(live: Live) -> dict[str, Any]:
    """Return the summary as the API gives it: the version's content and the `live` block."""
    return {**live.content, "live": live.block()}


def live_texts(live: Live) -> dict[str, dict[str, str]]:
    """Return headline, standfirst and body in print, with the labels that hold now."""
    revision = live.version.revision
    fields = {"headline": revision.headline, "standfirst": revision.standfirst, "body": revision.body}
    worded = {
        (uid, wording): words
        for uid, figure in live.figures.items()
        for wording, words in figure.then["printed"].items()
    }
    return texts(fields, worded, lambda uid: live.figures[uid].label)


def refresh(summary: Summary, *, change_seq: int) -> Live:
    """Store the summary's representations anew, each with its ETag. The caller holds the counter's lock.

    Bytes that did not change keep their ETag.
    """
    live = read(summary)
    content = public_json(live)
    content["live"]["change_seq"] = change_seq
    made = {
        "json": canonical(content),
        "ninjs": canonical(ninjs.item(content, live_texts(live) if live.is_readable else None)),
    }
    for name, written in made.items():
        Representation.objects.update_or_create(
            summary=summary, format=name,
            defaults={"bytes": written, "etag": etag_of(written), "change_seq": change_seq},
        )  # fmt: skip
    return live


def etag_of(written: bytes) -> str:
    """Return the strong ETag of some bytes, without its quotation marks."""
    return hashlib.sha256(written).hexdigest()[:40]
