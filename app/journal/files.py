"""Stored PDFs, in a folder whose names are their sha256: a file's own name is data and never a path.

A file is durable before its entry commits: written, synced, renamed, and the folder synced. What is taken in and not
yet read lies in a folder of its own, by its import's id.
"""

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.errors import FileNotFound
from importers.pdf.limits import MOST_BYTES


def read_bytes(path: Path) -> bytes:
    """A file's bytes, at most one more than a file may have. Raises `FileNotFound`."""
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as missing:
        raise FileNotFound(str(path)) from missing


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def path_of(folder: Path, digest: str) -> Path:
    """Where the file with this sha256 (64 hexadecimal digits) lies: `files/ab/abcd….pdf`."""
    if len(digest) != 64 or not digest.isalnum():
        raise ValueError(digest)
    return folder / "files" / digest[:2] / f"{digest}.pdf"


def keep(folder: Path, data: bytes) -> str:
    """Store `data` and return its sha256. Storing it twice stores it once."""
    digest = sha256(data)
    path = path_of(folder, digest)
    if path.exists():
        return digest
    write(path, data)
    return digest


def receive(folder: Path, upload: str, data: bytes) -> None:
    """Store what was taken in under its import's id, until it is read."""
    write(_received(folder, upload), data)


def received(folder: Path, upload: str) -> bytes:
    """What was taken in. Raises `FileNotFoundError`."""
    return _received(folder, upload).read_bytes()


def all_received(folder: Path) -> list[tuple[str, float]]:
    """The ids of what was taken in and lies there still, each with its age in seconds."""
    found = []
    for path in sorted((folder / "incoming").glob("*.pdf")):
        with suppress(FileNotFoundError):  # somebody has just filed it
            found.append((path.stem, time.time() - path.stat().st_mtime))
    return found


def let_go(folder: Path, upload: str) -> None:
    """Take away what was taken in: it is filed, or refused."""
    _received(folder, upload).unlink(missing_ok=True)


def _received(folder: Path, upload: str) -> Path:
    if not upload.isalnum():
        raise ValueError(upload)
    return folder / "incoming" / f"{upload}.pdf"


def write(path: Path, data: bytes) -> None:
    """Make the file durable under its name, or leave nothing there."""
    new = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=".half-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            sync(file)
        Path(half).rename(path)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise
    for synced in {path.parent, path.parent.parent, *(folder.parent for folder in new)}:
        sync_folder(synced)


def sync(file: IO[bytes]) -> None:
    """Make what was written to an open file durable."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a folder's names durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
