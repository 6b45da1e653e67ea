"""On PostgreSQL, what a worker and a desk's server may do with the desk's tables, where each logs in as itself.

    diarium worker    `…_worker`: appends what it reads, and ends jobs
    diarium serve     `…_desk`: that, and accounts, keys, sessions and what readers report

Neither takes anything out of the journal, changes what an entry says, or makes a table: that is the account's alone, which
migrates, rebuilds, purges and restores. Both are members of the reader's and the publisher's roles (`roles.py`).
"""

from __future__ import annotations

from collections import defaultdict

import sqlalchemy as sa

from app.models.register import register

WORKER, DESK = "worker", "desk"
_SELECT, _INSERT, _UPDATE, _DELETE = "SELECT", "INSERT", "UPDATE", "DELETE"
_ALL = (_SELECT, _INSERT, _UPDATE, _DELETE)
_APPEND = (_SELECT, _INSERT)
_UNDO = "UPDATE (undone_by)"
_COUNT = "UPDATE (counts)"
_TICKETS = "procrastinate_"

# Of each table what the worker may do, and what the desk may.
_MAY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "alembic_version": ((_SELECT,), (_SELECT,)),
    "entries": (_APPEND, _APPEND),
    "filings": (_APPEND, _APPEND),
    "readings": ((*_APPEND, _COUNT), (*_APPEND, _COUNT, _UNDO)),
    "parts": (_APPEND, _APPEND),
    "part_keys": (_APPEND, _APPEND),
    "releases": (_APPEND, _APPEND),
    "acts": (_APPEND, (*_APPEND, _UNDO)),
    "act_keys": (_APPEND, _APPEND),
    "arrivals": ((_SELECT,), (_SELECT,)),
    "municipality_keys": ((_SELECT,), _APPEND),
    "imports": ((*_APPEND, _UPDATE), (*_APPEND, _UPDATE)),
    "jobs": (_ALL, _ALL),
    "followers": (_ALL, _ALL),
    "checkpoints": ((_SELECT,), (_SELECT,)),
    "api_keys": ((), (*_APPEND, _UPDATE)),
    "users": ((), (*_APPEND, _UPDATE)),
    "grants": ((), _ALL),
    "sessions": ((), _ALL),
    "identities": ((), _ALL),
    "attempts": ((), _ALL),
    "reports": ((), (*_APPEND, _UPDATE)),
}

_OWNED = sa.text("""SELECT relname, relkind FROM pg_class WHERE relnamespace = current_schema()::regnamespace
    AND relkind IN ('r', 'S') AND relowner = (SELECT oid FROM pg_roles WHERE rolname = session_user)""")
_GRANTED = sa.text("""SELECT rolname, relname, privilege FROM (
        SELECT relname, (aclexplode(relacl)).grantee, (aclexplode(relacl)).privilege_type AS privilege
        FROM pg_class WHERE relnamespace = current_schema()::regnamespace
        UNION ALL
        SELECT relname, (aclexplode(attacl)).grantee, format('%s (%s)', (aclexplode(attacl)).privilege_type, attname)
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE attacl IS NOT NULL AND relnamespace = current_schema()::regnamespace
    ) granted JOIN pg_roles ON pg_roles.oid = grantee WHERE rolname = ANY(:roles)""")
_THERE = sa.text("""SELECT rolname, has_schema_privilege(oid, current_schema(), 'USAGE') AS usable FROM pg_roles
    WHERE rolname = ANY(:roles)""")


def grant_desk(connection: sa.Connection) -> None:
    """Let the worker's and the desk's roles, where they are there, do what they may with the desk's tables, and no more; by the
    account that owns these, and by nobody else. Whoever makes tables does it in the transaction that makes them."""
    if connection.dialect.name != "postgresql":
        return
    account = str(connection.execute(sa.text("SELECT session_user")).scalar())
    by_role = {f"{account}_{kind}": kind for kind in (WORKER, DESK)}
    there = {str(row.rolname): bool(row.usable) for row in connection.execute(_THERE, {"roles": list(by_role)})}
    owned = list(connection.execute(_OWNED)) if there else []
    if not owned:
        return
    _grant(connection, {role: by_role[role] for role in there}, [(name, kind) for name, kind in owned])
    quoted = connection.dialect.identifier_preparer.quote
    schema = quoted(str(connection.execute(sa.text("SELECT current_schema()")).scalar()))
    for role in (role for role, usable in there.items() if not usable):
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {quoted(role)}")


def _grant(connection: sa.Connection, roles: dict[str, str], owned: list[tuple[str, str]]) -> None:
    """Grant what is not granted, and take back what is too much: nothing is written where all is as it is to be."""
    stands = defaultdict[tuple[str, str], set[str]](set)
    for role, name, privilege in connection.execute(_GRANTED, {"roles": list(roles)}):
        stands[role, name].add(privilege)
    quoted = connection.dialect.identifier_preparer.quote
    alike = defaultdict[tuple[str, str, frozenset[str]], list[str]](list)
    for name, relation in owned:
        what = "SEQUENCE" if relation == "S" else "TABLE"
        for role, kind in roles.items():
            wanted, granted = _wanted(name, what, kind), stands[role, name]
            if granted - wanted:
                connection.exec_driver_sql(f"REVOKE ALL ON {what} {quoted(name)} FROM {quoted(role)}")
                granted = set()
            if wanted - granted:
                alike[role, what, frozenset(wanted)].append(quoted(name))
    for (role, what, privileges), names in alike.items():
        listed = ", ".join(sorted(privileges))
        connection.exec_driver_sql(f"GRANT {listed} ON {what} {', '.join(names)} TO {quoted(role)}")


def _wanted(name: str, what: str, kind: str) -> set[str]:
    """What a role of this kind may do; a table that nobody has thought of is nobody's."""
    if what == "SEQUENCE":
        return {"USAGE"} if name.startswith(_TICKETS) else set()
    if name in register.tables or name.startswith(_TICKETS):
        return set(_ALL)
    worker, desk = _MAY.get(name, ((), ()))
    return set(worker if kind == WORKER else desk)
