"""Values → rows, by difference: the only writer of a register, in either scope.

What is written for one filing is the difference between the rows that its matters had and the rows that now follow
from the journal. A rebuild is the same over everything, and finds nothing to write.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import REGISTER_VERSION
from app.ids import Ids
from app.journal import add_keys, canonical, now
from app.models.journal import act_keys, acts, entries, filings, followers, part_keys, readings, releases
from app.models.register import (
    OWNED,
    SHARED,
    cases,
    changes,
    documents,
    items,
    matter_entities,
    matters,
    register_meta,
    supports,
)
from app.models.register import redirects as redirect_rows
from app.parts import Scope, Stretch, acts_of, corrected_keys, secret
from app.register import values
from app.register.build import Register, build
from app.register.people import redirects
from app.register.said import Act, ActKind, Part

_BATCH = 500
# Joining keys that a rebuild follows at a time: few statements, and bounded memory.
_KEYS_AT_ONCE = 1_000
_SENDING = (ActKind.MERGE, ActKind.SPLIT, ActKind.RENAME, ActKind.DIVIDE)
Row = dict[str, Any]
_DATES = {table.name: [c.name for c in table.c if isinstance(c.type, sa.Date)] for table in SHARED.values()}


def project(journal: Session, store: Session, scope: Scope, keys: Collection[str]) -> int:
    """Bring the register in `store` up to what follows from the journal around `keys`; returns the rows changed."""
    if not keys:
        return 0
    ids = Ids(secret(journal))
    parts, acts, met = Stretch(journal, scope).around(keys)
    made = build(parts, ids, acts)
    owners = made.owners() | _owners_before(store, met, ids)
    changed = _write(store, made, owners, _there(store, owners)) + _redirect(journal, store, ids)
    _count(store, changed)
    return changed


def project_desk(session: Session, keys: Collection[str]) -> int:
    """Bring the desk register up to what was just said around `keys`, in the transaction that said it.

    What people corrected may give a new part other keys than it was read with: it is to be found under those too.
    """
    corrected = add_keys(session, corrected_keys(session, keys))
    return project(session, session, Scope.DESK, {*keys, *corrected})


def rebuild(journal: Session, store: Session, scope: Scope) -> int:
    """Derive the whole register anew, many stretches at a time; returns the rows that had to be changed: 0 where all was
    well."""
    ids = Ids(secret(journal))
    owners: set[str] = set()
    changed = 0
    for parts, done in _stretches(Stretch(journal, scope)):
        made = build(parts, ids, done)
        mine = made.owners()
        owners |= mine
        changed += _write(store, made, mine)
    changed += _drop_others(store, owners) + _mend_shared(store) + _redirect(journal, store, ids)
    _count(store, changed)
    return changed


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


def renew(session: Session) -> int:
    """Build the desk register anew where a programme of another version built it; returns the rows changed."""
    built = session.execute(sa.select(register_meta.c.value).where(register_meta.c.key == "version")).scalar()
    if built == REGISTER_VERSION:
        return 0
    changed = rebuild(session, session, Scope.DESK)
    session.execute(register_meta.delete().where(register_meta.c.key == "version"))
    session.execute(register_meta.insert().values(key="version", value=REGISTER_VERSION))
    return changed


def follow(journal: Session, store: Session) -> int:
    """Bring the public register up to the journal's last entry; returns the rows changed. Safe to repeat.

    How far it has come is kept in the journal's database, so that the public one knows nothing of the journal's numbers.
    A store of another generation is a new one, and begins from nothing.
    """
    generation = store.execute(sa.select(register_meta.c.value).where(register_meta.c.key == "generation")).scalar_one()
    before = journal.execute(sa.select(followers).where(followers.c.scope == Scope.PUBLIC)).first()
    reached = before.reached if before and before.generation == generation else 0
    last = journal.execute(sa.select(sa.func.max(entries.c.seq))).scalar() or 0
    if reached >= last:
        return 0
    keys = _keys_since(journal, reached) if reached else None
    changed = rebuild(journal, store, Scope.PUBLIC) if keys is None else project(journal, store, Scope.PUBLIC, keys)
    values = {"scope": Scope.PUBLIC.value, "generation": generation, "reached": last}
    journal.execute(followers.delete().where(followers.c.scope == Scope.PUBLIC))
    journal.execute(followers.insert().values(values))
    return changed


def _count(store: Session, changed: int) -> None:
    """Count that the register changed: who watches it learns of it, and of nothing else."""
    if not changed:
        return
    state = register_meta.c.key == "state"
    before = store.execute(sa.select(register_meta.c.value).where(state)).scalar() or "0"
    store.execute(register_meta.delete().where(state))
    store.execute(register_meta.insert().values(key="state", value=str(int(before) + 1)))


def _keys_since(journal: Session, reached: int) -> set[str]:
    """The keys of every filing that an entry after `reached` speaks of, in all its readings, and of every act since."""
    touched = sa.union(
        sa.select(releases.c.filing_seq).where(releases.c.seq > reached),
        sa.select(readings.c.filing_seq).where(sa.or_(readings.c.seq > reached, readings.c.undone_by > reached)),
        sa.select(filings.c.seq).where(filings.c.seq > reached),
    ).subquery()
    query = (
        sa.select(part_keys.c.key)
        .join(readings, readings.c.seq == part_keys.c.reading_seq)
        .where(readings.c.filing_seq.in_(sa.select(touched.c[0])))
    )
    acted = sa.select(act_keys.c.key).join(acts, acts.c.seq == act_keys.c.seq)
    acted = acted.where(sa.or_(acts.c.seq > reached, acts.c.undone_by > reached))
    return set(journal.execute(query).scalars()) | set(journal.execute(acted).scalars())


def _owners_before(store: Session, keys: Collection[str], ids: Ids) -> set[str]:
    """Whoever may own rows around these keys: the entities that they name, and the matters these were in."""
    entities = [ids.of(kind, key) for key in keys for kind in ("item", "document")]
    owners = set(entities)
    for batch in _batches(entities):
        query = sa.select(matter_entities.c.owner).where(matter_entities.c.entity_id.in_(batch))
        owners |= set(store.execute(query).scalars())
    for batch in _batches([ids.of("case", key) for key in keys]):
        owners |= set(store.execute(sa.select(cases.c.owner).where(cases.c.id.in_(batch))).scalars())
    return owners


def _there(store: Session, owners: set[str]) -> set[str]:
    """Those of them who own any rows: each §, document and matter has one of its own name."""
    found: set[str] = set()
    for table in (items, documents, matters):
        for batch in _batches(sorted(owners)):
            found |= set(store.execute(sa.select(table.c.id).where(table.c.id.in_(batch))).scalars())
    return found


def write_all(store: Session, made: Register) -> None:
    """Write a register into an empty store."""
    _write(store, made, made.owners(), set())


def _write(store: Session, made: Register, owners: set[str], there: set[str] | None = None) -> int:
    """Make the owners' rows those that were made. `there` are the owners who have rows before; None: any may."""
    there = owners if there is None else there
    by_table: dict[sa.Table, dict[tuple[Any, ...], Row]] = defaultdict(dict)
    for value in made.owned:
        table = OWNED[type(value)]
        row = _row(value)
        by_table[table][_key(table, row)] = row
    _announce(store, there, list(by_table[matters].values()))
    changed = sum(_difference(store, table, there, by_table[table]) for table in OWNED.values())
    return changed + _write_shared(store, made, there)


