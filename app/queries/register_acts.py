"""What people did to the register as a whole: matters joined, people and bodies merged and told apart, days written in, §§ sent on.
The latest acts with what they bear on, as people call it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.keys import keyring
from app.language.dates import date_text
from app.models.journal import act_keys, acts, entries
from app.models.register import bodies, cases, documents, items, people, targets
from app.register.bodies import body_key, body_name
from app.register.parts import ActKind

KINDS = (
    ActKind.LINK,
    ActKind.UNLINK,
    ActKind.CHOOSE,
    ActKind.MERGE,
    ActKind.SPLIT,
    ActKind.RENAME,
    ActKind.DIVIDE,
    ActKind.APART,
    ActKind.DEFAULT,
    ActKind.DATE,
    ActKind.DISPATCH,
)


class RegisterAct(TypedDict):
    """An act: `on` is what it bears on as people call it, `body` the body that it is of where it is of one alone."""

    seq: int
    at: str
    actor: str
    reason: str | None
    said: dict[str, Any]
    on: list[str]
    municipality: str
    body: str | None
    undone_by: int | None


def register_acts(session: Session, most: int, *, before: int | None = None) -> list[RegisterAct]:
    """The latest acts, the last first; with `before` those of lower numbers."""
    query = sa.select(acts, entries.c.actor, entries.c.at, entries.c.reason)
    query = query.join(entries, entries.c.seq == acts.c.seq).where(acts.c.kind.in_([kind.value for kind in KINDS]))
    query = query.where(acts.c.seq < before) if before is not None else query
    return [_act(session, row) for row in session.execute(query.order_by(acts.c.seq.desc()).limit(most)).all()]


def register_act(session: Session, seq: int) -> RegisterAct | None:
    """The act of this number, where it is one of these."""
    found = register_acts(session, 1, before=seq + 1)
    return found[0] if found and found[0]["seq"] == seq else None


def last_touched(session: Session, keys: Collection[str]) -> int:
    """The number of the last entry that did or undid anything to what these keys name; 0 for none. A form holds it, and so sees
    whether somebody else has been there meanwhile."""
    query = sa.select(sa.func.max(acts.c.seq), sa.func.max(acts.c.undone_by))
    query = query.where(acts.c.seq.in_(sa.select(act_keys.c.seq).where(act_keys.c.key.in_(keys))))
    did, undid = session.execute(query).one()
    return max(did or 0, undid or 0)


def _act(session: Session, row: Any) -> RegisterAct:
    content = orjson.loads(row.said)
    keys: Sequence[str] = content["keys"]
    named = [_named(session, key) for key in keys]
    return RegisterAct(
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        reason=row.reason,
        said=content,
        on=[name for name, _body in named],
        municipality=keys[0].partition("|")[0],
        body=named[0][1] if len(named) == 1 else None,
        undone_by=row.undone_by,
    )


def _named(session: Session, key: str) -> tuple[str, str | None]:
    """What a key names, as people call it, and the body that it is of; the key's own end where the register holds it no more."""
    place, kind, what = key.split("|", 2)
    if kind == "case":
        query = sa.select(cases.c.number).where(cases.c.municipality_id == place, cases.c.key == what)
        return session.execute(query).scalar() or what, None
    if kind == "person":
        called = sa.select(people.c.name).where(people.c.id == keyring(session).at(key).of("person", key))
        return session.execute(called).scalar() or what, None
    if kind in {"body", "default"}:
        there = session.execute(sa.select(bodies.c.name).where(bodies.c.municipality_id == place)).scalars()
        name = next((name for name in sorted(there) if body_key(body_name(name)) == what), what)
        return name, name if kind == "default" else None
    return _entity(session, key) or (what, None)


def _entity(session: Session, key: str) -> tuple[str, str | None] | None:
    """`Kulturnämnden § 7, 5 mars 2025`, or a document by its body and day."""
    held = sa.select(targets.c.entity_id).where(targets.c.key == key)
    item = session.execute(
        sa.select(items.c.number, items.c.date, bodies.c.name)
        .join(bodies, bodies.c.id == items.c.body_id)
        .where(items.c.id.in_(held))
    ).first()
    if item is not None:
        return f"{item.name} § {item.number}, {date_text(item.date)}", item.name
    paper = session.execute(
        sa.select(documents.c.title, documents.c.date, bodies.c.name)
        .outerjoin(bodies, bodies.c.id == documents.c.body_id)
        .where(documents.c.id.in_(held))
    ).first()
    if paper is None:
        return None
    words = (paper.name, paper.title, paper.date and date_text(paper.date))
    return ", ".join(word for word in words if word), paper.name
