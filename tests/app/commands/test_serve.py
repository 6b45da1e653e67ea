"""`serve` tells of its address only when it holds it, and imports in a process of its own, whoever of the two is killed."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from starlette.testclient import TestClient

from app.commands.serve import run_server
from app.errors import WrongUse
from app.imports import beside, filing
from app.imports.beside import Apart
from app.main import create_app
from app.settings import Settings, settings
from importers.pdf.progress import silent
from tests.app.served import key_for
from tests.app.sheets import sheet

PLACE = "Alnsjö kommun"
T = TypeVar("T")


def test_a_taken_port_is_one_sentence_and_no_invitation(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WrongUse, match="upptagen"):
            run_server(settings(), port=port)
    assert "Öppna" not in capsys.readouterr().err


def test_uploads_are_imported_in_a_process_of_its_own_whoever_is_killed(
    using: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_LEAST_REST", 0.0)
    key = key_for(using, "diariet", PLACE)
    for n in range(1, 4):
        filing.read_apart(sheet(n), silent)  # remembered, in the worker too
    apart = Apart(using)
    with TestClient(create_app(using, apart.importing)) as client:

        def fate(n: int) -> str:
            given = {"Authorization": f"Bearer {key}", "Content-Type": "application/pdf"}
            return str(client.post("/api/v1/imports", content=sheet(n), headers=given).json()["state"])

        (worker,) = until(lambda: children(apart.keeper))
        assert fate(1) == "imported"
        os.kill(worker, signal.SIGKILL)
        (other,) = until(lambda: children(apart.keeper) - {worker})
        assert fate(2) == "imported"
        os.kill(apart.keeper, signal.SIGKILL)
        until(lambda: not is_alive(other))
        assert fate(3) == "imported"
        assert client.get("/api/v1/cases").json()["total"] == 3
    apart.close()


def test_what_imports_ends_with_whoever_serves_however_that_ends(using: Settings) -> None:
    reads, writes = os.pipe()
    server = os.fork()
    if not server:
        os.write(writes, b"%d" % Apart(using).keeper)
        signal.pause()
    keeper = int(os.read(reads, 20))
    (worker,) = until(lambda: children(keeper))
    os.kill(server, signal.SIGKILL)
    os.waitpid(server, 0)
    until(lambda: not is_alive(keeper) and not is_alive(worker))
    os.close(reads)
    os.close(writes)


def until(look: Callable[[], T]) -> T:
    """What is seen, once there is something to see."""
    for _ in range(6_000):
        if seen := look():
            return seen
        time.sleep(0.01)
    raise TimeoutError


def children(process: int) -> set[int]:
    return set(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
