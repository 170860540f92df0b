"""How the newsroom logs: one line an event, without bodies, queries, readers' addresses or the words of an error.

An exception's message can hold a protected name (PostgreSQL repeats the failing row in it), so a log line carries the
exception's type and the places it passed through, and never what it said; only a developer's terminal shows it all.
"""

import sys
import traceback
from typing import Any

import structlog
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from django_structlog.middlewares import RequestMiddleware
from structlog.typing import EventDict, Processor, WrappedLogger

PLACES_MAX = 12  # the frames nearest to the fault


class RequestLogMiddleware(RequestMiddleware):
    """Log method and path only: what people search for stands in the query, and may name a protected source."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Return `GET /path`, percent-encoded, so that no control character reaches a terminal."""
        return f"{request.method} {escape_uri_path(request.path)}"


def keep_places_only(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace the exception of a log event by its type and the file, line and function of each frame."""
    exc_info = event.pop("exc_info", None)
    if exc_info is True:
        exc_info = sys.exc_info()
    if isinstance(exc_info, BaseException):
        exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
    if exc_info and exc_info[0]:
        frames = traceback.extract_tb(exc_info[2])[-PLACES_MAX:]
        event["exception"] = exc_info[0].__qualname__
        event["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def _shared_processors(*, with_words: bool) -> list[Processor]:
    """Return the steps every event passes, ours and those of Django and the libraries alike."""
    steps: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    return steps if with_words else [*steps, keep_places_only]


def configuration(*, as_json: bool) -> dict[str, Any]:
    """Set structlog up and return Django's LOGGING: JSON lines for machines, or plain lines for a terminal."""
    shared = _shared_processors(with_words=not as_json)
    structlog.configure(
        processors=[
            *shared,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    renderer: Processor = structlog.processors.JSONRenderer()
    if not as_json:
        # The plain traceback: the pretty one prints the values of local variables.
        plain = structlog.dev.plain_traceback
        renderer = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, exception_formatter=plain)
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            # Without handlers of their own: Django's default would mail whole error reports to the administrators.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # The request log says the same in one line, without the words of the error.
            "django.request": {"handlers": [], "level": "CRITICAL", "propagate": True},
            "django.server": {"handlers": [], "level": "CRITICAL", "propagate": True},
        },
    }
