"""Stored PDFs, in a folder whose names are their sha256: a file's own name is data and never a path.

A file is durable before its entry commits: written, synced, renamed, and the folder synced. What is taken in and not
yet read lies in a folder of its own, by its import's id; when it is filed the same bytes get their lasting name.
"""

import errno
import hashlib
import math
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from app.errors import FileNotFound, NotAFile
from importers.pdf.regular import NotRegular, read_regular

_HALF = ".half-"
# What a file system answers that gives a file no second name, or not there.
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV}


def read_bytes(path: Path) -> bytes:
    """A file's bytes, at most one more than a file may have. Raises `FileNotFound`, and `NotAFile` where it is none."""
    try:
        return read_regular(path)
    except NotRegular as other:
        raise NotAFile(str(path)) from other
    except OSError as missing:
        raise FileNotFound(str(path)) from missing


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def path_of(folder: Path, digest: str) -> Path:
    """Where the file with this sha256 (64 hexadecimal digits) lies: `files/ab/abcd….pdf`."""
    if len(digest) != 64 or not digest.isalnum():
        raise ValueError(digest)
    return folder / "files" / digest[:2] / f"{digest}.pdf"


def any_stored(folder: Path) -> bool:
    """Whether any file is kept in the folder."""
    return next((folder / "files").glob("??/*.pdf"), None) is not None


def stored(path: Path) -> bytes:
    """The bytes of a file of ours. Raises `FileNotFoundError` where no regular one lies there: at a pipe one would wait."""
    try:
        return read_regular(path)
    except NotRegular as other:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from other


def keep(folder: Path, upload: str, digest: str) -> None:
    """Let what was taken in, whose sha256 `digest` is, be a file for good. Keeping it twice keeps it once.

    The bytes are durable already, so they get a second name; where the file system gives none, a copy.
    """
    source, path = _received(folder, upload), path_of(folder, digest)
    with _durable_name(path):
        try:
            os.link(source, path)
        except FileExistsError:
            pass  # whoever made it may have died before its name was durable: now it is
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            write(path, source.read_bytes())


def receive(folder: Path, upload: str, data: bytes) -> None:
    """Store what was taken in under its import's id, until it is read."""
    write(_received(folder, upload), data)


def received(folder: Path, upload: str) -> bytes:
    """What was taken in. Raises `FileNotFoundError`."""
    return stored(_received(folder, upload))


def all_received(folder: Path) -> list[tuple[str, float]]:
    """The ids of what was taken in and lies there still, each with its age in seconds."""
    stored = []
    for path in sorted((folder / "incoming").glob("*.pdf")):
        with suppress(FileNotFoundError):  # somebody has just filed it
            stored.append((path.stem, time.time() - path.stat().st_mtime))
    return stored


def drop_halves(folder: Path, age: float = -math.inf) -> None:
    """Take away files that somebody died in the midst of writing, so many seconds ago, or whenever it was."""
    for room in (folder, folder / "incoming", *(folder / "files").glob("*")):
        for half in room.glob(f"{_HALF}*"):
            with suppress(FileNotFoundError):  # somebody has just named it
                if time.time() - half.stat().st_mtime > age:
                    half.unlink()


def let_go(folder: Path, upload: str) -> None:
    """Take away what was taken in: it is filed, or refused."""
    _received(folder, upload).unlink(missing_ok=True)


def _received(folder: Path, upload: str) -> Path:
    if not upload.isalnum():
        raise ValueError(upload)
    return folder / "incoming" / f"{upload}.pdf"


def write(path: Path, data: bytes) -> None:
    """Make the file durable under its name, or leave nothing there."""
    with _durable_name(path):
        handle, half = tempfile.mkstemp(dir=path.parent, prefix=_HALF)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                sync(file)
            Path(half).rename(path)
        except OSError:
            Path(half).unlink(missing_ok=True)
            raise


@contextmanager
def _durable_name(path: Path) -> Iterator[None]:
    """Make the folder for the name that the block gives, and then the name durable, with every folder that is new."""
    new = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    yield
    for synced in {path.parent, path.parent.parent, *(folder.parent for folder in new)}:
        sync_folder(synced)


def for_us_alone(path: str, flags: int) -> int:
    """Opens a new file for its account alone; fits `open`'s `opener`."""
    return os.open(path, flags, 0o600)


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
