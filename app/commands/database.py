"""`diarium db upgrade` and `diarium rebuild`: the databases brought up to date, the register derived anew."""

from __future__ import annotations

import typer

from app.commands.installation import installation
from app.commands.speech import Commands
from app.i18n import N_, gettext, ngettext
from app.imports import rebuild_all
from app.parts import Scope
from app.terminal import printable, say, write

_ = gettext


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(cls=Commands, no_args_is_help=True)
    group.command("upgrade", help=N_("Skapa databasen, eller för den till programmets version."))(upgrade)
    app.add_typer(group, name="db", help=N_("Databasen."))
    app.command("rebuild", help=N_("Räkna fram registret på nytt ur journalen. Ska inte ändra något."))(rebuild)


def upgrade() -> None:
    """Migrate the desk database and build the public register from the journal: opening an installation does both."""
    with installation():
        pass
    say(_("Databasen är uppdaterad."))


def rebuild() -> None:
    """Derive both registers anew and say how many rows that changed."""
    with installation() as stores:
        changed = rebuild_all(stores)
    names = {Scope.DESK: _("Registret"), Scope.PUBLIC: _("Det publika registret")}
    for scope, rows in changed.items():
        line = ngettext("{name}: {n} rad ändrad", "{name}: {n} rader ändrade", rows)
        write(printable(line.format(name=names[scope], n=rows)))
