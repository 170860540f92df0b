"""Level out the many ways of typing one character, before anything is read.

`level` returns a text in which digits of every script are ASCII, spaces that glue are U+00A0 and
quotes and dashes have one form each, together with the way back to the original offsets.
"""

from __future__ import annotations

import re
import unicodedata

GLUE = "\u00a0"
# Zero-width characters, soft hyphen, bidi controls, variation selectors: never part of a number.
_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_HIDDEN += "\U000e0000-\U000e007f"
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What nearly all text is made of. A pattern that begins with one set of characters is scanned for many times as
# fast as one with alternatives, so each begins with all but these and then looks what it has before it.
_LETTERS = "\x00-\x0a\x0e-_a-\x7fА-Яа-я"
_SUSPECT = re.compile(f"[^{_LETTERS}“”‘’«»–—](?<=[{_HIDDEN}\\d])")
_ANY_HIDDEN = re.compile(f"[{_HIDDEN}]")

_FORMS = {
    "\u202f": GLUE, "\u2009": GLUE, "\u2007": GLUE, "\u2008": GLUE, "\u200a": GLUE, "\u2006": GLUE,
    "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u3000": " ", "\u205f": " ",
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "＇": "'", "`": "'", "´": "'", "‛": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "＂": '"',
    "‐": "-", "\u2011": "-", "‒": "–", "－": "-", "﹣": "-", "―": "—",
    "％": "%", "﹪": "%", "٪": "%", "؉": "‰", "＋": "+", "，": ",", "．": ".", "：": ":",
    "（": "(", "）": ")", "＄": "$", "﹩": "$", "￡": "£", "￥": "¥", "٬": "'", "٫": ".", "、": ",",
    "。": ".", "ё": "е", "Ё": "Е",
}  # fmt: skip
for _small in "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉":
    _FORMS[_small] = "^"  # a raised or lowered digit is a mark on the number, not a part of it
_ODD = re.compile(f"[^{_LETTERS}](?<=[{''.join(map(re.escape, _FORMS))}\\d])")


def level(text: str) -> tuple[str, list[int] | None]:
    """Return the levelled text and, where characters were dropped, the original offset of each.

    Without hidden characters the second value is None and offsets are the same in both texts.
    """
    offsets: list[int] | None = None
    levelled = text
    if not text.isascii():
        if _ANY_HIDDEN.search(text):
            hidden = {at for found in _ANY_HIDDEN.finditer(text) for at in range(*found.span())}
            offsets = [at for at in range(len(text)) if at not in hidden]
            levelled = "".join([text[at] for at in offsets])
        levelled = _ODD.sub(_one_form, levelled)
    elif "\r" in text or "`" in text or "\x0c" in text or "\x0b" in text:
        levelled = _ODD.sub(_one_form, text)
    return levelled, offsets


def _one_form(found: re.Match[str]) -> str:
    one = found[0]
    return _FORMS.get(one) or str(unicodedata.decimal(one))


def lower(text: str) -> str:
    """Lower the case of a text without changing its length (İ alone would give two characters)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join([low if len(low := one.lower()) == 1 else one for one in text])


def is_odd(text: str) -> bool:
    """Tell whether a text has any character that `flags_of` would name; most texts have none."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def flags_of(quote: str, around: str = "") -> tuple[str, ...]:
    """Name what an editor should know about the characters of a number: nothing, in most cases.

    `around` is the quote with the character on either side, where a direction control can stand.
    """
    if not _SUSPECT.search(around or quote):
        return ()
    flags = []
    if around and _BIDI.search(around) and not _BIDI.search(quote):
        flags.append("direction_controls")
    if _ANY_HIDDEN.search(quote):
        flags.append("hidden_characters")
    if _BIDI.search(quote):
        flags.append("direction_controls")
    scripts = {ord(one) - unicodedata.decimal(one) for one in quote if one.isdecimal()}
    if len(scripts) > 1:
        flags.append("mixed_digits")
    elif scripts and scripts != {48}:
        flags.append("other_digits")
    return tuple(flags)
