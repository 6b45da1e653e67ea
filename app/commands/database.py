"""`diarium db …`, `diarium rebuild` and `diarium reindex`: databases brought up to date, backed up and restored, the register
derived anew, and what its words are found by."""

from __future__ import annotations

from pathlib import Path

from app.backups.making import back_up
from app.backups.manifest import Manifest
from app.backups.restoring import restore
from app.commands.installation import installation, settings
from app.commands.terminal import say, write
from app.errors import FileNotFound
from app.installation.putting_aside import put_spoilt_public_aside
from app.installation.renewing import rebuild_all, reindex_all
from app.journal.scope import RegisterScope
from app.language.i18n import gettext, ngettext
from app.language.printable import printable

_ = gettext


def upgrade() -> None:
    """Migrate the desk database and build the public register from the journal: opening an installation does both."""
    with installation():
        pass
    say(_("Databasen är uppdaterad."))


def backup(target: Path) -> None:
    """Back up everything and print the seal: who keeps it elsewhere can tell this backup from any other."""
    with installation() as stores:
        made = back_up(stores, settings(), target)
    _print_manifest(made)
    say(
        _("Säkerhetskopian ligger i {folder}. Den som har den har allt, också det som inte är publikt.").format(
            folder=target
        )
    )


def restore_backup(source: Path, purged: Path | None) -> None:
    """Restore into this installation, which must be empty, and print what was counted and hashed."""
    if purged is not None and not purged.is_file():
        raise FileNotFound(str(purged))
    _print_manifest(restore(settings(), source, [purged] if purged else []))
    say(_("Säkerhetskopian är återställd: poster, rader och filer är räknade och stämmer."))


def _print_manifest(manifest: Manifest) -> None:
    rows = sum(table.rows for table in manifest.tables.values())
    for line in (
        _("Gjord: {made}").format(made=manifest.made),
        _("Poster i journalen: {n}, den sista {hash}").format(n=manifest.entries, hash=manifest.head),
        _("Rader: {n}").format(n=rows),
        _("Filer: {n}").format(n=len(manifest.files)),
        _("Sigill: {seal}").format(seal=manifest.seal),
    ):
        write(printable(line))


def rebuild() -> None:
    """Derive both registers anew and say how many rows that changed; a spoilt public database is made anew."""
    aside = put_spoilt_public_aside(settings())
    if aside is not None:
        say(
            _(
                "Den publika databasen gick inte att läsa och görs på nytt; den gamla är {path} och kan tas bort. Starta om"
                " diarium serve."
            ).format(path=aside)
        )
    with installation() as stores:
        changed = rebuild_all(stores)
    for scope, rows in changed.items():
        line = ngettext("{name}: {n} rad ändrad", "{name}: {n} rader ändrade", rows)
        write(printable(line.format(name=_register_name(scope), n=rows)))


def reindex() -> None:
    """Make what is found by words anew and say how much that is."""
    with installation() as stores:
        entries = reindex_all(stores)
    for scope, made in entries.items():
        line = ngettext("{name}: {n} sak går att söka", "{name}: {n} saker går att söka", made)
        write(printable(line.format(name=_register_name(scope), n=made)))


def _register_name(scope: RegisterScope) -> str:
    return {RegisterScope.DESK: _("Registret"), RegisterScope.PUBLIC: _("Det publika registret")}[scope]
