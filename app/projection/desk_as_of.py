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
from app.models.journal import entries
from app.models.register import register
from app.projection.project import write_all
from app.register.build import build_by_keys
from app.today import end_of


def last_entry(session: Session, day: dt.date) -> int:
    """The number of the last entry appended on or before the day (in Stockholm); 0 where there was none."""
    before = entries.c.at < written(end_of(day))
    return int(session.execute(sa.select(sa.func.max(entries.c.seq)).where(before)).scalar() or 0)


@contextmanager
def matter_as_of(session: Session, keys: set[str], day: dt.date) -> Iterator[Session]:
    """A session of the register around `keys` as of the end of the day."""
    parts, acts, _met = Stretch(session, RegisterScope.DESK, last_entry(session, day)).around(keys)
    memory = sa.create_engine("sqlite://", module=sqlite)
    register.create_all(memory)
    with Session(memory) as then:
        write_all(then, build_by_keys(parts, keyring(session), acts))
        yield then
    memory.dispose()
