"""Who and what stands in the matters that were changed since an instant: people, parties, bodies, municipalities.

One stands in a matter when a § or a document of it names him or her, or is the body's own. What is true of §§ and
documents of no matter may have changed at any time, and so may whoever stands nowhere: these are always among them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.models.register import (
    ballots,
    bodies,
    documents,
    items,
    matters,
    mentions,
    municipalities,
    names,
    people,
    presence,
    redirects,
    reservations,
    statements,
    yrkanden,
)
from app.queries.filters import ALWAYS_LISTED, Column, changed_entities, changed_matters
from app.queries.json_sql import strings_in
from app.queries.listing import Filter, Kind
from app.queries.membership import Ids


def standing_in_changed(column: Column, meant: Callable[[dt.datetime], Ids]) -> Filter:
    """The filter `updated_since` of a list whose ids, in `column`, `meant` finds for an instant."""
    described = f"Standing in a matter that was changed at this instant or later. {ALWAYS_LISTED}"
    return Filter(Kind.INSTANT, described, "2026-01-01T00:00:00Z", lambda since: column.in_(meant(since)))


def municipalities_of(since: dt.datetime) -> Ids:
    of_changed = sa.select(matters.c.municipality_id).where(matters.c.id.in_(changed_matters(since)))
    held = sa.exists(sa.select(matters.c.id).where(matters.c.municipality_id == municipalities.c.id))
    return sa.union_all(of_changed, sa.select(municipalities.c.id).where(sa.not_(held)))


def people_of(since: dt.datetime) -> sa.Select[Any]:
    """Whoever a printed name there leads to, after every merge and split, and whoever is left without a name."""
    printed = _printed(_there(since))
    split = sa.select(redirects.c.id).where(redirects.c.kind == "name")
    own = sa.select(names.c.person_id).where(names.c.id.in_(printed), names.c.id.not_in(split))
    given = sa.select(redirects.c.into).where(redirects.c.kind == "name", redirects.c.id.in_(printed))
    left = sa.exists(sa.select(names.c.id).where(names.c.person_id == people.c.id, names.c.id.not_in(split)))
    nameless = sa.select(people.c.id).where(sa.not_(left))
    return _and_onward(sa.select(sa.union(own, given, nameless).subquery()), ("person",))


def bodies_of(since: dt.datetime) -> sa.Select[Any]:
    """The bodies there, those that go on in their place, and those that nothing is of."""
    there, of = _there(since), (items, documents)
    own = (sa.select(t.c.body_id).where(t.c.id.in_(there)) for t in of)
    held = (sa.exists(sa.select(t.c.id).where(t.c.body_id == bodies.c.id)) for t in of)
    empty = sa.select(bodies.c.id).where(sa.not_(sa.or_(*held)))
    return _and_onward(sa.select(sa.union(*own, empty).subquery()), ("body",))


def parties_of(since: dt.datetime) -> sa.Select[Any]:
    """Parties as `MUNICIPALITY-LETTERS`: printed with a name there, or a group that moved, spoke or reserved itself."""
    there = _there(since)
    printed = (
        sa.select(people.c.municipality_id + "-" + names.c.party)
        .join(people, people.c.id == names.c.person_id)
        .where(names.c.id.in_(_printed(there)), names.c.party.isnot(None))
    )
    return sa.select(sa.union_all(printed, _groups(there)).subquery())


def _there(since: dt.datetime) -> sa.Select[Any]:
    """The §§ and documents of the changed matters, found once however often they are asked for."""
    return sa.select(changed_entities(since).cte("there").prefix_with("MATERIALIZED").c.entity_id)


def _printed(there: sa.Select[Any]) -> sa.Select[Any]:
    """The names printed there, and those that stand nowhere."""
    standing = (mentions.c.name_id, ballots.c.name_id, presence.c.name_id, presence.c.for_name_id)
    selects = (sa.select(c).where(c.table.c.owner.in_(there), c.isnot(None)) for c in standing)
    held = (sa.exists(sa.select(c).where(c == names.c.id)) for c in standing[:3])
    replaced = sa.select(presence.c.for_name_id).where(presence.c.for_name_id.isnot(None))
    nowhere = sa.select(names.c.id).where(sa.not_(sa.or_(*held, names.c.id.in_(replaced))))
    return sa.select(sa.union(*selects, nowhere).cte("printed").prefix_with("MATERIALIZED").c.name_id)


def _groups(there: sa.Select[Any]) -> sa.Select[Any]:
    """The parties that acted as groups: few of many, so they are found before the §§ that they acted in."""
    named = (
        sa.select(t.c.item_id, t.c.parties).where(sa.cast(t.c.parties, sa.Text) != "[]", t.c.item_id.in_(there))
        for t in (yrkanden, reservations, statements)
    )
    acted = sa.union_all(*named).cte("acted").prefix_with("MATERIALIZED")
    letters = strings_in(acted.c.parties)
    return (
        sa.select(items.c.municipality_id + "-" + letters.c.value)
        .select_from(acted.join(items, items.c.id == acted.c.item_id).join(letters, sa.true()))
        .distinct()
    )


def _and_onward(ids: sa.Select[Any], kinds: tuple[str, ...]) -> sa.Select[Any]:
    """These ids and all that redirects of these kinds lead on to."""
    ahead = ids.cte("ahead", recursive=True)
    (reached,) = ahead.c
    onward = sa.select(redirects.c.into).join(ahead, reached == redirects.c.id)
    ahead = ahead.union(onward.where(redirects.c.kind.in_(kinds)))
    return sa.select(*ahead.c)
