"""What was announced of each matter, kept while a programme of another version makes the public register anew: of what is
there still it is told again as it was, so that whoever follows a feed or asks what was updated since meets nothing as news."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.checkpoints import announced_before
from app.models.register import changes

_KEPT = [column.name for column in announced_before.c]


def keep_announced(connection: sa.Connection) -> None:
    """Keep what was announced of the matters of a register that is about to be dropped, but for those that are gone, where it can
    tell; of one that is empty, since the one before was dropped and nothing was derived yet, what was kept then stays."""
    there = sa.inspect(connection)
    if not there.has_table(changes.name) or not set(_KEPT) <= {c["name"] for c in there.get_columns(changes.name)}:
        return
    if connection.execute(sa.select(sa.exists(sa.select(changes.c.n)))).scalar():
        kept = sa.select(*(changes.c[name] for name in _KEPT)).where(changes.c.matter_id.in_(_there()))
        connection.execute(announced_before.delete())
        connection.execute(announced_before.insert().from_select(_KEPT, kept))


def tell_as_announced(store: Session) -> None:
    """Let each matter that is there and was announced before have those changes alone, the last with its version of today, and
    number all in their order; then forget what was kept."""
    if not store.execute(sa.select(sa.exists(sa.select(announced_before.c.n)))).scalar():
        return
    # by way of numbers that none has: two may not bear one
    store.execute(changes.update().values(n=-changes.c.n))
    was, now = announced_before, changes.alias("now_told")
    latest = sa.select(sa.func.min(changes.c.n)).group_by(changes.c.matter_id)
    last = sa.select(sa.func.max(was.c.n)).group_by(was.c.matter_id)
    again = (
        sa.select(
            was.c.n,
            was.c.at,
            was.c.kind,
            was.c.matter_id,
            now.c.municipality_id,
            now.c.slug,
            sa.case((was.c.n.in_(last), now.c.version), else_=was.c.version),
        )
        .join(now, now.c.matter_id == was.c.matter_id)
        .where(now.c.n.in_(latest), now.c.kind != "gone")
    )
    store.execute(changes.insert().from_select([column.name for column in changes.c], again))
    told = sa.select(now.c.matter_id).where(now.c.n > 0)
    store.execute(changes.delete().where(changes.c.n < 0, changes.c.matter_id.in_(told)))
    order = sa.func.row_number().over(order_by=(now.c.at, sa.func.abs(now.c.n)))
    numbered = sa.select(now.c.n, order.label("place")).subquery()
    beyond = sa.select(sa.func.max(sa.func.abs(now.c.n))).scalar_subquery()
    store.execute(changes.update().where(changes.c.n == numbered.c.n).values(n=-numbered.c.place - beyond))
    first = sa.select(sa.func.max(now.c.n)).scalar_subquery()
    store.execute(changes.update().values(n=first + 1 - changes.c.n))
    store.execute(announced_before.delete())


def _there() -> sa.Select[tuple[str]]:
    """The matters whose last change was not that they went."""
    latest = sa.select(sa.func.max(changes.c.n)).group_by(changes.c.matter_id)
    return sa.select(changes.c.matter_id).where(changes.c.n.in_(latest), changes.c.kind != "gone")
