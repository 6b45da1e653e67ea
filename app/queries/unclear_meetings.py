"""§§ of extracts alone, of a day on which their body met several times: of which meeting they are shows when minutes come."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import documents, item_documents, items, meetings
from app.queries.sources import sources_of
from app.register.severity import Severity
from app.schemas.rows import FindingRow
from importers.bundle import DocumentKind

_OTHER = meetings.alias("other")
_MET_AGAIN = sa.exists().where(_OTHER.c.body_id == items.c.body_id, _OTHER.c.date == items.c.date, _OTHER.c.nth > 1)
# The same of all §§: from the few days on which a body met several times to their §§, not from every § to its day.
_OF_THE_DAY = items.alias("of_the_day")
_OF_SUCH_A_DAY = items.c.id.in_(
    sa.select(_OF_THE_DAY.c.id)
    .join_from(
        meetings,
        _OF_THE_DAY,
        sa.and_(_OF_THE_DAY.c.body_id == meetings.c.body_id, _OF_THE_DAY.c.date == meetings.c.date),
    )
    .where(meetings.c.nth > 1)
)
_IN_MINUTES = sa.exists().where(
    item_documents.c.item_id == items.c.id,
    documents.c.id == item_documents.c.document_id,
    documents.c.kind == DocumentKind.PROTOKOLL.value,
)
OF_UNCLEAR_MEETING = sa.and_(_OF_SUCH_A_DAY, sa.not_(_IN_MINUTES))
MEETING_UNCLEAR = "meeting_unclear"
_UNCLEAR = sa.select(items.c.id, items.c.date).where(OF_UNCLEAR_MEETING).order_by(items.c.id)
_AMONG = (
    sa.select(items.c.id, items.c.date)
    .where(items.c.id.in_(sa.bindparam("ids", expanding=True)), _MET_AGAIN, sa.not_(_IN_MINUTES))
    .order_by(items.c.id)
)


def unclear_meetings(session: Session, among: Collection[str] | None = None) -> dict[str, FindingRow]:
    """The finding on each such §, by the §'s id; of all, or of those `among` these."""
    found = session.execute(_UNCLEAR) if among is None else session.execute(_AMONG, {"ids": list(among)})
    days = {row.id: row.date for row in found}
    resting = sources_of(session, days, facts=days) if days else {}
    return {
        item: FindingRow(
            id=None,
            code=MEETING_UNCLEAR,
            severity=Severity.NOTE.value,
            law=None,
            params={"day": day.isoformat()},
            at=None,
            sources=resting.get(item, [])[:1],
        )
        for item, day in days.items()
    }
