"""The journal's tables held against its entries: what was said, row by row, and nothing else.

The register is built from `filings`, `readings`, `parts`, `releases`, `acts` and their keys, and the chain is of `entries`
alone: so each of those rows is derived again from the entry that it was written with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.append import KEY, PUT_IN
from app.journal.derived import (
    Row,
    act_key_rows,
    act_row,
    arrival_row,
    filing_row,
    key_row,
    part_key_rows,
    part_rows,
    parts_of,
    reading_row,
    release_row,
)
from app.journal.purging import purges
from app.models.journal import (
    act_keys,
    acts,
    arrivals,
    entries,
    filings,
    imports,
    municipality_keys,
    part_keys,
    parts,
    readings,
    releases,
)
from app.register.corrections import corrected_keys, gives_keys
from app.register.municipalities import Municipality
from app.register.parts import Act, ActKind, Part
from app.register.versions import version_order
from importers.bundle import bundle_from_json

_COLUMNS = ("seq", "kind", "actor", "at", "reason")


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """Rows of a table that are not what the entry with this number says."""

    table: str
    seq: int


@dataclass(slots=True)
class _Derived:
    """What the entries come to when they are gone through in order."""

    keys: dict[int, Row] = field(default_factory=dict)
    arrivals: dict[int, Row] = field(default_factory=dict)
    filings: dict[int, Row] = field(default_factory=dict)
    readings: dict[int, Row] = field(default_factory=dict)
    releases: dict[int, Row] = field(default_factory=dict)
    acts: dict[int, Row] = field(default_factory=dict)
    act_keys: dict[int, list[Row]] = field(default_factory=dict)
    places: dict[int, Municipality] = field(default_factory=dict)
    undone: dict[int, int] = field(default_factory=dict)


def faults(session: Session) -> list[Fault]:
    """Every entry whose columns, or whose rows in another table, are not what it says; in order."""
    derived = _Derived()
    faulty = {Fault(entries.name, seq) for seq in _through(session, derived)}
    for table, expected in (
        (municipality_keys, derived.keys),
        (arrivals, derived.arrivals),
        (filings, derived.filings),
        (readings, derived.readings),
        (releases, derived.releases),
        (acts, derived.acts),
    ):
        stored = {row["seq"]: [row] for row in _rows(session, table)}
        faulty |= _differing(table, {seq: [row] for seq, row in expected.items()}, stored)
    held_keys = _by(_rows(session, act_keys), "seq")
    faulty |= _differing(act_keys, derived.act_keys, held_keys)
    faulty |= _parts_differing(session, derived)
    faulty |= {Fault(imports.name, seq) for seq in _ends_elsewhere(session)}
    return sorted(faulty)


def _through(session: Session, derived: _Derived) -> Iterator[int]:
    """Go through the entries; gives the numbers of those that do not say what their columns do, or are not to be read."""
    purged = {(seq, hash_) for one in purges(session) for seq, hash_ in one["entries"]}
    query = sa.select(entries).order_by(entries.c.seq)
    for n, entry in enumerate(session.execute(query, execution_options={"yield_per": 200}), start=1):
        if entry.content is None:  # the chain bears it; whether it was purged by law the act says
            if (entry.seq, entry.content_hash) not in purged or entry.reason is not None:
                yield entry.seq
            continue
        try:
            content = orjson.loads(entry.content)
            columns = {name: getattr(entry, name) for name in _COLUMNS}
            if entry.seq != n or {name: content[name] for name in _COLUMNS} != columns:
                yield entry.seq
            _derive(derived, entry.seq, content["kind"], content["said"])
        except (ValueError, KeyError, TypeError):  # not what we write: its hash says so too
            yield entry.seq


def _derive(derived: _Derived, seq: int, kind: str, payload: dict[str, Any]) -> None:
    if kind == KEY:
        derived.keys[seq] = key_row(seq, payload)
    elif kind == PUT_IN:
        derived.arrivals[seq] = arrival_row(seq, payload)
    elif kind == "filing":
        derived.filings[seq] = filing_row(seq, payload)
        derived.places[seq] = Municipality(**payload["municipality"])
    elif kind == "reading":
        derived.readings[seq] = reading_row(seq, payload, counts=_counts(derived, payload))
    elif kind in {"release", "withdraw"}:
        derived.releases[seq] = release_row(seq, kind, payload)
    elif kind == "act":
        derived.acts[seq] = act_row(seq, payload)
        derived.act_keys[seq] = act_key_rows(seq, payload)
    elif kind == "undo" and "act" in payload:
        derived.acts[payload["act"]]["undone_by"] = seq
        derived.undone[payload["act"]] = seq
    elif kind == "undo":
        derived.readings[payload["reading"]] |= {"undone_by": seq, "counts": False}


def _counts(derived: _Derived, payload: dict[str, Any]) -> bool:
    """Whether a reading counts when it is filed; the one that did, no longer."""
    for before in derived.readings.values():
        if before["filing_seq"] == payload["filing"] and before["counts"]:
            if version_order(before["version"]) > version_order(payload["bundle"]["reader"]["version"]):
                return False
            before["counts"] = False
    return True


def _rows(session: Session, table: sa.Table, *where: sa.ColumnElement[bool]) -> Iterator[Row]:
    """The rows as they are stored. SQLite keeps any number where a yes or no belongs, and does not take 3 for a yes."""
    columns = [
        sa.type_coerce(c, sa.Integer).label(c.name) if isinstance(c.type, sa.Boolean) else c for c in table.columns
    ]
    booleans = [c.name for c in table.columns if isinstance(c.type, sa.Boolean)]
    for row in session.execute(sa.select(*columns).where(*where)):
        values = {str(name): value for name, value in row._mapping.items()}
        yield values | {name: bool(values[name]) for name in booleans if values[name] in {0, 1}}


def _by(rows: Iterable[Row], name: str) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[name]].append(row)
    return grouped


def _differing(table: sa.Table, expected: dict[int, list[Row]], stored: dict[int, list[Row]]) -> set[Fault]:
    return {
        Fault(table.name, seq)
        for seq in expected.keys() | stored.keys()
        if _counted(expected.get(seq, [])) != _counted(stored.get(seq, []))
    }


def _counted(rows: Sequence[Row]) -> Counter[bytes]:
    return Counter(orjson.dumps(row, option=orjson.OPT_SORT_KEYS, default=repr) for row in rows)


def _parts_differing(session: Session, derived: _Derived) -> set[Fault]:
    """Parts and their keys, reading by reading: they are most of the journal."""
    faulty = set[Fault]()
    done = _acts(derived)
    for seq, row in derived.readings.items():
        content = session.execute(sa.select(entries.c.content).where(entries.c.seq == seq)).scalar_one()
        try:
            plain = orjson.loads(content)["said"]["bundle"]
            expected = part_rows(seq, plain["documents"])
            read = parts_of(row["filing_seq"], bundle_from_json(plain), derived.places[row["filing_seq"]])
        except (ValueError, KeyError, TypeError):
            faulty.add(Fault(entries.name, seq))
            continue
        faulty |= _differing(parts, {seq: expected}, {seq: list(_rows(session, parts, parts.c.reading_seq == seq))})
        there = {(k["n"], k["key"]) for k in _rows(session, part_keys, part_keys.c.reading_seq == seq)}
        if not _keyed_rightly(seq, read, there, done, derived, counts=row["counts"]):
            faulty.add(Fault(part_keys.name, seq))
    for table in (parts, part_keys):
        of_readings = session.execute(sa.select(table.c.reading_seq).distinct()).scalars()
        faulty |= {Fault(table.name, seq) for seq in of_readings if seq not in derived.readings}
    return faulty


def _keyed_rightly(
    seq: int, read: Sequence[Part], there: set[tuple[int, str]], done: Sequence[Act], derived: _Derived, *, counts: bool
) -> bool:
    """Whether the parts of a reading lie under the keys that it was read with, and those that corrections gave them."""
    keyed = {(row["n"], row["key"]) for row in part_key_rows(seq, read)}
    if counts and {key for act in done for key in act.keys} & {key for _n, key in keyed}:
        standing = [act for act in done if act.seq not in derived.undone]
        needed = keyed | {(part.n, key) for part in read for key in corrected_keys(part, standing)}
    else:
        needed = keyed
    more = there - needed
    return needed <= there and not (more and more - _ever_given(read, done, derived.undone))


def _acts(derived: _Derived) -> list[Act]:
    """The acts that may give a part other keys, in order."""
    plain = [
        (seq, orjson.loads(row["said"])) for seq, row in sorted(derived.acts.items()) if row["kind"] in set(ActKind)
    ]
    made = [Act(seq, ActKind(content["act"]), tuple(content["keys"]), content) for seq, content in plain]
    return [act for act in made if gives_keys(act)]


def keys_by_acts(read: Sequence[Part], done: Sequence[Act], undone: dict[int, int]) -> set[tuple[int, str]]:
    """The keys that corrections give the parts of a reading, and gave them until they were undone, by the parts' numbers."""
    standing = [act for act in done if act.seq not in undone]
    return _ever_given(read, done, undone) | {(part.n, key) for part in read for key in corrected_keys(part, standing)}


def _ever_given(read: Sequence[Part], done: Sequence[Act], undone: dict[int, int]) -> set[tuple[int, str]]:
    """The keys that corrections gave the parts of a reading, as they stood after each of them."""
    given = set[tuple[int, str]]()
    for n in range(1, len(done) + 1):
        now = done[n - 1].seq
        standing = [act for act in done[:n] if undone.get(act.seq, now) >= now]
        given |= {(part.n, key) for part in read for key in corrected_keys(part, standing)}
    return given


def _ends_elsewhere(session: Session) -> list[int]:
    """The filings that an import of another file is said to have ended as."""
    query = sa.select(imports.c.filing_seq).join(filings, filings.c.seq == imports.c.filing_seq)
    return list(session.execute(query.where(imports.c.sha256 != filings.c.sha256).distinct()).scalars())
