"""§§ with everything they say, fetched for a whole matter in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    ballots,
    bodies,
    case_mentions,
    clauses,
    decisions,
    item_documents,
    items,
    matter_entities,
    mentions,
    names,
    propositions,
    reservations,
    statements,
    votes,
    yrkanden,
)
from app.queries.references import references_of
from app.queries.sources import Sources, sources_of
from app.register.after_vote import after_vote
from app.schemas.rows import BodyRef, ItemRow, PersonRow, ReferenceRow

FactsByOwner = dict[str, list[dict[str, Any]]]

# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_ITEMS = (
    sa.select(items, bodies.c.name.label("body"), bodies.c.kind.label("body_kind"))
    .join(bodies, bodies.c.id == items.c.body_id)
    .where(items.c.id.in_(_IDS))
    .order_by(items.c.date, items.c.body_id, items.c.number, items.c.id)
)
_PEOPLE = (
    sa.select(mentions.c.owner, mentions.c.fact_id, mentions.c.role, mentions.c.title, names.c.name, names.c.party)
    .join(names, names.c.id == mentions.c.name_id)
    .where(mentions.c.owner.in_(_IDS))
    .order_by(mentions.c.fact_id, mentions.c.role, mentions.c.owner, mentions.c.n)
)
_CLAUSES = sa.select(clauses).where(clauses.c.entity_id.in_(_IDS)).order_by(clauses.c.n)
_NUMBERS = (
    sa.select(case_mentions.c.entity_id, case_mentions.c.printed)
    .where(case_mentions.c.entity_id.in_(_IDS), sa.not_(case_mentions.c.stamp))
    .distinct()
    .order_by(case_mentions.c.printed)
)
_DECISIONS = sa.select(decisions).where(decisions.c.item_id.in_(_IDS)).order_by(decisions.c.n)
_DOCUMENTS = sa.select(item_documents).where(item_documents.c.item_id.in_(_IDS)).order_by(item_documents.c.document_id)
_OF_ITEMS = {
    table.name: sa.select(table).where(table.c.item_id.in_(_IDS)).order_by(table.c.n)
    for table in (yrkanden, propositions, reservations, statements, votes)
}


def items_of_matter(session: Session, matter_id: str, *, placed: bool = True) -> list[ItemRow]:
    """The matter's §§ by date, then by how they were numbered."""
    query = sa.select(matter_entities.c.entity_id).where(
        matter_entities.c.matter_id == matter_id, matter_entities.c.entity == "item"
    )
    return items_by_id(session, list(session.execute(query).scalars()), placed=placed)


class Alike(NamedTuple):
    """What §§ and documents have alike, of many at once: where their facts stand, whom these name, att-satser, references and
    case numbers."""

    sources: Sources
    people: dict[tuple[str, str], list[PersonRow]]
    clauses: FactsByOwner
    references: dict[str, list[ReferenceRow]]
    numbers: dict[str, list[str]]


def alike_of(session: Session, ids: Collection[str], *, placed: bool = True) -> Alike:
    """Of these §§ and documents; with the places where `placed`."""
    sources = sources_of(session, ids, placed=placed)
    return Alike(
        sources,
        people_of(session, ids),
        clauses_of(session, ids, sources),
        references_of(session, ids, sources),
        case_numbers_of(session, ids),
    )


def items_by_id(
    session: Session, ids: Collection[str], *, placed: bool = True, alike: Alike | None = None
) -> list[ItemRow]:
    """These §§, with their facts, and with the places these rest on where `placed`; `alike` is what has been read of them."""
    sources, people, clauses_by_owner, references, numbers = alike or alike_of(session, ids, placed=placed)
    decided = _decisions(session, ids, sources, clauses_by_owner)
    facts = {
        "yrkanden": _facts(session, yrkanden, ids, sources, people, "movers"),
        "propositions": _facts(session, propositions, ids, sources, people, None),
        "reservations": _facts(session, reservations, ids, sources, people, "people"),
        "statements": _facts(session, statements, ids, sources, people, "people"),
    }
    voted = _votes(session, ids, sources)
    documents = _documents(session, ids)
    return [
        ItemRow(
            id=row.id,
            body=BodyRef(id=row.body_id, name=row.body, kind=row.body_kind),
            date=row.date,
            number=row.number,
            title=row.title,
            title_printed=row.title_printed,
            outcome=row.outcome,
            summary=row.summary,
            contested=row.contested,
            documents=documents[row.id],
            case_numbers=numbers[row.id],
            decisions=decided[row.id],
            listed=clauses_by_owner[row.id],
            yrkanden=facts["yrkanden"][row.id],
            propositions=with_vote(facts["propositions"][row.id], voted[row.id], row.outcome),
            votes=voted[row.id],
            reservations=facts["reservations"][row.id],
            statements=facts["statements"][row.id],
            references=references[row.id],
            sources=sources[row.id],
        )
        for row in session.execute(_ITEMS, {"ids": list(ids)})
    ]


def place_facts(session: Session, items: Collection[ItemRow]) -> None:
    """Give the votes, yrkanden, reservations and statements of §§ that were read without places their sources; ballots, of
    which a council's vote has a hundred, and all else go without."""
    facts = [
        fact
        for item in items
        for fact in (*item["votes"], *item["yrkanden"], *item["reservations"], *item["statements"])
    ]
    by_fact = sources_of(session, [item["id"] for item in items], facts=[fact["id"] for fact in facts])
    for fact in facts:
        fact["sources"] = by_fact[fact["id"]]


