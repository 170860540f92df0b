"""Our own words coming back as somebody else's: what this desk printed proves nothing about what it printed.

Found by the label that every figure of ours carries in print, in any of our languages, and by the address a saved page
of ours gives as its own. Where the label was cut away too, nothing tells a copy from another's words.
"""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from claims.phrases import BY_LANGUAGE, Phrases
from sources.errors import Refused

_ASIDE = re.compile(r"\(([^()\n]{8,300})\)")
_CANONICAL = re.compile(rb"<link[^>]{0,200}\brel=[\"']?canonical\b[^>]{0,2000}>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref=[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)
HEAD_BYTES = 20_000


def refuse_own_print(content: bytes, text: str) -> None:
    """Refuse what is a page of this desk, or a copy of one. `text` is what the bytes say. Raises Refused.

    `60 people (as of 17 May 2031, attributed, 1 origin)` is a label of ours; `60 people (as of 17 May)` is not.
    """
    if _names_us(content[:HEAD_BYTES]) or any(_is_label(found[1]) for found in _ASIDE.finditer(text)):
        raise Refused(
            _(
                "This is a page of this desk, or a copy of one: it carries our own figures, and proves nothing about "
                "them. Bring in what they rest on."
            )
        )


def _is_label(aside: str) -> bool:
    """Say whether an aside ends with a count of origins, after a date and a status, in one of our languages."""
    _date, *status = aside.split(", ")
    return len(status) > 1 and any(
        _counts_origins(status[-1], said)
        and any(word in " ".join(status[:-1]) for word in said.statuses.values())
        for said in BY_LANGUAGE.values()
    )


def _counts_origins(words: str, said: Phrases) -> bool:
    counts = (re.escape(form).replace(r"\{n\}", r"\d+") for form in said.origins.values())
    return words in (said.no_origin, said.primary_record) or any(re.fullmatch(one, words) for one in counts)


def _names_us(head: bytes) -> bool:
    link = _CANONICAL.search(head)
    href = _HREF.search(link[0]) if link else None
    try:
        host = urlsplit(href[1].decode("ascii")).hostname if href else None
    except ValueError:
        return False
    return host is not None and host in settings.ALLOWED_HOSTS
