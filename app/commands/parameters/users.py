"""What `diarium user add|list|grant|link|end` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_
from app.security.roles import Role

if TYPE_CHECKING:
    from app.commands import users as work
else:
    work = later("app.commands.users")

Login = Annotated[str, typer.Argument(metavar="KONTONAMN", help=N_("Det som skrivs vid inloggningen."))]
AsRole = Annotated[
    Role,
    typer.Option(
        "--role",
        help=N_(
            "reader läser, reviewer rättar och godkänner, registrar lämnar in och släpper, admin sköter kontona; var och en"
            " får också det som står före."
        ),
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--for",
        metavar="KOMMUN[/ORGAN]",
        help=N_("Var rollen gäller. Kan anges flera gånger. Annars: överallt."),
    ),
]


def add(
    login: Login,
    name: Annotated[str, typer.Argument(metavar="NAMN", help=N_("Namnet som åtgärder skrivs under."))],
    role: AsRole = Role.REGISTRAR,
    places: Places = None,
) -> None:
    """A new account."""
    work.add(login, name, role, places or ())


def listed(as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False) -> None:
    """Every account."""
    work.listed(as_json=as_json)


def grant(login: Login, role: AsRole, places: Places = None) -> None:
    """Another role for an account."""
    work.grant(login, role, places or ())


def link(login: Login) -> None:
    """A new one-time address."""
    work.link(login)


def end(login: Login) -> None:
    """An account is ended."""
    work.end(login)
