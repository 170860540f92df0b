"""Which elements of a page are the entries of a listing: siblings alike that hold most of what the page says."""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from sources import limits
from sources.parsing.page_facts import heading, time_of
from sources.parsing.parsed import Break

_ENTRY_TAGS = ("article", "li", "div", "section")
_SHARE = 0.6  # of the page's text that the entries must hold together
_LARGEST = 0.8  # of the entries' text that one of them may hold: more, and it is the article itself
_SHORTEST = 40  # characters of an entry

Group = tuple[int, str, str]


def entries(root: etree._Element) -> dict[etree._Element, Group]:
    """Return the elements that may be entries, each with its group: same parent, tag and first class.

    Two articles with headings side by side make a group, or three without; of the other elements three with headings.
    """
    groups: dict[Group, list[etree._Element]] = defaultdict(list)
    for n, parent in enumerate(root.iter("body", "main", "div", "section", "ul", "ol", "article")):
        if len(parent) < 2:
            continue
        for child in parent.iterchildren(*_ENTRY_TAGS):
            groups[n, str(child.tag), (child.get("class") or "").split(" ")[0]].append(child)
    found = {}
    for group, members in groups.items():
        is_article = group[1] == "article"
        some = members[: limits.DOCUMENTS_A_PAGE]
        if len(members) < (2 if is_article else 3):
            continue
        headed = [member for member in some if heading(member)]
        if len(headed) * 10 >= len(members) * 8:
            found.update(dict.fromkeys(headed, group))
        elif is_article and len(members) > 2:  # a list whose headlines were lost
            found.update(dict.fromkeys(some, group))
    return found


def breaks(
    found: dict[etree._Element, Group], spans: dict[etree._Element, list[int]], length: int
) -> tuple[Break, ...]:
    """Return the entries of the group that holds most of the text, in order; nothing when no group holds enough."""
    groups: dict[Group, list[etree._Element]] = defaultdict(list)
    for element, (start, end) in spans.items():
        if end - start >= _SHORTEST:
            groups[found[element]].append(element)
    best: list[etree._Element] = max(groups.values(), key=lambda group: _held(group, spans), default=[])
    held = _held(best, spans)
    if len(best) < 2 or held < length * _SHARE:
        return ()
    if max(spans[each][1] - spans[each][0] for each in best) > held * _LARGEST:
        return ()
    return tuple(Break(spans[each][0], spans[each][1], heading(each), time_of(each)) for each in best)


def _held(group: list[etree._Element], spans: dict[etree._Element, list[int]]) -> int:
    return sum(spans[each][1] - spans[each][0] for each in group)
