"""Power cuts: what a command writes is recorded, and the folder rebuilt without what was not synced, at many moments.

strace records the calls, since nothing in the process need know of it: Python's own writes and SQLite's are seen alike, in
their order, and so is the moment at which the command told somebody that a thing is done.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from scripts.drilling.deeds import Place, Process, do
from scripts.drilling.disk import emptied
from scripts.drilling.examine import backup_broken, broken
from scripts.drilling.furnished import Deed, Furnished, Start, furnish
from scripts.drilling.tally import Clock, Fault, Kind, Tally
from scripts.drilling.tracing import Call, Replay, read_calls, recorded

# Files and folders are left to the system to write when it likes.
SABOTAGE = "import os; os.fsync = lambda handle: None"


def drill(clock: Clock, seed: int, sabotage: str = "", first: int = 0, names: tuple[str, ...] = ()) -> Tally:
    """Record each command once, and cut it off at moments spread over all that it changes until the clock has run out.

    `first` is the run to begin with. `serve` is left out: it writes as `import` does, from several threads.
    """
    tally, share = Tally("whole after a power cut"), Random(seed).random()
    furnished = furnish()
    deeds = [deed for deed in furnished.chosen(names) if deed.name != "serve"]
    recordings: dict[str, _Recording] = {}
    turn = first
    while clock.goes_on(tally):
        deed = deeds[turn % len(deeds)]
        if deed.name not in recordings:
            recordings[deed.name] = _recording(furnished, deed, sabotage)
            tally.notes[f"moments of {deed.name}"] = len(recordings[deed.name].moments)
        recording = recordings[deed.name]
        n = turn // len(deeds)
        at = recording.moments[int((n * 0.618034 + share) % 1.0 * len(recording.moments))]  # spread, however many
        chance = Random(seed + turn) if n % 3 else None
        run = f"--only power-cuts --seed {seed} --first {turn}: {deed.name} at call {at} of {len(recording.calls)}"
        tally.add(_cut(furnished, deed, recording.calls[: at + 1], chance, again=n % 4 == 0), run)
        turn += 1
    return tally


@dataclass(frozen=True, slots=True)
class _Recording:
    """The calls of a command, and those of them that change something, make it last or tell of it, by number."""

    calls: list[Call]
    moments: list[int]


def _recording(furnished: Furnished, deed: Deed, sabotage: str) -> _Recording:
    place, log = furnished.fresh(deed), furnished.at.root.with_name("calls")
    process = Process(place, deed.work, sabotage=sabotage, stopped=True)
    with recorded(process.number, log):
        process.let_go_on()
        ended = process.end()
    if ended.our_fault:
        raise RuntimeError(f"{deed.name} failed by itself: {ended.our_fault}")
    replay = Replay(furnished.fresh(deed).root, place.root)
    calls = list(read_calls(log))
    log.unlink()
    return _Recording(calls, [n for n, call in enumerate(calls) if replay.make(call)])


def _cut(furnished: Furnished, deed: Deed, calls: list[Call], chance: Random | None, *, again: bool) -> list[Fault]:
    place = furnished.fresh(deed)
    replay = Replay(place.root, place.root)
    for call in calls:
        replay.make(call)
    emptied(place.root)
    replay.disk.after_a_cut(place.root, chance)
    for forgotten in place.root.rglob("*-shm"):
        forgotten.unlink()  # is memory, not a file
    return list(consequences(furnished, deed, place, replay.output.decode(errors="replace"), again=again))


def consequences(furnished: Furnished, deed: Deed, place: Place, output: str, *, again: bool = True) -> Iterator[Fault]:
    """What does not hold when a command was cut off, nor (`again`) when it has been given once more."""
    told = furnished.told[deed.start].and_also(output)
    if deed.name == "restore" and "Sigill" in output:
        told = furnished.told[Start.FULL]
    faults = broken(place, told) if deed.start is not Start.EMPTY or told.uploads else []
    yield from faults
    if deed.name == "backup":
        yield from backup_broken(place, place.root / "kopia", told)
        shutil.rmtree(place.root / "kopia", ignore_errors=True)
    if faults or not again or deed.name not in {"import", "serve", "worker", "restore", "backup", "upgrade"}:
        return
    repeated = do(place, deed.work)
    if repeated.our_fault:
        yield Fault(Kind.OURS, f"{deed.name} once more: {repeated.our_fault}", repeated.output)
    if deed.name == "restore" and repeated.status not in {0, 2}:
        yield Fault(Kind.HALF, f"a restore that was cut off: {repeated.output.strip()[-120:]}")
    before = furnished.told[Start.FULL if deed.start is Start.EMPTY else deed.start]
    yield from broken(place, before.and_also(repeated.output))
