"""What `diarium history DNR` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import history as work
else:
    work = later("app.commands.history")


def show_history(
    number: Annotated[str, typer.Argument(metavar="DNR", help=N_("Ärendets nummer, stavat hur som helst."))],
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> None:
    """What was done about a matter."""
    work.show_history(number, as_json=as_json)
