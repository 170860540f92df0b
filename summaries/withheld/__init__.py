"""What was printed of somebody protected now: what leads there, keeping it back, what is served, giving it back."""
