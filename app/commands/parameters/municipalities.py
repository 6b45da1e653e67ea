"""What `diarium municipality add|list|show|change|close|take-out|put-in` takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.commands.parameters.act import Name, Reason, Town
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import municipalities as work
else:
    work = later("app.commands.municipalities")

AsJson = Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))]
Called = Annotated[
    str | None,
    typer.Option("--name", metavar="NAMN", help=N_("Det som sidorna bär: Alnsjö kommun. Annars kommunens namn.")),
]
Colour = Annotated[
    str | None,
    typer.Option(
        "--colour", metavar="#RRGGBB", help=N_("Färgen bakom namnet, som är vitt. Den måste gå att läsa mot.")
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="URL",
        help=N_(
            "Där sidorna för bara kommunen ligger: https://diarium.alnsjo.example, eller https://diarium.example/alnsjo"
        ),
    ),
]
Contact = Annotated[str | None, typer.Option("--contact", metavar="ADRESS", help=N_("Vem som svarar för sidorna."))]


def add(
    place: Town,
    reason: Reason,
    called: Called = None,
    colour: Colour = None,
    address: Address = None,
    contact: Contact = None,
    held: Annotated[
        list[str] | None,
        typer.Option(
            "--held",
            metavar="ORGAN",
            help=N_("Ett organ vars handlingar hålls inne när de läses in. Kan anges flera gånger."),
        ),
    ] = None,
    name: Name = None,
) -> None:
    """A municipality is added."""
    work.add(place, (called, colour, address, contact), held or (), reason, name)


def listed(as_json: AsJson = False) -> None:
    """Every municipality."""
    work.listed(as_json=as_json)


def show(place: Town, as_json: AsJson = False) -> None:
    """One of them, with its bodies."""
    work.show(place, as_json=as_json)


def change(
    place: Town,
    reason: Reason,
    called: Called = None,
    colour: Colour = None,
    address: Address = None,
    contact: Contact = None,
    moved_to: Annotated[
        str | None,
        typer.Option(
            "--moved-to",
            metavar="URL",
            help=N_("Där en stängd kommun som satts in i en annan installation finns nu: dess adresser leder dit."),
        ),
    ] = None,
    name: Name = None,
) -> None:
    """Something else is told of one."""
    work.change(place, (called, colour, address, contact), moved_to, reason, name)


def close(place: Town, reason: Reason, name: Name = None) -> None:
    """Nothing more is filed of one."""
    work.close(place, reason, name)


def take_out(
    place: Town,
    to: Annotated[
        Path,
        typer.Option("--to", metavar="FIL", help=N_("Filen att skriva, i en mapp som finns. Den får inte finnas.")),
    ],
    reason: Reason,
    name: Name = None,
) -> None:
    """One of them to a file."""
    work.take_out(place, to, reason, name)


def put_in(
    source: Annotated[Path, typer.Argument(metavar="FIL", help=N_("Filen från den andra installationen."))],
    reason: Reason,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Sätt in kommunen."))] = False,
    signed_by: Annotated[
        str | None,
        typer.Option(
            "--signed-by",
            metavar="NYCKEL",
            help=N_("Nyckeln som filen ska vara signerad med: den andra installationens, ur /api/v1/checkpoints."),
        ),
    ] = None,
    name: Name = None,
) -> None:
    """One out of a file."""
    work.put_in(source, reason, name, signed_by, yes=yes)
