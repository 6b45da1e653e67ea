"""What the public could see once and cannot now: that it was withdrawn, when and by which provision, that corrected minutes
lack it, or that what was entered by hand was taken back; and nothing else.

The keys are hashes of ids, numbers and addresses, so that what was withdrawn is told only to whoever asks for it by one.
They follow from the journal alone: a store that is made anew has them again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.keys import keyring
from app.journal.purging import purges
from app.journal.scope import RegisterScope
from app.journal.stretches import Stretch, acts_of
from app.loads import loads
from app.models.journal import entries, readings, releases
from app.models.published import WITHDRAWN
from app.register import values
from app.register.build import Register, build_by_keys
from app.register.case_numbers import parse
from app.register.keys import document_key, entity_key
from app.register.parts import PERSON, Act, ActKind, Part
from app.today import civil_date

_ACTS = (ActKind.CORRECT, ActKind.ADD, ActKind.REMOVE, ActKind.DATE, ActKind.CHOOSE)
_SHARED = (values.Body, values.Person)


class Reason(StrEnum):
    """Why something is not there any more: its pages were withdrawn, the corrected minutes lack it, or it had been entered
    by hand and was taken back."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Since when something is not there, and why; of what was withdrawn by which provision, where that was stated."""

    day: dt.date
    law: str | None
    reason: Reason = Reason.WITHDRAWN


def withdrawn_key(*address: str) -> str:
    """Under what it is kept that an id, a number, or a place and a slug were withdrawn."""
    return hashlib.blake2b("/".join(address).casefold().encode(), digest_size=12).hexdigest()


def meeting_key(place: str, body: str, day: str, nth: str) -> str:
    """The same for a body's meeting, as its address names it."""
    return withdrawn_key("meeting", place, body, day, nth)


def item_key(place: str, body: str, day: str, nth: str, number: str) -> str:
    """The same for a § of one."""
    return withdrawn_key("item", place, body, day, nth, number)


def number_key(typed: str) -> str | None:
    """The same for a case number in any spelling; None where it is none."""
    number = parse(typed)
    return withdrawn_key("number", number.key) if number else None


def find_tombstone(store: Session, keys: Collection[str]) -> Tombstone | None:
    """The latest that made what these keys stand for go."""
    query = sa.select(WITHDRAWN).where(WITHDRAWN.c.key.in_(keys)).order_by(WITHDRAWN.c.day.desc()).limit(1)
    row = store.execute(query).first()
    return Tombstone(row.day, row.law, Reason(row.reason)) if row else None


def write_tombstones(journal: Session, store: Session) -> None:
    """Make the public store's tombstones those that follow from the journal."""
    wanted = {key: {"key": key, **dataclasses.asdict(stone)} for key, stone in _all(journal).items()}
    there = {row["key"]: dict(row) for row in store.execute(sa.select(WITHDRAWN)).mappings()}
    changed = [key for key in {*wanted, *there} if wanted.get(key) != there.get(key)]
    for load in loads(sorted(changed)):
        store.execute(WITHDRAWN.delete().where(WITHDRAWN.c.key.in_(load)))
    for rows in loads([wanted[key] for key in sorted(changed) if key in wanted]):
        store.execute(WITHDRAWN.insert(), rows)


def tombstones(journal: Session) -> dict[str, dict[str, Any]]:
    """Every tombstone by its key, as plain values: what a purge keeps of what it takes away."""
    return {
        key: {"day": stone.day.isoformat(), "law": stone.law, "reason": stone.reason.value}
        for key, stone in _all(journal).items()
    }


def _all(journal: Session) -> dict[str, Tombstone]:
    """Every tombstone by its key; of what went in several ways, that it was withdrawn."""
    return _of_purged(journal) | _of_what_is_there(journal)


def _of_purged(journal: Session) -> dict[str, Tombstone]:
    return {
        one["key"]: Tombstone(dt.date.fromisoformat(one["day"]), purge["law"], Reason(one["reason"]))
        for purge in purges(journal)
        for one in purge["gone"]
    }


def _of_what_is_there(journal: Session) -> dict[str, Tombstone]:
    stretch = Stretch(journal, RegisterScope.DESK)
    gone = [*_taken_back(journal, stretch), *_left_out(journal, stretch), *_withdrawn(journal, stretch)]
    if not gone:
        return {}
    ids, done = keyring(journal), [*acts_of(journal, _ACTS), *stretch.renames()]
    return {key: stone for parts, stone in gone for key in _keys(build_by_keys(parts, ids, done))}


_Gone = Iterator[tuple[list[Part], Tombstone]]


def _withdrawn(journal: Session, stretch: Stretch) -> _Gone:
    """The documents of which pages were shown and are not, each with its §§."""
    query = sa.select(releases.c.filing_seq).where(sa.not_(releases.c.public)).distinct()
    for filing in sorted(journal.execute(query).scalars()):
        shown, gone = _pages(journal, filing)
        if not gone:
            continue
        of_document: dict[tuple[int, tuple[int, int]], list[Part]] = {}
        for reading, part in _parts(journal, stretch, filing):
            of_document.setdefault((reading, part.pages), []).append(part)
        for (_reading, (first, last)), parts in of_document.items():
            pages = set(range(first, last + 1))
            if pages <= shown | gone.keys() and pages & gone.keys():
                yield parts, max((gone[page] for page in pages & gone.keys()), key=lambda s: s.day)


