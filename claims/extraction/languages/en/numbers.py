"""English words for `numbers`: numbers, units and ratios. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # numbers/bare
    "after_fold": "as the that what its their last those",
    "fold_words": "twice thrice double triple",
    # numbers/digits
    "scale_letters": "k b",
    "not_after_metres": "is was has us across hurdles years",
    "score_words": "score scores tens",
    "races": "run race freestyle butterfly backstroke breaststroke hurdles sprint dash relay",
    # numbers/fractions
    "after_share": (
        "of in more less fewer higher lower larger smaller to from since compared on over year were was "
        "are have had said live lived below above after by this last between at during for faster slower "
        "longer and or but who so this"
    ),
    "qualified_share": "good full whole mere further",
    "goes": "goes comes is",
    "goes_on": "on to towards from spent",
    "before_share": "a an nearly almost about over under",
    "which_half": "first second other latter top bottom",
    # numbers/quantities
    "ratio_words": "times doubled doubling doubles halved halving",
    "every": "every",
    "of_them": "of|",
    "determiners": "its their the his her our these those",
    "dimensions": "high tall long wide deep thick away from above below across underwater down up",
    "joins_nouns": "and",
    "cased_units": "w v ps",
    "minus": "minus",
    # numbers/ranges
    "range_joins": "to and",
    "range_openers": "between from",
    "range_from": "from",
    "or_words": "or",
    "to_words": "to till",
    "lengths": "m km cm mm ft",
    "rare_shares": "fourth fourths",
    "of_a": "of a|of an",
    "by": "by",
    "hyphened_to": "- to -|",
    "to_number": "to",
    # What opens a range, by the word that joins its two numbers.
    "paired": {"and": "between"},
    # numbers/ratios
    "ordinals": {
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "twentieth": 20,
        "hundredth": 100,
    },
    "times": (
        "as more higher larger greater bigger the what that its their faster less fewer lower smaller "
        "longer over"
    ),
    "killing": "killed killing wounded injured injuring arrested detained kills kill injures hit",
    "per_each": "every a",
    "lessened": "less fewer lower smaller",
    "per_many": "per|for",
    "ratios_times": "time",
    "out_of": "in out",
    "per": "per for",
    "fold_or_x": "fold x",
    # numbers/units
    "dollars": {
        "us": "USD",
        "u.s": "USD",
        "a": "AUD",
        "au": "AUD",
        "c": "CAD",
        "ca": "CAD",
        "hk": "HKD",
        "nz": "NZD",
        "s": "SGD",
        "nt": "TWD",
        "r": "BRL",
    },
    "wired": "y",
    "small": "cent cents pence p",
    "adjectives": {
        "us": "USD",
        "american": "USD",
        "canadian": "CAD",
        "australian": "AUD",
        "singapore": "SGD",
        "taiwan": "TWD",
        "zealand": "NZD",
        "kong": "HKD",
        "british": "GBP",
        "swiss": "CHF",
        "indian": "INR",
        "pakistani": "PKR",
        "egyptian": "EGP",
        "japanese": "JPY",
        "u": "USD",
    },
    "hours": "kilowatt megawatt gigawatt terawatt watt ampere kw mw gw",
    "degree_scales": "c f celsius fahrenheit",
    "ambiguous_coins": "won real rand",
    "second_measures": "feet foot ft hours hour metres meters pounds lb lbs years",
    "ambiguous_currencies": "cr m won real som leu rand r",
    "before_currency": "s new hong",
    "percent": "percent pct pc",
    "short_units": "m",
    "unit_openers": "square cubic nautical sq",
    "per_time": "h s day",
    "an_hour": "per hour|an hour",
    "money_scales": "million billion thousand hundred m bn k",
    "rates": "km|kg|l|sec|min|yr|m",
    "magnitude": "magnitude",
    "degree_letters": "c f",
    "hours_after": "hour hours",
    "pound_words": "pounds pound",
    "ambiguous_won": "won rand",
    "rupee_marks": "rs re",
    "ringgit_marks": "rs rm",
    "basis_points": "bps bp",
    "point_phrases": "points|point",
    "short_areas": "square sq",
    # numbers/vague
    "not_scores": "test the their exam",
    "after_scores": "of more were are have hurt dead killed injured wounded missing flee fled feared held arrested",
    "few": "few handful",
    "before_few": "a another",
    # numbers/words
    "scales": "million billion thousand hundred",
    "score_units": "score scores",
    "number_joints": "and",
    # by several modules
    "articles": "a an",
    "points": "point points",
}
