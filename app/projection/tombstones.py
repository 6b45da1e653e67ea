"""What the public could see once and cannot now: that it was withdrawn, when and by which provision, and nothing else.

The keys are hashes of ids, numbers and addresses, so that what was withdrawn is told only to whoever asks for it by one.
They follow from the journal alone: a store that is made anew has them again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import Ids
from app.journal.scope import RegisterScope
from app.journal.stretches import Stretch, acts_of, secret
from app.loads import loads
from app.models.journal import entries, readings, releases
from app.models.published import WITHDRAWN
from app.register import values
from app.register.build import Register, build
from app.register.case_numbers import parse
from app.register.parts import ActKind, Part
from app.today import civil_date

_ACTS = (ActKind.CORRECT, ActKind.ADD, ActKind.REMOVE, ActKind.DATE, ActKind.CHOOSE)
_SHARED = (values.Body, values.Person)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """When something was withdrawn, and by which provision, where that was stated."""

    day: dt.date
    law: str | None


def withdrawn_key(*address: str) -> str:
    """Under what it is kept that an id, a number, or a place and a slug were withdrawn."""
    return hashlib.blake2b("/".join(address).casefold().encode(), digest_size=12).hexdigest()


def number_key(typed: str) -> str | None:
    """The same for a case number in any spelling; None where it is none."""
    number = parse(typed)
    return withdrawn_key("number", number.key) if number else None


def find_tombstone(store: Session, keys: Collection[str]) -> Tombstone | None:
    """The latest withdrawal of what these keys stand for."""
    query = sa.select(WITHDRAWN).where(WITHDRAWN.c.key.in_(keys)).order_by(WITHDRAWN.c.day.desc()).limit(1)
    row = store.execute(query).first()
    return Tombstone(row.day, row.law) if row else None


def write_tombstones(journal: Session, store: Session) -> None:
    """Make the public store's tombstones those that follow from the journal."""
    wanted = {key: {"key": key, "day": stone.day, "law": stone.law} for key, stone in _all(journal).items()}
    there = {row["key"]: dict(row) for row in store.execute(sa.select(WITHDRAWN)).mappings()}
    changed = [key for key in {*wanted, *there} if wanted.get(key) != there.get(key)]
    for load in loads(sorted(changed)):
        store.execute(WITHDRAWN.delete().where(WITHDRAWN.c.key.in_(load)))
    for rows in loads([wanted[key] for key in sorted(changed) if key in wanted]):
        store.execute(WITHDRAWN.insert(), rows)


def _all(journal: Session) -> dict[str, Tombstone]:
    query = sa.select(releases.c.filing_seq).where(sa.not_(releases.c.public)).distinct()
    withdrawn = sorted(journal.execute(query).scalars())
    if not withdrawn:
        return {}
    ids, done = Ids(secret(journal)), acts_of(journal, _ACTS)
    stretch = Stretch(journal, RegisterScope.DESK)
    stones: dict[str, Tombstone] = {}
    for filing in withdrawn:
        shown, gone = _pages(journal, filing)
        if not gone:
            continue
        for reading in journal.execute(sa.select(readings.c.seq).where(readings.c.filing_seq == filing)).scalars():
            of_document: dict[tuple[int, int], list[Part]] = {}
            for part in stretch.parts_of(reading):
                of_document.setdefault(part.pages, []).append(part)
            for (first, last), parts in of_document.items():
                pages = set(range(first, last + 1))
                if pages <= shown | gone.keys() and pages & gone.keys():
                    stone = max((gone[page] for page in pages & gone.keys()), key=lambda s: s.day)
                    stones |= dict.fromkeys(_keys(build(parts, ids, done)), stone)
    return stones


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
    for row in made.owned:
        yield withdrawn_key(row.id)
        if isinstance(row, values.Case | values.Alias) and row.slug and row.key:
            yield withdrawn_key("number", row.key.rpartition("|")[2])
            yield from (withdrawn_key(place, row.slug) for place in places.values())
        if isinstance(row, values.Alias):
            yield withdrawn_key(row.old_id)
        if isinstance(row, values.Matter):
            yield from (withdrawn_key(place, row.slug) for place in places.values())
    yield from (withdrawn_key(row.id) for row in shared if isinstance(row, _SHARED))
