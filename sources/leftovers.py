"""What an upload or a process that was broken off leaves behind: unfinished files, swept away within the hour."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from sources import store

KEPT_S = 60 * 60  # seconds since something was last written to it: an upload that still goes on is younger


def sweep() -> int:
    """Delete unfinished uploads and unfinished blobs older than KEPT_S; return how many went.

    Nothing under its final name is touched: a whole file is never a leftover.
    """
    n_gone = 0
    for path in _unfinished():
        with suppress(OSError):  # finished, or swept by another process, meanwhile
            if time.time() - path.lstat().st_mtime > KEPT_S:
                path.unlink()
                n_gone += 1
    return n_gone


def _unfinished() -> Iterator[Path]:
    yield from Path(settings.FILE_UPLOAD_TEMP_DIR).glob("*.upload*")
    yield from store.unfinished_folder().glob(f"*{store.UNFINISHED}")
