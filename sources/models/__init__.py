"""Parties, bytes as they arrived, texts made of them, and documents cut from those."""

from sources.models.captures import Blob, Capture
from sources.models.documents import DatedByCandidates, Document, DocumentDateCandidate, Text
from sources.models.parties import Alias, Provenance, Source

__all__ = [
    "Alias",
    "Blob",
    "Capture",
    "DatedByCandidates",
    "Document",
    "DocumentDateCandidate",
    "Provenance",
    "Source",
    "Text",
]
