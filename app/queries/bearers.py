"""Whom the names lead to that are printed at §§ and in documents, so that a page can link each to a person's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import ballots, mentions, motions, names, presence, redirects

# A printed name with its party → the id of the person whom it leads to.
Bearers = dict[tuple[str, str | None], str]


def bearers_at(session: Session, owners: Collection[str]) -> Bearers:
    """Whoever is named at these §§ or in these documents: movers, those who reserved themselves, spoke, voted or were there.

    Left out is a name that leads to nobody (a surname alone), or to several: the same name in two municipalities.
    """
    led: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for load in loads(list(owners)):
        for row in session.execute(_NAMED, {"owners": load}):
            led[row.name, row.party].add(row.person_id)
    return {name: next(iter(people)) for name, people in led.items() if len(people) == 1}


def movers_at(session: Session, ids: Collection[str]) -> Bearers:
    """The same for whoever moved these motions."""
    owners = {owner for load in loads(list(ids)) for owner in session.execute(_CARRYING, {"ids": load}).scalars()}
    return bearers_at(session, sorted(owners))


_CARRYING = sa.select(motions.c.owner).where(motions.c.id.in_(sa.bindparam("ids", expanding=True)))
_owners: sa.BindParameter[Any] = sa.bindparam("owners", expanding=True)
_printed = sa.union(
    *(sa.select(t.c.name_id).where(t.c.owner.in_(_owners)) for t in (mentions, ballots, presence))
).subquery("printed")
# A name that was split off leads to another than it did; one merged since is led on by that person's page.
_person = sa.func.coalesce(redirects.c.into, names.c.person_id).label("person_id")
_NAMED = (
    sa.select(names.c.name, names.c.party, _person)
    .join(_printed, _printed.c.name_id == names.c.id)
    .join(redirects, sa.and_(redirects.c.id == names.c.id, redirects.c.kind == "name"), isouter=True)
    .where(_person.is_not(None))
)
