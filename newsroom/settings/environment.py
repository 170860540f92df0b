"""Typed readers of the environment. Each returns a sound value or refuses with one sentence.

No other module of the site reads `os.environ`. An empty variable counts as one that is not set.
"""

import os
import re
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

# Every variable we read; docs/settings.md describes each, and tests/test_settings.py compares the two lists.
VARIABLES = (
    "SECRET_KEY",
    "DEBUG",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DATABASE_REPLICA_URL",
    "TEST_DATABASE",
    "TEST_DATABASE_URL",
    "DATA_DIR",
    "STORAGE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "PORT",
    "TRUSTED_PROXY_COUNT",
    "UPLOAD_QUOTA_MB",
    "SECOND_READER",
    "SECOND_READER_URL",
    "SECOND_READER_MODEL",
    "SECOND_READER_KEY",
)
TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}
SECRET_KEY_MIN_LENGTH = 50
SECRET_KEY_MIN_DISTINCT = 10


class RefusedSetting(ImproperlyConfigured):
    """A variable of the environment makes no sense; the message names it and says what would."""


def text(name: str, *, default: str = "") -> str:
    """Read a variable as it stands, without surrounding blanks; `default` when it is not set."""
    if name not in VARIABLES:
        raise KeyError(f"{name} is not listed in environment.VARIABLES")
    return os.environ.get(name, "").strip() or default


def boolean(name: str, *, default: bool) -> bool:
    """Read yes or no, in the words of TRUE_WORDS and FALSE_WORDS, in any case."""
    word = text(name).lower()
    if not word:
        return default
    if word not in TRUE_WORDS | FALSE_WORDS:
        raise RefusedSetting(f"{name} must be one of 1, true, yes, on, 0, false, no, off; it is {word!r}.")
    return word in TRUE_WORDS


def integer(name: str, *, default: int, low: int, high: int) -> int:
    """Read a whole number between `low` and `high`, both allowed."""
    word = text(name)
    if not word:
        return default
    # isdigit alone would let "²" and the digits of other scripts through.
    if not (word.isascii() and word.isdigit() and low <= int(word[:12]) <= high):
        raise RefusedSetting(f"{name} must be a whole number from {low} to {high}; it is {word!r}.")
    return int(word)


def choice(name: str, *, default: str, allowed: tuple[str, ...]) -> str:
    """Read one word out of a closed list."""
    word = text(name, default=default)
    if word not in allowed:
        raise RefusedSetting(f"{name} must be one of {', '.join(allowed)} or unset; it is {word!r}.")
    return word


def host_names(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Read host names separated by commas. A lone `*`, a scheme, a path or a blank is refused.

    Accepted: `desk.example.org,.example.net,[::1]`. Refused: `*`, `https://desk.example.org`, `a b`.
    """
    hosts = [host.strip() for host in text(name).split(",") if host.strip()]
    for host in hosts:
        if host == "*":
            raise RefusedSetting(f"{name} must name the hosts this site answers for; '*' would accept any.")
        if "/" in host or " " in host or "*" in host:
            raise RefusedSetting(f"{name} takes bare host names separated by commas; {host!r} is not one.")
    return hosts or list(default)


def callable_name(name: str, *, besides: tuple[str, ...]) -> str:
    """Read `package.module:callable`, or one of the words `besides`; empty when it is not set. Imports nothing."""
    word = text(name)
    if (
        word
        and word not in besides
        and not re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*", word, re.A)
    ):
        raise RefusedSetting(
            f"{name} must be {' or '.join(besides)}, or package.module:callable, or unset; it is {word[:60]!r}."
        )
    return word


def short_name(name: str, *, default: str, longest: int) -> str:
    """Read a name of printable characters, at most `longest` of them."""
    word = text(name, default=default)
    if len(word) > longest or not word.isprintable():
        raise RefusedSetting(f"{name} must be a name of at most {longest} printable characters.")
    return word


def bearer_key(name: str) -> str:
    """Read a key that is sent in a header; empty when it is not set. A refusal never repeats it."""
    key = text(name)
    if not all("!" <= character <= "~" for character in key):
        raise RefusedSetting(f"{name} must be printable ASCII without blanks, as the service gave it out.")
    return key


def directory(name: str, *, default: Path) -> Path:
    """Read a folder and make it, closed to other accounts, if it is missing. Refuse a file in its place."""
    folder = Path(text(name, default=str(default))).expanduser()
    if not folder.is_absolute():
        folder = default.parent / folder
    try:
        if folder.exists() and not folder.is_dir():
            raise RefusedSetting(f"{name} must be a folder; {str(folder)!r} is a file.")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedSetting(f"{name} is {str(folder)!r}, which cannot be made: {error.strerror}.") from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise RefusedSetting(f"{name} is {str(folder)!r}, which this account may not write to.")
    return folder


def secret_key(name: str) -> str:
    """Read the key that signs sessions and links. There is no default: without one the site must not start."""
    key = text(name)
    if not key:
        raise RefusedSetting(f"{name} must be set: {SECRET_KEY_MIN_LENGTH} or more random characters.")
    too_plain = len(key) < SECRET_KEY_MIN_LENGTH or len(set(key)) < SECRET_KEY_MIN_DISTINCT
    if too_plain or key.startswith("django-insecure-"):
        raise RefusedSetting(
            f"{name} must be {SECRET_KEY_MIN_LENGTH} or more random characters; it is too weak."
        )
    return key


def generated_secret_key(path: Path) -> str:
    """Return the key kept in the file `path` (mode 0600), making one on first use.

    For a developer's machine only. Two processes may start at once: the key is written to a file of its own and
    linked into place, so that the slower one finds the other's whole key and never half of one.
    """
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(SECRET_KEY_MIN_LENGTH))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # the other process was first; its key is as good
        finally:
            draft.unlink()
    return path.read_text().strip()
