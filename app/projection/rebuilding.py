"""A register derived anew from the journal, whatever its tables hold.

Rows are compared with what follows from the journal and made so; a row that stands under another owner is taken over, and
one that nothing follows from is taken away. Where what the tables hold cannot be read or written over, they are made anew
in the same transaction, so that nothing is read from them.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from functools import cache

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.journal.keys import keyring
from app.journal.scope import RegisterScope
from app.journal.stretches import LAST, Stretch
from app.loads import loads
from app.models import word_index  # noqa: F401 - the databases' own indexes are made with the tables once it is known
from app.models.privileges import grant_desk
from app.models.public_tables import LAST_DAY
from app.models.published import published
from app.models.register import register, register_meta, search_entries, supports
from app.models.rows import OWNED, SHARED
from app.projection import public_as_of
from app.projection.announcing import count
from app.projection.damage import lacks_tables
from app.projection.project import (
    FOUND_SHARED,
    Standing,
    difference,
    hashed,
    holding,
    key_of,
    parties_here,
    plain,
    redirect,
    settle,
    write,
)
from app.projection.rows import Key, Row, Rows, standing
from app.projection.sums import mend_sums
from app.projection.version import versions
from app.register.build import Register, build_by_keys
from app.register.parts import Act, Part
from app.search.entries import HitKind, party_entry, shared_entry
from app.search.index import mend_index

# Joining keys that are followed at a time: few statements, and bounded memory.
_KEYS_AT_ONCE = 1_000


def rebuild(journal: Session, rows: Rows, scope: RegisterScope, until: int = LAST) -> int:
    """Derive the whole register anew, many stretches at a time, up to entry `until`; returns the rows that had to be
    changed: 0 where all was well."""
    store = rows.store
    try:
        with store.begin_nested():
            changed = _rebuild(journal, rows, scope, until, empty=is_empty(store))
            count(rows, changed)
    except (DBAPIError, ValueError, TypeError) as error:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise  # nothing can be made anew over a connection that is gone
        # what stands there cannot be read, or stands in the way: nothing may rest on it
        make_anew(store.connection(), scope)
        changed = _rebuild(journal, rows, scope, until, empty=True)
        count(rows, changed)
    return changed


def renew(session: Session) -> int:
    """Build the desk register anew where a programme of another version built it, or a table is gone; returns the rows
    changed."""
    if lacks_tables(session.connection(), register.tables.keys()):
        make_anew(session.connection(), RegisterScope.DESK)
        return rebuild(session, Rows(session), RegisterScope.DESK)
    if is_of_this_version(session):
        return 0
    changed = rebuild(session, Rows(session), RegisterScope.DESK)
    write_versions(session)
    return changed


def is_of_this_version(store: Session) -> bool:
    """Whether this programme built the register, and made the keys of its words."""
    meta = {row.key: row.value for row in store.execute(sa.select(register_meta))}
    return versions().items() <= meta.items()


def write_versions(store: Session) -> None:
    """Let the register say that this programme built it."""
    store.execute(register_meta.delete().where(register_meta.c.key.in_(versions())))
    store.execute(register_meta.insert(), [{"key": key, "value": value} for key, value in versions().items()])


def make_anew(connection: sa.Connection, scope: RegisterScope) -> None:
    """Drop a register's tables, whatever they are, and make them empty. A public one bears a new generation, by which the
    journal, and whoever follows it, knows that it is new."""
    meta = versions()
    if scope is RegisterScope.PUBLIC:
        public_as_of.drop_views(connection)
        published.drop_all(connection)
        published.create_all(connection)
        public_as_of.create_views(connection)
        meta |= {"generation": secrets.token_hex(8), LAST_DAY: ""}
    else:
        register.drop_all(connection)
        register.create_all(connection)
        grant_desk(connection)
    connection.execute(register_meta.insert(), [{"key": key, "value": value} for key, value in meta.items()])


def is_empty(store: Session) -> bool:
    """Whether a register holds nothing."""
    return not store.execute(_holds_any()).scalar()


@cache  # the statement keeps what it is compiled by
def _holds_any() -> sa.Select[bool]:
    tables = (*OWNED.values(), *SHARED.values(), supports, search_entries)
    return sa.select(sa.or_(*(sa.select(sa.literal(1)).select_from(table).exists() for table in tables)))


def _rebuild(journal: Session, rows: Rows, scope: RegisterScope, until: int, *, empty: bool) -> int:
    ids = keyring(journal)
    owners: set[str] = set()
    changed = 0
    stretch = Stretch(journal, scope, until)
    for parts, done in _stretches(stretch):
        made = build_by_keys(parts, ids, done)
        mine = made.owners()
        owners |= mine
        before = set() if empty else mine
        changed += write(rows, made, before, _standing_of(rows.store, before), settles=False)
    if not empty:
        changed += _drop_others(rows, owners)
    changed += _mend_shared(rows) + mend_sums(rows.store) + mend_index(rows.store)
    return changed + redirect(journal, rows, ids, stretch, until)


def _stretches(stretch: Stretch) -> Iterator[tuple[list[Part], list[Act]]]:
    """The whole journal in bounded loads of whole stretches."""
    seen: set[str] = set()
    waiting: set[str] = set()
    for of_reading in stretch.starts():
        for keys in of_reading:
            if not keys & seen:
                waiting |= keys
        if len(waiting) >= _KEYS_AT_ONCE:
            parts, done, met = stretch.around(waiting)
            yield parts, done
            seen |= met
            waiting = set()
    parts, done, _met = stretch.around(waiting)
    yield parts, done


def _standing_of(store: Session, owners: set[str]) -> Standing:
    """Finds the rows of these owners as `_standing` does, and looks for owners only in the tables that hold any of theirs."""
    held = holding(store, owners)
    return lambda store, table, owners, wanted: _standing(store, table, owners, wanted, held=table.name in held)


def _standing(store: Session, table: sa.Table, owners: set[str], wanted: set[Key], *, held: bool) -> dict[Key, Row]:
    """The rows that these owners have, and those that stand under keys of theirs with another owner."""
    there: dict[Key, Row] = {}
    for batch in loads(sorted(owners)) if held else ():
        there |= {key_of(table, row): row for row in standing(store, table, table.c.owner.in_(batch))}
    if owners and table.c.owner not in list(table.primary_key):
        for keys in loads(sorted(wanted - there.keys())):
            elsewhere = standing(store, table, sa.tuple_(*table.primary_key).in_(keys))
            there |= {key_of(table, row): row for row in elsewhere}
    return there


def _drop_others(rows: Rows, owners: set[str]) -> int:
    """Take away the rows of owners that no longer follow from the journal."""
    stale: set[str] = set()
    of_owners = search_entries.c.kind.not_in([str(kind) for kind in (*FOUND_SHARED.values(), HitKind.PARTY)])
    stale |= set(rows.store.execute(sa.select(search_entries.c.owner).where(of_owners).distinct()).scalars()) - owners
    stale |= set(rows.store.execute(_owners()).scalars()) - owners
    return write(rows, Register(), stale, settles=False) if stale else 0


@cache
def _owners() -> sa.CompoundSelect[str]:
    """Whoever owns a row."""
    return sa.union(*(sa.select(table.c.owner).distinct() for table in (*OWNED.values(), supports)))


def _mend_shared(rows: Rows) -> int:
    """Make every shared row what its supporters claim, whatever became of it; returns the rows changed."""
    store = rows.store
    touched: set[tuple[str, str]] = set()
    for table in SHARED.values():
        least = sa.select(supports.c.row_id, sa.func.min(supports.c.claim_hash)).where(supports.c.kind == table.name)
        claimed = {row[0]: row[1] for row in store.execute(least.group_by(supports.c.row_id))}
        there = {row["id"]: hashed(plain(row)) for row in standing(store, table)}
        touched |= {(table.name, row_id) for row_id in {*claimed, *there} if claimed.get(row_id) != there.get(row_id)}
    changed = sum(settle(rows, kind, row_id) for kind, row_id in sorted(touched))
    found = {
        FOUND_SHARED[table.name]: standing(store, table) for table in SHARED.values() if table.name in FOUND_SHARED
    }
    changed += sum(
        _mend_entries(rows, kind, [shared_entry(kind, row) for row in there]) for kind, there in found.items()
    )
    return changed + _mend_entries(rows, HitKind.PARTY, [party_entry(*row) for row in store.execute(parties_here())])


def _mend_entries(rows: Rows, kind: HitKind, wanted: Sequence[Row]) -> int:
    """Make the entries of a kind that no owner has the wanted ones; returns the entries changed."""

    def of_kind(store: Session, of: sa.Table, _owners: set[str], keys: set[Key]) -> dict[Key, Row]:
        """Those that say they are of the kind, and those that stand under keys of theirs."""
        there = {key_of(of, row): row for row in standing(store, of, of.c.kind == str(kind))}
        for load in loads(sorted(keys - there.keys())):
            there |= {key_of(of, row): row for row in standing(store, of, sa.tuple_(*of.primary_key).in_(load))}
        return there

    return difference(rows, search_entries, set(), {key_of(search_entries, entry): entry for entry in wanted}, of_kind)
