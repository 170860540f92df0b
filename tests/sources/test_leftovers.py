"""What a broken upload leaves is gone within the hour, and nothing else ever is (catalogue N10, K01)."""

import os
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from sources import capture, leftovers, store
from tests import cast

pytestmark = pytest.mark.django_db


def left(folder: Path, name: str, *, age_s: float) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(b"half of a story")
    os.utime(path, (time.time() - age_s,) * 2)
    return path


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, settings: object) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path  # type: ignore[attr-defined]


def test_N10_what_nothing_was_written_to_for_an_hour_is_gone() -> None:
    uploads = Path(settings.FILE_UPLOAD_TEMP_DIR)
    old = [
        left(uploads, "tmpabc.upload.txt", age_s=leftovers.KEPT_S + 5),
        left(store.unfinished_folder(), f"{'a' * 64}.12{store.UNFINISHED}", age_s=leftovers.KEPT_S + 5),
    ]
    young = [
        left(uploads, "tmpdef.upload.txt", age_s=leftovers.KEPT_S - 60),
        left(store.unfinished_folder(), f"{'b' * 64}.34{store.UNFINISHED}", age_s=leftovers.KEPT_S - 60),
    ]
    assert leftovers.sweep() == 2
    assert [path.exists() for path in (*old, *young)] == [False, False, True, True]
    young[1].unlink()


def test_N10_a_whole_file_is_never_swept_however_old() -> None:
    taken = capture.take(by=cast.person("contributor"), content=b"bytes that stay for good", how="upload")
    path = store.place(taken.blob)
    os.utime(path, (0, 0))
    other = left(Path(settings.FILE_UPLOAD_TEMP_DIR), "somebodys-own.txt", age_s=10**7)
    assert leftovers.sweep() == 0
    assert path.exists() and other.exists()


def test_N10_a_link_is_swept_and_not_followed(tmp_path: Path) -> None:
    secret = left(tmp_path / "elsewhere", "secret", age_s=10**7)
    link = tmp_path / "tmpxyz.upload.txt"
    link.symlink_to(secret)
    os.utime(link, (0, 0), follow_symlinks=False)
    assert leftovers.sweep() == 1
    assert secret.exists() and not link.is_symlink()


def test_the_command_says_how_many_went(capsys: pytest.CaptureFixture[str]) -> None:
    left(Path(settings.FILE_UPLOAD_TEMP_DIR), "tmp1.upload.txt", age_s=10**7)
    call_command("sweep")
    assert capsys.readouterr().out == "1 unfinished files are gone.\n"
