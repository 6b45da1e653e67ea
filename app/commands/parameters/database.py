"""What `diarium db …` and `diarium rebuild` take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import database as work
else:
    work = later("app.commands.database")


def upgrade() -> None:
    """The desk database is of this version."""
    work.upgrade()


def backup(target: Annotated[Path, typer.Argument(metavar="MAPP", help=N_("Mappen att skriva."))]) -> None:
    """Everything in a new folder."""
    work.backup(target)


def restore_backup(
    source: Annotated[Path, typer.Argument(metavar="MAPP", help=N_("Säkerhetskopians mapp."))],
    purged: Annotated[
        Path | None,
        typer.Option(
            "--purged", metavar="FIL", help=N_("Listan purged.jsonl: vad som utplånats sedan kopian gjordes.")
        ),
    ] = None,
) -> None:
    """Everything out of such a folder."""
    work.restore_backup(source, purged)


def rebuild() -> None:
    """Both registers derived anew."""
    work.rebuild()


def reindex() -> None:
    """What both registers are searched by, made anew."""
    work.reindex()
