"""The drills at length: what may never be lost, doubled, halved, leaked or our fault, tried again and again.

scripts/drills                     every drill, ten minutes in all, and one table of what they came to
scripts/drills --hours 1           for an hour
scripts/drills --only kills        one drill; --only may be given several times
scripts/drills --seed 7            other moments, files and matters than those of seed 1
scripts/drills --only kills --seed 7 --first 25 --runs 1
                                   one run again, as each fault says it; kills fall by the clock, and may need a few tries
scripts/drills --sabotage          each drill against its own sabotage, a line that breaks what it watches: it must find it

Gives 1 where anything was lost, doubled, halved, leaked or our fault; with --sabotage where a drill found nothing.
"""

from __future__ import annotations

import argparse
import gc
import os
import pickle
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from types import ModuleType

from scripts.drilling import faults, kills, mutants, power_cuts, unseen
from scripts.drilling.deeds import load_everything
from scripts.drilling.tally import Clock, Tally, table
from tests import postgres

# Each with its share of its lane's time. The lanes run side by side, a processor each: in an hour of two quiet ones there
# are more than 1,000 cuts and 10,000 mutants.
LANES: tuple[dict[str, tuple[ModuleType, float]], ...] = (
    {"power-cuts": (power_cuts, 4), "faults": (faults, 4), "kills": (kills, 4), "unseen": (unseen, 2)},
    {"mutants": (mutants, 1)},
)
DRILLS = [name for lane in LANES for name in lane]
NEEDS_STRACE = {"power-cuts", "faults"}


def main() -> int:
    """What the command line asks for."""
    asked = _arguments()
    lanes = [{name: lane[name] for name in lane if not asked.only or name in asked.only} for lane in LANES]
    if any(NEEDS_STRACE & lane.keys() for lane in lanes) and shutil.which("strace") is None:
        print("strace is missing: apt-get install strace", file=sys.stderr)
        return 2
    if postgres.binaries() is None:
        print(f"on SQLite alone, PostgreSQL is not at hand: {postgres.REMEDY}", file=sys.stderr)
    load_everything()
    gc.freeze()  # what is loaded now stays shared with the forks
    tallies, waited_for = [], list(_others(asked, [lane for lane in lanes if lane][1:]))
    tallies += _lane(asked, next(lane for lane in lanes if lane))
    for answers in waited_for:
        with os.fdopen(answers, "rb") as told:
            tallies += pickle.load(told)  # noqa: S301 - a fork of this process wrote it
    print(table(tallies))
    broken = [bool(tally.faults) for tally in tallies]
    return 0 if (all(broken) if asked.sabotage else not any(broken)) else 1


def _others(asked: argparse.Namespace, lanes: Sequence[dict[str, tuple[ModuleType, float]]]) -> Iterator[int]:
    """Have each lane run in a process forked from this one; where its tallies are to be read."""
    for lane in lanes:
        answers, answers_end = os.pipe()
        if not os.fork():
            os.close(answers)
            with os.fdopen(answers_end, "wb") as told:
                told.write(pickle.dumps(_lane(asked, lane)))
            sys.exit()  # as any process does: what it made in folders and servers is gone with it
        os.close(answers_end)
        yield answers


def _lane(asked: argparse.Namespace, lane: dict[str, tuple[ModuleType, float]]) -> list[Tally]:
    """What came of its drills, one after the other."""
    shares = sum(share for _drill, share in lane.values())
    tallies = []
    for drill, share in lane.values():
        clock = Clock(asked.hours * 3600 * share / shares, asked.runs, finds=asked.sabotage)
        begun = time.monotonic()
        tally: Tally = drill.drill(clock, asked.seed, drill.SABOTAGE if asked.sabotage else "", asked.first)
        print(f"{tally.promise}: {tally.runs} runs in {time.monotonic() - begun:.0f} s", file=sys.stderr)
        tallies.append(tally)
    return tallies


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
