"""Bare numbers that give a place, odds or a rhythm: "(rated 12)", "fourth on 41 points", "three times a week"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.calls import Call
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_POINT_UNITS = words_of("not_figures", "point_units")
_STANDING_OPENERS = words_of("not_figures", "standing_openers")
_HAVE_RANK = words_of("not_figures", "have_rank")
_RANK_MOVES = words_of("not_figures", "rank_moves")
_HAVE_RANK_PLURAL = words_of("not_figures", "have_rank_plural")
_RANKS = words_of("not_figures", "ranks")
_STANDING = words_of("not_figures", "standing")
_OVER = words_of("not_figures", "times_over")
_TIMES = words_of("not_figures", "times")
_BEFORE_LABELS = words_of("masks", "before_place")  # no verb in -s follows these: "subject to rules 3 to 8"
_AMOUNTS = words_of("licences", "amounts")
_SCALES = words_of("not_figures", "scales")
_WRITTEN = words_of("not_figures", "written")  # "spell out numbers below 10", "use figures from 10"
_EACH = words_of("not_figures", "each")
CALLS_RANK = Call(before=_RANKS.union(["numbered", "for", "from"]), behind=frozenset(["to"]))
CALLS_FREQUENCY = Call(itself=_TIMES)


def is_rank(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "(rated 12)", "odds of 5 to 1", "jurors 1 to 12", "lots numbered 120 to 140 were", "214 for 6"."""
    if not draft.elided or draft.scaled:
        return ""
    words, i, k = page.words, draft.a, max(draft.b, draft.end)
    before, after = words[i - 1] if i else "", after_number(page, draft)
    set_apart = draft.first < i or before == "from"
    written = set_apart and words[max(draft.first - 1 - (before == "from"), 0)] in _WRITTEN
    if before in _RANKS and draft.comparator == "exact" or written:
        return "identifier"
    if before == "numbered" and draft.form == "digits" and after in _HAVE_RANK:
        return "identifier"
    if (
        draft.comparator == "between"
        and draft.form == "digits"
        and draft.low == 1
        and words[i + 1 : i + 2] == ["to"]
    ):
        return "identifier" if before not in _RANK_MOVES else ""
    plural = (
        before.endswith("s")
        and before.isalpha()
        and not (before in language.stop or before in language.verbs)
    )
    if draft.comparator == "between" and draft.form == "digits" and words[i + 1 : i + 2] == ["to"] and plural:
        governed = (
            i > 1 and words[i - 2] in _BEFORE_LABELS and before not in CASUALTIES and before not in _AMOUNTS
        )
        return "identifier" if after in _HAVE_RANK_PLURAL or governed and after in CLOSERS else ""
    if (
        words[k : k + 2] == ["to", "1"]
        or words[k : k + 2] == ["to", "one"]
        and words[max(i - 2, 0) : i] == ["odds", "of"]
    ):
        draft.b = draft.end = k + 2
        return "not_a_claim"
    last = page.memo.get("mask")
    if before == "for" and last and last[1] == i - 1 and last[2] == "name" and (draft.low or 0) <= 10:
        return "not_a_claim" if after in CLOSERS or after in ("(", "and") else ""
    return ""


def is_standing(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "fourth on 41 points": a place in a table."""
    words, i = page.words, draft.first
    if draft.unit not in _POINT_UNITS or i < 2 or words[i - 1] not in _STANDING_OPENERS:
        return ""
    return "not_a_claim" if any(word in _STANDING for word in words[max(i - 4, 0) : i - 1]) else ""


OFTEN = 60  # times from which a frequency is a measured one: "spins 78,000 times a minute"


def is_frequency(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "three times a week" and "три раза в неделю", and "on the 1–10 scale"."""
    words = page.words
    if draft.comparator == "between" and draft.counted in _SCALES:
        return "identifier"
    if draft.counted not in _TIMES or (draft.low or 0) > OFTEN or draft.noun_end >= len(words) - 1:
        return ""
    following = words[draft.noun_end : draft.noun_end + 2]
    if following[0] in _OVER:
        return "idiom"  # "ten times over"
    return "not_a_claim" if following[0] in _EACH and following[1] in language.units else ""
