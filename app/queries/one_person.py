"""One person: what stands behind the name, over the years, at which meetings, and with whom; never more than is printed."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    ballots,
    bodies,
    documents,
    items,
    mentions,
    names,
    people,
    presence,
    redirects,
    reservations,
    statements,
    votes,
    yrkanden,
)
from app.queries.aliases import sent_on
from app.queries.case_refs import cases_of, items_at
from app.queries.meant import names_of
from app.queries.sources import sources_of
from app.queries.statistics.counted import in_year
from app.queries.sums import kept, sums_of
from app.register.sum_keys import PERSON_ROLES, Sum

# Who counts as standing behind a fact, as the lists' filter by person has it.
_ROLES: dict[str, tuple[sa.Table, tuple[str, ...]]] = {
    str(table.name): (table, PERSON_ROLES[table.name]) for table in (yrkanden, reservations, statements)
}


class Attended(TypedDict):
    """What somebody was listed as in a body's papers: on how many days, and between which."""

    body: dict[str, Any]
    role: str
    serving: bool
    days: int
    first: dt.date
    last: dt.date


class Together(TypedDict):
    """Somebody who stands behind the same reservations, and how many those are."""

    id: str
    name: str
    parties: list[str]
    reservations: int


@dataclass(frozen=True, slots=True)
class Years:
    """How many facts of each kind there are by year, and in all."""

    years: list[int]
    counts: dict[str, Counter[int]]

    def total(self, kind: str) -> int:
        return sum(self.counts[kind].values())

    def counts_of(self, kind: str) -> list[int]:
        """The counts from the first year to the last, those between without any as 0."""
        return [self.counts[kind][year] for year in range(self.years[0], self.years[-1] + 1)]


def printed_names(session: Session, person: str) -> list[str]:
    """The ids of the names that lead to a person."""
    return list(session.execute(names_of(person)).scalars())


def name_of(session: Session, person: str) -> str:
    """What a person's id stands for, through every merge; a name stays itself."""
    now = sent_on(session, person)
    split = sa.select(names.c.name).join(redirects, redirects.c.id == names.c.id).where(redirects.c.into == now)
    own = session.execute(sa.select(people.c.name).where(people.c.id == now)).scalar()
    return own or session.execute(split.limit(1)).scalar() or person


def years_of_person(session: Session, name_ids: Sequence[str]) -> Years:
    """What the person did each year, by kind; a votering counts where the person's vote is printed.

    Of who goes by one name alone it is counted already; two names of one person may stand behind the same fact.
    """
    if len(name_ids) == 1 and kept(session):
        counts = _summed(session, name_ids[0], (*_ROLES, "votes"))
        return Years(sorted({year for of in counts.values() for year in of}), counts)
    return _counted_years(session, name_ids)


def _summed(session: Session, name_id: str, kinds: tuple[str, ...]) -> dict[str, Counter[int]]:
    counts: dict[str, Counter[int]] = {kind: Counter() for kind in kinds}
    for row in sums_of(session, [Sum.OF_NAME], [name_id], kinds):
        counts[row.fact][row.year] += row.n
    return counts


def _counted_years(session: Session, name_ids: Sequence[str]) -> Years:
    year = sa.cast(sa.extract("year", items.c.date), sa.Integer)
    counts: dict[str, Counter[int]] = {}
    for kind, (table, roles) in _ROLES.items():
        query = (
            sa.select(year, sa.func.count(sa.distinct(table.c.id)))
            .join_from(mentions, table, table.c.id == mentions.c.fact_id)
            .join(items, items.c.id == table.c.item_id)
            .where(mentions.c.name_id.in_(name_ids), mentions.c.role.in_(roles))
            .group_by(year)
        )
        counts[kind] = Counter({row[0]: row[1] for row in session.execute(query)})
    query = (
        sa.select(year, sa.func.count(sa.distinct(ballots.c.vote_id)))
        .join_from(ballots, items, items.c.id == ballots.c.owner)
        .where(ballots.c.name_id.in_(name_ids))
        .group_by(year)
    )
    counts["votes"] = Counter({row[0]: row[1] for row in session.execute(query)})
    return Years(sorted({year for of in counts.values() for year in of}), counts)


def latest_of_person(session: Session, kind: str, name_ids: Sequence[str], most: int) -> list[str]:
    """The ids of the latest yrkanden, reservations or statements that the person stands behind."""
    table, roles = _ROLES[kind]
    found: dict[str, dt.date] = {}
    for name_id, role in product(name_ids, roles):  # each by itself, so that the index gives the latest first
        query = (
            sa.select(table.c.id, mentions.c.date)
            .join_from(mentions, table, table.c.id == mentions.c.fact_id)
            .where(mentions.c.name_id == name_id, mentions.c.role == role, mentions.c.date.is_not(None))
            .distinct()
            .order_by(mentions.c.date.desc(), table.c.id)
            .limit(most)
        )
        found |= {row.id: row.date for row in session.execute(query)}
    return sorted(found, key=lambda fact: (-found[fact].toordinal(), fact))[:most]


