"""A country on PostgreSQL: 290 municipalities and 21 regions, and what it costs to read of them and to file more as it grows.

    python -m benchmarks.country [--sizes 20000,200000] [--postgres URL] [--seconds 2] [--public | --desk] [--built 20000] [--keep]

The towns' §§ are copied into the registers (`country_load.py`); then papers of one town are filed by the real door and found to
be there already: the projection has nothing to write. A country of more than `--built` §§ is one of so many, and copies of it that
the database makes by itself (`country_copies.py`), of which a sample is held against what the projection writes of its papers
(`country_sample.py`). What a question costs is told for the greatest town and the least: ms that the server and the database
worked, which other work on the machine disturbs least, and ms that most waited (p50).

`--public` leaves the desk's register small, for half of the disk: what is filed there meanwhile tells nothing; `--desk` the public one.
`--keep` leaves the databases on the server that `--postgres` names, and measures those that are there. The journal holds what is filed
by the door alone. Two million §§ of one register take 30 GB, and a server with `wal_level=minimal` and `max_wal_senders=0` does not
write them twice.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from urllib.parse import quote

import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.installation.opening import open_stores, start
from app.journal.append import file_bundle, release
from app.models.register import bodies, cases, meetings, municipalities
from app.projection.desk import project_desk
from app.projection.public import follow
from app.register.municipalities import Municipality
from app.settings import Settings, public_url
from benchmarks.api import ours
from benchmarks.asking import Server, measure
from benchmarks.country_copies import Copy, copy_within
from benchmarks.country_load import Town, copy_to_desk, load, papers, towns, words
from benchmarks.country_sample import is_as_projected
from importers.bundle import Bundle
from tests import postgres

_ANEW = {"Cache-Control": "no-cache", "Accept-Encoding": "gzip"}
_SAMPLE = 6  # papers: a round
_TIMES = 5
_RARE = 8_000  # of the words that there are, the commonest first
_DOOR = Town(Municipality("x-forst", "Först", "forst"), 10_000, 1)


def main() -> int:
    """Measure and print; the exit code tells whether what was copied is what the projection writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", default="20000,200000", help="§§ of the country, each measured in a database of its own"
    )
    parser.add_argument("--postgres", metavar="URL", help="a server's database `postgres`, instead of a throwaway one")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each question is asked")
    parser.add_argument("--processes", type=int, default=2, help="how many copy")
    register = parser.add_mutually_exclusive_group()
    register.add_argument("--public", action="store_true", help="the public register alone")
    register.add_argument(
        "--desk", action="store_true", help="the desk's register alone, and no questions: only filing is measured"
    )
    parser.add_argument("--built", type=int, default=20_000, help="§§ of which a greater country's rows are copies")
    parser.add_argument("--keep", action="store_true", help="leave the databases, and measure those that are there")
    given = parser.parse_args()
    programmes = postgres.binaries()
    if programmes is None and not given.postgres:
        print(postgres.REMEDY, file=sys.stderr)
        return 2
    same = True
    with nullcontext(given.postgres) if given.postgres else postgres.server(programmes) as server:  # type: ignore[arg-type]
        for size in map(int, given.sizes.split(",")):
            same &= _measured(server, size, given)
    return 0 if same else 1


def _measured(server: str, size: int, given: argparse.Namespace) -> bool:
    """The figures of a country of one size, in a database that is dropped again, or kept."""
    name = f"country{size}"
    is_there = given.keep and postgres.is_there(server, name)
    desk = postgres.named(server, name) if is_there else postgres.create(server, name)
    try:
        with tempfile.TemporaryDirectory() as folder:
            using = Settings(
                data_dir=Path(folder),
                database_url=desk,
                public_database_url=public_url(desk),
                rate_limit="off",
                import_at_once=False,
            )
            stores = open_stores(using)
            start(stores)
            try:
                country = _Country.of(size, given.built)
                if not is_there:
                    _fill(stores, using, country, given)
                return _measured_in(stores, using, country, given)
            finally:
                stores.dispose()
    finally:
        if not given.keep:
            postgres.drop(server, name)


@dataclass(frozen=True, slots=True)
class _Country:
    """Its towns as they are built, and how many times they are there."""

    towns: list[Town]
    times: int

    @classmethod
    def of(cls, size: int, most_built: int) -> _Country:
        built = towns(min(size, most_built))
        return cls(built, max(1, round(size / sum(town.items for town in built))))

    @property
    def items(self) -> int:
        return self.times * sum(town.items for town in self.towns)


