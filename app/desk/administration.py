"""For whoever runs the installation: its keys, its jobs, and how it is."""

from __future__ import annotations

import datetime as dt

from fastapi.responses import RedirectResponse, Response

from app.acts.access import Decided, note_decision
from app.acts.acting import acting
from app.acts.days import day
from app.db import reading, writing
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, WrongUse
from app.imports.again import try_again
from app.imports.queue import MOST_ATTEMPTS
from app.installation.state import state_of
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.queries.jobs import unfinished
from app.queries.places import given
from app.security.keys import add_key, keys, revoke_key, told_by
from app.security.roles import Role
from app.security.scopes import KeyScope
from app.today import today

_LONGEST_NAME = 120


def state_page(visit: Visit) -> Response:
    """What the installation holds, what waits and what is missing; and the jobs that have not ended well."""
    visit.needs_everywhere(Role.ADMIN)
    with reading(visit.stores.desk) as session:
        state, rows = state_of(session, visit.using.settings), unfinished(session)
    return render(visit, "state.html", state=state, rows=rows, most=MOST_ATTEMPTS)


def try_job_again(visit: Visit) -> Response:
    """Give a job that was set aside another try."""
    visit.needs_everywhere(Role.ADMIN)
    with writing(visit.stores.desk, alone=False) as session:
        try_again(session, visit.path("job"))
    if visit.using.wake is not None:
        visit.using.wake()
    return RedirectResponse("/desk/lage", status_code=303)


def keys_page(visit: Visit) -> Response:
    return _keys(visit, None, None)


def new_key(visit: Visit) -> Response:
    """Make a key; the page shows it this once."""
    visit.needs_everywhere(Role.ADMIN)
    try:
        name = printable(visit.sent("name"))[:_LONGEST_NAME].strip()
        if not name or not visit.sent("municipality"):
            raise WrongUse(_("Ange vem nyckeln är för, och vilken kommun."))
        chosen = [scope for scope in KeyScope if visit.sent(f"scope-{scope.value}")]
        if not chosen:
            raise WrongUse(_("Välj vad nyckeln får göra."))
        place, last = given(visit.sent("municipality")), _last_day(visit.sent("expires"))
        with acting(visit.stores, visit.actor("")) as session:
            body = visit.sent("body") or None
            made = add_key(session, name, place.code or place.name, body, scopes=chosen, expires=last)
            note_decision(session, Decided.KEY, told_by(session, made), visit.who.user.name)
    except DiariumError as error:
        return _keys(visit, error, None)
    return _keys(visit, None, (name, made))


def end_key(visit: Visit) -> Response:
    """Revoke a key: it works no more, and its row stays, since the journal names it."""
    visit.needs_everywhere(Role.ADMIN)
    try:
        with acting(visit.stores, visit.actor("")) as session:
            row = revoke_key(session, visit.path("key"))
            note_decision(session, Decided.REVOKED, row.told, visit.who.user.name)
    except DiariumError as error:
        return _keys(visit, error, None)
    return _keys(visit, None, None)


def _last_day(typed: str) -> dt.date | None:
    return day(typed) if typed else None


def _keys(visit: Visit, error: DiariumError | None, made: tuple[str, str] | None) -> Response:
    visit.needs_everywhere(Role.ADMIN)
    with reading(visit.stores.desk) as session:
        rows = keys(session)
    status = error.status if error else 200
    return render(
        visit, "keys.html", status=status, rows=rows, scopes=list(KeyScope), today=today(), error=error, made=made
    )
