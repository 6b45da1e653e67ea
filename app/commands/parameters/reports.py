"""What `diarium reports list|answer` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import reports as work
else:
    work = later("app.commands.reports")


def listed(
    answered: Annotated[bool, typer.Option("--all", help=N_("Också dem som är besvarade."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> int:
    """What readers say is wrong; 3 where any waits."""
    return work.listed(answered=answered, as_json=as_json)


def answer(
    number: Annotated[str, typer.Argument(metavar="NUMMER", help=N_("Felanmälans nummer, ur reports list."))],
    text: Annotated[str, typer.Argument(metavar="SVAR", help=N_("Svaret. Den som har numret kan läsa det."))],
    name: Annotated[
        str | None, typer.Option("--as", metavar="NAMN", help=N_("Vem som svarar. Annars: datorns användare."))
    ] = None,
) -> None:
    """One is answered."""
    work.answer(number, text, name)
