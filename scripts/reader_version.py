"""Sees that the reader's version is another when what is read can be another.

    python scripts/reader_version.py             says whether `importers/reader.py` tells what the readers are made of
    python scripts/reader_version.py --write     writes it there, after a change in `importers/`
    python scripts/reader_version.py --release   the same for a release: one number up, where the reader has changed since
                                                 the last

A number is given once a release, however many changes lie between two; between them the version holds the hash of the
sources too. So nobody has to agree on numbers while many work, yet an installation made in between is never told that its
readings are the newest when they are not: `diarium reread` offers them anew. What counts is the code, without comments,
docstrings and layout, the data files beside it, and the pins of the libraries that open PDFs.
"""

from __future__ import annotations

import ast
import hashlib
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
READER = Path("importers/reader.py")
# What gives the words of a page: another version of it may give others.
_LIBRARIES = re.compile(r"^(?:pypdfium2|pdfplumber|pdfminer[.-]six|pillow)==\S+", re.IGNORECASE | re.MULTILINE)
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_NUMBER = re.compile(r"^NUMBER = (\d+)$", re.MULTILINE)
_RELEASED = re.compile(r'^RELEASED = "(\w*)"$', re.MULTILINE)
_SOURCES = re.compile(r'^SOURCES = "(\w*)"$', re.MULTILINE)


def main() -> int:
    path = ROOT / READER
    text = path.read_text()
    if "--write" in sys.argv or "--release" in sys.argv:
        path.write_text(written(text, sources(ROOT), release="--release" in sys.argv))
        return 0
    fault = find_fault(text, sources(ROOT))
    if fault:
        print(fault)
    return 1 if fault else 0


def sources(root: Path) -> str:
    """What the readers under `root` are made of, as 16 hexadecimal digits: the same on every version of Python."""
    made = hashlib.blake2b(digest_size=8)
    for path in sorted((root / "importers").rglob("*")):
        name = path.relative_to(root)
        if path.is_file() and name != READER and "__pycache__" not in name.parts:
            content = _code(path.read_text()) if path.suffix == ".py" else path.read_bytes()
            made.update(b"\0".join((name.as_posix().encode(), hashlib.sha256(content).digest())))
    made.update("\n".join(sorted(_LIBRARIES.findall((root / "requirements.txt").read_text()))).casefold().encode())
    return made.hexdigest()


def find_fault(text: str, now: str) -> str | None:
    """What is wrong with the file that tells them, and what mends it."""
    if _SOURCES.findall(text) == [now]:
        return None
    return f"{READER}: the readers are not what stands there; run python scripts/reader_version.py --write"


def written(text: str, now: str, *, release: bool = False) -> str:
    """The file with what the readers are made of now; for a release also their number, raised where they have changed."""
    if release and _RELEASED.findall(text) != [now]:
        text = _NUMBER.sub(lambda number: f"NUMBER = {int(number[1]) + 1}", text)
        text = _RELEASED.sub(f'RELEASED = "{now}"', text)
    return _SOURCES.sub(f'SOURCES = "{now}"', text)


def _code(text: str) -> bytes:
    lines: list[str] = []
    _write_code(ast.parse(text), lines)
    return "\n".join(lines).encode()


def _write_code(node: ast.AST, lines: list[str]) -> None:
    """Add what a piece of code says, a line for each node and each plain value; what is empty is left out, since what
    nodes can hold grows from one Python to the next."""
    lines.append(type(node).__name__)
    for name in node._fields:
        value: Any = getattr(node, name, None)
        if name == "body" and isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            value = value[1:]
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                lines.append(f"{name}:")
                _write_code(one, lines)
            elif one is not None:
                lines.append(f"{name}={one!r}")
    lines.append(".")


if __name__ == "__main__":
    sys.exit(main())
