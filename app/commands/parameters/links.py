"""What `diarium links` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import links as work
else:
    work = later("app.commands.links")


def links(
    proposed: Annotated[
        bool, typer.Option("--proposed", help=N_("Visa bara vad som liknar men inte är kopplat."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> None:
    """Which case numbers are one matter."""
    work.links(proposed=proposed, as_json=as_json)
