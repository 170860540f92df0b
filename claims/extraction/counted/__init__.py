"""What a number counts: the noun beside it, the noun it leans on, or the one left unsaid."""
