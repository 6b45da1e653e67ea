"""What a day changed within §§ and documents that stood before it: what came, went or says something else, as another reading has it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.published import DATED, PAST
from app.models.register import clauses, matter_entities, reservations, statements, yrkanden
from app.queries.findings import entities_named
from app.schemas.change_rows import FactChange, FactSays

# The facts that are told, each with the code that it bears beside its text.
_CODES = {clauses: "outcome", yrkanden: "stance", reservations: "in_favour_of", statements: "kind"}
_Place = tuple[str, str, str]  # the matter, the §, and the table


def facts_changed(
    session: Session, days: Mapping[str, dt.date], corrected: Collection[str]
) -> dict[str, list[FactChange]]:
    """What changed in the §§ of these matters, each on a day of its own, in the order in which it stands. What came with its
    whole § the step tells, and the corrections what a person put right: the §§ that were `corrected` are left out."""
    found: dict[str, list[FactChange]] = defaultdict(list)
    for load in loads(sorted(days)):
        was, now = _by_place(session, load, days, "was"), _by_place(session, load, days, "now")
        places = sorted(place for place in {*was, *now} if place[1] not in corrected)
        at = entities_named(session, {item for _matter, item, _table in places}) if places else {}
        for place in places:
            matter_id, item, table = place
            for before, after in _paired(was.get(place, {}), now.get(place, {})):
                found[matter_id].append(FactChange(at=at.get(item), table=table, before=before, now=after))
    return found


def _paired(was: dict[str, Any], now: dict[str, Any]) -> list[tuple[FactSays | None, FactSays | None]]:
    """What stood with what stands: the same fact, or else the next that went with the next that came."""
    both = [(was[id], now[id]) for id in was if id in now]
    went, came = ([one for id, one in of.items() if id not in other] for of, other in ((was, now), (now, was)))
    changed = list(zip(went, came, strict=False))
    alone = [*((one, None) for one in went[len(changed) :]), *((None, one) for one in came[len(changed) :])]
    return [
        (before and _says(before), after and _says(after))
        for before, after in (*both, *changed, *alone)
        if not (before and after) or _says(before) != _says(after)
    ]


def _says(row: Any) -> FactSays:
    return FactSays(code=row.code, text=row.text)


def _by_place(
    session: Session, matter_ids: Sequence[str], days: Mapping[str, dt.date], side: str
) -> dict[_Place, dict[str, Any]]:
    """The facts that began to stand, or stood until, the day of their matter, by their ids."""
    wanted = {days[matter_id] for matter_id in matter_ids}
    rows = session.execute(sa.union_all(*(_facts(of, matter_ids, wanted, side) for of in _CODES))).all()
    found: dict[_Place, dict[str, Any]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: (row.n, row.id)):
        if row.day == days[row.matter_id]:
            found[row.matter_id, row.owner, row.of][row.id] = row
    return found


def _facts(of: sa.Table, matter_ids: Sequence[str], days: Collection[dt.date], side: str) -> sa.Select[Any]:
    """Those of one kind that came or went on one of the days, in the §§ that belonged to these matters before it."""
    table, belongs = DATED[of.name] if side == "now" else PAST[of.name], DATED[matter_entities.name]
    day = table.c.since if side == "now" else table.c.until
    query = sa.select(
        belongs.c.matter_id,
        table.c.owner,
        sa.literal(of.name).label("of"),
        table.c.id,
        table.c.n,
        table.c[_CODES[of]].label("code"),
        table.c.text,
        day.label("day"),
    )
    query = query.join(belongs, belongs.c.entity_id == table.c.owner)
    return query.where(belongs.c.matter_id.in_(matter_ids), day.in_(days), belongs.c.since < day)
