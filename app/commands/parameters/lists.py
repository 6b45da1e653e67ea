"""What `diarium export LIST` takes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import lists as work
else:
    work = later("app.commands.lists")


class Format(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"
    ATOM = "atom"
    ICS = "ics"


def export_list(
    context: typer.Context,
    narrowed: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAMN=VÄRDE]…", help=N_("Vad listan ska ha, som i API:et: party=S, from=2025-01-01.")),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.CSV,
    excel: Annotated[bool, typer.Option("--excel", help=N_("CSV så som Excel vill ha den."))] = False,
    one: Annotated[
        str | None,
        typer.Option("--one", metavar="ID", help=N_("Flödet för ett ärende, en person, ett parti eller ett organ.")),
    ] = None,
    target: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FIL", help=N_("Filen att skriva, annars standard ut."))
    ] = None,
) -> None:
    """A list by its name."""
    work.export_list(context.info_name or "", narrowed or [], form, target, excel=excel, one=one)
