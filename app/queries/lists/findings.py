"""What a careful reader notices, in all matters, the gravest first; what hangs on a day is shown with each matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.language.findings import FINDINGS as SENTENCES
from app.models.register import documents, findings, item_documents, items, matter_entities, matters
from app.queries.bodies import bodies_meant
from app.queries.case_refs import cases_of_documents, matters_by_id
from app.queries.filters import (
    ALWAYS_LISTED,
    body_filter,
    changed_entities,
    changed_matters,
    choice,
    matters_borne,
    municipality_filter,
    of_municipality,
)
from app.queries.findings import OF_MEETING, findings_by_id, standing
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.register.severity import Severity


def _rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    rows = findings_by_id(session, ids, placed=wanted.placed)
    query = sa.select(findings.c.id, findings.c.owner).where(findings.c.id.in_(ids))
    owner_of = {row.id: row.owner for row in session.execute(query)}
    owners = set(owner_of.values())
    belongs, whole = cases_of_documents(session, owners), matters_by_id(session, owners)

    def of(row: Any) -> Any:
        owner = owner_of[row["id"]]
        return [whole[owner]] if owner in whole else belongs[owner]

    return in_order(ids, [{**row, "cases": of(row)} for row in rows])


def _among(condition: dict[sa.Table, Where]) -> Where:
    return sa.or_(*(findings.c.owner.in_(sa.select(table.c.id).where(where)) for table, where in condition.items()))


def _municipality(typed: str) -> Where:
    tables = (items, documents, matters)
    conditions = {table: of_municipality(table.c.municipality_id).where for table in tables}
    return _among({table: where(typed) for table, where in conditions.items() if where})


def _updated(since: Any) -> Where:
    changed = findings.c.owner.in_(changed_entities(since))
    return sa.or_(changed, findings.c.owner.in_(changed_matters(since)))


def _dated(meets: Callable[[sa.ColumnElement[Any]], Where]) -> Where:
    """Whether the § or document that a finding shows in is of such a day; of a matter as a whole, the § that it names."""
    shown_in = sa.func.coalesce(findings.c.entity_id, findings.c.owner)
    return sa.or_(*(shown_in.in_(sa.select(t.c.id).where(meets(t.c.date))) for t in (items, documents)))


_GRAVITY = sa.case({severity.value: n for n, severity in enumerate(Severity)}, value=findings.c.severity)


def _of_case(typed: str) -> Where:
    """Of the matter itself, of its §§ and documents, and of the minutes that these stand in: as with the matter."""
    held = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id.in_(matters_borne(typed)))
    minutes = sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(held))
    owned = findings.c.owner.in_(sa.union_all(matters_borne(typed), held, minutes))
    return sa.and_(owned, findings.c.code.not_in(OF_MEETING))


def _of_body(typed: str) -> Where:
    meant = bodies_meant(typed)
    return _among({table: table.c.body_id.in_(meant) for table in (items, documents)})


FINDINGS = Listing(
    name="findings",
    id=findings.c.id,
    only=standing(),
    rows=_rows,
    includes=("sources",),
    sorts={"severity": _GRAVITY, "code": findings.c.code},
    order="severity",
    filters={
        "municipality": municipality_filter(_municipality),
        "case": Filter(Kind.TEXT, "A case's id, or its number in any spelling.", "ks-2025-00042", _of_case),
        "body": body_filter("In a § or document of this body.", _of_body),
        "from": Filter(
            Kind.DAY, "In a § or document of this day or later.", "2025-01-01", lambda d: _dated(lambda date: date >= d)
        ),
        "to": Filter(
            Kind.DAY,
            "In a § or document of this day or earlier.",
            "2025-12-31",
            lambda d: _dated(lambda date: date <= d),
        ),
        "severity": choice(findings.c.severity, "How grave it is.", Severity),
        "code": Filter(
            Kind.CHOICE,
            "What was found.",
            "basis_missing",
            lambda code: findings.c.code == code,
            tuple(sorted(SENTENCES)),
        ),
        "updated_since": Filter(
            Kind.INSTANT,
            f"Whose matter was changed at this instant or later. {ALWAYS_LISTED}",
            "2026-01-01T00:00:00Z",
            _updated,
        ),
    },
)
