"""Kills at random times: each command is killed while it works, and everything must hold afterwards and be doable again."""

from __future__ import annotations

import time
from random import Random

from scripts.drilling.deeds import Process, do
from scripts.drilling.furnished import furnish
from scripts.drilling.power_cuts import consequences
from scripts.drilling.tally import Clock, Fault, Kind, Tally

# Every statement is its own transaction.
SABOTAGE = (
    "from sqlalchemy import Connection as C; do = C.exec_driver_sql;"
    " C.exec_driver_sql = lambda self, sql, *with_: do(self, 'SELECT 1' if sql.startswith('BEGIN') else sql, *with_)"
)


def drill(clock: Clock, seed: int, sabotage: str = "", names: tuple[str, ...] = ()) -> Tally:
    """Kill each command in turn until the clock has run out. The time that one takes whole is measured again and again."""
    tally, chance = Tally("whole after a kill"), Random(seed)
    furnished = furnish()
    deeds = [deed for deed in furnished.deeds if not names or deed.name in names]
    takes: dict[str, float] = {}
    turn = 0
    while clock.goes_on(tally):
        deed = deeds[turn % len(deeds)]
        if deed.name not in takes:
            begun = time.monotonic()
            ended = do(furnished.fresh(deed), deed.arguments, sabotage=sabotage)
            takes[deed.name] = time.monotonic() - begun
            if ended.our_fault:
                tally.add([Fault(Kind.OURS, f"{deed.name}: {ended.our_fault}")])
                turn += 1
                continue
        place = furnished.fresh(deed)
        process = Process(place, deed.arguments, sabotage=sabotage)
        time.sleep(takes[deed.name] * chance.random())
        process.kill()
        ended = process.end()
        tally.notes[f"{deed.name}: {'killed' if ended.status < 0 else 'had ended'}"] += 1
        tally.add(consequences(furnished, deed, place, ended.output))
        turn += 1
    return tally
