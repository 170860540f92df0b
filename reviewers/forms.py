"""The signature form and the filter of the queue: shape only, the rules are in `reviewers.policy`."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Figure, Measure
from claims.printing import in_short
from reviewers.case import Case, is_later
from reviewers.evidence import NOTE_LONGEST, EvidenceItem
from reviewers.models import Reviewer
from reviewers.policy import Choice

CREDIBILITY = [
    (1, _("1, confirmed")),
    (2, _("2, probably true")),
    (3, _("3, possibly true")),
    (4, _("4, doubtful")),
    (5, _("5, improbable")),
    (6, _("6, cannot be judged")),
]


class SignForm(forms.Form):
    """One signature: status with its reason, rationale, credibility, and what it rests on."""

    seen = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    signs = forms.ChoiceField(label=_("Status"), widget=forms.RadioSelect)
    rationale = forms.CharField(
        label=_("Why"), max_length=NOTE_LONGEST, widget=forms.Textarea(attrs={"rows": 3}), required=True
    )
    credibility = forms.TypedChoiceField(
        label=_("Credibility"), coerce=int, choices=[("", _("Choose")), *CREDIBILITY],
        help_text=_("6 is not a middle value: it says that nobody can tell."),
    )  # fmt: skip
    evidence = forms.MultipleChoiceField(
        label=_("Evidence"), required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(
        label=_("Evidence in a note"),
        max_length=NOTE_LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_note_protected = forms.BooleanField(label=_("The note stays inside the newsroom"), required=False)
    superseded_by = forms.ChoiceField(label=_("The later figure"), required=False)

    def __init__(self, *args: Any, case: Case, choices: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.things = _things(case)
        later = [state.figure for state in case.others if is_later(state, case.state)]
        self.later = {str(figure.uid): figure for figure in later}
        signs: Any = self.fields["signs"]
        signs.choices = [
            (f"{choice.status}:{grounds.code}", grounds.label)
            for choice in choices
            for grounds in choice.reasons
        ]
        evidence: Any = self.fields["evidence"]
        evidence.choices = [(key, label) for key, (label, _item) in self.things.items()]
        superseded: Any = self.fields["superseded_by"]
        superseded.choices = [
            ("", _("None")),
            *((uid, in_short(figure.state)) for uid, figure in self.later.items()),
        ]

    def offered(self) -> dict[str, Any]:
        """Return what `sign` takes, from a valid form."""
        sent = self.cleaned_data
        status, _colon, reason = sent["signs"].partition(":")
        items = [self.things[key][1] for key in sent["evidence"]]
        if sent["note"].strip():
            items.append(EvidenceItem(note=sent["note"], is_protected=sent["is_note_protected"]))
        return {
            "seen": sent["seen"],
            "status": status,
            "reason": reason,
            "rationale": sent["rationale"],
            "credibility": sent["credibility"],
            "evidence": items,
            "superseded_by": self.later.get(sent["superseded_by"]),
        }


def _things(case: Case) -> dict[str, tuple[str, EvidenceItem]]:
    """Return what may be ticked as evidence: the figure's words, their documents, and figures that bear on it."""
    things: dict[str, tuple[str, EvidenceItem]] = {}
    for mention in case.mentions:
        words = gettext("The words “%(quote)s” in %(title)s") % {
            "quote": mention.quote,
            "title": mention.document,
        }
        things[f"mention:{mention.uid}"] = (words, EvidenceItem(mention=mention))
    for document in {mention.document_id: mention.document for mention in case.mentions}.values():
        record = gettext("As a primary record: %(title)s") % {"title": document}
        things[f"document:{document.uid}"] = (record, EvidenceItem(document=document))
    for state in case.others:
        label = ""
        if case.is_corroborated_by(state):
            label = gettext("Corroborates: %(figure)s, %(party)s")
        elif case.conflicts_with(state):
            label = gettext("Conflicts: %(figure)s, %(party)s")
        if label:
            party = state.originator.name_for(case.by) if state.originator else gettext("nobody named")
            said = label % {"figure": in_short(state), "party": party}
            things[f"figure:{state.figure.uid}"] = (said, EvidenceItem(figure=state.figure))
    return things


class NarrowForm(forms.Form):
    """What to narrow the queue to."""

    measure = forms.ModelChoiceField(
        label=_("Measure"),
        queryset=Measure.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("All"),
    )
    asks_for = forms.ChoiceField(
        label=_("Asks for"), required=False,
        choices=[
            ("", _("Any signature")), ("first", _("First")), ("second", _("Second")), ("again", _("A new look")),
        ],
    )  # fmt: skip
    held_by = forms.ChoiceField(
        label=_("Held by"),
        required=False,
        choices=[("", _("Anyone")), ("me", _("Me")), ("nobody", _("Nobody"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure: Any = self.fields["measure"]
        measure.queryset = Measure.objects.standing().prefetch_related("wordings")


class HandOverForm(forms.Form):
    """To whom a figure goes."""

    to = forms.ChoiceField(label=_("Hand over to"))

    def __init__(self, *args: Any, figure: Figure, holder: Reviewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        makers = set(figure.hands.values_list("person", flat=True))
        reviewers = Reviewer.objects.filter(
            is_active=True, grants__role="reviewer", grants__until__isnull=True
        ).exclude(pk__in=[*makers, holder.pk])
        self.people = {str(person.uid): person for person in reviewers.order_by("name", "pk")}
        to: Any = self.fields["to"]
        to.choices = [(uid, str(person)) for uid, person in self.people.items()]

    def person(self) -> Reviewer:
        """Return the person chosen in a valid form."""
        return self.people[self.cleaned_data["to"]]
