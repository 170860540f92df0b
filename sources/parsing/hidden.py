"""Which elements of a page a reader cannot see."""

from __future__ import annotations

import re

from lxml import etree

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0+\s*(?:[;!]|$)|"
    r"font-size\s*:\s*0*\.?0+\s*(?:px|pt|em|rem|%)?\s*(?:[;!]|$)|clip\s*:\s*rect\(\s*[01]?(?:px)?[\s,]|"
    r"(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_SELECTOR = re.compile(r"[a-z0-9]*([.#][\w-]{1,80})", re.IGNORECASE)
_WHITE = re.compile(r"#fff(?:fff)?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)")
_NEVER_SHOWN = frozenset({"template", "noscript"})


def hiding_selectors(root: etree._Element) -> frozenset[str]:
    """Return the classes (`.x`) and ids (`#x`) that the page's own style sheets hide, outside @media and its like."""
    found: set[str] = set()
    for sheet in root.iter("style"):
        depth, mark, prelude = 0, 0, ""
        words = sheet.text or ""
        for brace in re.finditer(r"[{}]", words):
            if brace[0] == "{":
                depth += 1
                prelude = words[mark : brace.start()] if depth == 1 else "@"
            else:
                if (
                    depth == 1
                    and not prelude.lstrip().startswith("@")
                    and _HIDDEN.search(words, mark, brace.start())
                ):
                    parts = (_SELECTOR.fullmatch(part.strip()) for part in prelude[:2000].split(","))
                    found |= {part[1].lower() for part in parts if part}
                depth = max(0, depth - 1)
            mark = brace.end()
    return frozenset(found)


def is_hidden(element: etree._Element, selectors: frozenset[str]) -> bool:
    """Say whether the page shows nothing of this element: by tag, attribute, own style, or the page's style sheet."""
    if element.tag in _NEVER_SHOWN or element.get("hidden") is not None:
        return True
    style = (element.get("style") or "")[:2000]
    if element.tag == "font":
        style += f";color:{(element.get('color') or 'inherit')[:40]}"
    if style and (_HIDDEN.search(style) or _is_colour_of_ground(element, style)):
        return True
    if not selectors:
        return False
    names = {f".{name}" for name in (element.get("class") or "").lower().split()}
    return bool(selectors & (names | {f"#{(element.get('id') or '').lower()}"}))


def _is_colour_of_ground(element: etree._Element, style: str) -> bool:
    """Say whether the words have the colour of the ground they stand on; a page without one is white."""
    colour = _COLOUR.search(style)
    if not colour:
        return False
    for each in (element, *element.iterancestors()):
        ground = _BACKGROUND.search((each.get("style") or "")[:2000])
        shade = ground[1] if ground else each.get("bgcolor")
        if shade:
            return _plain(shade) == _plain(colour[1])
    return _plain(colour[1]) == "white"


def _plain(colour: str) -> str:
    words = colour.strip().lower()
    return "white" if _WHITE.fullmatch(words) else words
