"""Whether a confidence of 0.8 is right eight times in ten: a reliability table and its picture."""

from collections.abc import Sequence
from html import escape
from typing import Any

BINS = 10
SIDE, MARGIN = 320, 40  # pixels of the picture


def table(told: Sequence[tuple[float, bool]]) -> list[dict[str, Any]]:
    """Ten bins of confidence: how many readings, their mean confidence, the share of them that is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in told:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [
        {
            "from": n / BINS,
            "to": (n + 1) / BINS,
            "readings": len(rows),
            "confidence": round(sum(c for c, _ in rows) / len(rows), 4) if rows else None,
            "right": round(sum(r for _, r in rows) / len(rows), 4) if rows else None,
        }
        for n, rows in enumerate(bins)
    ]


def expected_error(bins: Sequence[dict[str, Any]]) -> float | None:
    """Mean distance between confidence and share right, weighted by readings (expected calibration error)."""
    total = sum(b["readings"] for b in bins)
    gaps = sum(b["readings"] * abs(b["confidence"] - b["right"]) for b in bins if b["readings"])
    return round(gaps / total, 4) if total else None


def doubtful_first(told: Sequence[tuple[float, bool]]) -> float | None:
    """How often a wrong reading has the lower confidence of a wrong and a right one (ties half); 1 is perfect."""
    right, wrong = [c for c, r in told if r], [c for c, r in told if not r]
    if not right or not wrong:
        return None
    wins = sum((w < r) + 0.5 * (w == r) for w in wrong for r in right)
    return round(wins / (len(right) * len(wrong)), 4)


def plot(bins: Sequence[dict[str, Any]], width: int = 40) -> str:
    """The table as bars of text: `#` is the share right, `|` the mean confidence."""
    lines = []
    for b in bins:
        if b["readings"]:
            bar = list("#" * round(b["right"] * width) + " " * width)[: width + 1]
            bar[round(b["confidence"] * width)] = "|"
            lines.append(f"{b['from']:.1f}–{b['to']:.1f} {''.join(bar)} {b['right']:.2f} of {b['readings']}")
    return "\n".join(lines)


def svg(bins: Sequence[dict[str, Any]], title: str) -> str:
    """The table as a picture: a dot per bin, as large as it has readings, and the line of perfect calibration."""
    most = max((b["readings"] for b in bins), default=1) or 1
    dots = "".join(
        f'<circle cx="{MARGIN + b["confidence"] * SIDE:.1f}" cy="{MARGIN + (1 - b["right"]) * SIDE:.1f}" '
        f'r="{3 + 9 * (b["readings"] / most) ** 0.5:.1f}"><title>{b["from"]}–{b["to"]}: '
        f"{b['right']} of {b['readings']} right</title></circle>"
        for b in bins
        if b["readings"]
    )
    full, end = SIDE + 2 * MARGIN, MARGIN + SIDE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {full}" role="img" font-family="sans-serif" '
        f'font-size="12"><title>{escape(title)}</title>'
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
        f'<line x1="{MARGIN}" y1="{end}" x2="{end}" y2="{MARGIN}" stroke="#888" stroke-dasharray="4"/>'
        f'<g fill="#1f5fa8" fill-opacity=".8">{dots}</g>'
        f'<text x="{MARGIN}" y="{MARGIN - 12}">{escape(title)}</text>'
        f'<text x="{MARGIN}" y="{full - 12}">confidence 0 … 1, share right 0 … 1 upwards</text></svg>\n'
    )
