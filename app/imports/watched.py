"""Folders that others drop files in: PDFs, or mails with PDFs attached. What lies at rest in one is taken in.

A file goes from the folder to `reading/{id}/`, and when its import has ended to `taken/`, or to `refused/` with the reason in
a text beside. The id is that of its import, or what those of a mail's attachments are made of: whoever is killed midway, the next
finds by it how far the file had come, so that nothing is lost and nothing is taken in twice. Only what lies in the folder
itself under a regular file's name is taken; what is a link, a pipe, a folder or begins with a dot stays.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from threading import Event

import orjson
import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, InterfaceError

from app.db import reading
from app.errors import DiariumError, refusal
from app.imports.filing import accept
from app.imports.mails import attached
from app.imports.uploads import Claims, State
from app.imports.workers import Worker, taker
from app.journal.files import sync_folder
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.models.journal import imports
from importers.pdf.limits import MOST_BYTES
from importers.pdf.regular import NotRegular

READING, TAKEN, REFUSED = "reading", "taken", "refused"
BY_FOLDER, BY_MAIL = "bevakad mapp", "bevakad brevlåda"  # who handed it in, as the journal has it
_AN_ID = re.compile(r"[0-9a-f]{20}")
_MOST_BYTES = 2 * MOST_BYTES  # of a mail, whose letters take a third more than what they stand for
_LONGEST = 200  # bytes of a name, so that there is room for more behind it
_AWAY = (OSError, DatabaseError, InterfaceError)


@dataclass(slots=True)
class Folder:
    """A folder that is watched, for files whose names end so. `still` is each file as it was seen last, and since when."""

    path: Path
    ending: str
    actor: str
    still: dict[str, tuple[tuple[int, int, int], float]] = field(default_factory=dict)


def folders_of(worker: Worker) -> list[Folder]:
    """The folders that the settings name."""
    using = worker.settings
    found = [Folder(using.watch_dir, ".pdf", BY_FOLDER)] if using.watch_dir else []
    return found + ([Folder(using.mail_dir, ".eml", BY_MAIL)] if using.mail_dir else [])


def watch(worker: Worker, stop: Event, pause: float) -> None:
    """Look into the folders until asked to stop. One that cannot be reached is looked for again."""
    folders, taking = folders_of(worker), taker(worker.stores, worker.settings)
    while folders and not stop.wait(pause):
        for folder in folders:
            with suppress(*_AWAY):
                look(folder, taking)


def look(folder: Folder, worker: Worker) -> None:
    """Take in what lies at rest, and put away what has ended. Where another process looks at the moment, nothing."""
    with _alone(worker.settings.data_dir / "workers" / f"{folder.actor}.look") as alone:
        if not alone:
            return
        for name in _at_rest(folder, worker.settings.watch_seconds):
            with suppress(OSError):  # it is looked for again, and none of the others waits for it
                _begin(folder, name)
        for held in _held(folder):
            with suppress(OSError):
                _bring_on(folder, held, worker)


@contextmanager
def _alone(path: Path) -> Iterator[bool]:
    with path.open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _at_rest(folder: Folder, seconds: float) -> list[str]:
    """The files that are as they were so many seconds ago, and were not written to since, by name."""
    seen, now = {}, time.monotonic()
    for entry in os.scandir(folder.path):
        if entry.name.startswith(".") or not entry.name.casefold().endswith(folder.ending):
            continue
        with suppress(FileNotFoundError):
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(found.st_mode):
                shape = (found.st_ino, found.st_size, found.st_mtime_ns)
                before, since = folder.still.get(entry.name, (None, now))
                seen[entry.name] = (shape, since if shape == before else now)
    folder.still = seen
    return sorted(name for name, (_shape, since) in seen.items() if now - since >= seconds)


def _begin(folder: Folder, name: str) -> None:
    """Give the file an id, by which it is known from now on."""
    held = _room(folder, READING) / secrets.token_hex(10)
    held.mkdir()
    with suppress(FileNotFoundError):  # whoever dropped it took it back
        (folder.path / name).rename(held / name)
    for changed in (held, held.parent, folder.path):
        sync_folder(changed)


def _held(folder: Folder) -> list[Path]:
    """The files under way; what somebody died in the midst of giving an id, or of putting away, is no file."""
    held = []
    for room in sorted(_room(folder, READING).iterdir()):
        if not _AN_ID.fullmatch(room.name) or room.is_symlink() or not room.is_dir():
            continue
        files = sorted(room.iterdir())
        held += files[:1]
        if not files:
            with suppress(OSError):
                room.rmdir()
    return held


def _bring_on(folder: Folder, held: Path, worker: Worker) -> None:
    """Take in what of the file is not taken in, and put it away where all of that has ended."""
    data = _read(held)
    shown = os.fsencode(held.name).decode(errors="replace")
    parts = attached(data) if folder.actor == BY_MAIL else [(shown, data)]
    ids = [held.parent.name if folder.actor == BY_FOLDER else _id_of(held.parent.name, n) for n in range(len(parts))]
    if not parts:
        _put_away(folder, held, [_("{name}: brevet bär ingen PDF.").format(name=printable(shown))], taken=False)
        return
    ends = _ends(worker, ids)
    for id, (name, content) in zip(ids, parts, strict=True):
        if id not in ends:
            with suppress(DiariumError):  # the import's row says why
                accept(worker, content, Claims(name, folder.actor), at_once=False, id=id)
    ends = _ends(worker, ids)
    if all(state != State.QUEUED for state, _reason in ends.values()):
        reasons = [reason for id in ids if (reason := ends[id][1])]
        _put_away(folder, held, reasons, taken=len(reasons) < len(ids))


def _read(path: Path) -> bytes:
    """The file's bytes, no more than shows that it is too large. Raises `OSError`, also for a link and what is no regular file."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotRegular(errno.EINVAL, "not a regular file", str(path))
        return file.read(_MOST_BYTES + 1)


