"""Whether words name somebody who is protected: names looked for the way a reader of the page would see them.

A name hides from nobody in capitals, without its accents, as "Harbour Watch's", as `harbour-watch` in an address, with
a part of it in bold, or in another case of a Cyrillic word. Better one text too many kept back than a name let out.
Part of a name ("Quell" for Marta Quell) is found only where it is on record as one of the party's names.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db.models import Q

from sources.models import Alias, Capture, Document, Source
from sources.names import clean, fold

SHORT = (
    3  # letters: a name as short as that ("UN") is looked for in its own capitals, or every "un" would be one
)
TITLE_WORDS, TITLE_LETTERS = 3, 16  # a title of fewer words and letters ("Statement") identifies nothing
_CYRILLIC = re.compile("[а-яё]")
_TAG, _WORD = re.compile(r"<[^>]*>"), re.compile(r"[^\W_]+")
# Of ASCII, what `fold` leaves out: quotation marks, and controls that are no space.
_DROPPED = dict.fromkeys((*map(ord, "\"'`"), *range(9), *range(14, 28), 127))


class Names:
    """Some names; phrases, such as titles, found as they run; addresses and hashes, found as they are written."""

    def __init__(
        self, names: Iterable[str] = (), phrases: Iterable[str] = (), exact: Iterable[str] = ()
    ) -> None:
        self._names = frozenset(name for name in map(clean, names) if _WORD.search(name))
        self._phrases = frozenset(filter(None, map(_plain, phrases)))
        self._exact = frozenset(one.casefold() for one in exact if one)

    def __bool__(self) -> bool:
        return bool(self._names or self._phrases or self._exact)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Names) and self._all == other._all

    def __hash__(self) -> int:
        return hash(self._all)

    @property
    def _all(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        return self._names, self._phrases, self._exact

    def __or__(self, other: Names) -> Names:
        return Names(self._names | other._names, self._phrases | other._phrases, self._exact | other._exact)

    def besides(self, other: Names) -> Names:
        """Return those that are not among the others."""
        return Names(self._names - other._names, self._phrases - other._phrases, self._exact - other._exact)

    def named_in(self, words: str) -> bool:
        """Say whether one of them stands in `words`: plain text, HTML, or part of an address."""
        if not self or not words:
            return False
        return any(map(self._stands_in, _as_seen(words)))

    def named_anywhere(self, value: Any) -> bool:
        """Say whether one of them stands in any string of a value made of dicts and lists, keys included."""
        return any(self.named_in(words) for words in strings(value))

    def _stands_in(self, words: str) -> bool:
        folding, as_written = _patterns(self._names)
        plain = _plain(words) if folding or self._phrases else ""
        lower = words.casefold() if self._exact else ""
        # A longest word that is not there at all is found out much sooner than a pattern that does not match.
        return bool(
            any(one in words and pattern.search(words) for one, pattern in as_written)
            or any(one in plain and pattern.search(plain) for one, pattern in folding)
            or any(one in plain for one in self._phrases)
            or any(one in lower and _is_whole(one, lower) for one in self._exact)
        )


def _is_whole(mark: str, words: str) -> bool:
    """Say whether an address or hash stands in words without going on: /list/1 is not /list/10."""
    return re.search(rf"{re.escape(mark)}(?![\w-])", words) is not None


def strings(value: Any) -> Iterator[str]:
    """Yield every string of a value made of dicts and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def _as_seen(words: str) -> Iterator[str]:
    """Yield the ways in which words are seen: as they are, without marks, and with their escapes undone."""
    yield words
    if "<" in words or "&" in words:
        for space in ("", " "):
            yield html.unescape(_TAG.sub(space, words))
    if "%" in words:
        yield unquote(words)


def _plain(words: str) -> str:
    """Return words folded as names are, and without accents."""
    if words.isascii():  # the same, twenty times sooner
        return " ".join(words.lower().translate(_DROPPED).split())
    split = unicodedata.normalize("NFKD", fold(words))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


Pattern = tuple[str, re.Pattern[str]]  # a part that must be there, and the whole


