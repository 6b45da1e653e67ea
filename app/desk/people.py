"""People: two names said to be one person's, and a name said to be two people's."""

from __future__ import annotations

from urllib.parse import quote

from fastapi.responses import RedirectResponse, Response

from app.acts import merge, split
from app.acts.targets import person_of
from app.db import reading
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import EntityNotFound, WrongUse
from app.language.i18n import gettext as _
from app.queries.people_kept import KeptPerson, people_kept, person_kept
from app.security.roles import Role


def people_page(visit: Visit) -> Response:
    """Those whose name holds what is asked for, each with the two things that can be said of them."""
    typed = visit.asked("q")
    with reading(visit.stores.desk) as session:
        found = [one for one in people_kept(session, typed) if visit.may(Role.READER, one["municipality"])]
    return render(
        visit,
        "people.html",
        typed=typed,
        found=found,
        may_keep=lambda one: visit.may(Role.REGISTRAR, one["municipality"]),
    )


def merge_people(visit: Visit) -> Response:
    """Say that this person is another, by name or id: of the same municipality, whose registrar it takes."""
    old = _person(visit)
    with reading(visit.stores.desk) as session:
        into = person_of(session, visit.sent("into"))
    visit.needs(Role.REGISTRAR, into.municipality_id)
    if into.municipality_id != old["municipality"]:
        raise WrongUse(_("De är inte i samma kommun."))
    merge(visit.stores, old["id"], into.id, visit.actor(_("samma person")))
    return _back(into.name)


def split_person(visit: Visit) -> Response:
    """Say that whoever bears this name with a party is somebody else than the others of the name."""
    person = _person(visit)
    split(visit.stores, person["id"], visit.sent("party"), visit.actor(_("en annan person")))
    return _back(person["name"])


def _person(visit: Visit) -> KeptPerson:
    """The person that the address names, where whoever asks keeps the register of that municipality."""
    with reading(visit.stores.desk) as session:
        person = person_kept(session, visit.path("person"))
    if person is None:
        raise EntityNotFound(visit.path("person"))
    visit.needs(Role.REGISTRAR, person["municipality"])
    return person


def _back(name: str) -> Response:
    return RedirectResponse(f"/desk/personer?q={quote(name, safe='')}", status_code=303)
