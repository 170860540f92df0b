"""Summaries, revisions, approvals and versions; corrections, changes, representations, and what is kept back."""

from summaries.models.drafts import FigureUse, NotFigure, Revision, Summary, kept_back
from summaries.models.published import Approval, Change, Correction, Counter, Representation, Version
from summaries.models.withheld import Withholding

__all__ = [
    "Approval",
    "Change",
    "Correction",
    "Counter",
    "FigureUse",
    "NotFigure",
    "Representation",
    "Revision",
    "Summary",
    "Version",
    "Withholding",
    "kept_back",
]
