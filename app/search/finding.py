"""The entries that a question finds, in one order on both databases: by how well they answer, then the latest first."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import search_entries as entries
from app.search import postgres, sqlite
from app.search.entries import count_kinds, count_years
from app.search.question import Question
from app.search.tiers import Tier

# Of a very common word the latest so many are weighed.
MOST = 5_000
# What a search is narrowed by, each to one value.
FACETS = ("municipality", "body", "kind", "year", "party", "outcome", "status")
_COLUMNS = {
    "municipality": entries.c.municipality_id,
    "body": entries.c.body_id,
    "kind": entries.c.kind,
    "year": entries.c.year,
    "outcome": entries.c.outcome,
    "status": entries.c.status,
}
_COUNTED = ("municipality", "body", "outcome", "status")
_NUMBERED = ("matter", "item")
_FIRST = -1


class Language(Protocol):
    """A question in a database's own language."""

    def matching(self, question: Question, tier: Tier, least: int | None = None) -> sa.Select[Any]:
        """The numbers of the entries that the question finds within the tier, the latest first; none before `least`."""

    def narrowed(self, query: sa.Select[Any], where: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
        """The same of entries that meet these conditions."""

    def held(self, keys: Sequence[str]) -> sa.Select[Any]:
        """Those of these keys that any entry has."""

    def among(self, numbers: Sequence[int]) -> sa.ColumnElement[bool]:
        """Whether an entry is one of these."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it was found."""

    id: str
    owner: str
    kind: str
    outcome: str | None
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers of the entries by how well they answer, the best first and the latest first within each; and whether
    there are more than were weighed."""

    by_tier: tuple[tuple[int, Sequence[int]], ...]
    is_cut: bool

    @property
    def numbers(self) -> list[int]:
        return list(chain.from_iterable(numbers for _tier, numbers in self.by_tier))

    def place(self, index: int) -> tuple[int, int]:
        """Where the hit of this index stands in the order, whatever is filed meanwhile."""
        for tier, numbers in self.by_tier:
            if index < len(numbers):
                return tier, -numbers[index]
            index -= len(numbers)
        raise IndexError(index)

    def index_after(self, place: tuple[int, int]) -> int:
        """The index of the first hit after that place."""
        return sum(
            len(numbers) if tier < place[0] else bisect_right(numbers, place[1], key=lambda n: -n)
            for tier, numbers in self.by_tier
            if tier <= place[0]
        )


def find(
    session: Session, question: Question, narrowed: Mapping[str, Sequence[Any]], first: Sequence[str] = ()
) -> Found:
    """What the question finds, of what is `narrowed` by facets, each to one of these values; before it the matters or §§
    whose ids are `first`. A question without a word finds no more. What bears the question for its title is always weighed."""
    where = [_is_one_of(name, values) for name, values in narrowed.items()]
    by_tier: list[tuple[int, Sequence[int]]] = []
    met: set[int] = set()

    def add(tier: int, numbers: Sequence[int]) -> None:
        unmet = [n for n in numbers if n not in met][: MOST - len(met)]
        by_tier.append((tier, unmet))
        met.update(unmet)

    if first:
        numbered = sa.select(entries.c.n).where(entries.c.id.in_(first), entries.c.kind.in_(_NUMBERED), *where)
        add(_FIRST, session.execute(numbered.order_by(entries.c.n.desc())).scalars().all())
    if not question.terms:
        return Found(tuple(by_tier), is_cut=False)
    whole = _numbers(session, question, Tier.PARTS, where)
    least = whole[MOST - 1] if len(whole) > MOST else None
    if question.title and whole:
        add(Tier.EXACT, _numbers(session, question, Tier.EXACT, where))
    for tier in (Tier.TITLE, Tier.WORDS) if whole else ():
        add(tier, _numbers(session, question, tier, where, least))
    add(Tier.PARTS, whole[:MOST])
    return Found(tuple(by_tier), is_cut=least is not None)


def _numbers(
    session: Session, question: Question, tier: Tier, where: Sequence[sa.ColumnElement[bool]], least: int | None = None
) -> Sequence[int]:
    """The numbers of the latest that it finds, one more than are weighed; none before `least`."""
    language = _language(session)
    query = language.matching(question, tier, least)
    if where:
        query = language.narrowed(query, where)
    return session.execute(query.limit(MOST + 1)).scalars().all()


def entries_at(session: Session, numbers: Sequence[int]) -> list[Entry]:
    """The entries of these numbers, in that order."""
    columns = (entries.c.n, entries.c.id, entries.c.owner, entries.c.kind, entries.c.outcome, entries.c.parties)
    rows = {row.n: row for row in session.execute(sa.select(*columns).where(_language(session).among(numbers)))}
    return [
        Entry(row.id, row.owner, row.kind, row.outcome, _parties(row.parties))
        for row in (rows[n] for n in numbers if n in rows)
    ]


def counted(session: Session, numbers: Sequence[int]) -> dict[str, Counter[Any]]:
    """How many of these entries have each value of each facet."""
    found: dict[str, Counter[Any]] = {name: Counter() for name in FACETS}
    found["kind"].update(count_kinds(numbers))
    found["year"].update(count_years(numbers))
    if numbers:
        by = (*(_COLUMNS[name] for name in _COUNTED), entries.c.parties)
        query = sa.select(*by, sa.func.count()).where(_language(session).among(numbers)).group_by(*by)
        for *values, parties, count in session.execute(query):
            for name, value in zip(_COUNTED, values, strict=True):
                found[name][value] += count
            for party in _parties(parties):
                found["party"][party] += count
    for of_facet in found.values():
        del of_facet[None]
    return found


def held_keys(session: Session, keys: Sequence[str]) -> set[str]:
    """Those of these keys that can be found here."""
    return set(session.execute(_language(session).held(keys)).scalars())


def _parties(written: str) -> tuple[str, ...]:
    return tuple(party for party in written.split("|") if party)


def _language(session: Session) -> Language:
    return sqlite if session.get_bind().dialect.name == "sqlite" else postgres


def _is_one_of(name: str, values: Sequence[Any]) -> sa.ColumnElement[bool]:
    if name == "party":
        return sa.or_(*(entries.c.parties.contains(f"|{value}|", autoescape=True) for value in values))
    return _COLUMNS[name].in_(values)
