"""What a careful reader notices: kept with the register, but for what hangs on the day or on the whole of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import bodies, documents, findings, item_documents, items, matter_entities, targets
from app.queries.deadlines import LAW, clock_of, clocks_of
from app.queries.motions import waiting_matters
from app.queries.sources import Sources, sources_of
from app.queries.unclear_meetings import unclear_meetings
from app.register.deadlines import Basis, State
from app.register.severity import Severity
from app.schemas.rows import ClockRow, FindingAt, FindingRow

_GRAVEST = {severity.value: n for n, severity in enumerate(Severity)}
# What concerns a whole meeting has no place among the findings of one of its matters.
OF_MEETING = ("items_missing",)


def findings_of_matter(
    session: Session, matter_id: str, today: dt.date | None = None, *, placed: bool = True
) -> list[FindingRow]:
    """The matter's findings, the gravest first: its own, and those of its §§ and documents and of the minutes they stand
    in. With `today` also what hangs on that day."""
    clock = clock_of(session, matter_id, today, placed=placed) if today else None
    return findings_beside(session, matter_id, clock, placed=placed)


def findings_beside(
    session: Session, matter_id: str, clock: ClockRow | None, *, placed: bool = True, sources: Sources | None = None
) -> list[FindingRow]:
    """The same, where the matter's clock has been read, and perhaps the places of all that the matter holds."""
    owners = {matter_id, *session.execute(_HOLDING, {"matter": matter_id}).scalars()}
    rows = session.execute(_OF_OWNERS, {"owners": list(owners)}).all()
    facts = {row.id for row in rows}
    if sources is None:
        sources = sources_of(session, {row.owner for row in rows}, placed=placed, facts=facts)
    own = _rows(session, rows, sources)
    unclear = of_unclear_meetings(session, owners).values()
    return _ordered([*own, *unclear, *of_the_day(clock)])


def all_findings(session: Session, today: dt.date, severity: str | None = None) -> list[tuple[str | None, FindingRow]]:
    """Every finding on a day with the matter it belongs to (None where it belongs to none), the gravest first."""
    query = _standing()
    if severity is not None:
        query = query.where(findings.c.severity == severity)
    rows = session.execute(query).all()
    near = sa.select(matter_entities.c.entity_id, matter_entities.c.matter_id)
    matter_of = {
        row.entity_id: row.matter_id for row in session.execute(near.order_by(matter_entities.c.matter_id.desc()))
    }
    owners = {row.id: row.owner for row in rows}
    matters = set(matter_of.values())
    found = [
        (_matter(owners[str(row["id"])], matter_of, matters), row)
        for row in _rows(session, rows, _resting(session, rows))
    ]
    if severity in {None, Severity.NOTE.value}:
        found += [(matter_of.get(item), row) for item, row in of_unclear_meetings(session).items()]
    for batch in loads(waiting_matters(session, today)):
        clocks = clocks_of(session, batch, today).items()
        hanging = ((matter, row) for matter, clock in clocks for row in of_the_day(clock))
        found += [(matter, row) for matter, row in hanging if severity in {None, row["severity"]}]
    return sorted(found, key=lambda one: _place(one[1]))


def of_unclear_meetings(session: Session, among: Collection[str] | None = None) -> dict[str, FindingRow]:
    """The finding on each § of which the meeting is unclear, by the §'s id; of all, or of those `among` these."""
    found = unclear_meetings(session, among)
    named = entities_named(session, found) if found else {}
    return {item: {**row, "at": named.get(item)} for item, row in found.items()}


def of_year(state: State, basis: Basis) -> tuple[str, Severity] | None:
    """What a motion's year that stands so gives cause to say, and how grave that is; None where it gives none."""
    if state is State.OVER_A_YEAR:
        return "over_a_year", Severity.NOTE if basis is Basis.MOTION else Severity.LAW
    return ("due_soon", Severity.NOTE) if state in {State.DUE_30, State.DUE_60} else None


