"""What reading costs: our API beside Datasette on the same SQLite file, all our middleware on.

    python benchmarks/api.py [--sizes 2000,20000] [--postgres URL] [--seconds 3]

Datasette answers the same matter from a canned query, and the table of matters. Both serve from one process; the client
is another. Figures are of one run on one machine: read the ratios (×, ours against Datasette's; higher is better).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from app.db import reading
from app.installation.opening import open_stores, start
from app.models.register import cases
from app.settings import Settings
from benchmarks.asking import Measured, Server, first, measure
from benchmarks.matters import fill

# The matter as one row a §, each with what it holds as JSON: what one would write for oneself in Datasette.
_CANNED = """
select items.id, items.number, items.date, items.title, items.outcome, bodies.name as body, bodies.kind,
  matters.title as matter, matters.version, cases.number as case_number,
  (select json_group_array(json_object('id', d.id, 'mode', d.mode, 'to', d.to_body, 'lead', d.lead, 'clauses',
      (select json_group_array(json_object('id', c.id, 'text', c.text, 'outcome', c.outcome))
       from clauses c where c.entity_id = d.item_id and c.decision_id = d.id)))
   from decisions d where d.item_id = items.id) as decisions,
  (select json_group_array(json_object('id', y.id, 'stance', y.stance, 'target', y.target, 'text', y.text, 'movers',
      (select json_group_array(json_object('name', n.name, 'party', n.party, 'title', m.title))
       from mentions m join names n on n.id = m.name_id where m.owner = y.owner and m.fact_id = y.id)))
   from yrkanden y where y.item_id = items.id) as yrkanden,
  (select json_group_array(json_object('id', p.id, 'alternatives', p.alternatives, 'winner', p.winner, 'text', p.text))
   from propositions p where p.item_id = items.id) as propositions,
  (select json_group_array(json_object('id', r.id, 'text', r.text, 'people',
      (select json_group_array(json_object('name', n.name, 'party', n.party, 'title', m.title))
       from mentions m join names n on n.id = m.name_id where m.owner = r.owner and m.fact_id = r.id)))
   from reservations r where r.item_id = items.id) as reservations
