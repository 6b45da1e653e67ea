"""Stored PDFs, by their sha256: a file's own name is data and never a key.

A file is durable before its entry commits. What is taken in and not yet read lies in a room of its own, by its import's id;
when it is filed the same bytes get their lasting key.
"""

from __future__ import annotations

import re

from app.journal.files import key_of
from app.journal.storage import Storage

FILES, INCOMING, _PICTURES = "files", "incoming", "pages"
_FILED = re.compile(rf"{FILES}/[0-9a-f]{{2}}/[0-9a-f]{{64}}\.pdf")
_TAKEN_IN = re.compile(rf"{INCOMING}/(\w+)\.pdf", re.ASCII)


def filed_bytes(storage: Storage, digest: str) -> bytes:
    """The bytes of a filed file. Raises `FileNotFoundError`."""
    return storage.get(key_of(digest))


def any_filed(storage: Storage) -> bool:
    """Whether any file is kept there."""
    return any(_FILED.fullmatch(kept.key) for kept in storage.list(FILES))


def keep(storage: Storage, upload: str, digest: str) -> None:
    """Let what was taken in, whose sha256 `digest` is, be a file for good. Keeping it twice keeps it once."""
    storage.copy(key_of_upload(upload), key_of(digest), digest)


def receive(storage: Storage, upload: str, data: bytes) -> None:
    """Store what was taken in under its import's id, until it is read."""
    storage.put(key_of_upload(upload), data)


def received(storage: Storage, upload: str) -> bytes:
    """What was taken in. Raises `FileNotFoundError`."""
    return storage.get(key_of_upload(upload))


def all_received(storage: Storage) -> list[tuple[str, float]]:
    """The ids of what was taken in and lies there still, each with its age in seconds."""
    found = ((_TAKEN_IN.fullmatch(kept.key), kept.age) for kept in storage.list(INCOMING))
    return sorted((taken[1], age) for taken, age in found if taken)


def let_go(storage: Storage, upload: str) -> None:
    """Take away what was taken in: it is filed, or refused."""
    storage.delete(key_of_upload(upload))


def key_of_upload(upload: str) -> str:
    """Where what was taken in lies until it is read: `incoming/1f2e….pdf`."""
    if not upload.isalnum():
        raise ValueError(upload)
    return f"{INCOMING}/{upload}.pdf"


def key_of_picture(digest: str, name: str) -> str:
    """Where a picture of a page of this file lies, if it is kept: `pages/abcd…/2-1-1200.webp`."""
    return f"{_PICTURES}/{digest}/{name}.webp"


def let_go_for_good(storage: Storage, digest: str) -> None:
    """Take away a filed file, and then what was drawn of it: whoever keeps a picture looks for the file afterwards."""
    storage.delete(key_of(digest))
    for kept in list(storage.list(f"{_PICTURES}/{digest}")):
        storage.delete(kept.key)
