"""The journal as the register's builder wants it: parts, fetched by the keys that join them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any

import orjson
import sqlalchemy as sa
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.orm import Session

from app.journal.masks import mask_of, without_masked
from app.journal.scope import RegisterScope
from app.loads import loads
from app.models.journal import act_keys, acts, entries, filings, part_keys, parts, readings, releases
from app.register import corrections
from app.register.body_names import SENDING_BODIES, day_of
from app.register.corrections import CORRECTING, bears_on_items
from app.register.keys import is_minutes_day
from app.register.masking import uncovered
from app.register.meetings_of_day import any_apart
from app.register.municipalities import Municipality
from app.register.parts import LOOKS_LIKE_A_KEY, Act, ActKind, Part, Signed
from app.register.values import File
from app.register.versions import version_order
from importers.bundle import Document, Item

# The number of an entry that is further than any: everything until now.
LAST = 2**62
PartId = tuple[int, int]


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _items() -> TypeAdapter[Item]:
    return TypeAdapter(Item)


class Stretch:
    """Reads the journal in connected stretches: everything that shares a joining key, directly or through others."""

    def __init__(self, session: Session, scope: RegisterScope, until: int = LAST) -> None:
        self._session = session
        self._scope = scope
        self._until = until
        self._counting = _counting(session, scope, until) if until < LAST else None
        self._readings: dict[int, _Reading] = {}
        self._corrected_minutes: list[set[PartId]] | None = None
        self._meetings: dict[int, list[set[PartId]]] = {}
        self._renames: list[Act] | None = None

    def around(self, keys: Collection[str]) -> tuple[list[Part], list[Act], set[str]]:
        """The parts and acts that the keys lead to, and every key met on the way."""
        seen: set[str] = set(keys)
        ids: set[PartId] = set()
        done: dict[int, Act] = {}
        frontier = set(keys)
        while frontier:
            new = self._with_their_meetings(self._with_their_minutes(self._parts_with(frontier))) - ids
            ids |= new
            acts = self._acts_on(frontier)
            done |= acts
            frontier = (self._keys_of(new) | {key for act in acts.values() for key in act.keys}) - seen
            seen |= frontier
        done |= {act.seq: act for act in self.renames()}
        return self._load(ids), self._unmasked([done[seq] for seq in sorted(done)], ids), seen

    def _unmasked(self, done: list[Act], ids: set[PartId]) -> list[Act]:
        """The acts but those that say what is masked in any file that they may bear on, each as the public may know it."""
        masks = [mask for mask in (self._reading(seq).mask for seq in {seq for seq, _n in ids}) if mask]
        return [told for act in done if (told := without_masked(act, masks))] if masks else done

    def keys_of_days(self, keys: Collection[str]) -> set[str]:
        """The keys of every § in the minutes of a day that is among these keys: which meeting of the day a § is of may change
        with what is filed, or taken back, of the day."""
        heads = self._parts_with({key for key in keys if is_minutes_day(key)})
        return self._keys_of({part for head in heads for part in self._items_in(head)})

    def renames(self) -> list[Act]:
        """What people said bodies go on as from a day, where each body is in this scope: few, and they bear on every § of the
        names."""
        if self._renames is None:
            dated = [act for act in acts_of(self._session, SENDING_BODIES, self._until) if day_of(act)]
            self._renames = [act for act in dated if all(map(self._has_body, act.keys))]
        return self._renames

    def _has_body(self, key: str) -> bool:
        """Whether any minutes or § in this scope are of the body that a key names."""
        place, _kind, name = key.split("|", 2)
        starts = (f"{place}|item|{name}|", f"{place}|document|minutes|{name}|")
        on_postgres = self._session.get_bind().dialect.name == "postgresql"
        column = part_keys.c.key.collate("C") if on_postgres else part_keys.c.key
        within = [sa.and_(column >= start, column < f"{start}~") for start in starts]
        query = sa.select(part_keys.c.reading_seq, part_keys.c.n, readings.c.counts)
        query = query.join(readings, readings.c.seq == part_keys.c.reading_seq).where(sa.or_(*within))
        ids = sorted({(row.reading_seq, row.n) for row in self._session.execute(query) if self._counts(row)})
        return any(self._load({part}) for part in ids if self._reading(part[0]).visible)

    def parts_of(self, reading: int) -> list[Part]:
        """The parts of one reading, whether or not it counts."""
        query = sa.select(parts.c.n).where(parts.c.reading_seq == reading)
        return self._load({(reading, n) for n in self._session.execute(query).scalars()})

    def starts(self) -> Iterator[list[set[str]]]:
        """The joining keys of every part that counts, reading by reading, in the order of filing."""
        query = sa.select(readings.c.seq.label("reading_seq"), readings.c.counts).order_by(readings.c.seq)
        for reading in self._session.execute(query).all():
            if not self._counts(reading):
                continue
            keys_of_parts: dict[int, set[str]] = {}
            keyed = sa.select(part_keys.c.n, part_keys.c.key).where(part_keys.c.reading_seq == reading.reading_seq)
            for row in self._session.execute(keyed):
                keys_of_parts.setdefault(row.n, set()).add(row.key)
            yield list(keys_of_parts.values())

    def _parts_with(self, keys: set[str]) -> set[PartId]:
        ids: set[PartId] = set()
        for batch in loads(sorted(keys)):
            query = (
                sa.select(part_keys.c.reading_seq, part_keys.c.n, readings.c.counts)
                .join(readings, readings.c.seq == part_keys.c.reading_seq)
                .where(part_keys.c.key.in_(batch))
            )
            ids |= {(row.reading_seq, row.n) for row in self._session.execute(query) if self._counts(row)}
        return {part for part in ids if self._reading(part[0]).visible}

    def _with_their_minutes(self, wanted: set[PartId]) -> set[PartId]:
        """The parts, and all parts of any minutes of theirs of which people corrected what every § in them rests on."""
        if self._corrected_minutes is None:
            bearing = {act.keys[0] for act in acts_of(self._session, CORRECTING, self._until) if bears_on_items(act)}
            heads = self._parts_with(bearing) if bearing else set()
            self._corrected_minutes = [{head, *self._items_in(head)} for head in sorted(heads)]
        return wanted.union(*(minutes for minutes in self._corrected_minutes if not minutes.isdisjoint(wanted)))

    def _with_their_meetings(self, wanted: set[PartId]) -> set[PartId]:
        """The parts, and all parts of the minutes of each day on which the body of theirs met more than once."""
        days = [day for seq in {seq for seq, _n in wanted} for day in self._meetings_of(seq)]
        return wanted.union(*(minutes for minutes in days if not minutes.isdisjoint(wanted)))

    def _meetings_of(self, seq: int) -> list[set[PartId]]:
        """Of each day with several meetings that minutes in this reading are of, all parts of its minutes."""
        if seq not in self._meetings:
            keyed = sa.select(part_keys.c.key).join(
                parts, sa.and_(parts.c.reading_seq == part_keys.c.reading_seq, parts.c.n == part_keys.c.n)
            )
            keyed = keyed.where(part_keys.c.reading_seq == seq, parts.c.of_n.is_(None))
            days = {key for key in self._session.execute(keyed).scalars() if is_minutes_day(key)}
            self._meetings[seq] = [minutes for day in sorted(days) if (minutes := self._minutes_apart(day))]
        return self._meetings[seq]

    def _minutes_apart(self, day: str) -> set[PartId]:
        """All parts of the minutes of a day, where any two of them are of hours that lie apart."""
        heads = self._parts_with({day})
        if len(heads) < 2 or not any_apart(
            [_Head(orjson.loads(row.content)).document for row in self._rows(heads).values()]
        ):
            return set()
        return {part for head in heads for part in (head, *self._items_in(head))}

    def _items_in(self, head: PartId) -> set[PartId]:
        seq, n = head
        query = sa.select(parts.c.n).where(parts.c.reading_seq == seq, parts.c.of_n == n)
        return {(seq, of_item) for of_item in self._session.execute(query).scalars()}

    def _counts(self, row: Any) -> bool:
        """Whether a reading is the one that counts for its file: now, or on the day asked for."""
        return bool(row.counts) if self._counting is None else row.reading_seq in self._counting

    def _acts_on(self, keys: set[str]) -> dict[int, Act]:
        """The acts that stand on any of these, by number."""
        numbers: set[int] = set()
        for batch in loads(sorted(keys)):
            query = sa.select(act_keys.c.seq).join(acts, acts.c.seq == act_keys.c.seq)
            query = query.where(act_keys.c.key.in_(batch), acts.c.seq <= self._until)
            query = query.where(sa.or_(acts.c.undone_by.is_(None), acts.c.undone_by > self._until))
            numbers |= set(self._session.execute(query).scalars())
        by_number: dict[int, Act] = {}
        for load in loads(sorted(numbers)):
            by_number |= {act.seq: act for act in _acts(self._session, acts.c.seq.in_(load))}
        return by_number

    def _keys_of(self, ids: set[PartId]) -> set[str]:
        keys: set[str] = set()
        for seq, batch in _by_reading(ids):
            query = sa.select(part_keys.c.key).where(part_keys.c.reading_seq == seq, part_keys.c.n.in_(batch))
            keys |= set(self._session.execute(query).scalars())
        return keys

    def _load(self, ids: set[PartId]) -> list[Part]:
        rows = self._rows(ids)
        rows |= self._rows({(row.reading_seq, row.of_n) for row in rows.values() if row.of_n is not None} - ids)
        heads = {key: self._reading(key[0]).head(row.content) for key, row in rows.items() if row.of_n is None}
        loaded = []
        for seq, n in sorted(ids):
            row = rows[(seq, n)]
            head = heads[(seq, n if row.of_n is None else row.of_n)]
            item = self._reading(seq).item(row.content) if row.of_n is not None else None
            if head is None or (item is None and row.of_n is not None):
                continue  # what it is is masked
            part = self._reading(seq).part(n, head, item)
            if self._shown(self._reading(seq), part):
                loaded.append(part)
        return loaded

    def _rows(self, wanted: set[PartId]) -> dict[PartId, Any]:
        rows: dict[PartId, Any] = {}
        for seq, batch in _by_reading(wanted):
            query = sa.select(parts).where(parts.c.reading_seq == seq, parts.c.n.in_(batch))
            rows |= {(row.reading_seq, row.n): row for row in self._session.execute(query)}
        return rows

    def _shown(self, reading: _Reading, part: Part) -> bool:
        """Whether the part counts in this scope: in the public one, every page of its document is released."""
        first, last = part.pages
        return self._scope is RegisterScope.DESK or reading.released.issuperset(range(first, last + 1))

    def _reading(self, seq: int) -> _Reading:
        if seq not in self._readings:
            self._readings[seq] = _Reading(self._session, seq, self._scope, self._until)
        return self._readings[seq]


def _counting(session: Session, scope: RegisterScope, until: int) -> set[int]:
    """The readings that counted when the journal had come to `until`: the highest version of each file. What was taken
    back since counted at the desk; to the public it never did."""
    latest: dict[int, Any] = {}
    standing: sa.ColumnElement[bool] = readings.c.undone_by.is_(None)
    if scope is RegisterScope.DESK:
        standing = sa.or_(standing, readings.c.undone_by > until)
    query = sa.select(readings.c.seq, readings.c.filing_seq, readings.c.version).where(
        readings.c.seq <= until, standing
    )
    for row in session.execute(query.order_by(readings.c.seq)):
        earlier = latest.get(row.filing_seq)
        if earlier is None or version_order(row.version) >= version_order(earlier.version):
            latest[row.filing_seq] = row
    return {row.seq for row in latest.values()}


def corrected_keys(session: Session, keys: Collection[str]) -> dict[PartId, set[str]]:
    """The keys that people's corrections give the parts around these keys, beside those that were read."""
    marks = list(loads(sorted(keys)))
    if not any(session.execute(sa.select(act_keys.c.seq).where(act_keys.c.key.in_(m)).limit(1)).first() for m in marks):
        return {}
    read, done, _ = Stretch(session, RegisterScope.DESK).around(keys)
    found = {(part.reading, part.n): corrections.corrected_keys(part, done) for part in read}
    return {part: given for part, given in found.items() if given}


