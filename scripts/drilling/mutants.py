"""Damaged files: PDFs changed at random go through reader, OCR and drawing, and what was read of them into a register.

Each comes to something that a sentence tells of, within the child's memory and time; whoever asks lives on. Each is read
and drawn in a child of its own, as the product does; whoever asks is another process for every batch of them.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from dataclasses import replace
from functools import cache, partial
from random import Random

from app.db import Stores, trial
from app.errors import unreadable
from app.installation.opening import open_stores
from app.journal.append import file_bundle
from app.journal.files import sha256
from app.projection.desk import project_desk
from importers import MachineTooBusy, PageNotDrawable, ReaderFailed, UnreadableFile, check_first_bytes
from importers.bundle import bundle_from_json
from importers.pdf.limits import MOST_MEMORY, MOST_PAGES, OCR_SECONDS, seconds
from importers.sandbox import ask
from scripts.drilling.deeds import Place, do
from scripts.drilling.furnished import furnish
from scripts.drilling.tally import Clock, Fault, Kind, Tally
from scripts.drilling.whole_files import kinds
from tests.app.sheets import ALNSJO

# What the child says of a file is taken for what is in it.
SABOTAGE = "from importers.sandbox import ask; ask._judge = lambda answer, ended: answer"
BATCH = 50
_STREAM = re.compile(rb"stream\r?\n(.{1,2000000}?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"\d{1,9}")
_ODD = (b"0", b"-1", b"99999999999", b"1e309", b"0.0000001", b"2147483648", b"null", b"[", b"(", b"<<", b"/Kids")
# What a fault of ours raises, the sandbox's own words for it among them.
_OURS = (
    ReaderFailed, OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError,
    MemoryError, zlib.error,
)  # fmt: skip


def drill(clock: Clock, seed: int, sabotage: str = "", first: int = 0) -> Tally:
    """Read, draw and file batch after batch of mutants until the clock has run out. `first` is the one to begin with."""
    tally = Tally("a damaged file harms itself alone")
    furnished = furnish()
    place = furnished.fresh(furnished.deeds[0])
    kinds()  # made once, for all that are forked from here
    turn = first
    while clock.goes_on(tally):
        chances = [Random(f"{seed} {turn + n}") for n in range(clock.at_most(tally, BATCH))]
        ended = do(place, partial(_batch, place, chances), sabotage=sabotage)
        told = [json.loads(line) for line in ended.output.splitlines() if line.startswith("{")]
        for n, one in enumerate(told):
            run = f"--only mutants --seed {seed} --first {turn + n}"
            tally.add((Fault(Kind(kind), what) for kind, what in one["faults"]), run)
            tally.notes.update(one["outcomes"])
        turn += len(told)
        if ended.status or not told:
            fault = Fault(Kind.OURS, f"who asked for it died ({ended.status}): {ended.our_fault}", ended.output)
            tally.add([fault], f"--only mutants --seed {seed} --first {turn}")
            turn += 1
    return tally


def _batch(place: Place, chances: list[Random]) -> int:
    for chance in chances:
        kind, data = mutant(chance)
        faults, outcomes = _tried(place, data, chance)
        outcomes[f"of {kind}"] += 1
        print(json.dumps({"faults": faults, "outcomes": outcomes}), flush=True)
    return 0


def _tried(place: Place, data: bytes, chance: Random) -> tuple[list[tuple[str, str]], Counter[str]]:
    """What was broken, and what the file came to."""
    faults: list[tuple[str, str]] = []
    outcomes: Counter[str] = Counter()
    x0, top = chance.uniform(-1e4, 1e4), chance.uniform(-1e4, 1e4)
    box = [x0, top, x0 + chance.uniform(0, 1e4), top + chance.uniform(0, 1e4)] if chance.random() < 0.5 else None
    tasks: tuple[dict[str, object], ...] = (
        {"task": "read"},
        {"task": "draw", "page": chance.choice((1, 1, 2)), "box": box, "width": 300},
    )
    for task in tasks:
        try:
            outcome, broken = _asked(place, task, data)
        except _OURS as error:
            outcome, broken = "our fault", [(Kind.OURS, f"{task['task']}: {type(error).__name__} {error}"[:140])]
        outcomes[f"{task['task']}: {outcome}"] += 1
        faults += broken
    return faults, outcomes


def _asked(place: Place, task: dict[str, object], data: bytes) -> tuple[str, list[tuple[str, str]]]:
    faults: list[tuple[str, str]] = []
    try:
        check_first_bytes(data)
        answer, ended = ask.run(task, data)
        if ended.memory > MOST_MEMORY:
            faults.append((Kind.OURS, "a child took more memory than it may"))
        if ended.seconds > seconds(MOST_PAGES) + OCR_SECONDS:
            faults.append((Kind.OURS, "a child took more time than it may"))
        body = ask._judge(answer, ended)
        if task["task"] == "read":
            _file(place, body, data)
    except UnreadableFile as refused:
        if not _is_sentence(unreadable("mutant.pdf", refused.code.value, refused.params).sentence()):
            faults.append((Kind.OURS, f"no sentence for {refused.code}"))
        return f"refused, {refused.code}", faults
    except PageNotDrawable as refused:
        return f"refused, {refused.code}", faults
    except MachineTooBusy:
        return "put off, the machine is too busy", faults
    return "done", faults


def _file(place: Place, body: bytes, data: bytes) -> None:
    """File what was read, as an import would, and take it back."""
    bundle = bundle_from_json(body)
    named = replace(bundle, file=replace(bundle.file, name="mutant.pdf", sha256=sha256(data), bytes=len(data)))
    with trial(_stores(place).desk) as session:
        filed = file_bundle(session, named, ALNSJO, "anna")
        project_desk(session, filed.keys)


@cache
def _stores(place: Place) -> Stores:
    return open_stores(place.using)


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "?")) and "{" not in text and len(text) > 10


def mutant(chance: Random) -> tuple[str, bytes]:
    """A PDF changed in one to eight ways, in its file or within its compressed streams; and what kind of file it was."""
    kind = chance.choices(kinds(), weights=[kind.of_thousand for kind in kinds()])[0]
    data = chance.choice(kind.files)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = _within_stream(data, chance) if chance.random() < 0.4 else _changed(data, chance)
    return kind.name, data


def _changed(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    until = min(len(data), at + chance.choice((1, 4, 100, 5000)))
    numbers = list(_NUMBER.finditer(data[:200_000]))
    number = chance.choice(numbers) if numbers else None
    changes = (
        data[:at] + chance.randbytes(min(until - at, 100)) + data[until:],
        data[:at] + data[until:],
        data[:until] + data[at:],
        data[:at] + bytes(until - at) + data[until:],
        data[:at] if chance.random() < 0.3 else data,
        data[:at] + chance.choice(_ODD) + data[at:],
        data[: number.start()] + chance.choice(_ODD) + data[number.end() :] if number else data,
        data.replace(b"(", chance.choice((b"(\xed\xa0\x80", b"(\x00", b"(\\")), chance.choice((1, 50))),
    )
    return chance.choice(changes)


def _within_stream(data: bytes, chance: Random) -> bytes:
    """Change what a compressed stream holds; readers find its end again."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return _changed(data, chance)
    stream = chance.choice(streams)
    try:
        held = zlib.decompress(stream[1])
    except zlib.error:
        return _changed(data, chance)
    return data[: stream.start(1)] + zlib.compress(_changed(held, chance)) + data[stream.end(1) :]
