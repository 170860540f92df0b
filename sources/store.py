"""Where the bytes of captures lie: one file a blob, named by its hash, written once and durably."""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import storages
from django.utils.translation import gettext as _

from sources.errors import BytesChanged, StoreFailed
from sources.models import Blob

UNFINISHED = ".part"


def unfinished_folder() -> Path:
    """Return where bytes are written before they have their name: on the store's own disk, to be renamed into it."""
    return Path(storages["captures"].path("unfinished"))


def place(blob: Blob) -> Path:
    """Return the file of a blob. The store is a folder (STORAGE_URL, `file://`)."""
    return Path(storages["captures"].path(blob.path))


def keep(blob: Blob, content: bytes) -> None:
    """Write the bytes of a blob unless they are there already; on return they survive a power cut.

    They are written under another name, synced and renamed, so that a file under its hash is always whole. A file
    without a row is harmless: the next arrival of the same bytes finds it.

    Raises StoreFailed when the store is full or closed, BytesChanged when other bytes lie under this hash.
    """
    path = place(blob)
    try:
        if os.path.lexists(path):  # a broken link too: it must not be written through
            _compare(path, blob.sha256)
            return
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, content)
    except OSError as reason:
        raise StoreFailed(
            _("The bytes could not be stored just now: the store is full or closed.")
        ) from reason


def _write(path: Path, content: bytes) -> None:
    unfinished = unfinished_folder() / f"{path.name}.{secrets.token_hex(8)}{UNFINISHED}"
    unfinished.parent.mkdir(exist_ok=True, mode=0o700)
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    # The name too must survive: the folder that holds it, and the two that were perhaps made for it.
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(path: Path) -> bytes:
    """Read a file that is no symbolic link."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def _compare(path: Path, sha256: str) -> bytes:
    content = _read(path)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BytesChanged(
            f"The stored bytes of {sha256[:12]} are not those that came in. Run verify_captures."
        )
    return content


def read_back(blob: Blob) -> bytes:
    """Return the bytes of a blob, hashed again on the way.

    Raises BytesChanged when they are not those their hash names, StoreFailed when they are not there.
    """
    try:
        return _compare(place(blob), blob.sha256)
    except OSError as reason:
        raise StoreFailed(f"The stored bytes of {blob.sha256[:12]} are not there.") from reason
