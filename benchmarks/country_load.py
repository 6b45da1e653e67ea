"""A country's towns: invented minutes and motions, and the rows of the public register that follow from them, by COPY.

The rows are the register's own: `build` makes them of each paper and `write` hands them over, as a rebuild has it. Only that they
are copied, that towns are written side by side, and that indexes are made afterwards is the benchmark's.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading, writing
from app.ids import Ids
from app.installation.opening import open_stores
from app.journal.append import now
from app.journal.derived import parts_of
from app.journal.keys import secret
from app.models.published import DATED, SINCE
from app.models.register import changes, matters, meetings, names, people, register, search_entries, sums, supports
from app.projection.project import FOUND_SHARED, write
from app.projection.rows import Row, Rows
from app.projection.sums import TABLES
from app.register import values
from app.register.build import build
from app.register.municipalities import Municipality, listed
from app.register.parts import Part
from app.register.sum_keys import Added
from app.register.sums import added
from app.search.entries import party_entry, shared_entry
from app.settings import Settings
from app.today import civil_date
from benchmarks.generated_text import Text
from benchmarks.matters import ITEMS, template
from benchmarks.register import PER_MEETING, meeting
from importers.bundle import Bundle, bundle_from_json, bundle_to_json

# A town's papers come in rounds: five meetings of forty §§, and a motion that goes through eight.
ROUND = 5 * PER_MEETING + ITEMS
REGIONS = 21
# What begins a word of which each copy of a country has its own; no word of Swedish does, and nothing is cut from it.
MARK = "qbbw"
_COMMON = 2_000
_PER_TOWN = 64  # §§ that the least country has of each town
_AT_ONCE = 6  # papers that are built together
_DAY = re.compile(r'"(\d{4}-\d\d-\d\d)"')
_NUMBER = re.compile(r'"number":"10(\d)"')
_TITLE = re.compile(r"om skuggande träd på kommunens skolgårdar och lekplatser")


@dataclasses.dataclass(frozen=True, slots=True)
class Town:
    """A municipality or region, and how many papers of it there are."""

    place: Municipality
    n: int
    papers: int

    @property
    def items(self) -> int:
        return sum(ITEMS if _is_motion(paper) else PER_MEETING for paper in range(self.papers))


def towns(size: int) -> list[Town]:
    """The 290 municipalities and 21 regions, the greatest first, with about so many §§ together. How many each has falls as the
    root of its rank: the greatest has eighteen times as many as the least, since a council meets as often in a small town."""
    places = [*listed().values(), *(Municipality(f"x-region{n}", f"Region {n}", f"region-{n}") for n in range(REGIONS))]
    places = places[: max(2, size // _PER_TOWN)]
    shares = [(rank + 1) ** -0.5 for rank in range(len(places))]
    per_paper = ROUND / 6
    return [
        Town(place, n, max(1, round(size * share / sum(shares) / per_paper)))
        for n, (place, share) in enumerate(zip(places, shares, strict=True))
    ]


def _is_motion(paper: int) -> bool:
    return paper % 6 == 5


def papers(town: Town, first: int, last: int) -> Iterator[Bundle]:
    """Its papers of these numbers; the same each time."""
    for paper in range(first, last):
        text = words()
        text.random.seed(town.n * 1_000_003 + paper)
        made = _motion(paper // 6, text) if _is_motion(paper) else _minutes(paper - paper // 6, text)
        yield dataclasses.replace(made, file=dataclasses.replace(made.file, sha256=f"{town.n + 1:08x}{paper:056x}"))


@cache
def words() -> Text:
    """The words that all towns use; every other of the rarer ones is one that a copy of a country (`country_copies.py`) has its own of."""
    text = Text(())
    text.words = [MARK + word if rank > _COMMON and rank % 2 else word for rank, word in enumerate(text.words)]
    return text


def _minutes(number: int, text: Text) -> Bundle:
    """Minutes whose §§ have titles and summaries of words as often as words are; those of one case share a title."""
    plain = meeting(number)
    (document,) = plain.documents
    titles = {cases: f"Om {text.sentence(6)}" for cases in dict.fromkeys(item.case_numbers for item in document.items)}
    items = tuple(
        dataclasses.replace(item, title=titles[item.case_numbers], summary=text.sentence(text.random.randint(10, 40)))
        for item in document.items
    )
    return dataclasses.replace(plain, documents=(dataclasses.replace(document, items=items),))


@cache
def _template() -> str:
    return orjson.dumps(bundle_to_json(template(vote=True))).decode()


def _motion(number: int, text: Text) -> Bundle:
    """A motion about something else, some weeks earlier, and the §§ that it went through."""
    earlier, about = (
        dt.timedelta(weeks=number % 200),
        f"om {text.sentence(5)} {MARK}{text.sentence(1).removeprefix(MARK)}",
    )
    made = _DAY.sub(lambda day: f'"{dt.date.fromisoformat(day[1]) - earlier}"', _template())
    made = _NUMBER.sub(lambda found: f'"number":"{20_000 + 10 * number + int(found[1])}"', made)
    made = _TITLE.sub(about, made).replace("KS-2024-00001", f"KS-2019-{number + 1:05d}")
    return bundle_from_json(orjson.loads(made))


def load(stores: Stores, using: Settings, country: Sequence[Town], processes: int = 2) -> None:
    """Put these towns into a public register that holds other towns and none of these."""
    with reading(stores.desk) as session:
        key = secret(session)
    with without_indexes(stores.public):
        with ProcessPoolExecutor(processes, get_context("spawn"), _open, (using, key)) as pool:
            list(pool.map(_load_town, country))
        with writing(stores.public) as public:
            tell(public)
    with stores.public.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


def copy_to_desk(stores: Stores) -> None:
    """Let the desk's register, which lies in the same database, hold what the public one does: all is released."""
    with without_indexes(stores.desk), stores.desk.begin() as connection:
        for table in register.sorted_tables:
            if table.name not in DATED and table not in (search_entries, supports, sums):
                continue
            here = f'"{table.name}"'
            columns = ", ".join(f'"{column.name}"' for column in table.c)
            keys = ", ".join(f'"{column.name}"' for column in table.primary_key)
            there = f"SELECT {columns} FROM published.{here} WHERE ({keys}) NOT IN (SELECT {keys} FROM {here})"  # noqa: S608 - our own tables
            connection.exec_driver_sql(f"INSERT INTO {here} ({columns}) {there}")
    with stores.desk.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