def _room(folder: Folder, name: str) -> Path:
    """A folder of ours within. Raises `OSError` where somebody has put a link there, which might lead anywhere."""
    room = folder.path / name
    room.mkdir(exist_ok=True)
    if room.is_symlink():
        raise NotRegular(errno.ELOOP, "a link", str(room))
    return room


def _id_of(mail: str, n: int) -> str:
    """The id of a mail's attachment, the same whenever it is asked for."""
    return blake2b(f"{mail}:{n}".encode(), digest_size=10).hexdigest()


def _ends(worker: Worker, ids: list[str]) -> dict[str, tuple[str, str | None]]:
    """How far each import that there is has come, and the reason why it was refused."""
    query = sa.select(imports.c.id, imports.c.name, imports.c.state, imports.c.problem).where(imports.c.id.in_(ids))
    with reading(worker.stores.desk) as session:
        rows = session.execute(query).all()
    return {row.id: (row.state, _reason(row.name, row.problem)) for row in rows}


def _reason(name: str, problem: str | None) -> str | None:
    if problem is None:
        return None
    kept = orjson.loads(problem)
    return f"{name}: {refusal(name, kept['code'], kept['params']).sentence()}"


def _put_away(folder: Folder, held: Path, reasons: list[str], *, taken: bool) -> None:
    """Move the file to where it ends, under its own name or one with a number, the reasons beside it first."""
    room = _room(folder, TAKEN if taken else REFUSED)
    name = _free_name(room, held.name)
    if reasons:
        told = "\n".join(map(printable, reasons)) + "\n"
        to = os.open(room / f"{name}.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
        with os.fdopen(to, "w", encoding="utf-8") as beside:
            beside.write(told)
    held.rename(room / name)
    for changed in (room, held.parent):
        sync_folder(changed)
    held.parent.rmdir()


def _free_name(room: Path, name: str) -> str:
    """The name, cut to what leaves room for more; with a number where another file has it."""
    stem, ending = os.fsdecode(os.fsencode(Path(name).stem)[:_LONGEST]), Path(name).suffix
    free, n = f"{stem}{ending}", 1
    while os.path.lexists(room / free):
        n += 1
        free = f"{stem} ({n}){ending}"
    return free
