"""What `diarium parse FILE` takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import parse as work
else:
    work = later("app.commands.parse")


def parse(
    file: Annotated[Path, typer.Argument(metavar="FIL", help=N_("PDF-filen."))],
    as_json: Annotated[
        bool, typer.Option("--json", help=N_("Skriv hela läsningen som JSON, med källan till varje uppgift."))
    ] = False,
) -> int:
    """What the reader makes of one PDF."""
    return work.parse(file, as_json=as_json)
