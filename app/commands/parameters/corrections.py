"""What `diarium corrections export` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import corrections as work
else:
    work = later("app.commands.corrections")


def export(
    personal: Annotated[
        bool, typer.Option("--personal", help=N_("Också det som nämner människor: namn, nummer och adresser."))
    ] = False,
) -> int:
    """Where each stands, what was read and what is right, as JSON Lines; 5 where nothing has been put right."""
    return work.export(personal=personal)
