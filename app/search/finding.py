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

from app.models.prepared import Prepared
from app.models.register import search_entries as entries
from app.search import postgres, sqlite
from app.search.entries import count_kinds, count_years
from app.search.normaliser import facet_key
from app.search.question import Question
from app.search.tiers import Tier

# Of a very common word the latest so many are weighed.
MOST = 5_000
# Of what so many have, each is looked at by itself; `§ 1` alone is of thousands.
_FEW_OWNERS = 50
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

    PLANNING: str | None
    """What is asked first, so that a question is planned for by the words that it holds."""

    def weighed(self, session: Session, asked: Mapping[Tier, str], most: int) -> dict[Tier, list[int]]:
        """The numbers of the latest `most` entries that the expression of the last tier finds, the latest first, with one more
        where there are more; under each other tier those of the `most` that it finds too. The first tier, where it is
        asked, finds the latest there are, however early."""

    COUNTING: Prepared
    """How many of the entries whose `:numbers` are `listed` have the same of what is counted, as `tallied` reads it. A list
    handed over whole costs a fifth of as many rows."""

    SHOWN: Prepared
    """Of the entries whose `:numbers` are `listed`: the number, and what an `Entry` has."""

    HELD: Prepared
    """Those of the `:keys`, which are `listed`, that any entry has."""

    def expression(self, question: Question, tier: Tier, narrowed: Sequence[Sequence[str]]) -> str:
        """What finds entries within the tier that have one key of each of the sets that it is `narrowed` by."""

    def ids(
        self, asked: str, kinds: Sequence[str], *, of_owners: bool, most: int | None = None, beside: str = ""
    ) -> sa.CTE:
        """The ids of the entries of these kinds that an `expression` finds, or those of their owners; of the latest `most`.
        What is found `beside` something else in one statement goes by that name too."""

    def holds(self, asked: str, *, of_many: bool) -> sa.ColumnElement[bool] | sa.TextClause:
        """Whether an `expression` finds an entry, asked of few or `of_many`."""

    def counted_to(self, session: Session, asked: str, kinds: Sequence[str], most: int) -> int:
        """How many entries of these kinds it finds, no further than `most`."""

    def listed(self, values: Sequence[int] | Sequence[str]) -> Any:
        """Values as one."""

    def tallied(self, rows: Sequence[Any]) -> Mapping[str, int]:
        """How often each combination occurs: municipality, body, outcome and status, then the parties as they are written,
        with a comma after each of the first four; what an entry has not is empty."""


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


def found_ids(
    session: Session, question: Question, kinds: Sequence[str], *, of_owners: bool = False, beside: str = ""
) -> sa.Select[tuple[str]]:
    """The ids of the entries of these kinds that hold what the question seeks, however many do, or those of their owners. They
    are found once, however often a statement asks for them."""
    language = _language(session)
    asked = language.expression(question, Tier.PARTS, ())
    return sa.select(language.ids(asked, kinds, of_owners=of_owners, beside=beside).c.id)


def latest_ids(
    session: Session,
    question: Question,
    kinds: Sequence[str],
    narrowed: Mapping[str, Sequence[Any]],
    *,
    of_owners: bool = False,
) -> sa.Select[tuple[str]] | None:
    """The same of the latest of them, of what is `narrowed`, where there are more than a search weighs; None where there are
    not."""
    language = _language(session)
    asked = language.expression(question, Tier.PARTS, _keyed(narrowed))
    if language.counted_to(session, asked, kinds, MOST + 1) <= MOST:
        return None
    return sa.select(language.ids(asked, kinds, of_owners=of_owners, most=MOST).c.id)


@dataclass(frozen=True, slots=True)
class Within:
    """What is looked for in what these owners have, a select of ids, alone."""

    owners: sa.Select[Any]
    question: Question