def _fill(stores: Stores, using: Settings, country: _Country, given: argparse.Namespace) -> None:
    begin(stores)
    begun = time.perf_counter()
    load(stores, using, country.towns, given.processes)
    if not given.public:
        copy_to_desk(stores)
    for store, is_left_out in ((stores.public, given.desk), (stores.desk, given.public)):
        if country.times > 1 and not is_left_out:
            copy_within(store, country.times, given.processes)
    print(f"copied in {time.perf_counter() - begun:.0f} s", flush=True)


def _measured_in(stores: Stores, using: Settings, country: _Country, given: argparse.Namespace) -> bool:
    great, some, small = (country.towns[n] for n in (0, len(country.towns) // 2, -1))
    print(
        f"{country.items:,} §§ of {len(country.towns)} towns: "
        f"{great.items * country.times:,} of the greatest, {small.items * country.times:,} of the least"
    )
    same = True
    if country.times > 1:
        store = stores.desk if given.desk else stores.public
        copies = [Copy(n) for n in (1, country.times // 2, country.times - 1)]
        same = all(is_as_projected(stores, store, town, copy) for town in (great, some, small) for copy in copies)
        print(f"the copies {'are what the projection writes' if same else 'ARE NOT WHAT THE PROJECTION WRITES'}")
    if not given.public and not given.desk:
        same &= is_same(stores, some)
        print(
            f"the projection {'has nothing to write' if same else 'WOULD WRITE OTHER ROWS'} of papers filed by the door"
        )
    with reading(stores.public) as session:
        first = int(session.execute(sa.text("SELECT pg_backend_pid()")).scalar_one())
        _tell_of_filing(stores, (great, small), first)
    for line in _sizes(stores, country.items):
        print(line, flush=True)
    if not given.desk:
        _tell_of_reading(stores, using, (great, small), given.seconds)
    return same


def _tell_of_reading(stores: Stores, using: Settings, of: Sequence[Town], seconds: float) -> None:
    questions = [(town, what, address) for town in of for what, address in _questions(stores, town)]
    with ours(using) as server, reading(stores.public) as session:
        first = int(session.execute(sa.text("SELECT pg_backend_pid()")).scalar_one())
        print(f"{'':<18}{'town':<20}{'server ms':>10}{'database ms':>13}{'p50':>8}")
        for town, what, address in questions:
            measure(server, address, _ANEW, clients=1, seconds=min(0.5, seconds), status=200)
            with _database(first) as worked:
                found = measure(server, address, _ANEW, clients=1, seconds=seconds, status=200)
            answers = max(1, round(found.rate * seconds))
            print(
                f"{what:<18}{town.place.name:<20}{found.cpu:>10.1f}{worked[0] / answers:>13.1f}{found.p50:>8.1f}",
                flush=True,
            )
        print(f"the server holds {_resident(server):,.0f} MB", flush=True)


def begin(stores: Stores) -> None:
    """File something of a town beside, so that the public register has begun: one that is filled from nothing is made anew."""
    file(stores, _DOOR, 0, 1)


def file(stores: Stores, town: Town, first: int, last: int) -> int:
    """File these papers of a town by the real door, one by one; gives how many rows the registers changed."""
    return sum(_at_desk(stores, town, bundle) + _at_public(stores) for bundle in papers(town, first, last))


def _at_desk(stores: Stores, town: Town, bundle: Bundle) -> int:
    with writing(stores.desk) as session:
        filed = file_bundle(session, bundle, town.place, "anna")
        release(session, filed.filing, (1, len(bundle.file.pages)), "anna", "default")
        return project_desk(session, filed.keys)


def _at_public(stores: Stores) -> int:
    with writing(stores.desk) as desk, writing(stores.public) as public:
        return follow(desk, public)


def is_same(stores: Stores, town: Town) -> bool:
    """Whether the registers hold already what follows from papers of a town whose rows were copied."""
    return file(stores, town, 0, min(_SAMPLE, town.papers)) == 0


def _tell_of_filing(stores: Stores, of: Sequence[Town], one: int) -> None:
    """What it costs to file minutes that are new, in ms that we and the database worked."""
    for town in of:
        worked: dict[str, list[tuple[float, float]]] = {"desk": [], "public": []}
        # from the first minutes of a round that nobody has filed yet
        with reading(stores.desk) as session:
            done = session.execute(_FILED, {"sha256": f"{town.n + 1:08x}%"}).scalar() or 0
        new = max(town.papers, done) + -max(town.papers, done) % 6
        for bundle in papers(town, new, new + _TIMES):
            for where, filing in (
                ("desk", partial(_at_desk, stores, town, bundle)),
                ("public", partial(_at_public, stores)),
            ):
                begun = time.process_time()
                with _database(one) as by_database:
                    filing()
                worked[where].append((1000 * (time.process_time() - begun), by_database[0]))
        told = [
            f"{where} {median(ours for ours, _ in of_where):.0f} + {sum(its for _, its in of_where) / len(of_where):.0f} ms"
            for where, of_where in worked.items()
        ]
        print(f"minutes of 40 §§ filed in {town.place.name} (Python + database): {', '.join(told)}", flush=True)


def _questions(stores: Stores, town: Town) -> list[tuple[str, str]]:
    """What is asked, of one town, and where."""
    place = town.place.slug
    with reading(stores.public) as session:
        of_town = municipalities.c.slug == place
        case = session.execute(
            sa.select(cases.c.id, cases.c.slug)
            .join(municipalities, municipalities.c.id == cases.c.municipality_id)
            .where(of_town)
            .order_by(cases.c.key)
            .limit(1)
        ).one()
        day = session.execute(
            sa.select(meetings.c.date)
            .join(bodies, bodies.c.id == meetings.c.body_id)
            .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
            .where(of_town)
            .limit(1)
        ).scalar_one()
    common, rare = (quote(words().words[rank]) for rank in (0, _RARE))
    return [
        ("case", f"/api/v1/cases/{case.id}?include=items"),
        ("its page", f"/arenden/{place}/{case.slug}"),
        ("list", f"/api/v1/cases?municipality={place}&limit=20"),
        ("its page", f"/arenden?kommun={place}"),
        ("§§ of a year", f"/api/v1/items?municipality={place}&from={day.year}-01-01&limit=20"),
        ("search, common", f"/sok?q={common}&kommun={place}"),
        ("search, rare", f"/sok?q={rare}&kommun={place}"),
        ("people", f"/personer?kommun={place}"),
        ("feed", f"/api/v1/cases.atom?municipality={place}"),
        ("all: list", "/api/v1/cases?limit=20"),
        ("all: common", f"/sok?q={common}"),
        ("all: rare", f"/sok?q={rare}"),
        ("all: people", "/personer"),
        ("all: start", "/"),
    ]


# How many papers of a town were filed by the door: the number is the end of the file's name.
_FILED = sa.text("SELECT max(('x' || right(sha256, 8))::bit(32)::int) + 1 FROM filings WHERE sha256 LIKE :sha256")
_BYTES = """
SELECT nspname, sum(pg_relation_size(c.oid)) FILTER (WHERE relkind = 'r' OR relkind = 't'), sum(pg_relation_size(c.oid)) FILTER (WHERE relkind = 'i')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE nspname IN ('public', 'published', 'pg_toast') GROUP BY nspname ORDER BY nspname DESC
"""


def _sizes(stores: Stores, items: int) -> Iterator[str]:
    """What lies on the disk for each §: rows, and their indexes."""
    with reading(stores.desk) as session:
        for schema, rows, indexes in session.execute(sa.text(_BYTES)):
            called = {"public": "desk and journal", "published": "public"}.get(schema, "long values of both")
            yield f"{called}: {rows / items:,.0f} bytes of rows and {indexes / items:,.0f} of indexes for each §"


@contextmanager
def _database(one: int) -> Iterator[list[float]]:
    """The ms that the database's processes worked meanwhile; `one` is any of them."""
    worked = [0.0]
    before = _worked_below(_parent(one))
    yield worked
    worked[0] = 1000 * (_worked_below(_parent(one)) - before)


def _fields(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def _parent(process: int) -> int:
    return int(_fields(process)[1])


def _worked_below(parent: int) -> float:
    """Processor seconds of the processes that this one has begun."""
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = _fields(int(process.name))
        except OSError:  # it is gone
            continue
        found += sum(map(int, fields[11:13])) if int(fields[1]) == parent else 0
    return found / os.sysconf("SC_CLK_TCK")


def _resident(server: Server) -> float:
    """Its memory, in MB."""
    kept = Path(f"/proc/{server.pid}/status").read_text()
    return int(kept.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    raise SystemExit(main())
