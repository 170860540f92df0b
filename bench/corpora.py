"""The marked texts the reader is scored on, and the reader run over them."""

import json
from pathlib import Path
from typing import Any

from claims.extraction import DocumentFacts, read

ROOT = Path(__file__).resolve().parent.parent
DEVSET = ROOT / "tests" / "claims" / "extraction"
GOLD = ROOT.parent / "shared" / "gold"
Row = dict[str, Any]


class Corpus:
    """Documents with their gold rows and the numerals that are not figures."""

    def __init__(self, name: str, docs: list[Row], gold: list[Row], nonfigures: list[Row]) -> None:
        ids = {d["id"] for d in docs}
        self.name, self.docs = name, docs
        self.gold = [g for g in gold if g["id"] in ids]
        self.nonfigures = [n for n in nonfigures if n["id"] in ids]

    @property
    def characters(self) -> int:
        return sum(len(d["text"]) for d in self.docs)


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def devset(part: str, language: str = "") -> Corpus:
    """The `dev` or `held` part of our own set, or its documents in one language."""
    docs = [d for d in rows(DEVSET / "devset_docs.jsonl") if d["part"] == part]
    if language:
        docs = [d for d in docs if d["language"] == language]
    name = f"{part} {language}".strip()
    return Corpus(name, docs, rows(DEVSET / "devset_gold.jsonl"), rows(DEVSET / "devset_nonfigures.jsonl"))


def gold() -> Corpus | None:
    """The gold reading beside the checkout; None when it is not there."""
    if not (GOLD / "gold.jsonl").is_file():
        return None
    return Corpus("gold", *(rows(GOLD / f"{name}.jsonl") for name in ("docs", "gold", "nonfigures")))


def predict(corpus: Corpus) -> list[Row]:
    """Our reader over every document, as rows the scorer takes."""
    found = []
    for doc in corpus.docs:
        facts = DocumentFacts(published=doc["published"], publisher=doc["publisher"], title=doc["title"])
        for figure in read(doc["text"], facts).figures:
            found.append(
                {
                    "id": doc["id"],
                    **{name: getattr(figure, name) for name in ("start", "end", "quote", "low", "high")},
                    **{
                        name: getattr(figure, name)
                        for name in ("comparator", "counted", "kind", "unit", "as_of")
                    },
                    "since": figure.since,
                    "attribution": list(figure.attribution),
                    "confidence": float(figure.confidence),
                }
            )
    return found