def latest_ballots(
    session: Session, name_ids: Sequence[str], most: int, offset: int = 0, year: int | None = None
) -> list[dict[str, Any]]:
    """The person's printed votes, of one year or of all, from the latest on, each with its votering, § and matters, and where it
    stands."""
    means = (votes.c[name] for name in ("yes_means", "no_means", "yes", "no", "abstain", "absent", "paired"))
    query = (
        sa.select(ballots.c.id, ballots.c.choice, ballots.c.owner, votes.c.id.label("vote_id"), *means)
        .add_columns(ballots.c.date, votes.c.n)
        .join_from(ballots, votes, votes.c.id == ballots.c.vote_id)
        .where(in_year(ballots.c.date, year))
        .order_by(ballots.c.date.desc(), ballots.c.owner, votes.c.n, ballots.c.id)
        .limit(offset + most)
    )
    found: list[dict[str, Any]] = []
    for name_id in name_ids:  # each by itself, so that the index gives the latest first
        found += map(dict, session.execute(query.where(ballots.c.name_id == name_id)).mappings())
    found.sort(key=lambda row: (-(row["date"] or dt.date.min).toordinal(), row["owner"], row["n"], row["id"]))
    rows = found[offset : offset + most]
    owners = {row["owner"] for row in rows}
    at, belongs = items_at(session, owners), cases_of(session, list(owners))
    resting = sources_of(session, owners, facts=[row["id"] for row in rows])
    return [
        {
            **row,
            "item": at[row["owner"]][0],
            "municipality": at[row["owner"]][1],
            "cases": belongs[row["owner"]],
            "sources": resting.get(row["id"], []),
        }
        for row in rows
    ]


def attended(session: Session, name_ids: Sequence[str]) -> list[Attended]:
    """In which bodies' papers the person is listed, and as what, by body and role; what bears no day is left out."""
    query = (
        sa.select(
            bodies.c.id,
            bodies.c.name,
            bodies.c.kind,
            presence.c.role,
            presence.c.serving,
            sa.func.count(sa.distinct(documents.c.date)).label("days"),
            sa.func.min(documents.c.date).label("first"),
            sa.func.max(documents.c.date).label("last"),
        )
        .join_from(presence, documents, documents.c.id == presence.c.document_id)
        .join(bodies, bodies.c.id == documents.c.body_id)
        .where(presence.c.name_id.in_(name_ids), documents.c.date.is_not(None))
        .group_by(bodies.c.id, bodies.c.name, bodies.c.kind, presence.c.role, presence.c.serving)
        .order_by(bodies.c.name, bodies.c.id, presence.c.role, presence.c.serving.desc())
    )
    return [
        Attended(
            body={"id": row.id, "name": row.name, "kind": row.kind},
            role=row.role,
            serving=row.serving,
            days=row.days,
            first=row.first,
            last=row.last,
        )
        for row in session.execute(query)
    ]


def latest_presences(session: Session, name_ids: Sequence[str], most: int) -> list[str]:
    """The ids of the latest lists that hold the person, the latest day first; what several papers of a meeting say alike
    once."""
    query = (
        sa.select(presence, documents.c.body_id, documents.c.date)
        .join_from(presence, documents, documents.c.id == presence.c.document_id)
        .where(presence.c.name_id.in_(name_ids))
        .order_by(documents.c.date.desc().nulls_last(), presence.c.id)
        .limit(most * 4)
    )
    ids: dict[tuple[Any, ...], str] = {}
    for row in session.execute(query):
        alike = (row.body_id, row.date, row.role, row.serving, row.for_name_id, str(row.items), row.note)
        ids.setdefault(alike, row.id)
    return list(ids.values())[:most]


def reserved_with(session: Session, name_ids: Sequence[str]) -> list[Together]:
    """Those whom the same reservations name, by name; a group's members, whom the attendance alone shows, are not named by it."""
    if len(name_ids) == 1 and kept(session):
        return _by_person(session, {row.key: row.n for row in sums_of(session, [Sum.RESERVED_WITH], name_ids)})
    other = mentions.alias("other")
    query = (
        sa.select(other.c.name_id, sa.func.count(sa.distinct(other.c.fact_id)).label("n"))
        .join_from(mentions, other, sa.and_(other.c.owner == mentions.c.owner, other.c.fact_id == mentions.c.fact_id))
        .where(
            mentions.c.name_id.in_(name_ids),
            mentions.c.role == "reservant",
            other.c.role == "reservant",
            other.c.name_id.not_in(name_ids),
        )
        .group_by(other.c.name_id)
    )
    counted = {row.name_id: row.n for row in session.execute(query)}
    return _by_person(session, counted)


def _by_person(session: Session, counted: dict[str, int]) -> list[Together]:
    bearers: Collection[Any] = session.execute(
        sa.select(names, sa.func.coalesce(redirects.c.into, names.c.person_id).label("bearer"))
        .join(redirects, sa.and_(redirects.c.id == names.c.id, redirects.c.kind == "name"), isouter=True)
        .where(names.c.id.in_(list(counted)), names.c.person_id.is_not(None))
    ).all()
    by: dict[str, list[Any]] = defaultdict(list)
    for row in bearers:
        by[row.bearer].append(row)
    made = [
        Together(
            id=person,
            name=rows[0].name,
            parties=sorted({row.party for row in rows if row.party}),
            reservations=sum(counted[row.id] for row in rows),
        )
        for person, rows in by.items()
    ]
    return sorted(made, key=lambda one: (one["name"], one["id"]))
