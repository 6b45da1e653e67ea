"""What the chair moves where the § names only the office: whose yrkande it is the cover says, or nobody does.

Plats: Kommunhuset        Beslutande: Anna Ek (S), ordförande            § 4  Ordföranden yrkar avslag på motionen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Doubt, Item, Person, Role, Source, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.patterns.yrkanden import LED_BY_ANOTHER
from importers.statements.yrkanden import CHAIR

Led = tuple[Person, Source]


def with_chair(item: Item, led: Led | None) -> tuple[Item, list[Doubt]]:
    """The § with the chair as mover of what the chair moves; without it, and a doubt each, where it is not beyond doubt who that is.

    `led` is the one who led the whole meeting, with the place that says so.
    """
    if not any(one.group == CHAIR for one in item.yrkanden):
        return item, []
    if led is None or any(LED_BY_ANOTHER.search(section.text) for section in item.sections):
        dropped = [one for one in item.yrkanden if one.group == CHAIR]
        kept = tuple(one for one in item.yrkanden if one.group != CHAIR)
        sources = dict.fromkeys(one.source for one in dropped)
        doubts = [doubt(DoubtCode.WHO_UNCLEAR, role=Role.YRKANDEN.value, sources=[source]) for source in sources]
        return replace(item, yrkanden=kept), doubts
    yrkanden = tuple(_moved_by(one, led) if one.group == CHAIR else one for one in item.yrkanden)
    return replace(item, yrkanden=yrkanden), []


def _moved_by(one: Yrkande, led: Led) -> Yrkande:
    person, where = led
    source = Source(f"{one.source.quote} {where.quote}", (*one.source.places, *where.places))
    return replace(one, movers=tuple(dict.fromkeys((person, *one.movers))), group=None, source=source)


def who_led(chair: Person | None, stands: Sequence[Source], others: Sequence[str], *, unclear: bool) -> Led | None:
    """The chair with the place that names them, where nobody else in `others`, what is printed of those present, may have led."""
    where = next((one for one in stands if chair and chair.name in one.quote), None)
    if chair is None or where is None or unclear or any(LED_BY_ANOTHER.search(printed) for printed in others):
        return None
    return chair, where
