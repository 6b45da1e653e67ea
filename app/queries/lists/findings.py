"""What a careful reader notices, in all matters, the gravest first.

What is kept with the register stands beside what hangs on the whole of it (of which meeting a § is) or on the day asked for
(a motion's year): these have ids made of their code and of what they are about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.language.findings import FINDINGS as SENTENCES
from app.models.register import documents, findings, item_documents, items, matter_entities, matters, motions
from app.queries.bodies import bodies_meant
from app.queries.by_words import by_words
from app.queries.case_refs import cases_of_documents, matters_by_id
from app.queries.deadlines import clocks_of
from app.queries.filters import (
    ALWAYS_LISTED,
    body_filter,
    case_filter,
    changed_entities,
    changed_matters,
    choice,
    matters_borne,
    municipality_filter,
)
from app.queries.findings import OF_MEETING, findings_by_id, of_the_day, of_unclear_meetings, standing
from app.queries.in_parts import Part
from app.queries.json_sql import among, json_list, strings_given
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.queries.meant import municipality_meant
from app.queries.motion_years import year_findings, years_told
from app.queries.unclear_meetings import MEETING_UNCLEAR, OF_UNCLEAR_MEETING
from app.register.severity import Severity
from app.search.entries import IN_AN_ITEM, HitKind

_NOBODY = sa.cast(sa.null(), sa.String)
# What a motion's year may give cause to say, by the day.
_OF_THE_DAY = (("over_a_year", Severity.LAW), ("over_a_year", Severity.NOTE), ("due_soon", Severity.NOTE))


def _is(code: str, severity: Severity) -> list[sa.ColumnElement[Any]]:
    return [sa.literal(code).label("code"), sa.literal(severity.value).label("severity")]


_YEARS = [
    sa.select(
        (sa.literal(f"{code}-{severity.value}-") + motions.c.matter_id).label("id"),
        motions.c.matter_id.label("owner"),
        _NOBODY.label("entity_id"),
        *_is(code, severity),
    )
    .where(motions.c.matter_id.is_not(None))
    .distinct()
    for code, severity in _OF_THE_DAY
]
_UNCLEAR = sa.select(
    (sa.literal(f"{MEETING_UNCLEAR}-") + items.c.id).label("id"),
    items.c.id.label("owner"),
    items.c.id.label("entity_id"),
    *_is(MEETING_UNCLEAR, Severity.NOTE),
).where(OF_UNCLEAR_MEETING)
_KEPT = sa.select(findings.c.id, findings.c.owner, findings.c.entity_id, findings.c.code, findings.c.severity).where(
    standing()
)
_listed = sa.union_all(_KEPT, _UNCLEAR, *_YEARS).subquery("findings_listed")
_kept, _unclear = _KEPT.subquery("kept"), _UNCLEAR.subquery("unclear")
_HOW_MANY = sa.select(*(sa.select(sa.func.count()).select_from(of).scalar_subquery() for of in (_kept, _unclear)))
_GRAVITY = {severity.value: n for n, severity in enumerate(Severity)}


def _on_the_day(session: Session, filters: Mapping[str, Any], wanted: Wanted) -> Where:
    """Whether a finding holds on the day asked for: all but those of a motion's year do on every day."""
    hanging = _listed.c.code.in_([code for code, _severity in _OF_THE_DAY])
    if not any(_meets(filters, code, severity) for code, severity in _OF_THE_DAY):
        return sa.not_(hanging)
    told = year_findings(session, wanted.today, filters.get("municipality"))
    true = [_day_id(code, severity, matter) for matter, code, severity in told]
    return sa.or_(sa.not_(hanging), among(_listed.c.id, true))


def _parts(session: Session, wanted: Wanted) -> list[Part]:
    """All of them: what is kept, what is unclear, and of what the day gives each kind by itself."""
    kept, unclear = session.execute(_HOW_MANY).one()
    parts = [Part(_kept.c.id, (), kept, _sorts(_kept)), Part(_unclear.c.id, (), unclear, _sorts(_unclear))]
    for told in years_told(session, wanted.today):
        level: dict[str, sa.ColumnElement[Any]] = {
            "severity": sa.literal(_GRAVITY[told.severity.value]),
            "code": sa.literal(told.code),
        }
        before = _day_id(told.code, told.severity, "")
        parts.append(Part(sa.literal(before) + motions.c.matter_id, told.where, told.many, level, motions.c.matter_id))
        name = f"{told.code}_{told.severity}"
        ids = {name: json_list([before + matter for matter in told.others])}
        id = strings_given(name).c.value
        parts.append(Part(id, (), len(told.others), level, id, ids))
    return parts


