"""The public, read-only API: what is published, for programs; the same answer for staff and strangers."""
