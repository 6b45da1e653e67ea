"""What changed, in the order of commit; a matter that is gone is a tombstone."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import changes, municipalities, register_meta
from app.queries.by_words import by_words
from app.queries.case_refs import case_page, matters_by_id, municipality_columns, municipality_ref
from app.queries.filters import instant, of_municipality
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, in_order


def _rows(session: Session, ids: Sequence[int], _wanted: Wanted) -> Sequence[Row]:
    query = (
        sa.select(changes, *municipality_columns())
        .join(municipalities, municipalities.c.id == changes.c.municipality_id, isouter=True)
        .where(changes.c.n.in_(ids))
    )
    entries = session.execute(query).all()
    there = matters_by_id(session, {row.matter_id for row in entries})
    rows = [
        {
            "id": row.n,
            "at": row.at,
            "kind": row.kind,
            "matter_id": row.matter_id,
            "version": row.version,
            "municipality": municipality_ref(row) if row.place_id else None,
            "page": case_page(row.place_slug, row.slug) if row.place_id else None,
            "case": there.get(row.matter_id),
        }
        for row in entries
    ]
    return in_order(ids, rows)


CHANGES = Listing(
    name="changes",
    id=changes.c.n,
    rows=_rows,
    key=lambda typed: int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else -1,
    filters={
        "q": by_words("Words that stand in the matter's title", changes.c.matter_id.in_),
        "municipality": of_municipality(changes.c.municipality_id),
        "since": Filter(Kind.NUMBER, "After the change with this number.", "0", lambda n: changes.c.n > n),
        "kind": Filter(
            Kind.CHOICE, "What happened.", "changed", lambda typed: changes.c.kind == typed, ("made", "changed", "gone")
        ),
        "updated_since": Filter(
            Kind.INSTANT, "At this instant or later.", "2026-01-01T00:00:00Z", lambda at: changes.c.at >= instant(at)
        ),
    },
)


def generation(session: Session) -> str:
    """The store's generation: in another one the numbers begin anew."""
    query = sa.select(register_meta.c.value).where(register_meta.c.key == "generation")
    return str(session.execute(query).scalar_one())
