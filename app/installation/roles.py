"""On PostgreSQL, who reads and who writes: the public's readers are a role that can read the public schema alone.

    desk's tables        owned by whoever connects
    the public schema    owned by `…_publisher`, to which the desk publishes
    readers              `…_reader`, who may read the public schema and nothing else
    workers, servers     `…_worker` and `…_desk`, for log-ins of their own (`app/models/privileges.py`)

They are made, by the name of the one who connects, where that one may make roles; else `docs/postgresql.md` has the
statements for who may. A connection takes its role on as it opens. Where there are none, everything is whoever connects,
and `diarium doctor` says so. SQLite has no roles: what readers have there is a file of its own, opened read-only.

Who logs in as a member of a worker's or a server's role takes on the roles of the account that owns the installation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from app.models.privileges import DESK, WORKER

READER, PUBLISHER = "reader", "publisher"
_DUPLICATE = {"42710", "23505"}  # another installation of the same account has just made it

_MAY_CREATE = sa.text("SELECT has_database_privilege(:publisher, current_database(), 'CREATE')")
_SCHEMAS_OF_OTHERS = sa.text("""SELECT nspname FROM pg_namespace
    WHERE nspname = ANY(:schemas) AND nspowner <> (SELECT oid FROM pg_roles WHERE rolname = :publisher)""")
_TABLES_OF_OTHERS = sa.text("""SELECT nspname, relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname = ANY(:schemas) AND relkind IN ('r', 'v')
    AND relowner <> (SELECT oid FROM pg_roles WHERE rolname = :publisher)""")


# Whoever owns the public schema is named after the account; the address' search_path names that schema.
_ACCOUNTS = sa.text("""SELECT session_user::text UNION ALL
    SELECT left(owner, -length(:ending)) FROM (SELECT pg_get_userbyid(nspowner)::text AS owner FROM pg_namespace
    WHERE nspname = current_schema()) named WHERE right(owner, length(:ending)) = :ending""")
_ROLES = sa.text("""SELECT rolname FROM pg_roles WHERE rolname IN (:reader, :publisher)
    AND pg_has_role(session_user, oid, 'MEMBER')""")


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles that connections take on; None where there is none to take."""

    reader: str | None = None
    publisher: str | None = None

    @property
    def whole(self) -> bool:
        return self.reader is not None and self.publisher is not None


def roles_of(connection: sa.Connection) -> Roles:
    """The roles that this connection's log-in may take on: those named after it, else those of the account whose installation
    it is."""
    found = Roles()
    for account in connection.execute(_ACCOUNTS, {"ending": f"_{PUBLISHER}"}).scalars().all():
        reader, publisher = f"{account}_{READER}", f"{account}_{PUBLISHER}"
        there = set(connection.execute(_ROLES, {"reader": reader, "publisher": publisher}).scalars())
        found = Roles(reader if reader in there else None, publisher if publisher in there else None)
        if found.whole:
            break
    return found


def usable_roles(url: str) -> Roles:
    """The roles of the account that an address connects as; none on SQLite, and none until both are there."""
    if make_url(url).get_backend_name() != "postgresql":
        return Roles()
    asking = sa.create_engine(url, poolclass=sa.NullPool)
    with asking.connect() as connection:
        roles = roles_of(connection)
    return roles if roles.whole else Roles()


def prepare_roles(connection: sa.Connection, schema: str) -> Roles:
    """Make the roles where this account may, and let the public schema be the publisher's to write, the reader's to read.

    The connection is in autocommit. Gives no roles where they are not there to be taken on.
    """
    if connection.execute(
        sa.text("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = session_user")
    ).scalar():
        _make(connection)
    roles = roles_of(connection)
    if not roles.whole:
        return Roles()
    if roles.publisher != f"{_account(connection)}_{PUBLISHER}":
        return roles  # a worker's or a server's log-in: what there is to hand over is the account's
    for statement in _to_hand_over(connection, schema, roles):
        connection.exec_driver_sql(statement)
    return roles


def _to_hand_over(connection: sa.Connection, schema: str, roles: Roles) -> Iterator[str]:
    """The statements that make the publisher the owner of what is public, and let the reader read it."""
    quoted = connection.dialect.identifier_preparer.quote
    reader, publisher = quoted(roles.reader or ""), quoted(roles.publisher or "")
    if not connection.execute(_MAY_CREATE, {"publisher": roles.publisher}).scalar():
        yield f"GRANT CREATE ON DATABASE {quoted(connection.engine.url.database or '')} TO {publisher}"
    # what the publisher makes anew one day is the reader's to read from the start
    yield f"ALTER DEFAULT PRIVILEGES FOR ROLE {publisher} GRANT SELECT ON TABLES TO {reader}"
    yield f"ALTER DEFAULT PRIVILEGES FOR ROLE {publisher} GRANT USAGE ON SCHEMAS TO {reader}"
    yield f"CREATE SCHEMA IF NOT EXISTS {quoted(schema)} AUTHORIZATION {publisher}"
    from app.projection.public_as_of import schema_as_of  # noqa: PLC0415 - SQLite has no roles, and need not wait for it

    asked = {"schemas": [schema, schema_as_of(schema)], "publisher": roles.publisher}
    for (of,) in connection.execute(_SCHEMAS_OF_OTHERS, asked):
        yield f"ALTER SCHEMA {quoted(of)} OWNER TO {publisher}"
        yield f"GRANT USAGE ON SCHEMA {quoted(of)} TO {reader}"
    for of, name in connection.execute(_TABLES_OF_OTHERS, asked):
        yield f"ALTER TABLE {quoted(of)}.{quoted(name)} OWNER TO {publisher}"
        yield f"GRANT SELECT ON {quoted(of)}.{quoted(name)} TO {reader}"


def _account(connection: sa.Connection) -> str:
    return str(connection.execute(sa.text("SELECT session_user")).scalar())


def _make(connection: sa.Connection) -> None:
    """Make the roles that are not there yet, without log-in: the account may take on the reader's and the publisher's, and so
    may whoever is a worker or a server."""
    account = _account(connection)
    quoted = connection.dialect.identifier_preparer.quote
    first = ", ".join(quoted(f"{account}_{kind}") for kind in (READER, PUBLISHER))
    for kind in (READER, PUBLISHER, WORKER, DESK):
        role = f"{account}_{kind}"
        if connection.execute(sa.text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}).scalar():
            continue
        try:
            connection.exec_driver_sql(f"CREATE ROLE {quoted(role)} NOLOGIN")
        except sa.exc.DBAPIError as made:
            if getattr(made.orig, "sqlstate", None) not in _DUPLICATE:
                raise
        given = f"{quoted(role)} TO {quoted(account)}" if kind in {READER, PUBLISHER} else f"{first} TO {quoted(role)}"
        connection.exec_driver_sql(f"GRANT {given}")
