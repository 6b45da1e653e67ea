"""Looks for a word's bytes wherever an installation keeps any: files, what is packed in them, databases."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from app.db import Stores
from app.settings import Settings

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)


def holds(data: bytes, word: str) -> bool:
    """Whether the word is in the bytes, in UTF-8 or UTF-16 and in either case, or in anything packed in them."""
    return any(_plainly(one, word) for one in _opened(data))


def _plainly(data: bytes, word: str) -> bool:
    low = data.lower()
    return any(word.casefold().encode(code) in low for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _opened(data: bytes, depth: int = 0) -> Iterator[bytes]:
    yield data
    if depth > 3:
        return
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _opened(packed.read(name), depth + 1)
    if data[:2] == b"\x1f\x8b":
        yield from _opened(gzip.decompress(data), depth + 1)
    for match in _STREAM.finditer(data):
        with suppress(zlib.error, ValueError):
            stream = match[1].strip()
            ascii85 = stream.endswith(b"~>")
            yield zlib.decompressobj().decompress(base64.a85decode(stream[:-2]) if ascii85 else match[1])


def found_in_files(folder: Path, word: str) -> list[str]:
    """The files under a folder that hold the word, or are called so."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and (word.casefold() in path.name.casefold() or holds(path.read_bytes(), word))
    )


def found_in_databases(stores: Stores, using: Settings, word: str) -> list[str]:
    """The files of both databases that hold the word: with SQLite's log beside them, of PostgreSQL those of its tables."""
    paths: list[Path] = []
    if stores.desk.dialect.name == "sqlite":
        for url in (using.database_url, using.public_database_url):
            at = Path(make_url(url).database or "")
            paths += [at.with_name(at.name + end) for end in ("", "-wal", "-shm", "-journal")]
    else:
        with stores.desk.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("CHECKPOINT")
            where = connection.exec_driver_sql("SELECT current_setting('data_directory')").scalar_one()
            oid = connection.execute(
                sa.text("SELECT oid FROM pg_database WHERE datname = current_database()")
            ).scalar_one()
        paths = [path for path in (Path(where) / "base" / str(oid)).iterdir() if path.is_file()]
        assert paths
    return sorted(path.name for path in paths if path.is_file() and holds(path.read_bytes(), word))
