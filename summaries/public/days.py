"""Days and instants as a page prints them: words of the page's language, and the date for machines."""

from datetime import date, datetime
from typing import TypedDict

from babel.dates import format_date
from django.utils.translation import get_language

from claims.phrases import printing_language


class Day(TypedDict):
    """What `components/_time.html` takes."""

    text: str
    date: str


def day(when: date, language: str = "") -> Day:
    """Write a day: "2 July 2031", in `language` or in the page's. An instant is given by its day in UTC."""
    on = when.date() if isinstance(when, datetime) else when
    return {"text": _written(on, language), "date": on.isoformat()}


def moment(when: datetime) -> Day:
    """Write an instant, in UTC: "2 July 2031, 16:10 UTC"."""
    return {"text": f"{_written(when.date())}, {when:%H:%M} UTC", "date": f"{when:%Y-%m-%dT%H:%MZ}"}


def _written(on: date, language: str = "") -> str:
    code = printing_language(language or get_language() or "en")
    written = format_date(on, "d MMMM y", locale=code)
    return f"{written} года" if code == "ru" else written
