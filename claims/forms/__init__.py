"""What people type about mentions, figures and measures: shape checked here, rules in the acts."""

from claims.forms.measures import FindingForm, MeasureForm, PhaseForm, RelationForm, WordsForm
from claims.forms.mentions import AddForm, DismissForm, FileForm, ReadingForm
from claims.forms.restating import RestateForm, RevertForm

__all__ = [
    "AddForm",
    "DismissForm",
    "FileForm",
    "FindingForm",
    "MeasureForm",
    "PhaseForm",
    "ReadingForm",
    "RelationForm",
    "RestateForm",
    "RevertForm",
    "WordsForm",
]
