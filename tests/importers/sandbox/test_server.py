"""The warm server: it survives what files, signals and threads do to it, and outlives nobody."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from importers.errors import MachineTooBusy, ReaderFailed, Refusal, UnreadableFile
from importers.sandbox import ask, child
from tests.importers.pdf.drawn import drawn, says

SHORT = drawn(
    says("Kommunstyrelsen", "Protokollsutdrag", "2024-12-11", "§ 372", "Svar på motion", "Beslut", "Motionen avslås.")
)
READ = {"task": "read"}
HANGS = 120  # seconds: what has not come about by then never will, on a busy machine either


def slow(pages: int) -> bytes:
    """Pages that draw half a million lines each, and say nothing."""
    drawing = zlib.compress(b"0 0 m 9 9 l S\n" * 500_000)
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(drawing), drawing),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 3 0 R>>"] * pages,
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (number, text) for number, text in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size %d>>" % (len(objects) + 1)


SLOW = slow(40)


def server() -> int:
    """The process of the server, started if need be."""
    ask.ask(READ, SHORT)
    return ask._running[0].process.pid


def children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]


def soon(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + HANGS
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def is_gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@contextmanager
def reader_of_slow(caught: list[Refusal | str]) -> Iterator[int]:
    """The child that reads SLOW in another thread; what becomes of the file ends in `caught`."""

    def read() -> None:
        try:
            ask.ask(READ, SLOW)
        except UnreadableFile as refused:
            caught.append(refused.code)
        except MachineTooBusy:
            caught.append("busy")

    process = server()
    thread = threading.Thread(target=read)
    thread.start()
    assert soon(lambda: len(children(process)) == 1)
    yield children(process)[0]
    thread.join()


def test_one_server_forks_for_every_file() -> None:
    first = server()
    assert server() == first
    assert soon(lambda: children(first) == [])


def test_a_server_that_died_is_started_again() -> None:
    process = server()
    os.kill(process, signal.SIGKILL)
    assert server() != process
    assert is_gone(process)


def test_a_killed_child_is_its_files_end_and_nothing_elses() -> None:
    caught: list[Refusal | str] = []
    process = server()
    with reader_of_slow(caught) as reading:
        os.kill(reading, signal.SIGKILL)
    assert caught == [Refusal.TOO_SLOW]
    assert server() == process


def test_a_server_killed_while_reading_takes_its_child_along_and_the_file_is_tried_again() -> None:
    caught: list[Refusal | str] = []
    process = server()
    with reader_of_slow(caught) as reading:
        os.kill(process, signal.SIGKILL)
        assert soon(lambda: is_gone(reading))
        assert soon(lambda: bool(ask._running) and ask._running[0].process.pid != process)
        again = ask._running[0].process.pid
        assert soon(lambda: len(children(again)) == 1)
        os.kill(children(again)[0], signal.SIGKILL)
    assert caught == [Refusal.TOO_SLOW]


@pytest.mark.parametrize("times", [1, 2])
def test_a_child_that_waited_too_long_is_tried_again_alone(times: int) -> None:
    """The signal is the wall's clock: twice, and the machine was too busy. Otherwise the file's end is its own."""
    caught: list[Refusal | str] = []
    process = server()
    with reader_of_slow(caught) as first:
        os.kill(first, signal.SIGALRM)
        assert soon(lambda: children(process) not in ([], [first]))
        (again,) = children(process)
        assert not ask._places["read"].free.acquire(blocking=False)
        os.kill(again, signal.SIGALRM if times == 2 else signal.SIGPROF)
    assert caught == ["busy" if times == 2 else Refusal.TOO_SLOW]
    assert ask.ask(READ, SHORT)


def test_threads_share_the_server() -> None:
    process = server()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ask.ask(READ, SHORT), range(24)))
    assert len(set(answers)) == 1
    assert server() == process


def test_a_fork_of_ours_starts_a_server_of_its_own() -> None:
    process = server()
    fork = os.fork()
    if not fork:
        os._exit(0 if server() != process else 1)
    assert os.waitpid(fork, 0)[1] == 0
    assert server() == process


ASKS = """
import signal, sys
from importers.sandbox import ask
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets those that it starts behind it take none
ask.ask({"task": "read"}, open(sys.argv[1], "rb").read())
print(ask._running[0].process.pid, flush=True)
ask.ask({"task": "read"}, open(sys.argv[2], "rb").read())
"""


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, -signal.SIGINT)])
def test_server_and_child_end_with_the_process_that_asked(tmp_path: Path, sent: int, status: int) -> None:
    (tmp_path / "short.pdf").write_bytes(SHORT)
    (tmp_path / "slow.pdf").write_bytes(SLOW)
    command = [sys.executable, "-c", ASKS, str(tmp_path / "short.pdf"), str(tmp_path / "slow.pdf")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ask._ROOT) as asking:
        assert asking.stdout is not None
        process = int(asking.stdout.readline())
        assert soon(lambda: len(children(process)) == 1)
        (reading,) = children(process)
        asking.send_signal(sent)
        assert asking.wait(HANGS) == status
    assert soon(lambda: is_gone(process) and is_gone(reading))


def test_a_child_lets_go_before_who_answers_in_the_session_where_that_counts() -> None:
    """Linux weighs niceness within a session alone (autogroup): in one of its own a reader would take as much as the server."""
    with reader_of_slow([]) as reading:
        assert soon(lambda: os.getpriority(os.PRIO_PROCESS, reading) >= child.NICE["read"])
        assert os.getsid(reading) == os.getsid(0)
        assert os.getpgid(reading) != os.getpgid(0)  # Ctrl+C is not for it
        os.kill(reading, signal.SIGKILL)
    assert 0 < child.NICE["draw"] < child.NICE["read"]  # somebody sits and waits for a picture


# A process of its own: a child's memory is held to a bound that a long run of tests may have passed before it begins.
_READS_WITH_LITTLE_TIME = """
import os, sys
from importers.sandbox import child
child.seconds = lambda pages: 0.2
child.run(b'{"task": "read"}', data=os.open(sys.argv[1], os.O_RDONLY), answer=os.dup(1))
"""


def test_the_clock_ends_a_child_even_in_the_midst_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(SLOW)
    command = [sys.executable, "-c", _READS_WITH_LITTLE_TIME, str(tmp_path / "slow.pdf")]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=HANGS)
    assert (ended.returncode, ended.stdout) == (-signal.SIGPROF, b"")


def test_the_server_holds_no_file_but_its_own() -> None:
    process = Path(f"/proc/{server()}")
    assert soon(lambda: children(int(process.name)) == [])
    held = {str(fd.readlink()).partition(":")[0] for fd in (process / "fd").iterdir()}
    assert held <= {"socket", "pipe", "/dev/null"}
    assert len(list((process / "task").iterdir())) == 1


def test_a_fault_of_ours_is_not_the_files() -> None:
    """A task that the child cannot make sense of stands for any bug."""
    with pytest.raises(ReaderFailed, match=r"^KeyError in importers\.sandbox\.child, line \d+$"):
        ask.ask({"task": "draw"}, SHORT)
    assert ask.ask(READ, SHORT)


def test_a_reader_that_does_not_start_is_not_the_files_fault(tmp_path: Path) -> None:
    ours = Path(ask.__file__).parents[2]
    shutil.copytree(ours / "importers", tmp_path / "importers", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "importers" / "text" / "furniture.py").write_text("import a_module_that_nobody_has\n", "utf-8")
    (tmp_path / "file.pdf").write_bytes(SHORT)
    reading = "from pathlib import Path; from importers import read_bundle; read_bundle(Path('file.pdf'))"
    ended = subprocess.run([sys.executable, "-c", reading], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ConnectionError: the process that opens PDFs could not be started" in ended.stderr
