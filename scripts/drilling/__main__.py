"""The drills at length: what may never be lost, doubled, halved, leaked or our fault, tried again and again.

scripts/drills                     every drill, ten minutes in all, and one table of what they came to
scripts/drills --hours 1           for an hour
scripts/drills --only kills        one drill; --only may be given several times
scripts/drills --seed 7            other moments, files and matters than those of seed 1
scripts/drills --only kills --seed 7 --first 25 --runs 1
                                   one run again, as each fault says it; kills fall by the clock, and may need a few tries
scripts/drills --sabotage          each drill against its own sabotage, a line that breaks what it watches: it must find it

How far each has come is told along the way. Where it is stopped (Ctrl+C, SIGTERM), or a run goes on long after the time is
out, the figures so far are printed all the same, and told as cut short.

Gives 1 where anything was lost, doubled, halved, leaked or our fault; with --sabotage where a drill found nothing; else 3
where it was cut short.
"""

from __future__ import annotations

import argparse
import gc
import os
import pickle
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from types import ModuleType

import psycopg

from scripts.drilling import faults, kills, mutants, power_cuts, stoppable, unseen
from scripts.drilling.deeds import load_everything
from scripts.drilling.examine import BROKEN
from scripts.drilling.tally import Clock, Tally, table
from tests import postgres

# Each with its share of its lane's time. The lanes run side by side, a processor each: in an hour of two quiet ones there
# are more than 1,000 cuts and 10,000 mutants.
Lane = dict[str, tuple[ModuleType, float]]
LANES: tuple[Lane, ...] = (
    {"power-cuts": (power_cuts, 4), "faults": (faults, 4), "kills": (kills, 4), "unseen": (unseen, 2)},
    {"mutants": (mutants, 1)},
)
DRILLS = [name for lane in LANES for name in lane]
NEEDS_STRACE = {"power-cuts", "faults"}
# What a drill itself may stumble over, in what it is told by the system, its databases or the installation.
STUMBLES = (
    *BROKEN, psycopg.Error, subprocess.SubprocessError, RuntimeError, AssertionError, AttributeError, ArithmeticError,
    MemoryError, EOFError,
)  # fmt: skip
# How much longer the run in hand may take when the time is out, of the whole and at least (s); then it is cut short.
_GRACE, _LEAST_GRACE = 0.05, 120.0


def main() -> int:
    """What the command line asks for."""
    asked = _arguments()
    lanes = [{name: lane[name] for name in lane if not asked.only or name in asked.only} for lane in LANES]
    if any(NEEDS_STRACE & lane.keys() for lane in lanes) and shutil.which("strace") is None:
        print("strace is missing: apt-get install strace", file=sys.stderr)
        return 2
    if postgres.binaries() is None:
        print(f"on SQLite alone, PostgreSQL is not at hand: {postgres.REMEDY}", file=sys.stderr)
    stoppable.stop_by_signal()
    tallies = _drilled(asked, [lane for lane in lanes if lane])
    print(table(tallies), flush=True)
    broken = [bool(tally.faults) for tally in tallies]
    if any(broken) and not asked.sabotage:
        return 1
    if any(tally.cut_short for tally in tallies):
        return 3
    return int(asked.sabotage and not all(broken))


def _drilled(asked: argparse.Namespace, lanes: Sequence[Lane]) -> list[Tally]:
    """What came of all lanes, the first in this process."""
    end = time.monotonic() + asked.hours * 3600
    try:
        load_everything()
        gc.freeze()  # what is loaded now stays shared with the forks
        others = [_aside(asked, lane, end) for lane in lanes[1:]]
    except KeyboardInterrupt:
        return [_not_begun(name) for lane in lanes for name in lane]
    tallies = _lane(asked, lanes[0], end)
    try:
        if any(tally.cut_short for tally in tallies):
            raise KeyboardInterrupt
        for _process, answers in others:
            select.select([answers], [], [])
    except KeyboardInterrupt:
        for process, _answers in others:
            os.kill(process, signal.SIGTERM)
    stoppable.no_more()
    for lane, (process, answers) in zip(lanes[1:], others, strict=True):
        tallies += _handed_on(lane, process, answers)
    return tallies


def _handed_on(lane: Lane, process: int, answers: int) -> list[Tally]:
    """What a lane that ran aside came to; of one that was killed nothing is known, and nobody else's figures are lost by it."""
    with os.fdopen(answers, "rb") as told:
        try:
            tallies: list[Tally] = pickle.load(told)  # noqa: S301 - a fork of this process wrote it
        except (EOFError, pickle.UnpicklingError):
            ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            print(f"whoever drilled {', '.join(lane)} ended with {ended} and told nothing", file=sys.stderr, flush=True)
            return [_not_begun(name) for name in lane]
    return tallies


def _aside(asked: argparse.Namespace, lane: Lane, end: float) -> tuple[int, int]:
    """Have a lane run in a process forked from this one: its number, and where its tallies are to be read."""
    answers, answers_end = os.pipe()
    process = os.fork()
    if not process:
        os.close(answers)
        tallies = _lane(asked, lane, end)
        stoppable.no_more()
        with os.fdopen(answers_end, "wb") as told:
            told.write(pickle.dumps(tallies))
        sys.exit()  # as any process does: what it made in folders and servers is gone with it
    os.close(answers_end)
    return process, answers


def _lane(asked: argparse.Namespace, lane: Lane, end: float) -> list[Tally]:
    """What came of its drills, one after the other: each has its share of what is left of the time, so that all end with it,
    however long one before took to be set up."""
    tallies: list[Tally] = []
    names, clock = list(lane), None
    stoppable.stop_after(end - time.monotonic() + max(_LEAST_GRACE, _GRACE * asked.hours * 3600))
    try:
        for n, name in enumerate(names):
            drill, share = lane[name]
            left = max(0.0, end - time.monotonic()) * share / sum(lane[later][1] for later in names[n:])
            clock = Clock(left, asked.runs, finds=asked.sabotage, tells=True)
            try:
                tallies.append(drill.drill(clock, asked.seed, drill.SABOTAGE if asked.sabotage else "", asked.first))
            except STUMBLES:  # no other's figures are lost by it
                traceback.print_exc()
                tallies.append(clock.tally or Tally(name))
                tallies[-1].cut_short = True
            print(f"{tallies[-1].promise}: {tallies[-1].runs} runs", file=sys.stderr, flush=True)
            clock = None
    except KeyboardInterrupt:
        if clock is not None and clock.tally is not None:
            clock.tally.cut_short = True
            tallies.append(clock.tally)
        tallies += [_not_begun(name) for name in names[len(tallies) :]]
    return tallies


def _not_begun(name: str) -> Tally:
    return Tally(name, cut_short=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/drills", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, default=1 / 6, metavar="H", help="how long, for all drills together")
    parser.add_argument("--only", action="append", choices=DRILLS, metavar="NAME", help=f"one of {', '.join(DRILLS)}")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="what chance begins with")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the run to begin with")
    parser.add_argument("--runs", type=int, metavar="N", help="how many runs at most, of each drill")
    parser.add_argument("--sabotage", action="store_true", help="each drill against its sabotage, which it must find")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
