"""The keys that ids are made by: the installation's secret, and those of municipalities that have their own."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import Keyring
from app.models.journal import entries, municipality_keys


def secret(session: Session) -> bytes:
    """The installation's secret.

    Raises `LookupError` where the journal has no first entry: see `open_journal`.
    """
    content = session.execute(sa.select(entries.c.content).where(entries.c.seq == 1)).scalar()
    if content is None:
        raise LookupError("the journal has no first entry")
    return bytes.fromhex(orjson.loads(content)["said"]["secret"])


def has_own_key(session: Session, municipality: str) -> bool:
    """Whether the municipality (its id) has a key of its own for its ids."""
    own = sa.select(municipality_keys.c.seq).where(municipality_keys.c.municipality == municipality)
    return session.execute(own).first() is not None


def keyring(session: Session) -> Keyring:
    """The keys of all ids. Raises `LookupError` as `secret` does."""
    own = session.execute(sa.select(municipality_keys.c.municipality, municipality_keys.c.key))
    return Keyring(secret(session), {municipality: bytes.fromhex(key) for municipality, key in own})
