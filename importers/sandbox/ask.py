"""Runs one task on one file in a process of its own, with its memory, time and files held short.

PDFium may abort and pdfplumber may spin: neither happens in the process that asks. A small warm process (`server.py`)
is started when first asked and forks a child for each file; it ends with the process that started it. Any thread may
ask. What comes back is JSON (and, of a drawn page, image bytes), never pickle.

The task is JSON:                                       {"task": "read"}
The answer is a line of JSON, then any bytes:           {"answer": "bundle"}   or   {"refused": "encrypted", "params": {}}
"""

from __future__ import annotations

import atexit
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from importers.errors import MachineTooBusy, PageNotDrawable, ReaderFailed, ReadingStopped, Refusal, UnreadableFile
from importers.pdf.limits import MOST_ANSWER, MOST_MEMORY
from importers.pdf.progress import Tell, silent
from importers.sandbox.wire import ENDED, OURS, Ended

_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "TESSDATA_PREFIX")
_NEAR_THE_LIMIT = 0.5  # a child that died with half its memory in use died of it
_TRIES = 2  # a server that somebody killed is started again once
# Children at once, each of which may take the memory of one: a page is drawn however many files are being read.
_MOST = {"read": (os.cpu_count() or 1) + 1, "draw": 2, "words": 2, "mask": 1, "read_back": 1}


_PROGRESS = re.compile(rb"read (\d{1,6}) (\d{1,6})\n")
_PROGRESS_BEGUN = re.compile(rb"(?:r(?:e(?:a(?:d[ \d]{0,14})?)?)?)?")


@dataclass(slots=True)
class _Server:
    process: subprocess.Popen[bytes]
    requests: socket.socket


class _Places:
    """Room for so many children of a kind; one thread at a time gathers several places, lest two wait for each other."""

    def __init__(self, most: int) -> None:
        self.free, self._alone = threading.BoundedSemaphore(most), threading.Lock()

    @contextmanager
    def taken(self, places: int) -> Iterator[None]:
        """Hold so many of them."""
        taken = 0
        try:
            with self._alone:
                while taken < places:
                    self.free.acquire()
                    taken += 1
            yield
        finally:
            if taken:
                self.free.release(taken)


_lock = threading.Lock()
_places = {kind: _Places(most) for kind, most in _MOST.items()}
_running: list[_Server] = []  # none or one
_stopped = threading.Event()


def ask(task: dict[str, Any], data: bytes, tell: Tell = silent) -> bytes:
    """The answer's bytes; `tell` hears how far the child has come.

    A child that waited too long for the processor is tried again when no other of its kind runs.

    Raises `UnreadableFile` or `PageNotDrawable` as the child says, or as its death shows; `MachineTooBusy` where it waited
    too long alone as well; `ReaderFailed` where the fault is ours; `ConnectionError` where no child can be had;
    `ReadingStopped` after `stop_reading`.
    """
    answer, ended = run(task, data, tell=tell)
    if ended.status == -signal.SIGALRM:
        answer, ended = run(task, data, tell=tell, places=_MOST[task["task"]])
    return _judge(answer, ended)


def run(task: dict[str, Any], data: bytes, *, tell: Tell = silent, places: int = 1) -> tuple[bytes, Ended]:
    """What the child wrote, and how it ended. With all the places it runs alone of its kind.

    Raises `ConnectionError`, `ReadingStopped`.
    """
    file = os.memfd_create("file")
    try:
        _write(file, data)
        with _places[task["task"]].taken(places):
            for _ in range(_TRIES):
                server = _server()
                answer, ended = _ask(server, json.dumps(task).encode(), file, tell)
                if ended is not None:
                    return answer, ended
                _drop(server)
    finally:
        os.close(file)
    raise ConnectionError("the process that opens PDFs could not be started, or ended")


def stop_reading() -> None:
    """Give up whatever is being read in this process, which is about to end, and take on nothing more."""
    _stopped.set()
    with _lock:
        for server in _running:
            server.process.kill()  # its children die with it


