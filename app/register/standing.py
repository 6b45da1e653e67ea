"""Where a matter stands, and whether a motion is answered, withdrawn or struck off on a day, as far as the §§ in the register
tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from app.register import values
from app.register.bodies import body_kind
from importers.bundle import Mode, Outcome


class Standing(StrEnum):
    """`UNANSWERED`: no minutes that are here end it; those of the council that are not here may."""

    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    STRUCK_OFF = "struck_off"


_ENDED = {Outcome.ATERTAGEN: Standing.WITHDRAWN, Outcome.AVSKRIVNING: Standing.STRUCK_OFF}


class Station(Protocol):
    """A step as a row or a value has it."""

    @property
    def kind(self) -> str: ...

    @property
    def state(self) -> str: ...

    @property
    def date(self) -> dt.date | None: ...

    @property
    def body(self) -> str | None: ...

    @property
    def mode(self) -> str | None: ...

    @property
    def outcome(self) -> str | None: ...

    @property
    def ends(self) -> bool: ...


def standing(past: Iterable[Station]) -> Standing:
    """What the last § that ends the motion made of it: one of the council, or one that notes that it was withdrawn."""
    ending = [s for s in past if _ends(s)]
    last = max(ending, key=lambda s: s.date or dt.date.min, default=None)
    if last is None:
        return Standing.UNANSWERED
    return _ENDED.get(Outcome(last.outcome), Standing.ANSWERED) if last.outcome else Standing.ANSWERED


def ended_on(stations: Iterable[Station]) -> dt.date | None:
    """The first day on which a § ended the motion; none of those that bear no day."""
    return min((s.date for s in stations if s.date and _ends(s)), default=None)


def _ends(step: Station) -> bool:
    if step.kind != "item" or step.state != "past" or not step.ends:
        return False
    decides = step.mode == Mode.DECIDES
    council = body_kind(step.body or "") == "council" and step.outcome != Outcome.ANTECKNING  # a report notes it
    return decides and (council or step.outcome == Outcome.ATERTAGEN)


def status_of(steps: Iterable[values.Step]) -> str:
    """Where a matter stands: `awaiting` a body, `decided` by its last §, or `open`."""
    in_order = sorted(steps, key=lambda step: step.n)
    if any(step.state == "awaited" for step in in_order):
        return "awaiting"
    spoken = [step for step in in_order if step.kind == "item" and step.state == "past"]
    return "decided" if spoken and spoken[-1].ends else "open"
