"""Tells whoever watches a register that it changed, and which matters did."""

from __future__ import annotations

import sqlalchemy as sa

from app.journal.append import now
from app.loads import loads
from app.models.register import changes, matters, register_meta
from app.projection.rows import Row, Rows


def count(rows: Rows, changed: int) -> None:
    """Count that the register changed: who watches it learns of it, and of nothing else."""
    if not changed or not rows.tells:
        return
    store = rows.store
    state = register_meta.c.key == "state"
    before = store.execute(sa.select(register_meta.c.value).where(state)).scalar() or "0"
    store.execute(register_meta.delete().where(state))
    store.execute(register_meta.insert().values(key="state", value=str(int(before) + 1 if before.isdecimal() else 1)))


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
