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
    """A step as a row has it."""

    kind: str
    state: str
    date: dt.date | None
    body: str | None
    mode: str | None
    outcome: str | None
    ends: bool


def standing(past: Iterable[Station]) -> Standing:
    """What the last § that ends the motion made of it: one of the council, or one that notes that it was withdrawn."""
    ending = [s for s in past if s.kind == "item" and s.state == "past" and s.ends and _may_end(s)]
    last = max(ending, key=lambda s: s.date or dt.date.min, default=None)
    if last is None:
        return Standing.UNANSWERED
    return _ENDED.get(Outcome(last.outcome), Standing.ANSWERED) if last.outcome else Standing.ANSWERED


def _may_end(step: Station) -> bool:
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
