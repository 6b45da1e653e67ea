"""Stored PDFs, in a folder whose names are their sha256: a file's own name is data and never a path.

A file is durable before its entry commits: written, synced, renamed, and the folder synced.
"""

import hashlib
import os
import tempfile
from pathlib import Path


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
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=".half-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(half).rename(path)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise
    for synced in (path.parent, path.parent.parent):
        _sync_folder(synced)
    return digest


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
