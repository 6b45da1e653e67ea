"""A register as of a day: built from the journal's entries until then, in memory, and asked as any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.orm import Session

from app.journal.append import written
from app.journal.keys import keyring
from app.journal.scope import RegisterScope
from app.journal.stretches import Stretch
from app.models.journal import arrivals, entries
from app.models.register import register
from app.projection.project import write_all
from app.register.build import build_by_keys
from app.today import end_of


def last_entry(session: Session, day: dt.date, place_id: str = "") -> int:
    """The number of the last entry of a municipality, or of none, made on or before the day (in Stockholm); 0 where there was none.

    What came from another installation was made before it came, and is of its municipality alone.
    """
    others = session.execute(sa.select(arrivals).where(arrivals.c.municipality != place_id)).all()
    came = (entries.c.seq.between(one.seq + 1, one.last) for one in others)
    made = (entries.c.at < written(end_of(day)), *map(sa.not_, came))
    return int(session.execute(sa.select(sa.func.max(entries.c.seq)).where(*made)).scalar() or 0)


@contextmanager
def matter_as_of(session: Session, keys: set[str], day: dt.date) -> Iterator[Session]:
    """A session of the register around `keys` as of the end of the day."""
    place_id = next(iter(keys), "").partition("|")[0]
    parts, acts, _met = Stretch(session, RegisterScope.DESK, last_entry(session, day, place_id)).around(keys)
    memory = sa.create_engine("sqlite://", module=sqlite)
    register.create_all(memory)
    with Session(memory) as then:
        write_all(then, build_by_keys(parts, keyring(session), acts))
        yield then
    memory.dispose()
