"""Numbers kept exactly: at most 20 digits before the point and 10 after, on every database.

Pure. On PostgreSQL a number is numeric(30, 10); on SQLite it is text in a fixed-width form that sorts as
the numbers do, because SQLite keeps a declared decimal as floating point and loses digits.
"""

import re
from decimal import Decimal

from claims.errors import BadNumber

INTEGER_DIGITS = 20
FRACTION_DIGITS = 10
WIDTH = INTEGER_DIGITS + FRACTION_DIGITS
LIMIT = Decimal(10) ** INTEGER_DIGITS

_WRITTEN = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?", re.ASCII)
_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def exact(value: Decimal | int | str) -> Decimal:
    """Return `value` as a decimal this desk can keep, without exponent and without trailing zeros.

    `exact("1.50") == Decimal("1.5")`; minus zero is zero. Text must be plain digits with a point; an
    exponent, a group mark, a sign other than `-`, "NaN" or "Infinity" is refused before any conversion,
    so that no input costs time.

    Raises BadNumber with a sentence.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise BadNumber(f"A {type(value).__name__} is not an exact number.")
    if isinstance(value, int):
        value = Decimal(value) if -LIMIT < value < LIMIT else _refuse()
    elif isinstance(value, str):
        if len(value) > 82 or not _WRITTEN.fullmatch(value.strip()):
            raise BadNumber(
                f"“{value.strip()[:40]}” is not a number. Write digits with a point, such as 1250.5."
            )
        value = Decimal(value.strip())
    if not value.is_finite():
        raise BadNumber("Infinity and “not a number” are not figures.")
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    if value and (value.adjusted() >= INTEGER_DIGITS or len(digits) > 2 * WIDTH or exponent < -2 * WIDTH):
        _refuse()
    trimmed = Decimal(format(value, "f").rstrip("0").rstrip(".") if exponent < 0 else format(value, "f"))
    if -int(trimmed.as_tuple().exponent) > FRACTION_DIGITS:
        _refuse()
    return trimmed if trimmed else Decimal(0)


def _refuse() -> Decimal:
    raise BadNumber(
        f"A number has at most {INTEGER_DIGITS} digits before the point and {FRACTION_DIGITS} after it."
    )


def plain(value: Decimal) -> str:
    """Return the number in digits, without exponent and without trailing zeros: `plain(Decimal("1E3")) == "1000"`."""
    return format(exact(value), "f")


def sortable(value: Decimal) -> str:
    """Return the fixed-width text that sorts as the numbers do: a sign mark, 20 digits, 10 digits.

    Below zero the digits are their nines' complement: `sortable(-2) < sortable(-1) < sortable(0)`. Works on
    the written digits: decimal arithmetic would round to the 28 of the present context.
    """
    units, _, fraction = plain(value).partition(".")
    digits = f"{units.lstrip('-'):0>{INTEGER_DIGITS}}{fraction:0<{FRACTION_DIGITS}}"
    return f"0{digits.translate(_COMPLEMENT)}" if units.startswith("-") else f"1{digits}"


def unsortable(text: str) -> Decimal:
    """Return the number behind `sortable`."""
    sign, digits = ("", text[1:]) if text[0] == "1" else ("-", text[1:].translate(_COMPLEMENT))
    return exact(f"{sign}{digits[:INTEGER_DIGITS]}.{digits[INTEGER_DIGITS:]}")
