"""The installation that a command works on: its databases, opened and brought up to date, and who is asking."""

from __future__ import annotations

import getpass
import shlex
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from app import settings as environment
from app.bulk.state import FOLDER
from app.commands.terminal import say
from app.db import Stores
from app.errors import BadSetting
from app.installation.opening import PUTTING_IN, open_stores, start
from app.installation.rights import open_to_others
from app.language.i18n import gettext as _
from app.settings import Settings


def settings() -> Settings:
    """The settings in force. Raises `BadSetting` with the variables that cannot be used."""
    try:
        using = environment.settings()
    except ValidationError as wrong:
        names = ", ".join(f"DIARIUM_{error['loc'][0]}".upper() for error in wrong.errors() if error["loc"])
        raise BadSetting(name=names) from None
    if any(path.exists() and not path.is_dir() for path in (using.data_dir, *using.data_dir.parents)):
        raise BadSetting(name="DIARIUM_DATA_DIR")  # a file lies where its folder is to be
    return using


@contextmanager
def installation(using: Settings | None = None) -> Iterator[Stores]:
    """Both stores, ready for use and closed at the end. Raises `BadSetting`, `DatabaseNotReady`."""
    using = using or settings()
    stores = open_stores(using)
    try:
        start(stores)
        _take_back(stores, using)
        yield stores
        _sweep(stores, using)
    finally:
        stores.dispose()


def _take_back(stores: Stores, using: Settings) -> None:
    """Take the files away of a municipality that was being put in when the command was killed."""
    if (using.data_dir / PUTTING_IN).is_dir():
        from app.backups.putting_in import sweep  # noqa: PLC0415 - seldom, and slow to load

        sweep(stores, using)


def _sweep(stores: Stores, using: Settings) -> None:
    """Take the files away that hand all that is public on, where the command has made them those of another state."""
    if (using.data_dir / FOLDER).is_dir():
        from app.bulk.keeping import sweep  # noqa: PLC0415 - seldom, and slow to load

        sweep(stores.public, using.data_dir)


def warn_of_rights(using: Settings) -> None:
    """Say what others on the machine may look into, and how to change that."""
    for path in open_to_others(using):
        say(
            _("Andra konton på datorn kommer åt {path}. Kör: chmod go= {quoted}").format(
                path=path, quoted=shlex.quote(str(path))
            )
        )


def actor() -> str:
    """Who acts when nobody says: the machine's user, `anna@cli`."""
    try:
        return f"{getpass.getuser()}@cli"
    except (KeyError, OSError):
        return "cli"
