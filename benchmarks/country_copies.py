"""A country many times as large as one that was loaded: its rows are copied where they lie, by the database alone.

Each copy is of other papers: some weeks earlier, under other numbers, of other cases, with rare words of its own; towns, bodies
and people are those that there are. `another` makes such a paper, and a sample of them, built as the register builds it, is
held against the rows that were copied (`is_as_projected`). An id stands for what it is the id of, in letters that each copy
changes in its own way, so ids lie spread as they do.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import reading, writing
from app.models.published import DATED, SINCE
from app.models.register import (
    changes,
    files,
    items,
    meetings,
    names,
    register,
    search_entries,
    sums,
    supports,
)
from app.models.rows import OWNED
from app.projection.sums import TABLES
from app.register.sum_keys import Added
from app.register.sums import added
from app.search.entries import ID_BITS, SHARED_KINDS, HitKind
from app.search.normaliser import facet_key
from benchmarks.country_load import MARK, tell, without_indexes
from importers.bundle import Bundle, bundle_from_json, bundle_to_json

_BASE = "country_copied"  # the schema of what is copied
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_CONSONANTS = "bcfhjkmpvx"  # for the digits of a copy's number
_DAYS = 28
_NUMBERS, _CASES = 100_000, 1_000
_OF_KIND = (1 << ID_BITS) - 1
# The rows that many rest on: those that a copy has of its own.
OWN_SHARED = (meetings, files)
_KEPT_IDS = {"municipality_id", "body_id", "person_id", "name_id", "for_name_id", "parent_id"}
_ITEM_NUMBERS = {("items", "number"), ("steps", "item_number"), ("document_references", "item_number")}
# What is told anew from what it is made of: keys, numbers of cases and what a finding names.
_TOLD = {
    "targets": ("key",),
    "document_references": ("key",),
    "steps": ("key",),
    "hints": ("key",),
    "motions": ("key",),
    "findings": ("key", "params"),
    "cases": ("key", "number", "slug"),
    "matters": ("slug",),
    "case_mentions": ("printed",),
    "search_entries": ("body",),
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CASE = re.compile(r"^(?P<before>(?:[A-Za-z]+-\d{4}-|ks \d{4} ))(?P<n>\d+)$")


@dataclasses.dataclass(frozen=True, slots=True)
class Copy:
    """Which copy; 0 is what is copied."""

    n: int

    @property
    def letters(self) -> str:
        return "".join(random.Random(self.n).sample(_LETTERS, len(_LETTERS)))  # noqa: S311 - the same each time, no secret

    @property
    def mark(self) -> str:
        return f"q{''.join(_CONSONANTS[int(digit)] for digit in f'{self.n:02}')}w"

    @property
    def earlier(self) -> dt.timedelta:
        return dt.timedelta(days=_DAYS * self.n)

    def id(self, of: str) -> str:
        return of.translate(str.maketrans(_LETTERS, self.letters))


def another(bundle: Bundle, copy: Copy) -> Bundle:
    """The paper that a copy has instead of this one."""

    def told(value: Any, name: str | None = None) -> Any:
        if isinstance(value, dict):
            return {key: told(of, key) for key, of in value.items()}
        if isinstance(value, list):
            return [told(of, name) for of in value]
        if not isinstance(value, str):
            return value
        if _DAY.fullmatch(value):
            return str(dt.date.fromisoformat(value) - copy.earlier)
        if name == "case_numbers" and (case := _CASE.match(value)):
            return f"{case['before']}{int(case['n']) + _CASES * copy.n:05}"
        return value.replace(MARK, copy.mark)

    made = told(bundle_to_json(bundle))
    made["file"]["sha256"] = _of_file(bundle.file.sha256, copy)
    for document in made["documents"]:
        for item in document["items"]:
            item["number"] = str(int(item["number"]) + _NUMBERS * copy.n)
            for basis in item["basis"]:
                if basis["item_number"]:
                    basis["item_number"] = str(int(basis["item_number"]) + _NUMBERS * copy.n)
    return bundle_from_json(made)


def _of_file(sha256: str, copy: Copy) -> str:
    return f"{sha256[:8]}{copy.n:08x}{sha256[16:]}"


def copy_within(store: sa.Engine, copies: int, at_once: int = 2) -> None:
    """Let a register hold so many times what it does, the desk's or the public one: this and copies of it."""
    in_days = _is_public(store)
    tables = [_table(name, in_days) for name in (*(table.name for table in OWNED.values()), *_names_of_shared())]
    with store.begin() as connection:
        _keep_base(connection, tables)
    with without_indexes(store, at_once), ThreadPoolExecutor(at_once) as pool:
        filling = [pool.submit(_fill, store, table, copies) for table in _greatest_first(store, tables)]
        _write_sums(store, copies)
        for one in filling:
            one.result()
    with store.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {_BASE} CASCADE")
    if in_days:
        with writing(store) as session:
            tell(session)
    with store.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


