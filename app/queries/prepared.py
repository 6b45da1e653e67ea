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
    """A statement whose parameters are all texts, none of them a list; it is compiled once for each kind of database."""

    def __init__(self, statement: sa.Select[Any]) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, dict[str, Any], Sequence[str] | None]] = {}

    def rows(self, session: Session, **said: str) -> Sequence[Any]:
        """What it finds, columns by name: as the driver gives them, so that SQLite's days are texts."""
        connection = session.connection()
        sql, fixed, order = self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)
        values = fixed | said
        placed = tuple(values[name] for name in order) if order is not None else values
        return connection.exec_driver_sql(sql, placed).all()

    def _compile(self, dialect: sa.Dialect) -> tuple[str, dict[str, Any], Sequence[str] | None]:
        compiled = self._statement.compile(dialect=dialect)
        assert isinstance(compiled, sa.sql.compiler.SQLCompiler)
        made = (str(compiled), dict(compiled.params), compiled.positiontup)
        self._compiled[dialect.name] = made
        return made
