"""What was done about one file: its filing, readings and releases, and the acts on what lies in it."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import act_keys, acts, readings, releases
from app.queries.history import HistoryRow, entries_listed, keys_of_entities
from app.queries.review import FiledReading, ReviewDocument
from app.register.parts import file_key


def file_history(session: Session, filed: FiledReading, documents: Iterable[ReviewDocument]) -> list[HistoryRow]:
    """The entries on a file and on these documents of it, in order."""
    entities = [id for one in documents for id in (one["id"], *(item for item, _number, _title in one["items"]))]
    keys = {file_key(filed.sha256), *keys_of_entities(session, entities)}
    done = sa.select(act_keys.c.seq).where(act_keys.c.key.in_(keys))
    wanted = sa.union(
        sa.select(sa.literal(filed.filing)),
        sa.select(readings.c.seq).where(readings.c.filing_seq == filed.filing),
        sa.select(releases.c.seq).where(releases.c.filing_seq == filed.filing),
        done,
        sa.select(acts.c.undone_by).where(acts.c.seq.in_(done), acts.c.undone_by.is_not(None)),
    )
    return entries_listed(session, wanted)
