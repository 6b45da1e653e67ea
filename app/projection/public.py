"""The public register follows the journal, day by day, so that it knows what was public on each.

A store of a new generation goes through all the days again: what it then knows of them is what the one before knew. What
was withdrawn since is left out of every day, and what hangs together with it begins on the day of the withdrawal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.db import Stores, writing
from app.journal.masks import filings_masked
from app.journal.scope import RegisterScope
from app.journal.stretches import LAST
from app.models.journal import (
    act_keys,
    acts,
    arrivals,
    entries,
    filings,
    followers,
    part_keys,
    readings,
    releases,
)
from app.models.public_tables import LAST_DAY
from app.models.published import DATED, PAST
from app.models.register import register_meta, search_entries, sums, supports
from app.projection.announced_before import tell_as_announced
from app.projection.damage import SUSPECTS, is_damage
from app.projection.project import project
from app.projection.rebuilding import is_empty, is_of_this_version, make_anew, rebuild, write_versions
from app.projection.rows import Rows
from app.projection.tombstones import write_tombstones
from app.today import civil_date

_EMPTIED = (*DATED.values(), *PAST.values(), supports, search_entries, sums)


def publish(stores: Stores) -> int:
    """Bring the public register up to the journal; returns the rows changed there."""
    with writing(stores.desk) as desk, writing(stores.public) as public:
        return follow(desk, public)


def renew_public(stores: Stores) -> int:
    """Let the public register's words be found under the rules of this programme; returns the rows changed there."""
    with writing(stores.desk) as desk, writing(stores.public) as public:
        if is_of_this_version(public):
            return 0
        changed = rebuild_public(desk, public)
        write_versions(public)
    return changed


@contextmanager
def publishing(stores: Stores) -> Iterator[Session]:
    """A transaction at the desk, which the public register follows once it has committed."""
    with writing(stores.desk) as session:
        yield session
    publish(stores)


@dataclass(frozen=True, slots=True)
class _Day:
    """The journal's entries of one civil date: those after `after`, up to `until`. They are told of at the instant `told`, that of
    the last of them: what came from another installation was done before it was here."""

    date: dt.date
    after: int
    until: int
    told: str


def follow(journal: Session, store: Session) -> int:
    """Bring the public register up to the journal's last entry; returns the rows changed. Safe to repeat.

    How far it has come is kept in the journal's database, so that the public one knows nothing of the journal's numbers.
    A store of another generation is a new one, and begins from nothing.
    """
    generation = _generation(store)
    before = journal.execute(sa.select(followers).where(followers.c.scope == RegisterScope.PUBLIC)).first()
    last = journal.execute(sa.select(sa.func.max(entries.c.seq))).scalar() or 0
    announced = (
        before.reached if before and before.reached <= last else 0
    )  # else it is another journal, or an older copy
    reached = announced if before and before.generation == generation else 0
    if reached == 0 and not is_empty(store):
        make_anew(store.connection(), RegisterScope.PUBLIC)
        generation = _generation(store)
    days = list(_days(journal, reached, announced))
    if not days:
        return 0
    try:
        with store.begin_nested():
            changed = _live_through(journal, store, days, announced)
    except SUSPECTS as error:
        if not is_damage(error):
            raise
        make_anew(store.connection(), RegisterScope.PUBLIC)
        generation, days = _generation(store), list(_days(journal, 0))
        changed = _live_through(journal, store, days, 0)
    write_tombstones(journal, store)
    values = {"scope": RegisterScope.PUBLIC.value, "generation": generation, "reached": days[-1].until}
    journal.execute(followers.delete().where(followers.c.scope == RegisterScope.PUBLIC))
    journal.execute(followers.insert().values(values))
    return changed


def _live_through(journal: Session, store: Session, days: Sequence[_Day], announced: int) -> int:
    """Do what was done on these days. Those of a store that begins from nothing are dated as of then, and not as of now; what a
    store before it `announced`, up to that entry, is told as it was there."""
    changed = 0
    for day in days:
        at = day.told if days[0].after == 0 else None
        changed += _live(journal, Rows(store, day.date, at=at), day, LAST if day is days[-1] else day.until)
        if day.until == announced:
            tell_as_announced(store)
    return changed


def last_day(journal: Session) -> dt.date | None:
    """The civil date that the journal has come to: of its latest entry; None where it has none."""
    at = journal.execute(sa.select(entries.c.at).order_by(entries.c.seq.desc()).limit(1)).scalar()
    return civil_date(dt.datetime.fromisoformat(at)) if at else None


def rebuild_public(journal: Session, store: Session) -> int:
    """Derive the public register anew: its rows, then the days on which they stood, told to nobody; returns the rows that
    had to be changed."""
    changed = rebuild(journal, Rows(store, last_day(journal), forgets=True), RegisterScope.PUBLIC)
    try:
        with store.begin_nested():
            held = set(store.execute(_holding_any()).scalars())
            for table in _EMPTIED:
                if table.name in held:
                    store.execute(table.delete())
    except DBAPIError:  # a table is gone
        make_anew(store.connection(), RegisterScope.PUBLIC)
    store.execute(register_meta.delete().where(register_meta.c.key == LAST_DAY))
    store.execute(register_meta.insert().values(key=LAST_DAY, value=""))
    days = list(_days(journal, 0))
    for day in days:
        _live(journal, Rows(store, day.date, tells=False), day, LAST if day is days[-1] else day.until)
    write_tombstones(journal, store)
    return changed


