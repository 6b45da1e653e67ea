"""People: two names said to be one person's, and a name said to be two people's."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.acts import merge, split
from app.acts.targets import person_of
from app.db import reading
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, EntityNotFound, WrongUse
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.people_kept import KeptPerson, people_kept, person_kept
from app.security.roles import Role


def people_page(visit: Visit) -> Response:
    """Those whose name holds what is asked for, each with the two things that can be said of them."""
    typed = visit.asked("q")
    with reading(visit.stores.desk) as session:
        found = people_kept(session, typed, lambda municipality: visit.may(Role.READER, municipality))
    return _page(visit, typed, found, None)


def merge_people(visit: Visit) -> Response:
    """Say that this person is another, by name or id: of the same municipality, whose registrar it takes."""
    return _acted(visit, _merge)


def split_person(visit: Visit) -> Response:
    """Say that whoever bears this name with a party is somebody else than the others of the name."""
    return _acted(visit, _split)


def _merge(visit: Visit, old: KeptPerson) -> str:
    with reading(visit.stores.desk) as session:
        into = person_of(session, visit.sent("into"), old["municipality"])
    visit.needs(Role.REGISTRAR, into.municipality_id)
    if into.municipality_id != old["municipality"]:
        raise WrongUse(_("De är inte i samma kommun."))
    merge(visit.stores, old["id"], into.id, visit.actor(N_("samma person"), _still(visit, old["id"])))
    return str(into.name)


def _split(visit: Visit, person: KeptPerson) -> str:
    split(
        visit.stores, person["id"], visit.sent("party"), visit.actor(N_("en annan person"), _still(visit, person["id"]))
    )
    return person["name"]


def _unchanged(visit: Visit, person: KeptPerson | None) -> None:
    """Raises `WrongUse` where somebody has said something of the person since the page was opened that the form came from."""
    if person is None or visit.sent("version") != str(person["version"]):
        raise WrongUse(_("Någon annan har ändrat personen sedan du öppnade sidan. Jämför, och skicka en gång till."))


def _still(visit: Visit, person: str) -> Callable[[Session], None]:
    return lambda session: _unchanged(visit, person_kept(session, person))


def _acted(visit: Visit, act: Callable[[Visit, KeptPerson], str]) -> Response:
    """Do it, and go to whom it gives the name of. Where somebody else has been there since the page was opened nothing is done,
    and what was typed stands in it still."""
    with reading(visit.stores.desk) as session:
        person = person_kept(session, visit.path("person"))
    if person is None:
        raise EntityNotFound(visit.path("person"))
    visit.needs(Role.REGISTRAR, person["municipality"])
    try:
        _unchanged(visit, person)
        name = act(visit, person)
    except DiariumError as error:
        return _page(visit, person["name"], [person], error)
    return RedirectResponse(f"/desk/personer?q={quote(name, safe='')}", status_code=303)


def _page(visit: Visit, typed: str, found: list[KeptPerson], error: DiariumError | None) -> Response:
    return render(
        visit,
        "people.html",
        status=error.status if error else 200,
        typed=typed,
        found=found,
        error=error,
        sent={name: visit.sent(name) for name in ("into", "party", "reason")},
        may_keep=lambda one: visit.may(Role.REGISTRAR, one["municipality"]),
    )
