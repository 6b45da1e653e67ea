"""Values → rows, by difference: the only writer of a register, in either scope.

What is written for one filing is the difference between the rows that its matters had and the rows that now follow
from the journal. A rebuild is the same over everything, and finds nothing to write.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import Keyring
from app.journal.derived import canonical
from app.journal.keys import keyring
from app.journal.scope import RegisterScope
from app.journal.stretches import LAST, Stretch, acts_of
from app.loads import loads
from app.models.published import PAST
from app.models.register import (
    bodies,
    cases,
    documents,
    items,
    matter_entities,
    matters,
    names,
    people,
    search_entries,
    supports,
)
from app.models.register import redirects as redirect_rows
from app.models.rows import OWNED, SHARED
from app.projection.announcing import announce, count
from app.projection.renames import keys_of_renamed, write_renames
from app.projection.rows import Key, Row, Rows, standing
from app.projection.sums import Changing
from app.projection.towns import write_towns
from app.projection.withdrawn import forget, resting
from app.register import values
from app.register.body_names import day_of
from app.register.build import Register, build_by_keys
from app.register.parts import Act, ActKind, Part
from app.register.people import committees_follow, one_by_form, redirects
from app.search.entries import SHARED_KINDS, entries_of, party_entry, party_id, shared_entry

# Joining keys that are followed at a time: few statements, and bounded memory.
_KEYS_AT_ONCE = 1_000
_SENDING = (ActKind.MERGE, ActKind.SPLIT, ActKind.RENAME, ActKind.DIVIDE)
# The shared rows that can be found by words.
FOUND_SHARED = {SHARED[kind].name: found for kind, found in SHARED_KINDS.items()}
_DATES = {table.name: [c.name for c in table.c if isinstance(c.type, sa.Date)] for table in SHARED.values()}


def project(journal: Session, rows: Rows, scope: RegisterScope, keys: Collection[str], until: int = LAST) -> int:
    """Bring a register up to what follows from the journal around `keys`, up to entry `until`; returns the rows changed."""
    if not keys:
        return 0
    ids = keyring(journal)
    stretch = Stretch(journal, scope, until)
    touched = {*keys, *stretch.keys_of_days(keys), *keys_of_renamed(stretch, rows.store)}
    changed = sum(_bring(rows, ids, *around) for around in _around(stretch, touched))
    changed += redirect(journal, rows, ids, stretch, until)
    count(rows, changed)
    return changed


def _around(stretch: Stretch, keys: Collection[str]) -> Iterator[tuple[list[Part], list[Act], set[str]]]:
    """The journal around the keys, in bounded loads of whole stretches."""
    seen: set[str] = set()
    ordered = sorted(keys)
    for start in range(0, len(ordered), _KEYS_AT_ONCE):
        unseen = set(ordered[start : start + _KEYS_AT_ONCE]) - seen
        if unseen:
            parts, acts, met = stretch.around(unseen)
            seen |= met
            yield parts, acts, met


def _bring(rows: Rows, ids: Keyring, parts: list[Part], acts: list[Act], met: set[str]) -> int:
    """Make the rows of one load those that follow from it; returns the rows changed."""
    made = build_by_keys(parts, ids, acts)
    owners = made.owners() | _owners_before(rows.store, met, ids, ever=rows.forgets)
    rested = resting(rows.store, owners) if rows.forgets else set()
    changed = write(rows, made, _there(rows.store, owners))
    if rows.forgets and rows.day is not None:
        forget(rows.store, owners, rested, rows.day)
    return changed


def _owners_before(store: Session, keys: Collection[str], ids: Keyring, *, ever: bool) -> set[str]:
    """Whoever may own rows around these keys: the entities that they name, and the matters these are in, or `ever` were."""
    entities = [ids.at(key).of(kind, key) for key in keys for kind in ("item", "document")]
    owners = set(entities)
    in_cases = [ids.at(key).of("case", key) for key in keys]
    for table, column, named in ((matter_entities, "entity_id", entities), (cases, "id", in_cases)):
        for held in (table, PAST[table.name]) if ever else (table,):
            for batch in loads(named):
                owners |= set(store.execute(sa.select(held.c.owner).where(held.c[column].in_(batch))).scalars())
    return owners


def _there(store: Session, owners: set[str]) -> set[str]:
    """Those of them who own any rows: each §, document and matter has one of its own name."""
    found: set[str] = set()
    for batch in loads(sorted(owners)):
        found |= set(store.execute(_named(), {"owners": batch}).scalars())
    return found


@cache  # the statement keeps what it is compiled by
def _named() -> sa.CompoundSelect[str]:
    owners: sa.BindParameter[str] = sa.bindparam("owners", expanding=True)
    return sa.union_all(*(sa.select(table.c.id).where(table.c.id.in_(owners)) for table in (items, documents, matters)))


def write_all(store: Session, made: Register) -> None:
    """Write a register into an empty store."""
    write(Rows(store), made, set())


Standing = Callable[[Session, sa.Table, set[str], set[Key]], dict[Key, Row]]


def _of_owners(store: Session, table: sa.Table, owners: set[str], _wanted: set[Key]) -> dict[Key, Row]:
    """The rows that these owners have."""
    there: dict[Key, Row] = {}
    for batch in loads(sorted(owners)):
        for found in store.execute(_owned(table), {"owners": batch}).mappings():
            row = dict(found)
            there[key_of(table, row)] = row
    return there


@cache
def _owned(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).where(table.c.owner.in_(sa.bindparam("owners", expanding=True)))


def _where_there_are_any(store: Session, owners: set[str]) -> Standing:
    """Finds the rows of these owners, and asks only the tables that hold any: most matters have rows in few of them."""
    held = holding(store, owners)
    nowhere: set[str] = set()
    return lambda store, table, owners, wanted: _of_owners(
        store, table, owners if table.name in held else nowhere, wanted
    )


def holding(store: Session, owners: set[str]) -> set[str]:
    """The names of the tables in which these owners have any rows."""
    found: set[str] = set()
    for batch in loads(sorted(owners)):
        found |= set(store.execute(_holding(), {"owners": batch}).scalars())
    return found


@cache
def _holding() -> sa.CompoundSelect[Any]:
    """The names of the tables in which the owners have any rows."""
    owners: sa.BindParameter[str] = sa.bindparam("owners", expanding=True)
    return sa.union_all(
        *(
            sa.select(sa.literal_column(f"'{table.name}'")).where(sa.exists().where(table.c.owner.in_(owners)))
            for table in (*OWNED.values(), search_entries, supports)
        )
    )


def write(rows: Rows, made: Register, there: set[str], rows_of: Standing | None = None, *, settles: bool = True) -> int:
    """Make the owners' rows those that were made. `there` are the owners who may have rows before, `rows_of` finds them;
    the rows that many rest on are left to be settled later where this does not."""
    rows_of = rows_of or _where_there_are_any(rows.store, there)
    by_table: dict[sa.Table, dict[Key, Row]] = defaultdict(dict)
    for value in made.owned:
        table = OWNED[type(value)]
        row = row_of(value)
        by_table[table][key_of(table, row)] = row
    announce(rows, there, list(by_table[matters].values()))
    sums = Changing(rows.store)

    def noted(store: Session, table: sa.Table, owners: set[str], wanted: set[Key]) -> dict[Key, Row]:
        found = rows_of(store, table, owners, wanted)
        if settles:
            sums.note(table, found.values(), by_table[table].values())
        return found

    changed = sum(difference(rows, table, there, by_table[table], noted) for table in OWNED.values())
    found = {key_of(search_entries, entry): entry for entry in entries_of(made)}
    changed += difference(rows, search_entries, there, found, rows_of)
    changed += _write_shared(rows, made, there, rows_of, sums, settles=settles)
    if settles:
        sums.write()
    return changed


def row_of(value: Any) -> Row:
    """A value as a row; tuples become lists, as JSON columns give them back."""
    kind: type = type(value)
    row = {name: getattr(value, name) for name in _names(kind)}
    return {k: _lists(v) if isinstance(v, tuple) else str(v) if isinstance(v, str) else v for k, v in row.items()}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _lists(value: Any) -> Any:
    return [_lists(v) for v in value] if isinstance(value, tuple | list) else value


def key_of(table: sa.Table, row: Row) -> Key:
    return tuple(row[name] for name in _key_names(table))


@cache
def _key_names(table: sa.Table) -> tuple[str, ...]:
    return tuple(str(column.name) for column in table.primary_key)


def difference(
    rows: Rows, table: sa.Table, owners: set[str], wanted: dict[Key, Row], rows_of: Standing = _of_owners
) -> int:
    """Make the owners' rows of a table those that are wanted; a row that changed its owner is found by its key."""
    there = rows_of(rows.store, table, owners, set(wanted))
    gone = [key for key in there if key not in wanted]
    new = [row for key, row in wanted.items() if key not in there]
    other = [row for key, row in wanted.items() if key in there and there[key] != row]
    rows.delete(table, gone)
    for row in other:
        rows.update(table, key_of(table, row), row)
    rows.insert(table, new)
    return len(gone) + len(new) + len(other)