_INDEXES = """
SELECT i.relname, pg_get_indexdef(i.oid), c.relname, k.conname, pg_get_constraintdef(k.oid)
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
LEFT JOIN pg_constraint k ON k.conindid = i.oid
WHERE i.relnamespace = current_schema()::regnamespace AND c.relname = ANY(%s)
"""


@contextmanager
def without_indexes(store: sa.Engine, at_once: int = 1) -> Iterator[None]:
    """Take the register's indexes and keys away meanwhile: at random ids, each row would touch a page of each."""
    named = [*DATED, search_entries.name, supports.name, sums.name]
    with store.begin() as connection:
        found = connection.exec_driver_sql(_INDEXES, (named,)).all()
        for index, _made, table, key, _of_key in found:
            what = f'ALTER TABLE "{table}" DROP CONSTRAINT "{key}"' if key else f'DROP INDEX "{index}"'
            connection.exec_driver_sql(what)
    yield
    of_table: dict[str, list[str]] = defaultdict(list)
    for _index, made, table, key, of_key in found:
        of_table[table].append(f'ALTER TABLE "{table}" ADD CONSTRAINT "{key}" {of_key}' if key else made)
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(lambda statements: _run(store, statements), of_table.values()))


def _run(store: sa.Engine, statements: Sequence[str]) -> None:
    for statement in statements:
        with store.begin() as connection:
            connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
            connection.exec_driver_sql(statement)