@cache  # the statement keeps what it is compiled by
def _holding_any() -> sa.CompoundSelect[str]:
    """The names of the tables that are emptied and hold anything."""
    return sa.union_all(
        *(
            sa.select(sa.literal_column(f"'{table.name}'")).where(sa.select(sa.literal(1)).select_from(table).exists())
            for table in _EMPTIED
        )
    )


def _generation(store: Session) -> str:
    query = sa.select(register_meta.c.value).where(register_meta.c.key == "generation")
    return str(store.execute(query).scalar_one())


def _live(journal: Session, keeping: Rows, day: _Day, until: int) -> int:
    """Do what was done on a day: all at once on the first, else around what the day's entries touch."""
    if day.after == 0:
        return rebuild(journal, keeping, RegisterScope.PUBLIC, until)
    forgetting = Rows(keeping.store, keeping.day, at=keeping.at, forgets=True, tells=keeping.tells)
    changed = project(journal, forgetting, RegisterScope.PUBLIC, _withdrawn(journal, day), until)
    return changed + project(journal, keeping, RegisterScope.PUBLIC, _touched(journal, day), until)


def _days(journal: Session, reached: int, apart: int = 0) -> Iterator[_Day]:
    """The days of the entries after `reached`, those after `apart` apart from those up to it. A clock that was set back makes no day earlier than the one before; what came with a
    municipality from another installation keeps the days that it had there."""
    came = list(journal.execute(sa.select(arrivals.c.seq, arrivals.c.last).where(arrivals.c.last > reached)))
    dated_entries = sa.select(entries.c.seq, entries.c.at).order_by(entries.c.seq)
    latest = journal.execute(sa.select(entries.c.at).where(entries.c.seq == reached)).scalar() or ""
    dated: list[tuple[tuple[int, dt.date, dt.date, bool], int, str]] = []
    with_it, there = 0, ""
    for row in journal.execute(dated_entries.where(entries.c.seq > reached)):
        arrival = next((one.seq for one in came if one.seq < row.seq <= one.last), 0)
        if arrival:
            there = max(there, row.at) if arrival == with_it else row.at
        else:
            latest = max(latest, row.at)
        with_it = arrival
        date, told = (civil_date(dt.datetime.fromisoformat(at)) for at in (there if arrival else latest, latest))
        dated.append(((arrival, date, told, row.seq > apart), row.seq, latest))
    for (_with, date, _told, _apart), of_day in groupby(dated, key=lambda entry: entry[0]):
        *_before, (_key, last, at) = of_day
        yield _Day(date, reached, last, at)
        reached = last


def _within(column: sa.ColumnElement[int], day: _Day) -> sa.ColumnElement[bool]:
    return sa.and_(column > day.after, column <= day.until)


def _touched(journal: Session, day: _Day) -> set[str]:
    """The keys of every filing that an entry of the day speaks of, in all its readings, and of every act of the day."""
    touched = sa.union(
        sa.select(releases.c.filing_seq).where(_within(releases.c.seq, day)),
        sa.select(readings.c.filing_seq).where(
            sa.or_(_within(readings.c.seq, day), _within(readings.c.undone_by, day))
        ),
        sa.select(filings.c.seq).where(_within(filings.c.seq, day)),
        _masked(day),
    )
    acted = sa.select(act_keys.c.key).join(acts, acts.c.seq == act_keys.c.seq)
    acted = acted.where(sa.or_(_within(acts.c.seq, day), _within(acts.c.undone_by, day)))
    return _keys_of(journal, touched) | set(journal.execute(acted).scalars())


def _withdrawn(journal: Session, day: _Day) -> set[str]:
    """The keys of every filing of which pages were withdrawn or masked, or a reading taken back, on the day."""
    return _keys_of(
        journal,
        sa.union(
            sa.select(releases.c.filing_seq).where(_within(releases.c.seq, day), sa.not_(releases.c.public)),
            sa.select(readings.c.filing_seq).where(_within(readings.c.undone_by, day)),
            _masked(day),
        ),
    )


def _masked(day: _Day) -> sa.Select[tuple[int]]:
    """The filings whose file was masked on the day, or the mask undone."""
    return filings_masked(_within(acts.c.seq, day), _within(acts.c.undone_by, day))


def _keys_of(journal: Session, filed: sa.CompoundSelect[int]) -> set[str]:
    query = (
        sa.select(part_keys.c.key)
        .join(readings, readings.c.seq == part_keys.c.reading_seq)
        .where(readings.c.filing_seq.in_(sa.select(filed.subquery().c[0])))
    )
    return set(journal.execute(query).scalars())
