"""The public register as of the end of a day, of all that is public still: the same tables, seen through
views that bear their names. Whoever asks a register asks this one in the same words.

SQLite makes the views for one connection, whose own come before the file's; PostgreSQL keeps them in a schema beside the
register's, which gets the day and the search path.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateSchema, CreateTable, CreateView, DropSchema

from app.models.public_tables import AS_OF
from app.models.published import DATED, PAST, SINCE
from app.models.register import changes
from app.today import end_of

_SETTINGS = ("diarium.day", "diarium.over")
# Stand in a view's text where a question's own day and its end go.
_ANY_DAY, _ANY_END = dt.date(1, 2, 3), "0001-02-04T00:00:00.000000Z"
Expression = sa.ColumnElement[Any]
_NEAR = sa.Table("near", sa.MetaData(), sa.Column("owner", sa.String, primary_key=True), prefixes=["TEMPORARY"])


@contextmanager
def register_as_of(of: sa.Engine, day: dt.date, near: Collection[str] | None = None) -> Iterator[Session]:
    """A transaction that reads the register of `of` as of the end of `day`; of what these owners hold where
    `near` names them and it is the quicker way, else of everything."""
    over = end_of(day).strftime("%Y-%m-%dT%H:%M:%S.000000Z")
    with of.connect() as connection:
        if of.dialect.name == "postgresql":
            schema = _schema(connection)
            path = f'"{schema_as_of(schema)}", "{schema}"'
            settings = zip((*_SETTINGS, "search_path"), (day.isoformat(), over, path), strict=True)
            for name, value in settings:
                connection.execute(sa.select(sa.func.set_config(name, value, True)))
        else:
            connection.detach()  # from the pool: nobody else is to see through these views
            if near:
                connection.execute(CreateTable(_NEAR))
                connection.execute(_NEAR.insert(), [{"owner": owner} for owner in near])
            since = frozenset(connection.execute(_CHANGED_SINCE, {"day": day}).scalars())
            for view in _for_connection(since, narrow=bool(near)):
                of_that_day = view.replace(_ANY_DAY.isoformat(), day.isoformat()).replace(_ANY_END, over)
                connection.exec_driver_sql(of_that_day)
        with Session(connection, info={AS_OF: day}) as session:
            yield session


def create_views(connection: sa.Connection) -> None:
    """Make the views where the database keeps them: on PostgreSQL, beside the register's schema."""
    if connection.dialect.name == "postgresql":
        schema = _schema(connection)
        connection.execute(CreateSchema(schema_as_of(schema)))
        day, over = (sa.func.current_setting(name) for name in _SETTINGS)
        for view in _views(schema, sa.cast(day, sa.Date), over, of_two=_seen_through, schema=schema_as_of(schema)):
            connection.execute(view)


def drop_views(connection: sa.Connection) -> None:
    """Take the views away, so that what they look at can be made anew."""
    if connection.dialect.name == "postgresql":
        connection.execute(DropSchema(schema_as_of(_schema(connection)), cascade=True, if_exists=True))


_CHANGED_SINCE: sa.CompoundSelect[str] = sa.union_all(
    *(
        sa.select(sa.literal_column(f"'{name}'")).where(
            sa.exists().where(past.c.until > sa.bindparam("day", type_=sa.Date))
        )
        for name, past in PAST.items()
    )
)


@cache
def _for_connection(changed: frozenset[str], *, narrow: bool) -> list[str]:
    """The views of one SQLite connection, as SQL; made once, since that takes longer than most questions.

    SQLite cannot look through a view of two tables when it joins: it reads them whole first. So a view is of two only where
    rows have `changed` since; and where a question names its owners, the views hold no more than theirs (`narrow`).
    """
    day, over = sa.literal(_ANY_DAY, sa.Date), sa.literal(_ANY_END, sa.String)
    made = _views("main", day, over, changed, narrow=narrow, temporary=True)
    return [str(view.compile(dialect=sqlite())) for view in made]


def _views(
    of: str,
    day: Expression,
    over: Expression,
    changed: Collection[str] = DATED.keys(),
    *,
    narrow: bool = False,
    of_two: Callable[[str, str, Expression], sa.Select[Any]] | None = None,
    **where: Any,
) -> Iterator[CreateView]:
    """A view for each table of the schema `of` that stands on days, and one of the changes listed when the day was over."""
    for name in DATED:
        if of_two is not None:
            yield CreateView(of_two(of, name, day), name, **where)
            continue
        stood = list(_stood(of, name, day, narrow=narrow))
        yield CreateView(sa.union_all(*stood) if name in changed else stood[0], name, **where)
    announced = changes.to_metadata(sa.MetaData(), schema=of)
    yield CreateView(sa.select(announced).where(announced.c.at < over), changes.name, **where)


def _seen_through(of: str, name: str, day: Expression) -> sa.Select[Any]:
    """The same of both tables, with the day asked about outside of them: PostgreSQL looks through a view of two tables when it
    joins where neither is narrowed for itself, and reads them whole first else."""
    stands, stood = (table.to_metadata(sa.MetaData(), schema=of) for table in (DATED[name], PAST[name]))
    columns = [column.name for column in DATED[name].c if column.name != SINCE]
    of_all = sa.literal_column("DATE 'infinity'", sa.Date).label("until")
    both = sa.union_all(
        sa.select(*(stands.c[c] for c in columns), stands.c.since, of_all),
        sa.select(*(stood.c[c] for c in columns), stood.c.since, stood.c.until),
    ).subquery("both_tables")
    return sa.select(*(both.c[c] for c in columns)).where(both.c.since <= day, both.c.until > day)


def _stood(of: str, name: str, day: Expression, *, narrow: bool) -> Iterator[sa.Select[Any]]:
    """The rows of a table that stood on a day: those that do still, and those that do not."""
    stands, stood = (table.to_metadata(sa.MetaData(), schema=of) for table in (DATED[name], PAST[name]))
    columns = [column.name for column in DATED[name].c if column.name != SINCE]
    for table, on_day in ((stands, stands.c.since <= day), (stood, (stood.c.since <= day) & (stood.c.until > day))):
        rows = sa.select(*(table.c[c] for c in columns)).where(on_day)
        yield rows.where(table.c.owner.in_(sa.select(_NEAR.c.owner))) if narrow and "owner" in table.c else rows


def _schema(connection: sa.Connection) -> str:
    return str(connection.execute(sa.select(sa.func.current_schema())).scalar_one())


def schema_as_of(schema: str) -> str:
    """The schema of the views beside the register's."""
    return f"{schema}_as_of"
