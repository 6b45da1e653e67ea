"""What a backup says of itself. Everything in the folder is in it with its size and hash, and it bears its own."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from app.backups.errors import BackupDamaged, NotABackup
from app.journal.derived import canonical
from app.journal.files import key_of
from app.journal.files import write as write_file

NAME = "manifest.json"
FORMAT = "diarium-backup/1"


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows: how many, the file's size and sha256, and `sum`, which knows the rows in whatever order."""

    rows: int
    bytes: int
    sha256: str
    sum: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A PDF: its size and sha256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`tables` and `files` are by path in the folder; `head` is the hash of the journal's last entry."""

    made: str
    revision: str
    register: str
    entries: int
    head: str
    tables: dict[str, Table]
    files: dict[str, Stored]

    @property
    def seal(self) -> str:
        """The hash of all that the manifest says, and so of the whole backup: who writes it down can hold it against it."""
        return hashlib.sha256(canonical(self._plain())).hexdigest()

    def write(self, folder: Path) -> None:
        """Make the manifest durable in a backup's folder."""
        content = orjson.dumps(self._plain() | {"seal": self.seal}, option=orjson.OPT_INDENT_2)
        write_file(folder / NAME, content)

    def _plain(self) -> dict[str, Any]:
        return {"format": FORMAT, **asdict(self)}


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in `folder`.

    Raises `NotABackup` where the folder has none of ours, `BackupDamaged` where it is not as it was written.
    """
    try:
        content = orjson.loads((folder / NAME).read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise NotABackup(str(folder)) from error
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise NotABackup(str(folder))
    seal = content.pop("seal", None)
    try:
        tables = {path: Table(**table) for path, table in content.pop("tables").items()}
        files = {path: Stored(**stored) for path, stored in content.pop("files").items()}
        made = Manifest(tables=tables, files=files, **content)
    except (KeyError, TypeError, AttributeError) as error:
        raise BackupDamaged(NAME) from error
    if made.seal != seal or not all(_lies_within(path, stored) for path, stored in files.items()):
        raise BackupDamaged(NAME)
    return made


def _lies_within(path: str, stored: Stored) -> bool:
    """Whether a file is to lie where files of ours lie: what a manifest says is no path until then."""
    return path == key_of(stored.sha256) or re.fullmatch(r"incoming/[0-9a-f]{1,64}\.pdf", path) is not None
