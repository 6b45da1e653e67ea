"""What `diarium mcp` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import mcp as work
else:
    work = later("app.commands.mcp")


def mcp(
    http: Annotated[bool, typer.Option("--http", help=N_("Över HTTP i stället för standard in och ut."))] = False,
    host: Annotated[str | None, typer.Option(metavar="ADRESS", help=N_("Adress att lyssna på."))] = None,
    port: Annotated[int | None, typer.Option(metavar="PORT", help=N_("Port att lyssna på."), min=1, max=65535)] = None,
) -> None:
    """The public register for language models."""
    work.serve_mcp(http=http, host=host, port=port)
