"""Files in an object store: S3 and what speaks it, Azure's or Google's, by `obstore`, which is loaded only where one is set.

What a store answers in error is told by its kind alone: its words may hold addresses, names and parts of what was signed.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import obstore
from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
from obstore.store import from_url

from app.failures import StoreAway
from app.journal.files import sha256
from app.journal.storage import Kept, checked

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig

T = TypeVar("T")
_TRIES, _PAUSE, _SOON = 4, 0.1, 5.0  # of what the library gives up, and the seconds between and in all
_REQUEST = dt.timedelta(seconds=60)  # the largest file at 7 Mbit/s
_RETRIES: RetryConfig = {
    "max_retries": 5,
    "retry_timeout": _REQUEST,
    "backoff": {"init_backoff": dt.timedelta(milliseconds=100), "max_backoff": dt.timedelta(seconds=2), "base": 2},
}
# What a store says of a file that it has no place for, under the same number as of one that is not there.
_NO_PLACE = ("NoSuchBucket", "ContainerNotFound", "The specified bucket does not exist")


class Objects:
    """A bucket, or what lies in it below a prefix: `s3://diarium/alnsjo`. `endpoint` is the address of a store of S3's kind that
    is not Amazon's. Who we are it is told by the provider's own variables, or by the machine."""

    def __init__(self, url: str, endpoint: str | None) -> None:
        client: ClientConfig = {"timeout": _REQUEST, "connect_timeout": dt.timedelta(seconds=5)}
        more: dict[str, Any] = {}
        if endpoint is not None:
            client["allow_http"] = endpoint.startswith("http://")
            more["endpoint"] = endpoint
        self._store = _asked(lambda: from_url(url, client_options=client, retry_config=_RETRIES, **more))

    def put(self, key: str, data: bytes) -> None:
        """In one request, so that it is there whole or not at all."""
        path = checked(key)
        _asked(lambda: obstore.put(self._store, path, data, use_multipart=False), is_sought=False)

    def copy(self, key: str, other: str, digest: str) -> None:
        """Read back, since no disk of ours has it. What lies there already is let be: it may be filed."""
        path, to = checked(key), checked(other)
        if self._holds(other, digest):
            return
        _asked(lambda: obstore.copy(self._store, path, to))
        if not self._holds(other, digest):
            self.delete(other)
            raise StoreAway("ReadBack")

    def get(self, key: str) -> bytes:
        path = checked(key)
        return _asked(lambda: bytes(obstore.get(self._store, path).bytes()))

    def _holds(self, key: str, digest: str) -> bool:
        try:
            return sha256(self.get(key)) == digest
        except FileNotFoundError:
            return False

    def exists(self, key: str) -> bool:
        path = checked(key)
        try:
            _asked(lambda: obstore.head(self._store, path))
        except FileNotFoundError:
            return False
        return True

    def delete(self, key: str) -> None:
        path = checked(key)
        with suppress(FileNotFoundError):  # what the folder calls nothing to do
            _asked(lambda: obstore.delete(self._store, path))

    def list(self, room: str) -> Iterator[Kept]:
        now, path = dt.datetime.now(dt.UTC), checked(room)
        for one in _asked(lambda: obstore.list(self._store, path).collect(), is_sought=False):
            yield Kept(one["path"], (now - one["last_modified"]).total_seconds())

    def keeps_versions(self) -> bool:
        """Tried, since not everybody who may keep files may ask what the bucket does with them. Google numbers what it keeps no
        older version of, too; who may not look at one is told that it is kept."""
        key = f"tried/{secrets.token_hex(8)}"
        self.put(key, b"")
        version = _asked(lambda: obstore.head(self._store, key))["version"]
        self.delete(key)
        if version in {None, "null"}:  # what S3 calls the one that is kept where it keeps no more
            return False
        try:
            _asked(lambda: obstore.get(self._store, key, options={"version": version}))
        except FileNotFoundError:
            return False
        except StoreAway:
            return True
        return True


def _asked(ask: Callable[[], T], *, is_sought: bool = True) -> T:
    """What a question comes to; errors are as those of a disk: `FileNotFoundError` where a file is sought and is not there, else
    `StoreAway`.

    An answer that was cut off is asked for again here: the library does so only of a file's own bytes. All that is asked may be asked twice.
    """
    begun, tried = time.monotonic(), 0
    while True:
        tried += 1
        try:
            return ask()
        except FileNotFoundError as missing:
            if not is_sought or any(code in str(missing) for code in _NO_PLACE):
                raise StoreAway("NoPlace") from None
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from None
        except (BaseError, OSError) as error:
            refused = isinstance(error, PermissionDeniedError | UnauthenticatedError)
            if tried == _TRIES or refused or time.monotonic() - begun > _SOON:
                raise StoreAway(type(error).__name__) from None
        time.sleep(_PAUSE)
