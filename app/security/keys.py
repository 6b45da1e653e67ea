"""Keys for programs that file documents: shown once, kept only as a hash, valid for one municipality or one body of it.

A key holds 256 random bits, so a plain hash of it cannot be guessed from; `Authorization: Bearer dia_…` carries it. It
may do what its scopes say, until the day it expires or the instant it is revoked; the row of a revoked key stays, since
the journal names it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import KeyNeeded, KeyRefused, NotFound, NothingNew
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.models.journal import api_keys
from app.security.instants import now
from app.security.scopes import KeyScope
from app.today import today

PREFIX = "dia_"


class KeyNotFound(NotFound):
    code = "key-not-found"
    title = N_("Nyckeln finns inte")
    detail = N_("Ingen nyckel har beteckningen {id}. Se dem med: diarium key list")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Whose key it is. `municipality` is a code or a name; `body` is None where the key is for all of it."""

    id: str
    name: str
    municipality: str
    body: str | None

    @property
    def actor(self) -> str:
        """How the journal names whoever files with the key."""
        return _told(self.name, self.id)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key as it is listed; the key itself is nowhere. `expires` is its last day, `revoked` an instant."""

    id: str
    name: str
    municipality: str
    body: str | None
    scopes: tuple[str, ...]
    at: str
    expires: dt.date | None
    revoked: str | None

    @property
    def told(self) -> str:
        """How the journal names the key."""
        return _told(self.name, self.id)

    def works(self, on: dt.date) -> bool:
        return self.revoked is None and (self.expires is None or on <= self.expires)


def add_key(
    session: Session,
    name: str,
    municipality: str,
    body: str | None = None,
    *,
    scopes: Collection[KeyScope] = (KeyScope.IMPORTS,),
    expires: dt.date | None = None,
) -> str:
    """Make a key and return it: the only time that it is seen. `expires` is the last day that it works."""
    key = PREFIX + secrets.token_urlsafe(32)
    row = {
        "id": secrets.token_hex(8),
        "name": name,
        "hash": _hash(key),
        "municipality": municipality,
        "body": body,
        "at": now(),
        "scopes": ",".join(sorted(scopes)),
        "expires": expires,
    }
    session.execute(sa.insert(api_keys).values(row))
    return key


def check_key(session: Session, bearer: str | None, scope: KeyScope | None = None) -> KeyHolder:
    """The holder of the key in `Bearer dia_…` (or of the bare key), who may do what `scope` says.

    Raises `KeyNeeded` where none is given, `KeyRefused` where it does not exist, has ended, or is not for that.
    """
    key = key_in(bearer or "")
    if key is None:
        raise KeyNeeded
    row = _row_of(session, key)
    if row is None or not row.works(today()) or (scope is not None and scope not in row.scopes):
        raise KeyRefused
    return KeyHolder(row.id, row.name, row.municipality, row.body)


def told_by(session: Session, key: str) -> str:
    """How the journal names this key, which there is."""
    row = _row_of(session, key)
    assert row is not None
    return row.told


def _row_of(session: Session, key: str) -> KeyRow | None:
    """The row of a key, whether it works or not."""
    found = session.execute(sa.select(api_keys).where(api_keys.c.hash == _hash(key))).first()
    return _row(found) if found else None


def key_in(bearer: str) -> str | None:
    """The key that a header's value brings, however it is written: `Bearer dia_…`, `bearer  dia_…`, `dia_…`."""
    words = bearer.split()
    if len(words) == 1:
        return words[0]
    return words[1] if len(words) == 2 and words[0].casefold() == "bearer" else None


def keys(session: Session) -> list[KeyRow]:
    """Every key that was ever made, the oldest first."""
    return [_row(row) for row in session.execute(sa.select(api_keys).order_by(api_keys.c.at, api_keys.c.id))]


def revoke_key(session: Session, key_id: str) -> KeyRow:
    """Make the key with this id work no more. Raises `KeyNotFound`, and `NothingNew` where it is revoked already."""
    found = session.execute(sa.select(api_keys).where(api_keys.c.id == key_id)).first()
    if found is None:
        raise KeyNotFound(key_id)
    if found.revoked is not None:
        raise NothingNew(_("Nyckeln {id} är redan återkallad.").format(id=key_id))
    revoked = now()
    session.execute(api_keys.update().where(api_keys.c.id == key_id).values(revoked=revoked))
    return replace(_row(found), revoked=revoked)


def _row(row: Any) -> KeyRow:
    scopes = tuple(scope for scope in row.scopes.split(",") if scope)
    return KeyRow(row.id, row.name, row.municipality, row.body, scopes, row.at, row.expires, row.revoked)


def _told(name: str, id: str) -> str:
    """Names may be alike, ids are not."""
    return f"{name} (key {id})"


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
