"""What each status asserts, in the words readers get: on the front page, the method page and each figure's page."""

from typing import TypedDict

from django.utils.translation import gettext as _

from claims.models import Figure
from claims.values import Value


class Meaning(TypedDict):
    """A status, what it asserts, what it needs, and how it may be printed."""

    status: str
    asserts: str
    needs: str
    in_print: str


def meanings() -> list[Meaning]:
    """Return the seven statuses, those that may stand in print first."""
    of = Figure.Status
    return [
        {"status": of.VERIFIED, "asserts": _("established without the word of the party that says it"),
         "needs": _("two independent origins or a primary record, and two reviewers"), "in_print": _("freely")},
        {"status": of.ATTRIBUTED, "asserts": _("the party named did say it, and was placed to know"),
         "needs": _("its words seen in a copy we keep, and one reviewer"),
         "in_print": _("only with the party named in the sentence")},
        {"status": of.DISPUTED, "asserts": _("credible parties conflict, or one party with itself"),
         "needs": _("the conflict named, and one reviewer"), "in_print": _("only with both values")},
        {"status": of.SUPERSEDED, "asserts": _("true on its date; a later figure replaces it"),
         "needs": _("the later figure, and one reviewer"), "in_print": _("only with its date")},
        {"status": of.FALSE, "asserts": _("shown to be wrong"), "needs": _("two reviewers"),
         "in_print": _("only as a correction")},
        {"status": of.UNVERIFIABLE, "asserts": _("could not be traced or checked"),
         "needs": _("what was tried, and one reviewer"), "in_print": _("never")},
        {"status": of.UNREVIEWED, "asserts": _("nobody has signed"), "needs": _("nothing"), "in_print": _("never")},
    ]  # fmt: skip


def asserts(status: str) -> str:
    """Return what one status asserts."""
    return next(meaning["asserts"] for meaning in meanings() if meaning["status"] == status)


def reads(value: Value) -> str:
    """Say how a value is to be read: which numbers it allows."""
    if value.state == "none_known":
        return _("nobody is known; that is not zero")
    if not value.is_known:
        return _("no number, and that is said; it is not zero")
    return {
        "exact": _("this number, as the source gives it"),
        "more_than": _("above this number; how far is not said"),
        "at_least": _("this number or more"),
        "less_than": _("below this number; how far is not said"),
        "at_most": _("this number or less"),
        "about": _("near this number: a tenth more or less is no conflict"),
        "between": _("anywhere between the two"),
        "vague": _("a word for a number, not a count"),
    }[value.comparator]
