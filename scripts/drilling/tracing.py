"""What strace sees of a process: its calls that change files, read back as changes of a `Disk`, and calls made to fail.

The process is attached to when it is about to begin, so that no call of the interpreter's start is among them. It shares
its files with no other process: the one that reads PDFs has ended its part when bytes come back through a pipe.
"""

from __future__ import annotations

import errno
import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.drilling.disk import Disk, File, Folder, Write

# What makes a change, makes it last or lets another see it.
CHANGING = (
    "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink", "mkdir", "rmdir", "flock",
)  # fmt: skip
READING = ("read", "pread64", "newfstatat", "getdents64")
TALKING = ("sendto", "recvfrom")  # to a database that is a server
_RECORDED = (*CHANGING, "close", "lseek", "dup", "dup2", "dup3")
# A change made by one of these could not be told from the outside.
_UNSEEN = ("sendfile", "copy_file_range", "fallocate", "pwritev", "pwritev2", "writev", "truncate", "renameat", "renameat2",
           "linkat", "unlinkat", "mkdirat", "symlink", "symlinkat")  # fmt: skip
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)\b[^()]*(?:\([^()]*\))?$", re.DOTALL)
_UNFINISHED = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_ARGUMENTS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|([^,"]+)')
_ATTACHES = 600.0  # seconds within which strace has attached


@dataclass(frozen=True, slots=True)
class Call:
    """A call that has come back: strings as bytes, all else as it was printed."""

    name: str
    arguments: tuple[bytes | str, ...]
    result: int

    def text(self, n: int) -> str:
        argument = self.arguments[n]
        return os.fsdecode(argument) if isinstance(argument, bytes) else argument

    def number(self, n: int) -> int:
        return int(str(self.arguments[n]), 0)


@contextmanager
def recorded(process: int, log: Path) -> Iterator[None]:
    """Have every call of the process that changes files written to `log`."""
    with _attached(process, "-s", "100000000", "-xx", f"--trace={','.join((*_RECORDED, *_UNSEEN))}", "-o", str(log)):
        yield


@contextmanager
def failing(process: int, call: str, nth: int, with_what: str) -> Iterator[None]:
    """Have the nth call of one name end so: `signal=KILL` before it is made, `error=ENOSPC` instead of it."""
    with _attached(process, f"--trace={call}", f"--inject={call}:{with_what}:when={nth}", "-o", os.devnull):
        yield


@contextmanager
def counted(process: int, counts: Counter[str], log: Path) -> Iterator[None]:
    """Count the calls that the process makes, by name, of its busiest thread."""
    with _attached(process, "-s", "0", f"--trace={','.join((*CHANGING, *READING, *TALKING))}", "-o", str(log)):
        yield
    by_thread = Counter(re.findall(r"^(\d+) +(\w+)\(", log.read_text(), re.MULTILINE))
    for (_thread, call), n in by_thread.items():
        counts[call] = max(counts[call], n)


@contextmanager
def _attached(process: int, *options: str) -> Iterator[None]:
    command = ["strace", "-f", "-qq", *options, "-p", str(process)]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as tracer:
        end = time.monotonic() + _ATTACHES
        while f"\nTracerPid:\t{tracer.pid}\n" not in Path(f"/proc/{process}/status").read_text(encoding="ascii"):
            if tracer.poll() is not None or time.monotonic() > end:
                raise OSError(errno.EPERM, "strace cannot attach")
            time.sleep(0.002)
        yield
        tracer.wait()


def read_calls(log: Path) -> Iterator[Call]:
    """The calls in the order in which they came back; a sync counts from when it was begun."""
    begun: dict[str, str] = {}
    for line in log.read_text().splitlines():
        whole = line
        if unfinished := _UNFINISHED.match(line):
            begun[unfinished[1]] = f"{unfinished[1]} {unfinished[2]}({unfinished[3]}"
            continue
        if resumed := _RESUMED.match(line):
            whole = begun.pop(resumed[1]) + resumed[2]
        if made := _LINE.match(whole):
            yield Call(made[1], tuple(_arguments(made[2])), int(made[3]))


def _arguments(printed: str) -> Iterator[bytes | str]:
    for found in _ARGUMENTS.finditer(printed):
        if found[2] is None:
            yield bytes.fromhex(found[1].replace("\\x", ""))
        elif found[2].strip():
            yield found[2].strip()


class Replay:
    """A disk that calls are made on again; what the process said, to whoever waits for it, is `output`."""

    def __init__(self, held: Path, real: Path) -> None:
        """`held` is a copy of what the folder `real` held when the process began."""
        self.disk = Disk(held)
        self.output = b""
        self._real = real
        self._opened: dict[int, list[object]] = {}  # descriptor → its node, where it stands, whether it appends

    def make(self, call: Call) -> bool:
        """Make the call; whether it changed the disk, what of it is durable, or what was said."""
        if call.result < 0:
            return False
        if call.name in _UNSEEN:
            if any(
                self._within(call.text(n)) is not None for n, a in enumerate(call.arguments) if isinstance(a, bytes)
            ):
                raise NotImplementedError(call.name)
            return False
        return bool(getattr(self, f"_{call.name}")(call))

    def _within(self, path: str) -> PurePosixPath | None:
        return PurePosixPath(path).relative_to(self._real) if Path(path).is_relative_to(self._real) else None

    def _openat(self, call: Call) -> bool:
        path = self._within(call.text(1))
        self._opened.pop(call.result, None)
        if path is None:
            return False
        node, flags = self.disk.node(path), call.text(2)
        changed = node is None
        if node is None:
            node = File()
            self.disk.name(path, node)
        if "O_TRUNC" in flags and isinstance(node, File) and node.size:
            node.write(Write(0, None))
            changed = True
        self._opened[call.result] = [node, 0, "O_APPEND" in flags]
        return changed

    def _close(self, call: Call) -> bool:
        self._opened.pop(call.number(0), None)
        return False

    def _dup(self, call: Call) -> bool:
        if call.number(0) in self._opened:
            self._opened[call.result] = self._opened[call.number(0)]
        return False

    _dup2 = _dup3 = _dup

    def _lseek(self, call: Call) -> bool:
        if call.number(0) in self._opened:
            self._opened[call.number(0)][1] = call.result
        return False

    def _write(self, call: Call) -> bool:
        data = call.arguments[1]
        assert isinstance(data, bytes)
        if call.number(0) in {1, 2}:
            self.output += data[: call.result]
            return True
        opened = self._opened.get(call.number(0))
        if opened is None:
            return False
        node, at, appends = opened
        assert isinstance(node, File) and isinstance(at, int)
        at = node.size if appends else at
        node.write(Write(at, data[: call.result]))
        opened[1] = at + call.result
        return True

    def _pwrite64(self, call: Call) -> bool:
        node, data = self._node(call), call.arguments[1]
        assert isinstance(data, bytes)
        if isinstance(node, File):
            node.write(Write(call.number(3), data[: call.result]))
        return node is not None

    def _ftruncate(self, call: Call) -> bool:
        node = self._node(call)
        if isinstance(node, File):
            node.write(Write(call.number(1), None))
        return node is not None

    def _fsync(self, call: Call) -> bool:
        node = self._node(call)
        if node is not None:
            self.disk.sync(node)
        return node is not None

    _fdatasync = _fsync

    def _rename(self, call: Call) -> bool:
        old, new = self._within(call.text(0)), self._within(call.text(1))
        if old is None or new is None:
            return False
        self.disk.rename(old, new)
        return True

    def _link(self, call: Call) -> bool:
        old, new = self._within(call.text(0)), self._within(call.text(1))
        if old is None or new is None:
            return False
        self.disk.name(new, self.disk.node(old))
        return True

    def _unlink(self, call: Call) -> bool:
        path = self._within(call.text(0))
        if path is not None:
            self.disk.name(path, None)
        return path is not None

    _rmdir = _unlink

    def _mkdir(self, call: Call) -> bool:
        path = self._within(call.text(0))
        if path is not None:
            self.disk.name(path, Folder())
        return path is not None

    def _flock(self, call: Call) -> bool:
        return False

    def _node(self, call: Call) -> File | Folder | None:
        opened = self._opened.get(call.number(0))
        return opened[0] if opened and isinstance(opened[0], File | Folder) else None
