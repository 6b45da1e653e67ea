"""What `diarium import PATH…` takes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import imports as work
else:
    work = later("app.commands.imports")


# Each reading may take the memory of one child (importers/pdf/limits.py), so a large machine is not filled.
READERS = min(4, os.cpu_count() or 1)


def import_(
    names: Annotated[
        list[str],
        typer.Argument(metavar="FIL", help=N_("PDF-filer, mappar eller mönster; - läser namnen från standard in.")),
    ],
    place: Annotated[
        str | None,
        typer.Option("--for", metavar="KOMMUN", help=N_("Kommunen (namn eller kod), om filen inte säger vilken.")),
    ] = None,
    readers: Annotated[
        int, typer.Option("--jobs", metavar="ANTAL", min=1, max=64, help=N_("Hur många filer som läses samtidigt."))
    ] = READERS,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Visa vad som skulle ändras, utan att skriva något."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv kvittona som JSON."))] = False,
) -> int:
    """PDFs into the register."""
    return work.import_(names, place, readers, dry_run=dry_run, as_json=as_json)