def _write_shared(
    rows: Rows, made: Register, owners: set[str], rows_of: Standing, sums: Changing, *, settles: bool
) -> int:
    """Rows that many rest on follow from what each of them claims: the claim of the least hash stands, so order does not matter."""
    wanted: dict[Key, Row] = {}
    for owner, value in made.shared:
        table = SHARED[type(value)]
        claim = canonical(row_of(value))
        claim_hash = hashed(claim)
        row = {
            "kind": table.name,
            "row_id": value.id,
            "claim_hash": claim_hash,
            "owner": owner,
            "claim": claim.decode(),
        }
        wanted[key_of(supports, row)] = row
    before: set[Key] = set()
    for batch in loads(sorted(owners)) if settles else ():
        query = sa.select(*supports.primary_key).where(supports.c.owner.in_(batch))
        before |= {tuple(row) for row in rows.store.execute(query)}
    changed = difference(rows, supports, owners, wanted, rows_of)
    if not changed or not settles:
        return changed
    touched = {(kind, row_id) for kind, row_id, *_rest in before - wanted.keys()}
    touched |= _unlike(rows.store, [wanted[key] for key in wanted.keys() - before])
    printed = [row_id for kind, row_id in touched if kind == names.name]
    parties = _parties_behind(rows.store, printed)
    with sums.settling(touched):
        changed += sum(settle(rows, kind, row_id) for kind, row_id in sorted(touched))
    return changed + _settle_parties(rows, parties | _parties_behind(rows.store, printed))


