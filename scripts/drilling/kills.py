"""Kills at random times: each command is killed while it works, and everything must hold afterwards and be doable again."""

from __future__ import annotations

import time
from random import Random

from scripts.drilling.databases import KINDS, at_hand, left_alone
from scripts.drilling.deeds import Process, do
from scripts.drilling.furnished import furnish
from scripts.drilling.power_cuts import consequences
from scripts.drilling.tally import Clock, Fault, Kind, Tally

_MOMENT = 0.01  # seconds
_LONGER = 1.2  # times what it was seen to take, since no two runs take as long
# Every statement is its own transaction.
SABOTAGE = (
    "from sqlalchemy import Connection as C; do = C.exec_driver_sql;"
    " C.exec_driver_sql = lambda self, sql, *with_: do(self, 'SELECT 1' if sql.startswith('BEGIN') else sql, *with_)"
)


def drill(
    clock: Clock,
    seed: int,
    sabotage: str = "",
    first: int = 0,
    names: tuple[str, ...] = (),
    kinds: tuple[str, ...] = KINDS,
) -> Tally:
    """Kill each command in turn, on each kind of database, until the clock has run out. `first` is the run to begin with.

    The time that a command takes whole is the shortest that it was seen to take, for what is reckoned too long is killed after
    its end; and when it is killed is counted by the processor's time too.
    """
    tally = Tally("whole after a kill")
    places = {kind: furnish(kind) for kind in at_hand(kinds)}
    takes: dict[tuple[str, str], float] = {}
    turn = first
    while clock.goes_on(tally):
        kind = list(places)[turn % len(places)]
        furnished = places[kind]
        deeds = furnished.chosen(names)
        deed = deeds[turn // len(places) % len(deeds)]
        chance, run = Random(f"{seed} {turn}"), f"--only kills --seed {seed} --first {turn}: {deed.name} on {kind}"
        if (kind, deed.name) not in takes:
            ended = do(furnished.fresh(deed), deed.work, sabotage=sabotage)
            takes[kind, deed.name] = ended.seconds
            if fault := deed.fault_of(ended):
                tally.add([Fault(Kind.OURS, f"{deed.name}: {fault}", ended.output)], run)
                turn += 1
                continue
        place = furnished.fresh(deed)
        process = Process(place, deed.work, sabotage=sabotage)
        process.work_for(_LONGER * takes[kind, deed.name] * chance.random())
        time.sleep(_MOMENT * chance.random())  # what waits for a disk, a reader or a server is to be killed too
        process.kill()
        ended = process.end()
        left_alone(place.database)
        if ended.status >= 0:
            takes[kind, deed.name] = min(takes[kind, deed.name], ended.seconds)
        tally.notes[f"{kind}, {deed.name}: {'killed' if ended.status < 0 else 'had ended'}"] += 1
        faults = list(consequences(furnished, deed, place, ended.output))
        at = f", killed after {ended.seconds:.3f} s of {takes[kind, deed.name]:.3f} s"
        tally.add(faults, run + at)
        turn += 1
    return tally
