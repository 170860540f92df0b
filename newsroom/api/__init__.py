"""The root of the API: its addresses, and one shape for everything that goes wrong."""
