"""One municipality as a file: what it is, signed, then its entries, then its files.

    diarium municipality 1
    {"municipality": {…}, "installation": "1f2e…", "entries": 812, "files": [["abcd…", 48213], …], …}
    the signature of both lines above
    the entries, a line of JSON each, then the bytes of each file, as the second line counts and hashes them

Every byte is one that the signature bears, so there is no archive to be opened: nothing is between, and nothing after.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

import orjson
from pydantic import TypeAdapter, ValidationError

from app.backups.errors import NotATownFile, TownFileDamaged, TownFileOfAnotherVersion
from app.db import newest_revision
from app.errors import FileNotFound
from app.journal.checkpoints import is_by
from app.journal.derived import canonical
from app.journal.files import sha256
from app.register.municipalities import Municipality, municipality
from importers.pdf.limits import MOST_BYTES

_NAME = b"diarium municipality "
_FIRST = _NAME + b"1\n"
_CHUNK = 1 << 20
_LONGEST_MANIFEST = 1 << 28
_LONGEST_SIGNATURE = 200


@dataclass(frozen=True, slots=True)
class TownManifest:
    """What a municipality's file says of itself: `installation` is the key that signed it, `journal` the migration at which that
    stands, `entries` how many there are, of so many bytes (`size`) and this `sha256`; each of the `files` is a sha256 and a size."""

    made: str
    journal: str
    installation: str
    municipality: dict[str, str | None]
    entries: int
    size: int
    sha256: str
    files: tuple[tuple[str, int], ...]

    @property
    def place(self) -> Municipality:
        held = self.municipality
        return Municipality(str(held["id"]), str(held["name"]), str(held["slug"]), held["code"])

    @property
    def signed(self) -> bytes:
        """What the signature is of."""
        return _FIRST + canonical(asdict(self)) + b"\n"

    @property
    def seal(self) -> str:
        """The hash of all that the file says of itself, and so of the whole."""
        return sha256(self.signed)


@cache
def _manifests() -> TypeAdapter[TownManifest]:
    return TypeAdapter(TownManifest)


def write_to(
    out: IO[bytes], manifest: TownManifest, signature: str, entries: IO[bytes], files: Iterable[bytes]
) -> None:
    out.write(manifest.signed + signature.encode() + b"\n")
    while chunk := entries.read(_CHUNK):
        out.write(chunk)
    for data in files:
        out.write(data)


class TownFile:
    """A municipality's file that is open, and whole: read through and held against what is signed before anything is done with it."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path, self._file = str(path), file
        self.manifest = self._read_manifest()
        self._begins = file.tell()
        for _line in self.lines():
            pass
        for _file in self.files():
            pass
        if file.read(1):
            raise self._damaged()

    def lines(self) -> Iterator[dict[str, Any]]:
        """Its entries. Raises `TownFileDamaged` where they are not those that were signed."""
        self._file.seek(self._begins)
        digest, left, n = hashlib.sha256(), self.manifest.size, 0
        while left:
            line = self._file.readline(left)
            left -= len(line)
            digest.update(line)
            n += 1
            yield self._entry(line)
        if n != self.manifest.entries or digest.hexdigest() != self.manifest.sha256:
            raise self._damaged()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files, by sha256. Raises `TownFileDamaged` where one is not what it is called."""
        self._file.seek(self._begins + self.manifest.size)
        for digest, size in self.manifest.files:
            data = self._file.read(size) if 0 < size <= MOST_BYTES + 1 else b""
            if len(data) != size or sha256(data) != digest:
                raise self._damaged()
            yield digest, data

    def _entry(self, line: bytes) -> dict[str, Any]:
        try:
            held = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise self._damaged() from error
        if not isinstance(held, dict):
            raise self._damaged()
        return held

    def _read_manifest(self) -> TownManifest:
        first = self._file.read(len(_FIRST))
        if not first.startswith(_NAME):
            raise NotATownFile(self._path)
        if first != _FIRST:
            raise TownFileOfAnotherVersion(self._path)
        second = self._file.readline(_LONGEST_MANIFEST)
        signature = self._file.readline(_LONGEST_SIGNATURE)
        try:
            manifest = _manifests().validate_json(second)
            is_ours = (
                municipality(str(manifest.municipality["code"] or manifest.municipality["name"])) == manifest.place
            )
        except (ValidationError, ValueError, KeyError) as error:
            raise self._damaged() from error
        written = signature.decode("ascii", "replace").removesuffix("\n")
        if manifest.signed != first + second or not is_by(manifest.installation, written, manifest.signed):
            raise self._damaged()
        if manifest.journal != newest_revision():
            raise TownFileOfAnotherVersion(self._path)
        if not is_ours or len({digest for digest, _size in manifest.files}) != len(manifest.files):
            raise self._damaged()
        return manifest

    def _damaged(self) -> TownFileDamaged:
        return TownFileDamaged(self._path)


@contextmanager
def open_town_file(path: Path) -> Iterator[TownFile]:
    """Raises `FileNotFound`, `NotATownFile`, `TownFileDamaged`, `TownFileOfAnotherVersion`."""
    if not path.exists():
        raise FileNotFound(str(path))
    if not path.is_file():  # a pipe would be waited for
        raise NotATownFile(str(path))
    with path.open("rb") as file:
        yield TownFile(path, file)