def _is_public(store: sa.Engine) -> bool:
    with store.connect() as connection:
        return sa.inspect(connection).has_table(changes.name) and any(
            column["name"] == SINCE for column in sa.inspect(connection).get_columns(items.name)
        )


def _names_of_shared() -> tuple[str, ...]:
    return (*(table.name for table in OWN_SHARED), search_entries.name, supports.name)


def _table(name: str, in_days: bool) -> sa.Table:
    return DATED[name] if in_days and name in DATED else register.tables[name]


def _greatest_first(store: sa.Engine, tables: Sequence[sa.Table]) -> list[sa.Table]:
    sizes = sa.text("SELECT relname, relpages FROM pg_class WHERE relnamespace = CAST(:base AS regnamespace)")
    with store.connect() as connection:
        pages = {row.relname: row.relpages for row in connection.execute(sizes, {"base": _BASE})}
    return sorted(tables, key=lambda table: -pages.get(table.name, 0))


# --- what is copied, with what it is told anew from


def _keep_base(connection: sa.Connection, tables: Sequence[sa.Table]) -> None:
    connection.exec_driver_sql(f"CREATE SCHEMA {_BASE}")
    texts, days = f"{_BASE}.texts", _days_of_items(connection)
    connection.exec_driver_sql(f"CREATE TABLE {texts} (was text PRIMARY KEY, made text NOT NULL, day date, n bigint)")
    met: set[str] = set()
    for named, told_columns in _TOLD.items():
        for column in told_columns:
            of_matters = f"WHERE kind = '{HitKind.MATTER}'" if named == search_entries.name else ""
            query = f'SELECT DISTINCT "{column}"::text FROM "{named}" {of_matters}'  # noqa: S608 - our own names
            found = connection.exec_driver_sql(query).scalars()
            rows = [(was, *_told(was, column, days)) for was in found if was and was not in met]
            met |= {was for was, *_rest in rows}
            driver: Any = connection.connection.driver_connection
            with driver.cursor() as cursor, cursor.copy(f"COPY {texts} FROM STDIN") as copying:
                for row in rows:
                    copying.write_row(row)
    connection.exec_driver_sql(f"CREATE TABLE {_BASE}.years (year int PRIMARY KEY, facet text NOT NULL)")
    of_years = ", ".join(f"({year}, '{facet_key('year', str(year))}')" for year in range(1900, 2100))
    connection.exec_driver_sql(f"INSERT INTO {_BASE}.years VALUES {of_years}")  # noqa: S608
    for table in tables:
        told = _TOLD.get(table.name, ())
        more = "".join(f', {name}.made "{name} made", {name}.day "{name} day", {name}.n "{name} n"' for name in told)
        joined = "".join(f' LEFT JOIN {texts} {name} ON {name}.was = base."{name}"::text' for name in told)
        columns = ", ".join(f'base."{column.name}"' for column in table.c)
        connection.exec_driver_sql(
            f'CREATE TABLE {_BASE}."{table.name}" AS SELECT {columns}{more} FROM "{table.name}" base{joined}'  # noqa: S608
        )
        connection.exec_driver_sql(f'ANALYZE {_BASE}."{table.name}"')


def _days_of_items(connection: sa.Connection) -> dict[str, dt.date]:
    """The days of the §§ that keys name by their year."""
    found = connection.exec_driver_sql(
        "SELECT key, date FROM targets JOIN items ON items.id = targets.entity_id"
        " UNION SELECT key, date FROM document_references WHERE date IS NOT NULL"
    )
    return {key: day for key, day in found if key and "|item|" in key}


def _told(text: str, column: str, days: Mapping[str, dt.date]) -> tuple[str, dt.date | None, int | None]:
    """What a text is told from: itself with places for a day, its year and a number, and those."""
    if case := _CASE.match(text):
        place = "{key}" if column == "key" else "{case}"
        return case["before"] + place, None, int(case["n"])
    if column == "params":
        text, n = _with_place(text, re.compile(r'(?<="number":)( ?)"(\d+)"'), '"{n}"')
    elif "|item|" in text:
        place, _item, body, _year, number = text.split("|")
        return f"{place}|item|{body}|{{year}}|{{n}}", days[text], int(number)
    else:
        minutes = "|document|minutes|" in text
        text, n = _with_place(text, re.compile(r"(?<=\d\d\|)()(\d+)$"), "{n}") if minutes else (text, None)
    day = _DAY.search(text.partition('"date":')[2] if column == "params" else text)
    if day is None:
        return text, None, n
    # where a printed line names the day too, it stays as it is printed
    before, _date, after = text.partition('"date":') if column == "params" else ("", "", text)
    return before + _date + after.replace(day[0], "{day}", 1), dt.date.fromisoformat(day[0]), n


