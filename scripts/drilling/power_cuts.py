"""Power cuts: what a command writes is recorded, and the folder rebuilt without what was not synced, at many moments.

strace records the calls, since nothing in the process need know of it: Python's own writes and SQLite's are seen alike, in
their order, and so is the moment at which the command told somebody that a thing is done. Two cuts may leave the same
folder with the same told: it is checked once, and the second cut is counted as such.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from scripts.drilling.deeds import Place, Process, do
from scripts.drilling.disk import Left, write
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
    checked: set[tuple[str, bool]] = set()
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
        left, output = _left(furnished, deed, recording.calls[: at + 1], chance)
        digest, again = _digest(deed, left, output), n % 4 == 0
        if {(digest, True), (digest, again)} & checked:
            tally.notes["of them with a folder that another cut had left too, byte for byte"] += 1
            tally.add([], run)
        else:
            checked.add((digest, again))
            write(left, furnished.at.root)
            tally.add(consequences(furnished, deed, furnished.at, output, again=again), run)
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
    if fault := deed.fault_of(ended):
        raise RuntimeError(f"{deed.name} failed by itself: {fault}: {ended.output.strip()[-200:]}")
    replay = Replay(furnished.fresh(deed).root, place.root)
    calls = list(read_calls(log))
    log.unlink()
    return _Recording(calls, [n for n, call in enumerate(calls) if replay.make(call)])


def _left(furnished: Furnished, deed: Deed, calls: list[Call], chance: Random | None) -> tuple[Left, str]:
    """What a cut after these calls leaves, and what the command has told by then."""
    replay = Replay(furnished.kept[deed.start], furnished.at.root)
    for call in calls:
        replay.make(call)
    left = replay.disk.after_a_cut(chance)
    files = {path: content for path, content in left.items() if not path.name.endswith("-shm")}  # is memory, not a file
    return files, replay.output.decode(errors="replace")


def _digest(deed: Deed, left: Left, output: str) -> str:
    """What is to be checked, told from what another cut has left."""
    made = hashlib.sha256(f"{deed.name} {output}".encode())
    for path, content in sorted(left.items()):
        length = "a folder" if content is None else len(content)
        made.update(f"\0{path} {length}\0".encode() + (content or b""))
    return made.hexdigest()


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
    if fault := deed.fault_of_once_more(repeated):
        yield Fault(Kind.OURS if repeated.our_fault else Kind.HALF, f"{deed.name} once more: {fault}", repeated.output)
    before = furnished.told[Start.FULL if deed.start is Start.EMPTY else deed.start]
    yield from broken(place, before.and_also(repeated.output))
