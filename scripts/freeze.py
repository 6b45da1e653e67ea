"""Freeze an installation as one version leaves it: `python -m scripts.freeze DIARIUM NAME`, from the top of the repo.

DIARIUM is the command of the version to freeze, `bin/diarium` of a checkout's environment; NAME says which version that
is: `0.1.0-ba3cd5c`. Written to `tests/frozen/NAME`, which the tests pick up by themselves and open with today's code:

    data.tar.gz      the data folder on SQLite, with the files, which PostgreSQL's installation shares
    desk.sql.gz      desk and public register of the same steps on PostgreSQL, as pg_dump writes them
    frozen.json      the files by name, the steps that made it, and what the API answered then

With `--small` only the example's file is in it, and nothing is asked: for a version between two that went out. A step that
the version does not have yet is left out, and told. Only our own invented examples are in a frozen version, and it is never
made anew: it is what people's data look like.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests import postgres

ROOT = Path(__file__).resolve().parents[1]
FROZEN = ROOT / "tests" / "frozen"
FILES = {
    "exempel.pdf": ROOT / "app/demo/exempel.pdf",
    "goteborg.pdf": ROOT / "tests/documents/goteborg/KS-2025-03-05/pages.pdf",
    "uppsala.pdf": ROOT / "tests/documents/uppsala/KSN-2025-00071/pages.pdf",
}
CASES = ("KS-2025-00042", "KSN-2025-00071")
DAY = "2026-01-15"  # as of which the answers tell of deadlines
_TRIES = 100


def steps(ids: dict[str, str], files: Iterable[str] = FILES) -> list[list[str]]:
    """What is done, in order: each document is known by its id in this installation, {"motion": "dddr4i4p5vjwyftw"}."""
    why = ["--reason", "fryst exempel", "--as", "anna"]
    return [
        ["act", "default", "Göteborg/Kommunstyrelsen=held", *why],
        *(["import", name] for name in files),
        ["act", "correct", ids["motion"], "title=Motion om träd på skolgårdar", *why],
        ["act", "withdraw", ids["tjansteskrivelse"], *why],
        ["act", "release", ids["tjansteskrivelse"], *why],
    ]


def freeze(diarium: Path, name: str, *, small: bool = False) -> None:
    """Make both installations, and write the folder."""
    files = {"exempel.pdf": FILES["exempel.pdf"]} if small else FILES
    programmes = postgres.binaries()
    if programmes is None:
        sys.exit(f"PostgreSQL is missing: {postgres.REMEDY}")
    folder = FROZEN / name
    folder.mkdir(parents=True)
    described: dict[str, Any] = {"files": {n: _sha256(path.read_bytes()) for n, path in files.items()}, "day": DAY}
    with tempfile.TemporaryDirectory() as temporary, postgres.server(programmes) as server:
        for file, path in files.items():
            shutil.copyfile(path, Path(temporary) / file)
        data = Path(temporary) / "data"
        described["sqlite"] = _make(diarium, Path(temporary), {"DIARIUM_DATA_DIR": str(data)}, small=small)
        (folder / "data.tar.gz").write_bytes(_packed(data))
        url = postgres.create(server, "frozen")
        others = {"DIARIUM_DATA_DIR": str(Path(temporary) / "other"), "DIARIUM_DATABASE_URL": url}
        described["postgresql"] = _make(diarium, Path(temporary), others, small=small)
        (folder / "desk.sql.gz").write_bytes(gzip.compress(_dumped(url), mtime=0))
    (folder / "frozen.json").write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n")


def _make(diarium: Path, folder: Path, environment: dict[str, str], *, small: bool) -> dict[str, Any]:
    """Do the steps in an installation that holds nothing; gives them, and what was answered afterwards."""
    env = {**os.environ, **environment, "LC_ALL": "C.UTF-8", "LOGNAME": "anna", "PWD": str(folder)}
    done = []
    ids: dict[str, str] = {"motion": "", "tjansteskrivelse": ""}
    files = ["exempel.pdf"] if small else list(FILES)
    for n in range(len(steps(ids, files))):
        step = steps(ids, files)[n]
        try:
            _run(diarium, step, folder, env)
        except subprocess.CalledProcessError as refused:
            if not small or step[0] == "import":
                raise
            print("left out:", *step, refused.returncode)
            continue
        done.append(step)
        if step[:2] == ["import", "exempel.pdf"]:
            shown = json.loads(_run(diarium, ["show", CASES[0], "--format", "json"], folder, env))
            ids = {step["document"]["kind"]: step["document"]["id"] for step in shown["path"] if step["document"]}
    return {"steps": done, "answers": {} if small else _answers(diarium, folder, env)}


def _run(diarium: Path, arguments: list[str], folder: Path, env: dict[str, str]) -> bytes:
    return subprocess.run([diarium, *arguments], cwd=folder, env=env, stdout=subprocess.PIPE, check=True).stdout


def _answers(diarium: Path, folder: Path, env: dict[str, str]) -> dict[str, Any]:
    """What the API says, by address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    serving = subprocess.Popen([diarium, "serve"], cwd=folder, env={**env, "DIARIUM_PORT": port})
    try:
        base = f"http://127.0.0.1:{port}"
        addresses = [f"/api/v1/cases/{number}{rest}?today={DAY}" for number in CASES for rest in ("", "/path")]
        return {address: _asked(base + address) for address in ("/api/v1/cases", *addresses)}
    finally:
        serving.terminate()
        serving.wait()


def _asked(address: str) -> Any:
    """The answer, once somebody serves there."""
    for _ in range(_TRIES):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
                return json.load(answer)
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.2)
    raise TimeoutError(address)


def _packed(data: Path) -> bytes:
    """The folder, without the names, owners and days of this machine."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for path in sorted(data.rglob("*")):
            if path.is_file():
                archive.addfile(_member(path, str(path.relative_to(data))), io.BytesIO(path.read_bytes()))
    return gzip.compress(packed.getvalue(), mtime=0)


def _member(path: Path, name: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = path.stat().st_size
    return member


def _dumped(url: str) -> bytes:
    """Both schemas as SQL that any client can run: pg_dump's commands to psql itself are left out."""
    address = url.replace("+psycopg", "")
    options = ["--inserts", "--rows-per-insert=500", "--no-owner", "--no-privileges", "--no-comments"]
    dumped = subprocess.run(["pg_dump", *options, address], stdout=subprocess.PIPE, check=True).stdout  # noqa: S607 - of the same server
    return b"".join(line for line in dumped.splitlines(keepends=True) if not line.startswith((b"\\", b"--")))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    freeze(Path(sys.argv[1]).absolute(), sys.argv[2], small="--small" in sys.argv[3:])
