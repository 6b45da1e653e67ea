"""Files whose reading is that of another reader than today's, so that a better one may be had. Asked of the desk."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import WrongUse
from app.ids import fold
from app.language.i18n import gettext as _
from app.loads import loads
from app.models.journal import entries, filings, readings
from app.models.register import appearances, bodies, item_documents, items, matter_entities, meetings
from app.queries.cases import find_one
from app.register.municipalities import Municipality
from app.register.versions import version_order
from importers.bundle import Bundle, Reader, bundle_from_json

_AN_ID = re.compile(r"[a-z2-7]{16}")
_A_HASH = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True)
class FiledFile:
    """A filed file: by whom it was handed in (`body` where for one alone), and the `version` that its reading is of."""

    filing: int
    sha256: str
    name: str
    place: Municipality
    actor: str
    body: str | None
    version: str


def older_readings(session: Session, reader: Reader, among: Collection[int] | None = None) -> list[FiledFile]:
    """The files that this reader, or one that came before it, read last, and not this one; of the filings `among`, or of
    all. What a person entered, and what a newer programme read, is none of them."""
    files = []
    for seqs in loads(sorted(older_filings(session, reader, among))):
        query = (
            sa.select(filings, entries.c.content, entries.c.actor, readings.c.version)
            .join(entries, entries.c.seq == filings.c.seq)
            .join(readings, readings.c.filing_seq == filings.c.seq)
            .where(filings.c.seq.in_(seqs), readings.c.counts)
        )
        for row in session.execute(query.order_by(filings.c.seq)):
            payload = orjson.loads(row.content)["said"]
            place = Municipality(**payload["municipality"])
            files.append(FiledFile(row.seq, row.sha256, str(payload["name"]), place, row.actor, row.body, row.version))
    return files


def older_filings(session: Session, reader: Reader, among: Collection[int] | None = None) -> set[int]:
    """The numbers of those filings alone."""
    query = sa.select(readings.c.filing_seq, readings.c.version).where(
        readings.c.counts, readings.c.reader == reader.name, readings.c.version != reader.version
    )
    ours = version_order(reader.version)
    older = {row.filing_seq for row in session.execute(query) if version_order(row.version) <= ours}
    return older if among is None else older & set(among)


def bundle_that_counts(session: Session, filing: int) -> Bundle:
    """The reading of a file that the register is built from. Raises `NoResultFound`."""
    query = sa.select(entries.c.content).join(readings, readings.c.seq == entries.c.seq)
    content = session.execute(query.where(readings.c.filing_seq == filing, readings.c.counts)).scalar_one()
    return bundle_from_json(orjson.loads(content)["said"]["bundle"])


def filings_named(session: Session, typed: str) -> set[int]:
    """The filings that a person means: by a file's name or sha256 (eight digits of it or more), the id of a document, § or
    meeting, a meeting as `Kommunstyrelsen 2025-03-05`, or a case's number.

    Raises `WrongUse` for a meeting, an id or a file that is not there, else `CaseNotFound`, `AmbiguousCase`.
    """
    if typed.casefold().endswith(".pdf"):
        return _some(_called(session, typed), typed)
    if _AN_ID.fullmatch(typed):
        return _some(_by_id(session, typed), typed)
    if _A_HASH.fullmatch(typed):
        return _some(set(session.execute(_filed(filings.c.sha256.startswith(typed))).scalars()), typed)
    name, between, day = typed.strip()[:-11], typed.strip()[-11:-10], _day(typed.strip()[-10:])
    if name and between in {" ", "/"} and day is not None:
        of_day = session.execute(
            sa.select(meetings.c.id, bodies.c.name)
            .join(bodies, bodies.c.id == meetings.c.body_id)
            .where(meetings.c.date == day)
        )
        ids = [row.id for row in of_day if fold(row.name) == fold(name)]
        return _some(set().union(*(_by_id(session, each) for each in ids)), typed)
    return filings_of_matter(session, find_one(session, typed)["matter_id"])


def _some(filed: set[int], typed: str) -> set[int]:
    if not filed:
        raise WrongUse(_("Registret har ingen handling som svarar mot {typed}.").format(typed=typed))
    return filed


def _filed(where: sa.ColumnElement[bool]) -> sa.Select[int]:
    return sa.select(filings.c.seq).where(where, filings.c.bytes > 0)


def _called(session: Session, name: str) -> set[int]:
    query = sa.select(filings.c.seq, entries.c.content).join(entries, entries.c.seq == filings.c.seq)
    last = name.rpartition("/")[2]
    rows = session.execute(query.where(filings.c.bytes > 0))
    return {row.seq for row in rows if str(orjson.loads(row.content)["said"]["name"]).rpartition("/")[2] == last}


def _day(typed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        return None


def _by_id(session: Session, entity_id: str) -> set[int]:
    """The files that the document, § or meeting with this id lies in."""
    of_items = sa.select(items.c.id).where(sa.or_(items.c.id == entity_id, items.c.meeting_id == entity_id))
    inside = sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(of_items))
    lies_in = sa.select(appearances.c.file_id).where(
        sa.or_(appearances.c.document_id == entity_id, appearances.c.document_id.in_(inside))
    )
    return set(session.execute(_filed(filings.c.sha256.in_(lies_in))).scalars())


def filings_of_matter(session: Session, matter_id: str) -> set[int]:
    """The files that a matter's documents and §§ lie in."""
    entities = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id == matter_id)
    inside = sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(entities))
    lies_in = sa.select(appearances.c.file_id).where(
        sa.or_(appearances.c.document_id.in_(entities), appearances.c.document_id.in_(inside))
    )
    return set(session.execute(_filed(filings.c.sha256.in_(lies_in))).scalars())