from cases join matters on matters.id = cases.owner
join matter_entities on matter_entities.matter_id = matters.id and matter_entities.entity = 'item'
join items on items.id = matter_entities.entity_id join bodies on bodies.id = items.body_id
where cases.id = :id order by items.date
"""
_OFTEN = "1000000/second"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="2000,20000")
    parser.add_argument(
        "--postgres", metavar="URL", help="an empty database, for our figures on PostgreSQL beside these"
    )
    parser.add_argument("--seconds", type=float, default=3.0)
    given = parser.parse_args()
    print(f"{'items':>8}  {'what':<38}" + "".join(f"{name:>9}" for name in _HEADING))
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            _side_by_side(Path(folder), size, given.seconds)
    if given.postgres:
        with tempfile.TemporaryDirectory() as folder:
            size = int(given.sizes.split(",")[0])
            using = Settings(data_dir=Path(folder), database_url=given.postgres, rate_limit=_OFTEN)
            id = _filled(using, size)
            with ours(using) as server:
                for name, address, headers, status in _questions(server, id):
                    _row(size, f"{name} (PostgreSQL)", _asked(server, address, headers, status, given.seconds), None)


def _side_by_side(folder: Path, size: int, seconds: float) -> None:
    using = Settings(data_dir=folder, database_url=f"sqlite:///{folder}/desk.db", rate_limit=_OFTEN)
    id = _filled(using, size)
    with ours(using) as server, datasette(folder) as theirs:
        matter = f"/public/matter.json?id={id}&_shape=array"
        table = "/public/matters.json?_size=20&_shape=objects"
        beside = {name: matter if "matter" in name else table for name, *_ in _questions(server, id)}
        baseline = {address: _asked(theirs, address, {}, 200, seconds) for address in (matter, table)}
        for name, address, headers, status in _questions(server, id):
            _row(size, name, _asked(server, address, headers, status, seconds), baseline[beside[name]])


def _questions(server: Server, id: str) -> list[tuple[str, str, dict[str, str], int]]:
    """What is asked of us: name, address, headers, status."""
    matter, listed = f"/api/v1/cases/{id}?include=items", "/api/v1/cases?limit=20"
    tag = first(server, matter)[1]["etag"]
    anew = {"Cache-Control": "no-cache"}
    return [
        ("the matter, unchanged since last read", matter, {}, 200),
        ("the matter, read anew", matter, anew, 200),
        ("the matter, 304", matter, {"If-None-Match": tag}, 304),
        ("a list of 20, unchanged", listed, {}, 200),
        ("a list of 20, read anew", listed, anew, 200),
    ]


def _asked(server: Server, address: str, headers: dict[str, str], status: int, seconds: float) -> Measured:
    measure(server, address, headers, clients=2, seconds=0.5, status=status)
    return measure(server, address, headers, clients=16, seconds=seconds, status=status)


_HEADING = ("ours/s", "theirs/s", "×", "CPU ms", "theirs", "×", "p99 ms", "theirs", "bytes", "theirs")


def _row(size: int, name: str, ours: Measured, theirs: Measured | None) -> None:
    """A line of the table: by the clock, and by what the servers worked, which other work on the machine disturbs less."""
    beside = ("", "", "", "", "", "")
    if theirs:
        by_rate, by_work = ours.rate / theirs.rate, theirs.cpu / ours.cpu
        beside = (
            f"{theirs.rate:,.0f}",
            f"{by_rate:.2f}",
            f"{theirs.cpu:.2f}",
            f"{by_work:.2f}",
            f"{theirs.p99:.1f}",
            str(theirs.bytes),
        )
    rate, times, cpu, work, p99, length = beside
    shown = (f"{ours.rate:,.0f}", rate, times, f"{ours.cpu:.2f}", cpu, work, f"{ours.p99:.1f}", p99, ours.bytes, length)
    print(f"{size:>8,}  {name:<38}" + "".join(f"{cell:>9}" for cell in shown), flush=True)


def _filled(using: Settings, size: int) -> str:
    """An installation that holds so many items; gives the id of one of its cases."""
    stores = open_stores(using)
    start(stores)
    fill(stores, size)
    with reading(stores.public) as session:
        id = str(session.execute(sa.select(cases.c.id).order_by(cases.c.id).limit(1)).scalar_one())
    stores.dispose()
    return id


@contextmanager
def ours(using: Settings) -> Iterator[Server]:
    """A server of this installation in a process of its own."""
    said = {f"DIARIUM_{name.upper()}": str(value) for name, value in using.model_dump(exclude_none=True).items()}
    port = free_port()
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port)]
    with _serving(command, port, {**os.environ, **said}) as server:
        yield server


@contextmanager
def datasette(folder: Path) -> Iterator[Server]:
    """Datasette on the public register in that folder, with the matter as a canned query."""
    queries = {"databases": {"public": {"queries": {"matter": {"sql": _CANNED}}}}}
    (folder / "metadata.json").write_text(json.dumps(queries), "utf-8")
    port = free_port()
    name = shutil.which("datasette") or str(Path(sys.executable).with_name("datasette"))
    command = [name, "serve", str(folder / "public.db"), "--port", str(port), "-m", str(folder / "metadata.json")]
    with _serving(command, port, dict(os.environ)) as server:
        yield server


@contextmanager
def _serving(command: list[str], port: int, environment: dict[str, str]) -> Iterator[Server]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, **quiet) as process:  # type: ignore[call-overload] # two keywords
        try:
            _wait_for(port)
            yield Server(port, process.pid)
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server has not opened its door")


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


if __name__ == "__main__":
    main()