def _with_place(text: str, pattern: re.Pattern[str], place: str) -> tuple[str, int | None]:
    found = pattern.search(text)
    if found is None:
        return text, None
    return f"{text[: found.start()]}{found[1]}{place}{text[found.end() :]}", int(found[2])


# --- the copies


def _fill(store: sa.Engine, table: sa.Table, copies: int) -> None:
    """The rows of one table, in one transaction with its emptying, so that a server set to `wal_level=minimal` logs none."""
    columns = ", ".join(f'"{column.name}"' for column in table.c)
    base = f'{_BASE}."{table.name}"'
    with store.begin() as connection:
        connection.exec_driver_sql(f'TRUNCATE "{table.name}"')
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) SELECT {columns} FROM {base}')  # noqa: S608 - our own names
        for copy in map(Copy, range(1, copies)):
            made = ", ".join(_made(table, column, copy) for column in table.c)
            connection.exec_driver_sql(
                f'INSERT INTO "{table.name}" ({columns}) SELECT {made} FROM {base} base {_but(table)}'  # noqa: S608
            )


def _but(table: sa.Table) -> str:
    """What of the table is copied: towns, bodies and people stay as they are, and so do their entries."""
    if table is not search_entries:
        return ""
    kept = ", ".join(f"'{kind}'" for kind in (*SHARED_KINDS.values(), HitKind.PARTY))
    earlier = f"LEFT JOIN {_BASE}.years before ON before.year = base.year"
    return f"{earlier} WHERE kind NOT IN ({kept})"


def _made(table: sa.Table, column: sa.Column[Any], copy: Copy) -> str:  # noqa: PLR0911 - a row for each kind of column
    """What a copy has in a column, of the row that it copies."""
    value = f'base."{column.name}"'
    if table is search_entries and (entry := _of_entry(column.name, value, copy)):
        return entry
    if table is supports:
        return _of_support(column.name, value, copy)
    if column.name in _TOLD.get(table.name, ()):
        return _told_anew(column, value, copy)
    if (table.name, column.name) in _ITEM_NUMBERS:
        return f"({value}::bigint + {_NUMBERS * copy.n})::text"
    if column.name == "kind_at":
        return _of_kind_at(value, copy)
    if column.name == "version":
        return f"left(md5({value} || '{copy.n}'), 24)"
    if column.name == "year":
        return f'extract(year FROM base."date" - {copy.earlier.days})::int'
    if column.name == "file_id" or (table.name == files.name and column.name == "id"):
        return _file(value, copy)
    if _is_id(column):
        return _id(value, copy)
    if isinstance(column.type, sa.Date) and column.name != SINCE:
        return f"{value} - {copy.earlier.days}"
    return _marked(value, copy) if isinstance(column.type, sa.Text) else value


def _is_id(column: sa.Column[Any]) -> bool:
    name = column.name
    return name in {"id", "owner", "into"} or (name.endswith("_id") and name not in _KEPT_IDS)


def _id(value: str, copy: Copy) -> str:
    return f"translate({value}, '{_LETTERS}', '{copy.letters}')"


def _file(value: str, copy: Copy) -> str:
    return f"left({value}, 8) || '{copy.n:08x}' || substr({value}, 17)"


def _marked(value: str, copy: Copy) -> str:
    return f"replace({value}, '{MARK}', '{copy.mark}')"


def _told_anew(column: sa.Column[Any], value: str, copy: Copy) -> str:
    made, day, n = (f'base."{column.name} {what}"' for what in ("made", "day", "n"))
    day, case = f"({day} - {copy.earlier.days})", f"({n} + {_CASES * copy.n})::text"
    told = _marked(made, copy)
    for place, put in (
        ("{day}", f"{day}::text"),
        ("{year}", f"extract(year FROM {day})::text"),
        ("{n}", f"({n} + {_NUMBERS * copy.n})::text"),
        ("{case}", f"lpad({case}, greatest(5, length({case})), '0')"),
        ("{key}", case),
    ):
        told = f"replace({told}, '{place}', coalesce({put}, ''))"
    kind = "::json" if isinstance(column.type, sa.JSON) else ""
    return f"CASE WHEN {made} IS NULL THEN {value} ELSE ({told}){kind} END"


