"""What `diarium key add|list|revoke` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_
from app.security.scopes import KeyScope

if TYPE_CHECKING:
    from app.commands import keys as work
else:
    work = later("app.commands.keys")


def add(
    name: Annotated[str, typer.Argument(metavar="NAMN", help=N_("Vem eller vad nyckeln är till."))],
    place: Annotated[
        str,
        typer.Option("--for", metavar="KOMMUN[/ORGAN]", help=N_("Kommunen, och organet om nyckeln bara gäller det.")),
    ],
    scopes: Annotated[
        list[KeyScope] | None,
        typer.Option("--scope", help=N_("Vad nyckeln får användas till. Kan anges flera gånger. Annars: imports.")),
    ] = None,
    expires: Annotated[
        str | None, typer.Option("--expires", metavar="DATUM", help=N_("Sista dagen som nyckeln gäller (ÅÅÅÅ-MM-DD)."))
    ] = None,
) -> None:
    """A new key."""
    work.add(name, place, scopes or (KeyScope.IMPORTS,), expires)


def listed(
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> None:
    """Every key that was made."""
    work.listed(as_json=as_json)


def revoke(
    key_id: Annotated[str, typer.Argument(metavar="BETECKNING", help=N_("Nyckelns beteckning, ur key list."))],
) -> None:
    """A key is ended."""
    work.revoke(key_id)