def _announce(store: Session, owners: set[str], wanted: list[Row]) -> None:
    """Number every matter that is made, changed or gone. A rebuild that changes nothing announces nothing."""
    there: dict[str, Row] = {}
    for batch in _batches(sorted(owners)):
        found = store.execute(sa.select(matters).where(matters.c.id.in_(batch))).mappings()
        there |= {row["id"]: dict(row) for row in found}
    after = {row["id"]: row for row in wanted}
    told = [("made" if i not in there else "changed", after[i]) for i in sorted(after) if after[i] != there.get(i)]
    told += [("gone", there[i] | {"version": None}) for i in sorted(there) if i not in after]
    last = store.execute(sa.select(sa.func.max(changes.c.n))).scalar() or 0
    rows = [
        {
            "n": n,
            "at": now(),
            "kind": kind,
            "matter_id": row["id"],
            "municipality_id": row["municipality_id"],
            "slug": row["slug"],
            "version": row["version"],
        }
        for n, (kind, row) in enumerate(told, start=last + 1)
    ]
    if rows:
        store.execute(changes.insert(), rows)


def _row(value: Any) -> Row:
    """A value as a row; tuples become lists, as JSON columns give them back."""
    kind: type = type(value)
    row = {name: getattr(value, name) for name in _names(kind)}
    return {k: _lists(v) if isinstance(v, tuple) else str(v) if isinstance(v, str) else v for k, v in row.items()}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _lists(value: Any) -> Any:
    return [_lists(v) for v in value] if isinstance(value, tuple | list) else value


