"""The texts that files hold of one §, from the desk: which of them stands, and what each decides."""

from __future__ import annotations

from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import act_keys, acts, entries, filings, imports, part_keys, parts, readings
from app.models.register import items
from app.queries.history import keys_of_entities
from app.queries.register_acts import last_touched
from app.queries.sources import first_sources
from app.register.parts import PERSON, ActKind


class ItemText(TypedDict):
    """A § as one file has it: its title, its outcome as a code, and the words of its decisions; `stands` where the register shows this
    one, and `page` where it begins."""

    sha256: str
    file: str
    import_id: str | None
    page: int | None
    stands: bool
    title: str
    outcome: str | None
    decided: list[str]


class ItemTexts(TypedDict):
    """The texts, the first filed first; none where nothing has to be chosen between. `chosen` is who chose one of them, when (UTC) and
    why; `version` the last entry that did anything to the §."""

    texts: list[ItemText]
    chosen: tuple[str, str, str | None] | None
    version: int


def texts_of_item(session: Session, item: str) -> ItemTexts:
    """What there is to choose between of a § (its id): where files disagree, or somebody has chosen."""
    keys = keys_of_entities(session, [item])
    chosen = _chosen(session, keys)
    contested = session.execute(sa.select(items.c.contested).where(items.c.id == item)).scalar()
    texts = _texts(session, item, keys) if contested or chosen else []
    return ItemTexts(texts=texts if len(texts) > 1 else [], chosen=chosen, version=last_touched(session, keys))


def _chosen(session: Session, keys: set[str]) -> tuple[str, str, str | None] | None:
    query = (
        sa.select(entries.c.actor, entries.c.at, entries.c.reason)
        .join(acts, acts.c.seq == entries.c.seq)
        .where(acts.c.kind == ActKind.CHOOSE.value, acts.c.undone_by.is_(None))
        .where(acts.c.seq.in_(sa.select(act_keys.c.seq).where(act_keys.c.key.in_(keys))))
    )
    row = session.execute(query.order_by(acts.c.seq.desc()).limit(1)).first()
    return (row.actor, row.at, row.reason) if row else None


def _texts(session: Session, item: str, keys: set[str]) -> list[ItemText]:
    brought = sa.select(sa.func.min(imports.c.id)).where(imports.c.filing_seq == filings.c.seq).scalar_subquery()
    query = (
        sa.select(parts.c.content, filings.c.sha256, entries.c.content.label("filed"), brought.label("upload"))
        .join(part_keys, sa.and_(part_keys.c.reading_seq == parts.c.reading_seq, part_keys.c.n == parts.c.n))
        .join(readings, readings.c.seq == parts.c.reading_seq)
        .join(filings, filings.c.seq == readings.c.filing_seq)
        .join(entries, entries.c.seq == filings.c.seq)
        .where(part_keys.c.key.in_(keys), parts.c.of_n.is_not(None), readings.c.counts, readings.c.reader != PERSON)
        .order_by(filings.c.seq, parts.c.n)
    )
    first = first_sources(session, [item], [item]).get(item)
    found: dict[str, ItemText] = {}
    for row in session.execute(query):
        found.setdefault(row.sha256, _text(row, first["file"] if first else None))
    return list(found.values())


def _text(row: Any, standing: str | None) -> ItemText:
    read = orjson.loads(row.content)
    clauses = [clause["text"] for decision in read["decisions"] for clause in decision["clauses"]]
    places = read["source"]["places"]
    return ItemText(
        sha256=row.sha256,
        file=str(orjson.loads(row.filed)["said"]["name"]),
        import_id=row.upload,
        page=places[0]["page"] if places else None,
        stands=row.sha256 == standing,
        title=read["title"],
        outcome=read["outcome"],
        decided=clauses,
    )
