"""What changed, in the order of commit; a matter that is gone is a tombstone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import changes, municipalities, register_meta
from app.queries.by_words import by_words
from app.queries.case_refs import case_page, matters_by_id, municipality_columns, municipality_ref
from app.queries.filters import instant, of_municipality
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, in_order
from app.queries.what_changed import changes_on
from app.schemas.change_rows import Change
from app.search.entries import HitKind
from app.today import civil_date


def _rows(session: Session, ids: Sequence[int], wanted: Wanted) -> Sequence[Row]:
    query = (
        sa.select(changes, *municipality_columns())
        .join(municipalities, municipalities.c.id == changes.c.municipality_id, isouter=True)
        .where(changes.c.n.in_(ids))
    )
    entries = session.execute(query).all()
    there = matters_by_id(session, {row.matter_id for row in entries})
    changed = _changed(session, entries) if wanted.told else {}
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
            "change": changed.get(row.n),
        }
        for row in entries
    ]
    return in_order(ids, rows)


def _changed(session: Session, entries: Sequence[Any]) -> dict[int, Change]:
    """What changed by those that are their matter's last and no more than a change: what an earlier one changed may stand no
    longer."""
    matter_ids = sorted({row.matter_id for row in entries if row.kind == "changed"})
    latest = sa.select(sa.func.max(changes.c.n)).where(changes.c.matter_id.in_(matter_ids))
    last = set(session.execute(latest.group_by(changes.c.matter_id)).scalars()) if matter_ids else set()
    told = [row for row in entries if row.kind == "changed" and row.n in last]
    days = {row.matter_id: civil_date(dt.datetime.fromisoformat(row.at)) for row in told}
    in_matters = changes_on(session, days, dated=True) if days else {}
    return {row.n: in_matters[row.matter_id] for row in told}


CHANGES = Listing(
    name="changes",
    id=changes.c.n,
    rows=_rows,
    key=lambda typed: int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else -1,
    filters={
        "q": by_words(
            "Words that stand in the matter's title",
            lambda of: changes.c.matter_id.in_(of(HitKind.MATTER)),
            changes.c.matter_id.in_,
        ),
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
