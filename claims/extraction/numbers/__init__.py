"""Numbers: the bare number, the ratio, the unit, the range, and the whole number phrase."""
