"""Many workers on one PostgreSQL: how much faster they are, and what is left of the jobs where they, the server and the database
are killed.

python -m benchmarks.workers                     400 jobs and 4 workers, each killed three times midway, as are the server that the
                                                 files are handed in at and the database
python -m benchmarks.workers --kills 0 --workers 1   the same undisturbed, for the time that it takes
python -m benchmarks.workers --kills 0 --pages 50    minutes of fifty pages and twenty-five §§, of which reading is the most
python -m benchmarks.workers --jobs 40           fewer jobs
python -m benchmarks.workers --objects           files in an object store, of whose answers every tenth is an error, late, cut off or lost

Files are handed in as a programme does it: whoever gets no answer hands the same file in again. Gives 1 where a job was lost, done
twice, left half done or is still in the queue. Beside the time stands what processes worked for each job, which other work on the
machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from app.db import Stores, reading, writing
from app.imports.filing import accept
from app.imports.uploads import Claims
from app.imports.workers import taker
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.models.journal import filings, imports, jobs
from app.register.municipalities import municipality
from app.security.keys import add_key
from app.settings import Settings, public_url
from benchmarks.api import free_port
from tests import buckets, postgres
from tests.app.papers import drawn
from tests.app.sheets import sheet
from tests.buckets import Fault

_WORDS = (
    "kommunen",
    "behöver",
    "fler",
    "platser",
    "vid",
    "torget",
    "och",
    "skolan",
    "eftersom",
    "många",
    "barn",
    "cyklar",
    "dit",
    "på",
    "vägen",
    "under",
    "hela",
    "året",
)
_PATIENCE = 3600.0
_LOOK = 0.2
_AHEAD = 8  # files that are handed in before they are read, so that who is killed had some in hand


class HandingIn:
    """A server, and somebody who hands files in there, a few ahead of what is read, until each is acknowledged."""

    def __init__(self, environment: dict[str, str], key: str, count: int) -> None:
        self._environment = environment | {"DIARIUM_IMPORT_AT_ONCE": "false"}
        self._key, self._count = key, count
        self._port = free_port()
        self._server = self._begun()
        self._over = threading.Event()
        self.acknowledged, self.again, self.done = 0, 0, 0
        self._thread = threading.Thread(target=self._hand_in)
        self._thread.start()

    def _begun(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "app.cli", "serve", "--port", str(self._port)]
        return subprocess.Popen(command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill(self) -> None:
        self._server.kill()
        self._server.wait()
        self._server = self._begun()

    def mend(self) -> None:
        """Start it again where it ended since the database was away as it began, as its service would."""
        if self._server.poll() is not None:
            self._server = self._begun()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        self._server.terminate()
        self._server.wait()

    def _hand_in(self) -> None:
        for n in range(self._count):
            while not self._over.is_set() and n >= self.done + _AHEAD:
                time.sleep(_LOOK)
            while not self._over.is_set() and not self._is_taken(sheet(n)):
                self.again += 1
                time.sleep(_LOOK)
            self.acknowledged += not self._over.is_set()

    def _is_taken(self, file: bytes) -> bool:
        at = f"http://127.0.0.1:{self._port}/api/v1/imports"
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/pdf"}
        try:
            with urllib.request.urlopen(urllib.request.Request(at, file, headers), timeout=60) as answered:
                return bool(answered.status == 202)
        except (OSError, HTTPException):
            return False


class Workers:
    """Processes of `diarium worker`, each begun anew where it has ended."""

    def __init__(self, environment: dict[str, str], count: int, concurrency: int) -> None:
        self._environment = environment
        self._command = [sys.executable, "-m", "app.cli", "worker", "--concurrency", str(concurrency)]
        self.running = [self._begun() for _ in range(count)]
        self.ended_by_themselves = 0

    def _begun(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, env=self._environment, stderr=subprocess.DEVNULL)

    def kill(self, n: int) -> None:
        self.running[n].kill()
        self.running[n].wait()
        self.running[n] = self._begun()

    def mend(self) -> None:
        """Start those again that ended since the server was away as they began, as their service would."""
        for n, process in enumerate(self.running):
            if process.poll() is not None:
                self.ended_by_themselves += 1
                self.running[n] = self._begun()

    def stop(self) -> list[int]:
        for process in self.running:
            process.send_signal(signal.SIGTERM)
        return [process.wait() for process in self.running]


def main() -> int:
    asked = _arguments()
    programmes = postgres.binaries()
    if programmes is None:
        print(postgres.REMEDY, file=sys.stderr)
        return 2
    with (
        TemporaryDirectory() as folder,
        postgres.server(programmes) as server,
        _bucket() if asked.objects else nullcontext({}) as files,
    ):
        desk = postgres.create(server, "many")
        using = Settings(data_dir=Path(folder), database_url=desk, public_database_url=public_url(desk), **files)
        stores = open_stores(using)
        start(stores)
        with writing(stores.desk) as session:
            key = add_key(session, "diariet", "Alnsjö")
        if not asked.kills:  # what is measured is the reading, so all lies there before
            hand = taker(stores, using)
            for n in range(asked.jobs):
                accept(
                    hand,
                    long_minutes(n, asked.pages) if asked.pages else sheet(n),
                    Claims(f"{n}.pdf", "anna", municipality("Alnsjö")),
                    at_once=False,
                )
        begun = time.monotonic()
        killed = _work(stores, using, asked, key)
        seconds = time.monotonic() - begun
        worked = sum(os.times()[2:4]) / asked.jobs * 1000
        print(f"{asked.jobs} jobs, {asked.workers} workers × {asked.concurrency}: {seconds:.1f} s,", end=" ")
        print(f"{worked:.0f} ms of work for each by those that ended, {killed}")
        return _told(stores, using, asked.jobs)


def long_minutes(n: int, pages: int) -> bytes:
    """Minutes of so many pages, a § on every other, of a meeting of their own: the same for the same number."""
    year, month, lines = 2000 + n // 12, 1 + n % 12, []
    for page in range(pages):
        head = ["Kommunstyrelsen", "Sammanträdesprotokoll", f"{year}-{month:02}-05", ""]
        if page % 2 == 0:
            case = f"KS-{year}-{month * 100 + page:05}"
            decided = f"Kommunstyrelsen beslutar att bygga {page + 1} cykelställ."
            head += [
                f"§ {month * 100 + page // 2}",
                "Cykelställ vid torget",
                case,
                "",
                "Beslut",
                decided,
                "",
                "Sammanfattning",
            ]
        lines.append([*head, *(_line(n + 7 * page + k) for k in range(44 - len(head))), str(page + 1)])
    return drawn(*lines)


def _line(n: int) -> str:
    return " ".join(_WORDS[(n * k + k) % len(_WORDS)] for k in range(1, 9)).capitalize()


def _environment(using: Settings) -> dict[str, str]:
    return os.environ | {
        "DIARIUM_DATA_DIR": str(using.data_dir),
        "DIARIUM_DATABASE_URL": using.database_url,
        "DIARIUM_PUBLIC_DATABASE_URL": using.public_database_url,
        "DIARIUM_RATE_LIMIT_WITH_KEY": "off",
        **({"DIARIUM_FILES_URL": using.files_url} if using.files_url else {}),
        **({"DIARIUM_FILES_ENDPOINT": using.files_endpoint} if using.files_endpoint else {}),
    }


@contextmanager
def _bucket() -> Iterator[dict[str, Any]]:
    """The settings of an object store of whose answers every tenth fails, in one way or another."""
    os.environ |= buckets.ACCOUNT
    with buckets.server() as server:
        server.between.failing(Fault.ERROR, Fault.LOST, Fault.CUT, Fault.SLOW, every=10)
        yield {"files_url": f"s3://{server.make_bucket()}/many", "files_endpoint": server.between.endpoint}
        print(f"the object store was asked {server.between.asked} times, of which every tenth failed")


def _work(stores: Stores, using: Settings, asked: argparse.Namespace, key: str) -> str:
    """Have all done, and kill workers, database and server meanwhile, evenly over the jobs."""
    workers = Workers(_environment(using), asked.workers, asked.concurrency)
    handing = HandingIn(_environment(using), key, asked.jobs) if asked.kills else None
    a_round = [*(("worker", n) for n in range(asked.workers)), ("database", 0), ("server", 0)]
    moments = a_round * asked.kills
    kills: Counter[str] = Counter()
    end = time.monotonic() + _PATIENCE
    while (done := _done(stores)) < asked.jobs:
        if time.monotonic() > end:
            break
        if kills.total() < min(done * (len(moments) + 1) // asked.jobs, len(moments)):
            what, n = moments[kills.total()]
            if what == "worker":
                workers.kill(n)
            elif what == "server" and handing:
                handing.kill()
            else:
                stores.dispose()
                _kill_database(using.database_url)
            kills[what] += 1
        workers.mend()
        if handing:
            handing.done = done
            handing.mend()
        time.sleep(_LOOK)
    handed = ""
    if handing:
        handing.stop()
        handed = f", acknowledged: {handing.acknowledged}, handed in again: {handing.again}"
    ended = workers.stop()
    began = workers.ended_by_themselves
    return f"killed: {dict(kills)}{handed}, ended since the database was away: {began}, at last: {ended}"


def _done(stores: Stores) -> int:
    """How many files came to something; one that was handed in twice came to it once."""
    over = jobs.c.state.not_in(["queued", "running"])
    while True:
        try:
            with reading(stores.desk) as session:
                return session.execute(sa.select(sa.func.count(jobs.c.key.distinct())).where(over)).scalar_one()
        except DBAPIError:
            time.sleep(_LOOK)


def _kill_database(url: str) -> None:
    """Kill PostgreSQL's first process, so that none of it is left, and start it again."""
    folder = Path(str(make_url(url).query["host"]))
    first = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(first, signal.SIGKILL)
    programmes = postgres.binaries()
    assert programmes is not None
    restart = [str(programmes / "pg_ctl"), "-D", str(folder / "data"), "-l", str(folder / "log"), "-w", "restart"]
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    end = time.monotonic() + 60
    while subprocess.run(
        [*as_user, *restart], check=False, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ).returncode:
        if time.monotonic() > end:
            raise TimeoutError("the server does not start again")
        time.sleep(_LOOK)  # those that it left are about to notice


def _told(stores: Stores, using: Settings, count: int) -> int:
    with reading(stores.desk) as session:
        fates = Counter(session.execute(sa.select(imports.c.state)).scalars())
        handed_in = set(session.execute(sa.select(imports.c.sha256)).scalars())
        filed = session.execute(sa.select(filings.c.sha256)).scalars().all()
        left = session.execute(sa.select(sa.func.count()).where(jobs.c.state != "done")).scalar_one()
    whole = check(stores, using).whole
    lost, double = count - len(handed_in & set(filed)), len(filed) - len(set(filed))
    print(f"{dict(fates)}; lost {lost}, double {double}, not done {left}, whole: {whole}")
    return int(bool(lost or double or not whole or fates["queued"] or fates["imported"] != len(filed)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=400)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--concurrency", type=int, default=1)
    parser.add_argument("--pages", type=int, default=0, help="of each file, undisturbed; else one")
    parser.add_argument("--objects", action="store_true", help="files in an object store that fails")
    parser.add_argument("--kills", type=int, default=3, help="of each worker, of the server and of the database")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
