"""Which municipalities the installation was told of, kept in each register: the public one serves their pages."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.stretches import acts_of
from app.models.register import register_meta
from app.register.parts import ActKind
from app.register.towns import KEPT, towns_of


def write_towns(journal: Session, store: Session, until: int) -> int:
    """Make what is kept of them what people's acts say; returns how many changed."""
    kept = store.execute(sa.select(register_meta.c.value).where(register_meta.c.key == KEPT)).scalar()
    told = [town.told() for town in towns_of(acts_of(journal, [ActKind.MUNICIPALITY], until))]
    before = orjson.loads(kept or "[]")
    if told == before:
        return 0
    store.execute(register_meta.delete().where(register_meta.c.key == KEPT))
    if told:
        store.execute(register_meta.insert().values(key=KEPT, value=orjson.dumps(told).decode()))
    return len([one for one in [*told, *before] if one not in told or one not in before])
