"""What people corrected, laid over what was read.

What identifies (body, date, number, case numbers, typed-in days) is laid over the part before anything is built; every
other correction, and what was added or removed, over the rows (`amending.py`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from app.register import keys
from app.register.parts import Act, ActKind, Part
from importers.bundle import Document, Item, Notice, Verification

IDENTIFYING = {"body", "date", "number", "case_numbers"}
ENTITIES = ("documents", "items")
CORRECTING = (ActKind.CORRECT, ActKind.ADD, ActKind.REMOVE)
DATES = ("verified", "notice_posted", "notice_until")
# What says which file's text stands.
CHOOSING = (ActKind.CHOOSE, ActKind.CORRECTED)


def in_force(parts: Sequence[Part], acts: Sequence[Act]) -> list[Act]:
    """The acts without those on minutes of which the corrected file is not among the parts: to the public it is not there."""
    filed = {part.seq for part in parts}
    return [act for act in acts if act.kind is not ActKind.CORRECTED or act.content["filing"] in filed]


def without_gone(parts: Sequence[Part], acts: Sequence[Act]) -> list[Part]:
    """The parts without the §§ that corrected minutes have no more."""
    gone = {
        (seq, key)
        for act in acts
        if act.kind is ActKind.CORRECTED
        for key in act.content["gone"]
        for seq in act.content["replaces"]
    }
    return [part for part in parts if (part.seq, keys.entity_key(part)) not in gone] if gone else list(parts)


def by_entity(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """The acts on each entity as it was read, in the order in which they were done."""
    on: dict[str, list[Act]] = defaultdict(list)
    for act in sorted(acts, key=lambda a: a.seq):
        if act.kind in {*CORRECTING, ActKind.DATE, *CHOOSING}:
            for key in act.keys:
                on[key].append(act)
    return on


def overlaid(parts: Iterable[Part], acts: Sequence[Act]) -> list[Part]:
    """The parts with what identifies them corrected; the later of two corrections stands."""
    on = by_entity(acts)
    return [stages(part, on)[-1] for part in parts] if on else list(parts)


def former_keys(parts: Iterable[Part], acts: Sequence[Act]) -> dict[str, set[str]]:
    """What each entity was before people corrected what identifies it, by what it is now."""
    on = by_entity(acts)
    former: dict[str, set[str]] = defaultdict(set)
    for part in parts if on else ():
        *before, now = stages(part, on)
        if key := keys.entity_key(now):
            former[key] |= {old for stage in before if (old := keys.entity_key(stage)) and old != key}
    return former


def corrected_keys(part: Part, acts: Sequence[Act]) -> set[str]:
    """Every joining key that corrections gave the part on its way, beside those that it was read with."""
    return {key for stage in stages(part, by_entity(acts))[1:] for key in keys.joining_keys(stage)}


def stages(part: Part, on: dict[str, list[Act]]) -> list[Part]:
    """The part as read, and after each act laid on it in turn: each act is found under what the part is by then."""
    laid, done = [part], set[int]()
    while act := _next(part, on, done):
        done.add(act.seq)
        part = _laid(part, act)
        laid.append(part)
    return laid


def _laid(part: Part, act: Act) -> Part:
    """The part with one act laid on it. The numbers of the only § of an extract are the extract's own too."""
    if act.kind is ActKind.CORRECTED:
        return _renumbered(part, act)
    if keys.document_key(part) in act.keys[1:]:
        new, old = tuple(act.content.get("to") or ()), act.content.get("from") or []
        own = tuple(number for number in part.document.case_numbers if number not in old)
        part = dataclasses.replace(part, item_cases=new, document=dataclasses.replace(part.document, case_numbers=own))
    if part.item and act.keys[0] == keys.entity_key(part):
        return dataclasses.replace(part, item=_item(part.item, act))
    if act.keys[0] == keys.document_key(part):
        return dataclasses.replace(part, document=_document(part.document, act))
    return part


def _renumbered(part: Part, act: Act) -> Part:
    """A part of minutes that were corrected, under the numbers that the corrected ones have."""
    number, first = act.content["moved"].get(keys.entity_key(part)), act.content["first"].get(keys.document_key(part))
    if first is not None:
        part = dataclasses.replace(part, items=(first, *part.items[1:]))
    if part.item and number is not None:
        part = dataclasses.replace(part, item=dataclasses.replace(part.item, number=number))
    return part


def _next(part: Part, on: dict[str, list[Act]], done: set[int]) -> Act | None:
    """The first act that is to be laid on the part. What was done to a § before its number became another's is not."""
    names = {keys.document_key(part), keys.entity_key(part) or ""}
    on_it = {act.seq: act for name in names for act in on.get(name, []) if act.seq not in done}
    since = max((act.seq for act in on_it.values() if _came_with(part, act)), default=0)
    waiting = [act for act in on_it.values() if _renumbers(part, act) or (identifies(act) and act.seq > since)]
    return min(waiting, key=lambda act: act.seq, default=None)


def _renumbers(part: Part, act: Act) -> bool:
    return act.kind is ActKind.CORRECTED and part.seq in act.content["replaces"]


def _came_with(part: Part, act: Act) -> bool:
    """Whether the part is a § of corrected minutes, under a number that was another's before."""
    return gives_away(act, keys.entity_key(part)) and part.seq == act.content["filing"]


def gives_away(act: Act, key: str | None) -> bool:
    """Whether the § of this key lost its number to another, or to none, when its minutes were corrected."""
    return act.kind is ActKind.CORRECTED and key in {*act.content["moved"], *act.content["gone"]}


def identifies(act: Act) -> bool:
    """Whether the act is laid over the reading itself: what the thing is, and days typed in."""
    if act.kind is ActKind.DATE:
        return True
    of_entity = (
        act.content.get("table", ENTITIES[0]) in ENTITIES
    )  # once, only what identifies an entity had such a name
    return act.kind is ActKind.CORRECT and of_entity and act.content.get("field") in IDENTIFYING


def bears_on_items(act: Act) -> bool:
    """Whether every § of the minutes rests on what the act corrects: their day, their body, who was there."""
    if "|document|minutes|" not in act.keys[0]:
        return False
    of_minutes = act.kind is ActKind.CORRECT and act.content.get("field") in {"body", "date"}
    return of_minutes or act.content.get("table") == "presence"


def gives_keys(act: Act) -> bool:
    """Whether the act may give a part other keys than it was read with."""
    return identifies(act) or act.kind is ActKind.CORRECTED


def _document(document: Document, act: Act) -> Document:
    field, value = act.content.get("field"), act.content.get("to")
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
        verification = document.verification or Verification()
        return dataclasses.replace(document, verification=dataclasses.replace(verification, date=day))
    notice = document.notice or Notice()
    name = "posted" if field == "notice_posted" else "until"
    return dataclasses.replace(document, notice=dataclasses.replace(notice, **{name: day}))


def _item(item: Item, act: Act) -> Item:
    field, value = act.content.get("field"), act.content.get("to")
    if act.kind is ActKind.CORRECT and field == "number":
        return dataclasses.replace(item, number=str(value))
    if act.kind is ActKind.CORRECT and field == "case_numbers":
        return dataclasses.replace(item, case_numbers=tuple(value or ()))
    return item


def plain(value: Any) -> Any:
    """A column's value as the journal's JSON holds it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, str) else value
