"""What changed in matters on a day: which steps came, which became others, which went, and what a person put right."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.published import DATED, PAST
from app.models.register import changes, item_documents, matter_entities, sources, steps
from app.queries.correction_log import corrections_of
from app.queries.facts_changed import facts_changed
from app.queries.path import step_row
from app.schemas.change_rows import Change, CorrectionRow
from app.schemas.rows import StepRow
from app.today import civil_date


def changes_on(session: Session, days: Mapping[str, dt.date], *, dated: bool) -> dict[str, Change]:
    """What changed in these matters, each on a day of its own. Only the public register is `dated`: it alone tells since
    when something has stood, and of the others only the last step is told."""
    table = DATED[steps.name] if dated else steps
    standing = _by_owner(session, days, table)
    if not dated:
        return {matter_id: Change(_last(standing[matter_id])) for matter_id in days}
    before, came = _by_owner(session, days, PAST[steps.name]), _came(session, days)
    told, new = {matter_id: Change(_last(standing[matter_id])) for matter_id in days}, set[str]()
    known = dict[str, dt.date]()
    for matter_id, day in days.items():
        if before[matter_id] or any(row.since < day for row in standing[matter_id]):
            known[matter_id] = day
        elif came.get(matter_id) == day:
            known[matter_id] = day
            new.add(matter_id)
        # else a withdrawal has let all that hangs together begin on the day: nobody knows what came
    corrected = _corrected(session, known)
    by_hand = {row["at"]["id"] for rows in corrected.values() for row in rows if row["at"]}
    facts = facts_changed(session, known, by_hand)
    for matter_id, day in known.items():
        steps_of = standing[matter_id], before[matter_id]
        change = _change(*steps_of, day, corrected[matter_id], new=matter_id in new)
        told[matter_id] = dataclasses.replace(change, facts=facts[matter_id])
    return told


def _by_owner(session: Session, days: Mapping[str, dt.date], table: sa.Table) -> dict[str, list[Any]]:
    """The steps of these matters, but for those that are awaited; of what stood before, those that stood until the day."""
    found: dict[str, list[Any]] = defaultdict(list)
    for load in loads(sorted(days)):
        query = sa.select(table).where(table.c.owner.in_(load), table.c.state != "awaited").order_by(table.c.n)
        for row in session.execute(query):
            if "until" not in table.c or row.until == days[row.owner]:
                found[row.owner].append(row)
    return found


def _came(session: Session, days: Mapping[str, dt.date]) -> dict[str, dt.date]:
    """The day on which each of these matters came to the register, the last time that it did."""
    found = dict[str, dt.date]()
    for load in loads(sorted(days)):
        query = sa.select(changes.c.matter_id, sa.func.max(changes.c.at).label("at"))
        query = query.where(changes.c.matter_id.in_(load), changes.c.kind == "made").group_by(changes.c.matter_id)
        found |= {row.matter_id: civil_date(dt.datetime.fromisoformat(row.at)) for row in session.execute(query)}
    return found


def _change(
    standing: Sequence[Any], before: Sequence[Any], day: dt.date, corrections: list[CorrectionRow], *, new: bool
) -> Change:
    was = {row.id: _step(row) for row in before}
    came = [_step(row) for row in standing if row.since == day]
    there = {row.id for row in standing}
    return Change(
        _last(standing),
        new=new,
        came=[step for step in came if step["id"] not in was],
        became=[(step, was[step["id"]]) for step in came if step["id"] in was],
        went=[step for step in was.values() if step["id"] not in there],
        corrections=corrections,
    )


def _corrected(session: Session, days: Mapping[str, dt.date]) -> dict[str, list[CorrectionRow]]:
    """The corrections that came that day in the §§ and documents of each matter, and in the minutes that its §§ stand in."""
    found: dict[str, list[CorrectionRow]] = defaultdict(list)
    dated = DATED[sources.name]
    for load in loads(sorted(days)):
        owners = _owners(load)
        query = sa.select(dated, owners.c.matter_id).join(owners, owners.c.id == dated.c.owner)
        query = query.where(dated.c.correction.is_not(None), dated.c.since.in_(sorted({days[one] for one in load})))
        rows = session.execute(query.order_by(dated.c.owner, dated.c.n, dated.c.id)).all()
        of_day = [row for row in rows if row.since == days[row.matter_id]]
        for row, told in zip(of_day, corrections_of(session, of_day), strict=True):
            found[row.matter_id].append(told)
    return found


def _owners(matter_ids: Sequence[str]) -> sa.Subquery:
    held = sa.select(matter_entities.c.entity_id.label("id"), matter_entities.c.matter_id)
    minutes = sa.select(item_documents.c.document_id, matter_entities.c.matter_id).join(
        matter_entities, matter_entities.c.entity_id == item_documents.c.item_id
    )
    return sa.union(*(query.where(matter_entities.c.matter_id.in_(matter_ids)) for query in (held, minutes))).subquery()


def _last(standing: Sequence[Any]) -> StepRow | None:
    taken = [row for row in standing if row.state == "past"]
    return _step(taken[-1]) if taken else None


def _step(row: Any) -> StepRow:
    return step_row(row, state=row.state)