def of_the_day(clock: ClockRow | None) -> list[FindingRow]:
    """What a motion's year gives cause to say on the day of its clock. From the motion's own date alone nobody can tell
    that the law's year is over."""
    told = None if clock is None else of_year(State(clock["state"]), Basis(clock["basis"]))
    if clock is None or told is None:
        return []
    code, severity = told
    params = {
        "raised": clock["raised"].isoformat(),
        "due": clock["due"].isoformat(),
        "left": clock["left"],
        "basis": clock["basis"],
    }
    return [
        FindingRow(
            id=None,
            code=code,
            severity=severity.value,
            law=LAW,
            params=params,
            at=None,
            sources=clock["sources"],
        )
    ]


def findings_by_id(session: Session, ids: Collection[str], *, placed: bool = True) -> list[FindingRow]:
    """These findings, as far as they hold."""
    rows = session.execute(_standing().where(findings.c.id.in_(ids))).all()
    resting = sources_of(session, {row.owner for row in rows}, placed=placed, facts={row.id for row in rows})
    return _rows(session, rows, resting)


def standing() -> sa.ColumnElement[bool]:
    """Whether a finding holds: nobody in the register answers its key."""
    answered = sa.select(targets.c.key).where(targets.c.key == findings.c.key).exists()
    return sa.or_(findings.c.key.is_(None), sa.not_(answered))


def against_board(item: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Whether the council decided otherwise at the § than the board had proposed."""
    of_council = sa.select(findings.c.entity_id).where(findings.c.code == "council_against_board")
    return item.in_(of_council.where(findings.c.entity_id.isnot(None), standing()))


def _standing() -> sa.Select[Any]:
    return sa.select(findings).where(standing())


def _resting(session: Session, rows: Collection[Any]) -> Sources:
    """What these findings, in any number, rest on."""
    return sources_of(session, {row.owner for row in rows})


def _rows(session: Session, rows: Collection[Any], resting: Sources) -> list[FindingRow]:
    shown_in = entities_named(session, {row.entity_id for row in rows if row.entity_id})
    return [
        FindingRow(
            id=row.id,
            code=row.code,
            severity=row.severity,
            law=row.law,
            params=row.params,
            at=shown_in.get(row.entity_id),
            sources=resting[row.id],
        )
        for row in rows
    ]


def entities_named(session: Session, ids: Collection[str]) -> dict[str, FindingAt]:
    """These §§ and documents as a finding names what it shows in."""
    given = {"ids": list(ids)}
    named = {
        row.id: FindingAt(id=row.id, entity="item", body=row.name, date=row.date, number=row.number, kind=None)
        for row in session.execute(_ITEMS_NAMED, given)
    }
    return named | {
        row.id: FindingAt(id=row.id, entity="document", body=row.name, date=row.date, number=None, kind=row.kind)
        for row in session.execute(_DOCUMENTS_NAMED, given)
    }


def _ordered(rows: Iterable[FindingRow]) -> list[FindingRow]:
    return sorted(rows, key=_place)


def _place(row: FindingRow) -> tuple[int, bool, str, str, str]:
    """The gravest first, then by day, then by what they are."""
    day = row["at"]["date"] if row["at"] else None
    return (_GRAVEST[row["severity"]], day is None, str(day), row["code"], row["id"] or "")


def _matter(owner: str, matter_of: dict[str, str], matters: set[str]) -> str | None:
    return owner if owner in matters else matter_of.get(owner)


# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_ENTITIES = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id == sa.bindparam("matter"))
_HOLDING = sa.union(_ENTITIES, sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(_ENTITIES)))
_OF_OWNERS = _standing().where(
    findings.c.owner.in_(sa.bindparam("owners", expanding=True)), findings.c.code.not_in(OF_MEETING)
)
_ITEMS_NAMED = (
    sa.select(items.c.id, bodies.c.name, items.c.date, items.c.number)
    .join(bodies, bodies.c.id == items.c.body_id)
    .where(items.c.id.in_(_IDS))
)
_DOCUMENTS_NAMED = (
    sa.select(documents.c.id, bodies.c.name, documents.c.date, documents.c.kind)
    .join(bodies, bodies.c.id == documents.c.body_id, isouter=True)
    .where(documents.c.id.in_(_IDS))
)
