"""What every test can ask for: the shared data, a fresh pair of databases of either kind, settings of its own."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from sqlalchemy.util import LRUCache

from app.installation.opening import open_stores, start
from app.language.i18n import SOURCE, set_language
from app.settings import Settings, public_url, settings
from tests import postgres
from tests.places import SHARED, has_shared, missing


class Databases(NamedTuple):
    """The addresses of one installation: the desk's database and the public one."""

    desk_url: str
    public_url: str


# For a test of a rule alone, where what is put to the store is put to PostgreSQL by the tests beside it.
ON_ONE_STORE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

_numbers = count(1)
_IN_MEMORY = Path("/dev/shm")  # Linux' own; pytest makes a folder there that is its account's alone
_MUCH = 8 << 30  # bytes: several times what a whole run writes


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-expected", action="store_true", help="write the golden files of pages anew")


def pytest_configure() -> None:
    """What tests write lies in memory where there is room: they sync thousands of small files."""
    if _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _MUCH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Nor is garbage looked for while tests are found, when next to nothing is."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """What stays until the end is not looked through again and again for garbage: ten thousand tests and what they import."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # nor what a test makes, every few hundred objects


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not has_shared():
        missing("the shared data set", "set DIARIUM_SHARED to its folder")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the machine's settings or data, nor another test's language."""
    for name in [name for name in os.environ if name.startswith("DIARIUM_") and name != "DIARIUM_SHARED"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(tmp_path_factory.getbasetemp() / f"data-{next(_numbers)}"))
    settings.cache_clear()
    set_language(SOURCE)
    yield
    settings.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Engines of one kind share what SQLAlchemy made of a statement: a fresh installation would compile each anew."""
    compiled: LRUCache[Any, Any] = LRUCache(5_000)
    dialects: dict[tuple[type[sa.Dialect], Any, str], sa.Dialect] = {}
    make = sa.create_engine

    def sharing(*given: Any, **options: Any) -> sa.Engine:
        engine = make(*given, **options)
        kind = type(engine.dialect), engine.dialect.dbapi, repr(options.get("execution_options"))
        shared = dialects.get(kind)
        if shared is not None and hasattr(shared, "default_isolation_level"):  # it has been connected with
            engine.dialect = engine.pool._dialect = shared
        else:
            dialects[kind] = engine.dialect
        engine._compiled_cache = compiled
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sa, "create_engine", sharing)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared data set."""
    if not has_shared():
        missing("the shared data set", "set DIARIUM_SHARED to its folder")
    return SHARED


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server where databases can be made: TEST_PG_URL, else one of the test's own."""
    given = os.environ.get("TEST_PG_URL")
    if given:
        yield given
        return
    programmes = postgres.binaries()
    if programmes is None:
        missing("PostgreSQL", postgres.REMEDY)
    with postgres.server(programmes) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """The addresses of a pair of databases that hold nothing yet, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield _on_sqlite(tmp_path)
        return
    server: str = request.getfixturevalue("postgres_url")
    name = f"diarium_{os.getpid()}_{next(_numbers)}"
    desk = postgres.create(server, name)
    try:
        yield Databases(desk, public_url(desk))
    finally:
        postgres.drop(server, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """The addresses of an installation's databases just begun, in which nothing is filed, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        made: Path = request.getfixturevalue("made_files")
        for path in made.iterdir():
            shutil.copy(path, tmp_path / path.name)
        yield _on_sqlite(tmp_path)
        return
    lent: postgres.Lent = request.getfixturevalue("lent_database")
    yield Databases(lent.url, public_url(lent.url))
    lent.put_back()


def _on_sqlite(folder: Path) -> Databases:
    desk = f"sqlite:///{folder / 'desk.db'}"
    return Databases(desk, public_url(desk))


@pytest.fixture(scope="session")
def made_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk database and a public one to copy: to make their tables takes longer than most tests."""
    folder = tmp_path_factory.mktemp("made")
    _begin(_on_sqlite(folder), tmp_path_factory)
    return folder


@pytest.fixture(scope="session")
def made_template(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with desk and public register to copy."""
    name = f"diarium_{os.getpid()}_template"
    desk = postgres.create(postgres_url, name)
    _begin(Databases(desk, public_url(desk)), tmp_path_factory)
    yield name
    postgres.drop(postgres_url, name)


@pytest.fixture(scope="session")
def lent_database(postgres_url: str, made_template: str) -> Iterator[postgres.Lent]:
    """A copy of the template that one test after the other uses."""
    name = f"diarium_{os.getpid()}_lent"
    yield postgres.Lent(postgres_url, name, made_template)
    postgres.drop(postgres_url, name)


def _begin(addresses: Databases, tmp_path_factory: pytest.TempPathFactory) -> None:
    using = Settings(
        data_dir=tmp_path_factory.mktemp("made-data"),
        database_url=addresses.desk_url,
        public_database_url=addresses.public_url,
    )
    stores = open_stores(using)
    start(stores)
    stores.dispose()
