"""What `diarium check` and `diarium checkpoint` take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import check as work
else:
    work = later("app.commands.check")


def check_all(
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FIL", help=N_("Kontrollpunkter som har sparats på annat håll.")),
    ] = None,
) -> int:
    """Whether everything is whole."""
    return work.check_all(against)


def checkpoint() -> None:
    """What others can hold the journal against."""
    work.checkpoint()
