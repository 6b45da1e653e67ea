"""A program for a mount namespace of its own: commands on a disk that is full, and on one that can only be read.

It takes a folder to mount on, an installation to copy there, and a PDF; it prints, as JSON, what each command ended with.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from app.cli import build
from app.commands.running import run
from app.settings import settings


def ended(*arguments: str) -> tuple[int, str]:
    """The exit code of a command, and what it told the person."""
    settings.cache_clear()
    with contextlib.redirect_stderr(io.StringIO()) as told, contextlib.redirect_stdout(io.StringIO()):
        code = run(build, arguments)
    return code, told.getvalue()


def fill(path: Path) -> None:
    """Write until there is no room for another page."""
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * 4096)
    try:
        path.with_suffix(".more").write_bytes(b"\0" * 4096)
    except OSError as full:
        assert full.errno == errno.ENOSPC
    else:
        raise AssertionError(path)


def main(disk: Path, installation: Path, pdf: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", disk], check=True)
    os.environ["DIARIUM_DATA_DIR"] = str(disk / "data")
    shutil.copytree(installation, disk / "data")
    every = {
        "import": ("import", str(pdf), "--for", "Alnsjö"),
        "act": ("act", "motion", "Alnsjö", "title=Träd", "date=2025-01-02", "mover=Anna Ek (C)", "--reason", "x"),
        "backup": ("db", "backup", str(disk / "kopia")),
        "check": ("check",),
        "rebuild": ("rebuild",),
        "serve": ("serve",),
    }
    fill(disk / "filler")
    full = {name: ended(*arguments) for name, arguments in every.items() if name != "serve"}
    (disk / "filler").unlink()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    readable = {name: ended(*arguments) for name, arguments in every.items()}
    os.environ["DIARIUM_DATA_DIR"] = str(disk / "nowhere")
    readable["upgrade"] = ended("db", "upgrade")
    sys.stdout.write(json.dumps({"full": full, "readable": readable}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
