"""A matter's §§ without the places they rest on, in one statement: what most readers ask for, as `items` has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import (
    ballots,
    bodies,
    case_mentions,
    clauses,
    decisions,
    document_references,
    item_documents,
    items,
    matter_entities,
    matters,
    mentions,
    names,
    propositions,
    reservations,
    statements,
    targets,
    votes,
    yrkanden,
)
from app.queries.items import with_vote
from app.queries.json_sql import list_of, object_of, read
from app.queries.references import verdict_of
from app.schemas.rows import ItemRow

Column = sa.ColumnElement[Any]


def whole_items(session: Session, matter_id: str) -> list[ItemRow]:
    """The matter's §§ as `items_of_matter` gives them, but that nothing in them speaks of sources."""
    return item_rows([read(item) for item in _ITEMS.run(session, matter=matter_id).scalars().all()])


def whole_items_by_id(session: Session, ids: Collection[str]) -> list[ItemRow]:
    """These §§ as `items_by_id` gives them, but that nothing in them speaks of sources; in no order."""
    return item_rows([read(item) for item in session.execute(_BY_ID, {"ids": list(ids)}).scalars().all()])


def item_rows(items: list[dict[str, Any]]) -> list[ItemRow]:
    """The §§ of which `ITEMS` has been read."""
    rows: list[Any] = []
    for item in items:
        _order(item)
        item["date"] = dt.date.fromisoformat(item["date"])
        item["references"] = [_reference(item["id"], reference) for reference in item["references"]]
        _name(item)
        with_vote(item["propositions"], item["votes"], item["outcome"])
        rows.append(item)
    return rows


_FACTS = (
    "decisions",
    "listed",
    "yrkanden",
    "propositions",
    "votes",
    "reservations",
    "statements",
    "references",
    "people",
)


def _order(item: dict[str, Any]) -> None:
    """Each list of the § in its order: most hold one fact or none, and SQLite makes ready to sort every one of them."""
    item["documents"] = sorted(set(item["documents"]))
    item["case_numbers"] = list(dict.fromkeys(item["case_numbers"]))
    for kind in _FACTS:
        if facts := item[kind]:
            _in_turn(facts)
    for decision in item["decisions"]:
        _in_turn(decision["clauses"])
    for vote in item["votes"]:
        _in_turn(vote["ballots"])


def _in_turn(facts: list[dict[str, Any]]) -> None:
    """In the order of their numbers, which they lose."""
    if len(facts) > 1:
        facts.sort(key=itemgetter("n"))
    for fact in facts:
        del fact["n"]


# The roles of those whom a fact names, and under what it tells of them.
_NAMED = {
    "yrkanden": {"movers": "mover"},
    "reservations": {"people": "reservant", "members": "member"},
    "statements": {"people": "author"},
}


def _name(item: dict[str, Any]) -> None:
    """Tell each fact of the § its people: they are read together, which takes a third of the time."""
    people: dict[tuple[str, str], list[Any]] = {}
    for person in item.pop("people"):
        people.setdefault((person.pop("fact"), person.pop("role")), []).append(person)
    for kind, roles in _NAMED.items():
        for fact in item[kind]:
            for key, role in roles.items():
                fact[key] = people.get((fact["id"], role), [])


def _reference(entity: str, reference: dict[str, Any]) -> dict[str, Any]:
    """A reference with its verdict, worked out as `references` does."""
    candidates: dict[str, set[str]] = {entity: set(reference.pop("near"))}
    answering = set()
    for candidate in reference.pop("candidates"):
        answering.add(candidate["entity"])
        candidates.setdefault(candidate["entity"], set()).add(candidate["matter"])
    verdict, target = verdict_of(entity, answering, candidates, within=reference.pop("within"))
    day = dt.date.fromisoformat(reference["date"]) if reference["date"] else None
    return {**reference, "date": day, "verdict": verdict, "target": target}


def _people() -> Column:
    query = (
        sa.select(
            object_of(
                n=mentions.c.n,
                fact=mentions.c.fact_id,
                role=mentions.c.role,
                name=names.c.name,
                party=names.c.party,
                title=mentions.c.title,
            )
        )
        .join_from(mentions, names, names.c.id == mentions.c.name_id)
        .where(mentions.c.owner == items.c.id)
    )
    return list_of(query.correlate(items))


def _of_item(table: sa.Table, *, by: Column | None = None, **keys: Column) -> Column:
    """The facts of one kind that a § holds, numbered."""
    query = sa.select(object_of(n=table.c.n, **keys)).where((table.c.owner if by is None else by) == items.c.id)
    return list_of(query.correlate(items))