def acts_of(session: Session, kinds: Collection[ActKind], until: int = LAST) -> list[Act]:
    """Every act of these kinds that stood when the journal had come to `until`, in order."""
    standing = sa.or_(acts.c.undone_by.is_(None), acts.c.undone_by > until)
    return list(_acts(session, acts.c.kind.in_([kind.value for kind in kinds]), acts.c.seq <= until, standing))


def _acts(session: Session, *where: sa.ColumnElement[bool]) -> Iterator[Act]:
    """The acts of which this holds, in order."""
    query = sa.select(acts, entries.c.actor, entries.c.at, entries.c.reason)
    query = query.join(entries, entries.c.seq == acts.c.seq).where(*where)
    for row in session.execute(query.order_by(acts.c.seq)):
        content = orjson.loads(row.said)
        role = content.get("role")
        signed = Signed(row.actor, role, row.at, row.reason or "") if role else None
        yield Act(row.seq, ActKind(row.kind), tuple(content["keys"]), content, signed)


def released_pages(session: Session, filing: int, until: int = LAST) -> set[int]:
    """The pages of a filed file that the public might see when the journal had come to `until`, and may see still: what
    was released, less what was withdrawn, then or since."""
    query = sa.select(releases).where(releases.c.filing_seq == filing).order_by(releases.c.seq)
    shown: set[int] = set()
    then: set[int] = set()
    for act in session.execute(query):
        pages = set(range(act.first_page, act.last_page + 1))
        shown = shown | pages if act.public else shown - pages
        if act.seq <= until:
            then = shown
    return shown & then


