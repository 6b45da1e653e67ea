"""How often one address may try to sign in. Counted by address, and by address and account, so that whoever guesses at an
account locks out nobody but themselves. The counts lie in the database, for every process that serves; addresses and accounts are kept
there as hashes of the installation's own, for as long as they count."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import attempts
from app.security.instants import now

_WITHIN = dt.timedelta(minutes=15)
_PER_ACCOUNT, _PER_ADDRESS = 10, 60


def may_try(session: Session, secret: bytes, address: str, login: str) -> bool:
    """Whether another attempt from this address at this account is taken; `secret` is the installation's."""
    per_account, per_address = _whose(secret, address, login)
    return _failed(session, per_account) < _PER_ACCOUNT and _failed(session, per_address) < _PER_ADDRESS


def note_failure(session: Session, secret: bytes, address: str, login: str) -> None:
    """Count an attempt that failed; those that count no more are swept away."""
    session.execute(sa.delete(attempts).where(attempts.c.at < now(-_WITHIN)))
    rows = [{"id": secrets.token_hex(8), "who": who, "at": now()} for who in _whose(secret, address, login)]
    session.execute(sa.insert(attempts), rows)


def _failed(session: Session, who: str) -> int:
    counted = sa.select(sa.func.count()).where(attempts.c.who == who, attempts.c.at >= now(-_WITHIN))
    return int(session.execute(counted).scalar_one())


def _whose(secret: bytes, address: str, login: str) -> tuple[str, str]:
    key = hashlib.sha256(b"attempts\0" + secret).digest()
    return tuple(hmac.new(key, told.encode(), hashlib.sha256).hexdigest() for told in (f"{address}\0{login}", address))  # type: ignore[return-value] # of two
