"""`diarium serve` as a deed that ends: a program hands in files with a key while it serves, and then it is interrupted."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from app.api import imports
from app.cli import build
from app.commands.running import run
from app.failures import DiskFull, StorageFailure
from scripts.drilling.deeds import OURS

_PATIENCE = 3.0  # seconds: a worker that is made to fail each time need not be waited for
_FORESEEN = {StorageFailure.status, DiskFull.status}


def serve(key: str, files: Sequence[Path]) -> int:
    """Serve until each file is answered; the receipts are printed, as `diarium import --json` prints them."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    faults: list[str] = []
    imports.PATIENCE = _PATIENCE
    threading.Thread(target=_hand_in, args=(port, key, files, faults), daemon=True).start()
    status = run(build, ["serve", "--host", "127.0.0.1", "--port", str(port)])
    for fault in faults:
        print(fault)
    return OURS if faults else status


def _hand_in(port: int, key: str, files: Sequence[Path], faults: list[str]) -> None:
    """File each and look at the first page; what is answered with an error that nobody foresaw is a fault."""
    try:
        for file in files:
            status, body = _answer(port, "POST", "/api/v1/imports", key, file.read_bytes())
            if status == 202:
                print(json.dumps([json.loads(body)], indent=1), flush=True)
            _judge(status, body, faults)
        _judge(*_answer(port, "GET", "/", key, b""), faults)
    except (OSError, HTTPException):
        pass  # a call of this thread's own was made to fail, or the server has given up
    finally:
        os.kill(os.getpid(), signal.SIGINT)


def _judge(status: int, body: bytes, faults: list[str]) -> None:
    if status >= 500 and status not in _FORESEEN:
        faults.append(f"AnswerError: {status} {body[:200].decode(errors='replace')}")


def _answer(port: int, method: str, path: str, key: str, body: bytes) -> tuple[int, bytes]:
    """What is answered, however long the server takes to open its door."""
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=600)
        with suppress(ConnectionRefusedError):
            headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/pdf"}
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        threading.Event().wait(0.01)
