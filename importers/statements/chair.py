"""What the chair moves where the § names only the office: whose yrkande it is the cover says, or nobody does.

Plats: Kommunhuset        Beslutande: Anna Ek (S), ordförande            § 4  Ordföranden yrkar avslag på motionen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Doubt, Item, Person, Role, Source, Statement, StatementKind, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.patterns.chair import HELD_IN_PART, LEADS_FROM_THEN, LEAVES, LED_BY_ANOTHER, OF_SOME_ITEMS
from importers.patterns.yrkanden import TOLD_ELSEWHERE
from importers.statements.yrkanden import CHAIR

Led = tuple[Person, Source]
_STAYS_OUT = frozenset({StatementKind.JAV, StatementKind.DELTAR_EJ})


def with_chair(item: Item, led: Led | None) -> tuple[Item, list[Doubt]]:
    """The § with the chair as mover of what the chair moves; without it, and a doubt each, where it is not beyond doubt who that is.

    `led` is the one who led the whole meeting, with the place that says so.
    """
    if not any(one.group == CHAIR for one in item.yrkanden):
        return item, []
    if led is None or _may_be_anothers(item, led[0]):
        dropped = [one for one in item.yrkanden if one.group == CHAIR]
        kept = tuple(one for one in item.yrkanden if one.group != CHAIR)
        sources = dict.fromkeys(one.source for one in dropped)
        doubts = [doubt(DoubtCode.WHO_UNCLEAR, role=Role.YRKANDEN.value, sources=[source]) for source in sources]
        return replace(item, yrkanden=kept), doubts
    yrkanden = tuple(_moved_by(one, led) if one.group == CHAIR else one for one in item.yrkanden)
    return replace(item, yrkanden=yrkanden), []


def _may_be_anothers(item: Item, chair: Person) -> bool:
    """Whether somebody else may lead while the § is treated, the chair takes no part in it, or another body's meeting is told."""
    moved = {one.text for one in item.yrkanden if one.group == CHAIR}
    for section in item.sections:
        reported = TOLD_ELSEWHERE.search(section.text) and any(text in section.text for text in moved)
        if reported or LED_BY_ANOTHER.search(section.text):
            return True
    return any(one.kind in _STAYS_OUT and _names(one, chair) for one in item.statements)


def _names(statement: Statement, chair: Person) -> bool:
    return not statement.people or any(one.name == chair.name for one in statement.people)


def _moved_by(one: Yrkande, led: Led) -> Yrkande:
    person, where = led
    source = Source(f"{one.source.quote} {where.quote}", (*one.source.places, *where.places))
    return replace(one, movers=tuple(dict.fromkeys((person, *one.movers))), group=None, source=source)


def who_led(chair: Person | None, stands: Sequence[Source], cover: Sequence[str], items: Sequence[Item]) -> Led | None:
    """The chair with the place that names them, where nothing says that they led a part of the meeting alone: not that place,
    none of the cells of the `cover`, and none of the §§.
    """
    where = next((one for one in stands if chair and chair.name in one.quote), None)
    if chair is None or where is None or HELD_IN_PART.search(where.quote):
        return None
    if any(OF_SOME_ITEMS.search(printed) or LED_BY_ANOTHER.search(printed) for printed in cover):
        return None
    told = [section.text for item in items for section in item.sections]
    if any(LEADS_FROM_THEN.search(text) or _leaves(text, chair.name) for text in told):
        return None
    return chair, where


def _leaves(text: str, name: str) -> bool:
    return any(name in match.group() for match in LEAVES.finditer(text))
