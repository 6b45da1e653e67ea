"""Reads PDFs with one copy of `importers`, the repository's own or one whose leaflets are taken away.

    python scripts/scoring/reading.py OUT FILE.pdf…     OUT/0.json, OUT/1.json …; a refused file gives {"refused": code}

`read_all` runs this file as a programme, with that copy first on the path: what `importers` finds by listing its
folder is then what lies there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LEAFLETS = ROOT / "importers" / "leaflets"
_AT_ONCE = 2

Json = dict[str, Any]

_read_before: dict[tuple[Path, bool], Json] = {}  # by the file, and whether with leaflets


def read_all(pdfs: list[Path], *, leaflets: bool = True) -> list[Json]:
    """The bundle of each PDF as plain JSON, to be looked at only; of a refused one, `{"refused": code}`.

    What this process had read before is not read again.
    """
    new = [pdf for pdf in dict.fromkeys(pdfs) if (pdf, leaflets) not in _read_before]
    if new:
        bundles = _read_anew(new, leaflets=leaflets)
        _read_before.update({(pdf, leaflets): bundle for pdf, bundle in zip(new, bundles, strict=True)})
    return [_read_before[pdf, leaflets] for pdf in pdfs]


def _read_anew(pdfs: list[Path], *, leaflets: bool) -> list[Json]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = folder / "out"
        out.mkdir()
        home = ROOT if leaflets else _without_leaflets(folder / "bare")
        command = [sys.executable, str(Path(__file__).resolve()), str(out), *map(str, pdfs)]
        environment = {**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run(command, cwd=home, env=environment, check=True)
        return [json.loads((out / f"{index}.json").read_bytes()) for index in range(len(pdfs))]


def leaflet_files() -> list[Path]:
    """The municipalities' leaflets."""
    return [path for path in sorted(LEAFLETS.glob("*")) if path.is_file() and path.name != "__init__.py"]


def _without_leaflets(home: Path) -> Path:
    shutil.copytree(ROOT / "importers", home / "importers", ignore=shutil.ignore_patterns("__pycache__"))
    for path in leaflet_files():
        (home / path.relative_to(ROOT)).unlink()
    return home


def main() -> None:
    """Read the files named on the command line, two at a time."""
    out, *pdfs = map(Path, sys.argv[1:])
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for index, text in enumerate(pool.map(_read, pdfs)):
            (out / f"{index}.json").write_text(text, "utf-8")


def _read(pdf: Path) -> str:
    from importers import UnreadableFile, read_bundle  # noqa: PLC0415 - of the copy that the path names
    from importers.bundle import bundle_to_json  # noqa: PLC0415

    try:
        return json.dumps(bundle_to_json(read_bundle(pdf)), ensure_ascii=False)
    except UnreadableFile as refused:
        return json.dumps({"refused": refused.code})


if __name__ == "__main__":
    main()
