"""Settings given as one address (a URL): database, cache, mail and the store of captures."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from newsroom.settings.environment import RefusedSetting, text

# Immediate transactions: a writer queues for the lock at BEGIN, instead of failing in the middle when two readers
# both try to write. FULL: what the ledger has confirmed survives a power cut. recursive_triggers: without it
# INSERT OR REPLACE deletes rows unseen by the append-only triggers.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds a writer waits for another
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
    ),
}
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
CACHE_BACKENDS = {
    "memory": "django.core.cache.backends.locmem.LocMemCache",
    "database": "django.core.cache.backends.db.DatabaseCache",
}


def sqlite_database(file: Path) -> dict[str, Any]:
    """Return Django's settings for the embedded database kept in `file`."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": dict(SQLITE_OPTIONS)}


def postgresql_database(name: str) -> dict[str, Any]:
    """Read a PostgreSQL address, in any form libpq knows, into Django's settings.

    Example: `postgresql://desk:secret@db.example.org:5432/countersign?sslmode=verify-full`. Raises RefusedSetting.
    """
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    address = text(name)
    if not address.startswith(("postgresql://", "postgres://")):
        raise RefusedSetting(
            f"{name} must begin with postgresql://; leave it unset for the embedded SQLite database."
        )
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(address))
    except ProgrammingError:
        # libpq's own message repeats the address, and with it the password.
        raise RefusedSetting(f"{name} is not a PostgreSQL address that libpq can read.") from None
    if not parts.get("dbname"):
        raise RefusedSetting(f"{name} must name a database: postgresql://USER@HOST/DATABASE.")
    # A worker that waits for a lock for longer than SQLite's would is taken off the queue, and its reader told.
    parts.setdefault("options", "-c lock_timeout=20s")
    # A server that does not answer, or is gone without a word, is given up after as long (seconds; milliseconds).
    parts.setdefault("connect_timeout", "10")
    parts.setdefault("tcp_user_timeout", "20000")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": parts,
        "CONN_HEALTH_CHECKS": True,
    }


def database(name: str, *, embedded: Path) -> dict[str, Any]:
    """Return PostgreSQL where the variable gives an address, else the embedded database in the file `embedded`."""
    return postgresql_database(name) if text(name) else sqlite_database(embedded)


def refuse_replica(name: str) -> None:
    """Refuse an address of a read replica: this release reads from one database, and ignoring it would mislead."""
    if text(name):
        raise RefusedSetting(f"{name} is set, but this release reads from one database only; unset it.")


def cache(name: str, *, default: str) -> dict[str, Any]:
    """Read `memory://` (one process only) or `database://TABLE` (shared by all) into Django's cache settings."""
    address = _split(name, default)
    if address.scheme not in CACHE_BACKENDS:
        raise RefusedSetting(f"{name} must be memory:// or database://TABLE; it begins {address.scheme!r}.")
    table = address.netloc
    if address.scheme == "database" and not (table.isidentifier() and table.isascii()):
        raise RefusedSetting(
            f"{name} must name a table of letters, digits and underscores: database://TABLE."
        )
    return {"BACKEND": CACHE_BACKENDS[address.scheme], "LOCATION": table}


def mail(name: str, *, default: str) -> dict[str, Any]:
    """Read how e-mail leaves: `console://`, `smtp://`, `smtp+tls://` (STARTTLS) or `smtps://`, into EMAIL_ settings.

    Example: `smtp+tls://desk%40example.org:secret@mail.example.org:587`; user and password percent-encoded.
    """
    address = _split(name, default)
    if address.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if address.scheme not in MAIL_PORTS or not address.hostname:
        raise RefusedSetting(f"{name} must be console:// or smtp://, smtp+tls:// or smtps:// with a host.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": address.port or MAIL_PORTS[address.scheme],
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_TLS": address.scheme == "smtp+tls",
        "EMAIL_USE_SSL": address.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,  # seconds
    }


def capture_store(name: str, *, default: Path) -> dict[str, Any]:
    """Read where the bytes of captures are kept: `file:///absolute/folder`, readable by this account alone."""
    address = _split(name, default.absolute().as_uri())
    if address.scheme != "file":
        raise RefusedSetting(
            f"{name} must be file:///FOLDER; other stores are not supported by this release."
        )
    if address.netloc or not address.path.startswith("/") or len(address.path) == 1:
        raise RefusedSetting(f"{name} must be an absolute folder with three slashes: file:///srv/captures.")
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": unquote(address.path),
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }


def service(name: str, *, default: str) -> str:
    """Read the address of a service that is sent texts: `https://HOST/PATH`, or `http://` where that is enough.

    A user or password in it would end in logs, and a query or fragment belongs to one request: both are refused.
    """
    address = text(name, default=default)
    parts = _split(name, default)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RefusedSetting(f"{name} must be http://HOST… or https://HOST….")
    if "@" in parts.netloc or parts.query or parts.fragment or not re.fullmatch(r"[!-~]+", address):
        raise RefusedSetting(
            f"{name} must be a plain address, without user, password, query, fragment or odd characters."
        )
    return address.rstrip("/")


def _split(name: str, default: str) -> SplitResult:
    """Split the address in the variable. Reading `port` here refuses one that is not a number up to 65535."""
    address = text(name, default=default)
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise RefusedSetting(f"{name} is not an address of the form SCHEME://….") from None
    if "://" not in address:
        raise RefusedSetting(f"{name} is not an address of the form SCHEME://….")
    return parts
