"""The warm process that forks a child for each file: `python -m importers.sandbox.server`, its socket as standard input.

It holds nothing but that socket and the reader's code, opens no file, and has one thread. A request is one packet: the
task as JSON, and three file descriptors: the file to read, a pipe for the answer, a pipe for the end of the child.
When the child has ended, its status and its peak of memory go down the last; when whoever asked goes away, the child is
killed; when the socket closes, everything ends. By hand, since Python's own fork server speaks pickle
(`docs/decisions/sandbox.md`).
"""

from __future__ import annotations

import ctypes
import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from typing import NoReturn

from importers.sandbox.wire import ENDED, Ended

LONGEST_TASK = 65_536
_KILL_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_Children = dict[int, int]  # the pipe for the end of each child, by process
_Run = Callable[..., NoReturn]


def main() -> int:
    """Fork until the socket closes."""
    requests = socket.socket(fileno=sys.stdin.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    wake, woken = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    poll = select.poll()
    poll.register(requests, select.POLLIN)
    poll.register(wake, select.POLLIN)
    children: _Children = {}
    run = _loaded()
    while True:
        for fd, event in poll.poll():
            if fd == wake:
                os.read(wake, 4096)
            elif fd != requests.fileno():
                _kill(fd, children, poll)
            elif event & select.POLLIN and (asked := _request(requests)):
                task, fds = asked
                poll.register(fds[2], 0)
                children[_fork(run, task, fds, children)] = fds[2]
            else:
                return _end(children)
        _reap(children, poll)


def _loaded() -> _Run:
    """What a child does, with the whole reader loaded and warm."""
    gc.disable()  # a child lives for one file and makes few cycles, as loading does: to look for them costs more than they hold
    from importers.sandbox.child import run, warm  # noqa: PLC0415 - with nothing looking for garbage

    warm()
    gc.freeze()  # what is loaded now stays shared between the children
    return run


def _request(requests: socket.socket) -> tuple[bytes, list[int]] | None:
    task, fds, _, _ = socket.recv_fds(requests, LONGEST_TASK, 3)
    return (task, fds) if len(fds) == 3 else None


def _fork(run: _Run, task: bytes, fds: list[int], children: _Children) -> int:
    server = os.getpid()
    child = os.fork()
    if not child:
        _alone(server, fds, children)
        run(task, data=fds[0], answer=fds[1])
    os.close(fds[0])
    os.close(fds[1])
    return child


def _alone(server: int, fds: list[int], children: _Children) -> None:
    """Lets go of what is the server's, and dies with it."""
    ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGPIPE, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    for fd in (fds[2], nothing, *children.values()):
        os.close(fd)


def _kill(fd: int, children: _Children, poll: select.poll) -> None:
    """Nobody waits for this child any more."""
    poll.unregister(fd)
    for child in [child for child, ended in children.items() if ended == fd]:
        os.kill(child, signal.SIGKILL)


def _reap(children: _Children, poll: select.poll) -> None:
    while children:
        child, status, usage = os.wait4(-1, os.WNOHANG)
        if not child:
            return
        seconds = usage.ru_utime + usage.ru_stime
        _tell(children.pop(child), Ended(os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024, seconds), poll)


def _tell(fd: int, ended: Ended, poll: select.poll) -> None:
    try:
        poll.unregister(fd)
        os.write(fd, ENDED.pack(*ended))
    except (KeyError, BrokenPipeError):  # killed because nobody waits
        pass
    finally:
        os.close(fd)


def _end(children: _Children) -> int:
    for child in children:
        os.kill(child, signal.SIGKILL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
