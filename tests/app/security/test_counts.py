"""Counts that several processes share, in a real Redis: one count for all, and each its own while the store is away."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from limits import parse

from app.security.counts import Forms, Questions
from tests.places import missing

LIMIT = parse("3/hour")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a store that is running, and its process."""
    programme = shutil.which("redis-server")
    if programme is None:
        missing("redis-server", "apt-get install redis-server")
    socket = tmp_path / "store"
    command = [str(programme), "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while not socket.exists():
            assert running.poll() is None
            time.sleep(0.01)
        yield f"valkey+unix://{socket}", running
        running.kill()


def test_what_one_process_counts_is_counted_for_all_and_for_each_alone_while_the_store_is_away(
    store: tuple[str, subprocess.Popen[bytes]],
) -> None:
    url, running = store

    async def asked(by: Questions) -> tuple[bool, int]:
        within, window = await by.count(LIMIT, "192.0.2.1")
        return within, window.remaining

    async def all_of_them() -> list[tuple[bool, int]]:
        one, other = Questions(url), Questions(url)
        told = [await asked(by) for by in (one, other, one, other)]
        running.kill()
        running.wait()
        return [*told, await asked(one), await asked(one), await asked(other)]

    forms = Forms(url), Forms(url)
    assert [by.count(LIMIT, "192.0.2.2") for by in (*forms, *forms)] == [True, True, True, False]
    assert asyncio.run(all_of_them()) == [(True, 2), (True, 1), (True, 0), (False, 0), (True, 2), (True, 1), (True, 2)]
    assert [by.count(LIMIT, "192.0.2.2") for by in forms] == [True, True]