@lru_cache(maxsize=32)
def _patterns(names: frozenset[str]) -> tuple[list[Pattern], list[Pattern]]:
    """Return what finds the names in plain words, and what finds the short ones as they are written."""
    long = [name for name in sorted(names) if sum(map(len, _WORD.findall(name))) > SHORT]
    folding = [_pattern(_WORD.findall(_plain(name))) for name in long]
    as_written = [(name, _between(re.escape(name))) for name in sorted(names) if name not in long]
    return folding, as_written


def _between(pattern: str) -> re.Pattern[str]:
    # An underscore is no letter here: @harbour_watch names the party.
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")


def _pattern(words: list[str]) -> Pattern:
    """Return the pattern of a name: its words with anything but letters between them, the last one in any case."""
    stems = [_stem(word) for word in words]
    endings = [r"\w{0,3}" if _is_declined(word) else "" for word in words]
    if words and not _CYRILLIC.search(words[-1]):
        endings[-1] = "(?:e?s)?"
    whole = r"[\W_]*".join(re.escape(stem) + ending for stem, ending in zip(stems, endings, strict=True))
    return max(stems, key=len), _between(whole)


def _is_declined(word: str) -> bool:
    return len(word) > 2 and _CYRILLIC.search(word) is not None


def _stem(word: str) -> str:
    """Return what stays of a word in every case: the whole of it, or for Cyrillic all but its last letters."""
    if not _is_declined(word):
        return word
    return word[: max(3, len(word) - 2)]


def protected_names() -> Names:
    """Return the names of every protected party. A name its own public label repeats is no secret. Two queries."""
    parties = list(Source.objects.filter(is_protected=True).values_list("pk", "name", "public_label"))
    return _secret(parties)


def names_of(parties: Iterable[Source], *, public_label: str = "") -> Names:
    """Return the names of these parties, protected or about to be printed as `public_label`. One query."""
    return _secret([(party.pk, party.name, public_label or party.public_label) for party in parties])


def _secret(parties: list[tuple[int, str, str]]) -> Names:
    labels = {pk: label for pk, _name, label in parties}
    also = Alias.objects.filter(source__in=labels).values_list("source", "name") if labels else ()
    named = [(pk, name) for pk, name, _label in parties] + list(also)
    return Names(name for pk, name in named if not Names([name]).named_in(labels[pk]))


def names_of_document(titles: Iterable[str], captures: Iterable[Capture]) -> Names:
    """Return what a document is known by: its titles, unless they could be anybody's, its addresses and its hashes."""
    return _known_by(titles, [(one.address, one.final_address, one.blob.sha256) for one in captures])


def protected_documents() -> Names:
    """Return what protected documents are known by, for words about to be printed. Two queries."""
    titles = Document.objects.filter(is_protected=True).exclude(title="").values_list("title", flat=True)
    arrived = Capture.objects.filter(is_protected=True)
    return _known_by(titles, arrived.values_list("address", "final_address", "blob__sha256"))


def _known_by(titles: Iterable[str], arrived: Iterable[tuple[str, str, str]]) -> Names:
    telling = (
        title for title in titles if len(title.split()) >= TITLE_WORDS or len(title.strip()) >= TITLE_LETTERS
    )
    exact = {mark for *addresses, sha256 in arrived for mark in (*map(_place, addresses), sha256)}
    return Names(phrases=telling, exact=exact)


def _place(address: str) -> str:
    """Return host and path of a web address, which name it whatever stands before and behind; "" for a bare host."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    return f"{parts.netloc.rpartition('@')[2].removeprefix('www.')}{path}" if parts.netloc and path else ""


def same_party(source: Source) -> list[Source]:
    """Return a party with every one that was found to be the same: merged into it, or it into them. By id.

    A query for each merger on the way.
    """
    found = {source.pk: source}
    fresh = {source.pk}
    while fresh:
        above = {found[pk].merged_into_id for pk in fresh} - {None}
        tied = Source.objects.filter(Q(pk__in=above) | Q(merged_into__in=fresh)).exclude(pk__in=found)
        found |= (new := {party.pk: party for party in tied})
        fresh = set(new)
    return [found[pk] for pk in sorted(found)]
