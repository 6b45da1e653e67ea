"""On PostgreSQL: what each role may do with every table, sequence, function and schema, held against one table that people read,
and each tried at its work and at what is none of its business."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import engine, reading, writing
from app.failures import DatabaseRefuses
from app.imports.delivery import deliver_until
from app.imports.filing import accept
from app.imports.uploads import Claims, Upload
from app.imports.workers import taker
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.installation.renewing import rebuild_all, reindex_all
from app.main import create_app
from app.models.journal import acts as acts_table
from app.models.journal import filings, imports
from app.models.register import matters
from app.security.keys import add_key
from app.security.roles import Grant, Role
from app.security.users import add_user
from app.settings import Settings, public_url
from tests import postgres
from tests.app.filing import file
from tests.app.installation.test_roles import DENIED, refusal
from tests.app.register.saying import bundle, extract, item
from tests.app.sheets import ALNSJO, sheet

MATRIX = Path(__file__).with_name("privileges.txt")
ROLES = ("reader", "publisher", "worker", "desk")
PATIENCE = 600.0  # seconds: a busy machine takes its time
_ABOUT = f"""What each role may do, as the database answers: {", ".join(ROLES)}. Written by
pytest tests/app/installation/test_privileges.py --write-expected; what `-` stands under, it may not do.
r SELECT  a INSERT  w UPDATE (of these columns)  d DELETE  D TRUNCATE  x REFERENCES  t TRIGGER  U USAGE  C CREATE  X EXECUTE
"""
_ASKED = """
WITH role AS (SELECT ordinality AS n, 'diarium_' || name AS name FROM unnest(CAST(:roles AS text[])) WITH ORDINALITY AS given(name)),
letter(kind, letter, privilege) AS (VALUES ('r','r','SELECT'), ('r','a','INSERT'), ('r','w','UPDATE'), ('r','d','DELETE'),
    ('r','D','TRUNCATE'), ('r','x','REFERENCES'), ('r','t','TRIGGER'), ('S','U','USAGE'), ('S','r','SELECT'),
    ('S','w','UPDATE'), ('n','U','USAGE'), ('n','C','CREATE'), ('f','X','EXECUTE')),
thing AS (
    SELECT CASE relkind WHEN 'S' THEN 'S' ELSE 'r' END AS kind, c.oid, nspname || '.' || relname AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'v', 'm', 'p', 'f', 'S')
    UNION ALL SELECT 'n', oid, nspname FROM pg_namespace
    UNION ALL SELECT 'f', p.oid, nspname || '.' || proname || '()' FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
)
SELECT thing.name, role.name, coalesce(string_agg(letter, '' ORDER BY position(letter IN 'rawdDxtUCX')) FILTER (WHERE CASE thing.kind
        WHEN 'r' THEN has_table_privilege(role.name, thing.oid, privilege)
        WHEN 'S' THEN has_sequence_privilege(role.name, thing.oid, privilege)
        WHEN 'n' THEN has_schema_privilege(role.name, thing.oid, privilege)
        ELSE has_function_privilege(role.name, thing.oid, privilege) END), '')
    || coalesce((SELECT 'w(' || string_agg(attname, ',' ORDER BY attname) || ')' FROM pg_attribute
        WHERE thing.kind = 'r' AND attrelid = thing.oid AND attnum > 0 AND NOT attisdropped
        AND NOT has_table_privilege(role.name, thing.oid, 'UPDATE')
        AND has_column_privilege(role.name, thing.oid, attnum, 'UPDATE')), '')
