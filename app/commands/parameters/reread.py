"""What `diarium reread` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.commands.parameters.imports import READERS
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import reread as work
else:
    work = later("app.commands.reread")


def reread(
    named: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[HANDLING]…",
            help=N_("Filens namn, ett ärendenummer, ett id, eller ett sammanträde: ”Kommunstyrelsen 2025-03-05”."),
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=N_("Läs om allt som en äldre läsare har läst."))] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Visa vad som skulle ändras, utan att skriva något."))
    ] = False,
    readers: Annotated[
        int, typer.Option("--jobs", metavar="ANTAL", min=1, max=64, help=N_("Hur många filer som läses samtidigt."))
    ] = READERS,
    full: Annotated[bool, typer.Option("--full", help=N_("Visa varje skillnad."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv skillnaderna som JSON."))] = False,
) -> int:
    """Better readings of what is filed."""
    return work.reread(named or [], readers, everything=everything, dry_run=dry_run, full=full, as_json=as_json)
