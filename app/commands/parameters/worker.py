"""What `diarium worker` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import worker as work
else:
    work = later("app.commands.worker")


def worker(
    readers: Annotated[
        int,
        typer.Option(
            "--jobs", "--concurrency", metavar="ANTAL", min=1, max=64, help=N_("Hur många filer som läses samtidigt.")
        ),
    ] = 1,
    once: Annotated[bool, typer.Option("--once", help=N_("Sluta när kön är tom."))] = False,
) -> int:
    """What waits in the queue is imported."""
    return work.worker(readers, once=once)
