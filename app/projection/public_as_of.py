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
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateSchema, CreateTable, CreateView, DropSchema

from app.models.public_tables import AS_OF, LAST_DAY
from app.models.published import DATED, PAST, SINCE
from app.models.register import changes, register_meta
from app.today import end_of

_SETTINGS = ("diarium.day", "diarium.over")
Expression = sa.ColumnElement[Any]
_NEAR = sa.Table("near", sa.MetaData(), sa.Column("owner", sa.String, primary_key=True), prefixes=["TEMPORARY"])
_ASKED = sa.Table(
    "asked", sa.MetaData(), sa.Column("day", sa.Date), sa.Column("over", sa.String), prefixes=["TEMPORARY"]
)
_LAST_DAY = sa.select(register_meta.c.value).where(register_meta.c.key == LAST_DAY)
# SQLite's connections that have the views already: to make them, and each question through them anew, takes longer than most
# questions. So many wait for the next question; they are closed with the engine that they are of.
_MOST_WAIT = 4
_waiting: WeakKeyDictionary[sa.Engine, list[sa.Connection]] = WeakKeyDictionary()


@contextmanager
def register_as_of(of: sa.Engine, day: dt.date, near: Collection[str] | None = None) -> Iterator[Session]:
    """A transaction that reads the register of `of` as of the end of `day`; of what these owners hold where
    `near` names them and it is the quicker way, else of everything. Where nothing has changed since, it is the register as it
    stands, with all that is counted of it."""
    with Session(of) as session:
        if _has_stood_since(session, day):
            yield session  # the transaction that was asked: what is filed meanwhile is of a later day
            return
    over = end_of(day).strftime("%Y-%m-%dT%H:%M:%S.000000Z")
    if of.dialect.name == "postgresql":
        with of.connect() as connection:
            schema = _schema(connection)
            path = f'"{schema_as_of(schema)}", "{schema}"'
            settings = zip((*_SETTINGS, "search_path"), (day.isoformat(), over, path), strict=True)
            for name, value in settings:
                connection.execute(sa.select(sa.func.set_config(name, value, True)))
            with Session(connection, info={AS_OF: day}) as session:
                yield session
    else:
        with _seeing_through(of) as connection:
            _see(connection, day, over, near)
            with Session(connection, info={AS_OF: day}) as session:
                yield session


def _has_stood_since(session: Session, day: dt.date) -> bool:
    """Whether nothing in the register has changed after that day."""
    last = session.execute(_LAST_DAY).scalar()
    return bool(last) and str(last) <= day.isoformat()


@contextmanager
def _seeing_through(of: sa.Engine) -> Iterator[sa.Connection]:
    """A connection to SQLite of its own, with the views of whoever asked last; none but who asks as of a day gets it."""
    if of not in _waiting:
        sa.event.listen(of, "engine_disposed", _close)
        _waiting[of] = []
    waiting = _waiting[of]
    try:
        connection = waiting.pop()
    except IndexError:
        connection = of.connect()
        connection.detach()  # from the pool: nobody else is to see through these views
    stays = False
    try:
        yield connection
        connection.commit()  # the views stay
        stays = len(waiting) < _MOST_WAIT and _waiting.get(of) is waiting
    finally:
        if stays:
            waiting.append(connection)
        else:
            connection.close()


def _close(of: sa.Engine) -> None:
    """Close those that wait: the file may be another from now on."""
    for connection in _waiting.pop(of, []):
        connection.close()


def _see(connection: sa.Connection, day: dt.date, over: str, near: Collection[str] | None) -> None:
    """Let the connection see the register as of the day."""
    since = frozenset(connection.execute(_CHANGED_SINCE, {"day": day}).scalars())
    seen = connection.info.get("views")
    if seen is None:
        for table in (_NEAR, _ASKED):
            connection.execute(CreateTable(table))
    connection.execute(_NEAR.delete())
    if near:
        connection.execute(_NEAR.insert(), [{"owner": owner} for owner in near])
    connection.execute(_ASKED.delete())
    connection.execute(_ASKED.insert(), {"day": day, "over": over})
    views = (since, bool(near))
    if seen == views:
        return
    for view in _for_connection(since, narrow=bool(near), anew=seen is not None):
        connection.exec_driver_sql(view)
    connection.info["views"] = views


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
def _for_connection(changed: frozenset[str], *, narrow: bool, anew: bool) -> list[str]:
    """What makes the views of one SQLite connection, in place of others where `anew`; made once, since that takes longer than most
    questions.

    SQLite cannot look through a view of two tables when it joins: it reads them whole first. So a view is of two only where
    rows have `changed` since; and where a question names its owners, the views hold no more than theirs (`narrow`).
    """
    day, over = (sa.select(column).scalar_subquery() for column in (_ASKED.c.day, _ASKED.c.over))
    made = [
        str(view.compile(dialect=sqlite()))
        for view in _views("main", day, over, changed, narrow=narrow, temporary=True)
    ]
    gone = [f'DROP VIEW temp."{name}"' for name in (*DATED, changes.name)] if anew else []
    return [*gone, *made]


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
