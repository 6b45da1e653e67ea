"""How a resource is listed, defined once: what it can be filtered and sorted by, and how its rows are read.

A list is read in two steps: the ids that the question leaves, then the rows of those ids, in as many statements for
twenty as for one. A walk by cursor goes by id alone, so what was there when it began is met exactly once whatever is
added or changed meanwhile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads, uncollected
from app.queries.in_parts import Part, ids_of_parts
from app.queries.sums import kept

Where = sa.ColumnElement[bool]
# How far the shorter way to the latest rows is the shorter one.
_BEGINNING = 600
Row = Mapping[str, Any]
# The limit of a question without one.
EVERYTHING = 2**53
# What stands between several values of one filter.
SEPARATOR = ","


class Kind(StrEnum):
    """What a filter's value is: `INSTANT` is UTC, `DAY` a civil date."""

    TEXT = "text"
    DAY = "day"
    INSTANT = "instant"
    FLAG = "flag"
    CHOICE = "choice"
    NUMBER = "number"


# Session, how many, and of which municipality, or of all → the ids of the latest, where there is a shorter way to them.
Latest = Callable[[Session, int, str | None], Sequence[Any] | None]
# Session, and of which municipality, or of all → how many there are.
Counted = Callable[[Session, str | None], int]
# Session, what was typed, and the municipality that it is asked of, if any → names that the register has.
Named = Callable[[Session, str, str | None], Sequence[str]]


def _no_names(_session: Session, _typed: str, _municipality: str | None) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Names:
    """What a value names: `meant` selects it, in any number; where it is none, `whole` are the names that the value is a
    short form or another spelling of, and `options` all that come near. Of what is `numbered`, in any number of ways, none may.
    `several` are named with separators between them."""

    meant: Callable[[str], sa.Select[Any]]
    options: Named = _no_names
    whole: Named = _no_names
    numbered: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """`where` turns a value of that kind into a condition, `sought` into one that the register is asked for; what neither
    can tell, the list's `narrow` does (`late`). Where a value has to name something that is here, `names` knows what. `latest`
    is `sought` of the latest alone, of a municipality or of all, where it finds very many; None where it does not."""

    kind: Kind
    description: str
    example: str
    where: Callable[[Any], Where] | None = None
    choices: tuple[str, ...] = ()
    late: bool = False
    names: Names | None = None
    sought: Callable[[Session, Any], Where] | None = None
    latest: Callable[[Session, Any, str | None], Where | None] | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the rows are to hold: the parts that were asked for, sources (`placed`), what hangs on `today`, and, of changes, what
    came by each (`told`)."""

    parts: frozenset[str] = frozenset()
    placed: bool = False
    today: dt.date = dt.date.min
    told: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A resource as a list: the rows that meet `only`. `order` is its own, one of `sorts` or the id; a leading minus
    turns it round; `holds` tells which rows there are on the day asked for, where that hangs on it; `latest` gives the first so many in it by a shorter way, where there is one (else None), and `counted` how many there are, where that is summed. `key` makes an id of what an address says. Where what there is takes long to find, it is found and counted `at_once`; unnarrowed by the parts that the `whole` is made of, where that is the shorter way. Rows that are read
    without sources have no key for them where they are `bare`, and empty lists else."""

    name: str
    id: sa.ColumnElement[Any]
    rows: Callable[[Session, Sequence[Any], Wanted], Sequence[Row]]
    filters: Mapping[str, Filter] = field(default_factory=dict)
    sorts: Mapping[str, sa.ColumnElement[Any]] = field(default_factory=dict)
    order: str = "id"
    includes: tuple[str, ...] = ()
    only: Where | None = None
    key: Callable[[str], Any] = str
    bare: bool = False
    latest: Latest | None = None
    counted: Counted | None = None
    narrow: Callable[[Session, Sequence[Any], Mapping[str, Any], Wanted], Sequence[Any]] | None = None
    holds: Callable[[Session, Mapping[str, Any], Wanted], Where] | None = None
    at_once: bool = False
    whole: Callable[[Session, Wanted], Sequence[Part]] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a list: `after` is the id that a walk has come to ("" at its start), None outside walks."""

    filters: Mapping[str, Any]
    order: str
    limit: int
    offset: int
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows with how many there are in all, or of the latest where there `is_more`; `last` is the id that a walk goes on from,
    None at its end."""

    rows: Sequence[Row]
    total: int
    last: str | None
    is_more: bool = False


