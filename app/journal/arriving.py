"""A municipality's entries from another installation, appended under numbers of this journal.

Whoever wrote them is a stranger: what is not as a journal of ours would have it is refused, and nothing of it stays.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.append import KEY, PUT_IN, Moved, add_keys, append_moved, now, salted
from app.journal.derived import (
    act_key_rows,
    act_row,
    filing_row,
    key_row,
    part_key_rows,
    part_rows,
    parts_of,
    reading_row,
    release_row,
)
from app.journal.files import key_of
from app.journal.leaving import moved_from
from app.journal.proving import keys_by_acts
from app.loads import loads
from app.models.journal import (
    act_keys,
    acts,
    entries,
    filings,
    municipality_keys,
    part_keys,
    parts,
    readings,
    releases,
)
from app.register.corrections import gives_keys
from app.register.masking import mask_from
from app.register.municipalities import Municipality
from app.register.parts import PERSON, Act, ActKind, file_key
from app.register.towns import LEAST_CONTRAST, LONGEST, Town, contrast_with_white, host_and_path, town_key, town_of
from app.register.versions import version_order
from importers.bundle import Bundle, bundle_from_json
from importers.pdf.limits import MOST_PAGES

_COLUMNS = ("seq", "kind", "actor", "at", "reason")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_HEX = re.compile(r"[0-9a-f]{64}")
# What an entry of this kind is called where it has come from elsewhere again: what it tells is that journal's.
_CAME_BEFORE = "came-before"
# What a municipality itself never did, or what stays with the uploads.
_NOT_ITS = (ActKind.ACCESS, ActKind.ASIDE)
# What holds for a file whoever it is filed for, and all that is done to a file and to no fact in it.
_OF_FILE = (ActKind.MASK, ActKind.PURGE)
_ON_FILE = (*_OF_FILE, ActKind.APPROVE, ActKind.SETTLE)


class OfFileHere(ValueError):
    """A file that is masked or purged here, or is to be and is filed here for another."""


class Arriving:
    """Appends the entries of one municipality as they come, in order. `files` are those that they speak of, by sha256, and how many bytes each
    has, `keys` what they touch."""

    def __init__(self, session: Session, place: Municipality) -> None:
        self._session, self._place = session, place
        self._numbers: dict[int, int] = {}
        self._were: dict[int, int] = {}
        self._readings: dict[int, int] = {}
        self._counting: dict[int, tuple[int, str]] = {}
        self._acts: dict[int, Act] = {}
        self._undone: dict[int, int] = {}
        self._gone: set[tuple[int, str]] = set()
        self._purged: set[tuple[int, str]] = set()
        self._filed: dict[int, tuple[str, int]] = {}
        self._digests: set[str] = set()
        self._keyed = 0
        self.files: dict[str, int] = {}
        self.keys: set[str] = set()

    @property
    def town(self) -> Town | None:
        """What was told of the municipality last, and not undone."""
        standing = (act for seq, act in sorted(self._acts.items(), reverse=True) if seq not in self._undone)
        told = next((act for act in standing if act.kind is ActKind.MUNICIPALITY), None)
        return town_of(told.content) if told else None

    def take(self, line: dict[str, Any]) -> None:
        """Append one entry and what follows from it.

        Raises `ValueError`, `KeyError`, `TypeError`, `AttributeError` where it is not one that a journal of ours would have of this
        municipality, and `OfFileHere`.
        """
        came = moved_from(line)
        self._check(came, line["content"])
        payload = self._led_over(came) if came.payload is not None else None
        kind = _CAME_BEFORE if came.kind == PUT_IN else came.kind
        seq = append_moved(self._session, _called(came, kind), payload)
        self._numbers[came.seq], self._were[seq] = seq, came.seq
        if payload is None:
            self._gone.add((came.seq, came.content_hash))
        else:
            self._derive(kind, seq, payload)

    def finish(self) -> None:
        """Give the parts the keys that corrections gave them too. Raises `ValueError` where something is missing."""
        has_all = set(self._readings.values()) == {*self._filed} and self._gone <= self._purged
        if self._keyed != 1 or not has_all:
            raise ValueError(self._place.id)
        done = [act for _seq, act in sorted(self._acts.items()) if gives_keys(act)]
        for seq in sorted(self._borne_on({key for act in done for key in act.keys})):
            content = self._session.execute(sa.select(entries.c.content).where(entries.c.seq == seq)).scalar_one()
            bundle = bundle_from_json(orjson.loads(content)["said"]["bundle"])
            more: dict[tuple[int, int], set[str]] = {}
            for n, key in keys_by_acts(parts_of(self._readings[seq], bundle, self._place), done, self._undone):
                more.setdefault((seq, n), set()).add(key)
            self.keys |= add_keys(self._session, more)

    def _borne_on(self, keys: set[str]) -> set[int]:
        """The readings with parts that were read with any of these keys."""
        return {
            seq
            for load in loads(sorted(keys))
            for seq in self._session.execute(
                sa.select(part_keys.c.reading_seq).where(part_keys.c.key.in_(load))
            ).scalars()
            if seq in self._readings
        }

    def _check(self, came: Moved, content: str | None) -> None:
        """Raises `ValueError` for an entry that is not what was appended there."""
        row = {name: getattr(came, name) for name in _COLUMNS}
        if content is not None:
            held = orjson.loads(content)
            if salted(came.salt, content.encode()) != came.content_hash or {n: held[n] for n in _COLUMNS} != row:
                raise ValueError(came.seq)
        texts = (came.kind, came.actor, came.at, came.salt, came.content_hash)
        if not all(isinstance(text, str) for text in texts) or not isinstance(came.reason, str | None):
            raise TypeError(came.seq)
        if type(came.seq) is not int or came.seq in self._numbers or not _HEX.fullmatch(came.content_hash):
            raise ValueError(came.seq)
        if not _INSTANT.fullmatch(came.at) or came.at > now() or bytes.fromhex(came.salt).hex() != came.salt:
            raise ValueError(came.at)
        dt.datetime.fromisoformat(came.at)

    def _led_over(self, came: Moved) -> dict[str, Any]:
        """What the entry says, with the numbers that it names led over to this journal's."""
        said, to = dict(came.payload or {}), self._numbers
        if came.kind in {"reading", "release", "withdraw"}:
            return said | {"filing": to[said["filing"]]}
        if came.kind == "undo":
            return {name: to[said[name]] for name in ("act", "reading") if name in said}
        if came.kind == "act":
            return said | _numbers_in_act(ActKind(said["act"]), said, to)
        return said

    def _derive(self, kind: str, seq: int, said: dict[str, Any]) -> None:
        if kind == KEY:
            self._give_key(seq, said)
        elif kind == "filing":
            self._file(seq, said)
        elif kind == "reading":
            self._read(seq, said)
        elif kind in {"release", "withdraw"}:
            if said["filing"] not in self._filed or not isinstance(said.get("law"), str | None):
                raise TypeError(seq)
            _check_pages(said["pages"])
            self._session.execute(releases.insert().values(release_row(seq, kind, said)))
        elif kind == "act":
            self._act(seq, said)
        elif kind == "undo":
            self._undo(seq, said)
        elif kind != _CAME_BEFORE:
            raise ValueError(kind)

    def _give_key(self, seq: int, said: dict[str, Any]) -> None:
        if said["municipality"] != self._place.id or not _HEX.fullmatch(said["key"]):
            raise ValueError(seq)
        self._keyed += 1
        self._session.execute(municipality_keys.insert().values(key_row(seq, said)))

    def _file(self, seq: int, said: dict[str, Any]) -> None:
        digest = said["sha256"]
        if Municipality(**said["municipality"]) != self._place or not _HEX.fullmatch(digest) or not key_of(digest):
            raise ValueError(seq)
        texts = isinstance(said["body"], str | None) and isinstance(said["name"], str)
        if not texts or not _is_count(said["bytes"]):
            raise TypeError(seq)
        query = sa.select(acts.c.seq).join(act_keys, act_keys.c.seq == acts.c.seq)
        if self._session.execute(
            query.where(act_keys.c.key == file_key(digest), acts.c.kind.in_(_OF_FILE)).limit(1)
        ).first():
            raise OfFileHere(digest)
        self._filed[seq] = (digest, said["bytes"])
        self._digests.add(digest)
        if said["bytes"]:
            self._give_file(digest, said["bytes"])
        self._session.execute(filings.insert().values(filing_row(seq, said)))

    def _read(self, seq: int, said: dict[str, Any]) -> None:
        filing, bundle = said["filing"], bundle_from_json(said["bundle"])
        version = bundle.reader.version
        _check_reading(bundle, *self._filed[filing])
        before = self._counting.get(filing)
        counts = before is None or version_order(before[1]) <= version_order(version)
        if counts:
            self._counting[filing] = (seq, version)
            if before is not None:
                self._session.execute(readings.update().where(readings.c.seq == before[0]).values(counts=False))
        self._session.execute(readings.insert().values(reading_row(seq, said, counts=counts)))
        rows, keyed = (
            part_rows(seq, said["bundle"]["documents"]),
            part_key_rows(seq, parts_of(filing, bundle, self._place)),
        )
        for table, values in ((parts, rows), (part_keys, keyed)):
            if values:
                self._session.execute(table.insert(), values)
        self._readings[seq] = filing
        self.keys |= {row["key"] for row in keyed}

    def _act(self, seq: int, said: dict[str, Any]) -> None:
        kind, keys = ActKind(said["act"]), said["keys"]
        own = f"{self._place.id}|"
        if kind in _NOT_ITS or not self._may_bear_on(kind, keys):
            raise ValueError(seq)
        if kind is ActKind.MUNICIPALITY and _town(said).place != self._place:
            raise ValueError(seq)
        if kind in _OF_FILE:
            if keys != [file_key(said["file"])]:
                raise ValueError(seq)
            self._act_on_file(kind, said)
        self._session.execute(acts.insert().values(act_row(seq, said)))
        self._session.execute(act_keys.insert(), act_key_rows(seq, said))
        self._acts[seq] = Act(seq, kind, tuple(keys), said)
        self.keys |= {key for key in keys if key.startswith(own)}

    def _may_bear_on(self, kind: ActKind, keys: list[str]) -> bool:
        """Whether an act of a kind that is this municipality's own bears on these. By the first of them the register knows whose it is."""
        if kind is ActKind.MUNICIPALITY:
            return keys == [town_key(self._place.id)]
        if kind is ActKind.PURGE:  # of a file that is no more
            return True
        if kind in _ON_FILE:
            digest = keys[0].removeprefix(file_key(""))
            return keys == [file_key(digest)] and digest in self._digests
        return bool(keys) and all(key.startswith(f"{self._place.id}|") for key in keys)

    def _give_file(self, digest: str, size: int) -> None:
        """Raises `ValueError` where it is said to be of another size too."""
        if self.files.setdefault(digest, size) != size:
            raise ValueError(digest)

    def _act_on_file(self, kind: ActKind, said: dict[str, Any]) -> None:
        others = sa.select(filings.c.seq).where(
            filings.c.sha256 == said["file"], filings.c.municipality != self._place.id
        )
        if self._session.execute(others.limit(1)).first():
            raise OfFileHere(said["file"])
        if kind is ActKind.MASK:
            mask = mask_from(said)
            if not _HEX.fullmatch(mask.sha256) or not _is_count(mask.bytes):
                raise ValueError(mask.sha256)
            self._give_file(mask.sha256, mask.bytes)
        else:
            if (
                said["municipalities"] != [self._place.id]
                or not isinstance(said["law"], str)
                or said["file"] in self._digests
            ):
                raise ValueError(said["file"])
            self._purged |= {(self._were[seq], content_hash) for seq, content_hash in said["entries"]}

    def _undo(self, seq: int, said: dict[str, Any]) -> None:
        (undone,) = said.values()
        if undone not in (self._acts if "act" in said else self._readings):
            raise ValueError(seq)
        if "act" in said:
            self._session.execute(acts.update().where(acts.c.seq == undone).values(undone_by=seq))
        else:
            self._session.execute(readings.update().where(readings.c.seq == undone).values(undone_by=seq, counts=False))
            self._counting = {filing: held for filing, held in self._counting.items() if held[0] != undone}
        self._undone[undone] = seq


