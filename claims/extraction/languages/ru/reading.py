"""Russian words for the passes that are one module each: `comparators`, `confidence`, `page`, `pipeline`, `predicate`."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # page
    "unit_ends": "м км кг га см мм г т куб кв руб грн млн млрд",
    # No line of a list or table ends in one of these: the sentence goes on in the next line.
    "hanging": "и в на не более около до с со из по от чем свыше менее к за у",
    # pipeline
    "every": "каждый каждая каждое каждого каждую каждом каждой",
    "left_open": "половина половины половине половину",
    # predicate
    "openers": "который которая которые были было был будут",
}