FROM thing CROSS JOIN role JOIN letter ON letter.kind = thing.kind
WHERE thing.name ~ '^(public|published|published_as_of)(\\.|$)'
GROUP BY thing.kind, thing.oid, thing.name, role.n, role.name ORDER BY thing.name COLLATE "C", thing.oid, role.n
"""
# What is nobody's but the account's, of the desk's tables.
NOT_OF_THE_JOURNAL = (
    "UPDATE entries SET content = NULL",
    "UPDATE filings SET sha256 = 'a'",
    "UPDATE readings SET file = 'a'",
    "UPDATE acts SET said = 'a'",
    "UPDATE releases SET public = true",
    *(f"DELETE FROM {table}" for table in ("entries", "filings", "readings", "parts", "part_keys", "releases", "acts")),
    "TRUNCATE entries CASCADE",
    "DROP TABLE act_keys",
    "ALTER TABLE entries DISABLE TRIGGER ALL",
    "CREATE TABLE own (a int)",
    "UPDATE alembic_version SET version_num = 'a'",
    "DELETE FROM checkpoints",
    "INSERT INTO checkpoints (size) VALUES (1)",
    "SET ROLE diarium",
)
NOT_A_WORKERS = (
    *(
        f"SELECT 1 FROM {table}"
        for table in ("users", "grants", "sessions", "identities", "attempts", "api_keys", "reports")
    ),
    "INSERT INTO grants VALUES ('a', 'admin', '', '')",
    "UPDATE acts SET undone_by = 1",
    "SET ROLE diarium_desk",
)
NOT_A_READERS = (
    "SELECT 1 FROM public.entries",
    "INSERT INTO register_meta VALUES ('a', 'b')",
    "DELETE FROM matters",
    "TRUNCATE matters",
    "CREATE TABLE published.own (a int)",
    "SET ROLE diarium_publisher",
    "SET ROLE diarium_worker",
)


@pytest.fixture(scope="module")
def installed(postgres_url: str, made_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An installation whose account has made the roles, and a log-in of its own for each: `a_reader`, `a_worker`, `a_desk`."""
    name = f"{made_template}_privileges"
    desk = postgres.create(postgres_url, name, made_template)
    using = Settings(
        data_dir=tmp_path_factory.mktemp("rights"), database_url=desk, public_database_url=public_url(desk)
    )
    stores = open_stores(using)
    start(stores)
    with stores.desk.begin() as connection:
        for role in ("reader", "worker", "desk"):
            connection.exec_driver_sql(f"CREATE ROLE a_{role} LOGIN IN ROLE diarium_{role}")
    stores.dispose()
    yield using
    postgres.drop(postgres_url, name)
    owner = engine(postgres_url)
    with owner.begin() as connection:
        for role in ("reader", "worker", "desk"):
            connection.exec_driver_sql(f"DROP ROLE a_{role}")
    owner.dispose()


def logged_in(using: Settings, role: str) -> Settings:
    """The settings of whoever runs the programme as this log-in."""
    desk = make_url(using.database_url).set(username=f"a_{role}").render_as_string(hide_password=False)
    return using.model_copy(update={"database_url": desk, "public_database_url": public_url(desk)})


@contextmanager
def as_a(using: Settings, role: str) -> Iterator[sa.Engine]:
    store = engine(logged_in(using, role).database_url)
    yield store
    store.dispose()


def matrix(using: Settings) -> str:
    """A line for each thing, and what each role may do with it."""
    store = engine(using.database_url)
    with store.connect() as connection:
        rows = list(connection.execute(sa.text(_ASKED), {"roles": list(ROLES)}))
    store.dispose()
    lines = [
        (rows[n][0], *(may or "-" for _name, _role, may in rows[n : n + len(ROLES)]))
        for n in range(0, len(rows), len(ROLES))
    ]
    widths = [max(len(line[n]) for line in lines) for n in range(len(ROLES))]
    shown = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]) for line in lines
    )
    return "\n".join([_ABOUT, *shown, ""])


def test_each_role_may_do_what_the_matrix_says_and_nothing_else(
    installed: Settings, pytestconfig: pytest.Config
) -> None:
    may = matrix(installed)
    if pytestconfig.getoption("--write-expected"):
        MATRIX.write_text(may, encoding="utf-8")
    assert may == MATRIX.read_text(encoding="utf-8")


def test_what_was_granted_beyond_it_is_taken_back_and_what_lacks_is_granted(installed: Settings) -> None:
    store = engine(installed.database_url)
    with store.begin() as connection:
        connection.exec_driver_sql("GRANT ALL ON users, entries TO diarium_worker")
        connection.exec_driver_sql("GRANT UPDATE (said) ON acts TO diarium_desk")
        connection.exec_driver_sql("REVOKE ALL ON jobs FROM diarium_worker")
    store.dispose()
    open_stores(installed).dispose()
    assert matrix(installed) == MATRIX.read_text(encoding="utf-8")


