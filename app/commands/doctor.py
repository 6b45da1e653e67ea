"""`diarium doctor`: what is installed and in order, what is missing, and the one line that brings it."""

from __future__ import annotations

import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.commands.installation import settings
from app.commands.offering import better_readings
from app.commands.tables import cell, out
from app.db import SAFE_SQLITE, engine, linked_sqlite, newest_revision, reading, stands_at
from app.errors import Exit, WrongUse
from app.installation.lost import JournalLost, is_no_file_yet, shown
from app.installation.opening import RESTORING, RestoreUnfinished
from app.installation.pages import pages_are_whole
from app.installation.rights import open_to_others
from app.installation.roles import usable_roles
from app.installation.standing import DeskSpoilt, PublicSpoilt, WrongDatabase, refuse_wrong, refuse_wrong_public
from app.journal.append import stored_files
from app.journal.files import key_of
from app.journal.storage import Storage, refuse_unequipped, storage_of
from app.journal.stored import FILES
from app.language.i18n import N_, gettext
from app.queries.towns import towns
from app.register.towns import is_served
from app.settings import Settings
from importers.reader import READER

_ = gettext

UPGRADE = "diarium db upgrade"
_PATIENCE = 5.0  # seconds to look at a database's pages: a gigabyte takes about two


class State(Enum):
    OK = N_("i ordning")
    OLDER = N_("äldre")
    MISSING = N_("saknas")
    UNPROVED = N_("ej prövat")
    WRONG = N_("fel")


