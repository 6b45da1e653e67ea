"""Statements turned into SQL once: for those that answer most questions, whose making costs as much as their running.

SQLAlchemy finds a statement that it has compiled by walking through all of it, which for one of a hundred lines takes as
long as SQLite takes to answer it. What never changes needs no walk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session


class Prepared:
    """A statement whose parameters are single values, as its driver takes them; it is compiled once for each kind of
    database. What it finds is as the driver gives it: days of SQLite are texts."""

    def __init__(self, statement: sa.ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, dict[str, Any], Sequence[str] | None]] = {}

    def run(self, session: Session, **params: Any) -> sa.CursorResult[*tuple[Any, ...]]:
        """What it finds with these parameters."""
        connection = session.connection()
        return connection.exec_driver_sql(*self.sql_and_params(connection.dialect, **params))

    def sql_and_params(self, dialect: sa.Dialect, **params: Any) -> tuple[str, Any]:
        """What a driver gets: the SQL, and the parameters as it takes them."""
        sql, fixed, order = self._compiled.get(dialect.name) or self._compile(dialect)
        values = fixed | params
        return sql, tuple(values[name] for name in order) if order is not None else values

    def _compile(self, dialect: sa.Dialect) -> tuple[str, dict[str, Any], Sequence[str] | None]:
        compiled = self._statement.compile(dialect=dialect)
        assert isinstance(compiled, sa.sql.compiler.SQLCompiler)
        made = (str(compiled), dict(compiled.params), compiled.positiontup)
        self._compiled[dialect.name] = made
        return made
