"""What `diarium motions` takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import motions as work
else:
    work = later("app.commands.motions")


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


def show_motions(
    overdue: Annotated[bool, typer.Option("--overdue", help=N_("Bara dem som har legat över ett år."))] = False,
    ended: Annotated[
        bool, typer.Option("--all", help=N_("Också dem som är besvarade, återtagna eller avskrivna."))
    ] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATUM", help=N_("Läget den dagen (ÅÅÅÅ-MM-DD), annars i dag."))
    ] = None,
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
    excel: Annotated[bool, typer.Option("--excel", help=N_("CSV så som Excel vill ha den."))] = False,
) -> None:
    """The account of unanswered motions."""
    work.show_motions(on, form, overdue=overdue, ended=ended, excel=excel)
