"""English words for `dates`: dates and periods. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # dates/asof
    "joins": "in at on the for by of during early late end them whom these",
    # dates/carry
    "past": (
        "was were had did said told took left fell rose grew cut hit won lost gave got came went saw made "
        "found held sold bought paid met ran shot sank swept struck blew broke brought built sent spent fled "
        "began became bore beat chose came drank drew drove ate fought flew forgot froze hid hurt kept knew laid "
        "lay led lent let lost meant put read rode rang sang sat set shook shut slept spoke stood stole stuck "
        "swam taught thought threw understood wore wrote woke went could would"
    ),
    "clauses": "but while which who where because although",
    "subjects": "i we they you",
    "quarter": "quarter",
    "before_object": "a an the its their about around nearly almost up more less some over under at",
    "now": (
        "is are now currently remain remains stands stand costs cost needs need want wants will can must "
        "may lie lies live lives faces face owns runs employs sees offers plan plans expects hopes"
    ),
    "perfect_ends": "ed en ade ought old ost ound",
    "running_now": "this",
    "running_period": "year month week quarter",
    "end_of_period": "end of|the end",
    "has": "has have",
    # dates/mentions
    "zones": "am pm gmt utc a p m local time",
    "clock_ends": "a p m",
    "day_endings": "st nd rd th",
    "joins_days": "to and",
    "month_lookalikes": "may march mar sun sat",
    "before_month_day": "in of during early late last this since",
    "counted_not_year": "people men women",
    "meridiem_letters": "a p",
    "year_joint": "of in",
    "relatives": "which who where whose opened founded built",
    "when": "when",
    "compared": "from against than",
    # dates/shifts
    "days": "day",
    "articles": "a an one the",
    "than_or_from": "than from",
    "sooner": "earlier before",
    "later": "later",
    "up_to_date": "to ended ending through until",
    # dates/relative
    "seasons": {"spring": 3, "summer": 6, "autumn": 9, "winter": 12},
    "weekend": "weekend",
    "the": "the",
    "to_amount": "to",
    "of_money": "percent cent pct profit profits revenue sales turnover deficit exports budget harvest output",
    "before_step": "and but while",
    "the_end_of": "the end of|the end",
    "presumed": "feared presumed",
    "at": "at",
    "before_following": "the",
    "following": "next following",
    "units_following": {"day": "day", "morning": "day", "week": "week", "month": "month", "year": "year"},
    "months_of_sign": {"q": 3, "h": 6},
    "of_norm": "average averages norm normal mean delivery contract futures deadline",
    "what_was": "what it was|what they were|what they are",
    "squares": "square plaza",
    "small": "of the",
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
        "night": "day",
        "quarter": "quarter",
        "weekend": "weekend",
    },
    "quarters": {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4},
    "at_present": "now currently",
    # dates/totals
    "since_then": "since then|",
    "parts_of_total": "of them|of these|of those|of whom|of which|among them|in that time|over that time",
    "compared_with": "lower higher smaller larger bigger fewer worse better dearer cheaper",
    "part_of_month": {"half": 2, "week": 4},
    "deadlines": "by until till before",
    "have": "have be need number",
    "before_named_month": "the a its their",
    "week_from": "of beginning starting commencing",
    "with": "with",
    "and": "and",
    "each_its_own": "respectively",
    "ends_decade": "s",
    "decades": {
        "twenties": 1920,
        "thirties": 1930,
        "forties": 1940,
        "fifties": 1950,
        "sixties": 1960,
        "seventies": 1970,
        "eighties": 1980,
        "nineties": 1990,
    },
    "numbered_week": "week",
    "of_quarter": "quarter",
    "units_previous": {"day": "day", "month": "month", "quarter": "quarter", "year": "year"},
    "units_single_ago": {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "year"},
    "previous": "previous",
    "last_months": "last final",
    "ago_behind": "ago",
    "triggers": "spring summer autumn winter ago next following q h today tonight yesterday this last previous past first second third fourth final ahead earlier before later weekend",
    "short_months": "april june august",
    "always_months": "may june july",
    "before_always_month": "in since last this by of",
    "before_month": "in since by of last this early late mid from to until through throughout across over during and between for",
    "halves": "half",
    "of_this_year": "this year|the year",
    "of_last_year": "last year|",
    "weekday_lookalikes": "sun sat wed mon",
    "parts_of_day": "morning afternoon evening night",
    "coming": "next coming this",
    "named_period": "quarter half",
    "ambiguous_months": "may march",
    # dates/roles
    "since": "since from starting",
    "age_of_things": "founded established built born adopted signed opened created launched introduced formed",
    "parts_of_time": (
        "week hours period half quarter end start beginning months month as morning evening night afternoon course "
        "summer winter spring autumn early late"
    ),
    "events": (
        "flood floods tremor tsunami eruption avalanche landslide drought heatwave collapse derailment explosion blast bombing "
        "shooting siege revolution coup disaster pandemic blaze tornado typhoon blackout war election elections earthquake quake storm fire attack crash census outbreak "
        "campaign vote hurricane cyclone epidemic famine strike riot riots massacre uprising"
    ),
    "superlatives": (
        "lowest highest worst best biggest largest deadliest smallest first most longest strongest "
        "weakest sharpest fastest since-only"
    ),
    "before_date": "the early late mid beginning start of end last",
    "until": "until till before",
    "in_time": "in on",
    "from": "from",
    "will": "will shall would",
    "ratios": "double twice triple treble quadruple half thrice times",
    "forecasts": "forecast forecasts projects predicts predicted expects foresees",
    "moves_to_come": "rise fall grow climb drop slow narrow widen shrink increase decrease swell decline",
    "amounts_to_come": "reach total exceed peak hit average amount stand",
    "ahead_of_month": "for by",
    "told_ends": "ed",
    "untold": "said told added need indeed hundred speed feed seed unaffected united limited",
    "passive": "was were been",
    "due": "due scheduled slated",
    "on": "on",
    "during": "during in",
    "at_event": "at during in",
    "than_in": "than in|than on|as in|as on|as at",
    "changed_from": "down up different",
    "reaching_ahead": "for",
    "between": "between",
    "after": "after",
    "up_to": "until till",
    "than": "than what compared versus vs",
    "beside_base": "against below above beyond",
    "of_base": "its their the of",
    "owners": "its their his her our my a an",
    "inquiries": "survey inquiry study poll audit",
    "born": "b born d",
    # dates/timeline
    "weekly_units": "week day",
    "date_line_openers": "posted published updated",
    "joins_periods": "to through",
    "ends_period": "to until till and through",
    "years": "year",
    "months": "month",
    "weeks": "week",
    "today": "today",
}