def _write(file: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def _server() -> _Server:
    with _lock:
        if _stopped.is_set():
            raise ReadingStopped
        if not _running:
            _running.append(_start())
        return _running[0]


def _start() -> _Server:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "importers.sandbox.server"],
            cwd=_ROOT,
            env=_environment(),
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,  # Ctrl+C is for the process that asks; in a session of its own its niceness would not count
        )
    return _Server(process, ours)


def _environment() -> dict[str, str]:
    """Nothing of ours but what starts the interpreter: a hostile file finds no secret in its process."""
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    return {**environment, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


def _drop(server: _Server) -> None:
    """Forgets a server that has ended or does not answer."""
    with _lock:
        if server in _running:
            _running.remove(server)
            _stop(server)


def _stop(server: _Server) -> None:
    server.requests.close()
    server.process.kill()
    server.process.wait()


def _leave() -> None:
    while _running:
        _stop(_running.pop())


def _forget() -> None:
    """In a process forked from this one: the server stays the parent's, and ends with it."""
    global _lock, _places  # noqa: PLW0603 - another thread of the parent may have held them
    _lock = threading.Lock()
    _places = {kind: _Places(most) for kind, most in _MOST.items()}
    for server in _running:
        server.requests.close()
        server.process.returncode = 0  # not ours to wait for
    _running.clear()


atexit.register(_leave)
os.register_at_fork(after_in_child=_forget)


def _ask(server: _Server, task: bytes, file: int, tell: Tell) -> tuple[bytes, Ended | None]:
    """What the child wrote and how it ended; no end where the server's own came first."""
    answer, answer_end = os.pipe()
    ended, ended_end = os.pipe()
    try:
        try:
            socket.send_fds(server.requests, [task], [file, answer_end, ended_end])
        except OSError:
            return b"", None
        finally:
            os.close(answer_end)
            os.close(ended_end)
        answered = _read(answer, MOST_ANSWER, tell)
        os.close(answer)  # a child that still writes dies of it
        answer = -1
        status = _read(ended, ENDED.size)
        return answered, Ended(*ENDED.unpack(status)) if len(status) == ENDED.size else None
    finally:
        for fd in (answer, ended):
            if fd >= 0:
                os.close(fd)  # whoever is interrupted here has the child killed


def _read(fd: int, most: int, tell: Tell = silent) -> bytes:
    """What comes, without the lines before it that tell how far the child has come."""
    parts: list[bytes] = []
    begun = b""
    while most > 0 and (part := os.read(fd, min(most, 1 << 20))):
        most -= len(part)
        if parts:
            parts.append(part)
            continue
        begun += part
        while match := _PROGRESS.match(begun):
            tell(int(match[1]), int(match[2]))
            begun = begun[match.end() :]
        if not _PROGRESS_BEGUN.fullmatch(begun):
            parts.append(begun)
    return b"".join(parts)


def _judge(answer: bytes, ended: Ended) -> bytes:
    head, _, body = answer.partition(b"\n")
    if ended.status == OURS:
        raise ReaderFailed(json.loads(head)["failed"] if head else "the child that reads a file failed")
    if ended.status == -signal.SIGALRM:
        raise MachineTooBusy
    if ended.status != 0 or not head:
        raise UnreadableFile(_cause(ended))
    answered = json.loads(head)
    if "refused" in answered:
        raise UnreadableFile(answered["refused"], **answered["params"])
    if "not_drawable" in answered:
        raise PageNotDrawable(answered["not_drawable"], **answered["params"])
    return body


def _cause(ended: Ended) -> Refusal:
    if ended.status in (-signal.SIGPROF, -signal.SIGXCPU, -signal.SIGKILL):
        return Refusal.TOO_SLOW
    if ended.memory >= _NEAR_THE_LIMIT * MOST_MEMORY:
        return Refusal.TOO_MUCH_MEMORY
    return Refusal.DAMAGED
