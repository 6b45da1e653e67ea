"""What the law asks of the minutes of a §, point by point: what is read of each, and what lacks as far as can be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import findings
from app.queries.findings import findings_by_id
from app.queries.meetings import present_at
from app.queries.whole_items import whole_items_by_id
from app.register.people import covers
from app.schemas.rows import FindingRow, ItemRow

# The points of KL 5:67, and what else the law asks of the minutes; what belongs to none of them stands last.
POINTS = ("1", "2", "3", "4", "5", "6", "verified", "posted", "other")
# Where each finding belongs; `point_missing` tells its own.
_OF_CODE = {
    "winner_not_put": "2",
    "ballots_differ": "3",
    "council_against_board": "4",
    "voter_not_present": "5",
    "lost_without_reservation": "6",
    "justering_before_meeting": "verified",
    "justering_late": "verified",
    "notice_late": "posted",
    "notice_taken_down_early": "posted",
}
# What is said of the minutes as a whole bears on every § of them; all else that is said of them does not.
_OF_MINUTES = {code for code, point in _OF_CODE.items() if point in {"verified", "posted"}}


class CheckRow(TypedDict):
    """A point: `read` is how many of what it asks for were read, None where it is a day; `findings` what is wrong with it."""

    point: str
    read: int | None
    findings: list[FindingRow]


class Checklist(TypedDict):
    item: ItemRow
    rows: list[CheckRow]


def checklist(session: Session, item_id: str) -> Checklist | None:
    """The points for a §; None where the register has no such §."""
    item = next(iter(whole_items_by_id(session, [item_id])), None)
    if item is None:
        return None
    present = sum(covers(one["items"], item["number"]) for one in present_at(session, item["documents"]))
    by_point = _findings(session, item_id, item["documents"])
    votes: list[dict[str, Any]] = item["votes"]
    read = {
        "1": len(item["yrkanden"]),
        "2": len(item["propositions"]),
        "3": len(votes),
        "4": len(item["decisions"]),
        "5": present,
        "6": len(item["reservations"]),
    }
    rows = [CheckRow(point=point, read=read.get(point), findings=by_point[point]) for point in POINTS]
    return Checklist(item=item, rows=rows)


def _findings(session: Session, item: str, papers: Collection[str]) -> dict[str, list[FindingRow]]:
    of_minutes = sa.and_(findings.c.owner.in_(papers), findings.c.code.in_(_OF_MINUTES))
    ids = session.execute(sa.select(findings.c.id).where(sa.or_(findings.c.owner == item, of_minutes))).scalars()
    by_point: dict[str, list[FindingRow]] = defaultdict(list)
    for row in findings_by_id(session, list(ids)):
        point = str(row["params"]["point"]) if row["code"] == "point_missing" else _OF_CODE.get(row["code"], "other")
        by_point[point].append(row)
    return by_point
