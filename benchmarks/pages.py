"""What a page costs the first time it is asked for, and how that grows with the register.

    python -m benchmarks.pages [--sizes 2000,200000] [--seconds 2] [--only WORD] [--data FOLDER]

Every kind of page is made anew for each question, by one reader: milliseconds that the server worked, which other work
on the machine disturbs least, the milliseconds that most waited (p50), and the bytes that are sent, packed. The promises: at
most 50 ms for a page, a list at most 1.5 times as dear at the greatest size as at the least, and a matter's page
unchanged since it was last read at least twice as often a second as Datasette's page of the same rows.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.db import writing
from app.installation.opening import open_stores, start
from app.journal.scope import RegisterScope
from app.pages.addresses import item_page, meeting_page
from app.projection.reindexing import reindex
from app.settings import Settings
from benchmarks.api import datasette, ours
from benchmarks.asking import Server, first, measure
from benchmarks.matters import fill
from benchmarks.register import PLACE

MOST_MS, MOST_GROWTH, LEAST_OF_DATASETTE, MOST_BYTES = 50.0, 1.5, 2.0, 60_000
_OFTEN = "1000000/second"
_PACKED = {"Accept-Encoding": "gzip"}
_ANEW = {**_PACKED, "Cache-Control": "no-cache"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page costs: processor ms of the server, ms that half of the answers took at most, bytes."""

    cpu: float
    p50: float
    bytes: int


def main() -> int:
    """Measure and print; the exit code tells whether the promises hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="2000,200000")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each page is asked for")
    parser.add_argument("--only", metavar="WORD", help="kinds of page whose name holds this")
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", help="keep what is made there, and measure what is there already"
    )
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    costs: dict[str, list[Cost]] = {}
    holds = True
    for size in sizes:
        with _serving(size, given.data) as (server, folder):
            for name, address in _pages(server).items():
                if (not given.only or given.only in name) and _is_there(server, name, address):
                    costs.setdefault(name, []).append(_cost(server, address, given.seconds))
            if size == sizes[-1] and not given.only:
                holds = _beside_datasette(server, folder, given.seconds)
    return 0 if _report(sizes, costs) and holds else 1


@contextmanager
def _serving(size: int, kept: Path | None) -> Iterator[tuple[Server, Path]]:
    """A server of an installation that holds `size` §§ of one municipality, in a folder of its own below `kept`."""
    with nullcontext(kept / str(size)) if kept else tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        using = Settings(data_dir=folder, database_url=f"sqlite:///{folder}/desk.db", rate_limit=_OFTEN)
        _filled(using, size)
        with ours(using) as server:
            yield server, folder


def _filled(using: Settings, size: int) -> None:
    """Fill what is not filled; what was broken off has to be taken away by hand."""
    done = using.data_dir / "filled"
    if done.exists():
        return
    stores = open_stores(using)
    start(stores)
    fill(stores, size, vote=True)
    with writing(stores.public) as session:
        reindex(session, RegisterScope.PUBLIC)
    stores.dispose()
    done.touch()


def _pages(server: Server) -> dict[str, str]:
    """The address of one page of each kind, the largest where they differ; what the API lists tells where they are."""

    def one_of(resource: str) -> dict[str, Any]:
        asked = f"/api/v1/{resource}?municipality={PLACE.slug}&limit=1"
        rows: list[dict[str, Any]] = json.loads(first(server, asked)[0])[resource]
        return rows[0]

    matter, person, item, document = (one_of(resource) for resource in ("cases", "people", "items", "documents"))
    meeting = {
        "municipality": {"slug": PLACE.slug},
        "body": item["body"],
        "date": dt.date.fromisoformat(item["date"]),
        "nth": 1,
    }
    return {
        "start": "/",
        "search": "/sok?q=skolg%C3%A5rdar",
        "matters (list)": "/arenden",
        "matters of a place (list)": f"/arenden?kommun={PLACE.slug}",
        "matter": matter["page"],
        "matter, compared": f"{matter['page']}/jamfor",
        "motions (list)": "/motioner",
        "meetings (list)": "/sammantraden",
        "meeting": meeting_page(meeting),
        "§": item_page(meeting, item["number"]),
        "votes (list)": "/voteringar",
        "document": f"/handlingar/{document['id']}",
        "changes (list)": "/andringar",
        "people (list)": "/personer",
        "person": f"/personer/{person['id']}",
        "party": f"/partier/{PLACE.slug}/M",
        "bodies (list)": "/organ",
        "body": f"/organ/{PLACE.slug}/kommunstyrelsen",
        "yrkanden (list)": "/yrkanden",
        "reservations (list)": "/reservationer",
        "documents (list)": "/handlingar",
        "findings (list)": "/iakttagelser",
        "statistics": "/statistik",
        "quality": "/kvalitet",
        "data": "/data",
    }


def _is_there(server: Server, name: str, address: str) -> bool:
    try:
        first(server, address)
    except urllib.error.HTTPError as refused:
        print(f"{name}: {address} answers {refused.code}")
        return False
    return True


def _cost(server: Server, address: str, seconds: float) -> Cost:
    measure(server, address, _ANEW, clients=1, seconds=min(0.5, seconds), status=200)
    found = measure(server, address, _ANEW, clients=1, seconds=seconds, status=200)
    return Cost(found.cpu, found.p50, found.bytes)


def _beside_datasette(server: Server, folder: Path, seconds: float) -> bool:
    """Our page of a matter, unchanged, beside Datasette's page of the rows it is made of."""
    matter = json.loads(first(server, f"/api/v1/cases?municipality={PLACE.slug}&limit=1")[0])["cases"][0]
    with datasette(folder) as theirs:
        rates = [
            measure(asked, address, _PACKED, clients=16, seconds=seconds, status=200).rate
            for asked, address in ((server, matter["page"]), (theirs, f"/public/matter?id={matter['id']}"))
        ]
    times = rates[0] / rates[1]
    print(f"a matter's page, unchanged: {rates[0]:,.0f}/s, Datasette's {rates[1]:,.0f}/s: {times:.1f} ×", end=" ")
    print("holds" if times >= LEAST_OF_DATASETTE else "FAILS")
    return times >= LEAST_OF_DATASETTE


def _report(sizes: list[int], costs: dict[str, list[Cost]]) -> bool:
    print(f"{'page':<28}" + "".join(f"{size:>12,} §§ {'p50':>8}" for size in sizes) + f"{'×':>7}{'bytes':>9}")
    broken = 0
    for name, measured in costs.items():
        growth = measured[-1].cpu / measured[0].cpu
        faults = [
            word
            for word, is_broken in (
                ("slow", measured[-1].cpu > MOST_MS),
                ("grows", "(list)" in name and growth > MOST_GROWTH),
                ("heavy", measured[-1].bytes > MOST_BYTES),
            )
            if is_broken
        ]
        broken += bool(faults)
        times = "".join(f"{one.cpu:>12.1f} ms {one.p50:>8.1f}" for one in measured)
        print(f"{name:<28}{times}{growth:>7.1f}{measured[-1].bytes:>9,} {', '.join(faults)}")
    return broken == 0


if __name__ == "__main__":
    raise SystemExit(main())
