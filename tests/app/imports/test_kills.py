"""Imports that are killed: nothing acknowledged is lost, nothing is double, nothing is half.

DIARIUM_DRILL=200 kills so many; without it the drill is short. A third of the kills come by the clock, the others at
points spread over all that an import does; in the long drill the system's calls are points too, where strace is at hand.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.db import Stores, reading
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.journal.append import first_broken
from app.journal.files import path_of, sha256
from app.journal.storage import storage_of
from app.journal.stored import received
from app.models.journal import entries, filings, imports
from app.models.register import matters
from app.settings import Settings
from tests.app.imports.test_batches import work_off
from tests.app.killed import acknowledged, begin, ended
from tests.app.sheets import sheet
from tests.places import ROOT

pytestmark = pytest.mark.usefixtures("files_read_anew")

LONG = "DIARIUM_DRILL" in os.environ
KILLS = int(os.environ.get("DIARIUM_DRILL", "12"))
BROKEN = sheet(1)[:400]
# What makes a change last, or another see it.
CALLS = ("fsync", "fdatasync", "rename", "link", "linkat", "unlink", "pwrite64", "ftruncate", "flock")


def batches() -> Iterator[list[bytes]]:
    """What each process is given: a new file, and now and then one that is known and one that is broken."""
    n = 0
    while True:
        n += 1
        yield [sheet(n), *([BROKEN, sheet(max(1, n - 2))] if n % 4 == 0 else [])]


def report(capsys: pytest.CaptureFixture[str], said: str) -> None:
    """Say what the long drill came to."""
    if LONG:
        with capsys.disabled():
            sys.stdout.write(f"\n{said}\n")


class Drill:
    """One installation through many deaths, and what it has acknowledged."""

    def __init__(self, using: Settings) -> None:
        self.using = using
        self.acknowledged: set[str] = set()
        self.kills = 0

    def hold(self, process: int, reads: int) -> list[str]:
        """Wait for a process, and hold what it left; what it told."""
        told = acknowledged(reads)
        status = ended(process)
        assert status in {0, -signal.SIGKILL}
        self.kills += status != 0
        self.acknowledged |= {line for line in told if len(line) == 20}
        self.look()
        return told

    def look(self) -> None:
        """What holds at every moment, before anything has put itself in order."""
        stores = open_stores(self.using)
        with reading(stores.desk) as session:
            assert first_broken(session) is None
            rows = {row.id: row for row in session.execute(sa.select(imports))}
            filed = session.execute(sa.select(filings)).all()
            count = session.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()
            shown = session.execute(sa.select(sa.func.count()).select_from(matters)).scalar_one()
        stores.dispose()
        assert self.acknowledged <= set(rows)
        self.acknowledged |= set(rows)  # what one reader has seen is there for all
        assert count == 1 + 3 * len(filed)
        assert shown == len(filed)
        for filing in filed:
            assert sha256(path_of(self.using.data_dir, filing.sha256).read_bytes()) == filing.sha256
        imported = Counter(row.filing_seq for row in rows.values() if row.state == "imported")
        assert imported == Counter(filing.seq for filing in filed)
        for row in rows.values():
            if row.state == "queued":
                assert sha256(received(storage_of(self.using), row.id)) == row.sha256

    def finish(self) -> Counter[str]:
        """Let what is left be imported, and count what became of everything that was acknowledged."""
        stores = open_stores(self.using)
        start(stores)
        work_off(stores, self.using)
        with reading(stores.desk) as session:
            rows = {row.id: row for row in session.execute(sa.select(imports))}
        fates = Counter(
            "aside" if row.problem and "set-aside" in row.problem else row.state
            for row in (rows[id] for id in self.acknowledged)
        )
        assert check(stores, self.using).whole
        self.look()
        stores.dispose()
        return fates


def test_kills(stores: Stores, using: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    stores.dispose()
    drill, given = Drill(using), batches()
    begun = time.monotonic()
    edges, points = (int(drill.hold(*begin(using, next(given), every=every))[-1]) for every in (False, True))
    whole = (time.monotonic() - begun) / 2
    for n in range(10 * KILLS):
        share = (n * 0.618034 + 0.05) % 1.0  # spread evenly, however many there are
        if n % 3 == 2:
            process, reads = begin(using, next(given))
            time.sleep(share * whole)
            os.kill(process, signal.SIGKILL)
        else:
            every = n % 6 == 3
            process, reads = begin(using, next(given), 1 + int(share * (points if every else edges)), every=every)
        drill.hold(process, reads)
        if drill.kills == KILLS:
            break
    fates = drill.finish()
    assert drill.kills == KILLS
    assert set(fates) <= {"imported", "duplicate", "refused", "aside"}
    assert sum(fates.values()) == len(drill.acknowledged)
    assert fates["imported"] > KILLS / 3
    report(capsys, f"{drill.kills} over {edges} edges, {points} points and the clock: {dict(fates)}")


@pytest.mark.skipif(not LONG, reason="a long drill: set DIARIUM_DRILL=200")
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed: apt-get install strace")
def test_kills_at_the_systems_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole command, killed as it makes its nth call of a kind."""
    data = tmp_path / "data"
    using = Settings(data_dir=data, database_url=f"sqlite:///{data / 'desk.db'}")
    drill, wanted = Drill(using), max(2, KILLS // 5)
    for n in range(2):  # the first makes the installation
        (tmp_path / "blad.pdf").write_bytes(sheet(9000 + n))
        _traced(
            data, tmp_path / "blad.pdf", "--seccomp-bpf", "-o", str(tmp_path / "calls"), f"--trace={','.join(CALLS)}"
        )
    made = Counter(re.findall(r"^\d+ +(\w+)\(", (tmp_path / "calls").read_text(), re.MULTILINE))
    points = [(call, nth) for call in CALLS for nth in range(1, made[call] + 1)]
    for n in range(10 * wanted):
        if drill.kills == wanted:
            break
        (tmp_path / "blad.pdf").write_bytes(sheet(n + 1))
        call, nth = points[int((n * 0.618034 + 0.05) % 1.0 * len(points))]
        inject = (f"--trace={call}", f"--inject={call}:signal=KILL:when={nth}")
        drill.kills += _traced(data, tmp_path / "blad.pdf", "-o", "/dev/null", *inject) == -signal.SIGKILL
        drill.look()
    fates = drill.finish()
    assert drill.kills == wanted
    assert set(fates) <= {"imported", "duplicate", "aside"}
    report(capsys, f"{drill.kills} over {len(points)} calls: {dict(fates)}")


def _traced(data: Path, file: Path, *tracing: str) -> int:
    """How the command ended under strace, which ends as what it traced did."""
    command = [sys.executable, "-m", "app.cli", "import", str(file), "--for", "Alnsjö"]
    environment = {"PATH": os.environ["PATH"], "DIARIUM_DATA_DIR": str(data), "PYTHONDONTWRITEBYTECODE": "1"}
    traced = ["strace", "-qq", "-f", *tracing, *command]
    return subprocess.run(traced, cwd=ROOT, env=environment, capture_output=True, check=False).returncode
