"""What `diarium demo` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import demo as work
else:
    work = later("app.commands.demo")


def demo(
    serves: Annotated[
        bool, typer.Option("--serve/--no-serve", help=N_("Servera sidorna efteråt, tills du avslutar."))
    ] = True,
    port: Annotated[int | None, typer.Option(metavar="PORT", help=N_("Port att lyssna på."), min=1, max=65535)] = None,
) -> int:
    """The main job on the built-in example."""
    return work.demo(port, serves=serves)
