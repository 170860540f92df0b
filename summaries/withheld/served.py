"""What of a version may be read today: all of it, unless it names somebody protected since.

A version kept back is no longer given out as it was printed. Where only the record named the party (as an originator,
in the title of a measure), the summary goes on under its own address with the public label in that place. Where its
words do, a notice stands there until a new version is published, or a publisher gives it back (`docs/decisions/0007`).
"""

import json
from typing import Any

from summaries.models import Change, Correction, Revision, Version, Withholding
from summaries.syndication.figure_json import instant, measure_of

NOTE = "Withheld for somebody's safety until a new version is published."
NOTE_OF_ONE = "Withheld for somebody's safety."


def content_of(version: Version) -> dict[str, Any]:
    """Return what a version's bytes say, whoever they name. For the desk and for acts; readers get `served`."""
    content: dict[str, Any] = json.loads(bytes(version.bytes))
    return content


def withholding_of(row: Version | Revision | Change | Correction) -> Withholding | None:
    """Return the record that keeps this back, or None. Select `withholding` with the rows of a list."""
    found: Withholding | None = getattr(row, "withholding", None)
    return found if found and found.given_back_at is None else None


def is_taken_down(version: Version) -> bool:
    """Say whether the words of a version name somebody, so that nothing of them may be read."""
    kept = withholding_of(version)
    return kept is not None and kept.is_in_words


def served(version: Version) -> dict[str, Any]:
    """Return what a version says, as a page may show it. Reads its `withholding`, and its summary's topic."""
    kept = withholding_of(version)
    if kept is None:
        return content_of(version) | (_named_today(version) if _was_kept_back(version) else {})
    return _notice_instead(version, kept) if kept.is_in_words else content_of(version) | _named_today(version)


def served_json(version: Version) -> dict[str, Any]:
    """Return what a version says, as the API may give it. Two queries more for one that is kept back."""
    content = served(version)
    if not _was_kept_back(version) or not content["figures"]:
        return content
    uses = version.revision.uses.select_related("figure", "state__originator", "state__measure")
    states = {str(use.figure.uid): use.state for use in uses.prefetch_related("state__measure__wordings")}
    content["figures"] = [
        figure
        | {
            "originator": party.public_name if (party := states[figure["uid"]].originator) else None,
            "measure": measure_of(states[figure["uid"]], content["language"]),
        }
        for figure in content["figures"]
    ]
    return content


def _was_kept_back(version: Version) -> bool:
    """Say whether a version is kept back or was once: its addresses and its measures may go by other words since."""
    return getattr(version, "withholding", None) is not None


def _named_today(version: Version) -> dict[str, Any]:
    """Return address and topic as they go by today: both may have named the party."""
    topic = version.summary.topic
    return {"slug": version.summary.slug, "topic": {"slug": topic.slug, "name": topic.name}}


def _notice_instead(version: Version, kept: Withholding) -> dict[str, Any]:
    """Return what stands in place of the words: which version, when, its hash, and why nobody can read it.

    Said from the record alone, so that it can still be said when the bytes themselves are erased. One query.
    """
    summary, origin = version.summary, version.summary.translation_of
    first = summary.versions.order_by("n").values_list("publish_at", flat=True)[0]
    is_retraction = version.kind == Version.Kind.RETRACTION
    return {
        "uid": str(summary.uid), "version": version.n, "kind": version.kind, "language": summary.language,
        "translation_of": str(origin.uid) if origin else None, "first_published_at": instant(first),
        "published_at": instant(version.publish_at), "figures": [], "sha256": version.sha256, **_named_today(version),
        "notice": {
            "at": instant(version.publish_at if is_retraction else kept.at),
            "reason": Correction.Reason.SAFETY.value, "note": NOTE_OF_ONE if is_retraction else NOTE,
        },
    }  # fmt: skip
