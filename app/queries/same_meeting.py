"""Other files with minutes of a meeting, from the desk: what a file of corrected minutes is held against."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.derived import parts_of
from app.journal.keys import keyring
from app.journal.stretches import acts_of
from app.models.journal import entries, filings
from app.models.register import appearances, bodies, documents
from app.queries.older_readings import bundle_that_counts
from app.register.bodies import body_key, body_name
from app.register.municipalities import Municipality
from app.register.parts import ActKind, Part
from app.register.same_meeting import Comparison, are_the_same, compared, minutes_among


@dataclasses.dataclass(frozen=True, slots=True)
class Revision:
    """Minutes in one file, those of the same meeting that other files (`filings`) hold, and how they differ."""

    after: list[Part]
    before: list[Part]
    comparison: Comparison
    filings: frozenset[int]


def revisions(session: Session, filing: int) -> list[Revision]:
    """What the minutes of a filing may correct: of each, what earlier files hold of the same meeting. Not what was said to be
    corrected before."""
    replaced = {seq for act in acts_of(session, [ActKind.CORRECTED]) for seq in act.content["replaces"]}
    found, keys = [], keyring(session)
    for after in minutes_among(_parts(session, filing)):
        ids = keys.at(after[0].municipality.id)
        others = [
            (bool(compared(before, after, ids).differences), other, before)
            for other in sorted(_of_the_day(session, after[0]) - replaced - {filing})
            for before in minutes_among(_parts(session, other))
            if _same_day(before[0], after[0]) and are_the_same(before, after)
        ]
        # Of a § in several the latest counts, and one that tells it as these do hides none that tells it otherwise.
        by_key = {_place(part): part for _, _, parts in sorted(others, key=lambda one: one[:2]) for part in parts}
        if by_key:
            before = sorted(by_key.values(), key=lambda part: part.item is not None)
            held = frozenset(other for _, other, _ in others)
            found.append(Revision(after, before, compared(before, after, ids), held))
    return found


def names_of_filings(session: Session, seqs: Iterable[int]) -> list[str]:
    """What the files of these filings were called when they were handed in, in that order."""
    query = sa.select(entries.c.content).where(entries.c.seq.in_(sorted(seqs))).order_by(entries.c.seq)
    return [str(orjson.loads(content)["said"]["name"]) for content in session.execute(query).scalars()]


def _place(part: Part) -> tuple[str, str]:
    return (part.item.number, "") if part.item else ("", "|".join(part.items[:1]))


def _same_day(one: Part, other: Part) -> bool:
    days = [
        (part.municipality.id, body_key(body_name(part.document.body or "")), part.document.date)
        for part in (one, other)
    ]
    return days[0] == days[1]


def _of_the_day(session: Session, part: Part) -> set[int]:
    """The filings that hold minutes of the same body and day."""
    place = part.municipality.id
    called = sa.select(bodies.c.id, bodies.c.name).where(bodies.c.municipality_id == place)
    name = body_key(body_name(part.document.body or ""))
    borne = [row.id for row in session.execute(called) if body_key(row.name) == name]
    lies_in = sa.select(appearances.c.file_id).join(documents, documents.c.id == appearances.c.document_id)
    lies_in = lies_in.where(documents.c.body_id.in_(borne), documents.c.date == part.document.date)
    query = sa.select(filings.c.seq).where(filings.c.sha256.in_(lies_in), filings.c.municipality == place)
    return set(session.execute(query).scalars())


def _parts(session: Session, filing: int) -> list[Part]:
    content = session.execute(sa.select(entries.c.content).where(entries.c.seq == filing)).scalar_one()
    place = Municipality(**orjson.loads(content)["said"]["municipality"])
    return parts_of(filing, bundle_that_counts(session, filing), place)
