"""Which matters the rows of each list belong to, as selects of pairs: a row's id and a matter's. A row may belong to many,
and one that belongs to none is in none of the pairs."""

from __future__ import annotations

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
# §§, and documents of one matter alone or through the §§ in them.
_ENTITIES = sa.union_all(_HELD, _STANDS_IN).subquery("entities")


def _through(id: sa.ColumnElement[Any], entity: sa.ColumnElement[Any], *joins: Any) -> sa.Select[Any]:
    """The rows that stand in an entity."""
    query = sa.select(id, _ENTITIES.c.matter_id).join_from(entity.table, _ENTITIES, _ENTITIES.c.entity_id == entity)
    for table, condition in joins:
        query = query.join(table, condition, isouter=table in {_SPLIT, _MERGED})
    return query


_SPLIT, _MERGED = redirects.alias("split"), redirects.alias("merged")
_PERSON = sa.func.coalesce(_SPLIT.c.into, _MERGED.c.into, names.c.person_id)


def _people() -> Pairs:
    """Whoever a printed name leads to, after merges and splits."""
    return sa.union(*(_through(_PERSON, of.c.owner, *_named(of)) for of in (mentions, ballots, presence)))


def _named(of: sa.Table) -> list[tuple[Any, Any]]:
    return [
        (names, names.c.id == of.c.name_id),
        (_SPLIT, sa.and_(_SPLIT.c.id == names.c.id, _SPLIT.c.kind == "name")),
        (_MERGED, sa.and_(_MERGED.c.id == names.c.person_id, _MERGED.c.kind == "person")),
    ]


def _parties() -> Pairs:
    party = people.c.municipality_id + "-" + names.c.party
    return sa.union(
        *(
            _through(party, of.c.owner, (names, names.c.id == of.c.name_id), (people, people.c.id == names.c.person_id))
            for of in (mentions, ballots, presence)
        )
    )


def _latest_changes() -> sa.Select[Any]:
    later = changes.alias("later")
    newer = sa.exists(sa.select(later.c.n).where(later.c.matter_id == changes.c.matter_id, later.c.n > changes.c.n))
    return sa.select(changes.c.n, changes.c.matter_id).where(sa.not_(newer))


PAIRS: dict[str, Pairs] = {
    "cases": sa.select(matters.c.id, matters.c.id.label("matter_id")),
    "documents": sa.union(_HELD, _STANDS_IN),
    "items": _HELD,
    "meetings": _through(items.c.meeting_id, items.c.id),
    "motions": sa.select(motions.c.id, motions.c.matter_id).where(motions.c.matter_id.is_not(None)),
    **{table.name: _through(table.c.id, table.c.item_id) for table in (yrkanden, reservations, statements, votes)},
    "people": _people(),
    "parties": _parties(),
    "bodies": sa.union(*(_through(table.c.body_id, table.c.id) for table in (items, documents))),
    "municipalities": sa.select(matters.c.municipality_id, matters.c.id),
    "findings": sa.union(
        _through(findings.c.id, findings.c.owner),
        sa.select(findings.c.id, findings.c.owner).where(findings.c.owner.in_(sa.select(matters.c.id))),
    ),
    "changes": _latest_changes(),
    "corrections": _through(sources.c.id, sources.c.owner),
}


def pairs_of(name: str) -> sa.Subquery:
    """The pairs of a list, in columns `id` and `matter_id`."""
    query = PAIRS[name].subquery()
    id, matter_id = query.c
    return sa.select(id.label("id"), matter_id.label("matter_id")).subquery("pairs")
