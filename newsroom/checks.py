"""System checks: settings that are sound one by one and wrong together. Each says what to do about it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from claims import second_reading
from claims.extraction.second import SecondReaderFailed

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}
REQUIRED_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON")
ENCRYPTED_MODES = {"require", "verify-ca", "verify-full"}


@register(Tags.security)
def debug_stays_at_home(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse debug pages on a site that answers for a name of the outside world."""
    abroad = sorted(set(settings.ALLOWED_HOSTS) - LOCAL_HOSTS)
    if not (settings.DEBUG and abroad):
        return []
    return [
        Error(
            f"DEBUG is on and ALLOWED_HOSTS names {', '.join(abroad)}: error pages would show protected records.",
            hint="Set DJANGO_SETTINGS_MODULE=newsroom.settings.prod, or DEBUG=0, or take the name out.",
            id="newsroom.E001",
        )
    ]


@register(Tags.database)
def embedded_database_is_strict(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse SQLite without the options that the append-only rules and the locks rest on."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] != "django.db.backends.sqlite3":
        return []
    options = database.get("OPTIONS", {})
    missing = [pragma for pragma in REQUIRED_PRAGMAS if pragma not in options.get("init_command", "")]
    if options.get("transaction_mode") != "IMMEDIATE":
        missing.append("transaction_mode IMMEDIATE")
    if not missing:
        return []
    return [
        Error(
            f"The SQLite database is opened without {', '.join(missing)}: history could be rewritten or lost.",
            hint="Build DATABASES with newsroom.settings.addresses.sqlite_database.",
            id="newsroom.E002",
        )
    ]


@register(Tags.database)
def acts_own_their_transactions(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a transaction around whole requests: an act's locks would be held while its page renders."""
    if not settings.DATABASES["default"].get("ATOMIC_REQUESTS"):
        return []
    return [Error("ATOMIC_REQUESTS is on.", hint="Turn it off; every act opens its own.", id="newsroom.E003")]


@register(Tags.security, deploy=True)
def sign_in_limits_are_shared(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of a cache each process keeps to itself: the limits on failed sign-ins would multiply by processes."""
    if not settings.CACHES["default"]["BACKEND"].endswith("LocMemCache"):
        return []
    return [
        Warning(
            "CACHE_URL is memory://, which every process keeps apart; so each counts failed sign-ins on its own.",
            hint="Leave CACHE_URL unset, or give it database://TABLE.",
            id="newsroom.W001",
        )
    ]


@register(Tags.security, deploy=True)
def database_travels_encrypted(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of a database on another machine reached without TLS."""
    database = settings.DATABASES["default"]
    host = database.get("HOST", "")
    if host in {"", "localhost", "127.0.0.1", "::1"} or host.startswith("/"):
        return []
    if database.get("OPTIONS", {}).get("sslmode") in ENCRYPTED_MODES:
        return []
    return [
        Warning(
            "DATABASE_URL reaches another machine without asking for TLS.",
            hint="Add ?sslmode=verify-full (or require) to DATABASE_URL.",
            id="newsroom.W002",
        )
    ]


@register()
def second_reader_can_be_loaded(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a second reader that is not there: every document would be told that it was not asked."""
    try:
        second_reading.configured()
    except SecondReaderFailed:
        return [
            Error(
                f"SECOND_READER names {settings.SECOND_READER}, which cannot be imported or called.",
                hint="Name it package.module:callable, importable from the project's folder, or unset it.",
                id="newsroom.E004",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def texts_travel_encrypted(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of a second reader on another machine that is sent texts, and its key, without TLS."""
    address = urlsplit(settings.SECOND_READER_URL)
    is_here = address.hostname in {"localhost", "127.0.0.1", "::1"}
    if settings.SECOND_READER != "openai" or address.scheme == "https" or is_here:
        return []
    return [
        Warning(
            "SECOND_READER_URL sends the texts of documents to another machine without TLS.",
            hint="Give it https://, or put a tunnel of yours on this machine.",
            id="newsroom.W004",
        )
    ]


@register(Tags.security, deploy=True)
def records_are_closed_to_others(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Warn of a DATA_DIR that other accounts of the machine can open."""
    if not settings.DATA_DIR.stat().st_mode & 0o077:
        return []
    return [
        Warning(
            "DATA_DIR can be opened by other accounts of this machine; it holds captures and keys.",
            hint="chmod 700 the folder.",
            id="newsroom.W003",
        )
    ]
