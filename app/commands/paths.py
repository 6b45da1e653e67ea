"""What a person names on the command line, as PDF files: paths, folders, patterns, and names on stdin."""

from __future__ import annotations

import glob
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from app.errors import WrongUse
from app.language.i18n import gettext

_ = gettext
STDIN = "-"
_LONGEST_PATH = 4096  # bytes


def named_files(names: Iterable[str], stdin: BinaryIO) -> list[Path]:
    """Every file once, in the order named: a folder's PDFs by name, also those below it; a pattern's matches.

    `-` stands for the names on stdin, a line each. What matches nothing is there as it was written, so that whoever
    opens it can say that there is no such file.
    """
    files: dict[Path, None] = {}
    for name in names:
        for each in _lines(stdin) if name == STDIN else (name,):
            files |= dict.fromkeys(_files(each))
    return list(files)


def shown(path: Path) -> str:
    """A file's own name as text: a name need not be UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _lines(stdin: BinaryIO) -> Iterator[str]:
    """The names, one at a time: a list may be long, but no path is longer than a system opens. Raises `WrongUse`."""
    marks = BOM_UTF8  # before the first, where Windows made the list
    while line := stdin.readline(_LONGEST_PATH + 2):
        line, marks = line.removeprefix(marks), b""
        if len(line) > _LONGEST_PATH + 1:
            raise WrongUse(
                _("En rad på standard in är längre än en sökväg får vara ({most} tecken).").format(most=_LONGEST_PATH)
            )
        if name := line.rstrip(b"\r\n"):
            yield os.fsdecode(name)


def _files(name: str) -> list[Path]:
    path = Path(name)
    try:
        if path.is_dir():
            return _below(path) or [path / "*.pdf"]
        if path.exists() or not glob.has_magic(name):
            return [path]
    except OSError:  # no system opens so long a name
        return [path]
    matches = sorted(map(Path, glob.glob(name, recursive=True)))  # noqa: PTH207 - Path.glob takes no absolute pattern
    return [file for match in matches for file in (_below(match) if match.is_dir() else [match])] or [path]


def _below(folder: Path) -> list[Path]:
    """The PDFs in a folder and below it. Hidden ones are no documents: macOS leaves `._protokoll.pdf` beside a file."""
    return sorted(
        Path(at) / name
        for at, _folders, names in os.walk(folder)
        for name in names
        if name.lower().endswith(".pdf") and not name.startswith(".")
    )
