"""A matter's §§ without the places they rest on, in one statement: what most readers ask for, as `items` has it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

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
    mentions,
    names,
    propositions,
    reservations,
    statements,
    targets,
    votes,
    yrkanden,
)
from app.queries.json_sql import list_of, object_of, read
from app.queries.prepared import Prepared
from app.queries.references import verdict_of
from app.queries.shapes import ItemRow

Column = sa.ColumnElement[Any]


def whole_items(session: Session, matter_id: str) -> list[ItemRow]:
    """The matter's §§ as `items_of_matter` gives them, but that nothing in them speaks of sources."""
    found: list[ItemRow] = []
    for (said,) in _ITEMS.rows(session, matter=matter_id):
        item = read(said)
        for name in ("documents", "case_numbers", "matters"):
            item[name] = list(dict.fromkeys(item[name]))
        near = set(item.pop("matters"))
        item["date"] = dt.date.fromisoformat(item["date"])
        item["references"] = [_reference(item["id"], near, reference) for reference in item["references"]]
        found.append(item)
    return found


def _reference(entity: str, near: set[str], said: dict[str, Any]) -> dict[str, Any]:
    """A reference with its verdict, worked out as `references` does."""
    candidates: dict[str, set[str]] = {entity: near}
    answering = set()
    for held in said.pop("candidates"):
        answering.add(held["entity"])
        candidates.setdefault(held["entity"], set()).add(held["matter"])
    verdict, target = verdict_of(entity, answering, candidates, within=said.pop("within"))
    day = dt.date.fromisoformat(said["date"]) if said["date"] else None
    return {**said, "date": day, "verdict": verdict, "target": target}


def _people(fact: Column, owner: Column, role: str) -> Column:
    query = (
        sa.select(object_of(name=names.c.name, party=names.c.party, title=mentions.c.title))
        .join_from(mentions, names, names.c.id == mentions.c.name_id)
        .where(mentions.c.owner == owner, mentions.c.fact_id == fact, mentions.c.role == role)
    )
    return list_of(query.correlate(_table(fact)), mentions.c.n)


def _table(column: Column) -> Any:
    return column.table


def _of_item(table: sa.Table, *, by: Column | None = None, **keys: Column) -> Column:
    """The facts of one kind that a § holds, in their order."""
    query = sa.select(object_of(**keys)).where((table.c.owner if by is None else by) == items.c.id)
    return list_of(query.correlate(items), table.c.n)


def _all_but(table: sa.Table, *hidden: str) -> dict[str, Column]:
    left_out = {"owner", "item_id", "n", "group_name", *hidden}
    return {column.name: column for column in table.c if column.name not in left_out}


def _decisions() -> Column:
    said = sa.select(
        object_of(
            id=clauses.c.id,
            number=clauses.c.number,
            text=clauses.c.text,
            outcome=clauses.c.outcome,
            about=clauses.c.about,
        )
    ).where(clauses.c.owner == decisions.c.owner, clauses.c.decision_id == decisions.c.id)
    d = decisions.c
    keys = {"id": d.id, "mode": d.mode, "body": d.body, "to": d.to_body, "via": d.via, "lead": d.lead}
    return _of_item(decisions, **keys, clauses=list_of(said.correlate(decisions), clauses.c.n))


def _votes() -> Column:
    cast = (
        sa.select(object_of(name=names.c.name, party=names.c.party, vote=ballots.c.choice))
        .join_from(ballots, names, names.c.id == ballots.c.name_id)
        .where(ballots.c.owner == votes.c.owner, ballots.c.vote_id == votes.c.id)
    )
    return _of_item(votes, **_all_but(votes), ballots=list_of(cast.correlate(votes), ballots.c.n))


def _references() -> Column:
    r = document_references.c
    answering = (
        sa.select(object_of(entity=targets.c.entity_id, matter=matter_entities.c.matter_id))
        .join_from(targets, matter_entities, matter_entities.c.entity_id == targets.c.entity_id, isouter=True)
        .where(targets.c.key == r.key)
    )
    shown = ("id", "role", "text", "kind", "body", "date", "item_number", "attachment", "within")
    candidates = list_of(answering.correlate(document_references))
    return _of_item(document_references, by=r.entity_id, **{name: r[name] for name in shown}, candidates=candidates)


def _words(column: Column, entity: Column, *where: Column) -> Column:
    """What a column says of the §, as a list of texts."""
    said = sa.select(column).where(entity == items.c.id, *where)
    return list_of(said.correlate(items), column)


def _item() -> Column:
    i = items.c
    y, r, s = yrkanden.c, reservations.c, statements.c
    held, own = matter_entities.alias("held"), sa.not_(case_mentions.c.stamp)
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
        documents=_words(item_documents.c.document_id, item_documents.c.owner),
        case_numbers=_words(case_mentions.c.printed, case_mentions.c.entity_id, own),
        decisions=_decisions(),
        yrkanden=_of_item(yrkanden, **_all_but(yrkanden), group=y.group_name, movers=_people(y.id, y.owner, "mover")),
        propositions=_of_item(propositions, **_all_but(propositions)),
        votes=_votes(),
        reservations=_of_item(
            reservations,
            **_all_but(reservations),
            group=r.group_name,
            people=_people(r.id, r.owner, "reservant"),
            members=_people(r.id, r.owner, "member"),
        ),
        statements=_of_item(
            statements, **_all_but(statements), group=s.group_name, people=_people(s.id, s.owner, "author")
        ),
        references=_references(),
        matters=_words(held.c.matter_id, held.c.entity_id),
    )


_ITEMS = Prepared(
    sa.select(_item())
    .select_from(matter_entities)
    .join(items, items.c.id == matter_entities.c.entity_id)
    .join(bodies, bodies.c.id == items.c.body_id)
    .where(matter_entities.c.matter_id == sa.bindparam("matter"), matter_entities.c.entity == "item")
    .order_by(items.c.date, items.c.body_id, items.c.number)
)