_STYLES = {State.OK: "green", State.WRONG: "bold red"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `remedy` is the line to type where it is not in order."""

    name: str
    state: State
    found: str
    remedy: str | None = None


def doctor() -> int:
    """Print every check. Gives 1 where something that is needed is wrong, 0 where only extras are missing."""
    checks = list(examine())
    console = out()
    for check in checks:
        console.print(
            cell(f"{_(check.state.value):<10}", _STYLES.get(check.state, "yellow")),
            cell(f"{check.name}: {check.found}"),
            soft_wrap=True,
        )
        if check.remedy:
            console.print(cell(f"{'':<10} {check.remedy}"), soft_wrap=True)
    return Exit.OUR_FAULT if any(check.state is State.WRONG for check in checks) else Exit.DONE


def examine() -> Iterator[Check]:
    """Every check, in the order in which trouble would be met."""
    yield _python()
    yield _sqlite()
    yield _library("pypdfium2")
    yield _library("pdfplumber")
    yield _program("chromium", N_("behövs för webbläsarprov"), "apt-get install chromium")
    yield _tesseract()
    yield _program("pdftotext", N_("behövs för att maskera"), "apt-get install poppler-utils")
    yield _data_folder(settings().data_dir)
    yield _rights(settings())
    yield from _objects(settings())
    yield from _restoring(settings())
    yield _desk(settings())
    yield _public(settings().public_database_url)
    yield from _roles(settings())
    yield from _filed(settings())


def _python() -> Check:
    good = sys.version_info >= (3, 11)
    return Check("Python", State.OK if good else State.WRONG, platform.python_version())


def _sqlite() -> Check:
    """3.7.0–3.51.2 can lose committed rows when a write-ahead log is reset."""
    linked = ".".join(str(part) for part in linked_sqlite())
    if linked_sqlite() >= SAFE_SQLITE:
        return Check("SQLite", State.OK, linked)
    return Check("SQLite", State.WRONG, linked, "pip install --upgrade pysqlite3")


def _library(name: str) -> Check:
    try:
        return Check(name, State.OK, version(name))
    except PackageNotFoundError:
        return Check(name, State.WRONG, _("finns inte"), f"pip install {name}")


def _program(name: str, purpose: str, remedy: str) -> Check:
    path = shutil.which(name)
    return Check(name, State.OK, path) if path else Check(name, State.MISSING, _(purpose), remedy)


def _tesseract() -> Check:
    """The reader of scanned pages, and its Swedish, which is a package of its own."""
    check = _program(
        "tesseract",
        N_("behövs för skannade sidor och för att maskera"),
        "apt-get install tesseract-ocr tesseract-ocr-swe",
    )
    if check.state is not State.OK:
        return check
    ask = [check.found, "--list-langs"]
    listed = subprocess.run(ask, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - no shell, no input
    if "swe" in (listed.stdout + listed.stderr).split():  # old ones list them on standard error
        return check
    return Check(
        "tesseract",
        State.MISSING,
        _("svenska saknas, som behövs för skannade sidor och för att maskera"),
        "apt-get install tesseract-ocr-swe",
    )


def _data_folder(folder: Path) -> Check:
    """Whether files can be written in the data folder, or in the nearest folder above it that is there."""
    there = next(place for place in [folder.absolute(), *folder.absolute().parents] if place.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Check(_("Datamapp"), State.OK, str(folder.absolute()))
    except OSError as refused:
        found = f"{folder.absolute()}: {refused.strerror}"
        return Check(_("Datamapp"), State.WRONG, found, "export DIARIUM_DATA_DIR=/mapp/att/skriva/i")


def _objects(using: Settings) -> Iterator[Check]:
    """Where files lie in an object store, whether it can be used; of who we are there nothing is told."""
    if using.files_url is None:
        return
    name = _("Objektlagring")
    try:
        refuse_unequipped(using)
        versions = storage_of(using).keeps_versions()
    except WrongUse as missing:
        yield Check(name, State.WRONG, missing.sentence(), "pip install 'diarium[objects]'")
    except OSError:
        yield Check(name, State.WRONG, _("{url} går inte att nå, eller nekar").format(url=using.files_url))
    else:
        found = _("{url} sparar äldre versioner: om det som utplånas är borta även där avgör dess egna regler")
        yield Check(
            name, State.UNPROVED if versions else State.OK, (found if versions else "{url}").format(url=using.files_url)
        )


def _rights(using: Settings) -> Check:
    """Whether nobody else on the machine may look into what is not public."""
    opened = open_to_others(using)
    if not opened:
        return Check(_("Rättigheter"), State.OK, _("bara det egna kontot kommer åt data"))
    found = _("andra konton kommer åt {paths}").format(paths=", ".join(map(str, opened)))
    return Check(_("Rättigheter"), State.WRONG, found, f"chmod go= {shlex.join(map(str, opened))}")


_FOUND = {
    State.OK: "{url}",
    State.MISSING: N_("{url} är inte skapad ännu"),
    State.WRONG: N_("{url} har äldre tabeller än programmet"),
}


def _desk(using: Settings) -> Check:
    """Whether the desk's database can be reached, holds the journal if there was one, and its tables are the newest."""
    with suppress(DBAPIError):  # which is told of below
        try:
            refuse_wrong(using)
            if pages_are_whole(using.database_url, _PATIENCE) is False:
                raise DeskSpoilt(database=shown(using.database_url))
        except (JournalLost, WrongDatabase) as wrong:
            return Check(_("Databas"), State.WRONG, wrong.sentence(), wrong.remedy)
    return _database(_("Databas"), using.database_url, _tables)


def _public(url: str) -> Check:
    """Whether the public store can be reached and is one; what is old in it is built anew when it is opened."""
    with suppress(DBAPIError):  # which is told of below
        try:
            refuse_wrong_public(url)
            if pages_are_whole(url, _PATIENCE) is False:
                raise PublicSpoilt(database=shown(url))
        except WrongDatabase as wrong:
            return Check(_("Offentlig databas"), State.WRONG, wrong.sentence(), wrong.remedy)
    return _database(_("Offentlig databas"), url, _reached)


def _restoring(using: Settings) -> Iterator[Check]:
    """Whether a restore was begun and not ended; nothing where none was."""
    if (using.data_dir / RESTORING).exists():
        yield Check(_("Återställning"), State.WRONG, RestoreUnfinished().sentence(), "diarium db restore")


def _filed(using: Settings) -> Iterator[Check]:
    """What became of what is filed; nothing where that cannot be asked: other checks say so."""
    if is_no_file_yet(using.database_url):
        return
    store = engine(using.database_url)
    try:
        if _tables(store) is State.OK:
            with reading(store) as session:
                yield _files(session, storage_of(using))
                yield _readings(session)
                yield from _unserved(session, using)
                yield Check(
                    _("Journalen"), State.UNPROVED, _("om den är vad som skrevs ser bara check"), "diarium check"
                )
    except (DBAPIError, OSError):
        return
    finally:
        store.dispose()


def _files(session: Session, storage: Storage) -> Check:
    """Whether each file lies where it was kept, by its name alone: `check` reads them."""
    keys = [key_of(digest) for digest in stored_files(session)]
    there = {kept.key for kept in storage.list(FILES)}
    missing = [key for key in keys if key not in there]
    if not missing:
        return Check(_("Filer"), State.OK, str(len(keys)))
    found = _("{n} av {all} saknas, först {path}").format(n=len(missing), all=len(keys), path=missing[0])
    return Check(_("Filer"), State.WRONG, found, "diarium check")


def _unserved(session: Session, using: Settings) -> Iterator[Check]:
    """Municipalities whose pages do not lie where they are said to; nothing where all do."""
    for town in towns(session):
        if not is_served(town, using.base_url):
            found = _("{place} ligger inte på {address}: se DIARIUM_BASE_URL").format(
                place=town.place.name, address=town.address
            )
            yield Check(_("Adress"), State.WRONG, found, f"diarium municipality change {town.place.name} --address URL")


def _readings(session: Session) -> Check:
    """Whether today's reader has read what is filed."""
    better = better_readings(session)
    found = better or _("lästa av läsarens version {version}").format(version=READER.version)
    return Check(_("Läsningar"), State.OLDER if better else State.OK, found, "diarium reread" if better else None)


def _roles(using: Settings) -> Iterator[Check]:
    """On PostgreSQL, whether the public's readers are a role that can read nothing else."""
    url = using.public_reader_url or using.public_database_url
    if make_url(url).get_backend_name() != "postgresql" or using.public_reader_url:
        return
    try:
        roles = usable_roles(url)
    except DBAPIError:  # which the database's own line tells
        return
    if roles.reader:
        yield Check(_("Läsarnas roll"), State.OK, roles.reader)
        return
    account = make_url(url).username or "diarium"
    made = f"CREATE ROLE {account}_reader; CREATE ROLE {account}_publisher;"
    remedy = f'psql -c "{made} GRANT {account}_reader, {account}_publisher TO {account}"'
    yield Check(_("Läsarnas roll"), State.MISSING, _("läsare och diarium är samma konto i databasen"), remedy)


def _database(name: str, url: str, look: Callable[[Engine], State]) -> Check:
    shown = make_url(url).render_as_string(hide_password=True)
    store = engine(url)
    try:
        state = State.MISSING if is_no_file_yet(url) else look(store)
    except DBAPIError:
        return Check(name, State.WRONG, _("{url} går inte att nå").format(url=shown))
    finally:
        store.dispose()
    return Check(name, state, gettext(_FOUND[state]).format(url=shown), None if state is State.OK else UPGRADE)


def _reached(store: Engine) -> State:
    with store.connect():
        return State.OK


def _tables(store: Engine) -> State:
    with store.connect():
        stands, newest = stands_at(store), newest_revision()
    if stands is None:
        return State.MISSING
    return State.OK if stands == newest else State.WRONG
