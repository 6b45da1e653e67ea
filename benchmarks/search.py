"""What search costs at a town's size, and whether it finds what was planted: on SQLite, or on PostgreSQL.

    python -m benchmarks.search [--size 200000] [--postgres URL] [--no-filing] [--reindex]

The text is generated round the forms of the shared data set's `search/queries.json`, each in ten §§. A question is the
twenty best hits with highlights; beside it is said what counting the facets adds, as a page shows them. Times are milliseconds of work: this process', and on
PostgreSQL its server's too; beside them what the clock said, which a busy machine makes longer.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading, writing
from app.installation.opening import open_stores, start
from app.journal.scope import RegisterScope
from app.models.published import DATED
from app.models.register import items, search_entries
from app.models.rows import OWNED, SHARED
from app.projection import project
from app.projection.reindexing import reindex
from app.queries.search import search
from app.register.build import Register
from app.search.entries import HitKind, entries_of, shared_entry
from app.search.finding import entries_at, find
from app.search.question import question_of
from app.settings import Settings, public_url
from benchmarks import register
from benchmarks.generated_text import PER_MATTER, Planted, Text, form_in, forms_of, matter, shared

MEDIAN, COMMONEST, COMMONEST_POSTGRES, SLOWER = 5.0, 30.0, 90.0, 4 / 3
_AT_ONCE, _QUESTIONS, _RUNS = 500, 120, 3


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of work, and by the clock."""

    work: float
    clock: float


