"""What a field of a §, a document or a fact says now, in the shape that the journal's JSON has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import bodies, documents, mentions, names
from app.models.rows import OWNED
from app.queries.items import case_numbers_of
from app.register.amending import ADDABLE, ranges, words_of
from app.register.correctable import FIELDS, MENTIONED, NAMED
from app.register.corrections import plain
from app.register.named import with_party

Row = tuple[str, Mapping[str, Any]]  # the table's name, and the row


def value_of(session: Session, table: str, row: Mapping[str, Any], field: str) -> Any:
    """The value of `field` in the row of that table; None where it says nothing."""
    return values_of(session, [(table, row)], [field])[row["id"]][field]


def values_of(
    session: Session, rows: Sequence[Row], fields: Collection[str] | None = None
) -> dict[str, dict[str, Any]]:
    """What each field of these rows says now, by the row's id, asked for all at once; with `fields`, those alone."""
    asked = [(table, row, FIELDS[table] if fields is None else fields) for table, row in rows]
    people = _people(session, [row["id"] for table, row, names in asked if not _MENTIONED[table].isdisjoint(names)])
    columns = [row[column] for table, row, names in asked for name, column in _named(table) if name in names]
    printed = _printed(session, [id for id in columns if id is not None])
    numbers = _numbers(session, [row["id"] for _table, row, names in asked if "case_numbers" in names])
    called = _bodies(
        session, [row["body_id"] for table, row, names in asked if table == _OF_A_BODY and "body" in names]
    )

    def value(table: str, row: Mapping[str, Any], field: str) -> Any:
        if role := MENTIONED.get(table, {}).get(field):
            return people.get((row["id"], role), [])
        if column := NAMED.get(table, {}).get(field):
            return printed.get(row[column])
        if field == "case_numbers":
            return numbers.get(row["id"], [])
        if (table, field) == ("presence", "items"):
            return ranges(row["items"])
        if (table, field) == (_OF_A_BODY, "body"):
            return called.get(row["body_id"])
        return plain(row.get(field))

    return {row["id"]: {field: value(table, row, field) for field in names} for table, row, names in asked}


def _named(table: str) -> Iterable[tuple[str, str]]:
    """The fields of a table that hold one person, each with the column that leads to the name."""
    return NAMED.get(table, {}).items()


def _people(session: Session, facts: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """Whom these facts mention, as printed, by fact and role."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for load in loads(facts):
        for row in session.execute(_PEOPLE, {"facts": load}):
            found[row.fact_id, row.role].append(with_party(row.name, row.party))
    return found


def _printed(session: Session, ids: Collection[str]) -> dict[str, str]:
    """Names as they are printed, with the party, by id."""
    found: dict[str, str] = {}
    for load in loads(sorted(set(ids))):
        found |= {row.id: with_party(row.name, row.party) for row in session.execute(_NAMES, {"ids": load})}
    return found


def _numbers(session: Session, entities: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for load in loads(entities):
        found |= case_numbers_of(session, load)
    return found


def _bodies(session: Session, ids: Collection[str | None]) -> dict[str | None, str]:
    found: dict[str | None, str] = {}
    for load in loads(sorted({id for id in ids if id is not None})):
        found |= {row.id: row.name for row in session.execute(_BODIES, {"ids": load})}
    return found


_OF_A_BODY = documents.name
_MENTIONED = {table: frozenset(MENTIONED.get(table, {})) for table in FIELDS}
# Made once: to build a statement anew costs more than to run it.
_PEOPLE = (
    sa.select(mentions.c.fact_id, mentions.c.role, names.c.name, names.c.party)
    .join(names, names.c.id == mentions.c.name_id)
    .where(mentions.c.fact_id.in_(sa.bindparam("facts", expanding=True)))
    .order_by(mentions.c.fact_id, mentions.c.role, mentions.c.n)
)
_NAMES = sa.select(names.c.id, names.c.name, names.c.party).where(names.c.id.in_(sa.bindparam("ids", expanding=True)))
_BODIES = sa.select(bodies.c.id, bodies.c.name).where(bodies.c.id.in_(sa.bindparam("ids", expanding=True)))


class FactRef(TypedDict):
    """A fact by its id: the kind of row, the § or document that it is in, and the words that people know it by."""

    id: str
    table: str
    owner: str
    words: str


def facts_of(session: Session, owners: Collection[str]) -> list[FactRef]:
    """Every fact that these §§ and documents hold, in the order of the owners, by kind and as printed."""
    rows: list[tuple[str, Mapping[str, Any]]] = []
    for table in (OWNED[kind] for kind, _name in ADDABLE.values()):
        for load in loads(list(dict.fromkeys(owners))):
            query = sa.select(table).where(table.c.owner.in_(load)).order_by(table.c.owner, table.c.n)
            rows += [(table.name, dict(row)) for row in session.execute(query).mappings()]
    printed = _printed(session, [row["name_id"] for _table, row in rows if row.get("name_id") is not None])
    listed = []
    for table_name, row in rows:
        words = words_of({**row, "name": printed.get(row["name_id"])} if "name_id" in row else dict(row))
        listed.append(FactRef(id=row["id"], table=table_name, owner=row["owner"], words=words))
    at = {owner: n for n, owner in enumerate(owners)}
    return sorted(listed, key=lambda fact: at[fact["owner"]])
