"""English words for `numbers`: numbers, units and ratios. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # numbers/core
    "after_fold": "as the that what its their last those",
    "after_share": (
        "of in more less fewer higher lower larger smaller to from since compared on over year were was "
        "are have had said live lived below above after by this last between at during for faster slower "
        "longer and or but who"
    ),
    # numbers/quantities
    "ratio_words": "times doubled doubling doubles halved halving",
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
    "small": "cent cents pence",
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
}
