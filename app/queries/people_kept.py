"""People as whoever keeps the register sees them: by name, with the parties that are printed after it and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold
from app.models.register import municipalities, names, people, redirects
from app.queries.register_acts import last_touched
from app.queries.stands import Stand, stands_of_people
from app.register.named import name_and_party
from app.register.people import person_key

_MOST = 40


class KeptPerson(TypedDict):
    """`parties` are those that are printed after the name, `split_off` those of them that are somebody else by an act; `into`
    names whom the person leads to, `version` the last entry on who bears the name."""

    id: str
    name: str
    municipality: str
    place: str
    parties: list[str]
    split_off: list[str]
    into: str | None
    stands: list[Stand]
    version: int


def people_kept(session: Session, typed: str, sees: Callable[[str], bool]) -> list[KeptPerson]:
    """Everybody whose name holds what was typed, in any spelling of blanks, hyphens and case, in the municipalities (ids) that
    whoever asks `sees`; some of them, where they are many."""
    name = fold((name_and_party(typed) or (typed, None))[0])
    if not name:
        return []
    query = sa.select(people.c.id, people.c.name, people.c.municipality_id).order_by(people.c.name, people.c.id)
    found = [row.id for row in session.execute(query) if sees(row.municipality_id) and name in fold(row.name)]
    return _kept(session, found[:_MOST])


def person_kept(session: Session, id: str) -> KeptPerson | None:
    """The person with this id."""
    return next(iter(_kept(session, [id])), None)


def _kept(session: Session, ids: Collection[str]) -> list[KeptPerson]:
    query = sa.select(people, municipalities.c.name.label("place"))
    query = query.join(municipalities, municipalities.c.id == people.c.municipality_id).where(people.c.id.in_(ids))
    printed = sa.select(names.c.person_id, names.c.party, redirects.c.into).where(names.c.person_id.in_(ids))
    printed = printed.outerjoin(redirects, sa.and_(redirects.c.id == names.c.id, redirects.c.kind == "name"))
    parties = session.execute(printed.order_by(names.c.party)).all()
    leads = sa.select(redirects.c.id, people.c.name).join(people, people.c.id == redirects.c.into)
    into = {row.id: row.name for row in session.execute(leads.where(redirects.c.id.in_(ids)))}
    stands = stands_of_people(session, ids)
    return [
        KeptPerson(
            id=row.id,
            name=row.name,
            municipality=row.municipality_id,
            place=row.place,
            parties=[one.party for one in parties if one.person_id == row.id and one.party and not one.into],
            split_off=[one.party for one in parties if one.person_id == row.id and one.party and one.into],
            into=into.get(row.id),
            stands=stands[row.id],
            version=last_touched(session, [person_key(row.municipality_id, row.name)]),
        )
        for row in session.execute(query.order_by(people.c.name, people.c.id))
    ]
