"""To whom the §§ are to be sent, as the minutes print it, and what a person has ticked off as sent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from typing import TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold
from app.journal.keys import keyring
from app.loads import loads
from app.models.journal import act_keys, acts, entries, part_keys, parts, readings
from app.models.register import bodies, items, meetings, targets
from app.queries.bodies import bodies_meant
from app.register.number_series import item_order
from app.register.parts import ActKind


class Receiver(TypedDict):
    """Whom a § goes to. `printed` where the minutes say so, else somebody added them; `seq` is the act that says that it was sent,
    on the day `on`; None where nobody has said so."""

    to: str
    printed: bool
    seq: int | None
    on: dt.date | None
    actor: str | None


class DispatchRow(TypedDict):
    """A § with whom it goes to."""

    id: str
    municipality: str
    body: str
    date: dt.date
    number: str
    title: str
    receivers: list[Receiver]


def dispatches(session: Session, seen: Collection[str], body: str | None, most: int) -> list[DispatchRow]:
    """The §§ of the latest `most` meetings of the bodies (ids) that are `seen`, or of one `body` of them, that are to be sent to
    anybody or were: the last meeting first, each in the order of its §§."""
    latest = sa.select(meetings.c.id).where(meetings.c.body_id.in_(seen))
    latest = latest.order_by(meetings.c.date.desc(), meetings.c.id).limit(most)
    latest = latest.where(meetings.c.body_id.in_(bodies_meant(body))) if body else latest
    query = (
        sa.select(items, bodies.c.name.label("body"))
        .join(bodies, bodies.c.id == items.c.body_id)
        .where(items.c.meeting_id.in_(list(session.execute(latest).scalars())))
    )
    rows = session.execute(query).all()
    held = receivers_of(session, [row.id for row in rows])
    rows = sorted(rows, key=lambda row: (-row.date.toordinal(), row.body, item_order(row.number)))
    return [
        DispatchRow(
            id=row.id,
            municipality=row.municipality_id,
            body=row.body,
            date=row.date,
            number=row.number,
            title=row.title,
            receivers=held[row.id],
        )
        for row in rows
        if held[row.id]
    ]


def receivers_of(session: Session, ids: Collection[str]) -> dict[str, list[Receiver]]:
    """Whom each of these §§ goes to, in printed order, those that somebody added last."""
    keys = _keys(session, ids)
    printed, ticked_off = _printed(session, keys), sent(session, keys)
    receivers: dict[str, list[Receiver]] = defaultdict(list)
    for item in ids:
        ticked = {fold(one["to"]): one for one in ticked_off[item]}
        for to in printed[item]:
            done = ticked.pop(fold(to), None)
            receivers[item].append(
                Receiver(to=to, printed=True, seq=None, on=None, actor=None)
                if done is None
                else {**done, "printed": True}
            )
        receivers[item] += ticked.values()
    return receivers


def _keys(session: Session, ids: Collection[str]) -> dict[str, str]:
    """What each § is, as the journal names it: its id by key."""
    named = keyring(session)
    return {
        row.key: row.entity_id
        for load in loads(sorted(ids))
        for row in session.execute(sa.select(targets).where(targets.c.entity_id.in_(load)))
        if row.entity_id == named.at(row.key).of("item", row.key)
    }


def _printed(session: Session, keys: dict[str, str]) -> dict[str, list[str]]:
    """The receivers as the readings that count have them, each once."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for load in loads(sorted(keys)):
        query = (
            sa.select(part_keys.c.key, parts.c.content)
            .join(parts, sa.and_(parts.c.reading_seq == part_keys.c.reading_seq, parts.c.n == part_keys.c.n))
            .join(readings, readings.c.seq == parts.c.reading_seq)
            .where(part_keys.c.key.in_(load), parts.c.kind == "item", readings.c.counts)
            .order_by(parts.c.reading_seq, parts.c.n)
        )
        for row in session.execute(query):
            for to in orjson.loads(row.content).get("sent_to", ()):
                found[keys[row.key]].setdefault(fold(to), " ".join(to.split()))
    return defaultdict(list, {item: list(by_fold.values()) for item, by_fold in found.items()})


def sent(session: Session, keys: dict[str, str]) -> dict[str, list[Receiver]]:
    """What a person has ticked off of these §§ (ids by key), and nobody has undone, by the §'s id."""
    found: dict[str, list[Receiver]] = defaultdict(list)
    for load in loads(sorted(keys)):
        query = (
            sa.select(acts.c.seq, acts.c.said, act_keys.c.key, entries.c.actor)
            .join(act_keys, act_keys.c.seq == acts.c.seq)
            .join(entries, entries.c.seq == acts.c.seq)
            .where(act_keys.c.key.in_(load), acts.c.kind == ActKind.DISPATCH.value, acts.c.undone_by.is_(None))
            .order_by(acts.c.seq)
        )
        for row in session.execute(query):
            content = orjson.loads(row.said)
            on = dt.date.fromisoformat(content["on"])
            found[keys[row.key]].append(Receiver(to=content["to"], printed=False, seq=row.seq, on=on, actor=row.actor))
    return found
