"""Masks: numerals passed over because of what stands beside them, before any number is read."""