def main() -> int:
    """Measure and print; the exit code tells whether the promises hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--postgres", metavar="URL", help="an empty database to use instead of SQLite")
    parser.add_argument("--folder", metavar="FOLDER", help="keep it there, and measure what is there already")
    parser.add_argument("--reindex", action="store_true", help="make the index anew, and say how long that takes")
    parser.add_argument("--filing", action=argparse.BooleanOptionalAction, default=True)
    given = parser.parse_args()
    root = Path(os.environ.get("DIARIUM_SHARED", "../shared"))
    planted = [
        Planted(one["q"], tuple(one["must"]), tuple(one["must_not"]), one["recall"])
        for one in json.loads((root / "search" / "queries.json").read_text(encoding="utf-8"))["queries"]
    ]
    text = Text(planted)
    with nullcontext(given.folder) if given.folder else tempfile.TemporaryDirectory() as folder:
        url = given.postgres or f"sqlite:///{folder}/desk.db"
        stores = open_stores(Settings(data_dir=Path(folder), database_url=url, public_database_url=public_url(url)))
        start(stores)
        holds = [] if not given.filing else [_filing(stores)]
        if not _is_filled(stores):
            begun = time.process_time()
            entries = fill(stores, given.size, text, forms_of(planted))
            print(f"{given.size:,} §§ in {entries:,} entries, made in {time.process_time() - begun:,.0f} s of work")
        if given.reindex:
            _reindexed(stores)
        _sizes(stores)
        holds += [_is_found(stores, planted, given.size), _asked(stores, planted, text)]
        stores.dispose()
    return 0 if all(holds) else 1


def fill(stores: Stores, size: int, text: Text, forms: Sequence[str]) -> int:
    """Write so many §§ with what they are found by into the public register; returns the entries."""
    entries, spent = 0, 0.0
    with stores.public.execution_options(writes=True).begin() as connection:
        rows = [(SHARED[type(value)], project.row_of(value)) for value in shared()]
        for table in SHARED.values():
            _insert(connection, table, [row for of, row in rows if of is table])
        kinds = {"people": HitKind.PERSON, "bodies": HitKind.BODY}
        found = [shared_entry(kinds[of.name], row) for of, row in rows if of.name in kinds]
        for first in range(0, size, _AT_ONCE * PER_MATTER):
            made = Register()
            for number in range(first, min(first + _AT_ONCE * PER_MATTER, size), PER_MATTER):
                made.add(matter(number, size, text, forms))
            for kind, table in OWNED.items():
                _insert(connection, table, [project.row_of(value) for value in made.owned if type(value) is kind])
            before = time.process_time()
            found += entries_of(made)
            spent += time.process_time() - before
            _insert(connection, search_entries, found)
            entries, found = entries + len(found), []
    with stores.public.execution_options(isolation_level="AUTOCOMMIT", writes=True).connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    print(f"{'keys made':<34}{spent:>10,.1f} s of work for {entries:,} entries")
    return entries


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, object]]) -> None:
    target = DATED.get(table.name, table)
    stands = {"since": dt.date(2026, 1, 1)} if target is not table else {}
    if table is search_entries:
        target = search_entries
    if rows:
        connection.execute(target.insert(), [{**row, **stands} for row in rows])


def _reindexed(stores: Stores) -> None:
    """Print what making all entries anew takes."""
    begun, clock = time.process_time(), time.perf_counter()
    with writing(stores.public) as session:
        made = reindex(session, RegisterScope.PUBLIC)
    worked = time.process_time() - begun
    print(f"{'reindexing':<34}{worked:>10,.1f} s of work{time.perf_counter() - clock:>10,.1f} s for {made:,} entries")


def _sizes(stores: Stores) -> None:
    """Print how many bytes the register takes, and how many of them the search does."""
    with stores.public.connect() as connection:
        if connection.dialect.name == "sqlite":
            index, texts, whole = (
                connection.exec_driver_sql(query).scalar_one()
                for query in (
                    "SELECT sum(length(block)) FROM search_fts_words_data",
                    "SELECT sum(octet_length(title) + octet_length(body) + octet_length(parts)) FROM search_entries",
                    "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
                )
            )
            sizes = {"index": index, "entries": texts, "rest": whole - index - texts}
        else:
            of = "SELECT {} FROM pg_class WHERE relname = '{}' AND relnamespace = current_schema()::regnamespace"
            index = of.format("pg_relation_size(oid)", "ix_search_fts_words")
            whole = of.format("pg_total_relation_size(oid)", "search_entries")
            rest = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
            index_bytes, whole_bytes, all_bytes = (
                int(connection.exec_driver_sql(q).scalar_one()) for q in (index, whole, rest)
            )
            sizes = {"index": index_bytes, "entries": whole_bytes - index_bytes, "rest": all_bytes - whole_bytes}
    told = ", ".join(f"{name} {sizes[name] / 1e6:,.0f} MB" for name in ("index", "entries", "rest"))
    print(f"{'size':<34}{told}")


def _is_found(stores: Stores, planted: Sequence[Planted], size: int) -> bool:
    """Whether every question finds the §§ of its forms, and none of those that look alike."""
    forms = forms_of(planted)
    holding = {f"item{n:012}": form for n in range(size) if (form := form_in(n, size, forms))}
    holds = True
    with reading(stores.public) as session:
        for one in planted:
            found = find(session, question_of(one.typed), {"kind": [str(HitKind.ITEM)]})
            # no id that a filing makes has a nought
            ids = {entry.id for entry in entries_at(session, found.numbers) if entry.id.startswith("item0")}
            met, wanted = {id for id in ids if id in holding}, [i for i, form in holding.items() if form in one.must]
            share = sum(i in ids for i in wanted) / len(wanted)
            wrong = sorted({holding[i] for i in met if holding[i] in one.must_not})
            is_right = share >= one.recall and not wrong and ids == met
            holds = holds and is_right
            print(f"{one.typed:<34}{share:>10.2f} of {len(wanted)} §§{'' if is_right else '  NOT WELL: ' + str(wrong)}")
    return holds


def _asked(stores: Stores, planted: Sequence[Planted], text: Text) -> bool:
    """Print what questions cost; returns whether the promises hold, of hits alone and without what facets add."""
    on_sqlite = stores.public.dialect.name == "sqlite"
    drawn = [" ".join(_word(text) for _ in range(1 + n % 3)) for n in range(_QUESTIONS)]
    most = {"commonest word": text.words[0], "two commonest words": f"{text.words[0]} {text.words[1]}"}
    with reading(stores.public) as session:
        worked = _worked(session)

        def took(typed: str, *, facets: bool, narrowed: Mapping[str, str] | None = None) -> Took:
            return _least(worked, lambda: search(session, typed, narrowed or {}, 20, facets=facets))

        for typed in ("skola", text.words[0]):  # what is read once a process is read
            search(session, typed, {}, 20)
        held: dict[str, float] = {}
        for facets, name in ((False, ""), (True, ", and facets")):
            usual = [took(typed, facets=facets) for typed in (*(one.typed for one in planted), *drawn)]
            held["median question" + name] = _print_spread(name, usual)
            for called, typed in most.items():
                _print(called + name, one := took(typed, facets=facets))
                held[called + name] = one.work
        _print(
            "commonest word, narrowed",
            took(text.words[0], facets=True, narrowed={"kind": "yrkande", "year": "2012"}),
        )
        _print("a § by its number", took("KS § 201", facets=True))
    return held["median question"] <= (MEDIAN if on_sqlite else math.inf) and held["commonest word"] <= (
        COMMONEST if on_sqlite else COMMONEST_POSTGRES
    )


def _print_spread(name: str, usual: Sequence[Took]) -> float:
    """Print the median of these and what one in twenty goes beyond; returns the median's milliseconds of work."""
    works, clocks = sorted(one.work for one in usual), sorted(one.clock for one in usual)
    middle = median(works)
    _print("median question" + name, Took(middle, median(clocks)))
    beyond = int(len(usual) * 0.95)
    _print("19 of 20 questions" + name, Took(works[beyond], clocks[beyond]))
    return middle


