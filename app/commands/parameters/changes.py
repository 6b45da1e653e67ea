"""What `diarium changes` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import changes as work
else:
    work = later("app.commands.changes")


def show_changes(
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> None:
    """What people corrected."""
    work.show_changes(as_json=as_json)
