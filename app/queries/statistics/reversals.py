"""Where the council decided otherwise than the board had proposed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import items, votes
from app.queries.findings import against_board
from app.queries.statistics.counted import Asked, bodies_over, count, days_of, in_year, year_of

Row = dict[str, Any]


def reversals(session: Session, asked: Asked) -> list[Row]:
    """A row for each council and year: its §§ and voteringar, and those of them where it went against the board."""
    over = [body for body in bodies_over(session, asked) if body.ref["kind"] == "council"]
    ids = sorted({one for body in over for one in body.ids})
    of_items, year = (items.c.body_id.in_(ids), in_year(items.c.date, asked.year)), year_of(items.c.date)
    group = (items.c.body_id, year)
    every = sa.select(*group, sa.func.count()).where(*of_items).group_by(*group)
    voted = (
        sa.select(*group, sa.func.count()).join(votes, votes.c.item_id == items.c.id).where(*of_items).group_by(*group)
    )
    counted = {
        "items": _by(session, every),
        "items_against_board": _by(session, every.where(against_board(items.c.id))),
        "items_without_outcome": _by(session, every.where(items.c.outcome.is_(None))),
        "votes": _by(session, voted),
        "votes_against_board": _by(session, voted.where(against_board(items.c.id))),
    }
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


def _by(session: Session, query: sa.Select[Any]) -> Counter[tuple[str, int]]:
    return Counter({(row[0], row[1]): row[2] for row in session.execute(query)})