def _all_but(table: sa.Table, *hidden: str) -> dict[str, Column]:
    left_out = {"owner", "item_id", "n", "group_name", *hidden}
    return {column.name: column for column in table.c if column.name not in left_out}


def _clause() -> Column:
    c = clauses.c
    return object_of(n=c.n, id=c.id, number=c.number, text=c.text, outcome=c.outcome, about=c.about)


def _listed() -> Column:
    """The rows of lists, which are of no decision."""
    query = sa.select(_clause()).where(clauses.c.owner == items.c.id, clauses.c.decision_id.is_(None))
    return list_of(query.correlate(items))


def _decisions() -> Column:
    of_decision = sa.select(_clause()).where(
        clauses.c.owner == decisions.c.owner, clauses.c.decision_id == decisions.c.id
    )
    d = decisions.c
    keys = {"id": d.id, "mode": d.mode, "body": d.body, "to": d.to_body, "via": d.via, "lead": d.lead}
    return _of_item(decisions, **keys, clauses=list_of(of_decision.correlate(decisions)))


def _votes() -> Column:
    cast = (
        sa.select(
            object_of(n=ballots.c.n, id=ballots.c.id, name=names.c.name, party=names.c.party, vote=ballots.c.choice)
        )
        .join_from(ballots, names, names.c.id == ballots.c.name_id)
        .where(ballots.c.owner == votes.c.owner, ballots.c.vote_id == votes.c.id)
    )
    return _of_item(votes, **_all_but(votes), ballots=list_of(cast.correlate(votes)))


def _references() -> Column:
    r = document_references.c
    answering = (
        sa.select(object_of(entity=targets.c.entity_id, matter=matter_entities.c.matter_id))
        .join_from(targets, matter_entities, matter_entities.c.entity_id == targets.c.entity_id, isouter=True)
        .where(targets.c.key == r.key)
    )
    held = matter_entities.alias("held")
    near = sa.select(held.c.matter_id).where(held.c.entity_id == r.entity_id)
    shown = ("id", "role", "text", "kind", "body", "date", "item_number", "attachment", "within")
    beside = {"candidates": answering, "near": near}
    return _of_item(
        document_references,
        by=r.entity_id,
        **{name: r[name] for name in shown},
        **{name: list_of(query.correlate(document_references)) for name, query in beside.items()},
    )


def _documents() -> Column:
    return list_of(sa.select(item_documents.c.document_id).where(item_documents.c.owner == items.c.id).correlate(items))


def _case_numbers() -> Column:
    """The §'s own numbers, in the order that the database has letters in."""
    own = (case_mentions.c.entity_id == items.c.id, sa.not_(case_mentions.c.stamp))
    return list_of(sa.select(case_mentions.c.printed).where(*own).correlate(items), case_mentions.c.printed)


def _item() -> Column:
    i = items.c
    return object_of(
        id=i.id,
        body=object_of(id=bodies.c.id, name=bodies.c.name, kind=bodies.c.kind),
        date=i.date,
        number=i.number,
        title=i.title,
        title_printed=i.title_printed,
        outcome=i.outcome,
        summary=i.summary,
        contested=i.contested,
        documents=_documents(),
        case_numbers=_case_numbers(),
        decisions=_decisions(),
        listed=_listed(),
        yrkanden=_of_item(yrkanden, **_all_but(yrkanden), group=yrkanden.c.group_name),
        propositions=_of_item(propositions, **_all_but(propositions)),
        votes=_votes(),
        reservations=_of_item(reservations, **_all_but(reservations), group=reservations.c.group_name),
        statements=_of_item(statements, **_all_but(statements), group=statements.c.group_name),
        references=_references(),
        people=_people(),
    )


def _held(matter: Column) -> sa.Select[Any]:
    return (
        sa.select(_item())
        .select_from(matter_entities)
        .join(items, items.c.id == matter_entities.c.entity_id)
        .join(bodies, bodies.c.id == items.c.body_id)
        .where(matter_entities.c.matter_id == matter, matter_entities.c.entity == "item")
    )


_BY_DATE = (items.c.date, items.c.body_id, items.c.number, items.c.id)
_ITEMS = Prepared(_held(sa.bindparam("matter")).order_by(*_BY_DATE))
_BY_ID = (
    sa.select(_item())
    .select_from(items)
    .join(bodies, bodies.c.id == items.c.body_id)
    .where(items.c.id.in_(sa.bindparam("ids", expanding=True)))
)
# The same within a select of matters.
ITEMS = list_of(_held(matters.c.id).correlate(matters), *_BY_DATE)
