"""English words for `dates`: dates and periods. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # dates/asof
    "joins": "in at on the for by of during early late end",
    "now": (
        "is are now currently remain remains stands stand costs cost needs need want wants will can must "
        "may lie lies live lives faces face owns runs employs sees offers plan plans expects hopes"
    ),
    # dates/relative
    "same_day": "today tonight",
    "day_before": "yesterday",
    "en_last": "last previous past",
    "period": {
        "week": "week",
        "month": "month",
        "year": "year",
        "morning": "day",
        "afternoon": "day",
        "evening": "day",
        "quarter": "quarter",
        "weekend": "weekend",
    },
    "quarters": {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4},
    "triggers": "today tonight yesterday this last previous past first second third fourth final ahead",
    # dates/timeline
    "since": "since from starting",
    "age_of_things": "founded established built born adopted signed opened created launched introduced formed",
    "parts_of_time": (
        "period half quarter end start beginning months month as morning evening night afternoon course "
        "summer winter spring autumn early late"
    ),
    "events": (
        "flood floods war election elections earthquake quake storm fire attack crash census outbreak "
        "campaign vote hurricane cyclone epidemic famine strike riot riots massacre uprising"
    ),
    "superlatives": (
        "lowest highest worst best biggest largest deadliest smallest first most longest strongest "
        "weakest sharpest fastest since-only"
    ),
}
