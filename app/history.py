"""A register as it was known on a day: built from the journal's entries until then, in memory, and asked as any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.orm import Session

from app.ids import Ids
from app.models.journal import entries
from app.models.register import register
from app.parts import Scope, Stretch, secret
from app.projection import write_all
from app.register.build import build

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def last_entry(session: Session, day: dt.date) -> int:
    """The number of the last entry appended on or before the day (in Stockholm); 0 where there was none."""
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), STOCKHOLM).astimezone(dt.UTC)
    before = entries.c.at < end.strftime("%Y-%m-%dT%H:%M:%S.000000Z")
    return int(session.execute(sa.select(sa.func.max(entries.c.seq)).where(before)).scalar() or 0)


@contextmanager
def as_of(session: Session, keys: set[str], day: dt.date) -> Iterator[Session]:
    """A session of the register around `keys` as it was known at the end of the day."""
    parts, acts, _met = Stretch(session, Scope.DESK, last_entry(session, day)).around(keys)
    memory = sa.create_engine("sqlite://", module=sqlite)
    register.create_all(memory)
    with Session(memory) as then:
        write_all(then, build(parts, Ids(secret(session)), acts))
        yield then
    memory.dispose()
