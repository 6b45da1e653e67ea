"""`diarium act mask`: what it takes. What it does is in `acts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.commands.parameters.act import Name, Reason
from app.language.i18n import N_

if TYPE_CHECKING:
    from app import acts
    from app.acts import boxes
    from app.commands import deeds
    from app.commands import installation as installed
    from app.db import Stores
else:
    acts = later("app.acts")
    boxes = later("app.acts.boxes")
    deeds = later("app.commands.deeds")
    installed = later("app.commands.installation")

File = Annotated[
    str,
    typer.Argument(metavar="FIL", help=N_("Filen som är inläst: sökväg, namn, kontrollsumma eller en handlings id.")),
]


def mask(
    file: File,
    reason: Reason,
    law: Annotated[str, typer.Option("--law", metavar="LAGRUM", help=N_("Lagrummet: OSL 21 kap. 7 §."))],
    words: Annotated[
        list[str] | None,
        typer.Option("--words", metavar="ORD", help=N_("Ord som maskas överallt i filen. Kan anges flera gånger.")),
    ] = None,
    box: Annotated[
        list[str] | None,
        typer.Option(
            "--box", metavar="RUTA", help=N_("sida:vänster,överkant,höger,nederkant i punkter. Kan anges flera gånger.")
        ),
    ] = None,
    name: Name = None,
) -> None:
    """What of a file nobody else is to read."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        sha256 = deeds.sha256_of(stores, file)
        using = installed.settings()
        return acts.mask(
            stores, using, sha256, by, boxes=boxes.boxes_of(box or []), words=words or [], law=law.strip() or None
        )

    deeds.act(reason, name, deed)


def purge(
    file: File,
    reason: Reason,
    law: Annotated[str, typer.Option("--law", metavar="LAGRUM", help=N_("Lagrummet: OSL 21 kap. 7 §."))],
    name: Name = None,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Utplåna utan att fråga."))] = False,
) -> None:
    """A file removed for good."""
    deeds.purge(file, reason, name, law, asked=not yes)
