"""What the drills came to: counts per promise, and the table of them all."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

_MOST_TOLD = 12
_TELLS = 30.0  # seconds between two lines that say how far a drill has come


class Kind(StrEnum):
    """What may never be."""

    LOST = "lost"
    DOUBLE = "double"
    HALF = "half"
    LEAKED = "leaked"
    OURS = "our fault"


@dataclass(frozen=True, slots=True)
class Fault:
    """A promise broken, and how; two that differ in their details alone count as one."""

    kind: Kind
    what: str
    details: str = field(default="", compare=False)


@dataclass(slots=True)
class Tally:
    """One promise: how often it was tried, and each way in which it was broken, with how often and by which run first."""

    promise: str
    runs: int = 0
    faults: Counter[Fault] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    first: dict[Fault, str] = field(default_factory=dict)
    cut_short: bool = False  # somebody, or the clock of the whole, did not let it go on to its end

    def add(self, faults: Iterable[Fault], run: str = "") -> None:
        """One run, what it broke, and how to run it again; each kind of fault counts once for it, and is told at once."""
        self.runs += 1
        by_kind = {fault.kind: fault for fault in faults}
        self.faults.update(by_kind.values())
        for fault in by_kind.values():
            self.first.setdefault(fault, run)
            print(f"{fault.kind}: {fault.what}\n    {run}\n    {fault.details}", file=sys.stderr, flush=True)

    def count(self, kind: Kind) -> int:
        return sum(n for fault, n in self.faults.items() if fault.kind is kind)


class Clock:
    """Until when a drill goes on: for so many seconds, so many runs at most, and where it is only to find something, until it
    has. It knows how far the drill has come, and with `tells` says so now and then."""

    def __init__(self, seconds: float, most: int | None = None, *, finds: bool = False, tells: bool = False) -> None:
        self._begun, self._seconds = time.monotonic(), seconds
        self._most, self._finds = most, finds
        self._tells_at = self._begun + _TELLS if tells else float("inf")
        self.tally: Tally | None = None  # of the drill, from its first run on

    def goes_on(self, tally: Tally) -> bool:
        """Whether there is to be one run more; one there is however late it is, lest none pass for none broken."""
        self.tally, gone = tally, time.monotonic() - self._begun
        if self._begun + gone >= self._tells_at:
            self._tells_at += _TELLS
            told = f"{tally.promise}: {tally.runs} runs, {tally.faults.total()} faults, {gone:.0f} s of {self._seconds:.0f}"
            print(told, file=sys.stderr, flush=True)
        done = self._most is not None and tally.runs >= self._most
        return not done and not (self._finds and tally.faults) and (not tally.runs or gone < self._seconds)

    def at_most(self, tally: Tally, runs: int) -> int:
        """How many of so many runs may still be made at once."""
        return runs if self._most is None else min(runs, self._most - tally.runs)


def table(tallies: Iterable[Tally]) -> str:
    """The promises, a line each, and under them what was broken and how often."""
    tallies = list(tallies)
    width = max(len(tally.promise) for tally in tallies)
    head = f"{'promise':<{width}} {'runs':>7}" + "".join(f" {kind:>10}" for kind in Kind)
    lines = [head, "-" * len(head)]
    for tally in tallies:
        lines.append(
            f"{tally.promise:<{width}} {tally.runs:>7}" + "".join(f" {tally.count(kind):>10}" for kind in Kind)
        )
    lines += [f"cut short after {tally.runs} runs: {tally.promise}" for tally in tallies if tally.cut_short]
    for tally in tallies:
        lines += [f"\n{tally.promise}"] if tally.faults or tally.notes else []
        for fault, n in tally.faults.most_common(_MOST_TOLD):
            lines.append(f"  {n:>5} × {fault.kind}: {fault.what} ({tally.first[fault]})")
        if len(tally.faults) > _MOST_TOLD:
            lines.append(f"  and {len(tally.faults) - _MOST_TOLD} kinds more")
        lines += [f"  {n:>5}   {note}" for note, n in sorted(tally.notes.items())]
    return "\n".join(lines)
