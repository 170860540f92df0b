"""The date at the head of a column in a table pasted as text: "Births | 2029 | 2030"."""

from __future__ import annotations

from claims.extraction.counted import tables
from claims.extraction.dates.mentions import DateMention
from claims.extraction.dates.timeline import Timeline
from claims.extraction.draft import Draft

_BAR = "|"


def of_column(draft: Draft, dates: Timeline) -> DateMention | None:
    """Return the date in the topmost cell of the column in which a figure stands; None outside a table."""
    page = dates.page
    words = page.words
    if draft.first < 2 or words[draft.first - 1] != _BAR:
        return None
    row, bottom = page.paragraph(draft.a)
    if bottom - row > tables.MAX_LINE:
        return None
    top = tables.head(page, row)
    if top == row:
        return None
    column = words[row : draft.first].count(_BAR)
    begin, end = page.paragraph(top)
    bars = [k for k in range(begin, min(end, begin + tables.MAX_LINE)) if words[k] == _BAR]
    if not 0 < column <= len(bars) or len(bars) != words[row:bottom].count(_BAR):
        return None
    opens, closes = bars[column - 1], bars[column] if column < len(bars) else end
    for at in {page.sentence(begin)[0], page.sentence(opens)[0], page.sentence(closes - 1)[0]}:
        for mention in dates.of(*page.sentence(at)):
            if opens < mention.first < closes and mention.day.year:
                return mention
    return None