def _of_kind_at(value: str, copy: Copy) -> str:
    text, id, file = f"{value}::text", f"({value}->>'document_id')", f"({value}->>'file')"
    told = _marked(text, copy)
    for was, made in ((id, _id(id, copy)), (file, _file(file, copy))):
        told = f"replace({told}, {was}, {made})"
    return f"CASE WHEN {value} IS NULL OR {text} = 'null' THEN {value} ELSE ({told})::json END"


def _of_entry(name: str, value: str, copy: Copy) -> str | None:
    """What an entry is found by: its day, and what it is narrowed by, are the copy's."""
    days = "(base.n >> 47)"
    day = f"(date '1900-01-01' + ({days} - {copy.earlier.days})::int)"
    if name == "n":
        mixed = random.Random(copy.n).getrandbits(ID_BITS)  # noqa: S311 - no secret
        earlier = f"CASE WHEN {days} > 0 THEN {copy.earlier.days}::bigint << 47 ELSE 0 END"
        return f"((base.n - ({earlier})) # {mixed}::bigint)"
    if name == "year":
        return f"CASE WHEN base.year IS NOT NULL THEN extract(year FROM {day})::int END"
    if name == "parts":
        after = f"(SELECT facet FROM {_BASE}.years WHERE year = extract(year FROM {day})::int)"  # noqa: S608
        told = f"CASE WHEN before.facet IS NULL THEN {value} ELSE replace({value}, before.facet, {after}) END"
        anew = f"regexp_replace({told}, '\\mt[0-9a-f]{{2}}([0-9a-f]{{14}})\\M', 't{copy.n % 256:02x}\\1', 'g')"
        return f"CASE WHEN position('{MARK}' IN base.title) > 0 THEN {anew} ELSE {told} END".replace("%", "%%")
    if name == "body":
        return _told_anew(search_entries.c.body, _marked(value, copy), copy)
    return None


def _of_support(name: str, value: str, copy: Copy) -> str:
    """Who supports a row, and what they claim of one that is the copy's own."""
    is_meeting, is_file = (f"base.kind = '{table.name}'" for table in OWN_SHARED)
    row = f"CASE WHEN {is_meeting} THEN {_id('base.row_id', copy)} WHEN {is_file} THEN {_file('base.row_id', copy)} ELSE base.row_id END"
    match name:
        case "owner":
            return _id(value, copy)
        case "row_id":
            return row
        case "claim_hash":
            return f"CASE WHEN {is_meeting} OR {is_file} THEN left(md5({value} || '{copy.n}'), 16) ELSE {value} END"
        case "claim":
            told = f"replace({value}, base.row_id, {row})"
            was = "(base.claim::json->>'date')"
            day = f"({was}::date - {copy.earlier.days})::text"
            return (
                f"CASE WHEN {is_meeting} THEN replace({told}, {was}, {day}) WHEN {is_file} THEN {told} ELSE {value} END"
            )
    return value


def _write_sums(store: sa.Engine, copies: int) -> None:
    """The sums of all copies, counted of what is copied, some weeks earlier each time."""
    with reading(store) as session:
        rows = {
            name: [dict(row) for row in _base_rows(session, register.tables[name])] for name in (*TABLES, meetings.name)
        }
        parties = {row.id: row.party for row in session.execute(sa.select(names.c.id, names.c.party))}
    counted: Added = Counter()
    for copy in map(Copy, range(copies)):
        counted.update(added({name: _earlier(of, copy) for name, of in rows.items()}, parties))
    with writing(store, alone=False) as session:
        session.execute(sums.delete())
        session.execute(
            sums.insert(), [{**key._asdict(), "kind": str(key.kind), "n": n} for key, n in counted.items() if n]
        )


def _base_rows(session: Session, table: sa.Table) -> Iterator[Any]:
    columns = [sa.column(column.name, column.type) for column in table.c]
    return iter(session.execute(sa.select(*columns).select_from(sa.table(table.name, schema=_BASE))).mappings())


def _earlier(rows: Sequence[dict[str, Any]], copy: Copy) -> list[dict[str, Any]]:
    days = [name for name, value in (rows[0] if rows else {}).items() if isinstance(value, dt.date)]
    days += [name for name in ("date", "raised", "ended", "last_date") if rows and name in rows[0] and name not in days]
    return [row | {name: row[name] - copy.earlier for name in days if row[name]} for row in rows]
