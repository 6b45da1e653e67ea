"""The entries that a question finds, in one order on both databases: by how well they answer, then the latest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import search_entries as entries
from app.search import postgres, sqlite
from app.search.question import Question
from app.search.tiers import Tier

# Of a very common word the latest so many are weighed.
MOST = 5_000
_SHOWN = (
    entries.c.n,
    entries.c.id,
    entries.c.owner,
    entries.c.kind,
    entries.c.municipality_id,
    entries.c.body_id,
    entries.c.year,
    entries.c.outcome,
    entries.c.parties,
)
# What a search is narrowed by, each to one value.
FACETS = ("municipality", "body", "kind", "year", "party", "outcome")


_NUMBERED = ("matter", "item")
_FIRST = -1
Matching = Callable[[Question, Tier, Sequence[sa.ColumnElement[Any]]], sa.Select[Any]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it was found. `place` is where it stands in the order, whatever is filed meanwhile."""

    id: str
    owner: str
    kind: str
    facets: Mapping[str, tuple[Any, ...]]
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The entries in their order, and whether there are more than were weighed."""

    entries: tuple[Entry, ...]
    is_cut: bool


def find_entries(
    session: Session, question: Question, narrowed: Mapping[str, Sequence[Any]], first: Sequence[str] = ()
) -> Found:
    """What the question finds, of what is `narrowed` by facets, each to one of these values; before it the matters or §§
    whose ids are `first`. A question without a word finds no more."""
    where = [_is_one_of(name, values) for name, values in narrowed.items()]
    rows: dict[int, tuple[int, Any]] = {}
    is_cut = False
    if first:
        numbered = sa.select(*_SHOWN).where(entries.c.id.in_(first), entries.c.kind.in_(_NUMBERED), *where)
        rows |= {row.n: (_FIRST, row) for row in session.execute(numbered)}
    for tier in Tier if question.terms else ():
        query = _matching(session)(question, tier, _SHOWN).where(*where).limit(MOST + 1)
        found = session.execute(query).all()
        is_cut = is_cut or len(found) > MOST
        for row in found[:MOST]:
            rows.setdefault(row.n, (tier, row))
    ordered = sorted(rows.values(), key=lambda one: (one[0], -one[1].n))
    return Found(tuple(_entry(tier, row) for tier, row in ordered[:MOST]), is_cut or len(ordered) > MOST)


def _matching(session: Session) -> Matching:
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.entries_matching if on_sqlite else postgres.entries_matching


def _is_one_of(name: str, values: Sequence[Any]) -> sa.ColumnElement[bool]:
    if name == "party":
        return sa.or_(*(entries.c.parties.contains(f"|{value}|", autoescape=True) for value in values))
    columns = {
        "municipality": entries.c.municipality_id,
        "body": entries.c.body_id,
        "kind": entries.c.kind,
        "year": entries.c.year,
        "outcome": entries.c.outcome,
    }
    return columns[name].in_(values)


def _entry(tier: int, row: Any) -> Entry:
    facets = {
        "municipality": (row.municipality_id,),
        "body": (row.body_id,),
        "kind": (row.kind,),
        "year": (row.year,),
        "party": tuple(row.parties.strip("|").split("|")),
        "outcome": (row.outcome,),
    }
    held = {name: tuple(value for value in of_name if value) for name, of_name in facets.items()}
    return Entry(row.id, row.owner, row.kind, held, (int(tier), -row.n))
