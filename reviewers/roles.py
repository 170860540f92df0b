"""Who may do what: the only place that says so. Act → roles → what the thing must be, a reason on each line.

Pages, API, admin and commands ask `person.may(act, thing)`; so does every act itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reviewers.models import Reviewer

CONTRIBUTOR, REVIEWER, EDITOR, PUBLISHER, AUDITOR, ADMINISTRATOR = (
    "contributor",
    "reviewer",
    "editor",
    "publisher",
    "auditor",
    "administrator",
)
ROLES = (CONTRIBUTOR, REVIEWER, EDITOR, PUBLISHER, AUDITOR, ADMINISTRATOR)

NEWSROOM = frozenset({CONTRIBUTOR, REVIEWER, EDITOR, PUBLISHER})
EVERYBODY_AT_THE_DESK = frozenset(ROLES)
READERS_OF_TEXTS = frozenset({CONTRIBUTOR, REVIEWER, EDITOR})

Predicate = Callable[["Reviewer", object], bool]


def always(person: "Reviewer", thing: object) -> bool:
    return True


def is_not_protected(person: "Reviewer", thing: object) -> bool:
    """A protected thing is open only to those who may see protected things."""
    return not getattr(thing, "is_protected", False) or may(person, "see-protected")


class Rule(NamedTuple):
    """The roles that may, what the thing must be, and whether the machine account may as well."""

    roles: frozenset[str]
    when: Predicate = always
    is_for_machine: bool = False


# fmt: off
ACTS: dict[str, Rule] = {
    # reading
    "see-desk": Rule(EVERYBODY_AT_THE_DESK),  # every role reads; strangers see only what is published
    "see-protected": Rule(frozenset({REVIEWER, EDITOR, PUBLISHER, AUDITOR})),  # who must judge or answer for it
    "see-ledger": Rule(frozenset({EDITOR, PUBLISHER, AUDITOR, ADMINISTRATOR})),  # the record is for those who answer
    "use-admin": Rule(frozenset({ADMINISTRATOR, AUDITOR, REVIEWER, EDITOR})),  # auditors look
    "see-people": Rule(frozenset({ADMINISTRATOR, AUDITOR})),  # names to sign in by and addresses are not for all
    # sources
    "bring-in": Rule(NEWSROOM, is_for_machine=True),  # anybody in the newsroom, and the command in nobody's name
    "withdraw-document": Rule(READERS_OF_TEXTS, is_not_protected),  # whoever reads may undo a mistaken arrival
    "describe-document": Rule(READERS_OF_TEXTS, is_not_protected),  # title, publisher, date, language, provenance
    "protect": Rule(frozenset({REVIEWER, EDITOR})),  # whoever sees the danger closes the door
    "create-source": Rule(READERS_OF_TEXTS),  # on the way, while filing
    "judge-source": Rule(frozenset({REVIEWER, EDITOR})),  # reliability, owner, merging
    # claims
    "sort-mention": Rule(READERS_OF_TEXTS, is_not_protected),  # accept, correct, dismiss, add, file, undo
    "create-measure": Rule(READERS_OF_TEXTS),  # on the way, while filing
    "define-measure": Rule(frozenset({EDITOR})),  # definition, relations, phases, merging: an editor's decision
    "restate-figure": Rule(READERS_OF_TEXTS),  # value, date, measure, originator; makes the person a maker
    "close-finding": Rule(frozenset({EDITOR})),  # findings are decided by editors
    # reviewers
    "take-figure": Rule(frozenset({REVIEWER})),
    "sign": Rule(frozenset({REVIEWER})),  # makers are refused by the act and by the database
    "withdraw-verdict": Rule(frozenset({REVIEWER})),  # one's own only; checked in the act
    "manage-people": Rule(frozenset({ADMINISTRATOR})),  # no editorial power by itself
    # summaries
    "write": Rule(frozenset({EDITOR})),
    "submit": Rule(frozenset({EDITOR})),
    "approve": Rule(frozenset({PUBLISHER})),  # who edited since the last version is refused by the act
    "publish": Rule(frozenset({PUBLISHER})),
    "retract": Rule(frozenset({PUBLISHER})),
    "give-back": Rule(frozenset({PUBLISHER})),  # what was withheld goes out again: whoever answers for print
    "decide-correction": Rule(frozenset({EDITOR, PUBLISHER})),
    "release-series": Rule(frozenset({PUBLISHER})),
}
# fmt: on


def may(person: "Reviewer", act: str, thing: object = None) -> bool:
    """Say whether `person` may do `act` to `thing`. An act without a row is a fault of ours: KeyError."""
    rule = ACTS[act]
    holds = rule.roles & person.roles or (rule.is_for_machine and person.is_machine)
    return bool(person.is_active and holds and rule.when(person, thing))
