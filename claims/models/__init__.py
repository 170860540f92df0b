"""Mentions and their readings, figures and their states, measures, findings."""

from claims.models.figures import Figure, FigureState, Hand, StateInput
from claims.models.findings import Finding, FindingFigure
from claims.models.measures import Measure, MeasureRelation, MeasureWording, Phase, Topic
from claims.models.mentions import Attribution, Mention, Reading, ReadingDateCandidate
from claims.models.said import Comparator, Said, ValueState

__all__ = [
    "Attribution",
    "Comparator",
    "Figure",
    "FigureState",
    "Finding",
    "FindingFigure",
    "Hand",
    "Measure",
    "MeasureRelation",
    "MeasureWording",
    "Mention",
    "Phase",
    "Reading",
    "ReadingDateCandidate",
    "Said",
    "StateInput",
    "Topic",
    "ValueState",
]