class _Reading:
    """What all parts of one reading share: the filing, the file, the pages released."""

    def __init__(self, session: Session, seq: int, scope: RegisterScope, until: int) -> None:
        row = session.execute(
            sa.select(readings, filings.c.sha256, filings.c.body, entries.c.content, entries.c.actor)
            .join(filings, filings.c.seq == readings.c.filing_seq)
            .join(entries, entries.c.seq == filings.c.seq)
            .where(readings.c.seq == seq)
        ).one()
        file = orjson.loads(row.file)
        self.mask = mask_of(session, row.sha256) if scope is RegisterScope.PUBLIC else None
        self.released = released_pages(session, row.filing_seq, until)
        self.visible = scope is RegisterScope.DESK or bool(self.released)
        at_the_desk = scope is RegisterScope.DESK
        every_page = at_the_desk or self.released.issuperset(page["number"] for page in file["pages"])
        unseen = tuple(file.get("unseen", ())) if every_page and self.mask is None else ()
        shown = [page for page in file["pages"] if scope is RegisterScope.DESK or page["number"] in self.released]
        shown = [self.mask.told(page) for page in shown] if self.mask else shown
        self._seq = seq
        self._filing = row.filing_seq
        self._filed_for = row.body
        self._by_key = LOOKS_LIKE_A_KEY.search(row.actor) is not None
        self._place = Municipality(**orjson.loads(row.content)["said"]["municipality"])
        self._file = File(
            self.mask.sha256 if self.mask else row.sha256,
            self.mask.bytes if self.mask else file["bytes"],
            None if self.mask else file["producer"],
            tuple(shown),
            every_page and (at_the_desk or not unseen),
            unseen,
        )
        self._reader = (row.reader, row.version)
        self._unsure: dict[str, list[list[int]]] | None = (
            orjson.loads(row.unsure) if row.unsure and not self.mask else None
        )

    def head(self, content: str) -> _Head | None:
        """A document; None where what it is is masked."""
        held = orjson.loads(content)
        if self.mask is None:
            return _Head(held)
        try:
            left = {name: [one for one in held[name] if not self.mask.hides(one)] for name in ("items", "item_cases")}
            return _Head({"document": uncovered(held["document"], self.mask), **left})
        except ValidationError:
            return None

    def item(self, content: str) -> Item | None:
        """A §; None where what it is is masked."""
        if self.mask is None:
            return _items().validate_json(content)
        try:
            return _items().validate_python(uncovered(orjson.loads(content), self.mask))
        except ValidationError:
            return None

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
            filed_for=self._filed_for,
            reading=self._seq,
            by_key=self._by_key,
            unread_lines=self._within("unread", head.document.pages) if item is None else None,
            doubts=self._within("doubts", head.document.pages) if item is None else None,
        )

    def _within(self, what: str, pages: tuple[int, int]) -> int | None:
        """How many of these tell of a document's own pages alone: of others whoever reads the document may know nothing.
        None where the file is masked: what is counted could tell of what is not to be seen."""
        if self._unsure is None:
            return None
        first, last = pages
        return sum(first <= told[0] and told[-1] <= last for told in self._unsure[what])


class _Head:
    """A document as a part keeps it: without its §§, but with their numbers and their case numbers."""

    def __init__(self, head: dict[str, Any]) -> None:
        self.document = _documents().validate_python(head["document"])
        self.items = tuple(head["items"])
        self.item_cases = tuple(head["item_cases"])


def _by_reading(wanted: set[PartId]) -> Iterator[tuple[int, Sequence[int]]]:
    """The numbers of the parts, reading by reading."""
    found: dict[int, list[int]] = {}
    for seq, n in sorted(wanted):
        found.setdefault(seq, []).append(n)
    for seq, numbers in found.items():
        for batch in loads(numbers):
            yield seq, batch