def with_vote(
    put: list[dict[str, Any]], voted: Sequence[Mapping[str, Any]], outcome: str | None
) -> list[dict[str, Any]]:
    """The propositions of a §, each with what the vote on it made of the chair's finding."""
    for proposition in put:
        proposition["after_vote"] = after_vote(proposition["winner"], voted, outcome)
    return put


def people_of(session: Session, owners: Collection[str]) -> dict[tuple[str, str], list[PersonRow]]:
    """The people whom these owners' facts name, by fact and role; of a motion that lies in two of these matters as the first
    has it."""
    people: dict[tuple[str, str], list[PersonRow]] = defaultdict(list)
    told_by: dict[tuple[str, str], str] = {}
    for row in session.execute(_PEOPLE, {"ids": list(owners)}):
        at = row.fact_id, row.role
        if told_by.setdefault(at, row.owner) == row.owner:
            people[at].append(PersonRow(name=row.name, party=row.party, title=row.title))
    return people


def clauses_of(session: Session, entities: Collection[str], sources: Sources) -> FactsByOwner:
    """Att-satser by decision; by document, or as rows of a list by §, where they belong to none."""
    by_owner: FactsByOwner = defaultdict(list)
    for row in session.execute(_CLAUSES, {"ids": list(entities)}):
        by_owner[row.decision_id or row.entity_id].append(
            {
                "id": row.id,
                "number": row.number,
                "text": row.text,
                "outcome": row.outcome,
                "about": row.about,
                "sources": sources[row.id],
            }
        )
    return by_owner


def case_numbers_of(session: Session, entities: Collection[str]) -> dict[str, list[str]]:
    """The numbers that these entities carry as their own, as printed."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for row in session.execute(_NUMBERS, {"ids": list(entities)}):
        numbers[row.entity_id].append(row.printed)
    return numbers


def _decisions(session: Session, ids: Collection[str], sources: Sources, sentences: FactsByOwner) -> FactsByOwner:
    by_item: FactsByOwner = defaultdict(list)
    for row in session.execute(_DECISIONS, {"ids": list(ids)}):
        by_item[row.item_id].append(
            {
                "id": row.id,
                "mode": row.mode,
                "body": row.body,
                "to": row.to_body,
                "via": row.via,
                "lead": row.lead,
                "clauses": sentences[row.id],
                "sources": sources[row.id],
            }
        )
    return by_item


def facts_by_id(session: Session, table: sa.Table, ids: Collection[str], *, placed: bool) -> FactsByOwner:
    """Yrkanden, reservations, statements or votes by their own ids, under the § of each."""
    owners = list(session.execute(sa.select(table.c.owner).where(table.c.id.in_(ids)).distinct()).scalars())
    # A vote's ballots have sources of their own; of anything else only its own are read.
    sources = sources_of(session, owners, placed=placed, facts=None if table is votes else ids)
    if table is votes:
        return _votes(session, owners, sources, votes.c.id.in_(ids))
    people = people_of(session, owners)
    return _facts(session, table, owners, sources, people, _WHO.get(table.name), table.c.id.in_(ids))


def _votes(session: Session, ids: Collection[str], sources: Sources, *only: sa.ColumnElement[bool]) -> FactsByOwner:
    """Votes by §, each with its ballots; a ballot keeps its own source."""
    cast: FactsByOwner = defaultdict(list)
    query = (
        sa.select(ballots, names.c.name, names.c.party)
        .join(names, names.c.id == ballots.c.name_id)
        .where(ballots.c.owner.in_(ids))
        .order_by(ballots.c.vote_id, ballots.c.n)
    )
    for row in session.execute(query):
        ballot = {"id": row.id, "name": row.name, "party": row.party, "vote": row.choice, "sources": sources[row.id]}
        cast[row.vote_id].append(ballot)
    by_item = _facts(session, votes, ids, sources, {}, None, *only)
    for listed in by_item.values():
        for vote in listed:
            vote["ballots"] = cast[vote["id"]]
    return by_item


_HIDDEN = {"owner", "item_id", "n"}
_WHO = {"yrkanden": "movers", "reservations": "people", "statements": "people"}
_ROLES = {"yrkanden": "mover", "reservations": "reservant", "statements": "author"}


def _facts(
    session: Session,
    table: sa.Table,
    ids: Collection[str],
    sources: Sources,
    people: dict[tuple[str, str], list[PersonRow]],
    who: str | None,
    *only: sa.ColumnElement[bool],
) -> FactsByOwner:
    """The facts of one table, by item; `who` names the list of the people behind each."""
    by_item: FactsByOwner = defaultdict(list)
    query = _OF_ITEMS[table.name].where(*only) if only else _OF_ITEMS[table.name]
    for row in session.execute(query, {"ids": list(ids)}).mappings():
        fact = {str(name): value for name, value in row.items() if name not in _HIDDEN}
        if "group_name" in fact:
            fact["group"] = fact.pop("group_name")
        if who is not None:
            fact[who] = people[(row["id"], _ROLES[table.name])]
        if table is reservations:
            fact["members"] = people[(row["id"], "member")]
        by_item[row["item_id"]].append(fact | {"sources": sources[row["id"]]})
    return by_item


def _documents(session: Session, ids: Collection[str]) -> dict[str, list[str]]:
    by_item: dict[str, list[str]] = defaultdict(list)
    for row in session.execute(_DOCUMENTS, {"ids": list(ids)}):
        by_item[row.item_id].append(row.document_id)
    return by_item
