"""A matter as JSON: the row, its clock, and the parts that `include` names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.language.findings import with_sentence
from app.queries.case_refs import address_of
from app.queries.one_matter import Matter, one_matter
from app.schemas.rows import CaseRow

SOURCES = "sources"
Json = dict[str, Any]


def case_json(row: CaseRow) -> Json:
    """A matter as a list shows it: the row with its page."""
    return {**row, "page": address_of(row)}


def detail_json(session: Session, row: CaseRow, parts: set[str], today: dt.date) -> Json:
    """A matter with its clock and the parts asked for, with sources where these are."""
    matter = Matter(session, row, today, placed=SOURCES in parts)
    shown = {"deadline": matter.deadline, **{name: part(matter) for name, part in PARTS.items() if name in parts}}
    if not matter.placed:
        shown = {name: value if name == "items" else unplaced(value) for name, value in shown.items()}
    return case_json(row) | shown


def light_json(connection: sa.Connection, case_id: str, parts: set[str], today: dt.date) -> Json | None:
    """The same in one statement, with no part but its §§; None where no case has the id now."""
    found = one_matter(connection, case_id, today, items="items" in parts)
    if found is None:
        return None
    row, deadline, items = found
    return case_json(row) | {"deadline": unplaced(deadline)} | ({"items": items} if "items" in parts else {})


def whole_path(session: Session, row: CaseRow, parts: set[str], today: dt.date) -> Json:
    matter = Matter(session, row, today, placed=SOURCES in parts)
    shown = _path(matter)
    return shown if matter.placed else unplaced(shown)


def _path(matter: Matter) -> Json:
    """The stations, who wanted what at them, and the clock."""
    return {
        "case": case_json(matter.row),
        "steps": matter.steps,
        "positions": matter.positions,
        "deadline": matter.deadline,
    }


PARTS: dict[str, Callable[[Matter], Any]] = {
    "documents": lambda matter: matter.documents,
    "items": lambda matter: matter.items,
    "path": _path,
    "findings": lambda matter: [with_sentence(row) for row in matter.findings],
    "ledger": lambda matter: matter.ledger,
    "wording": lambda matter: matter.wording,
    "meeting_days": lambda matter: matter.meeting_days,
}


def unplaced(value: Any) -> Any:
    """The value without the lists of sources that nobody asked for: an empty one would say that there are none."""
    if isinstance(value, dict):
        return {name: unplaced(inner) for name, inner in value.items() if name != SOURCES}
    return [unplaced(inner) for inner in value] if isinstance(value, list) else value
