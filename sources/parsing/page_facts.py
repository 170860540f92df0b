"""What a page says of itself in its head: title, language, date, publisher, authors. Its text is not guessed from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from sources.dates import bounds
from sources.errors import BadDate

TITLE_CHARACTERS = 300
_JSON_CHARACTERS = 200_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DATE_NAMES = (
    "article:published_time", "datepublished", "og:article:published_time", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
    "sailthru.date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "dc.title", "twitter:title")
_SITE_NAMES = ("og:site_name", "dc.publisher", "application-name")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "parsely-author")


class PageFacts(NamedTuple):
    """What the page says of itself; empty where it says nothing."""

    title: str = ""
    language: str = ""
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()


def page_facts(root: etree._Element) -> PageFacts:
    """Read the page's own facts: meta elements first, then JSON-LD, then the title or first heading."""
    metas = _metas(root)
    linked = next(_linked(root), {})
    title = _first(metas, _TITLE_NAMES) or heading(root, ("h1",)) or _words(next(root.iter("title"), None))
    dates = [metas[name] for name in _DATE_NAMES if name in metas] + [str(linked.get("datePublished", ""))]
    author = _first(metas, _AUTHOR_NAMES) or ", ".join(_names(linked.get("author")))
    return PageFacts(
        title=title[:TITLE_CHARACTERS],
        language=_language(root),
        published=next(filter(None, map(day, dates)), ""),
        publisher=(_first(metas, _SITE_NAMES) or "".join(_names(linked.get("publisher"))[:1]))[:200],
        authors=tuple(
            each for each in (_one_line(each)[:200] for each in author.split(",")[:5]) if _is_name(each)
        ),
    )


def day(words: str) -> str:
    """Return the day of an ISO 8601 date or instant as EDTF, as the publisher wrote it; empty for anything else."""
    found = re.match(r"\s*(\d{4}-\d\d-\d\d)(?=\s*$|[T ])", words[:40], re.ASCII)
    try:
        return found[1] if found and bounds(found[1]) else ""
    except BadDate:
        return ""


def heading(element: etree._Element, tags: tuple[str, ...] = _HEADINGS) -> str:
    """Return the words of the first heading inside an element, on one line."""
    return _words(next(element.iter(*tags), None))[:TITLE_CHARACTERS]


def time_of(element: etree._Element) -> str:
    """Return the day of the first `<time datetime>` inside an element, or an empty string."""
    return next(filter(None, (day(each.get("datetime") or "") for each in element.iter("time"))), "")


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content"):
            found.setdefault(name, _one_line(meta.get("content", "")[:2000]))
    return found


def _linked(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of the page that carry a date of publication."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads((script.text or "")[:_JSON_CHARACTERS])
        except (ValueError, RecursionError):
            continue
        tops = loaded if isinstance(loaded, list) else [loaded]
        for top in tops[:50]:
            graph = top.get("@graph") if isinstance(top, dict) else None
            for each in [top, *(graph[:50] if isinstance(graph, list) else [])]:
                if isinstance(each, dict) and "datePublished" in each:
                    yield each


def _names(party: Any) -> list[str]:
    parties = party if isinstance(party, list) else [party]
    found = [each.get("name") if isinstance(each, dict) else each for each in parties[:5]]
    return [_one_line(each)[:200] for each in found if isinstance(each, str)]


def _language(root: etree._Element) -> str:
    html = next(root.iter("html"), root)
    found = re.match(r"([a-zA-Z]{2,3})(?=$|[-_])", (html.get("lang") or "").strip())
    return found[1].lower() if found else ""


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _is_name(words: str) -> bool:
    return bool(words) and "://" not in words and not words.startswith("@")


def _words(element: etree._Element | None) -> str:
    return "" if element is None else _one_line("".join(_some(element)))


def _some(element: etree._Element) -> Iterator[str]:
    """Yield words of an element, some hundreds of characters and no more."""
    n = 0
    for piece in element.itertext():
        yield piece[: TITLE_CHARACTERS * 4]
        n += len(piece)
        if n > TITLE_CHARACTERS * 4:
            return


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