def hashed(claim: bytes) -> str:
    return hashlib.blake2b(claim, digest_size=8).hexdigest()


def plain(row: Mapping[Any, Any]) -> bytes:
    """A shared row as a claim says it."""
    return canonical({str(name): value for name, value in row.items()})


def _unlike(store: Session, claims: list[Row]) -> set[tuple[str, str]]:
    """The shared rows that are not yet, or are otherwise than a new claim says: one that says what stands changes nothing."""
    found: set[tuple[str, str]] = set()
    for table in SHARED.values():
        claimed = [(row["row_id"], row["claim"]) for row in claims if row["kind"] == table.name]
        there: dict[str, bytes] = {}
        for batch in loads(sorted({row_id for row_id, _claim in claimed})):
            rows = store.execute(sa.select(table).where(table.c.id.in_(batch))).mappings()
            there |= {row["id"]: plain(row) for row in rows}
        found |= {(table.name, row_id) for row_id, claim in claimed if there.get(row_id) != claim.encode()}
    return found


def settle(rows: Rows, kind: str, row_id: str) -> int:
    """Make one shared row what its supporters claim, or take it away with the last of them."""
    table, store = next(t for t in SHARED.values() if t.name == kind), rows.store
    claim = store.execute(
        sa.select(supports.c.claim)
        .where(supports.c.kind == kind, supports.c.row_id == row_id)
        .order_by(supports.c.claim_hash)
        .limit(1)
    ).scalar()
    there = next(standing(store, table, table.c.id == row_id), None)
    if claim is None:
        rows.delete(table, [(row_id,)])
        _settle_entry(rows, kind, row_id, None)
        return int(there is not None)
    row = orjson.loads(claim) | {
        name: dt.date.fromisoformat(value) for name in _DATES[kind] if (value := orjson.loads(claim)[name])
    }
    if there is None:
        rows.insert(table, [row])
    elif there != row:
        rows.update(table, (row_id,), row)
    _settle_entry(rows, kind, row_id, row)
    return int(there is None or there != row)


