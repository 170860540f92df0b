"""Walking the newsroom as somebody: every address that a page or an answer of the API names, from where one begins."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import lxml.html
from django.test import Client

HOST = "http://testserver"
# So many addresses that differ in their query alone are walked: enough to choose and to turn pages, too few to circle.
QUERIES_A_PATH = 2
# So many pages of one kind are looked at in the admin, whose pages are all made alike.
ALIKE_IN_ADMIN = 8
# Leaving would end the walk; and the admin's own files are Django's.
NOT_WALKED = ("/account/logout/", "/admin/logout/", "/admin/jsi18n/")


class Answer(NamedTuple):
    """What came back from an address, and the page that named it."""

    address: str
    came_from: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @property
    def everything(self) -> str:
        """Headers and body as one text, to look for words in."""
        heads = "\n".join(f"{name}: {value}" for name, value in self.headers.items())
        return f"{heads}\n{self.body.decode(errors='replace')}"

    def tree(self) -> Any:
        return lxml.html.document_fromstring(self.body.decode() or "<html/>")


def ask(client: Client, address: str, came_from: str = "", method: str = "get", **more: Any) -> Answer:
    """Ask for an address, as it stands; redirects are answers."""
    response = getattr(client, method)(address, **more)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = {**dict(response.headers), "Set-Cookie": response.cookies.output()}
    return Answer(address, came_from, response.status_code, headers, body)


def crawl(client: Client, *starts: str, within: tuple[str, ...] = ("/",)) -> dict[str, Answer]:
    """Follow every link, asset and form that is sent by GET, and every address in JSON; return the answers."""
    answers: dict[str, Answer] = {}
    seen: Counter[str] = Counter()
    waiting = deque((start, "") for start in starts)
    while waiting:
        address, came_from = waiting.popleft()
        if address in answers or not address.startswith(within) or address.startswith(NOT_WALKED):
            continue
        if not _is_new_enough(address, seen):
            continue
        answers[address] = ask(client, address, came_from)
        waiting.extend((named, address) for named in named_in(answers[address]))
    return answers


def _is_new_enough(address: str, seen: Counter[str]) -> bool:
    """Count an address by its path and by its kind; say whether enough like it were walked before."""
    path, _, query = address.partition("?")
    seen[path] += bool(query)
    if query and seen[path] > QUERIES_A_PATH:
        return False
    kind = re.sub(r"\d+", "#", path)
    is_alike = path.startswith("/admin/") and kind != path
    seen[kind] += is_alike
    return not is_alike or seen[kind] <= ALIKE_IN_ADMIN


def named_in(answer: Answer) -> Iterator[str]:
    """Yield every address of ours that an answer names and a browser would fetch, without its fragment."""
    if answer.status in (301, 302, 303, 307, 308):
        yield from _ours(answer, [answer.headers["Location"]])
    elif answer.is_html and answer.body:
        tree = answer.tree()
        found = [place for _, name, place, _ in tree.iterlinks() if name in ("href", "src")]
        found += [
            form.get("action", "") for form in tree.iter("form") if form.get("method", "get").lower() == "get"
        ]
        yield from _ours(answer, found)
    elif "json" in answer.headers.get("Content-Type", "") and answer.body:
        yield from _ours(answer, _addresses_in(json.loads(answer.body)))
    elif answer.headers.get("Content-Type", "").startswith("text/css"):
        yield from _ours(answer, re.findall(r"url\([\"']?([^\"')]+)", answer.body.decode()))


def _addresses_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [place for part in value.values() for place in _addresses_in(part)]
    if isinstance(value, list):
        return [place for part in value for place in _addresses_in(part)]
    is_address = isinstance(value, str) and re.fullmatch(r"(/|http://testserver/)[^\s{}]*", value)
    return [value] if is_address else []


def _ours(answer: Answer, places: list[str]) -> Iterator[str]:
    for place in places:
        whole = urldefrag(urljoin(HOST + answer.address, place)).url
        parts = urlsplit(whole)
        if f"{parts.scheme}://{parts.netloc}" == HOST:
            yield f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def foreign(answer: Answer) -> list[str]:
    """Name what a browser would fetch by itself from another machine, or from no machine at all."""
    loads = {"src", "srcset", "poster", "background"}
    found = []
    for element, name, place, _ in answer.tree().iterlinks():
        is_loaded = name in loads or (element.tag == "link" and element.get("rel") != "canonical")
        whole = urljoin(HOST + answer.address, place)
        if is_loaded and not whole.startswith((HOST + "/", "data:image/")):
            found.append(f"{answer.address}: <{element.tag} {name}={place}>")
    return found