def find(
    session: Session,
    question: Question,
    narrowed: Mapping[str, Sequence[Any]],
    first: Sequence[str] = (),
    within: Within | None = None,
) -> Found:
    """What the question finds, of what is `narrowed` by facets, each to one of these values; before it the matters or §§
    whose ids are `first`, and what is found `within` something. A question without a word finds no more. What bears the question for its title is always weighed."""
    by_tier: list[tuple[int, Sequence[int]]] = []
    met: set[int] = set()

    def add(tier: int, numbers: Sequence[int]) -> None:
        unmet = [n for n in numbers if n not in met][: MOST - len(met)]
        by_tier.append((tier, unmet))
        met.update(unmet)

    if not all(narrowed.values()):  # by a name that nothing here has
        return Found((), is_cut=False)
    ahead = [
        *(_numbered(session, first, narrowed) if first else ()),
        *(_within(session, within, narrowed) if within else ()),
    ]
    if ahead:
        add(_FIRST, sorted(set(ahead), reverse=True))
    if not question.terms:
        return Found(tuple(by_tier), is_cut=False)
    if planning := _language(session).PLANNING:
        session.execute(sa.text(planning))
    language, keyed = _language(session), _keyed(narrowed)
    asked = {tier: language.expression(question, tier, keyed) for tier in Tier if tier > Tier.EXACT or question.title}
    weighed = language.weighed(session, asked, MOST)
    for tier in Tier:
        add(tier, weighed.get(tier, ())[:MOST])
    return Found(tuple(by_tier), is_cut=len(weighed[Tier.PARTS]) > MOST)


def _keyed(narrowed: Mapping[str, Sequence[Any]]) -> list[list[str]]:
    return [[facet_key(name, str(value)) for value in values] for name, values in narrowed.items()]


def _numbered(session: Session, ids: Sequence[str], narrowed: Mapping[str, Sequence[Any]]) -> Sequence[int]:
    """The numbers of the entries of these matters or §§, the latest first: each is its own owner's, or its matter's."""
    where = [_is_one_of(name, values) for name, values in narrowed.items()]
    numbered = sa.select(entries.c.n).where(entries.c.owner.in_(ids), entries.c.id.in_(ids))
    numbered = numbered.where(entries.c.kind.in_(_NUMBERED), *where)
    return session.execute(numbered.order_by(entries.c.n.desc())).scalars().all()


def _within(session: Session, within: Within, narrowed: Mapping[str, Sequence[Any]]) -> Sequence[int]:
    """The numbers of the entries of these owners that hold what is looked for there, the latest first."""
    if not within.question.terms:
        return []
    language = _language(session)
    few = sa.select(sa.func.count()).select_from(within.owners.limit(_FEW_OWNERS + 1).subquery())
    of_many = session.execute(few).scalar_one() > _FEW_OWNERS
    holds = language.holds(language.expression(within.question, Tier.PARTS, _keyed(narrowed)), of_many=of_many)
    query = (
        sa.select(entries.c.n).where(entries.c.owner.in_(within.owners), holds).order_by(entries.c.n.desc()).limit(MOST)
    )
    return session.execute(query).scalars().all()


def entries_at(session: Session, numbers: Sequence[int]) -> list[Entry]:
    """The entries of these numbers, in that order."""
    if not numbers:
        return []
    language = _language(session)
    rows = {row.n: row for row in language.SHOWN.run(session, numbers=language.listed(numbers)).all()}
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
        language = _language(session)
        rows = language.COUNTING.run(session, numbers=language.listed(numbers)).all()
        for combined, count in language.tallied(rows).items():
            *values, parties = combined.split(",", len(_COUNTED))
            for name, value in zip(_COUNTED, values, strict=True):
                found[name][value] += count
            for party in _parties(parties):
                found["party"][party] += count
    for of_facet in found.values():
        del of_facet[""]
    return found


def held_keys(session: Session, keys: Sequence[str]) -> set[str]:
    """Those of these keys that can be found here."""
    language = _language(session)
    return set(language.HELD.run(session, keys=language.listed(keys)).scalars()) if keys else set()


def _parties(written: str) -> tuple[str, ...]:
    return tuple(party for party in written.split("|") if party)


def _language(session: Session) -> Language:
    return sqlite if session.get_bind().dialect.name == "sqlite" else postgres


def _is_one_of(name: str, values: Sequence[Any]) -> sa.ColumnElement[bool]:
    if name == "party":
        return sa.or_(*(entries.c.parties.contains(f"|{value}|", autoescape=True) for value in values))
    return _COLUMNS[name].in_(values)
