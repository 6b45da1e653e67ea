"""Rows within rows: what a row holds as JSON made by the database, one statement for all of it on either kind.

An answer that needs twenty statements spends its time between them; SQLite and PostgreSQL both make JSON, under other
names. Whoever selects says `object_of(id=…, text=…)` and `list_of(…)`.
"""

from __future__ import annotations

from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

Column = sa.ColumnElement[Any]


class _Object(FunctionElement[Any]):
    name = "object_of"
    inherit_cache = True
    type = sa.Text()


class _Listed(FunctionElement[Any]):
    name = "listed"
    inherit_cache = True
    type = sa.Text()


class _Json(FunctionElement[Any]):
    name = "as_json"
    inherit_cache = True
    type = sa.Text()


class _Flag(FunctionElement[Any]):
    name = "as_flag"
    inherit_cache = True
    type = sa.Text()


class _Strings(FunctionElement[Any]):
    name = "strings"
    inherit_cache = True
    type = sa.Text()


@compiles(_Object, "sqlite")
def _object_on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json_object({compiler.process(element.clauses, **kw)})"


@compiles(_Object, "postgresql")
def _object_on_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json_build_object({compiler.process(element.clauses, **kw)})"


@compiles(_Listed, "sqlite")
def _listed_on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    one, *order = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"json_group_array({one}{_by(order)})"


@compiles(_Listed, "postgresql")
def _listed_on_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    one, *order = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"coalesce(json_agg({one}{_by(order)}), '[]'::json)"


def _by(order: list[str]) -> str:
    return f" ORDER BY {', '.join(order)}" if order else ""


@compiles(_Json, "sqlite")
def _json_on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json({compiler.process(element.clauses, **kw)})"


@compiles(_Json, "postgresql")
def _json_on_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return str(compiler.process(element.clauses, **kw))


@compiles(_Flag, "sqlite")
def _flag_on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json(CASE WHEN {compiler.process(element.clauses, **kw)} THEN 'true' ELSE 'false' END)"


@compiles(_Flag, "postgresql")
def _flag_on_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return str(compiler.process(element.clauses, **kw))


@compiles(_Strings, "sqlite")
def _strings_on_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **kw)})"


@compiles(_Strings, "postgresql")
def _strings_on_postgresql(element: Any, compiler: Any, **kw: Any) -> str:
    return f"json_array_elements_text({compiler.process(element.clauses, **kw)})"


def object_of(**keys: Column) -> Column:
    """A JSON object of these columns, in this order: JSON columns as they are, truth values as true and false."""
    arguments: list[Any] = []
    for key, column in keys.items():
        arguments += [sa.literal_column(f"'{key}'"), _as_json(column)]
    return _Object(*arguments)


def list_of(found: sa.Select[Any], *order: Column) -> Column:
    """A JSON list of what a select of one column finds, in this order."""
    (one,) = found.selected_columns
    return found.with_only_columns(_Listed(_as_json(one), *order)).scalar_subquery()


def read(made: Any) -> Any:
    """What the database has made: SQLite gives it as text, PostgreSQL's driver as the values. Days stay texts."""
    return orjson.loads(made) if isinstance(made, str) else made


def strings_in(column: Column) -> sa.TableValuedAlias:
    """The strings of a JSON list as rows of one column, `value`."""
    return _Strings(column).table_valued(sa.column("value", sa.Text))


def _as_json(column: Column) -> Column:
    """SQLite knows what a JSON function has made for JSON, also out of a subquery of one value and of the order within a
    list (`SAFE_SQLITE` does): only what is stored as text has to be read as JSON, which costs a third of a long answer.
    """
    if isinstance(column.type, sa.JSON):
        return _Json(column)
    return _Flag(column) if isinstance(column.type, sa.Boolean) else column
