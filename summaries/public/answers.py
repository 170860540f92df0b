"""How every public page is answered: to anybody, the same bytes, with their ETag."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

# Kept by caches, asked about every time: a label that changes is seen at once, and an unchanged page is a 304.
CACHE = "public, max-age=0, must-revalidate"

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """Make a view's answer one for everybody: the language asked for, no person, cacheable, conditional.

    The page depends on its address and on Accept-Language alone. The ETag is the hash of the bytes, so whatever
    changes the page changes it.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        _forget_the_person(request)
        with speaking(language_asked_for(request)) as language:
            response = view(request, *args, **kwargs)
        response.headers.setdefault("Content-Language", language)
        # A session that had to be renewed on the way in sends its cookie: that answer is nobody else's.
        response.headers["Cache-Control"] = "private, no-store" if request.session.modified else CACHE
        patch_vary_headers(response, ["Accept-Language"])
        if response.status_code != 200:
            return response
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        conditional = get_conditional_response(request, etag=response.headers["ETag"], response=response)
        assert conditional is not None  # it returns the response it was given
        return conditional

    return answer


def _forget_the_person(request: HttpRequest) -> None:
    """Let the session leave no mark on the answer: no `Vary: Cookie`, no cookie deleted because it is spoilt.

    The middleware that asks who is there has looked into it on the way in; the page does not depend on that.
    """
    request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
    request.session.accessed = False


def address_of(request: HttpRequest, page: Page | None = None) -> str:
    """Return a page's own address: what follows the question mark is no part of it but the page of a list."""
    address = request.build_absolute_uri(request.path)
    return f"{address}?page={page.number}" if page and page.number > 1 else address


@contextmanager
def speaking(language: str) -> Iterator[str]:
    """Speak `language` (or English, where its words are not shipped) inside the block; yield the one spoken."""
    chosen = spoken(language)
    with translation.override(chosen):
        yield chosen


def spoken(language: str) -> str:
    """Return the language a page can be written in: `language` where its catalogue is shipped, else English.

    Asked of the catalogue and not of LANGUAGES: half a page in each language serves nobody.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    known = {name for name, _ in settings.LANGUAGES}
    is_shipped = any(
        (Path(folder) / code / "LC_MESSAGES" / "django.mo").is_file() for folder in settings.LOCALE_PATHS
    )
    return code if code in known and is_shipped else settings.LANGUAGE_CODE


def language_asked_for(request: HttpRequest) -> str:
    """Return the first language of Accept-Language that the pages speak. Cookies and the session have no say."""
    for code, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        asked = code.partition("-")[0]
        if spoken(asked) == asked:
            return asked
    return settings.LANGUAGE_CODE
