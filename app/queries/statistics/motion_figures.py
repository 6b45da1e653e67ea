"""Motions by how they ended and how long that took, from the sums that the register keeps.

A sum counts each motion as its own row has it. The few that a council's list speaks of, and those that lie in two matters,
are taken out of the sums and counted as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import matters, mentions, motions, names
from app.queries.motion_days import LISTED, MotionDay, motion_days
from app.queries.motions import EACH, TOLD_BY_MATTERS, TWICE
from app.queries.sums import kept, sums_of
from app.register.motion_sums import Ended, of_motion, of_motions
from app.register.sum_keys import MOTIONS, Added, Key, Sum
from app.today import today

# Each by an index of its own: of the three in one condition, put in order together, or of one municipality's alone, all motions
# would be gone through.
_TOUCHED = sa.union_all(TWICE, TOLD_BY_MATTERS, sa.select(motions.c.id).where(LISTED))
KINDS = (Sum.MOTIONS, Sum.ENDED, Sum.DAYS_TAKEN, Sum.PRINTED)


def motion_figures(session: Session, here: Collection[str]) -> Added:
    """The sums of the motions of these municipalities, by id, as they are; as they were, on a day."""
    if not kept(session):
        return _counted(session, motion_days(session, today(), EACH, _of(here)))
    found: Added = Counter({Key(*row[:-1]): row.n for row in sums_of(session, KINDS, here, (MOTIONS,))})
    for load in loads(sorted(set(session.execute(_TOUCHED).scalars()))):
        ids = (
            session.execute(sa.select(motions.c.id).where(motions.c.id.in_(load), _of(here)).distinct()).scalars().all()
        )
        found.subtract({key: n for key, n in _as_rows_have_it(session, ids).items() if key.kind in KINDS})
        found.update(_counted(session, motion_days(session, today(), EACH, motions.c.id.in_(ids))))
    return +found


def _of(here: Collection[str]) -> sa.ColumnElement[bool]:
    return motions.c.municipality_id.in_(sorted(here))


def _as_rows_have_it(session: Session, ids: Sequence[str]) -> Added:
    """What the rows of these motions add to the sums."""
    rows = [row._asdict() for row in session.execute(sa.select(motions).where(motions.c.id.in_(ids)))]
    of_matters = sa.select(matters).where(matters.c.id.in_({row["matter_id"] for row in rows if row["matter_id"]}))
    named = _movers(session, ids)
    added = {
        motions.name: rows,
        matters.name: [row._asdict() for row in session.execute(of_matters)],
        mentions.name: [row._asdict() for row in named],
    }
    return Counter(of_motions(added, {row.name_id: row.party for row in named}))


def _counted(session: Session, days: Sequence[MotionDay]) -> Added:
    """What these motions are, each once."""
    letters: dict[str, set[str]] = defaultdict(set)
    for load in loads([day.id for day in days]):
        for row in _movers(session, load, EACH):
            if row.party:
                letters[row.fact_id].add(row.party)
    return Counter(
        key
        for day in days
        for key in of_motion(
            day.municipality_id, day.raised, Ended(day.status, day.outcome, day.last_date), letters[day.id]
        )
    )


def _movers(session: Session, ids: Sequence[str], *where: sa.ColumnElement[bool]) -> Sequence[Any]:
    query = (
        sa.select(mentions, names.c.party)
        .join(motions, sa.and_(motions.c.owner == mentions.c.owner, motions.c.id == mentions.c.fact_id))
        .join(names, names.c.id == mentions.c.name_id)
        .where(motions.c.id.in_(ids), mentions.c.role == "mover", *where)
    )
    return session.execute(query).all()
