"""`diarium key add NAME --for MUNICIPALITY[/BODY]`: keys for programs that file documents."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.installation import installation
from app.db import writing
from app.i18n import N_, gettext
from app.imports import given
from app.security.keys import add_key
from app.terminal import printable, say, write

_ = gettext


def register(app: typer.Typer) -> None:
    """Add the command."""
    group = typer.Typer(no_args_is_help=True)
    group.command(
        "add", help=N_("Skapa en nyckel åt ett program som ska lämna in handlingar. Den visas en enda gång.")
    )(add)
    app.add_typer(group, name="key", help=N_("Nycklar till API:et."))


def add(
    name: Annotated[str, typer.Argument(metavar="NAMN", help=N_("Vem eller vad nyckeln är till."))],
    place: Annotated[
        str,
        typer.Option("--for", metavar="KOMMUN[/ORGAN]", help=N_("Kommunen, och organet om nyckeln bara gäller det.")),
    ],
) -> None:
    """Make the key and print it on stdout, alone, so that it can be piped to where it is kept."""
    municipality, _slash, body = place.partition("/")
    chosen = given(municipality)
    with installation() as stores, writing(stores.desk) as session:
        key = add_key(session, name, chosen.code or chosen.name, body.strip() or None)
    say(
        _("Nyckel åt {name}, för {place}. Spara den nu: den går inte att visa igen.").format(
            name=printable(name), place=printable(f"{chosen.name}/{body.strip()}" if body.strip() else chosen.name)
        )
    )
    write(key)