class _Copying(Rows):
    """Copies rows into a store, and keeps those that sums are made of."""

    def __init__(self, store: Session) -> None:
        super().__init__(store, civil_date(dt.datetime.now(dt.UTC)), tells=False)
        self.summed: dict[str, list[Row]] = defaultdict(list)
        self.claims: dict[tuple[str, str], tuple[str, str]] = {}

    def insert(self, table: sa.Table, rows: Sequence[Row]) -> None:
        if table.name in TABLES:
            self.summed[table.name] += rows
        if table is supports:
            for row in rows:
                key, claim = (row["kind"], row["row_id"]), (row["claim_hash"], row["claim"])
                self.claims[key] = min(claim, self.claims.get(key, claim))
        self.copy(self._target(table), rows)

    def copy(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """The rows, without reading what is there."""
        if not rows:
            return
        columns = [column for column in table.c if column.name != SINCE or table.name not in DATED or self.day]
        listed_columns = ", ".join(f'"{column.name}"' for column in columns)
        written = [_written(column) for column in columns]
        driver: Any = self.store.connection().connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({listed_columns}) FROM STDIN') as copying:
            for row in rows:
                copying.write_row([put(row.get(name, self.day)) for name, put in written])


def _written(column: sa.Column[Any]) -> tuple[str, Any]:
    """A column's name, and what makes of its value what is copied."""
    if not isinstance(column.type, sa.JSON):
        return column.name, lambda value: value
    if column.type.none_as_null:
        return column.name, lambda value: None if value is None else orjson.dumps(value).decode()
    return column.name, lambda value: orjson.dumps(value).decode()


_of_process: tuple[Stores, bytes]


def _open(using: Settings, key: bytes) -> None:
    global _of_process  # noqa: PLW0603 - what a process of the pool opens once
    _of_process = (open_stores(using), key)


def _load_town(town: Town) -> None:
    stores, key = _of_process
    ids = Ids(key)
    counted: Added = Counter()
    # no writer's lock: towns share no row
    with writing(stores.public, alone=False) as store:
        rows = _Copying(store)
        parties: dict[str, str | None] = {}
        for first in range(0, town.papers, _AT_ONCE):
            made = build(
                [
                    part
                    for paper, bundle in enumerate(papers(town, first, min(first + _AT_ONCE, town.papers)), first)
                    for part in parts(paper, bundle, town.place)
                ],
                ids,
            )
            parties |= {value.id: value.party for _owner, value in made.shared if isinstance(value, values.Name)}
            write(rows, made, set(), settles=False)
            counted.update(added(rows.summed, parties))
            rows.summed.clear()
        _settle(rows, counted)


def parts(paper: int, bundle: Bundle, place: Municipality) -> Iterator[Part]:
    """What the journal gives of a paper that was filed and released whole."""
    plain = bundle_to_json(bundle)["file"]
    for part in parts_of(paper + 2, bundle, place):
        file = dataclasses.replace(part.file, pages=tuple(plain["pages"]))
        counted = None if part.item else 0
        yield dataclasses.replace(part, file=file, reading=paper + 3, unread_lines=counted, doubts=counted)


def _settle(rows: _Copying, counted: Added) -> None:
    """The rows that many rest on, their entries, and the sums."""
    shared: dict[str, list[Row]] = defaultdict(list)
    for (kind, _row_id), (_hash, claim) in sorted(rows.claims.items()):
        table = register.tables[kind]
        row = orjson.loads(claim)
        days = [column.name for column in table.c if isinstance(column.type, sa.Date) and row[column.name]]
        shared[kind].append(row | {name: dt.date.fromisoformat(row[name]) for name in days})
    for kind, of_kind in shared.items():
        rows.copy(DATED[kind], of_kind)
        if kind in FOUND_SHARED:
            rows.copy(search_entries, [shared_entry(FOUND_SHARED[kind], row) for row in of_kind])
    at = {row["id"]: row["municipality_id"] for row in shared[people.name]}
    here = {(at[row["person_id"]], row["party"]) for row in shared[names.name] if row["party"] and row["person_id"]}
    rows.copy(search_entries, [party_entry(*party) for party in sorted(here)])
    counted.update(added({meetings.name: shared[meetings.name]}, {}))
    rows.copy(sums, [{**key._asdict(), "n": n} for key, n in sorted(counted.items()) if n])


def tell(store: Session) -> None:
    """Number the matters that nobody was told of."""
    last = sa.select(sa.func.coalesce(sa.func.max(changes.c.n), 0)).scalar_subquery()
    untold = sa.select(
        last + sa.func.row_number().over(order_by=matters.c.id),
        sa.literal(now()),
        sa.literal("made"),
        matters.c.id,
        matters.c.municipality_id,
        matters.c.slug,
        matters.c.version,
    ).where(matters.c.id.not_in(sa.select(changes.c.matter_id)))
    store.execute(changes.insert().from_select([column.name for column in changes.c], untold))
