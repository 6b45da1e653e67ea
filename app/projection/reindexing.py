"""What words are found by, made anew from a register's own rows: no journal is read, and nothing else is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.scope import RegisterScope
from app.loads import loads
from app.models import word_index  # noqa: F401 - the databases' own indexes are made with the table once it is known
from app.models.privileges import grant_desk
from app.models.published import published
from app.models.register import documents, items, matters, names, search_entries
from app.models.rows import OWNED, SHARED
from app.projection.project import parties_here
from app.register import values
from app.register.build import Register
from app.search.entries import SHARED_KINDS, entries_of, party_entry, shared_entry

# The values that an entry's words are of; every one is its owner's.
_READ = (
    values.Matter,
    values.Case,
    values.Step,
    values.Item,
    values.Document,
    values.Clause,
    values.Mention,
    values.Passage,
    values.Yrkande,
    values.Reservation,
    values.Statement,
    values.Vote,
)


def reindex(store: Session, scope: RegisterScope) -> int:
    """Make the entries and their index anew; returns how many there are."""
    connection = store.connection()
    table = published.tables[search_entries.name] if scope is RegisterScope.PUBLIC else search_entries
    table.drop(connection)
    table.create(connection)
    if scope is RegisterScope.DESK:
        grant_desk(connection)
    made = 0
    for kind, found in SHARED_KINDS.items():
        rows = store.execute(sa.select(SHARED[kind])).mappings()
        made += _insert(store, [shared_entry(found, dict(row)) for row in rows])
    made += _insert(store, [party_entry(*row) for row in store.execute(parties_here())])
    for batch in loads(_owners(store)):
        made += _insert(store, sorted(entries_of(_held_by(store, batch)), key=itemgetter("n")))
    if (
        connection.dialect.name == "postgresql"
    ):  # it chooses how to find a word by what it last counted, and has counted nothing
        connection.exec_driver_sql(f"ANALYZE {connection.dialect.identifier_preparer.format_table(table)}")
    return made


def _owners(store: Session) -> list[str]:
    """Everything that owns entries, the earliest first: what is found together, the latest of a word, is to lie together."""
    days = {items: items.c.date, documents: documents.c.date, matters: matters.c.last_date}
    dated = sa.union_all(*(sa.select(of.c.id, day.label("day")) for of, day in days.items())).subquery()
    first = sa.func.max(dated.c.day)
    return list(
        store.execute(sa.select(dated.c.id).group_by(dated.c.id).order_by(first.nulls_first(), dated.c.id)).scalars()
    )


def _held_by(store: Session, owners: Sequence[str]) -> Register:
    """What these owners hold, as far as it can be found by words."""
    made = Register()
    for kind in _READ:
        table = OWNED[kind]
        made.owned += _values(kind, store.execute(sa.select(table).where(table.c.owner.in_(owners))))
    mentioned = {value.name_id for value in made.owned if isinstance(value, values.Mention)}
    for batch in loads(sorted(mentioned)):
        printed = store.execute(sa.select(names).where(names.c.id.in_(batch)))
        made.shared += [(name.id, name) for name in _values(values.Name, printed)]
    return made


def _values(kind: type[Any], rows: sa.Result[Any]) -> Iterator[Any]:
    return (kind(**row) for row in rows.mappings())


def _insert(store: Session, entries: list[dict[str, Any]]) -> int:
    if entries:
        store.execute(search_entries.insert(), entries)
    return len(entries)