def _left_out(journal: Session, stretch: Stretch) -> _Gone:
    """The §§ that corrected minutes lack, where the public sees both the former minutes and the corrected ones."""
    for act in acts_of(journal, [ActKind.CORRECTED]):
        if act.content["gone"] and _shows(journal, stretch, act):
            stone = Tombstone(_day_of(journal, act.seq), None, Reason.CORRECTED)
            for filing in act.content["replaces"]:
                parts = (part for _reading, part in _parts(journal, stretch, filing))
                left_out = _shown(journal, filing, (p for p in parts if entity_key(p) in act.content["gone"]))
                yield from (([part], stone) for part in left_out)


def _shows(journal: Session, stretch: Stretch, act: Act) -> bool:
    """Whether the public sees the corrected minutes that an act speaks of."""
    filing = act.content["filing"]
    minutes = [part for _reading, part in _parts(journal, stretch, filing) if document_key(part) in act.keys]
    return bool(minutes) and len(_shown(journal, filing, minutes)) == len(minutes)


def _taken_back(journal: Session, stretch: Stretch) -> _Gone:
    """What had been entered by hand for the public to see, and was taken back."""
    query = sa.select(readings.c.seq, readings.c.filing_seq, readings.c.undone_by).where(
        readings.c.reader == PERSON, readings.c.undone_by.is_not(None)
    )
    for reading in journal.execute(query.order_by(readings.c.seq)).all():
        parts = _shown(journal, reading.filing_seq, stretch.parts_of(reading.seq))
        if parts:
            yield parts, Tombstone(_day_of(journal, reading.undone_by), None, Reason.TAKEN_BACK)


def _parts(journal: Session, stretch: Stretch, filing: int) -> list[tuple[int, Part]]:
    """The parts of every reading of a file, each with the number of its reading."""
    query = sa.select(readings.c.seq).where(readings.c.filing_seq == filing)
    return [(reading, part) for reading in journal.execute(query).scalars() for part in stretch.parts_of(reading)]


def _shown(journal: Session, filing: int, parts: Iterable[Part]) -> list[Part]:
    """Those parts of a file of which the public sees every page."""
    shown, _gone = _pages(journal, filing)
    return [part for part in parts if set(range(part.pages[0], part.pages[1] + 1)) <= shown]


def _day_of(journal: Session, seq: int) -> dt.date:
    at = journal.execute(sa.select(entries.c.at).where(entries.c.seq == seq)).scalar_one()
    return civil_date(dt.datetime.fromisoformat(at))


def _pages(journal: Session, filing: int) -> tuple[set[int], dict[int, Tombstone]]:
    """The pages of a file that are shown now, and those that were and are not, each with its withdrawal."""
    query = sa.select(releases, entries.c.at, entries.c.content).join(entries, entries.c.seq == releases.c.seq)
    shown: set[int] = set()
    gone: dict[int, Tombstone] = {}
    for row in journal.execute(query.where(releases.c.filing_seq == filing).order_by(releases.c.seq)):
        pages = set(range(row.first_page, row.last_page + 1))
        if row.public:
            shown |= pages
            gone = {page: stone for page, stone in gone.items() if page not in pages}
        else:
            law = orjson.loads(row.content)["said"].get("law") if row.content else None
            stone = Tombstone(civil_date(dt.datetime.fromisoformat(row.at)), law)
            gone |= dict.fromkeys(pages & shown, stone)
            shown -= pages
    return shown, gone


def _keys(made: Register) -> Iterator[str]:
    """Whatever the rows can be asked for by."""
    shared: Sequence[Any] = [row for _owner, row in made.shared]
    places = {row.id: row.slug for row in shared if isinstance(row, values.Municipality)}
    names = {row.id: row.slug for row in shared if isinstance(row, values.Body)}
    nths = {row.id: row.nth for row in shared if isinstance(row, values.Meeting)}
    for row in made.owned:
        yield withdrawn_key(row.id)
        if isinstance(row, values.Case | values.Alias) and row.slug and row.key:
            yield withdrawn_key("number", row.key.rpartition("|")[2])
            yield from (withdrawn_key(place, row.slug) for place in places.values())
        if isinstance(row, values.Alias):
            yield withdrawn_key(row.old_id)
        if isinstance(row, values.Item):
            at = (places[row.municipality_id], names[row.body_id], f"{row.date}", str(nths[row.meeting_id]))
            yield meeting_key(*at)
            yield item_key(*at, row.number)
        if isinstance(row, values.Matter):
            yield from (withdrawn_key(place, row.slug) for place in places.values())
    yield from (withdrawn_key(row.id) for row in shared if isinstance(row, _SHARED))
