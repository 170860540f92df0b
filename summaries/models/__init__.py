"""Summaries and their revisions, approvals and versions; corrections, changes and stored representations."""

from summaries.models.drafts import FigureUse, NotFigure, Revision, Summary
from summaries.models.published import Approval, Change, Correction, Counter, Representation, Version

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
]
