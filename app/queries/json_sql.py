"""Rows within rows: what a row holds as JSON made by the database, one statement for all of it on either kind.

An answer that needs twenty statements spends its time between them; SQLite and PostgreSQL both make JSON, under other
names. Whoever selects says `object_of(id=…, text=…)` and `list_of(…)`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

Column = sa.ColumnElement[Any]


class _Function(FunctionElement[Any]):
    """A function that goes by another name in each kind of database: `on` has what each writes."""

    inherit_cache = True
    type = sa.Text()
    on: ClassVar[dict[str, str]]


@compiles(_Function)
def _written(function: _Function, compiler: Any, **kw: Any) -> str:
    arguments = [compiler.process(clause, **kw) for clause in function.clauses]
    order = f" ORDER BY {', '.join(arguments[1:])}" if arguments[1:] else ""
    return function.on[compiler.dialect.name].format(first=arguments[0], order=order, all=", ".join(arguments))


def _function(name: str, *, sqlite: str, postgresql: str) -> type[_Function]:
    return type(
        name, (_Function,), {"name": name, "inherit_cache": True, "on": {"sqlite": sqlite, "postgresql": postgresql}}
    )


_Object = _function("object_of", sqlite="json_object({all})", postgresql="json_build_object({all})")
_Listed = _function(
    "listed", sqlite="json_group_array({first}{order})", postgresql="coalesce(json_agg({first}{order}), '[]'::json)"
)
_Json = _function("as_json", sqlite="json({first})", postgresql="{first}")
_Flag = _function("as_flag", sqlite="json(CASE WHEN {first} THEN 'true' ELSE 'false' END)", postgresql="{first}")
_Strings = _function("strings", sqlite="json_each({first})", postgresql="json_array_elements_text({first})")

_Counted = _function(
    "counted_number",
    sqlite="coalesce(nullif(CAST({first} AS INTEGER), 0), CAST(ltrim(upper({first}), 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖåäö .:-§') AS INTEGER))",
    postgresql="CAST(substring({first} FROM '[0-9]{{1,9}}') AS INTEGER)",
)
_Values = _function("listed_values", sqlite="json_each({first})", postgresql="json_array_elements({first})")


class _Part(FunctionElement[Any]):
    inherit_cache = True
    type = sa.Text()
    on_postgresql = "json_extract_path"


class _Words(_Part):
    inherit_cache = True
    on_postgresql = "json_extract_path_text"


@compiles(_Part, "sqlite")
def _sqlite_part(part: _Part, compiler: Any, **kw: Any) -> str:
    column, *keys = (compiler.process(clause, **kw) for clause in part.clauses)
    return f"json_extract({column}, '$.{'.'.join(key.strip(chr(39)) for key in keys)}')"


@compiles(_Part, "postgresql")
def _postgresql_part(part: _Part, compiler: Any, **kw: Any) -> str:
    column, *keys = (compiler.process(clause, **kw) for clause in part.clauses)
    return f"{part.on_postgresql}(CAST({column} AS json), {', '.join(keys)})"


_Given = _function("given", sqlite="json_each({first})", postgresql="json_array_elements_text(CAST({first} AS json))")


def object_of(**keys: Column) -> Column:
    """A JSON object of these columns, in this order: JSON columns as they are, truth values as true and false."""
    arguments: list[Any] = []
    for key, column in keys.items():
        arguments += [sa.literal_column(f"'{key}'"), _as_json(column)]
    return _Object(*arguments)


def counted_number(column: Column) -> Column:
    """The number of a § as people count it: `12 a` and `A12` → 12; NULL where it has none, or 0."""
    return sa.func.nullif(sa.type_coerce(_Counted(column), sa.Integer), 0)


def list_of(query: sa.Select[Any], *order: Column) -> Column:
    """A JSON list of what a select of one column finds, in this order."""
    (one,) = query.selected_columns
    return query.with_only_columns(_Listed(_as_json(one), *order)).scalar_subquery()


def read(made: Any) -> Any:
    """What the database has made: SQLite gives it as text, PostgreSQL's driver as the values. Days stay texts."""
    return orjson.loads(made) if isinstance(made, str) else made


def part_of(column: Column, *keys: str) -> Column:
    """The value under these keys of the JSON object that a text column holds, made by the database: `read` has it."""
    return _Part(column, *(sa.literal_column(f"'{key}'") for key in keys))


def text_of(column: Column, *keys: str) -> Column:
    """The text, or the number as text, under these keys of the JSON object that a text column holds."""
    return _Words(column, *(sa.literal_column(f"'{key}'") for key in keys))


def values_in(column: Column) -> sa.TableValuedAlias:
    """The values of a JSON list as rows of one column, `value`."""
    return _Values(column).table_valued(sa.column("value", sa.Text))


def strings_in(column: Column) -> sa.TableValuedAlias:
    """The strings of a JSON list as rows of one column, `value`."""
    return _Strings(column).table_valued(sa.column("value", sa.Text))


def in_json(column: Column, parameter: str) -> sa.ColumnElement[bool]:
    """Whether it is one of the strings of the JSON list that is given under this name: a statement that is the same for one
    as for twenty."""
    return _in(column, sa.bindparam(parameter, type_=sa.Text))


def among(column: Column, values: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether it is one of these strings, which are one value of the statement: of more than a statement takes values."""
    return _in(column, sa.bindparam(None, json_list(values), type_=sa.Text))


def _in(column: Column, listed: sa.BindParameter[str]) -> sa.ColumnElement[bool]:
    return column.in_(sa.select(_rows_of(listed).c.value))


def strings_given(parameter: str) -> sa.TableValuedAlias:
    """The strings of the JSON list that is given under this name, as rows of one column, `value`."""
    return _rows_of(sa.bindparam(parameter, type_=sa.Text))


def _rows_of(listed: sa.BindParameter[str]) -> sa.TableValuedAlias:
    return _Given(listed).table_valued(sa.column("value", sa.Text))


def json_list(values: Collection[str]) -> str:
    """Strings as a statement with `in_json` is given them."""
    return orjson.dumps(list(values)).decode()


def _as_json(column: Column) -> Column:
    """SQLite knows what a JSON function has made for JSON, also out of a subquery of one value and of the order within a
    list (`SAFE_SQLITE` does): only what is stored as text has to be read as JSON, which costs a third of a long answer.
    """
    if isinstance(column.type, sa.JSON):
        return _Json(column)
    return _Flag(column) if isinstance(column.type, sa.Boolean) else column
