"""Tells whoever watches a register that it changed, and which matters did."""

from __future__ import annotations

import datetime as dt
import time

import sqlalchemy as sa

from app.journal.append import now
from app.loads import loads
from app.models.public_tables import LAST_DAY
from app.models.register import changes, matters, register_meta
from app.projection.rows import Row, Rows
from app.today import civil_date


def count(rows: Rows, changed: int) -> None:
    """Count that the register changed, and let the public one say the last day on which it did: who watches it learns of it,
    and of nothing else. When it did so is told in seconds (Unix time) that no two changes share, so that whoever has an answer
    of one does not seem to have that of the other."""
    if not changed:
        return
    store = rows.store
    meta = {row.key: row.value for row in store.execute(sa.select(register_meta))}
    counted = {}
    if rows.tells:
        counted["state"] = str(_number(meta.get("state")) + 1)
        counted["changed"] = str(max(int(time.time()), _number(meta.get("changed")) + 1))
    if rows.day is not None and LAST_DAY in meta:
        counted[LAST_DAY] = max(meta[LAST_DAY], rows.day.isoformat(), civil_date(dt.datetime.now(dt.UTC)).isoformat())
    if not counted:
        return
    store.execute(register_meta.delete().where(register_meta.c.key.in_(counted)))
    store.execute(register_meta.insert(), [{"key": key, "value": value} for key, value in counted.items()])


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 0


def announce(rows: Rows, owners: set[str], wanted: list[Row]) -> None:
    """Number every matter that is made, changed or gone. A rebuild that changes nothing announces nothing."""
    if not rows.tells:
        return
    store = rows.store
    there: dict[str, Row] = {}
    for batch in loads(sorted(owners)):
        found = store.execute(sa.select(matters).where(matters.c.id.in_(batch))).mappings()
        there |= {row["id"]: dict(row) for row in found}
    after = {row["id"]: row for row in wanted}
    announced = [("made" if i not in there else "changed", after[i]) for i in sorted(after) if after[i] != there.get(i)]
    announced += [("gone", there[i] | {"version": None}) for i in sorted(there) if i not in after]
    last = store.execute(sa.select(sa.func.max(changes.c.n))).scalar() or 0
    numbered = [
        {
            "n": n,
            "at": rows.at or now(),
            "kind": kind,
            "matter_id": row["id"],
            "municipality_id": row["municipality_id"],
            "slug": row["slug"],
            "version": row["version"],
        }
        for n, (kind, row) in enumerate(announced, start=last + 1)
    ]
    if numbered:
        store.execute(changes.insert(), numbered)
