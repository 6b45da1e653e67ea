"""Where an installation keeps its files: the folder, or an object store by setting. Both know a file by its key.

files/ab/abcd….pdf       what is filed, by its sha256
incoming/1f2e….pdf       what is taken in and not yet read, by its import's id
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from app.errors import WrongUse
from app.journal.files import stored, write, write_again
from app.language.i18n import gettext as _
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that lies there: its key, and how many seconds ago it came."""

    key: str
    age: float


class Storage(Protocol):
    """What every place for files does. Each raises `OSError` where it cannot, and then nothing is half done."""

    def put(self, key: str, data: bytes) -> None:
        """Keep these bytes; they are durable, all of them, when this returns."""

    def copy(self, key: str, other: str, digest: str) -> None:
        """Let what lies under a key, whose sha256 is `digest`, lie under another too, as durably. Raises `FileNotFoundError`."""

    def get(self, key: str) -> bytes:
        """Raises `FileNotFoundError`."""

    def exists(self, key: str) -> bool: ...

    def delete(self, key: str) -> None:
        """Take it away; where nothing lies, nothing is done."""

    def list(self, room: str) -> Iterator[Kept]:
        """All that lies in a room (`files`) and below, by key."""

    def keeps_versions(self) -> bool:
        """Whether what is taken away lies there still, as an older version that nobody sees."""


class Folder:
    """A folder: a key is a path in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, key: str) -> Path:
        """Where it lies. Raises `ValueError`."""
        return self.root / checked(key)

    def put(self, key: str, data: bytes) -> None:
        write(self.path(key), data)

    def copy(self, key: str, other: str, digest: str) -> None:
        write_again(self.path(key), self.path(other))

    def get(self, key: str) -> bytes:
        return stored(self.path(key))

    def exists(self, key: str) -> bool:
        return self.path(key).is_file()

    def delete(self, key: str) -> None:
        self.path(key).unlink(missing_ok=True)

    def list(self, room: str) -> Iterator[Kept]:
        """Also what somebody died in the midst of writing, and a folder without anything where a file might lie."""
        root = self.path(room)
        for folder, folders, names in os.walk(root):
            alone = not folders and not names and Path(folder).parent not in {root, root.parent}
            for path in [Path(folder)] if alone else [Path(folder, name) for name in names]:
                with suppress(FileNotFoundError):  # somebody has just taken it away
                    yield Kept(path.relative_to(self.root).as_posix(), time.time() - path.lstat().st_mtime)

    def keeps_versions(self) -> bool:
        return False


def checked(key: str) -> str:
    """The key. Raises `ValueError` where it would lead elsewhere."""
    if any(part in {"", ".", ".."} for part in key.split("/")):
        raise ValueError(key)
    return key


def storage_of(using: Settings) -> Storage:
    """Where the installation of these settings keeps its files. Raises `StoreAway` where nobody could say who we are."""
    if using.files_url is None:
        return Folder(using.data_dir)
    return _objects(using.files_url, using.files_endpoint)


def refuse_unequipped(using: Settings) -> None:
    """Raises `WrongUse` where files are to lie in an object store, and what speaks to one is not installed."""
    if using.files_url is not None and find_spec("obstore") is None:
        raise WrongUse(_("Filer i en objektlagring kräver obstore: pip install 'diarium[objects]'."))


@cache
def _objects(url: str, endpoint: str | None) -> Storage:
    from app.journal.objects import Objects  # noqa: PLC0415 - few installations have one, and it takes time to load

    return Objects(url, endpoint)
