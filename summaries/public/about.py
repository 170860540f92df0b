"""Two pages about the pages: how figures are checked, and how everything can be taken as data."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from summaries.public.answers import address_of, public_page
from summaries.public.meanings import meanings


@login_not_required
@require_safe
@public_page
def method(request: HttpRequest) -> HttpResponse:
    """Say what each status asserts, how a number is to be read, who signs, and what is protected."""
    address = address_of(request)
    return render(
        request, "summaries/method.html", {"section": "method", "meanings": meanings(), "address": address}
    )


@login_not_required
@require_safe
@public_page
def data(request: HttpRequest) -> HttpResponse:
    """Say where everything published can be fetched, in which formats, and how to follow changes."""
    address = address_of(request)
    return render(
        request, "summaries/data.html", {"section": "data", "addresses": _addresses(), "address": address}
    )


def _addresses() -> list[dict[str, Any]]:
    """Return the addresses of the API; those with a name to fill in are no links."""
    root = reverse("api:index")
    return [
        _row(reverse("api:summaries"), _("summaries in print, the newest first")),
        _row(
            f"{root}summaries/{{uid}}", _("one summary as it stands, with its labels; also .json and .ninjs")
        ),
        _row(f"{root}summaries/{{uid}}/versions/{{n}}", _("one version, byte for byte as it was published")),
        _row(reverse("api:figures"), _("public figures, by measure or status")),
        _row(f"{root}figures/{{uid}}", _("one figure: value, date, status, origins, where it is said")),
        _row(reverse("api:measures"), _("what is counted, with definitions")),
        _row(f"{root}measures/{{slug}}/series", _("every public figure of a measure")),
        _row(reverse("api:changes"), _("every public change since a number")),
    ]


def _row(url: str, gives: str) -> dict[str, Any]:
    return {"url": url, "gives": gives, "is_open": "{" not in url}
