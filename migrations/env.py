"""How alembic meets the desk database. The public register is no migration's business: it is thrown away and rebuilt."""

from typing import Any

from alembic import context

from app.db import engine
from app.models.journal import journal
from app.models.register import register
from app.settings import settings


def _url() -> str:
    given: str | None = context.config.attributes.get("url")
    return given or settings().database_url


def _include_name(name: str | None, _kind: str, _parents: Any) -> bool:
    """The index of words lies in tables, and on PostgreSQL in a column, of which no model knows (`app/models/word_index.py`);
    nor does any of procrastinate's."""
    return name is None or ("_fts_" not in name and not name.startswith("procrastinate_"))


def migrate() -> None:
    maker = engine(_url())
    with maker.connect() as connection:
        if maker.dialect.name == "sqlite":
            # A table is altered by copying it, which its foreign keys must not notice; no transaction is open here yet.
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        context.configure(
            connection=connection,
            target_metadata=[journal, register],
            render_as_batch=True,
            compare_type=True,
            include_name=_include_name,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        if connection.in_transaction():
            connection.commit()
    maker.dispose()


if context.is_offline_mode():
    raise SystemExit("migrations are run against a database, not written out as SQL")
migrate()
