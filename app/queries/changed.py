"""Who and what stands in the matters that were changed since an instant: people, parties, bodies, municipalities.

Each of them rests on the §§ and documents that name it (`supports`), so one stands in a matter when what it rests on
belongs there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.models.register import bodies, items, names, people, redirects, reservations, statements, supports, yrkanden
from app.queries.filters import Column, changed_entities
from app.queries.json_sql import strings_in
from app.queries.listing import Filter, Kind


def standing_in_changed(column: Column, meant: Callable[[dt.datetime], sa.Select[Any]]) -> Filter:
    """The filter `updated_since` of a list whose ids, in `column`, `meant` finds for an instant."""
    described = "Standing in a matter that was changed at this instant or later."
    return Filter(Kind.INSTANT, described, "2026-01-01T00:00:00Z", lambda since: column.in_(meant(since)))


def rows_of(table: sa.Table, since: dt.datetime) -> sa.Select[Any]:
    """The ids of the rows of a shared table that a changed matter names."""
    return sa.select(supports.c.row_id).where(
        supports.c.kind == table.name, supports.c.owner.in_(changed_entities(since))
    )


def people_of(since: dt.datetime) -> sa.Select[Any]:
    """Whoever a printed name there leads to, after every merge and split."""
    printed = rows_of(names, since)
    split = redirects.c.kind == "name"
    own = sa.select(names.c.person_id).where(
        names.c.id.in_(printed), names.c.id.not_in(sa.select(redirects.c.id).where(split))
    )
    given = sa.select(redirects.c.into).where(split, redirects.c.id.in_(printed))
    return _and_onward(sa.select(own.union(given).subquery()), ("person",))


def bodies_of(since: dt.datetime) -> sa.Select[Any]:
    """The bodies there, and those that go on in their place."""
    return _and_onward(rows_of(bodies, since), ("body",))


def _and_onward(found: sa.Select[Any], kinds: tuple[str, ...]) -> sa.Select[Any]:
    """These ids and all that redirects of these kinds lead on to."""
    ahead = found.cte("ahead", recursive=True)
    (reached,) = ahead.c
    onward = sa.select(redirects.c.into).join(ahead, reached == redirects.c.id)
    ahead = ahead.union(onward.where(redirects.c.kind.in_(kinds)))
    return sa.select(*ahead.c)


def parties_of(since: dt.datetime) -> sa.Select[Any]:
    """Parties as `MUNICIPALITY-LETTERS`: printed with a name there, or a group that moved, spoke or reserved itself."""
    printed = (
        sa.select(people.c.municipality_id + "-" + names.c.party)
        .join(people, people.c.id == names.c.person_id)
        .where(names.c.id.in_(rows_of(names, since)), names.c.party.isnot(None))
    )
    return sa.select(sa.union(printed, *(_groups(t, since) for t in (yrkanden, reservations, statements))).subquery())


def _groups(table: sa.Table, since: dt.datetime) -> sa.Select[Any]:
    letters = strings_in(table.c.parties)
    return (
        sa.select(items.c.municipality_id + "-" + letters.c.value)
        .select_from(table.join(items, items.c.id == table.c.item_id).join(letters, sa.true()))
        .where(table.c.item_id.in_(changed_entities(since)))
    )
