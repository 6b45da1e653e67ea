"""What people corrected, laid over what was read.

What identifies (body, date, number, case numbers, typed-in days) is laid over the part before anything is built; every
other correction over the row that it names, where the row still says what was corrected.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from app.register import keys
from app.register.said import Act, ActKind, Part
from importers.bundle import Document, Item, Notice, Verification

IDENTIFYING = {"body", "date", "number", "case_numbers"}
DATES = ("verified", "notice_posted", "notice_until")


def by_entity(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """The acts on each entity as it was read, in the order in which they were done."""
    found: dict[str, list[Act]] = defaultdict(list)
    for act in sorted(acts, key=lambda a: a.seq):
        if act.kind in {ActKind.CORRECT, ActKind.DATE, ActKind.CHOOSE}:
            found[act.keys[0]].append(act)
    return found


def overlaid(parts: Iterable[Part], acts: Sequence[Act]) -> list[Part]:
    """The parts with what identifies them corrected; the later of two corrections stands."""
    on = by_entity(acts)
    return [_overlaid(part, on) for part in parts] if on else list(parts)


def _overlaid(part: Part, on: dict[str, list[Act]]) -> Part:
    item, item_key = part.item, keys.entity_key(part) if part.item else None
    document = part.document
    for act in on.get(keys.document_key(part), []):
        document = _document(document, act)
    for act in on.get(item_key or "", []):
        item = _item(item, act) if item else None
    if document is part.document and item is part.item:
        return part
    return dataclasses.replace(part, document=document, item=item)


def _document(document: Document, act: Act) -> Document:
    field, value = act.said.get("field"), act.said.get("to")
    day = dt.date.fromisoformat(value) if isinstance(value, str) and _is_day(field) else None
    if act.kind is ActKind.DATE:
        return _dated(document, str(field), day)
    if act.kind is ActKind.CORRECT and field == "date":
        return dataclasses.replace(document, date=day)
    if act.kind is ActKind.CORRECT and field == "body":
        return dataclasses.replace(document, body=value)
    if act.kind is ActKind.CORRECT and field == "case_numbers":
        return dataclasses.replace(document, case_numbers=tuple(value or ()))
    return document


def _is_day(field: Any) -> bool:
    return field == "date" or field in DATES


def _dated(document: Document, field: str, day: dt.date | None) -> Document:
    if field == "verified":
        known = document.verification or Verification()
        return dataclasses.replace(document, verification=dataclasses.replace(known, date=day))
    notice = document.notice or Notice()
    name = "posted" if field == "notice_posted" else "until"
    return dataclasses.replace(document, notice=dataclasses.replace(notice, **{name: day}))


def _item(item: Item, act: Act) -> Item:
    field, value = act.said.get("field"), act.said.get("to")
    if act.kind is ActKind.CORRECT and field == "number":
        return dataclasses.replace(item, number=str(value))
    if act.kind is ActKind.CORRECT and field == "case_numbers":
        return dataclasses.replace(item, case_numbers=tuple(value or ()))
    return item


def amended(row: Any, acts: Sequence[Act]) -> tuple[Any, list[Act]]:
    """The row with what was corrected on it, and the acts that took hold: those whose replaced value still stands."""
    held = []
    for act in acts:
        field = str(act.said.get("field"))
        if act.kind is not ActKind.CORRECT or field in IDENTIFYING or act.said.get("fact") != row.id:
            continue
        if plain(getattr(row, field, None)) == act.said.get("from"):
            row = dataclasses.replace(row, **{field: _typed(act.said.get("to"))})
            held.append(act)
    return row, held


def plain(value: Any) -> Any:
    """A column's value as the journal's JSON holds it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, str) else value


def _typed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
