"""A store that speaks S3, run for the tests, and what stands between it and us: errors, slowness and lost replies."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Event, Thread
from typing import NamedTuple

ACCOUNT = {
    "AWS_ACCESS_KEY_ID": "AKIAPROVNING",
    "AWS_SECRET_ACCESS_KEY": "hemlig-nyckel-1234",
    "AWS_REGION": "eu-north-1",
}
_NOT_PASSED_ON = {"connection", "content-length", "date", "server", "transfer-encoding"}
_names = count(1)


class Fault(Enum):
    """`ERROR`: nothing is done, and said so. `LOST`: it is done, and nobody is told. `CUT`: half of the answer comes. `SLOW`: all
    of it, late. `REFUSED`: not to this account, in words that quote what it sent."""

    ERROR = auto()
    LOST = auto()
    CUT = auto()
    SLOW = auto()
    REFUSED = auto()


class Server(NamedTuple):
    """A store, as it is (`address`) and through a connection that every n-th question fails on (`between`)."""

    address: str
    between: Between

    def make_bucket(self) -> str:
        """A new bucket's name."""
        name = f"bucket-{next(_names)}"
        self.ask("PUT", f"/{name}")
        return name

    def ask(self, method: str, path: str, body: bytes = b"") -> bytes:
        """What the store itself answers."""
        connection = HTTPConnection(self.address)
        connection.request(method, path, body)
        answer = connection.getresponse()
        assert answer.status < 300, answer.status
        return answer.read()


class Between(ThreadingHTTPServer):
    """Hands questions on to the store at `to` (`127.0.0.1:5000`); of every `every` questions one meets the next of `faults`."""

    daemon_threads = True

    def __init__(self, to: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handing)
        self.to = to
        self.adds: dict[str, str] = {}  # to the headers of each answer
        self.answers, self.held = Event(), list[str]()  # while it is not set all questions wait, and are told
        self.answers.set()
        self.failing()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def failing(self, *faults: Fault, every: int = 1, slow: float = 0.2) -> None:
        """From now on; without faults none."""
        self._faults, self._every, self.slow = faults, every, slow
        self._numbers, self.asked = count(1), 0

    def next_fault(self) -> Fault | None:
        self.asked = asked = next(self._numbers)
        if not self._faults or asked % self._every:
            return None
        return self._faults[asked // self._every % len(self._faults)]

    def handle_error(self, *_: object) -> None:
        """Whoever asked has gone."""


class _Handing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Between

    def _hand_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.server.answers.is_set():
            self.server.held.append(self.path)
            self.server.answers.wait()
        fault = self.server.next_fault()
        if fault in {Fault.ERROR, Fault.REFUSED}:
            said = b"<Error><Code>AccessDenied</Code><Key>%s</Key></Error>" % ACCOUNT["AWS_ACCESS_KEY_ID"].encode()
            self._answer(500 if fault is Fault.ERROR else 403, {}, said)
            return
        if fault is Fault.SLOW:
            time.sleep(self.server.slow)
        connection = HTTPConnection(self.server.to)
        connection.request(self.command, self.path, body, dict(self.headers))
        answer = connection.getresponse()
        data = answer.read()
        if fault is Fault.LOST:
            self._end()
            return
        length = answer.headers["Content-Length"] if self.command == "HEAD" else str(len(data))
        headers = {name: value for name, value in answer.headers.items() if name.casefold() not in _NOT_PASSED_ON}
        headers |= self.server.adds
        self._answer(answer.status, headers, data, length, cut=fault is Fault.CUT)

    def _answer(
        self, status: int, headers: dict[str, str], data: bytes, length: str | None = None, *, cut: bool = False
    ) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": length or str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data[: len(data) // 2] if cut else data)
        if cut:
            self._end()

    def _end(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _hand_on  # noqa: N815 - as the library calls them

    def log_message(self, *_: object) -> None:
        """Nothing is written."""


@contextmanager
def server() -> Iterator[Server]:
    """A store without any bucket, until the block ends."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415 - it takes seconds to load, and few tests ask

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    store = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    store.start()
    host, port = store.get_host_and_port()
    between = Between(f"{host}:{port}")
    handing = Thread(target=between.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    handing.start()
    try:
        yield Server(between.to, between)
    finally:
        between.shutdown()
        between.server_close()
        store.stop()
