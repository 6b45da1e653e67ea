"""Keys for programs that file documents: shown once, kept only as a hash, valid for one municipality or one body of it.

A key holds 256 random bits, so a plain hash of it cannot be guessed from; `Authorization: Bearer dia_…` carries it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import KeyNeeded, KeyRefused
from app.models.journal import api_keys

PREFIX = "dia_"


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Whose key it is. `municipality` is a code or a name; `body` is None where the key is for all of it."""

    id: str
    name: str
    municipality: str
    body: str | None

    @property
    def actor(self) -> str:
        """How the journal names whoever files with the key: names may be alike, ids are not."""
        return f"{self.name} (key {self.id})"


def add_key(session: Session, name: str, municipality: str, body: str | None = None) -> str:
    """Make a key and return it: the only time that it is seen."""
    key = PREFIX + secrets.token_urlsafe(32)
    row = {
        "id": secrets.token_hex(8),
        "name": name,
        "hash": _hash(key),
        "municipality": municipality,
        "body": body,
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
    }
    session.execute(sa.insert(api_keys).values(row))
    return key


def check_key(session: Session, bearer: str | None) -> KeyHolder:
    """The holder of the key in `Bearer dia_…` (or of the bare key).

    Raises `KeyNeeded` where none is given, `KeyRefused` where it is not known.
    """
    scheme, _, key = (bearer or "").strip().rpartition(" ")
    if not key or scheme.casefold() not in {"", "bearer"}:
        raise KeyNeeded
    row = session.execute(sa.select(api_keys).where(api_keys.c.hash == _hash(key))).first()
    if row is None:
        raise KeyRefused
    return KeyHolder(row.id, row.name, row.municipality, row.body)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
