"""The journal as the register's builder wants it: parts, fetched by the keys that join them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cache
from typing import Any

import orjson
import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from app.models.journal import entries, filings, part_keys, parts, readings, releases
from app.register.keys import entity_key
from app.register.municipalities import Municipality
from app.register.said import Part
from app.register.values import File
from importers.bundle import Document, Item

_BATCH = 500
PartId = tuple[int, int]


class Scope(StrEnum):
    """The desk sees everything that was filed, the public what was released."""

    DESK = "desk"
    PUBLIC = "public"


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _items() -> TypeAdapter[Item]:
    return TypeAdapter(Item)


class Stretch:
    """Reads the journal in connected stretches: everything that shares a joining key, directly or through others."""

    def __init__(self, session: Session, scope: Scope) -> None:
        self._session = session
        self._scope = scope
        self._readings: dict[int, _Reading] = {}

    def around(self, keys: Collection[str]) -> tuple[list[Part], set[str]]:
        """The parts that the keys lead to, and every key met on the way."""
        seen: set[str] = set(keys)
        found: set[PartId] = set()
        frontier = set(keys)
        while frontier:
            new = self._parts_with(frontier) - found
            found |= new
            frontier = self._keys_of(new) - seen
            seen |= frontier
        return self._load(found), seen

    def starts(self) -> Iterator[PartId]:
        """Every part that counts in this scope, in the order of filing."""
        query = (
            sa.select(parts.c.reading_seq, parts.c.n)
            .join(readings, readings.c.seq == parts.c.reading_seq)
            .where(readings.c.counts)
            .order_by(parts.c.reading_seq, parts.c.n)
        )
        for row in self._session.execute(query).all():
            yield row.reading_seq, row.n

    def keys_of(self, part: PartId) -> set[str]:
        return self._keys_of({part})

    def _parts_with(self, keys: set[str]) -> set[PartId]:
        found: set[PartId] = set()
        for batch in _batches(sorted(keys)):
            query = (
                sa.select(part_keys.c.reading_seq, part_keys.c.n)
                .join(readings, readings.c.seq == part_keys.c.reading_seq)
                .where(readings.c.counts, part_keys.c.key.in_(batch))
            )
            found |= {(row.reading_seq, row.n) for row in self._session.execute(query)}
        return {part for part in found if self._reading(part[0]).visible}

    def _keys_of(self, found: set[PartId]) -> set[str]:
        keys: set[str] = set()
        for batch in _batches(sorted(found)):
            query = sa.select(part_keys.c.key).where(sa.tuple_(part_keys.c.reading_seq, part_keys.c.n).in_(batch))
            keys |= set(self._session.execute(query).scalars())
        return keys

    def _load(self, found: set[PartId]) -> list[Part]:
        rows = self._rows(found)
        rows |= self._rows({(row.reading_seq, row.of_n) for row in rows.values() if row.of_n is not None} - found)
        heads = {key: _Head(row.content) for key, row in rows.items() if row.of_n is None}
        loaded = []
        for seq, n in sorted(found):
            row = rows[(seq, n)]
            item = _items().validate_json(row.content) if row.of_n is not None else None
            part = self._reading(seq).part(n, heads[(seq, n if row.of_n is None else row.of_n)], item)
            if self._shown(self._reading(seq), part):
                loaded.append(part)
        return loaded

    def _rows(self, wanted: set[PartId]) -> dict[PartId, Any]:
        rows: dict[PartId, Any] = {}
        for batch in _batches(sorted(wanted)):
            query = sa.select(parts).where(sa.tuple_(parts.c.reading_seq, parts.c.n).in_(batch))
            rows |= {(row.reading_seq, row.n): row for row in self._session.execute(query)}
        return rows

    def _shown(self, reading: _Reading, part: Part) -> bool:
        """Whether the part counts in this scope: in the public one, every page of its document is released."""
        if entity_key(part) is None:
            return False
        first, last = part.pages
        return self._scope is Scope.DESK or reading.released.issuperset(range(first, last + 1))

    def _reading(self, seq: int) -> _Reading:
        if seq not in self._readings:
            self._readings[seq] = _Reading(self._session, seq, self._scope)
        return self._readings[seq]


class _Reading:
    """What all parts of one reading share: the filing, the file, the pages released."""

    def __init__(self, session: Session, seq: int, scope: Scope) -> None:
        row = session.execute(
            sa.select(readings, filings.c.sha256, entries.c.content)
            .join(filings, filings.c.seq == readings.c.filing_seq)
            .join(entries, entries.c.seq == filings.c.seq)
            .where(readings.c.seq == seq)
        ).one()
        file = orjson.loads(row.file)
        ranges = session.execute(
            sa.select(releases.c.first_page, releases.c.last_page).where(releases.c.filing_seq == row.filing_seq)
        )
        self.released = {page for first, last in ranges for page in range(first, last + 1)}
        self.visible = scope is Scope.DESK or bool(self.released)
        complete = scope is Scope.DESK or self.released.issuperset(page["number"] for page in file["pages"])
        shown = [page for page in file["pages"] if scope is Scope.DESK or page["number"] in self.released]
        self._filing = row.filing_seq
        self._place = Municipality(**orjson.loads(row.content)["said"]["municipality"])
        self._file = File(row.sha256, file["bytes"], file["producer"], tuple(shown), complete)
        self._reader = (row.reader, row.version)

    def part(self, n: int, head: _Head, item: Item | None) -> Part:
        name, version = self._reader
        return Part(
            seq=self._filing,
            n=n,
            municipality=self._place,
            file=self._file,
            reader=name,
            reader_version=version,
            document=head.document,
            items=head.items,
            item_cases=head.item_cases,
            item=item,
        )


class _Head:
    """A document as a part keeps it: without its §§, but with their numbers and their case numbers."""

    def __init__(self, content: str) -> None:
        head = orjson.loads(content)
        self.document = _documents().validate_python(head["document"])
        self.items = tuple(head["items"])
        self.item_cases = tuple(head["item_cases"])


def _batches(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]
