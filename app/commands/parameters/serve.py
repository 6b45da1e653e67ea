"""What `diarium serve` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import serve as work
else:
    work = later("app.commands.serve")


def serve(
    host: Annotated[str | None, typer.Option(metavar="ADRESS", help=N_("Adress att lyssna på."))] = None,
    port: Annotated[int | None, typer.Option(metavar="PORT", help=N_("Port att lyssna på."), min=1, max=65535)] = None,
    workers: Annotated[
        int, typer.Option(metavar="ANTAL", help=N_("Så många processer svarar, på samma port."), min=1, max=64)
    ] = 1,
) -> None:
    """Pages and API over the public register."""
    work.serve(host, port, workers)
