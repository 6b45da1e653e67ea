"""How often one may try to sign in. Counted by address, and by address and account; but a browser that has signed in to the account
before is known by a mark that it was given then, and counted by itself. So whoever guesses at an account locks out nobody but
themselves, not even who sits behind the same address. The counts lie in the database, for every process that serves; addresses,
accounts and marks are kept there as hashes of the installation's own, for as long as they count."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import attempts
from app.security.instants import now

MARKS_LAST = dt.timedelta(days=180)
_MOST_MARKS, _NAMED = 6, 32
_WITHIN = dt.timedelta(minutes=15)
_PER_ACCOUNT, _PER_ADDRESS = 10, 60


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody who wants in: the installation's secret, their address, the account (none at a provider, which says who it is
    afterwards), and the marks that their browser bears."""

    secret: bytes
    address: str
    login: str
    marks: str = ""


def marks_with(attempt: Attempt) -> str:
    """The marks of a browser that has now signed in: one more for this account, which say nothing of it, the latest first."""
    browser = secrets.token_hex(_NAMED // 2)
    others = [mark for mark in _marks(attempt) if not _is_of(attempt, mark)]
    return ".".join([f"{browser}{_sealed(attempt, 'mark', browser, attempt.login)}", *others][:_MOST_MARKS])


def may_try(session: Session, attempt: Attempt) -> bool:
    """Whether another attempt is taken."""
    if (known := _known(attempt)) and _failed(session, known) < _PER_ACCOUNT:
        return True
    per_account, per_address = _by_address(attempt)
    return _failed(session, per_account) < _PER_ACCOUNT and _failed(session, per_address) < _PER_ADDRESS


def note_failure(session: Session, attempt: Attempt) -> None:
    """Count an attempt that failed; those that count no more are swept away."""
    session.execute(sa.delete(attempts).where(attempts.c.at < now(-_WITHIN)))
    known = _known(attempt)
    counted = (known,) if known and _failed(session, known) < _PER_ACCOUNT else _by_address(attempt)
    rows = [{"id": secrets.token_hex(8), "who": who, "at": now()} for who in counted]
    session.execute(sa.insert(attempts), rows)


def _failed(session: Session, who: str) -> int:
    counted = sa.select(sa.func.count()).where(attempts.c.who == who, attempts.c.at >= now(-_WITHIN))
    return int(session.execute(counted).scalar_one())


def _known(attempt: Attempt) -> str | None:
    """Whom the attempts of a browser are counted for that bears a mark of the account; None for any other."""
    mark = next((mark for mark in _marks(attempt) if _is_of(attempt, mark)), None)
    return _sealed(attempt, "known", mark[:_NAMED]) if mark else None


def _marks(attempt: Attempt) -> list[str]:
    return attempt.marks.split(".")[:_MOST_MARKS] if attempt.marks.isascii() else []


def _is_of(attempt: Attempt, mark: str) -> bool:
    return hmac.compare_digest(mark[_NAMED:], _sealed(attempt, "mark", mark[:_NAMED], attempt.login))


def _by_address(attempt: Attempt) -> tuple[str, str]:
    return _sealed(attempt, "account", attempt.address, attempt.login), _sealed(attempt, "address", attempt.address)


def _sealed(attempt: Attempt, *told: str) -> str:
    key = hashlib.sha256(b"attempts\0" + attempt.secret).digest()
    return hmac.new(key, "\0".join(told).encode(), hashlib.sha256).hexdigest()
