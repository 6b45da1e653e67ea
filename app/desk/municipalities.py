"""Municipalities, for whoever runs the installation: added, told of anew, closed."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.responses import RedirectResponse, Response

from app.acts import add_municipality, change_municipality, close_municipality
from app.db import reading
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, NotFound, WrongUse
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.municipalities_kept import WholeMunicipality, municipalities_kept, municipality_kept
from app.queries.places import given
from app.register.municipalities import Municipality, municipality
from app.register.towns import Town
from app.security.roles import Role
from app.security.users import who_may

_TOLD = ("called", "colour", "address", "contact")


def municipalities_page(visit: Visit) -> Response:
    return _all(visit, None)


def new_municipality(visit: Visit) -> Response:
    """Add one, and lead to its page."""
    visit.needs_everywhere(Role.ADMIN)
    try:
        if not visit.sent("municipality"):
            raise WrongUse(_("Skriv vilken kommun."))
        place = given(visit.sent("municipality"))
        called, colour, address, contact = (visit.sent(name) for name in _TOLD)
        made = Town(place, called, colour, address, contact)
        add_municipality(visit.stores, visit.using.settings, made, visit.actor(N_("tillagd")))
    except DiariumError as error:
        return _all(visit, error)
    return RedirectResponse(f"/desk/kommuner/{place.id}", status_code=303)


def municipality_page(visit: Visit) -> Response:
    return _one(visit, None)


def tell_municipality(visit: Visit) -> Response:
    """Tell anew what its pages are called, look like and lie at."""
    return _acted(visit, lambda place: _change(visit, place))


def close_it(visit: Visit) -> Response:
    """Let nothing more of it be filed."""
    by = visit.actor(N_("stängd"))
    return _acted(visit, lambda place: close_municipality(visit.stores, visit.using.settings, place, by))


def _change(visit: Visit, place: Municipality) -> int:
    called, colour, address, contact = (visit.sent(name) for name in _TOLD)
    return change_municipality(
        visit.stores,
        visit.using.settings,
        place,
        visit.actor(N_("ändrad")),
        called=called,
        colour=colour,
        address=address,
        contact=contact,
    )


def _acted(visit: Visit, act: Callable[[Municipality], int]) -> Response:
    place = _place(_found(visit))
    try:
        act(place)
    except DiariumError as error:
        return _one(visit, error)
    return RedirectResponse(f"/desk/kommuner/{place.id}", status_code=303)


def _found(visit: Visit) -> WholeMunicipality:
    """The one that the address names. Raises `NotAllowed`, `NotFound`."""
    visit.needs_everywhere(Role.ADMIN)
    with reading(visit.stores.desk) as session:
        row = municipality_kept(session, visit.path("municipality"))
    if row is None:
        raise NotFound
    return row


def _place(row: WholeMunicipality) -> Municipality:
    return municipality(row["id"] if row["id"].isdigit() else row["name"])


def _all(visit: Visit, error: DiariumError | None) -> Response:
    visit.needs_everywhere(Role.ADMIN)
    with reading(visit.stores.desk) as session:
        rows = municipalities_kept(session)
    typed = {name: visit.sent(name) for name in ("municipality", *_TOLD)}
    return render(visit, "municipalities.html", status=_status(error), rows=rows, error=error, typed=typed)


def _one(visit: Visit, error: DiariumError | None) -> Response:
    """What was typed stands in the form still where it could not be used."""
    row = _found(visit)
    with reading(visit.stores.desk) as session:
        registrars = who_may(session, Role.REGISTRAR, row["id"])
    kept = (row["called"], row["colour"], row["address"], row["contact"])
    typed = {
        name: visit.sent(name) if error and name in visit.form else value or ""
        for name, value in zip(_TOLD, kept, strict=True)
    }
    return render(
        visit, "municipality.html", status=_status(error), row=row, error=error, typed=typed, registrars=registrars
    )


def _status(error: DiariumError | None) -> int:
    return error.status if error else 200
