"""A whole list made of parts that each know their own order and how many they are: its beginning is the beginnings of the parts, so
that no row is read that stands behind them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

By = sa.ColumnElement[Any]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one part: their `id`, what they meet, how many they are, and by what each order goes. Of rows that stand level in
    every order but that of the id, `by_id` has this order too, perhaps by an index. `given` are its parameters' values."""

    id: By
    where: Sequence[sa.ColumnElement[bool]]
    many: int
    sorts: Mapping[str, By]
    by_id: By | None = None
    given: Mapping[str, str] = field(default_factory=dict)


def ids_of_parts(
    session: Session, parts: Sequence[Part], order: str, *, first: int, many: int, after: str | None
) -> list[Any]:
    """So many ids of all parts from the `first` (counted from 0) on, in this order; or, in a walk, by id `after` that one. Equals
    stand by id."""
    name = order.removeprefix("-") if after is None else "id"
    is_down = after is None and order.startswith("-")
    there = [part for part in parts if part.many]
    if not there:
        return []
    beginnings = [_beginning(part, name, first + many, after, is_down=is_down) for part in there]
    one = sa.union_all(*(sa.select(beginning) for beginning in beginnings)).subquery("beginnings")
    given = {parameter: value for part in there for parameter, value in part.given.items()}
    query = sa.select(one.c.id).order_by(*_ordered(name, one.c.id, one.c.by, is_down=is_down))
    return list(session.execute(query.offset(first).limit(many), given).scalars())


def _beginning(part: Part, name: str, many: int, after: str | None, *, is_down: bool) -> sa.Subquery:
    by = sa.null() if name == "id" else part.sorts[name]
    query = sa.select(part.id.label("id"), by.label("by")).where(*part.where)
    if after:
        query = query.where(part.id > after)
    if part.by_id is None:
        return query.order_by(*_ordered(name, part.id, by, is_down=is_down)).limit(many).subquery()
    by_id = part.by_id.desc() if is_down and name == "id" else part.by_id
    return query.order_by(by_id).limit(many).subquery()


def _ordered(name: str, id: By, by: By, *, is_down: bool) -> list[By]:
    if name == "id":
        return [id.desc() if is_down else id]
    return [by.desc() if is_down else by.asc(), id]
