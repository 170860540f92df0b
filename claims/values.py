"""Values as intervals: what a figure says, and when two of them can both be true. Pure."""

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from claims.errors import BadValue
from claims.numbers import WIDTH, exact, plain

COMPARATORS = ("exact", "more_than", "at_least", "less_than", "at_most", "about", "between", "vague")
VALUE_STATES = ("known", "none_known", "unknown", "not_applicable")

_LOW_ONLY = {"more_than", "at_least", "vague"}
_HIGH_ONLY = {"less_than", "at_most"}


@dataclass(frozen=True, slots=True)
class Value:
    """What is said: comparator and bounds. `low` or `high` None is an open end, and only with `known`.

    "more than 60" is (more_than, 60, None); "at most 300" is (at_most, None, 300); "about 75" is (about, 75, 75).
    Zero is a known 0; "none known", "unknown" and "not applicable" are value states without bounds.
    """

    comparator: str = "exact"
    low: Decimal | None = None
    high: Decimal | None = None
    state: str = "known"

    @property
    def is_known(self) -> bool:
        return self.state == "known"

    @property
    def is_vague(self) -> bool:
        return self.comparator == "vague"

    def __str__(self) -> str:
        bounds = "..".join("" if end is None else plain(end) for end in (self.low, self.high))
        return f"{self.comparator} {bounds}" if self.is_known else self.state


def checked(
    *, comparator: str = "exact", low: Decimal | int | str | None = None, high: Decimal | int | str | None = None,
    state: str = "known",
) -> Value:  # fmt: skip
    """Make a value whose parts go together, filling the bound a comparator implies.

    `checked(low=12)` is exactly 12; `checked(comparator="at_most", high=300)`; `checked(comparator="about", low=75)`.
    Raises BadValue with a sentence, BadNumber for numbers that cannot be kept.
    """
    if state not in VALUE_STATES or comparator not in COMPARATORS:
        raise BadValue(
            "Choose one of the listed comparators and one of known, none known, unknown, not applicable."
        )
    if state != "known":
        if low not in (None, "") or high not in (None, ""):
            raise BadValue("A value that is not known has no number. Clear the number or choose “known”.")
        return Value("exact", None, None, state)
    lower = None if low in (None, "") else exact(low)
    upper = None if high in (None, "") else exact(high)
    if comparator in ("exact", "about"):
        number = lower if lower is not None else upper
        if number is None or (upper is not None and upper != number):
            raise BadValue("“Exactly” and “about” take one number.")
        return Value(comparator, number, number)
    if comparator == "between":
        if lower is None or upper is None or lower >= upper:
            raise BadValue("“Between” takes two numbers, the smaller first.")
        return Value(comparator, lower, upper)
    bound = lower if lower is not None else upper
    if bound is None or (lower is not None and upper is not None):
        raise BadValue(
            "“More than”, “at least”, “fewer than”, “at most” and words such as “dozens” take one number."
        )
    return Value(comparator, bound, None) if comparator in _LOW_ONLY else Value(comparator, None, bound)


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of numbers; None is an open end, `low_in`/`high_in` say whether the bound itself is inside."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True


def span(value: Value) -> Span:
    """Return the numbers a known value allows.

    about n is n ± 10 %, at least ± 1 (MODEL, Intervals); more_than and less_than leave the bound out.
    """
    if value.comparator == "about" and value.low is not None:
        with localcontext() as context:
            context.prec = 2 * WIDTH  # the present context would round past 28 digits
            slack = max(Decimal(1), abs(value.low) / 10)
            return Span(value.low - slack, value.low + slack)
    return Span(
        value.low, value.high, low_in=value.comparator != "more_than", high_in=value.comparator != "less_than"
    )


def _is_below(a: Span, b: Span) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and not (a.high_in and b.low_in))


def _same_bounds(a: Value, b: Value) -> bool:
    return {a.low, a.high} - {None} == {b.low, b.high} - {None}


def agree(a: Value, b: Value) -> bool:
    """Say whether both can be true of one thing at one time.

    "at least 3" agrees with 5; "more than 60" does not agree with 58, nor "fewer than 20" with 27. Equal
    bounds that differ only in qualifier never conflict ("more than eighty" and "eighty"): that is a lost
    qualifier. A value that is not known agrees with everything.
    """
    if not (a.is_known and b.is_known) or _same_bounds(a, b):
        return True
    return not (_is_below(span(a), span(b)) or _is_below(span(b), span(a)))


def is_below(a: Value, b: Value) -> bool:
    """Say whether every number `a` allows is below every number `b` allows: the pure test of a fall or a rise."""
    if not (a.is_known and b.is_known) or _same_bounds(a, b):
        return False
    return _is_below(span(a), span(b))


def without_qualifier(value: Value) -> Value:
    """Return the bare number behind a qualified one: "more than 60" gives exactly 60. Between stays."""
    number = value.low if value.low is not None else value.high
    return (
        value
        if value.comparator == "between" or number is None
        else replace(value, comparator="exact", low=number, high=number)
    )
