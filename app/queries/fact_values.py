"""What a field of a §, a document or a fact says now, in the shape that the journal's JSON has."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import bodies, mentions, names
from app.models.rows import OWNED
from app.queries.items import case_numbers_of
from app.register.amending import ADDABLE, ranges, words_of
from app.register.correctable import MENTIONED, NAMED
from app.register.corrections import plain
from app.register.named import with_party


def value_of(session: Session, table: str, row: dict[str, Any], field: str) -> Any:
    """The value of `field` in the row of that table; None where it says nothing."""
    if role := MENTIONED.get(table, {}).get(field):
        return _people(session, row["id"], role)
    if column := NAMED.get(table, {}).get(field):
        return _printed(session, row[column])
    if field == "case_numbers":
        return case_numbers_of(session, [row["id"]])[row["id"]]
    if (table, field) == ("presence", "items"):
        return ranges(row["items"])
    if (table, field) == ("documents", "body"):
        return session.execute(sa.select(bodies.c.name).where(bodies.c.id == row["body_id"])).scalar()
    return plain(row.get(field))


def _people(session: Session, fact_id: str, role: str) -> list[str]:
    query = sa.select(names.c.name, names.c.party).join(mentions, mentions.c.name_id == names.c.id)
    query = query.where(mentions.c.fact_id == fact_id, mentions.c.role == role).order_by(mentions.c.n)
    return [with_party(row.name, row.party) for row in session.execute(query)]


def _printed(session: Session, name_id: str | None) -> str | None:
    row = session.execute(sa.select(names).where(names.c.id == name_id)).first()
    return with_party(row.name, row.party) if row else None


class FactRef(TypedDict):
    """A fact by its id: the kind of row, the § or document that it is in, and the words that people know it by."""

    id: str
    table: str
    owner: str
    words: str


def facts_of(session: Session, owners: Collection[str]) -> list[FactRef]:
    """Every fact that these §§ and documents hold, in the order of the owners, by kind and as printed."""
    listed: list[FactRef] = []
    for table in (OWNED[kind] for kind, _name in ADDABLE.values()):
        for load in loads(list(dict.fromkeys(owners))):
            query = sa.select(table).where(table.c.owner.in_(load)).order_by(table.c.owner, table.c.n)
            for row in session.execute(query).mappings():
                words = words_of({**row, "name": _printed(session, row["name_id"])} if "name_id" in row else dict(row))
                listed.append(FactRef(id=row["id"], table=table.name, owner=row["owner"], words=words))
    at = {owner: n for n, owner in enumerate(owners)}
    return sorted(listed, key=lambda fact: at[fact["owner"]])
