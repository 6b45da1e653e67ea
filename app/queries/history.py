"""What was done about a matter, when and by whom: the journal's entries, filtered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.keys import keyring
from app.loads import loads
from app.models.journal import act_keys, acts, entries, filings, part_keys, readings, releases
from app.models.register import appearances, cases, item_documents, matter_entities, targets
from app.register.parts import PERSON


class HistoryRow(TypedDict):
    """One entry: `undone_by` is the number of the entry that undid it."""

    seq: int
    at: str
    actor: str
    kind: str
    reason: str | None
    said: dict[str, Any]
    undone_by: int | None


def history(session: Session, matter_id: str) -> list[HistoryRow]:
    """The filings and readings of the files that the matter stands in, their releases, and the acts on it, in order."""
    keys = keys_of_matter(session, matter_id)
    files = sa.select(appearances.c.file_id).where(appearances.c.document_id.in_(documents_in(session, matter_id)))
    filed = sa.select(filings.c.seq).where(filings.c.sha256.in_(files))
    entered = sa.select(part_keys.c.reading_seq).join(readings, readings.c.seq == part_keys.c.reading_seq)
    entered = entered.where(part_keys.c.key.in_(keys), readings.c.reader == PERSON).distinct()
    done = sa.select(act_keys.c.seq).where(act_keys.c.key.in_(keys))
    wanted = sa.union(
        filed,
        sa.select(readings.c.seq).where(readings.c.filing_seq.in_(filed)),
        sa.select(releases.c.seq).where(releases.c.filing_seq.in_(filed)),
        done,
        sa.select(acts.c.undone_by).where(acts.c.seq.in_(done), acts.c.undone_by.is_not(None)),
        sa.select(readings.c.undone_by).where(readings.c.seq.in_(entered), readings.c.undone_by.is_not(None)),
        sa.select(readings.c.filing_seq).where(readings.c.seq.in_(entered)),
        sa.select(releases.c.seq).where(
            releases.c.filing_seq.in_(sa.select(readings.c.filing_seq).where(readings.c.seq.in_(entered)))
        ),
        entered,
    )
    return entries_listed(session, wanted)


def entries_listed(session: Session, wanted: sa.CompoundSelect[int]) -> list[HistoryRow]:
    """The entries of these numbers, in order."""
    query = (
        sa.select(entries, sa.func.coalesce(acts.c.undone_by, readings.c.undone_by).label("undone_by"))
        .join(acts, acts.c.seq == entries.c.seq, isouter=True)
        .join(readings, readings.c.seq == entries.c.seq, isouter=True)
        .where(entries.c.seq.in_(sa.select(wanted.subquery().c[0])))
        .order_by(entries.c.seq)
    )
    return [_row(row) for row in session.execute(query)]


def _row(row: Any) -> HistoryRow:
    content = orjson.loads(row.content)["said"] if row.content else {}
    if row.kind == "reading":
        reader, file = content["bundle"]["reader"], content["bundle"]["file"]
        content = {"filing": content["filing"], "reader": reader, "file": file["name"], "sha256": file["sha256"]}
    return HistoryRow(
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        kind=row.kind,
        reason=row.reason,
        said=content,
        undone_by=row.undone_by,
    )


def documents_in(session: Session, matter_id: str) -> list[str]:
    """The ids of a matter's §§ and documents, and of the minutes that the §§ stand in."""
    entities = _entities(session, matter_id)
    attached = sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(entities))
    return [*entities, *session.execute(attached).scalars()]


def _entities(session: Session, matter_id: str) -> list[str]:
    query = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id == matter_id)
    return list(session.execute(query).scalars())


def keys_of_matter(session: Session, matter_id: str) -> set[str]:
    """What the matter's cases, §§ and documents are, as acts name them."""
    keys = {
        f"{row.municipality_id}|case|{row.key}"
        for row in session.execute(sa.select(cases).where(cases.c.owner == matter_id))
    }
    return keys | keys_of_entities(session, documents_in(session, matter_id))


def keys_of_entities(session: Session, entities: Collection[str]) -> set[str]:
    """What these §§ and documents are, as acts name them."""
    ids = keyring(session)
    return {
        row.key
        for load in loads(sorted(entities))
        for row in session.execute(sa.select(targets).where(targets.c.entity_id.in_(load)))
        if row.entity_id in {ids.at(row.key).of("item", row.key), ids.at(row.key).of("document", row.key)}
    }