def _town(said: dict[str, Any]) -> Town:
    """What an act tells of the municipality. Raises `TypeError` where any of it is no text."""
    town = town_of(said)
    told = (town.colour, town.address, town.contact, town.moved_to)
    if not isinstance(town.called, str) or not all(isinstance(text, str | None) for text in told):
        raise TypeError(town.called)
    addresses = [address for address in (town.address, town.moved_to) if address is not None]
    if max(len(text or "") for text in (town.called, *told)) > LONGEST or not all(map(host_and_path, addresses)):
        raise ValueError(town.called)
    if town.colour is not None and contrast_with_white(town.colour) < LEAST_CONTRAST:
        raise ValueError(town.colour)
    return town


def _check_reading(bundle: Bundle, digest: str, size: int) -> None:
    """Raises `ValueError` where it is of another file than this, or of none and by no person; and `_check_pages`'."""
    if (bundle.file.sha256, bundle.file.bytes) != (digest, size) or (size == 0 and bundle.reader.name != PERSON):
        raise ValueError(digest)
    for document in bundle.documents:
        _check_pages(document.pages)


def _check_pages(pages: Sequence[int]) -> None:
    """Raises `ValueError` for pages that no file has: of a thousand million each one would be thought of."""
    first, last = pages
    if not (_is_count(first) and _is_count(last) and 1 <= first <= last <= MOST_PAGES):
        raise ValueError(pages)


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _called(came: Moved, kind: str) -> Moved:
    return Moved(**{name: getattr(came, name) for name in came.__slots__} | {"kind": kind})


def _numbers_in_act(kind: ActKind, said: dict[str, Any], to: Mapping[int, int]) -> dict[str, Any]:
    """What an act says by the numbers of entries, in this journal's."""
    if kind is ActKind.CHOOSE:
        return {"filing": to[said["filing"]]}
    if kind is ActKind.CORRECTED:
        return {"filing": to[said["filing"]], "replaces": sorted(to[seq] for seq in said["replaces"])}
    if kind is ActKind.APPROVE:
        return {"reading": to[said["reading"]]}
    if kind is ActKind.PURGE:
        return {"entries": sorted([to[seq], content_hash] for seq, content_hash in said["entries"])}
    return {}
