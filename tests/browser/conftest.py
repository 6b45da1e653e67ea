"""A real browser before a real server: the built-in example, and a matter whose every word is hostile."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from app.installation.opening import open_stores, start
from app.main import create_app
from app.settings import Settings
from tests.app.conftest import files_read_once, pictures_awaited
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.served import installed
from tests.app.sheets import ALNSJO
from tests.browser import against
from tests.browser.hostile import BUNDLE
from tests.places import missing

__all__ = ["files_read_once", "pictures_awaited"]

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the installation is served, on loopback."""
    folder: Path = tmp_path_factory.mktemp("browsed")
    with installed(folder, f"sqlite:///{folder / 'desk.db'}") as using:
        stores = open_stores(using)
        start(stores)
        file(stores, BUNDLE)
        for n, data in enumerate(against.files()):
            import_file(stores, using, data, f"emot-{n}.pdf", "anna", ALNSJO)
        stores.dispose()
        with served(using) as address:
            yield address


@contextmanager
def served(using: Settings) -> Iterator[str]:
    """Where an installation is served, on loopback, while the block runs."""
    server = uvicorn.Server(uvicorn.Config(create_app(using), port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port_of(server, thread)}"
    finally:
        server.should_exit = True
        thread.join()


def port_of(server: uvicorn.Server, thread: threading.Thread) -> int:
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.02)
    port: int = server.servers[0].sockets[0].getsockname()[1]
    return port


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of one file: while Playwright runs, no other test of the process can run a loop of its own."""
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("Chromium", "apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield opened
        opened.close()
