"""What taking everything home costs: §§ as JSON Lines and CSV, beside a plain program that writes the same rows.

    python benchmarks/exports.py [--items 200000]

The plain program reads the public register's file with `sqlite3`, table by table for two hundred §§ at a time, puts the same
rows together by hand and writes them with `orjson` and `csv`. That the rows are the same is held for the first thousand.
Each is a process of its own: seconds are what its processor worked, memory is the most that it held. Read the ratios (×: the
plain program's seconds against ours, higher is better).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
from pysqlite3 import dbapi2 as sqlite
from starlette.datastructures import QueryParams

from app.api.list_files import made
from app.api.list_query import question
from app.api.list_rows import columns, shown_rows
from app.api.resources import RESOURCES
from app.db import reading
from app.exports.csv import csv_lines
from app.exports.formats import Format
from app.exports.jsonl import jsonl
from app.installation.opening import open_stores, public_reader, start
from app.settings import Settings
from benchmarks.matters import fill
from benchmarks.plain_rows import plain_rows

_ITEMS = next(resource for resource in RESOURCES if resource.name == "items")
_ASKED = question(QueryParams("sort=id"), _ITEMS, Format.JSONL)
_SAME = 1_000
_MOST_MB = 150
# How much of the plain program's speed is promised.
_PROMISED = {"jsonl": 0.5, "csv": 0.4}


def main() -> int:
    """Measure and print; the exit code tells whether the promises hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--run", choices=["ours", "plain"], help=argparse.SUPPRESS)
    parser.add_argument("--form", choices=list(_PROMISED), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        _run(given.folder, given.run, given.form)
        return 0
    holds = []
    with tempfile.TemporaryDirectory() as made_folder:
        folder = Path(made_folder)
        stores = open_stores(_settings(folder))
        start(stores)
        fill(stores, given.items)
        stores.dispose()
        _hold_the_same(folder)
        print(
            f"{given.items:,} items\n{'':<8}{'ours s':>10}{'plain s':>10}{'×':>8}{'promised':>10}{'MB':>8}{'of':>6}{'bytes':>16}"
        )
        for form, promised in _PROMISED.items():
            ours, plain = (_measured(folder, who, form) for who in ("ours", "plain"))
            holds += [plain[0] / ours[0] >= promised, ours[1] < _MOST_MB]
            shown = (f"{ours[0]:.1f}", f"{plain[0]:.1f}", f"{plain[0] / ours[0]:.2f}")
            print(
                f"{form:<8}{shown[0]:>10}{shown[1]:>10}{shown[2]:>8}{promised:>10}{ours[1]:>8.0f}{_MOST_MB:>6}{ours[2]:>16,.0f}"
            )
    return 0 if all(holds) else 1


def _measured(folder: Path, who: str, form: str) -> list[float]:
    """Seconds of work, megabytes held at most, bytes written."""
    command = [sys.executable, "-m", "benchmarks.exports", "--folder", str(folder), "--run", who, "--form", form]
    return [float(word) for word in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def _run(folder: Path, who: str, form: str) -> None:
    with (folder / f"{who}.{form}").open("wb") as file:
        before = time.process_time()
        for piece in _ours(folder, form) if who == "ours" else _plain(folder, form):
            file.write(piece)
        worked = time.process_time() - before
        print(worked, _most_held(), file.tell())


def _most_held() -> float:
    """The most memory that this process has held, in MB: `getrusage` tells of whoever started it too."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _ours(folder: Path, form: str) -> Iterator[bytes]:
    public = public_reader(_settings(folder))
    yield from made(_ITEMS, Format(form), _ASKED, shown_rows(reading(public), _ITEMS, _ASKED), "")
    public.dispose()


def _plain(folder: Path, form: str) -> Iterator[bytes]:
    with sqlite.connect(folder / "public.db") as connection:
        rows = plain_rows(connection)
        yield from jsonl(rows) if form == "jsonl" else csv_lines(rows, columns(_ITEMS, _ASKED, ""))


def _hold_the_same(folder: Path) -> None:
    """The first thousand lines, but for what rules work out of a reference, are the same."""

    ours = islice((orjson.loads(line) for piece in _ours(folder, "jsonl") for line in piece.splitlines()), _SAME)
    plain = islice((orjson.loads(line) for piece in _plain(folder, "jsonl") for line in piece.splitlines()), _SAME)
    for one, other in zip(ours, plain, strict=True):
        assert _comparable(one) == _comparable(other), (one, other)


def _comparable(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "references": [{**one, "verdict": None, "target": None} for one in row["references"]]}


def _settings(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url=f"sqlite:///{folder}/desk.db", rate_limit="off")


if __name__ == "__main__":
    raise SystemExit(main())
