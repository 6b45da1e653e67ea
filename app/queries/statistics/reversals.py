"""Where the council decided otherwise than the board had proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import items, votes
from app.queries.findings import against_board
from app.queries.statistics.counted import Asked, bodies_over, count, days_of, in_year, year_of
from app.queries.sums import kept, sums_of
from app.register.sum_keys import Sum

Row = dict[str, Any]
At = tuple[str, int]  # a body's id and a year
_SUMS = {Sum.ITEMS: "items", Sum.WITHOUT_OUTCOME: "items_without_outcome", Sum.VOTES: "votes"}


def reversals(session: Session, asked: Asked) -> list[Row]:
    """A row for each council and year: its §§ and voteringar, and those of them where it went against the board."""
    over = [body for body in bodies_over(session, asked) if body.ref["kind"] == "council"]
    ids = sorted({one for body in over for one in body.ids})
    counted = _kept(session, ids, asked) if kept(session) else _counted(session, ids, asked)
    counted |= _against(session, ids, asked)
    lists = {
        "items": ("items", {}),
        "items_against_board": ("items", {"against_board": "true"}),
        "items_without_outcome": ("items", {"has_outcome": "false"}),
        "votes": ("votes", {}),
        "votes_against_board": ("votes", {"against_board": "true"}),
    }
    return [
        {
            "municipality": body.municipality,
            "body": body.ref,
            "year": year,
            **{
                key: count(
                    sum(counted[key][one, year] for one in body.ids), name, body=body.ref["id"], **days_of(year), **more
                )
                for key, (name, more) in lists.items()
            },
        }
        for body in over
        for year in sorted({year for one, year in counted["items"] if one in body.own})
    ]


def _kept(session: Session, ids: Sequence[str], asked: Asked) -> dict[str, Counter[At]]:
    """From the register's own sums."""
    counted: dict[str, Counter[At]] = {key: Counter() for key in _SUMS.values()}
    for row in sums_of(session, list(_SUMS), ids, year=asked.year):
        counted[_SUMS[row.kind]][row.of, row.year] += row.n
    return counted


def _counted(session: Session, ids: Sequence[str], asked: Asked) -> dict[str, Counter[At]]:
    """From the rows, as they stood on a day."""
    every, voted = _every(ids, asked)
    return {
        "items": _by(session, every),
        "items_without_outcome": _by(session, every.where(items.c.outcome.is_(None))),
        "votes": _by(session, voted),
    }


def _against(session: Session, ids: Sequence[str], asked: Asked) -> dict[str, Counter[At]]:
    every, voted = _every(ids, asked)
    return {
        "items_against_board": _by(session, every.where(against_board(items.c.id))),
        "votes_against_board": _by(session, voted.where(against_board(items.c.id))),
    }


def _every(ids: Sequence[str], asked: Asked) -> tuple[sa.Select[Any], sa.Select[Any]]:
    """The §§ of these bodies by body and year, and their voteringar."""
    of_items, year = (items.c.body_id.in_(ids), in_year(items.c.date, asked.year)), year_of(items.c.date)
    group = (items.c.body_id, year)
    every = sa.select(*group, sa.func.count()).where(*of_items).group_by(*group)
    voted = sa.select(*group, sa.func.count()).join(votes, votes.c.item_id == items.c.id)
    return every, voted.where(*of_items).group_by(*group)


def _by(session: Session, query: sa.Select[Any]) -> Counter[At]:
    return Counter({(row[0], row[1]): row[2] for row in session.execute(query)})
