"""What lies in the watched folders of a file that is purged: as it was dropped, under way, taken or refused, alone or in a mail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.imports.mails import attached
from app.imports.watched import READING, REFUSED, TAKEN
from app.journal.files import sha256, sync_folder
from app.settings import Settings
from importers.pdf.regular import NotRegular, read_regular


def drop_from_folders(using: Settings, digest: str) -> list[str]:
    """Take away every file there whose bytes are these, and every mail that bears them, with the reason beside it; returns
    what could not be looked into or taken away, by path."""
    left = []
    for watched in (using.watch_dir, using.mail_dir):
        for path in _files(watched) if watched else ():
            try:
                if digest in _digests(path):
                    path.with_name(f"{path.name}.txt").unlink(missing_ok=True)
                    path.unlink()
                    sync_folder(path.parent)
            except (OSError, NotRegular):
                left.append(str(path))
    return left


def _files(watched: Path) -> Iterator[Path]:
    """The regular files of the folder and of those that we keep in it; nobody's link leads elsewhere."""
    rooms = [watched, watched / TAKEN, watched / REFUSED, *(watched / READING).glob("*")]
    for room in rooms:
        if room.is_symlink() or not room.is_dir():
            continue
        with suppress(OSError):
            yield from (path for path in sorted(room.iterdir()) if path.is_file() and not path.is_symlink())


def _digests(path: Path) -> set[str]:
    """The hash of the file, and of each PDF that it bears."""
    ending = path.suffix.casefold()
    if ending not in {".pdf", ".eml"}:
        return set()
    data = path.read_bytes() if ending == ".eml" else read_regular(path)
    return {sha256(data), *(sha256(content) for _name, content in (attached(data) if ending == ".eml" else ()))}
