"""What `diarium explain FILE` takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import explain as work
else:
    work = later("app.commands.explain")


def explain(
    file: Annotated[Path, typer.Argument(metavar="FIL", help=N_("PDF-filen."))],
    target: Annotated[
        Path | None,
        typer.Argument(metavar="[UT]", help=N_("HTML-filen, med --html; annars bredvid PDF-filen.")),
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help=N_("Skriv sidorna med rutor som en HTML-fil i stället."))
    ] = False,
) -> int:
    """What each place of a PDF was taken for."""
    return work.explain(file, target, html=html)
