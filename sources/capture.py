"""Take bytes in: keep them under their hash and note that they arrived."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from ledger import append, clock
from ledger.people import Person
from ledger.records import committed
from sources import file_names, kinds, store
from sources.errors import NotAllowed, TooLarge
from sources.models import Blob, Capture

QUOTA_PERIOD = timedelta(hours=24)
read_back = store.read_back


def take(
    *,
    by: Person,
    content: bytes,
    how: str,
    file_name: str = "",
    address: str = "",
    is_protected: bool = False,
) -> Capture:
    """Keep some bytes and note one arrival of them. The same bytes again are a new arrival of one blob.

    Raises NotAllowed, TooLarge (over UPLOAD_MAX_BYTES, or the person's quota), StoreFailed, BytesChanged.
    """
    with transaction.atomic():
        capture = arrive(
            by=by, content=content, how=how, file_name=file_name, address=address, is_protected=is_protected
        )
        enter(capture, by=by)
    return capture


def arrive(
    *, by: Person, content: bytes, how: str, file_name: str, address: str, is_protected: bool
) -> Capture:
    """Do what `take` does but its entry, in the caller's transaction: an act that stores more writes its entries last.

    The bytes are on the disk, synced, before the row commits. The blob's row is locked until the transaction ends,
    so that two arrivals of the same bytes are dealt with one after the other.
    """
    if not by.may("bring-in"):
        raise NotAllowed(_("You may not bring documents in."))
    if len(content) > settings.UPLOAD_MAX_BYTES:
        raise TooLarge(
            _("This is larger than %(n)s MB. Bring it in as several smaller files.")
            % {"n": settings.UPLOAD_MAX_BYTES // 1024 // 1024}
        )
    _keep_quota(by, how, len(content))
    kept_name, _notes = file_names.clean_file_name(file_name)
    return Capture.objects.create(  # type: ignore[misc]  # a Person is an account
        blob=_blob(content), at=clock.now(), by=by, how=how, file_name=kept_name, address=address,
        is_protected=is_protected,
    )  # fmt: skip


def enter(capture: Capture, *, by: Person) -> None:
    """Write the entry of an arrival, which commits to its row and its blob's."""
    append.append(
        act="sources.take",
        by=by,
        subject=append.urn("capture", capture.uid),
        codes={"how": capture.how, "size": capture.blob.size, "is_protected": capture.is_protected},
        words={
            "sha256": capture.blob.sha256,
            "file_name": capture.file_name,
            "address": capture.address,
        },
        rows=committed(capture.blob, capture),
        is_protected=capture.is_protected,
    )


def _keep_quota(by: Person, how: str, n_bytes: int) -> None:
    """Refuse what is more than one person may bring in within QUOTA_PERIOD; whoever has a shell has no quota."""
    if how == Capture.How.COMMAND:
        return
    lately = Capture.objects.filter(by=by.pk, at__gt=clock.now() - QUOTA_PERIOD).exclude(
        how=Capture.How.COMMAND
    )
    so_far = lately.aggregate(n=Sum("blob__size"))["n"] or 0
    if so_far + n_bytes > settings.UPLOAD_QUOTA_BYTES:
        raise TooLarge(
            _(
                "You may bring in %(n)s MB within 24 hours, and with this it would be more. Bring it in tomorrow."
            )
            % {"n": settings.UPLOAD_QUOTA_BYTES // 1024 // 1024}
        )


def _blob(content: bytes) -> Blob:
    sha256 = hashlib.sha256(content).hexdigest()
    blob, _is_new = Blob.objects.get_or_create(
        sha256=sha256, defaults={"size": len(content), "type": kinds.kind_of(content).type}
    )
    blob = Blob.objects.select_for_update().get(pk=blob.pk)
    store.keep(blob, content)
    return blob
