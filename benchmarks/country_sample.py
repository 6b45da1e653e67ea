"""Whether the rows of a copied town are those that the projection writes of its papers: all but what their ids are.

An id is told by what is said of it: by the rows that name it, and by what is said of the others that they name.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading
from app.ids import Ids
from app.journal.keys import secret
from app.loads import loads
from app.models.register import findings, matters, search_entries, step_follows, steps, supports
from app.models.rows import OWNED, SHARED
from app.projection.project import row_of
from app.register.build import Register, build
from app.search.entries import ID_BITS, entries_of
from benchmarks.country_copies import OWN_SHARED, Copy, another
from benchmarks.country_load import Town, papers, parts

_ROUNDS = 4
_TITLE_KEY = re.compile(r"\bt[0-9a-f]{16}\b")
# What is made of ids: what a matter's version is of, the hash of a claim, the order of §§ of one day (and so which of them follows which,
# which is left out), and which of those that lack the same thing a matter's finding names.
_UNTOLD = {
    matters.name: {"version"},
    supports.name: {"claim_hash"},
    findings.name: {"entity_id"},
    steps.name: {"n", "ends"},
}
_Rows = list[tuple[str, dict[str, Any]]]


def is_as_projected(stores: Stores, store: sa.Engine, town: Town, copy: Copy) -> bool:
    """Whether a register holds of this copy of a town what follows from its papers, and nothing else of their owners."""
    with reading(stores.desk) as session:
        ids = Ids(secret(session))
    first, made = _built(town, ids), _built(town, ids, copy)
    owners = sorted(copy.id(owner) for owner in first.owners())
    meant = list(_meant(made))
    with reading(store) as session:
        found: _Rows = []
        for table in (*OWNED.values(), search_entries, supports):
            found += _held(session, table, table.c.owner, owners)
        for table in OWN_SHARED:
            named = {row["row_id"] for name, row in found if name == supports.name and row["kind"] == table.name}
            found += _held(session, table, table.c.id, sorted(named))
    return len(found) > 0 and _told(found) == _told(meant)


def _held(
    session: Session, table: sa.Table, column: sa.Column[Any], values: list[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    for load in loads(values):
        for row in session.execute(sa.select(table).where(column.in_(load))).mappings():
            yield table.name, dict(row)


def _built(town: Town, ids: Ids, copy: Copy | None = None) -> Register:
    made = (another(paper, copy) if copy else paper for paper in papers(town, 0, town.papers))
    return build([part for n, paper in enumerate(made) for part in parts(n, paper, town.place)], ids)


def _meant(made: Register) -> Iterator[tuple[str, dict[str, Any]]]:
    for value in made.owned:
        yield OWNED[type(value)].name, row_of(value)
    for entry in entries_of(made):
        yield search_entries.name, entry
    own: dict[tuple[str, str], dict[str, Any]] = {}
    for owner, many in made.shared:
        table, row = SHARED[type(many)], row_of(many)
        yield supports.name, {"kind": table.name, "row_id": many.id, "owner": owner, "claim": row}
        if table in OWN_SHARED:
            own[table.name, many.id] = row
    yield from ((table, row) for (table, _id), row in own.items())


def _told(rows: _Rows) -> Counter[str]:
    """The rows, with what is said of each id in its place."""
    rows = [(table, row) for table, row in rows if table != step_follows.name]
    plain = {(table, orjson.dumps(_plain(table, row), default=str, option=orjson.OPT_SORT_KEYS)) for table, row in rows}
    held = [(table, orjson.loads(row)) for table, row in plain]
    known = {row[name] for _table, row in held for name in ("id", "owner") if name in row}
    known |= {row["row_id"] for table, row in held if table == supports.name and row["kind"] == "meetings"}
    names = dict.fromkeys(known, "")
    for _round in range(_ROUNDS):
        said: dict[str, list[str]] = defaultdict(list)
        for table, row in held:
            text = _text(table, row, names)
            for where, id in _named(row, names):
                said[id].append(f"{where} {text}")
        names = {id: _hashed(sorted(said[id])) for id in names}
    return Counter(_text(table, row, names) for table, row in held)


def _plain(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without what stands for other things in a way of its own."""
    told = dict(row)
    if table == search_entries.name:
        told |= {"n": row["n"] >> ID_BITS, "parts": sorted(_TITLE_KEY.sub("t", row["parts"]).split())}
    if table == supports.name:
        told["claim"] = orjson.loads(row["claim"]) if isinstance(row["claim"], str) else row["claim"]
    return {str(name): value for name, value in told.items() if name not in _UNTOLD.get(table, ())}


def _text(table: str, row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return f"{table} {orjson.dumps(_put(row, names), option=orjson.OPT_SORT_KEYS).decode()}"


def _put(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _put(of, names) for key, of in value.items()}
    if isinstance(value, list):
        return [_put(of, names) for of in value]
    return names.get(value, value) if isinstance(value, str) else value


def _named(value: Any, names: Mapping[str, str], where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, of in value.items():
            yield from _named(of, names, f"{where}.{key}")
    elif isinstance(value, list):
        for of in value:
            yield from _named(of, names, where)
    elif isinstance(value, str) and value in names:
        yield where, value


def _hashed(texts: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(texts).encode(), digest_size=8).hexdigest()
