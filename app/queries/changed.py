"""Who and what stands in the matters that were changed since an instant: people, parties, bodies, municipalities.

One stands in a matter when a § or a document of it names him or her, or is the body's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.models.register import (
    ballots,
    documents,
    items,
    matters,
    mentions,
    names,
    people,
    presence,
    redirects,
    reservations,
    statements,
    yrkanden,
)
from app.queries.filters import Column, changed_entities, changed_matters
from app.queries.json_sql import strings_in
from app.queries.listing import Filter, Kind


def standing_in_changed(column: Column, meant: Callable[[dt.datetime], sa.Select[Any]]) -> Filter:
    """The filter `updated_since` of a list whose ids, in `column`, `meant` finds for an instant."""
    described = "Standing in a matter that was changed at this instant or later."
    return Filter(Kind.INSTANT, described, "2026-01-01T00:00:00Z", lambda since: column.in_(meant(since)))


def municipalities_of(since: dt.datetime) -> sa.Select[Any]:
    return sa.select(matters.c.municipality_id).where(matters.c.id.in_(changed_matters(since)))


def people_of(since: dt.datetime) -> sa.Select[Any]:
    """Whoever a printed name there leads to, after every merge and split."""
    printed = _printed(_there(since))
    split = redirects.c.kind == "name"
    own = sa.select(names.c.person_id).where(
        names.c.id.in_(printed), names.c.id.not_in(sa.select(redirects.c.id).where(split))
    )
    given = sa.select(redirects.c.into).where(split, redirects.c.id.in_(printed))
    return _and_onward(sa.select(own.union(given).subquery()), ("person",))


def bodies_of(since: dt.datetime) -> sa.Select[Any]:
    """The bodies there, and those that go on in their place."""
    there = _there(since)
    own = sa.union(*(sa.select(t.c.body_id).where(t.c.id.in_(there)) for t in (items, documents)))
    return _and_onward(sa.select(own.subquery()), ("body",))


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
    told = (sa.select(t.c.name_id).where(t.c.owner.in_(there)) for t in (mentions, ballots, presence))
    return sa.select(sa.union(*told).cte("printed").prefix_with("MATERIALIZED").c.name_id)


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


def _and_onward(found: sa.Select[Any], kinds: tuple[str, ...]) -> sa.Select[Any]:
    """These ids and all that redirects of these kinds lead on to."""
    ahead = found.cte("ahead", recursive=True)
    (reached,) = ahead.c
    onward = sa.select(redirects.c.into).join(ahead, reached == redirects.c.id)
    ahead = ahead.union(onward.where(redirects.c.kind.in_(kinds)))
    return sa.select(*ahead.c)
