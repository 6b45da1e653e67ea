"""Who signed a motion's paper, as people have put that right."""

from __future__ import annotations

from app.register import values
from app.register.entities import Entity
from importers.bundle import DocumentKind, Person


def is_motion(entity: Entity) -> bool:
    """Whether it is a motion's own paper."""
    return isinstance(entity.row, values.Document) and entity.row.kind == DocumentKind.MOTION


def signers(entity: Entity) -> tuple[Person, ...]:
    """Those who signed it, in the order of their signatures."""
    names = {row.id: row for row in entity.shared if isinstance(row, values.Name)}
    signed = [
        r for r in entity.rows if isinstance(r, values.Mention) and r.role == "signed_by" and r.fact_id == entity.id
    ]
    return tuple(
        Person(names[row.name_id].name, names[row.name_id].party, row.title)
        for row in sorted(signed, key=lambda r: r.n)
    )
