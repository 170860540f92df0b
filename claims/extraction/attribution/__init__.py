"""Who says a figure: verbs of saying, "according to", quotations, headlines, and how far each reaches."""