def _settle_entry(rows: Rows, kind: str, row_id: str, row: Row | None) -> int:
    """Make the entry of a shared row what follows from it; returns the entries changed."""
    if kind not in FOUND_SHARED:
        return 0
    wanted = [shared_entry(FOUND_SHARED[kind], row)] if row else []
    by_key = {key_of(search_entries, entry): entry for entry in wanted}
    return difference(rows, search_entries, {row_id}, by_key)


def parties_here() -> sa.Select[Any]:
    """Each party of a municipality by its letters: it is here as long as a name is printed with it."""
    query = sa.select(people.c.municipality_id, names.c.party).join_from(
        names, people, people.c.id == names.c.person_id
    )
    return query.where(names.c.party.is_not(None)).distinct()


def _parties_behind(store: Session, printed: Sequence[str]) -> set[tuple[str, str]]:
    query = parties_here()
    return {(row[0], row[1]) for load in loads(printed) for row in store.execute(query.where(names.c.id.in_(load)))}


def _settle_parties(rows: Rows, parties: Collection[tuple[str, str]]) -> int:
    """Make the entries of these parties what follows from the names that are printed; returns the entries changed."""
    changed = 0
    for place, letters in sorted(parties):
        is_here = rows.store.execute(
            parties_here().where(people.c.municipality_id == place, names.c.party == letters).limit(1)
        ).first()
        wanted = [party_entry(place, letters)] if is_here else []
        by_key = {key_of(search_entries, entry): entry for entry in wanted}
        changed += difference(rows, search_entries, {party_id(place, letters)}, by_key)
    return changed


def redirect(journal: Session, rows: Rows, ids: Keyring, stretch: Stretch, until: int) -> int:
    """Make the redirects those that people's acts ask for, between what this scope holds, and the municipalities those that
    they tell of; returns how many changed."""
    store = rows.store
    done = acts_of(journal, (*_SENDING, ActKind.APART), until)
    undated = (act for act in done if act.kind in _SENDING and day_of(act) is None)
    sending = ids.apart((*undated, *stretch.renames()), lambda act: act.keys[0])
    sent = [row for of_key, acts in sending.items() for row in redirects(acts, of_key)]
    there_are = store.execute(sa.select(bodies)).all()
    named = [(row.id, row.municipality_id, row.name, row.name_from) for row in there_are]
    sent += committees_follow(named, {row.id: row.parent_id for row in there_are if row.parent_id}, sent)
    sent += one_by_form(named, sent, [act for act in done if act.kind is ActKind.APART])
    wanted = {(row.id, row.into): row_of(row) for row in sent}
    there = {(row["id"], row["into"]): dict(row) for row in store.execute(sa.select(redirect_rows)).mappings()}
    write_renames(store, stretch)
    told = write_towns(journal, store, until)
    if not wanted and not there:
        return told
    held: set[str] = set()
    for table in (SHARED[values.Person], SHARED[values.Name], SHARED[values.Body]):
        for batch in loads(sorted({i for row in wanted.values() for i in (row["id"], row["into"])})):
            held |= set(store.execute(sa.select(table.c.id).where(table.c.id.in_(batch))).scalars())
    wanted = {
        (old, into): row
        for (old, into), row in wanted.items()
        if old in held and (into in held or row["kind"] == "name")
    }
    changed = [key for key in {*wanted, *there} if wanted.get(key) != there.get(key)]
    rows.delete(redirect_rows, changed)
    rows.insert(redirect_rows, [wanted[key] for key in sorted(changed) if key in wanted])
    return told + len(changed)
