"""Corrections, and other acts, that a later reading has overtaken: what they bear on is gone, or says a third thing. Asked
of the desk, which alone knows what people did."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.keys import keyring
from app.journal.stretches import acts_of
from app.loads import loads
from app.models.journal import part_keys, readings
from app.models.register import aliases, sources
from app.models.rows import OWNED
from app.queries.aliases import moved
from app.queries.fact_values import value_of
from app.queries.findings import entities_named
from app.register.amending import removal_id
from app.register.bodies import body_name
from app.register.case_numbers import parse
from app.register.correctable import FIELDS
from app.register.corrections import IDENTIFYING
from app.register.parts import Act, ActKind
from app.register.severity import Severity
from app.schemas.rows import FindingRow

Now = dict[str, tuple[str, dict[str, Any]]]
_CORRECTABLE = [table for table in OWNED.values() if table.name in FIELDS]


def acts_overtaken(session: Session) -> list[FindingRow]:
    """A finding for each correction, choice, day and link that stands and no longer holds, in the order in which they were
    done."""
    found = [*corrections_overtaken(session), *_without_what_they_bear_on(session)]
    return sorted(found, key=lambda row: int(row["params"]["act"]))


def _without_what_they_bear_on(session: Session) -> list[FindingRow]:
    """A finding for each choice, day and link of which no reading that counts has what it bears on, and for what was added
    to or removed from what is read no more."""
    done = acts_of(session, [ActKind.CHOOSE, ActKind.DATE, ActKind.LINK])
    held = _held_in(session, {key for act in done for key in act.keys})
    lost = [act for act in done if not all(_is_there(act, held.get(key, set())) for key in act.keys)]
    changed = acts_of(session, [ActKind.ADD, ActKind.REMOVE])
    there = _now(session, {act.content["fact"] for act in changed if act.kind is ActKind.ADD})
    ids = keyring(session)
    removals = {removal_id(ids.at(act.keys[0]), act.content["fact"]): act for act in changed}
    done_away = {
        removals[found].content["fact"]
        for load in loads(sorted(removals))
        for found in session.execute(sa.select(sources.c.id).where(sources.c.id.in_(load))).scalars()
    }
    lost += [act for act in changed if act.content["fact"] not in there and act.content["fact"] not in done_away]
    return [
        FindingRow(
            id=None,
            code="act_overtaken",
            severity=Severity.ERROR.value,
            law=None,
            params={"act": act.seq, "act_kind": act.kind.value},
            at=None,
            sources=[],
        )
        for act in lost
    ]


def _is_there(act: Act, filings: set[int]) -> bool:
    return act.content["filing"] in filings if act.kind is ActKind.CHOOSE else bool(filings)


def _held_in(session: Session, keys: Collection[str]) -> dict[str, set[int]]:
    """The filings whose reading that counts has something of these keys, by key."""
    found: dict[str, set[int]] = {}
    for load in loads(sorted(keys)):
        query = sa.select(part_keys.c.key, readings.c.filing_seq).join(
            readings, readings.c.seq == part_keys.c.reading_seq
        )
        for row in session.execute(query.where(readings.c.counts, part_keys.c.key.in_(load))):
            found.setdefault(row.key, set()).add(row.filing_seq)
    return found


def corrections_overtaken(session: Session) -> list[FindingRow]:
    """A finding for each correction that stands and no longer holds, in the order in which they were made."""
    last = {(act.content["fact"], act.content["field"]): act for act in acts_of(session, [ActKind.CORRECT])}
    now = _now(session, {fact for fact, _field in last})
    lost = [(act, _value(session, act, now)) for act in last.values()]
    lost = [(act, value) for act, value in lost if not _holds(session, act, value, now)]
    at = entities_named(session, {_owner(act, now) for act, _value in lost})
    return [
        FindingRow(
            id=None,
            code="correction_overtaken",
            severity=Severity.ERROR.value,
            law=None,
            params={
                "act": act.seq,
                "field": act.content["field"],
                "corrected": act.content["to"],
                "now": value,
                "gone": act.content["fact"] not in now,
            },
            at=at.get(_owner(act, now)),
            sources=[],
        )
        for act, value in lost
    ]


def _owner(act: Act, now: Now) -> str:
    _table, row = now.get(act.content["fact"], ("", {}))
    return str(row.get("owner", ""))


def _value(session: Session, act: Act, now: Now) -> Any:
    """What the corrected field says now; None where it says nothing, or what it stood on is gone."""
    table_and_row = now.get(act.content["fact"])
    return value_of(session, *table_and_row, act.content["field"]) if table_and_row else None


def _holds(session: Session, act: Act, value: Any, now: Now) -> bool:
    """Whether the register says what was typed in; what identifies may have moved the thing to another id."""
    fact, field, typed = act.content["fact"], act.content["field"], act.content["to"]
    if field == "case_numbers":
        return [_number(n) for n in value or ()] == [_number(n) for n in typed or ()]
    if field in IDENTIFYING and session.execute(sa.select(aliases.c.id).where(aliases.c.old_id == fact)).first():
        return True
    if field == "body" and typed is not None:
        return bool(value == body_name(typed))
    return fact in now and bool(value == typed)


def _number(printed: str) -> str:
    number = parse(printed)
    return number.key if number else printed


def _now(session: Session, facts: Collection[str]) -> Now:
    """The row of each fact, also of one whose id a correction moved since."""
    rows = _rows(session, facts)
    led = {fact: into for fact in facts if fact not in rows and (into := moved(session, fact))}
    there = _rows(session, led.values())
    return rows | {fact: there[into] for fact, into in led.items() if into in there}


def _rows(session: Session, facts: Collection[str]) -> Now:
    """The table and the row of each fact that the register holds, of whatever kind it is."""
    rows: Now = {}
    wanted = sorted(set(facts))
    for table in _CORRECTABLE:
        for load in loads(wanted):
            query = sa.select(table).where(table.c.id.in_(load))
            rows |= {row["id"]: (table.name, dict(row)) for row in session.execute(query).mappings()}
    return rows
