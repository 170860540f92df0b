"""Dates: found in the text, resolved on the day they lean on, and given to the figures."""
