"""Files handed in at the desk while the server is killed and started: none is lost, none double, each is shown with its end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest

from app.db import Stores
from app.imports.queue import LEASE
from app.security.roles import Grant, Role
from app.settings import Settings
from tests.app.desk.working import PASSWORD, account
from tests.app.sheets import sheet
from tests.places import ROOT
from tests.thorough import tried

AT_A_TIME = 4
# seconds without an end: what a killed worker held is lost to the next after its lease at the latest, and a file is read in less
STANDSTILL = LEASE.total_seconds() + 60
ENDS = ("Läst: granska", "Har tvivel: granska", "Hålls inne", "Skiljer sig", "Fanns redan", "Gick inte att läsa")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_files_dropped_while_the_server_is_killed_have_each_one_end(stores: Stores, using: Settings) -> None:
    account(stores, "alva", Grant(Role.ADMIN))
    account(stores, "rut", Grant(Role.REGISTRAR))
    count = tried(8, 200)
    names = [f"fil {n:03}.pdf" for n in range(count)]
    waiting, every = list(enumerate(names, start=1)), max(1, count // (AT_A_TIME * tried(1, 10)))
    acknowledged: list[str] = []
    turn = 0
    while waiting:
        with serving(using) as (server, desk):
            for _batch in range(every):
                batch, waiting = waiting[:AT_A_TIME], waiting[AT_A_TIME:]
                if batch:
                    desk.drop([(name, sheet(n)) for n, name in batch])
                    acknowledged += [name for _n, name in batch]
            time.sleep(0.1 * (turn % 5))
            turn += 1
            server.send_signal(signal.SIGKILL)
    with serving(using) as (server, desk):
        ended, since = desk.ended(), time.monotonic()
        while len(ended) < count:
            time.sleep(0.2)
            before, ended = len(ended), desk.ended()
            since = time.monotonic() if len(ended) > before else since
            assert time.monotonic() < since + STANDSTILL, f"nothing came to its end in {STANDSTILL:.0f} s: {len(ended)}"
        server.send_signal(signal.SIGTERM)
    assert Counter(ended) == Counter(acknowledged) == Counter(names)


class Desk:
    """A browser at the desk of a served installation."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        client.post("/desk/logga-in", data={"login": "rut", "password": PASSWORD}).raise_for_status()

    def drop(self, files: list[tuple[str, bytes]]) -> None:
        mark = re.findall(r'name="mark" value="([0-9a-f]+)"', self._client.get("/desk").text)[0]
        sent = [("file", (name, data, "application/pdf")) for name, data in files]
        data = {"mark": mark, "municipality": "Alnsjö"}
        self._client.post("/desk/import", data=data, files=sent).raise_for_status()

    def ended(self) -> list[str]:
        """The names of the files in the list that have their end, once for each row."""
        rows = re.findall(r"<tr class=.*?</tr>", self._client.get("/desk").text, re.DOTALL)
        return [
            name for row in rows if any(end in row for end in ENDS) for name in re.findall(r"fil \d{3}\.pdf", row)[:1]
        ]


@contextmanager
def serving(using: Settings) -> Iterator[tuple[subprocess.Popen[bytes], Desk]]:
    """`diarium serve` on loopback until somebody ends it, and a registrar signed in."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", str(port)]
    env = {**os.environ, "DIARIUM_DATA_DIR": str(using.data_dir), "DIARIUM_DATABASE_URL": using.database_url}
    env |= {"DIARIUM_PUBLIC_DATABASE_URL": using.public_database_url}
    with subprocess.Popen(program, cwd=ROOT, env=env, stderr=subprocess.DEVNULL) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True, timeout=60) as client:
                for _try in range(600):
                    with suppress(httpx.TransportError):
                        client.get("/desk/logga-in")
                        break
                    time.sleep(0.1)
                yield server, Desk(client)
        finally:
            if sys.exc_info()[0] is not None:
                server.kill()