def _key(table: sa.Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in _key_names(table))


@cache
def _key_names(table: sa.Table) -> tuple[str, ...]:
    return tuple(str(column.name) for column in table.primary_key)


def _difference(store: Session, table: sa.Table, owners: set[str], wanted: dict[tuple[Any, ...], Row]) -> int:
    """Make the owners' rows of a table those that are wanted; a row that changed its owner is found by its key."""
    there: dict[tuple[Any, ...], Row] = {}
    for batch in _batches(sorted(owners)):
        for found in store.execute(sa.select(table).where(table.c.owner.in_(batch))).mappings():
            row = dict(found)
            there[_key(table, row)] = row
    gone = [key for key in there if key not in wanted]
    new = [row for key, row in wanted.items() if key not in there]
    other = [row for key, row in wanted.items() if key in there and there[key] != row]
    _delete(store, table, gone)
    for row in other:
        store.execute(table.update().where(*_same(table, _key(table, row))).values(row))
    for batch in _batches(new):
        store.execute(table.insert(), batch)
    return len(gone) + len(new) + len(other)


def _same(table: sa.Table, key: tuple[Any, ...]) -> list[sa.ColumnElement[bool]]:
    return [column == value for column, value in zip(table.primary_key, key, strict=True)]


def _delete(store: Session, table: sa.Table, keys: list[tuple[Any, ...]]) -> None:
    for batch in _batches(keys):
        store.execute(table.delete().where(sa.tuple_(*table.primary_key).in_(batch)))


def _write_shared(store: Session, made: Register, owners: set[str]) -> int:
    """Rows that many rest on follow from what each of them claims: the claim of the least hash stands, so order does not matter."""
    wanted: dict[tuple[Any, ...], Row] = {}
    for owner, value in made.shared:
        table = SHARED[type(value)]
        claim = canonical(_row(value))
        claim_hash = _hashed(claim)
        row = {
            "kind": table.name,
            "row_id": value.id,
            "claim_hash": claim_hash,
            "owner": owner,
            "claim": claim.decode(),
        }
        wanted[_key(supports, row)] = row
    before: set[tuple[Any, ...]] = set()
    for batch in _batches(sorted(owners)):
        query = sa.select(*supports.primary_key).where(supports.c.owner.in_(batch))
        before |= {tuple(row) for row in store.execute(query)}
    changed = _difference(store, supports, owners, wanted)
    if not changed:
        return 0
    touched = {(kind, row_id) for kind, row_id, *_rest in before - wanted.keys()}
    touched |= _unlike(store, [wanted[key] for key in wanted.keys() - before])
    return changed + sum(_settle(store, kind, row_id) for kind, row_id in sorted(touched))


def _hashed(claim: bytes) -> str:
    return hashlib.blake2b(claim, digest_size=8).hexdigest()


def _plain(row: Mapping[Any, Any]) -> bytes:
    """A shared row as a claim says it."""
    return canonical({str(name): value for name, value in row.items()})


