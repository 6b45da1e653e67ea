"""Calls that fail: of every call to the system that a command makes, one at a time, by a kill, a full disk and a broken one.

A connection to PostgreSQL is broken for good, by the server, when the command has sent something and not yet been answered.
A send that merely fails, as a tracer would have it, while the connection stands, is what no system does: the client's
library then waits to be told by the server why, which knows of nothing and waits too.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from scripts.drilling.databases import KINDS, at_hand, cut_off, left_alone
from scripts.drilling.deeds import Ended, Process
from scripts.drilling.furnished import Deed, Furnished, furnish
from scripts.drilling.power_cuts import consequences
from scripts.drilling.tally import Clock, Fault, Kind, Tally
from scripts.drilling.tracing import CHANGING, READING, counted, failing

# Nobody knows any more what a disk's answers mean.
SABOTAGE = "from app import failures; failures._BY_SQLITE.clear(); failures._BY_ERRNO.clear()"
KILL, FULL, BROKEN, RESET = "signal=KILL", "error=ENOSPC", "error=EIO", "error=ECONNRESET"
CUT_OFF = "signal=STOP"  # and then the server ends the connection
# A kill before a call that only looks shows nothing that one before the next change does not; a lock needs no disk.
_WHAT_CAN_BE = (
    dict.fromkeys(CHANGING, (KILL, FULL, BROKEN))
    | dict.fromkeys(READING, (BROKEN,))
    | {"flock": (KILL,)}
    | {"sendto": (KILL, CUT_OFF), "recvfrom": (RESET,)}
)


def drill(
    clock: Clock,
    seed: int,
    sabotage: str = "",
    first: int = 0,
    names: tuple[str, ...] = (),
    kinds: tuple[str, ...] = KINDS,
) -> Tally:
    """Count the calls of each command, and let one of them fail in each run, spread over all there are, on each kind of
    database in turn. `first` is the run to begin with."""
    tally, share = Tally("whole after a call that fails"), Random(seed).random()
    places = {kind: furnish(kind) for kind in at_hand(kinds)}
    ways: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    turn = first
    while clock.goes_on(tally):
        kind = list(places)[turn % len(places)]
        furnished = places[kind]
        deeds = furnished.chosen(names)
        deed, n = deeds[turn // len(places) % len(deeds)], turn // len(places) // len(deeds)
        if (kind, deed.name) not in ways:
            counts = _calls(furnished, deed)
            tally.notes[f"calls of {deed.name} on {kind}"] = counts.total()
            ways[kind, deed.name] = _ways(counts, Random(f"{seed} {kind} {deed.name}"))
        call, how, most = ways[kind, deed.name][n % len(ways[kind, deed.name])]
        nth = 1 + int((n * 0.618034 + share) % 1.0 * most)  # spread, however many there are
        ended = _failed(furnished, deed, call, nth, how, sabotage)
        left_alone(furnished.at.database)
        tally.notes[f"{call} {how}"] += 1
        run = f"--only faults --seed {seed} --first {turn}: {deed.name} on {kind}, {call} {nth} of {most} {how}"
        tally.add(_faults(furnished, deed, ended, f"{call} {how}"), run)
        turn += 1
    return tally


def _ways(counts: Counter[str], chance: Random) -> list[tuple[str, str, int]]:
    """Each call with each way in which it can fail, and how often it is made, shuffled: a short drill meets some of all."""
    ways = [(call, how, most) for call, most in sorted(counts.items()) for how in _WHAT_CAN_BE[call]]
    chance.shuffle(ways)
    return ways


def _calls(furnished: Furnished, deed: Deed) -> Counter[str]:
    counts: Counter[str] = Counter()
    process = Process(furnished.fresh(deed), deed.work, stopped=True)
    with counted(process.number, counts, furnished.at.root.with_name("calls")):
        process.let_go_on()
        ended = process.end()
    if fault := deed.fault_of(ended):
        raise RuntimeError(f"{deed.name} failed by itself: {fault}: {ended.output.strip()[-200:]}")
    return counts


def _failed(furnished: Furnished, deed: Deed, call: str, nth: int, how: str, sabotage: str) -> Ended:
    process = Process(furnished.fresh(deed), deed.work, sabotage=sabotage, stopped=True)
    with failing(process.number, call, nth, how):
        process.let_go_on()
        if how == CUT_OFF and furnished.at.database and process.has_stopped():
            cut_off(furnished.at.database)
            process.let_go_on()
        return process.end()


def _faults(furnished: Furnished, deed: Deed, ended: Ended, what: str) -> list[Fault]:
    """What did not hold; an error that the command could not explain is ours."""
    faults = list(consequences(furnished, deed, furnished.at, ended.output))
    if ended.our_fault:
        faults.append(Fault(Kind.OURS, f"{what}: {ended.our_fault[:100]}", ended.output))
    return faults
