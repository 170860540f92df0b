"""Verbs of saying that say nothing where they stand: no verb there, nothing said, or a subject that does not speak."""

from __future__ import annotations

from claims.extraction.attribution.other_verbs import has_verb
from claims.extraction.attribution.speaker import BARE, BE, NOUNY, PAPERS, PRONOUNS
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_BARE_FORMS = words_of("attribution", "bare_forms")
_SPEECH_PARTICIPLES = words_of("attribution", "speech_participles")
_NOT_BEFORE_VERB = words_of("attribution", "not_before_verb")
_PUBLISHED_FORMS = words_of("attribution", "published_forms")
_BEFORE_NOUN_USE = words_of("attribution", "before_noun_use")
_PASSIVE_FORMS = words_of("attribution", "passive_forms")
_AFTER_PASSIVE = words_of("attribution", "after_passive")
_FOUND_FORMS = words_of("attribution", "found_forms")
_LONE_SPEAKERS = words_of("attribution", "lone_speakers")
_LONE_SAYERS = words_of("attribution", "lone_sayers")
# Verbs that say only with "that", a colon or a quotation: "employers added 188,000 jobs" is no speech.
_NEEDS_THAT = words_of("attribution", "needs_that")
_OPENERS = words_of("attribution", "openers", signs=', : "')
LISTING = words_of("attribution", "listing")  # what only a paper does: "the roll lists 212 dead"
_PARTICLES = words_of("attribution", "particles")
POINTING = words_of("attribution", "pointing")
_WRITINGS = words_of("attribution", "writings")
_BEFORE_NOUN = words_of("attribution", "articles") | words_of("attribution", "possessives")
_NOBODY = words_of("attribution", "nobody")
_SHARES = ("H", "f")  # the classes of halves and other fractions (`languages.base`): "half of them said"
_ACCUSING = words_of("attribution", "accusing")
_COUNTING = words_of("attribution", "counting")
_MODALS = words_of("attribution", "modals")
_WEAK = words_of("attribution", "weak")
_BY_ITSELF = (
    BARE | _WRITINGS | _LONE_SPEAKERS
)  # what speaks without a name: "the spokesman", "the memo", "police"


def is_no_verb(page: Page, v: int, first: int, end: int) -> bool:
    """Tell a noun, a passive or what may be said from speech: "the claim", "was reported", "May states"."""
    word = page.words[v]
    before = page.words[v - 1] if v > first else ""
    if before in _MODALS and not page.capital(v - 1) or before in _BEFORE_NOUN:
        return True
    if (
        before in _BEFORE_NOUN_USE
        and word in _PASSIVE_FORMS
        or before in BE
        and word not in _SPEECH_PARTICIPLES
    ):
        return True
    return word in NOUNY and (before in _NOT_BEFORE_VERB or _is_noun(page, v, first, end))


def _is_noun(page: Page, v: int, first: int, end: int) -> bool:
    """Tell a noun by what stands behind it: "claims by farmers", "two reports."."""
    after = page.words[v + 1] if v + 1 < end else ""
    if after in (".", ","):
        return not (v > first and (page.capital(v - 1) or page.words[v - 1] in BARE | PAPERS))
    return after in _AFTER_PASSIVE


def word_behind(page: Page, v: int, end: int) -> str:
    """Return the word behind a verb and its particle, "that" of "points out that"; empty at the end."""
    words = page.words
    after = words[v + 1] if v + 1 < end else ""
    if after in _PARTICLES and words[v] in POINTING:
        return words[v + 2] if v + 2 < end else ""
    return after


def lacks_that(page: Page, v: int, first: int, end: int, after: str) -> bool:
    """Tell whether a verb that says only with "that" or a mark has neither behind it, nor a subject that tells."""
    words = page.words
    word = words[v]
    if word not in _NEEDS_THAT or after in _OPENERS:
        return False
    if word in _ACCUSING and "of" in words[v + 1 : min(v + 6, end)]:
        return False
    return word not in _FOUND_FORMS or not (
        words[v - 1] in PAPERS
        or words[v - 1] in _WRITINGS
        or words[first] in PAPERS  # "Documents seen by the Echo show"
        or page.capital(v - 1)
        and word == "published"
    )


def says_nothing(page: Page, v: int, start: int, stop: int, language: Language) -> bool:
    """Tell whether the subject in tokens [start, stop) does not speak by the verb at token v."""
    words = page.words
    word, head = words[v], words[stop - 1]
    if words[start] in _NOBODY or language.numbers.get(words[start], ("",))[0] in _SHARES:
        return True
    if word in NOUNY and has_verb(page, start, stop):
        return True
    if word in _PUBLISHED_FORMS and head in PAPERS:
        return True
    if word in LISTING and head not in _WRITINGS and head not in PAPERS:
        return True
    if word in _WEAK and not _is_speaker(page, start, stop):
        return True
    if word in _COUNTING and head not in _BY_ITSELF and not _n_capitals(page, start, stop) >= 2:
        return True
    return word in _BARE_FORMS and not _is_plural(page, start, stop, language)


def _is_speaker(page: Page, start: int, stop: int) -> bool:
    """Tell a subject that can speak by a weak verb: a pronoun, a name, an office, a paper."""
    head = page.words[stop - 1]
    return (
        page.words[start] in PRONOUNS
        or head in _BY_ITSELF
        or head in PAPERS
        or _n_capitals(page, start, stop) > 0
    )


def _n_capitals(page: Page, start: int, stop: int) -> int:
    return sum(page.capital(i) for i in range(start, stop))


def _is_plural(page: Page, start: int, stop: int, language: Language) -> bool:
    """Tell whether a subject goes with a verb without an ending: "doctors say", "police say"."""
    words, head = page.words, page.words[stop - 1]
    return (
        any(words[i].endswith("s") for i in range(start, stop))
        or head in _LONE_SAYERS
        or head in language.nouns
        or page.capital(stop - 1)
    )
