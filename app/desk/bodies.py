"""Bodies: their names over time, and whether what they file is public as soon as it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.acts import divide, rename, set_default
from app.acts.days import day
from app.db import reading
from app.desk.errors import NotAllowed
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, EntityNotFound, WrongUse
from app.language.bodies import body_kind_word
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.bodies_kept import BodyKept, bodies_kept, body_kept
from app.queries.places import place_of
from app.register.municipalities import Municipality
from app.security.roles import Role


def bodies_page(visit: Visit) -> Response:
    """The bodies that whoever asks may see."""
    with reading(visit.stores.desk) as session:
        rows = [row for row in bodies_kept(session) if visit.may(Role.READER, row["municipality"], row["name"])]
    return render(visit, "bodies.html", rows=rows, kind_word=body_kind_word)


def body_page(visit: Visit) -> Response:
    """One of them, with what can be said of it."""
    return _page(visit, _body(visit, Role.READER), None)


def rename_body(visit: Visit) -> Response:
    """Say that it goes on under another name, from a day where one is typed."""
    return _acted(visit, _rename, whole=True)


def divide_body(visit: Visit) -> Response:
    """Say that it goes on as several, a name a line, from a day where one is typed."""
    return _acted(visit, _divide, whole=True)


def set_body_default(visit: Visit) -> Response:
    """Say whether what it files is public when it is read; what is filed already stays as it is."""
    return _acted(visit, _set_default, whole=False)


def _rename(visit: Visit, body: BodyKept, place: Municipality) -> None:
    if not visit.sent("new"):
        raise WrongUse(_("Skriv det nya namnet."))
    rename(
        visit.stores,
        place,
        body["name"],
        visit.sent("new"),
        visit.actor(N_("nytt namn"), _still(visit, body["id"])),
        on=_on(visit),
    )


def _divide(visit: Visit, body: BodyKept, place: Municipality) -> None:
    parts = [line.strip() for line in visit.sent("parts").splitlines() if line.strip()]
    divide(visit.stores, place, body["name"], parts, visit.actor(N_("delat"), _still(visit, body["id"])), on=_on(visit))


def _set_default(visit: Visit, body: BodyKept, place: Municipality) -> None:
    answer = visit.sent("default")
    if answer not in {"public", "held"}:
        raise WrongUse(_("Välj om handlingarna är publika eller hålls inne."))
    set_default(
        visit.stores,
        place,
        body["name"],
        visit.actor(N_("förval"), _still(visit, body["id"])),
        public=answer == "public",
    )


def _unchanged(visit: Visit, body: BodyKept | None) -> None:
    """Raises `WrongUse` where somebody has said something of the body since the page was opened that the form came from."""
    if body is None or visit.sent("version") != str(body["version"]):
        raise WrongUse(_("Någon annan har ändrat organet sedan du öppnade sidan. Jämför, och skicka en gång till."))


def _still(visit: Visit, body: str) -> Callable[[Session], None]:
    return lambda session: _unchanged(visit, body_kept(session, body))


def _acted(visit: Visit, act: Callable[[Visit, BodyKept, Municipality], None], *, whole: bool) -> Response:
    """Do it. Where somebody else has been there since the page was opened nothing is done, and what was typed stands in it still.
    What bears on the names of bodies takes the registrar of the `whole` municipality."""
    body = _body(visit, Role.REGISTRAR, whole=whole)
    try:
        _unchanged(visit, body)
        with reading(visit.stores.desk) as session:
            place = place_of(session, body["municipality"])
        act(visit, body, place)
    except DiariumError as error:
        return _page(visit, body, error)
    return RedirectResponse(f"/desk/organ/{body['id']}", status_code=303)


def _page(visit: Visit, body: BodyKept, error: DiariumError | None) -> Response:
    return render(
        visit,
        "body.html",
        status=error.status if error else 200,
        body=body,
        error=error,
        typed={name: visit.sent(name) for name in ("new", "parts", "on", "reason")},
        kind_word=body_kind_word,
        may_rename=visit.may(Role.REGISTRAR, body["municipality"]),
        may_set=visit.may(Role.REGISTRAR, body["municipality"], body["name"]),
    )


def _body(visit: Visit, needed: Role, *, whole: bool = False) -> BodyKept:
    """The body that the address names. Raises `EntityNotFound`, and what `Visit.needs` does."""
    with reading(visit.stores.desk) as session:
        body = body_kept(session, visit.path("body"))
    if body is None:
        raise EntityNotFound(visit.path("body"))
    visit.needs(Role.READER, body["municipality"], body["name"])
    if whole and not visit.may(needed, body["municipality"]):
        raise NotAllowed
    visit.needs(needed, body["municipality"], body["name"])
    return body


def _on(visit: Visit) -> dt.date | None:
    return day(visit.sent("on")) if visit.sent("on") else None
