"""Which parties reserve themselves and move together: how often each two of them do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import items, mentions, names, reservations, yrkanden
from app.queries.statistics.counted import Asked, bodies_over, count, days_of, in_year, places
from app.queries.sums import kept, sums_of
from app.register.sum_keys import Sum

Row = dict[str, Any]
_ROLES = {reservations: "reservant", yrkanden: "mover"}
_SUMS = (Sum.OF_PARTY, Sum.OF_NO_PARTY, Sum.TOGETHER, Sum.AT_ONE_ITEM, Sum.PRINTED)
_AT = {reservations: "parties_reserved", yrkanden: "parties_moved"}


def pairs(session: Session, asked: Asked) -> list[Row]:
    """A row for each municipality, kind of fact and two parties that ever stood behind one at the same §. `together` counts
    the facts that both are behind; at one § two parties may also want different things."""
    here = places(session, asked)
    if asked.body is not None or not kept(session):
        found = {table: _counted(session, table, asked) for table in _ROLES}
    else:
        found = _kept(session, asked, list(here))
    return [row for table in _ROLES for row in _pairs(table, found[table], asked, here)]


@dataclass(slots=True)
class _Counted:
    """What is counted of one kind of fact, by municipality and party (in lower case); `items` by §."""

    letters: _Letters
    own: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    together: dict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: defaultdict(Counter))
    items: dict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: defaultdict(Counter))
    silent: Counter[str] = field(default_factory=Counter)


def _pairs(table: sa.Table, found: _Counted, asked: Asked, here: Mapping[str, Any]) -> list[Row]:
    name = str(table.name)
    letters, own = found.letters, found.own
    asked_of = {"body": asked.body, **days_of(asked.year)}
    return [
        {
            "municipality": here[place],
            "kind": name,
            "party": letters.shown[one],
            "other": letters.shown[other],
            "items": count(n, "items", municipality=place, **asked_of, **{_AT[table]: letters.both(one, other)}),
            "together": count(
                found.together[place][one, other],
                name,
                municipality=place,
                **asked_of,
                parties=letters.both(one, other),
            ),
            "of_party": count(own[place][one], name, municipality=place, **asked_of, party=letters.shown[one]),
            "of_other": count(own[place][other], name, municipality=place, **asked_of, party=letters.shown[other]),
            "without_party": count(found.silent[place], name, municipality=place, **asked_of, has_party="false"),
        }
        for place in here
        for (one, other), n in sorted(found.items[place].items())
    ]


def _kept(session: Session, asked: Asked, here: list[str]) -> dict[sa.Table, _Counted]:
    """From the register's own sums."""
    by_name = {str(table.name): _Counted(_Letters()) for table in _ROLES}
    for row in sums_of(session, _SUMS, here, tuple(by_name), asked.year):
        found = by_name[row.fact]
        match row.kind:
            case Sum.OF_PARTY:
                found.own[row.of][row.key] += row.n
            case Sum.OF_NO_PARTY:
                found.silent[row.of] += row.n
            case Sum.TOGETHER:
                found.together[row.of][row.key, row.other] += row.n
            case Sum.AT_ONE_ITEM:
                found.items[row.of][row.key, row.other] += row.n
            case _:
                found.letters.of(row.other)
    return {table: by_name[str(table.name)] for table in _ROLES}


def _counted(session: Session, table: sa.Table, asked: Asked) -> _Counted:
    """From the facts themselves: of one body, or as of a day."""
    found = _Counted(letters := _Letters())
    behind, at_item, place_of = _behind(session, table, asked, letters)
    for fact, parties in behind.items():
        found.own[place_of[fact]].update(parties)
        found.together[place_of[fact]].update(combinations(sorted(parties), 2))
        found.silent[place_of[fact]] += not parties
    for place, parties in at_item.values():
        found.items[place].update(combinations(sorted(parties), 2))
    return found


class _Letters:
    """Parties by their letters in lower case, each with the letters as printed; of several ways, the one with most capitals
    at its beginning."""

    def __init__(self) -> None:
        self.shown: dict[str, str] = {}

    def of(self, printed: str) -> str:
        letters = printed.lower()
        self.shown[letters] = min(printed, self.shown.get(letters, printed))
        return letters

    def both(self, one: str, other: str) -> str:
        return f"{self.shown[one]},{self.shown[other]}"


Behind = tuple[Mapping[str, set[str]], Mapping[str, tuple[str, set[str]]], Mapping[str, str]]


def _behind(session: Session, table: sa.Table, asked: Asked, letters: _Letters) -> Behind:
    """The parties behind each fact; those at each §, with its municipality; and the municipality of each fact."""
    where = [items.c.municipality_id.in_(list(places(session, asked))), in_year(items.c.date, asked.year)]
    if asked.body is not None:
        where.append(items.c.body_id.in_({one for body in bodies_over(session, asked) for one in body.ids}))
    facts = (
        sa.select(table.c.id, table.c.item_id, table.c.parties, items.c.municipality_id)
        .join(items, items.c.id == table.c.item_id)
        .where(*where)
    )
    behind: dict[str, set[str]] = {}
    item_of: dict[str, tuple[str, str]] = {}
    for row in session.execute(facts.order_by(table.c.id)):
        behind[row.id] = {letters.of(party) for party in row.parties}
        item_of[row.id] = (row.item_id, row.municipality_id)
    printed = (
        sa.select(mentions.c.fact_id, names.c.party)
        .join(names, names.c.id == mentions.c.name_id)
        .where(mentions.c.role == _ROLES[table], names.c.party.isnot(None))
        .order_by(mentions.c.fact_id, mentions.c.n)
    )
    for named in session.execute(printed):
        if named.fact_id in behind:
            behind[named.fact_id].add(letters.of(named.party))
    at_item: dict[str, tuple[str, set[str]]] = {}
    for fact, (item, place) in item_of.items():
        at_item.setdefault(item, (place, set()))[1].update(behind[fact])
    return behind, at_item, {fact: place for fact, (_item, place) in item_of.items()}
