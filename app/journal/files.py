"""Files on disk, durable when they are said to be: written, synced, renamed, and the folder synced."""

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


def key_of(digest: str) -> str:
    """Where the file with this sha256 (64 hexadecimal digits) lies, wherever files lie: `files/ab/abcd….pdf`."""
    if len(digest) != 64 or not digest.isalnum():
        raise ValueError(digest)
    return f"files/{digest[:2]}/{digest}.pdf"


def path_of(folder: Path, digest: str) -> Path:
    """The same in a folder."""
    return folder / key_of(digest)


def stored(path: Path) -> bytes:
    """The bytes of a file of ours. Raises `FileNotFoundError` where no regular one lies there: at a pipe one would wait."""
    try:
        return read_regular(path)
    except NotRegular as other:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from other


def drop_halves(folder: Path, age: float = -math.inf) -> None:
    """Take away files that somebody died in the midst of writing, so many seconds ago, or whenever it was."""
    for room in (folder, folder / "incoming", *(folder / "files").glob("*")):
        for half in room.glob(f"{_HALF}*"):
            with suppress(FileNotFoundError):  # somebody has just named it
                if time.time() - half.stat().st_mtime > age:
                    half.unlink()


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


def write_again(source: Path, path: Path) -> None:
    """Let a file whose bytes are durable bear this name too, durably; where the file system gives it none, a copy does."""
    with _durable_name(path):
        try:
            os.link(source, path)
        except FileExistsError:
            pass  # whoever made it may have died before its name was durable: now it is
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            write(path, source.read_bytes())


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
