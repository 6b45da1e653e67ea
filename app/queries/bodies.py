"""Bodies over time: what is asked of one under an old name or id is answered by the one that goes on in its place."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import slugify
from app.models.register import bodies, redirects

# Under what each body goes on: `onward` is where it leads, `present` the body that it is today.
_onward = redirects.alias("onward")
present = bodies.alias("present")
RENAMED = sa.select(redirects.c.id).where(redirects.c.kind == "body")


class BodyRow(TypedDict):
    """`id` and `name` are those that it goes under now; `former` are the names it went under before, `parts` the ids of
    the bodies that it was divided into."""

    id: str
    municipality_id: str
    name: str
    slug: str
    kind: str
    parent_id: str | None
    former: list[str]
    parts: list[str]


def bodies_meant(typed: str) -> sa.Select[Any]:
    """The ids under which a filter by body finds its rows: `typed` is an id, or a name in any spelling, old or new.

    A body that was renamed has the rows of all its names; one that was divided also those of its parts, while a part has
    only its own. None where nobody goes or went by that name.
    """
    slug = slugify(typed)
    named = sa.or_(bodies.c.id == typed, bodies.c.slug == slug) if slug else bodies.c.id == typed
    ahead = sa.select(bodies.c.id).where(named).cte("ahead", recursive=True)
    onward = sa.select(redirects.c.into).join(ahead, ahead.c.id == redirects.c.id)
    ahead = ahead.union(onward.where(redirects.c.kind.in_(("body", "part"))))
    meant = sa.select(ahead.c.id).cte("meant", recursive=True)
    behind = sa.select(redirects.c.id).join(meant, meant.c.id == redirects.c.into)
    meant = meant.union(behind.where(redirects.c.kind == "body"))
    return sa.select(meant.c.id)


def to_present(of: sa.FromClause = bodies) -> sa.FromClause:
    """Each body joined to the one that goes on in its place (`present`), itself where it goes on as it is."""
    led = of.outerjoin(_onward, sa.and_(_onward.c.id == bodies.c.id, _onward.c.kind == "body"))
    return led.join(present, present.c.id == sa.func.coalesce(_onward.c.into, bodies.c.id))


def body(session: Session, body_id: str) -> BodyRow | None:
    """The body with this id, or the one that goes on in its place."""
    bearers = _led_to(session, {body_id})
    current = next(iter(_now(session, bearers)), body_id)
    row = session.execute(sa.select(bodies).where(bodies.c.id == current)).mappings().first()
    if row is None:
        return None
    former = sa.select(bodies.c.name).where(bodies.c.id.in_(_went_by(session, {current}) - {current}))
    parts = sa.select(redirects.c.into).where(redirects.c.id == current, redirects.c.kind == "part")
    return BodyRow(
        id=row["id"],
        municipality_id=row["municipality_id"],
        name=row["name"],
        slug=row["slug"],
        kind=row["kind"],
        parent_id=row["parent_id"],
        former=sorted(session.execute(former).scalars()),
        parts=sorted(session.execute(parts).scalars()),
    )


def _led_to(session: Session, asked: Collection[str]) -> set[str]:
    """Those asked for and all that their renames lead on to."""
    return _reached(session, asked, redirects.c.id, redirects.c.into)


def _went_by(session: Session, current: Collection[str]) -> set[str]:
    """These bodies with every id that was renamed into one of them, directly or through others."""
    return _reached(session, current, redirects.c.into, redirects.c.id)


def _reached(session: Session, ids: Collection[str], start: sa.Column[str], end: sa.Column[str]) -> set[str]:
    """These ids and all that renames lead to from them, directly or through others, from the column `start` to `end`."""
    reached, ahead = set(ids), set(ids)
    while ahead:
        query = sa.select(end).where(start.in_(ahead), redirects.c.kind == "body")
        ahead = set(session.execute(query).scalars()) - reached
        reached |= ahead
    return reached


def _now(session: Session, ids: Collection[str]) -> set[str]:
    """Those of these that were renamed no further."""
    return set(ids) - set(session.execute(RENAMED.where(redirects.c.id.in_(ids))).scalars())
