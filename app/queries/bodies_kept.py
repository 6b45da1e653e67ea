"""Bodies as whoever keeps the register sees them: names over time, number series, and whether what they file is public at once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.releasing import default_key
from app.models.journal import act_keys, acts, entries
from app.models.register import bodies, case_mentions, cases, items, meetings, municipalities, redirects
from app.queries.bodies import bodies_meant
from app.queries.register_acts import last_touched
from app.queries.stands import Stand, stands_of_bodies
from app.register.parts import ActKind
from app.register.people import rename_key


class KeptBody(TypedDict):
    """`since` is the day from which it bears its name after another, `leads_to` the names of those that it goes on as, with the
    day where one is stated."""

    id: str
    municipality: str
    place: str
    name: str
    kind: str
    since: dt.date | None
    leads_to: list[tuple[str, str, dt.date | None]]
    public: bool


class BodyKept(KeptBody):
    """One of them whole: `former` the names that lead to it, `prefixes` what the numbers of its matters begin with, and how many
    do; `default_by` who set whether it is public, when and why; `version` the last entry on its name or that."""

    former: list[tuple[str, dt.date | None]]
    prefixes: list[tuple[str, int]]
    meetings: int
    default_by: tuple[str, str, str | None] | None
    stands: Sequence[Stand]
    version: int


def bodies_kept(session: Session) -> list[KeptBody]:
    """All of them, by municipality and name."""
    query = sa.select(bodies, municipalities.c.name.label("place"))
    query = query.join(municipalities, municipalities.c.id == bodies.c.municipality_id)
    rows = session.execute(query.order_by(municipalities.c.name, bodies.c.name, bodies.c.name_from)).all()
    called = {row.id: row.name for row in rows}
    sent = session.execute(sa.select(redirects).where(redirects.c.kind.in_(("body", "part")))).all()
    held = _defaults(session)
    return [
        KeptBody(
            id=row.id,
            municipality=row.municipality_id,
            place=row.place,
            name=row.name,
            kind=row.kind,
            since=row.name_from,
            leads_to=[(one.into, called.get(one.into, one.into), one.day) for one in sent if one.id == row.id],
            public=held.get(default_key(row.municipality_id, row.name), True),
        )
        for row in rows
    ]


def body_kept(session: Session, id: str) -> BodyKept | None:
    """The body with this id."""
    there = bodies_kept(session)
    one = next((row for row in there if row["id"] == id), None)
    if one is None:
        return None
    met = sa.select(sa.func.count()).select_from(meetings).where(meetings.c.body_id.in_(bodies_meant(id)))
    key = default_key(one["municipality"], one["name"])
    return BodyKept(
        **one,
        former=[(row["name"], day) for row in there for into, _name, day in row["leads_to"] if into == id],
        prefixes=prefixes_of(session, id),
        meetings=session.execute(met).scalar_one(),
        default_by=_default_by(session, key),
        stands=stands_of_bodies(session, [id])[id],
        version=last_touched(session, [key, rename_key(one["municipality"], one["name"])]),
    )


def _defaults(session: Session) -> dict[str, bool]:
    """What is set of each body, by its key."""
    query = sa.select(acts.c.said).where(acts.c.kind == ActKind.DEFAULT.value, acts.c.undone_by.is_(None))
    contents = map(orjson.loads, session.execute(query.order_by(acts.c.seq)).scalars())
    return {key: bool(content["public"]) for content in contents for key in content["keys"]}


def _default_by(session: Session, key: str) -> tuple[str, str, str | None] | None:
    query = (
        sa.select(entries.c.actor, entries.c.at, entries.c.reason)
        .join(acts, acts.c.seq == entries.c.seq)
        .join(act_keys, act_keys.c.seq == acts.c.seq)
        .where(act_keys.c.key == key, acts.c.kind == ActKind.DEFAULT.value, acts.c.undone_by.is_(None))
        .order_by(entries.c.seq.desc())
    )
    row = session.execute(query.limit(1)).first()
    return (row.actor, row.at, row.reason) if row else None


def prefixes_of(session: Session, body: str) -> list[tuple[str, int]]:
    """What the numbers printed on its §§ begin with, the commonest first: `KSN` of `KSN-2023-03553`."""
    printed = sa.select(case_mentions.c.case_id).join(items, items.c.id == case_mentions.c.entity_id)
    printed = printed.where(items.c.body_id.in_(bodies_meant(body)))
    numbers = session.execute(sa.select(cases.c.key).where(cases.c.id.in_(printed))).scalars()
    counted = Counter(key.partition("-")[0] for key in numbers)
    return [(prefix, n) for prefix, n in counted.most_common() if prefix]