def test_tables_that_are_made_anew_are_granted_as_they_are_made(installed: Settings) -> None:
    stores = open_stores(installed)
    with writing(stores.desk) as session:
        session.execute(sa.text("DROP TABLE steps CASCADE"))
    rebuild_all(stores)
    reindex_all(stores)
    stores.dispose()
    assert matrix(installed) == MATRIX.read_text(encoding="utf-8")


def test_a_worker_reads_and_files_as_itself(installed: Settings) -> None:
    using = logged_in(installed, "worker")
    stores, stop = open_stores(using), Event()
    start(stores)
    upload = accept(taker(stores, using), sheet(1), Claims("1.pdf", "anna", ALNSJO), at_once=False)
    assert isinstance(upload, Upload)
    work = Thread(target=lambda: deliver_until(stop, stores, using, pause=0.05))
    work.start()
    end = time.monotonic() + PATIENCE
    state = sa.select(imports.c.state).where(imports.c.id == upload.id)
    while time.monotonic() < end:
        with reading(stores.desk) as session:
            if session.execute(state).scalar_one() != "queued":
                break
        time.sleep(0.05)
    stop.set()
    work.join()
    for store in (stores.desk, stores.public):
        with reading(store) as session:
            assert session.execute(sa.select(sa.func.count()).select_from(matters)).scalar_one() == 1
    stores.dispose()
    owned = open_stores(installed)
    assert check(owned, installed).whole
    owned.dispose()


def test_what_is_none_of_a_workers_business_it_is_refused(installed: Settings) -> None:
    with as_a(installed, "worker") as store:
        for statement in (*NOT_OF_THE_JOURNAL, *NOT_A_WORKERS):
            assert refusal(store, statement) == DENIED, statement


def test_a_registrars_server_does_what_people_do(installed: Settings) -> None:
    using = logged_in(installed, "desk")
    stores = open_stores(using)
    start(stores)
    with writing(stores.desk) as session:
        add_user(session, "anna", "Anna Ek", [Grant(Role.ADMIN)])
        add_key(session, "nyckel", ALNSJO.name)
    file(stores, bundle(extract("Kommunstyrelsen", "2025-03-05", item("7", "Torget"))), ALNSJO)
    with reading(stores.desk) as session:
        filed = session.execute(sa.select(filings.c.sha256)).scalars().all()
    by = Actor("anna", "prov")
    seq = acts.close_municipality(stores, using, ALNSJO, by)
    acts.undo(stores, seq, by)
    with reading(stores.desk) as session:
        assert session.execute(sa.select(acts_table.c.undone_by).where(acts_table.c.seq == seq)).scalar() is not None
    with pytest.raises(DatabaseRefuses):
        acts.purge(stores, using, filed[0], by, law="arkivlagen 10 §")
    with reading(stores.desk) as session:
        assert session.execute(sa.select(filings.c.sha256)).scalars().all() == filed
    stores.dispose()


def test_what_is_none_of_a_registrars_servers_business_it_is_refused(installed: Settings) -> None:
    with as_a(installed, "desk") as store:
        for statement in (*NOT_OF_THE_JOURNAL, "DELETE FROM users", "DELETE FROM api_keys", "DELETE FROM reports"):
            assert refusal(store, statement) == DENIED, statement


def test_whoever_asks_is_answered_as_the_readers_log_in(installed: Settings) -> None:
    public = logged_in(installed, "reader").public_database_url
    using = logged_in(installed, "desk").model_copy(update={"public_reader_url": public})
    with TestClient(create_app(using)) as client:
        assert client.get("/").status_code == 200
        assert client.get("/api/v1/cases").status_code == 200
    reader = engine(public)
    for statement in NOT_A_READERS:
        assert refusal(reader, statement) == DENIED, statement
    reader.dispose()
