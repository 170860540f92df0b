"""Standards our output is held against."""
