"""The drills in short: what is whole stays whole, and each finds the sabotage that is kept beside it.

That unpublished matters are not there is tried in `tests/app/projection/test_unseen.py`, and kills of imports in
`tests/app/imports/test_kills.py`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
from pathlib import Path, PurePosixPath
from random import Random

import pytest

from app.errors import Exit
from scripts.drilling import faults, kills, mutants, power_cuts, unseen
from scripts.drilling.__main__ import DRILLS, LANES, _handed_on, _lane, main
from scripts.drilling.deeds import Ended, Place, Process, do
from scripts.drilling.disk import Disk, File, Write
from scripts.drilling.furnished import furnish
from scripts.drilling.tally import Clock, Fault, Kind, Tally, table
from tests import postgres
from tests.places import missing

LONGEST = 3600.0  # seconds: a short drill is over by its number of runs long before, however busy the machine
ON_SQLITE = ("sqlite",)


@pytest.fixture
def strace() -> None:
    if shutil.which("strace") is None:
        missing("strace", "apt-get install strace")


def short(most: int) -> Clock:
    return Clock(LONGEST, most)


def until_found(most: int) -> Clock:
    return Clock(LONGEST, most, finds=True)


@pytest.mark.usefixtures("strace")
def test_power_cuts() -> None:
    tally = power_cuts.drill(short(6), 1, names=("import",))
    assert (tally.runs, dict(tally.faults)) == (6, {})


@pytest.mark.usefixtures("strace")
def test_power_cuts_find_what_is_not_synced() -> None:
    assert power_cuts.drill(until_found(12), 1, power_cuts.SABOTAGE, names=("import",)).faults


@pytest.mark.usefixtures("strace")
def test_calls_that_fail() -> None:
    tally = faults.drill(short(5), 1, names=("correct",), kinds=ON_SQLITE)
    assert (tally.runs, dict(tally.faults)) == (5, {})


@pytest.mark.usefixtures("strace")
def test_calls_that_fail_find_what_is_not_explained() -> None:
    assert faults.drill(until_found(8), 1, faults.SABOTAGE, names=("correct",), kinds=ON_SQLITE).faults


def test_kills_on_each_database() -> None:
    if postgres.binaries() is None:
        missing("PostgreSQL", postgres.REMEDY)
    tally = kills.drill(short(2), 1, names=("reread",))
    assert (tally.runs, dict(tally.faults)) == (2, {})
    assert {note.partition(",")[0] for note in tally.notes} == {"sqlite", "postgresql"}


def test_acts_are_done_where_nothing_fails() -> None:
    """A command that is refused has nothing to lose, and whatever is done to it is found to be whole."""
    furnished = furnish()
    ended = {deed: do(furnished.fresh(deed), deed.work) for deed in furnished.chosen(("withdraw", "release", "undo"))}
    assert {deed.name: deed.fault_of(one) for deed, one in ended.items()} == dict.fromkeys(
        ("withdraw", "release", "undo")
    )
    refused = Ended(Exit.WRONG_USE, "Läs sidan i filen.", 0.1)
    assert {deed.fault_of(refused) for deed in ended} == {"it ended with 2"}
    worker, restore = furnished.chosen(("worker", "restore"))
    assert (worker.fault_of_once_more(refused), restore.fault_of_once_more(refused)) == ("it ended with 2", None)


def test_kills_find_what_is_no_transaction() -> None:
    assert kills.drill(until_found(20), 1, kills.SABOTAGE, names=("correct",), kinds=ON_SQLITE).faults


def test_damaged_files() -> None:
    tally = mutants.drill(short(20), 7)
    assert (tally.runs, dict(tally.faults)) == (20, {})


def test_damaged_files_find_what_is_not_understood() -> None:
    assert mutants.drill(until_found(20), 1, mutants.SABOTAGE).faults


def test_every_drill_is_run_by_the_command() -> None:
    drills = {
        path.stem for path in Path(str(kills.__file__)).parent.glob("*.py") if "\nSABOTAGE = " in path.read_text()
    }
    assert {name.replace("-", "_") for name in DRILLS} == drills


def test_unpublished_matters_find_what_is_shown() -> None:
    assert unseen.drill(until_found(1), 1, unseen.SABOTAGE, kinds=("sqlite",)).faults


def left(disk: Disk, chance: Random | None = None) -> dict[str, bytes | None]:
    return {str(path): content for path, content in disk.after_a_cut(chance).items()}


def test_a_disk_keeps_what_was_synced_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "held" / "old").write_bytes(b"old")
    disk = Disk(tmp_path / "held")
    made, half = File(), PurePosixPath("half")
    disk.name(half, made)
    made.write(Write(0, b"new"))
    assert left(disk) == {"old": b"old"}
    disk.sync(made)
    disk.rename(half, PurePosixPath("old"))
    assert left(disk) == {"old": b"old"}
    disk.sync(disk.root)
    made.write(Write(3, b"er"))
    made.write(Write(1, None))
    assert left(disk) == {"old": b"new"}
    left_by_chance = {left(disk, Random(n))["old"] for n in range(40)}
    assert left_by_chance == {b"new", b"newer", b"n"}


def test_the_table_counts_runs_and_each_kind_of_fault() -> None:
    tally = Tally("whole")
    tally.add([])
    tally.add([Fault(Kind.LOST, "a key"), Fault(Kind.LOST, "an act"), Fault(Kind.HALF, "a row")], "--seed 1 --first 1")
    heading, _line, counts, *told = table([tally]).splitlines()
    assert heading.split() == ["promise", "runs", "lost", "double", "half", "leaked", "our", "fault"]
    assert counts.split() == ["whole", "2", "1", "0", "1", "0", "0"]
    assert told == [
        "",
        "whole",
        "      1 × lost: an act (--seed 1 --first 1)",
        "      1 × half: a row (--seed 1 --first 1)",
    ]


def test_how_long_a_process_works_is_counted_by_the_processor(tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    place.data.mkdir(parents=True)
    process = Process(place, _spin)
    process.work_for(0.05)
    process.kill()
    ended = process.end()
    assert (ended.status, ended.our_fault) == (-signal.SIGKILL, None)
    assert ended.seconds >= 0.05


def test_a_process_that_is_stopped_again_is_let_go_on(tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    place.data.mkdir(parents=True)
    process = Process(place, _stop_twice)
    assert process.has_stopped()
    process.let_go_on()
    assert process.end().status == 0


def test_a_process_that_ends_while_it_is_asked_after_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path / "place")
    place.data.mkdir(parents=True)
    process, ask = Process(place, lambda: 0, stopped=True), os.waitid

    def slowly(*asked: int) -> os.waitid_result | None:
        """The answer to what was asked, which is no longer so when it comes."""
        answer = ask(*asked)  # type: ignore[arg-type] - whatever it is asked
        process.let_go_on()
        ask(os.P_PID, process.number, os.WEXITED | os.WNOWAIT)
        return answer

    monkeypatch.setattr(os, "waitid", slowly)
    assert process.end().status == 0


def _stop_twice() -> int:
    for _ in range(2):
        os.kill(os.getpid(), signal.SIGSTOP)
    return 0


def _spin() -> int:
    while True:
        pass


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_what_is_stopped_tells_its_figures_so_far(sent: signal.Signals) -> None:
    """A drill of no end, stopped in its first runs; so would be one whose clock has run out."""
    out, out_end = os.pipe()
    process = os.fork()
    if not process:
        status = 70
        try:
            os.dup2(out_end, 1)
            sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
            LANES[0]["kills"], LANES[1]["mutants"] = (_Endless, 1.0), (_Endless, 1.0)
            sys.argv = ["drills", "--hours", "1", "--only", "kills", "--only", "mutants"]
            status = main()
            sys.stdout.flush()
        finally:
            os._exit(status)
    os.close(out_end)
    assert [os.read(out, 8) for _lane in LANES] == [b"running\n"] * 2
    os.kill(process, sent)
    with os.fdopen(out) as told:
        lines = told.read().splitlines()
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 3
    assert sum(line.startswith("cut short after ") and line.endswith(" runs: endless") for line in lines) == 2
    assert [line.split()[2:] for line in lines if line.startswith("endless ")] == [["0"] * 4 + ["0"]] * 2


class _Endless:
    SABOTAGE = ""

    @staticmethod
    def drill(clock: Clock, _seed: int, _sabotage: str, _first: int) -> Tally:
        tally = Tally("endless")
        while clock.goes_on(tally):
            if tally.runs == 1:
                os.write(1, b"running\n")
            tally.add([])
            time.sleep(0.01)
        return tally


def test_drills_share_what_is_left_of_the_time_and_end_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    class Slow:
        SABOTAGE = ""

        @staticmethod
        def drill(clock: Clock, *_: object) -> Tally:
            given.append(clock._seconds)
            now = time.monotonic() + 700
            monkeypatch.setattr(time, "monotonic", lambda: now)
            return Tally("slow")

    asked = argparse.Namespace(hours=0.5, runs=None, seed=1, sabotage=False, first=0)
    lane = {"first": (Slow, 1.0), "second": (Slow, 1.0), "third": (Slow, 1.0)}
    assert len(_lane(asked, lane, time.monotonic() + 1800)) == 3
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert [round(one, -1) for one in given] == [600.0, 550.0, 400.0]


def test_a_drill_that_stumbles_itself_takes_no_other_along(capfd: pytest.CaptureFixture[str]) -> None:
    class Stumbling:
        SABOTAGE = ""

        @staticmethod
        def drill(clock: Clock, *_: object) -> Tally:
            tally = Tally("stumbling")
            while clock.goes_on(tally):
                tally.add([])
                os.waitid(os.P_PID, os.getpid(), os.WEXITED)  # no child of ours
            return tally

    class Sound:
        SABOTAGE = ""

        @staticmethod
        def drill(*_: object) -> Tally:
            return Tally("sound")

    asked = argparse.Namespace(hours=0.5, runs=None, seed=1, sabotage=False, first=0)
    tallies = _lane(asked, {"first": (Stumbling, 1.0), "second": (Sound, 1.0)}, time.monotonic() + LONGEST)
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert [(one.promise, one.runs, one.cut_short) for one in tallies] == [("stumbling", 1, True), ("sound", 0, False)]
    assert "ChildProcessError" in capfd.readouterr().err


def test_a_lane_that_was_killed_loses_no_figures_but_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    answers, answers_end = os.pipe()
    process = os.fork()
    if not process:
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(answers_end)
    tallies = _handed_on({"mutants": (mutants, 1.0)}, process, answers)
    assert [(one.promise, one.runs, one.cut_short) for one in tallies] == [("mutants", 0, True)]
    assert "whoever drilled mutants ended with -9" in capfd.readouterr().err
