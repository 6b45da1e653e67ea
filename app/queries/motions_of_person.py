"""The motions of one person: how many, and the latest."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import ANNOUNCED_ORIGIN, mentions, motions
from app.queries.listing import Where
from app.queries.motions import EACH, TOLD_BY_MATTERS, TWICE
from app.queries.sums import kept, sums_of
from app.register.sum_keys import MOTIONS, Sum

# Of whoever has more, the latest are found by going back through all motions.
_FEW = 500


def how_many_motions(session: Session, name_ids: Sequence[str]) -> int:
    """How many motions bear one of the names as a mover's. Of who goes by one name alone it is counted already, but for
    those that are told elsewhere: by a matter beside a council's list, or by two matters."""
    how_many = sa.select(sa.func.count()).select_from(motions).where(_moved_by(name_ids))
    if len(name_ids) != 1 or not kept(session):
        return int(session.execute(how_many.where(EACH)).scalar_one())
    rows: int = sum(row.n for row in sums_of(session, [Sum.OF_NAME], name_ids, (MOTIONS,)))
    few = sa.or_(motions.c.id.in_(TWICE), motions.c.id.in_(TOLD_BY_MATTERS))
    return rows - int(session.execute(how_many.where(few, sa.not_(EACH))).scalar_one())


def latest_motions(session: Session, name_ids: Sequence[str], most: int, of: int) -> list[str]:
    """The ids of the latest of them, which are `of` in all; those without a day of their own come last."""
    if of > _FEW:
        latest = sa.select(motions.c.id).order_by(motions.c.date.desc().nulls_last(), motions.c.id).limit(most)
        moved_by = latest.where(EACH, _moved_by(name_ids))
        dated = list(session.execute(moved_by.where(motions.c.date.is_not(None))).scalars())  # the index's own order
        return dated if len(dated) == most else list(session.execute(moved_by).scalars())
    # what is said of a matter bears no day, and what of a § its own: so yrkanden, which are many, are not gone through
    of_matters = sa.select(mentions.c.fact_id).where(
        mentions.c.name_id.in_(name_ids), mentions.c.role == "mover", mentions.c.date.is_(None)
    )
    announced = sa.select(motions.c.id).where(motions.c.origin == ANNOUNCED_ORIGIN, _moved_by(name_ids))
    ids = sa.union_all(of_matters, announced)  # not put in order, for which all motions would be gone through
    moved = session.execute(sa.select(motions.c.id, motions.c.date).where(EACH, motions.c.id.in_(ids))).all()
    in_order = sorted(moved, key=lambda row: (row.date is None, -row.date.toordinal() if row.date else 0, row.id))
    return [row.id for row in in_order[:most]]


def _moved_by(name_ids: Sequence[str]) -> Where:
    return (
        sa.exists()
        .where(
            mentions.c.owner == motions.c.owner,
            mentions.c.fact_id == motions.c.id,
            mentions.c.role == "mover",
            mentions.c.name_id.in_(name_ids),
        )
        .correlate(motions)
    )
