"""Names declared one person, or several."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.acts.acting import Actor, acting, last_act, leads_there, record, repeats
from app.acts.targets import person_of
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.language.i18n import gettext as _
from app.models.register import names
from app.register.parts import ActKind
from app.register.people import person_key


def merge(stores: Stores, old: str, into: str, by: Actor) -> int:
    """Say that two people, by name or id, are one: the old id leads to the other for ever."""
    with acting(stores, by) as session:
        held = [_key(person_of(session, person)) for person in (old, into)]
        if held[0] == held[1]:
            raise WrongUse(_("{id} är en och samma person.").format(id=old))
        if leads_there(session, held, {}):
            raise NothingNew(_("De är redan sammanförda."))
        return record(session, ActKind.MERGE, held, {}, by)


def split(stores: Stores, person: str, party: str, by: Actor) -> int:
    """Say that the bearer of a name with this party is somebody else than the others of that name."""
    with acting(stores, by) as session:
        row = person_of(session, person)
        key = _key(row)
        query = sa.select(names.c.id).where(names.c.person_id == row.id, names.c.party == party)
        printed = list(session.execute(query.order_by(names.c.id)).scalars())
        if not printed:
            raise WrongUse(_("{name} står inte med partiet {party}.").format(name=row.name, party=party))
        own = person_key(row.municipality_id, row.name, party)
        content = {"names": printed}
        if repeats(last_act(session, [key, own], ActKind.SPLIT, ActKind.MERGE), content):
            raise NothingNew(_("{name} ({party}) är redan en annan person.").format(name=row.name, party=party))
        return record(session, ActKind.SPLIT, [key, own], content, by)


def apart_people(stores: Stores, one: str, other: str, by: Actor) -> int:
    """Say that two people, by name or id, are not one, however alike their names are: it is proposed no more."""
    with acting(stores, by) as session:
        pair = sorted(_key(person_of(session, person)) for person in (one, other))
        if pair[0] == pair[1]:
            raise WrongUse(_("{id} är en och samma person.").format(id=one))
        if last_act(session, pair, ActKind.APART) is not None:
            raise NothingNew(_("Det är redan sagt om dem."))
        return record(session, ActKind.APART, pair, {}, by)


def _key(person: sa.Row[Any]) -> str:
    return person_key(person.municipality_id, person.name)