def _word(text: Text) -> str:
    """A word of any rank: as many from the 200 to the 2,000 commonest as from there on."""
    return text.words[int(20 * (len(text.words) / 20) ** text.random.random())]


def _print(name: str, took: Took) -> None:
    print(f"{name:<34}{took.work:>10,.1f} ms of work{took.clock:>10,.1f} ms")


def _least(worked: Callable[[], float], what: Callable[[], object]) -> Took:
    runs = []
    for _ in range(_RUNS):
        begun, clock = worked(), time.perf_counter()
        what()
        runs.append(Took((worked() - begun) * 1000, (time.perf_counter() - clock) * 1000))
    return Took(min(run.work for run in runs), min(run.clock for run in runs))


def _worked(session: Session) -> Callable[[], float]:
    """Seconds of work by this process, and by the server's that answers it."""
    if session.get_bind().dialect.name == "sqlite":
        return time.process_time
    stat = Path(f"/proc/{session.execute(sa.text('SELECT pg_backend_pid()')).scalar_one()}/schedstat")
    return lambda: time.process_time() + int(stat.read_text().split()[0]) / 1e9


def _is_filled(stores: Stores) -> bool:
    with reading(stores.public) as session:
        return session.execute(sa.select(items.c.id).where(items.c.id == "item000000000000")).first() is not None


def _filing(stores: Stores, meetings: int = 12) -> bool:
    """Print how much longer filing takes for what it is found by; returns whether that is a third at most."""
    worked: dict[bool, list[float]] = {True: [], False: []}
    for number in range(meetings):
        is_indexed = number % 2 == 0
        setattr(project, "entries_of", entries_of if is_indexed else _nothing)  # noqa: B010 - it is not its to hand on
        begun = time.process_time()
        register.file(stores, register.meeting(number))
        worked[is_indexed].append(time.process_time() - begun)
    setattr(project, "entries_of", entries_of)  # noqa: B010 - put back
    slower = min(worked[True][1:]) / min(worked[False][1:])
    print(f"{'filing, with index to without':<34}{slower:>10.2f} ({min(worked[True][1:]) * 1000:,.0f} ms for 40 §§)")
    return slower <= SLOWER


def _nothing(_made: Register) -> list[dict[str, object]]:
    return []


if __name__ == "__main__":
    raise SystemExit(main())
