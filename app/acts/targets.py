"""What people do to what was read: each act with its actor, instant and reason, and each undone by another.

Whoever acts names things as the register shows them (a case's number, the id of a § or of a fact); the journal keeps
what they *are*, so that the act survives every later reading.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acts.fields import FACTS
from app.errors import AmbiguousCase, CaseNotFound, EntityNotFound
from app.ids import Ids
from app.journal.stretches import secret
from app.models.register import cases, documents, items, people, targets
from app.queries.aliases import moved
from app.queries.cases import find
from app.register.case_numbers import parse
from app.register.people import person_key


def case_key_of(session: Session, said: str) -> str:
    """The key of the one case that a person means by a number or an id."""
    rows = find(session, said)
    if not rows:
        raise CaseNotFound(said)
    if len(rows) > 1:
        choices = ", ".join(f"{row['number']} ({row['municipality']['name']})" for row in rows)
        raise AmbiguousCase(said, choices)
    number = parse(said)
    query = sa.select(cases).where(cases.c.owner == rows[0]["matter_id"])
    held = session.execute(query.order_by(cases.c.key)).all()
    meant = [c for c in held if c.id == said or (number and c.key.endswith(number.key))] or held[:1]
    return f"{meant[0].municipality_id}|case|{meant[0].key}"


def entity_key(session: Session, entity_id: str) -> str:
    """What an entity is, from its id or one that it had before. Raises `EntityNotFound`."""
    ids = Ids(secret(session))
    for held in ids_of(session, entity_id):
        for key in session.execute(sa.select(targets.c.key).where(targets.c.entity_id == held)).scalars():
            if held in {ids.of("item", key), ids.of("document", key)}:
                return str(key)
    raise EntityNotFound(entity_id)


def ids_of(session: Session, said: str) -> list[str]:
    """The id that a person gives, and the one that it goes under since a correction."""
    now = moved(session, said)
    return [said] if now is None else [said, now]


def person_key_of(session: Session, person_id: str) -> str:
    """What a person is, from the id. Raises `EntityNotFound`."""
    row = session.execute(sa.select(people).where(people.c.id == person_id)).first()
    if row is None:
        raise EntityNotFound(person_id)
    return person_key(row.municipality_id, row.name)


def row_of(session: Session, target: str) -> tuple[sa.Table, dict[str, Any]]:
    """The row with this id, of an entity or of a fact that an entity owns."""
    for table in (documents, items, *FACTS):
        query = sa.select(table).where(table.c.id.in_(ids_of(session, target))).order_by(table.c.id != target)
        found = session.execute(query).mappings().first()
        if found is not None:
            return table, dict(found)
    raise EntityNotFound(target)
