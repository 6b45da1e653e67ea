"""The two files that anybody can fetch, kept in the data folder until the public register or the day is another.

They are made beside each other in a process of its own, or at once where little is here; nothing is under its name before
it is whole.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.bulk.database import write_database
from app.bulk.package import about, write_package
from app.bulk.state import FOLDER, state_of
from app.db import reading
from app.installation.folder_locks import locked
from app.journal.files import sync_folder
from app.models.register import documents, items
from app.settings import Settings
from app.today import today

# So few §§ and documents are packed while the reader waits: about a second.
_LITTLE = 300
_SWEEP_SECONDS = 5.0
ZIP, DATABASE = "zip", "db"


def path_of(session: Session, data_dir: Path, suffix: str) -> Path:
    """Where the file of today's register lies, or will: the name says which state it is of."""
    return _paths(session, data_dir)[suffix]


def _paths(session: Session, data_dir: Path) -> dict[str, Path]:
    state = state_of(session)
    name = f"diarium-{today().isoformat()}-{state.generation}-{state.commits}"
    return {suffix: data_dir / FOLDER / f"{name}.{suffix}" for suffix in (ZIP, DATABASE)}


def is_little(session: Session) -> bool:
    counts = (
        session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() for table in (items, documents)
    )
    return sum(counts) <= _LITTLE


def keep(public: sa.Engine, data_dir: Path) -> None:
    """Make the files, unless they are there, and take those of other states away."""
    folder = data_dir / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with locked(folder), reading(public) as session:
        package, database = _paths(session, data_dir).values()
        if not (package.exists() and database.exists()):
            made = folder / ".making.zip", folder / ".making.db"
            write_package(session, made[0])
            write_database(session, made[1], about(session))
            for one, path in zip(made, (package, database), strict=True):
                _durable(one)
                one.replace(path)
            sync_folder(folder)
        _sweep(folder, {package, database})


def sweep(public: sa.Engine, data_dir: Path) -> None:
    """Take files away that are of another state than the register's: they may hold what has been withdrawn since."""
    folder = data_dir / FOLDER
    if folder.is_dir():
        with suppress(BlockingIOError, sa.exc.DBAPIError), locked(folder, wait=False), reading(public) as session:
            _sweep(folder, set(_paths(session, data_dir).values()))


def sweep_until(stop: Event, public: sa.Engine, data_dir: Path) -> None:
    """Sweep now and again until asked to stop."""
    while True:
        sweep(public, data_dir)
        if stop.wait(_SWEEP_SECONDS):
            return


def _sweep(folder: Path, kept: set[Path]) -> None:
    for path in folder.iterdir():
        if path.is_file() and path not in kept:
            path.unlink(missing_ok=True)


def _durable(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


class Making:
    """The process that makes the files: one at a time, at the end of the queue for the processor."""

    def __init__(self, using: Settings) -> None:
        self._using = using
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Begin, unless it is under way."""
        if self._process is not None and self._process.poll() is None:
            return
        variables = {
            f"DIARIUM_{name.upper()}": str(value)
            for name, value in self._using.model_dump().items()
            if value is not None and name.endswith(("data_dir", "_url"))
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app.bulk"],
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def wait(self) -> int | None:
        """What it ends with; None where none has begun."""
        return None if self._process is None else self._process.wait()

    def end(self) -> None:
        """Let it go: what it made in part is swept the next time."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