def _meets(filters: Mapping[str, Any], code: str, severity: Severity) -> bool:
    return bool(filters.get("code", code) == code and filters.get("severity", severity) == severity)


def _day_id(code: str, severity: str, matter: str) -> str:
    return f"{code}-{severity}-{matter}"


def _rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    unclear, years = _owned(ids, _OF_A_MEETING), _owned(ids, *_OF_A_YEAR)
    kept = session.execute(sa.select(findings.c.id, findings.c.owner).where(findings.c.id.in_(ids)))
    owner_of = {row.id: row.owner for row in kept} | unclear | years
    rows = findings_by_id(session, ids, placed=wanted.placed)
    rows += [
        {**row, "id": f"{MEETING_UNCLEAR}-{item}"}
        for item, row in of_unclear_meetings(session, set(unclear.values())).items()
    ]
    for matter, clock in clocks_of(session, set(years.values()), wanted.today, placed=wanted.placed).items():
        rows += [{**row, "id": _day_id(row["code"], row["severity"], matter)} for row in of_the_day(clock)]
    owners = set(owner_of.values())
    belongs, whole = cases_of_documents(session, owners), matters_by_id(session, owners)

    def of(row: Any) -> Any:
        owner = owner_of[row["id"]]
        return [whole[owner]] if owner in whole else belongs[owner]

    return in_order(ids, [{**row, "cases": of(row)} for row in rows if row["id"] in owner_of])


def _owned(ids: Sequence[str], *beginnings: str) -> dict[str, str]:
    """What those of the ids are about that are made of what they are about."""
    return {id: id.removeprefix(before) for id in ids for before in beginnings if id.startswith(before)}


def _among(condition: dict[sa.Table, Where]) -> Where:
    return sa.or_(*(_listed.c.owner.in_(sa.select(table.c.id).where(where)) for table, where in condition.items()))


def _municipality(typed: str) -> Where:
    meant = municipality_meant(typed)
    return _among({table: table.c.municipality_id.in_(meant) for table in (items, documents, matters)})


def _updated(since: Any) -> Where:
    changed = _listed.c.owner.in_(changed_entities(since))
    return sa.or_(changed, _listed.c.owner.in_(changed_matters(since)))


def _dated(meets: Callable[[sa.ColumnElement[Any]], Where]) -> Where:
    """Whether the § or document that a finding shows in is of such a day; of a matter as a whole, the § that it names."""
    shown_in = sa.func.coalesce(_listed.c.entity_id, _listed.c.owner)
    return sa.or_(*(shown_in.in_(sa.select(t.c.id).where(meets(t.c.date))) for t in (items, documents)))


_OF_A_MEETING = f"{MEETING_UNCLEAR}-"
_OF_A_YEAR = tuple(_day_id(code, severity, "") for code, severity in _OF_THE_DAY)


def _sorts(of: sa.Subquery) -> dict[str, sa.ColumnElement[Any]]:
    return {"severity": sa.case(_GRAVITY, value=of.c.severity), "code": of.c.code}


def _of_case(typed: str) -> Where:
    """Of the matter itself, of its §§ and documents, and of the minutes that these stand in: as with the matter."""
    return _of_matters(matters_borne(typed))


def _of_matters(ids: sa.Select[Any]) -> Where:
    held = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id.in_(ids))
    minutes = sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(held))
    owned = _listed.c.owner.in_(sa.union_all(ids, held, minutes))
    return sa.and_(owned, _listed.c.code.not_in(OF_MEETING))


def _of_body(typed: str) -> Where:
    meant = bodies_meant(typed)
    return _among({table: table.c.body_id.in_(meant) for table in (items, documents)})


FINDINGS = Listing(
    name="findings",
    id=_listed.c.id,
    rows=_rows,
    holds=_on_the_day,
    includes=("sources",),
    sorts=_sorts(_listed),
    order="severity",
    at_once=True,
    whole=_parts,
    filters={
        "q": by_words(
            "Words that stand in the § or document that it is about, or in its matter's title",
            lambda of: sa.or_(
                _listed.c.owner.in_(of(HitKind.MATTER)),
                _listed.c.owner.in_(of(*IN_AN_ITEM, HitKind.DOCUMENT)),
                _listed.c.entity_id.in_(of(*IN_AN_ITEM, HitKind.DOCUMENT)),
            ),
            _of_matters,
            lambda ids: sa.or_(_listed.c.owner.in_(ids), _listed.c.entity_id.in_(ids)),
        ),
        "municipality": municipality_filter(_municipality),
        "case": case_filter(_of_case),
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
        "severity": choice(_listed.c.severity, "How grave it is.", Severity),
        "code": Filter(
            Kind.CHOICE,
            "What was found.",
            "basis_missing",
            lambda code: _listed.c.code == code,
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
