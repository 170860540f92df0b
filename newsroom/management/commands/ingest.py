"""manage.py ingest: bring files in from a shell, with the act that print hears of."""

from claims.ingest import IngestCommand
from summaries.told.acts import bring_in


class Command(IngestCommand):
    bring_in = staticmethod(bring_in)
