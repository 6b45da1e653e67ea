"""What `diarium held` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import held as work
else:
    work = later("app.commands.held")


def held(as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False) -> int:
    """Why documents are held; 3 where there is any."""
    return work.held(as_json=as_json)
