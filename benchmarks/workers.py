"""Many workers on one PostgreSQL: how much faster they are, and what is left of the jobs where they and the server are killed.

python -m benchmarks.workers                     400 jobs and 4 workers, each killed three times midway, as is the server
python -m benchmarks.workers --kills 0 --workers 1   the same undisturbed, for the time that it takes
python -m benchmarks.workers --jobs 40           fewer jobs
python -m benchmarks.workers --objects           files in an object store, of whose answers every tenth is an error, late, cut off or lost

Gives 1 where a job was lost, done twice, left half done or is still in the queue.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from app.db import Stores, reading
from app.imports.filing import accept
from app.imports.uploads import Claims
from app.imports.workers import taker
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.models.journal import filings, imports, jobs
from app.register.municipalities import municipality
from app.settings import Settings, public_url
from tests import buckets, postgres
from tests.app.sheets import sheet
from tests.buckets import Fault

_PATIENCE = 3600.0
_LOOK = 0.2


class Workers:
    """Processes of `diarium worker`, each begun anew where it has ended."""

    def __init__(self, using: Settings, count: int, concurrency: int) -> None:
        self._environment = os.environ | {
            "DIARIUM_DATA_DIR": str(using.data_dir),
            "DIARIUM_DATABASE_URL": using.database_url,
            "DIARIUM_PUBLIC_DATABASE_URL": using.public_database_url,
            **({"DIARIUM_FILES_URL": using.files_url} if using.files_url else {}),
            **({"DIARIUM_FILES_ENDPOINT": using.files_endpoint} if using.files_endpoint else {}),
        }
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
        place, hand = municipality("Alnsjö"), taker(stores, using)
        for n in range(asked.jobs):
            accept(hand, sheet(n), Claims(f"{n}.pdf", "anna", place), at_once=False)
        begun = time.monotonic()
        killed = _work(stores, using, asked)
        seconds = time.monotonic() - begun
        print(f"{asked.jobs} jobs, {asked.workers} workers × {asked.concurrency}: {seconds:.1f} s, {killed}")
        return _told(stores, using, asked.jobs)


@contextmanager
def _bucket() -> Iterator[dict[str, Any]]:
    """The settings of an object store of whose answers every tenth fails, in one way or another."""
    os.environ |= buckets.ACCOUNT
    with buckets.server() as server:
        server.between.failing(Fault.ERROR, Fault.LOST, Fault.CUT, Fault.SLOW, every=10)
        yield {"files_url": f"s3://{server.make_bucket()}/many", "files_endpoint": server.between.endpoint}
        print(f"the object store was asked {server.between.asked} times, of which every tenth failed")


def _work(stores: Stores, using: Settings, asked: argparse.Namespace) -> str:
    """Have all done, and kill workers and server meanwhile, evenly over the jobs."""
    workers = Workers(using, asked.workers, asked.concurrency)
    of_workers = [n % asked.workers for n in range(asked.workers * asked.kills)]
    moments = [("worker", n) for n in of_workers]
    for n in range(asked.kills):  # between those of workers
        moments.insert((n + 1) * (asked.workers + 1) - 1, ("server", n))
    kills: Counter[str] = Counter()
    end = time.monotonic() + _PATIENCE
    while left := _waiting(stores):
        if time.monotonic() > end:
            break
        due = (asked.jobs - left) * (len(moments) + 1) // asked.jobs
        if kills.total() < min(due, len(moments)):
            what, n = moments[kills.total()]
            if what == "worker":
                workers.kill(n)
            else:
                stores.dispose()
                _kill_server(using.database_url)
            kills[what] += 1
        workers.mend()
        time.sleep(_LOOK)
    ended = workers.stop()
    return f"killed: {dict(kills)}, ended since the server was away: {workers.ended_by_themselves}, at last: {ended}"


def _waiting(stores: Stores) -> int:
    open_ = sa.select(sa.func.count()).where(jobs.c.state.in_(["queued", "running"]))
    while True:
        try:
            with reading(stores.desk) as session:
                return session.execute(open_).scalar_one()
        except DBAPIError:
            time.sleep(_LOOK)


def _kill_server(url: str) -> None:
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
        filed = session.execute(sa.select(filings.c.sha256)).scalars().all()
        left = session.execute(sa.select(sa.func.count()).where(jobs.c.state != "done")).scalar_one()
    whole = check(stores, using).whole
    lost, double = count - fates.total(), len(filed) - len(set(filed))
    print(f"{dict(fates)}; lost {lost}, double {double}, not done {left}, whole: {whole}")
    return int(bool(lost or double or not whole or fates["queued"] or fates["imported"] != len(filed)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=400)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--concurrency", type=int, default=1)
    parser.add_argument("--objects", action="store_true", help="files in an object store that fails")
    parser.add_argument("--kills", type=int, default=3, help="of each worker, and of the server")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
