"""The acts of apps further left as print hears of them: what the site gives their pages and their admin to call.

An act without a name here moves nothing that readers see, or is told of by the figures it moves.
"""

from summaries.told.documents import bring_in, describe_document, redate, restore_document, withdraw_document
from summaries.told.figures import (
    correct,
    dismiss,
    file_mention,
    restate_figure,
    revert_figure,
    unfile_mention,
)
from summaries.told.measures import relate_measures, start_phase, word_measure

__all__ = [
    "bring_in",
    "correct",
    "describe_document",
    "dismiss",
    "file_mention",
    "redate",
    "relate_measures",
    "restate_figure",
    "restore_document",
    "revert_figure",
    "start_phase",
    "unfile_mention",
    "withdraw_document",
    "word_measure",
]