def page_of(session: Session, listing: Listing, asked: Asked, wanted: Wanted) -> Page:
    """The part of the list that was asked for."""
    if listing.whole and not asked.filters:
        parts = listing.whole(session, wanted)
        ids = ids_of_parts(session, parts, asked.order, first=asked.offset, many=asked.limit + 1, after=asked.after)
        return _page(session, listing, asked, wanted, (sum(part.many for part in parts), ids))
    where, late = _conditions(session, listing, asked.filters, wanted)
    is_more = False
    ids_and_next: Sequence[Any]
    if late and listing.narrow:
        narrowed = listing.narrow(session, list(session.execute(_ids(listing, asked, where)).scalars()), late, wanted)
        start = sum(i <= asked.after for i in narrowed) if asked.after is not None else asked.offset
        total, ids_and_next = len(narrowed), narrowed[start : start + asked.limit + 1]
    elif listing.at_once or any(listing.filters[name].sought for name in asked.filters.keys() - {"municipality"}):
        of_latest = _of_latest(session, listing, asked, wanted)
        is_more = of_latest is not None
        total, ids_and_next = _sought(session, listing, asked, where if of_latest is None else of_latest)
    else:
        total = _total(session, listing, asked.filters, where)
        short = _latest(session, listing, asked, total)
        ids_and_next = _part(session, listing, asked, _ids(listing, asked, where)) if short is None else short
    return _page(session, listing, asked, wanted, (total, ids_and_next), is_more=is_more)


def _page(
    session: Session,
    listing: Listing,
    asked: Asked,
    wanted: Wanted,
    found: tuple[int, Sequence[Any]],
    *,
    is_more: bool = False,
) -> Page:
    """The page of how many were found in all, with the ids asked for and the one after them."""
    total, ids_and_next = found
    ids = ids_and_next[: asked.limit]
    rows = listing.rows(session, ids, wanted) if ids else []
    return Page(rows, total, ids[-1] if len(ids_and_next) > asked.limit else None, is_more)


def _of_latest(session: Session, listing: Listing, asked: Asked, wanted: Wanted) -> list[Where] | None:
    """What meets words so common that the latest found tell the beginning of the list in its own order; None of others, and where
    more than the municipality narrows it."""
    filters = dict(asked.filters)
    typed, words = filters.pop("q", None), listing.filters.get("q")
    if typed is None or words is None or words.latest is None or not _is_plain(filters):
        return None
    if asked.after is not None or asked.order != listing.order:
        return None
    latest = words.latest(session, typed, filters.get("municipality"))
    return None if latest is None else [latest, *_conditions(session, listing, filters, wanted)[0]]


def _sought(session: Session, listing: Listing, asked: Asked, where: Sequence[Where]) -> tuple[int, list[Any]]:
    """How many there are in all, and the ids asked for with the one after them: what is looked for in words is found once."""
    by = _by(listing, asked.order)
    met = (
        sa.select(listing.id.label("id"), *([] if by is None else [by.label("by")]))
        .where(*where)
        .cte("met")
        .prefix_with("MATERIALIZED")
    )
    many = sa.select(sa.func.count()).select_from(met).scalar_subquery()
    order = _ordered(asked.order, met.c.id, None if by is None else met.c.by, always=_is_always(by))
    query = sa.select(many, met.c.id).order_by(*(order if asked.after is None else [met.c.id]))
    query = query.where(met.c.id > asked.after) if asked.after else query.offset(asked.offset)
    rows = session.execute(query.limit(asked.limit + 1)).all()
    if rows or not (asked.after or asked.offset):
        return rows[0][0] if rows else 0, [id for _many, id in rows]
    return session.execute(sa.select(sa.func.count()).select_from(met)).scalar_one(), []


def _total(session: Session, listing: Listing, filters: Mapping[str, Any], where: Sequence[Where]) -> int:
    if listing.counted and _is_plain(filters) and kept(session):
        return listing.counted(session, filters.get("municipality"))
    # whole rows, which the smallest index tells; of the ids by name, which are long, the greatest would be read
    return session.execute(sa.select(sa.func.count()).select_from(listing.id.table).where(*where)).scalar_one()


def _is_plain(filters: Mapping[str, Any]) -> bool:
    """Whether all rows are asked for, or all of a municipality."""
    return filters.keys() <= {"municipality"}


def first_of(session: Session, listing: Listing, asked: Asked, wanted: Wanted) -> Sequence[Row]:
    """The rows that were asked for, uncounted; for filters that the database itself can tell."""
    where, _late = _conditions(session, listing, asked.filters, wanted)
    ids = _part(session, listing, asked, _ids(listing, asked, where))[: asked.limit]
    return listing.rows(session, ids, wanted) if ids else []


def walk(session: Session, listing: Listing, asked: Asked, wanted: Wanted, *, at_once: int = 200) -> Iterator[Row]:
    """Every row that was asked for, in its order, of one state of the register: so many are read at once, and no more are
    held, however many there are."""
    where, late = _conditions(session, listing, asked.filters, wanted)
    query = _ids(listing, asked, where)
    ids: Iterable[Any]
    if late and listing.narrow:
        narrowed = listing.narrow(session, list(session.execute(query).scalars()), late, wanted)
        start = sum(i <= asked.after for i in narrowed) if asked.after is not None else asked.offset
        ids = narrowed[start : start + asked.limit]
    else:
        query = query.where(listing.id > asked.after) if asked.after else query.offset(asked.offset)
        if asked.limit < EVERYTHING:
            query = query.limit(asked.limit)
        ids = session.execute(query, execution_options={"yield_per": at_once}).scalars()
    walking = iter(ids)
    while part := list(islice(walking, at_once)):
        with uncollected():
            rows = listing.rows(session, part, wanted)
        yield from rows


