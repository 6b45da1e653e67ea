"""What `diarium export …` takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import export as work
else:
    work = later("app.commands.export")


def export_all(
    target: Annotated[Path, typer.Option("--output", "-o", metavar="MAPP", help=N_("Mappen att skriva i."))] = Path(),
    since: Annotated[
        int | None,
        typer.Option(
            "--since",
            metavar="N",
            min=0,
            help=N_("Bara det som kan ha ändrats efter den offentliga ändringen med detta nummer."),
        ),
    ] = None,
    parquet: Annotated[
        bool, typer.Option("--parquet", help=N_("Tabellerna också som Parquet; kräver pyarrow."))
    ] = False,
) -> None:
    """Everything that is public."""
    work.export_all(target, since, parquet=parquet)
