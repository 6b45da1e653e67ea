"""Which renames of bodies from a day a register was built with: one more, or one less, bears on all that names the body."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.stretches import Stretch
from app.loads import loads
from app.models.register import bodies, documents, items, matter_entities, register_meta, steps, targets
from app.register.bodies import body_key, definite, parent_name
from app.register.body_names import day_of

_STANDING = register_meta.c.key == "renames"
Rename = tuple[str, str]  # the key of the name, and the day from which it is another's


def keys_of_renamed(stretch: Stretch, store: Session) -> set[str]:
    """The keys of whatever names a body that goes on under another name from a day, or does so no longer, since the register
    was built."""
    changed = _of_store(store) ^ _of_journal(stretch)
    if not changed:
        return set()
    named = {body_key(definite(key.rpartition("|")[2])) for key, _day in changed}
    called = {row.id for row in store.execute(sa.select(bodies.c.id, bodies.c.name)) if _is_of(row.name, named)}
    entities: set[str] = set()
    for table in (documents, items):
        for load in loads(sorted(called)):
            entities |= set(store.execute(sa.select(table.c.id).where(table.c.body_id.in_(load))).scalars())
    spoken_of = store.execute(sa.select(steps.c.owner, steps.c.body).where(steps.c.body.is_not(None)).distinct())
    for load in loads(sorted({row.owner for row in spoken_of if _is_of(row.body, named)})):
        held = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id.in_(load))
        entities |= set(store.execute(held).scalars())
    keys: set[str] = set()
    for load in loads(sorted(entities)):
        keys |= set(store.execute(sa.select(targets.c.key).where(targets.c.entity_id.in_(load))).scalars())
    return keys


def write_renames(store: Session, stretch: Stretch) -> None:
    """Let the register say with which renames it was built."""
    now = _of_journal(stretch)
    if _of_store(store) == now:
        return
    store.execute(register_meta.delete().where(_STANDING))
    if now:
        store.execute(register_meta.insert().values(key="renames", value=orjson.dumps(sorted(now)).decode()))


def _is_of(name: str, named: set[str]) -> bool:
    """Whether a body goes by one of these names, in any form of its words, or is a committee of one that does."""
    return any(body_key(definite(one)) in named for one in (name, parent_name(name)) if one)


def _of_journal(stretch: Stretch) -> set[Rename]:
    return {(act.keys[0], str(day_of(act))) for act in stretch.renames()}


def _of_store(store: Session) -> set[Rename]:
    written = store.execute(sa.select(register_meta.c.value).where(_STANDING)).scalar()
    return {(key, day) for key, day in orjson.loads(written or "[]")}
