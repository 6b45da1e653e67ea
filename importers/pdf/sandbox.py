"""Runs one task on one file in a process of its own, with its memory, time and files held short.

PDFium may abort and pdfplumber may spin: neither happens in the process that asks. What goes over the pipes is JSON
(and, of a drawn page, image bytes), never pickle.

The task is a line of JSON, then the file's bytes:      {"task": "read", "name": "KSN-2023-03553.pdf"}
The answer is a line of JSON, then any bytes:           {"answer": "bundle"}   or   {"refused": "encrypted", "params": {}}
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

from importers.errors import PageNotDrawable, Refusal, UnreadableFile
from importers.pdf.limits import MOST_ANSWER, MOST_MEMORY, MOST_PAGES, seconds

_ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 10.0  # for a fresh interpreter on a busy machine, beside the task's own clock
_NEAR_THE_LIMIT = 0.5  # a child that died with half its memory in use died of it


def ask(task: dict[str, Any], data: bytes) -> bytes:
    """The answer's bytes.

    Raises `UnreadableFile` or `PageNotDrawable` as the child says, or as its death shows.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", "importers.pdf.child"],
        cwd=_ROOT,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert child.stdin is not None and child.stdout is not None
    clock = threading.Timer(seconds(MOST_PAGES) + _START_SECONDS, child.kill)
    feeder = threading.Thread(target=_feed, args=(child.stdin, task, data), daemon=True)
    clock.start()
    feeder.start()
    try:
        answer = child.stdout.read(MOST_ANSWER)
    finally:
        child.stdout.close()  # a child that still writes dies of it
        status, memory = _wait(child)
        clock.cancel()
        feeder.join()
    return _judge(answer, status, memory)


def _environment() -> dict[str, str]:
    """Nothing of ours but what starts the interpreter: a hostile file finds no secret in its process."""
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV") if key in os.environ}
    return {**kept, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


def _feed(pipe: BinaryIO, task: dict[str, Any], data: bytes) -> None:
    # A child that refuses the file early closes the pipe before all of it is written.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError), pipe:
        pipe.write(json.dumps(task).encode() + b"\n")
        pipe.write(data)


def _wait(child: subprocess.Popen[bytes]) -> tuple[int, int]:
    """How the child ended (as `Popen.returncode`), and the most memory it held, in bytes."""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_maxrss * 1024


def _judge(answer: bytes, status: int, memory: int) -> bytes:
    head, _, body = answer.partition(b"\n")
    if status != 0 or not head:
        raise UnreadableFile(_cause(status, memory))
    said = json.loads(head)
    if "refused" in said:
        raise UnreadableFile(said["refused"], **said["params"])
    if "not_drawable" in said:
        raise PageNotDrawable(said["not_drawable"], **said["params"])
    return body


def _cause(status: int, memory: int) -> Refusal:
    if status in (-signal.SIGALRM, -signal.SIGXCPU, -signal.SIGKILL):
        return Refusal.TOO_SLOW
    if memory >= _NEAR_THE_LIMIT * MOST_MEMORY:
        return Refusal.TOO_MUCH_MEMORY
    return Refusal.DAMAGED