def _mend_shared(store: Session) -> int:
    """Make every shared row what its supporters claim, whatever became of it; returns the rows changed."""
    touched: set[tuple[str, str]] = set()
    for table in SHARED.values():
        least = sa.select(supports.c.row_id, sa.func.min(supports.c.claim_hash)).where(supports.c.kind == table.name)
        said = {row[0]: row[1] for row in store.execute(least.group_by(supports.c.row_id))}
        there = {row["id"]: _hashed(_plain(row)) for row in store.execute(sa.select(table)).mappings()}
        touched |= {(table.name, row_id) for row_id in {*said, *there} if said.get(row_id) != there.get(row_id)}
    return sum(_settle(store, kind, row_id) for kind, row_id in sorted(touched))


def _unlike(store: Session, claims: list[Row]) -> set[tuple[str, str]]:
    """The shared rows that are not yet, or are otherwise than a new claim says: one that says what stands changes nothing."""
    found: set[tuple[str, str]] = set()
    for table in SHARED.values():
        said = [(row["row_id"], row["claim"]) for row in claims if row["kind"] == table.name]
        there: dict[str, bytes] = {}
        for batch in _batches(sorted({row_id for row_id, _claim in said})):
            rows = store.execute(sa.select(table).where(table.c.id.in_(batch))).mappings()
            there |= {row["id"]: _plain(row) for row in rows}
        found |= {(table.name, row_id) for row_id, claim in said if there.get(row_id) != claim.encode()}
    return found


def _settle(store: Session, kind: str, row_id: str) -> int:
    """Make one shared row what its supporters claim, or take it away with the last of them."""
    table = next(t for t in SHARED.values() if t.name == kind)
    claim = store.execute(
        sa.select(supports.c.claim)
        .where(supports.c.kind == kind, supports.c.row_id == row_id)
        .order_by(supports.c.claim_hash)
        .limit(1)
    ).scalar()
    there = store.execute(sa.select(table).where(table.c.id == row_id)).mappings().first()
    if claim is None:
        store.execute(table.delete().where(table.c.id == row_id))
        return int(there is not None)
    row = orjson.loads(claim) | {
        name: dt.date.fromisoformat(value) for name in _DATES[kind] if (value := orjson.loads(claim)[name])
    }
    if there is None:
        store.execute(table.insert().values(row))
    elif dict(there) != row:
        store.execute(table.update().where(table.c.id == row_id).values(row))
    return int(there is None or dict(there) != row)


def _redirect(journal: Session, store: Session, ids: Ids) -> int:
    """Make the redirects those that people's acts ask for, between what this scope holds."""
    wanted = {(row.id, row.into): _row(row) for row in redirects(acts_of(journal, _SENDING), ids)}
    there = {(row["id"], row["into"]): dict(row) for row in store.execute(sa.select(redirect_rows)).mappings()}
    if not wanted and not there:
        return 0
    known: set[str] = set()
    for table in (SHARED[values.Person], SHARED[values.Name], SHARED[values.Body]):
        for batch in _batches(sorted({i for row in wanted.values() for i in (row["id"], row["into"])})):
            known |= set(store.execute(sa.select(table.c.id).where(table.c.id.in_(batch))).scalars())
    wanted = {
        (old, into): row
        for (old, into), row in wanted.items()
        if old in known and (into in known or row["kind"] == "name")
    }
    changed = [key for key in {*wanted, *there} if wanted.get(key) != there.get(key)]
    _delete(store, redirect_rows, changed)
    new = [wanted[key] for key in sorted(changed) if key in wanted]
    if new:
        store.execute(redirect_rows.insert(), new)
    return len(changed)


def _drop_others(store: Session, owners: set[str]) -> int:
    """Take away the rows of owners that no longer follow from the journal."""
    stale: set[str] = set()
    for table in (*OWNED.values(), supports):
        stale |= set(store.execute(sa.select(table.c.owner).distinct()).scalars()) - owners
    return _write(store, Register(), stale) if stale else 0


def _batches(values: list[Any]) -> list[list[Any]]:
    return [values[start : start + _BATCH] for start in range(0, len(values), _BATCH)]
