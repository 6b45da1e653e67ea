"""What was done to the register as a whole, by whom and why, the latest first; each undone by another act."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response

from app.acts import undo
from app.db import reading
from app.desk.rendering import render
from app.desk.signing_in import back_from
from app.desk.visits import Visit
from app.errors import NotFound
from app.language.acts import act_words
from app.language.i18n import N_
from app.queries.register_acts import RegisterAct, register_act, register_acts
from app.register.parts import ActKind
from app.security.roles import Role

_MOST = 200
_NUMBERED = (ActKind.LINK, ActKind.UNLINK)  # the words of these name what they bear on already


def done_page(visit: Visit) -> Response:
    """The acts in the places where whoever asks may undo some."""
    typed = visit.asked("fore")
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 12 else None
    with reading(visit.stores.desk) as session:
        rows = register_acts(session, _MOST, before=before)
    shown = [row for row in rows if visit.may(Role.READER, row["municipality"], row["body"])]
    later = rows[-1]["seq"] if len(rows) == _MOST else None
    return render(visit, "done.html", rows=shown, later=later, says=_says, undoable=lambda row: _undoable(visit, row))


def undo_done(visit: Visit) -> Response:
    """Undo one of them, by its number; then back to the page that asked."""
    number = visit.path("number")
    with reading(visit.stores.desk) as session:
        row = register_act(session, int(number)) if number.isascii() and number.isdigit() and len(number) < 12 else None
    if row is None or row["undone_by"] is not None:
        raise NotFound
    visit.needs(needed_for(row), row["municipality"], row["body"])
    undo(visit.stores, row["seq"], visit.actor(N_("ångrat")))
    return RedirectResponse(back_from(visit.sent("back"), "/desk/gjort"), status_code=303)


def needed_for(row: RegisterAct) -> Role:
    """What it takes to do such an act, and to undo it."""
    return Role.REVIEWER if row["said"]["act"] == ActKind.DATE else Role.REGISTRAR


def _undoable(visit: Visit, row: RegisterAct) -> bool:
    return row["undone_by"] is None and visit.may(needed_for(row), row["municipality"], row["body"])


def _says(row: RegisterAct) -> str:
    """`två personer är en, Mira Tallbo, Mira Rask`."""
    named = [] if row["said"]["act"] in _NUMBERED else row["on"]
    return ", ".join([*act_words(row["said"]), *named])
