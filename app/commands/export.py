"""`diarium export all`: everything that is public, as a data package and as a database."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.bulk.database import write_database
from app.bulk.package import about, write_package
from app.commands.installation import installation
from app.commands.terminal import say, write
from app.db import reading
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.today import today


def export_all(target: Path, since: int | None, *, parquet: bool) -> None:
    """Write the files into the folder `target`, and print where each lies. A file of the same day is replaced when the new
    one is whole. Raises `WrongUse` where Parquet is wanted and cannot be had."""
    target.mkdir(parents=True, exist_ok=True)
    name = f"diarium-{today().isoformat()}{f'-since-{since}' if since is not None else ''}"
    with installation() as stores, reading(stores.public) as session:
        state = _whole(target / f"{name}.zip", lambda path: write_package(session, path, since=since, parquet=parquet))
        if since is None:
            _whole(target / f"{name}.db", lambda path: write_database(session, path, about(session)))
    say(_("Registret av i dag, till och med ändring {n}. Nästa gång räcker: --since {n}").format(n=state.change))


def _whole(path: Path, make: Callable[[Path], Any]) -> Any:
    """Let the file be made beside its place, and put it there when it is on the disk."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        made = make(unfinished)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    write(printable(str(path)))
    return made
