"""What `diarium statistics KIND` takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import statistics as work
else:
    work = later("app.commands.statistics")


class Kind(StrEnum):
    COVERAGE = "coverage"
    OUTCOMES = "outcomes"
    DURATIONS = "durations"
    PAIRS = "pairs"
    REVERSALS = "reversals"
    ACTIVITY = "activity"


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def show_statistics(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="[coverage|outcomes|durations|pairs|reversals|activity]",
            help=N_(
                "Vad som finns här, hur motioner slutade, hur lång tid de tog, vilka partier som går samman, när fullmäktige "
                "gick emot styrelsen, eller vad var och en gjorde."
            ),
        ),
    ],
    municipality: Annotated[
        str | None, typer.Option("--municipality", metavar="KOMMUN", help=N_("Bara den kommunen."))
    ] = None,
    body: Annotated[str | None, typer.Option("--body", metavar="ORGAN", help=N_("Bara det organet."))] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="ÅR", min=1900, max=2200, help=N_("Bara det året."))
    ] = None,
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
    excel: Annotated[bool, typer.Option("--excel", help=N_("CSV så som Excel vill ha den."))] = False,
) -> None:
    """Figures over everything that is filed."""
    work.show_statistics(kind, municipality, body, year, form, excel=excel)
