"""Yrkanden, reservations, statements and votes as lists: each with its §, its matters and whoever stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import ballots as ballot_rows
from app.models.register import items, names, reservations, statements, votes, yrkanden
from app.queries.by_words import by_words, in_matters
from app.queries.case_refs import cases_of, items_at
from app.queries.filters import (
    choice,
    days,
    flag,
    is_of_municipality,
    municipality_filter,
    of_body,
    of_case,
    of_item,
    of_parties,
    of_party,
    of_people,
    of_person,
    party_filter,
    person_filter,
    updated_since,
    without_party,
)
from app.queries.findings import against_board
from app.queries.items import facts_by_id
from app.queries.listing import Filter, Latest, Listing, Row, Wanted, in_order
from app.queries.meant import is_party, municipality_meant, names_of
from app.queries.summed import summed
from app.register.sum_keys import Sum
from app.search.entries import HitKind
from importers.bundle import Attribution, Stance, StatementKind

# How many §§ are read for the latest facts, since most §§ hold none; and how many times more while these are too few, or all
# of one day, on which a country's councils may meet.
_AT_LEAST, _EACH, _TIMES, _AT_MOST = 200, 4, 4, 20_000


def _rows(table: sa.Table) -> Callable[[Session, Sequence[str], Wanted], Sequence[Row]]:
    def rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
        by_item = facts_by_id(session, table, ids, placed=wanted.placed)
        at, belongs = items_at(session, list(by_item)), cases_of(session, list(by_item))
        with_items = [
            {**fact, "item": at[item][0], "municipality": at[item][1], "cases": belongs[item]}
            for item, facts in by_item.items()
            for fact in facts
        ]
        return in_order(ids, with_items)

    return rows


def _of_item(table: sa.Table, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.select(column).where(items.c.id == table.c.item_id).scalar_subquery()


def _items_in(typed: str) -> sa.Select[Any]:
    """The §§ of a municipality: found by it, so that what another has filed costs nothing."""
    return sa.select(items.c.id).where(items.c.municipality_id.in_(municipality_meant(typed)))


def _latest(table: sa.Table) -> Latest:
    """The last so many by date, found in the last §§; None where too few of many of these hold any."""

    def latest(session: Session, most: int, municipality: str | None) -> Sequence[str] | None:
        if most == 0:
            return []
        recent = sa.select(items.c.id, items.c.date).order_by(items.c.date.desc()).limit(sa.bindparam("read"))
        if municipality is not None:
            recent = recent.where(is_of_municipality(session, items.c.municipality_id, municipality))
        last = recent.subquery()
        query = (
            sa.select(last.c.id.label("item_id"), last.c.date, table.c.id)
            .join(table, table.c.item_id == last.c.id, isouter=True)
            .order_by(last.c.date.desc(), table.c.id)
        )
        read = _AT_LEAST + _EACH * most
        while read <= _AT_MOST:
            rows = session.execute(query, {"read": read}).all()
            whole = len({row.item_id for row in rows}) < read
            # the earliest day read may have more §§ than were read
            ids = [row.id for row in rows if row.id and (whole or row.date > rows[-1].date)]
            if whole or len(ids) >= most:
                return ids[:most] if len(ids) >= most else None
            read *= _TIMES
        return None

    return latest


_KINDS = {
    "yrkanden": HitKind.YRKANDE,
    "reservations": HitKind.RESERVATION,
    "statements": HitKind.STATEMENT,
    "votes": HitKind.VOTE,
}


def _listing(table: sa.Table, filters: dict[str, Filter]) -> Listing:
    date = _of_item(table, items.c.date)
    return Listing(
        name=str(table.name),
        id=table.c.id,
        rows=_rows(table),
        latest=_latest(table),
        counted=summed(Sum.FACTS, str(table.name)),
        includes=("sources",),
        sorts={"date": date},
        order="-date",
        filters={
            "q": by_words(
                "Words that stand in it",
                lambda of: table.c.id.in_(of(_KINDS[table.name])),
                in_matters(table.name, table.c.id),
                table.c.item_id.in_,
                bounded=True,
            ),
            "municipality": municipality_filter(lambda typed: table.c.item_id.in_(_items_in(typed))),
            "body": of_body(_of_item(table, items.c.body_id)),
            **days(date),
            "case": of_case(table.c.item_id),
            "item": of_item(lambda typed: table.c.item_id == typed),
            **filters,
            "updated_since": updated_since(table.c.item_id),
        },
    )


def _has_party(table: sa.Table, role: str) -> Filter:
    return flag("Whether any party is printed behind it.", sa.not_(without_party(table.c.id, role, table.c.parties)))


YRKANDEN = _listing(
    yrkanden,
    {
        "party": of_party(yrkanden.c.id, "mover", yrkanden.c.parties),
        "parties": of_parties(yrkanden.c.id, "mover", yrkanden.c.parties),
        "has_party": _has_party(yrkanden, "mover"),
        "person": of_person(yrkanden.c.id, ("mover",)),
        "stance": choice(yrkanden.c.stance, "What was moved.", Stance),
    },
)
RESERVATIONS = _listing(
    reservations,
    {
        "party": of_party(reservations.c.id, "reservant", reservations.c.parties),
        "parties": of_parties(reservations.c.id, "reservant", reservations.c.parties),
        "has_party": _has_party(reservations, "reservant"),
        "person": of_person(reservations.c.id, ("reservant", "member")),
        "people": of_people(reservations.c.id, ("reservant",)),
        "written": flag("Whether it was in writing.", reservations.c.written),
    },
)
STATEMENTS = _listing(
    statements,
    {
        "party": of_party(statements.c.id, "author", statements.c.parties),
        "person": of_person(statements.c.id, ("author",)),
        "kind": choice(statements.c.kind, "What kind of statement.", StatementKind),
        "attribution": choice(statements.c.attribution, "How its author is known.", Attribution),
    },
)
VOTES = _listing(
    votes,
    {
        "person": person_filter(
            "Somebody whose vote is printed: a person's id, or a name as printed.",
            lambda typed: votes.c.id.in_(
                sa.select(ballot_rows.c.vote_id).where(ballot_rows.c.name_id.in_(names_of(typed)))
            ),
        ),
        "party": party_filter(
            "Somebody of this party's vote is printed.",
            lambda typed: votes.c.id.in_(
                sa.select(ballot_rows.c.vote_id)
                .join(names, names.c.id == ballot_rows.c.name_id)
                .where(is_party(names.c.party, typed))
            ),
        ),
        "against_board": flag(
            "Whether the council decided otherwise than the board had proposed.", against_board(votes.c.item_id)
        ),
        "casting_vote": flag("Whether the chair's vote settled a tie.", votes.c.casting_vote),
    },
)
