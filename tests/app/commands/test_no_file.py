"""Only regular files are read: at a pipe a command would wait without end, and what never ends would fill the memory."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import build
from app.commands.running import run


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(".pipe"))
    path.symlink_to(path.with_suffix(".pipe"))


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("made", [pipe, link_to_a_pipe, endless, listening, folder], ids=lambda made: made.__name__)
@pytest.mark.parametrize(
    "command", [("parse",), ("explain", "--html"), ("import",), ("import", "--dry-run")], ids=" ".join
)
def test_what_is_no_file_is_told_and_not_waited_for(
    made: Callable[[Path], None],
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("blad.pdf")
    made(path)
    assert run(build, [*command, str(path)]) == 2
    named = "blad.pdf är ingen vanlig fil. Ange en PDF-fil."
    if made is folder and "import" in command:
        named = "Det finns ingen fil blad.pdf/*.pdf att läsa."
    assert named in capsys.readouterr().err
