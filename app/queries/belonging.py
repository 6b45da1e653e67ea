"""Which matters the rows of each list belong to, as selects of pairs: a row's id and a matter's. A row may belong to many,
and one that belongs to none is in none of the pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.models.register import (
    ballots,
    changes,
    documents,
    findings,
    item_documents,
    items,
    matter_entities,
    matters,
    mentions,
    motions,
    names,
    people,
    presence,
    redirects,
    reservations,
    sources,
    statements,
    votes,
    yrkanden,
)

Pairs = sa.Select[Any] | sa.CompoundSelect[Any]
_HELD = sa.select(matter_entities.c.entity_id, matter_entities.c.matter_id)
_STANDS_IN = sa.select(item_documents.c.document_id, matter_entities.c.matter_id).join(
    matter_entities, matter_entities.c.entity_id == item_documents.c.item_id
)
_SPLIT, _MERGED = redirects.alias("split"), redirects.alias("merged")
Joins = Sequence[tuple[sa.FromClause, sa.ColumnElement[bool]]]


def _of_items(id: sa.Column[Any], item: sa.Column[Any]) -> sa.Select[Any]:
    """The rows of a § each."""
    return sa.select(id, matter_entities.c.matter_id).join_from(
        id.table, matter_entities, matter_entities.c.entity_id == item
    )


def _of_entities(id: sa.ColumnElement[Any], owner: sa.Column[Any], joins: Joins = ()) -> list[sa.Select[Any]]:
    """The rows of a §, or of a document of one matter alone or through the §§ in it."""
    held = sa.select(id, matter_entities.c.matter_id).join_from(
        owner.table, matter_entities, matter_entities.c.entity_id == owner
    )
    stands_in = (
        sa.select(id, matter_entities.c.matter_id)
        .join_from(owner.table, item_documents, item_documents.c.document_id == owner)
        .join(matter_entities, matter_entities.c.entity_id == item_documents.c.item_id)
    )
    selects = [held, stands_in]
    for table, condition in joins:
        selects = [query.join(table, condition, isouter=table in {_SPLIT, _MERGED}) for query in selects]
    return selects


def _people() -> Pairs:
    """Whoever a printed name leads to, after merges and splits."""
    person = sa.func.coalesce(_SPLIT.c.into, _MERGED.c.into, names.c.person_id)
    return sa.union(
        *(query for of in (mentions, ballots, presence) for query in _of_entities(person, of.c.owner, _named(of)))
    )


def _named(of: sa.Table) -> Joins:
    return [
        (names, names.c.id == of.c.name_id),
        (_SPLIT, sa.and_(_SPLIT.c.id == names.c.id, _SPLIT.c.kind == "name")),
        (_MERGED, sa.and_(_MERGED.c.id == names.c.person_id, _MERGED.c.kind == "person")),
    ]


def _parties() -> Pairs:
    party = people.c.municipality_id + "-" + names.c.party

    def borne(of: sa.Table) -> Joins:
        return [(names, names.c.id == of.c.name_id), (people, people.c.id == names.c.person_id)]

    return sa.union(
        *(query for of in (mentions, ballots, presence) for query in _of_entities(party, of.c.owner, borne(of)))
    )


def _latest_changes() -> sa.Select[Any]:
    later = changes.alias("later")
    newer = sa.exists(sa.select(later.c.n).where(later.c.matter_id == changes.c.matter_id, later.c.n > changes.c.n))
    return sa.select(changes.c.n, changes.c.matter_id).where(sa.not_(newer))


PAIRS: dict[str, Pairs] = {
    "cases": sa.select(matters.c.id, matters.c.id.label("matter_id")),
    "documents": sa.union(_HELD, _STANDS_IN),
    "items": _HELD,
    "meetings": _of_items(items.c.meeting_id, items.c.id),
    "motions": sa.select(motions.c.id, motions.c.matter_id).where(motions.c.matter_id.is_not(None)),
    **{table.name: _of_items(table.c.id, table.c.item_id) for table in (yrkanden, reservations, statements, votes)},
    "people": _people(),
    "parties": _parties(),
    "bodies": sa.union(*(query for table in (items, documents) for query in _of_entities(table.c.body_id, table.c.id))),
    "municipalities": sa.select(matters.c.municipality_id, matters.c.id),
    "presences": sa.union(*_of_entities(presence.c.id, presence.c.document_id)),
    "findings": sa.union(
        *_of_entities(findings.c.id, findings.c.owner),
        sa.select(findings.c.id, findings.c.owner).where(findings.c.owner.in_(sa.select(matters.c.id))),
    ),
    "changes": _latest_changes(),
    "corrections": sa.union(*_of_entities(sources.c.id, sources.c.owner)),
}


def pairs_of(name: str) -> sa.Subquery:
    """The pairs of a list, in columns `id` and `matter_id`."""
    query = PAIRS[name].subquery()
    id, matter_id = query.c
    return sa.select(id.label("id"), matter_id.label("matter_id")).subquery("pairs")
