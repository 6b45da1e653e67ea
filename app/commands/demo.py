"""`diarium demo`: the main job on the built-in example, from an empty folder to a served case page."""

from __future__ import annotations

from pathlib import Path

from app.commands.imports import import_all
from app.commands.installation import installation, settings
from app.commands.receipts import print_ended
from app.commands.serve import run_server
from app.commands.show import print_matter
from app.commands.terminal import say
from app.commands.users import link_address
from app.db import reading, writing
from app.errors import Exit
from app.language.i18n import gettext
from app.queries.case_refs import address_of
from app.queries.cases import newest
from app.queries.one_matter import Matter
from app.resources import example
from app.security.roles import Grant, Role
from app.security.sessions import new_link
from app.security.users import add_user, all_users
from app.settings import Settings
from app.today import today

_ = gettext
# The example is no municipality's: it is kept apart from what an installation files for good, in a folder beside its own.
_FOLDER = "diarium-demo"


def demo(port: int | None, *, serves: bool) -> int:
    """Import the example into `diarium-demo/` beside the data folder, print its chain and serve it."""
    using = settings_for(beside(settings().data_dir))
    with installation(using) as stores:
        ended = import_all(stores, [example()], None, using, these_alone=serves)
        print_ended(ended)
        with reading(stores.desk) as session:
            cases, _total = newest(session, limit=1)
            for case in cases:
                print_matter(Matter(session, case, today()))
    say(
        _("Exemplet ligger i mappen {folder}. Kommunen och personerna i det är påhittade.").format(
            folder=using.data_dir
        )
    )
    if serves and cases:
        say(_("Registratorns bord, en gång: {address}").format(address=_way_in(using, port)))
        run_server(using, port=port, page=address_of(cases[0]))
    return Exit.DONE if cases else Exit.OUR_FAULT


def _way_in(using: Settings, port: int | None) -> str:
    """An address that signs the example's registrar in at the desk, once."""
    with installation(using) as stores, writing(stores.desk, alone=False) as session:
        known = [user for user in all_users(session) if user.login == "registrator"]
        user = known[0] if known else add_user(session, "registrator", _("Registratorn"), [Grant(Role.ADMIN)])
        token = new_link(session, user.id)
    return link_address(using, token, port)


def beside(data: Path) -> Path:
    """The example's folder, beside a data folder however that is written: `.` too, which ends with no name."""
    return data.absolute().parent / _FOLDER


def settings_for(folder: Path) -> Settings:
    """An installation of its own in a folder, whatever the environment says of the real one."""
    desk = f"sqlite:///{folder / 'desk.db'}"
    public = f"sqlite:///{folder / 'public.db'}"
    return Settings(
        data_dir=folder,
        files_url=None,
        database_url=desk,
        public_database_url=public,
        watch_dir=None,
        mail_dir=None,
    )