def ids_among(
    session: Session, listing: Listing, ids: Sequence[Any], filters: Mapping[str, Any], wanted: Wanted
) -> list[Any]:
    """Those of the ids that the list has and that meet the filters."""
    where, late = _conditions(session, listing, filters, wanted)
    there = [
        id
        for load in loads(ids)
        for id in session.execute(sa.select(listing.id).where(listing.id.in_(load), *where)).scalars()
    ]
    return list(listing.narrow(session, there, late, wanted)) if late and listing.narrow else there


def ids_query(session: Session, listing: Listing, filters: Mapping[str, Any]) -> sa.Select[Any]:
    """The ids of the rows that meet filters which the database itself can tell, in no order."""
    return sa.select(listing.id).where(*_conditions(session, listing, filters, Wanted())[0])


def rows_by_id(session: Session, listing: Listing, ids: Sequence[Any], wanted: Wanted) -> Sequence[Row]:
    """These rows of the list, in this order."""
    return listing.rows(session, ids, wanted) if ids else []


def _conditions(
    session: Session, listing: Listing, filters: Mapping[str, Any], wanted: Wanted
) -> tuple[list[Where], dict[str, Any]]:
    """What the database is to leave, and what only the list itself can tell."""
    filtered = [(listing.filters[name], name, value) for name, value in filters.items()]
    where = [one.where(value) for one, _, value in filtered if one.where]
    where += [one.sought(session, value) for one, _, value in filtered if one.sought]
    where += [listing.only] if listing.only is not None else []
    where += [listing.holds(session, filters, wanted)] if listing.holds else []
    return where, {name: value for one, name, value in filtered if one.late}


def _ids(listing: Listing, asked: Asked, where: Sequence[Where]) -> sa.Select[Any]:
    """The ids that the question leaves, in its order."""
    query = sa.select(listing.id).where(*where)
    return query.order_by(*_order(listing, asked.order)) if asked.after is None else query.order_by(listing.id)


def _part(session: Session, listing: Listing, asked: Asked, query: sa.Select[Any]) -> list[Any]:
    """The ids asked for, and the one after them."""
    query = query.where(listing.id > asked.after) if asked.after else query.offset(asked.offset)
    return list(session.execute(query.limit(asked.limit + 1)).scalars())


def _latest(session: Session, listing: Listing, asked: Asked, total: int) -> list[Any] | None:
    """The same by the list's shorter way, for the beginning of the whole list in its own order."""
    most = asked.offset + asked.limit + 1
    if listing.latest is None or asked.after is not None or asked.order != listing.order or most > _BEGINNING:
        return None
    if not _is_plain(asked.filters):
        return None
    ids = listing.latest(session, min(most, total), asked.filters.get("municipality"))
    return None if ids is None else list(ids[asked.offset : most])


def row_of(session: Session, listing: Listing, typed: str, wanted: Wanted) -> Row | None:
    """The row with this id, where the list has it."""
    where, _late = _conditions(session, listing, {}, wanted)
    ids = session.execute(sa.select(listing.id).where(listing.id == listing.key(typed), *where)).scalars().all()
    return next(iter(listing.rows(session, ids, wanted)), None) if ids else None


def _order(listing: Listing, order: str) -> list[sa.ColumnElement[Any]]:
    """By what was asked for, what bears no value last, and by id where values are alike."""
    by = _by(listing, order)
    return _ordered(order, listing.id, by, always=_is_always(by))


def _by(listing: Listing, order: str) -> sa.ColumnElement[Any] | None:
    """What an order goes by; None where it is the id."""
    name = order.removeprefix("-")
    return None if name == "id" else listing.sorts[name]


def _is_always(by: sa.ColumnElement[Any] | None) -> bool:
    """Whether every row has a value of it: then an index has the order as it stands."""
    return isinstance(by, sa.Column) and not by.nullable


def _ordered(
    order: str, id: sa.ColumnElement[Any], by: sa.ColumnElement[Any] | None, *, always: bool
) -> list[sa.ColumnElement[Any]]:
    if by is None:
        return [id.desc() if order.startswith("-") else id]
    ordered = by.desc() if order.startswith("-") else by.asc()
    return [ordered if always else ordered.nulls_last(), id]


def in_order(ids: Sequence[Any], rows: Sequence[Row], key: str = "id") -> list[Row]:
    """The rows in the order of their ids."""
    by_id = {row[key]: row for row in rows}
    return [by_id[i] for i in ids if i in by_id]
