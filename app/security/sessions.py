"""Who is signed in: sessions that end by themselves, are listed and can be ended, and addresses that sign in once.

A token holds 256 random bits, is shown to one browser and kept as a hash. A form bears a mark derived from it, which
nobody else can know: what is sent without it was not sent from a page of ours.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.language.printable import printable
from app.models.journal import sessions, users
from app.security.instants import now
from app.security.users import User, all_users

# A session ends so long after its last question, and so long after it began; a one-time address is good for so long.
IDLE, AT_MOST, LINK_LASTS = dt.timedelta(hours=4), dt.timedelta(hours=16), dt.timedelta(hours=24)
_SEEN_EVERY = dt.timedelta(minutes=5)
_LONGEST_AGENT = 300  # what tells Edge from Chrome stands last, after some 110 characters


class Kind(StrEnum):
    SESSION = "session"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever asks: the account, the session, and the mark that each form of it bears."""

    user: User
    session: str
    mark: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as its owner sees it; its token is nowhere. Instants are UTC; `agent` is what the browser calls itself."""

    id: str
    agent: str
    at: str
    seen: str


def begin(session: Session, user_id: str, agent: str = "") -> str:
    """Sign the account in: the token that its browser is to keep. What has ended is swept away."""
    session.execute(sa.delete(sessions).where(_ended()))
    return _new(session, user_id, Kind.SESSION, AT_MOST, agent)


def new_link(session: Session, user_id: str) -> str:
    """The token of an address that lets the account sign in once, and choose its password; earlier ones end."""
    session.execute(sa.delete(sessions).where(sessions.c.user_id == user_id, sessions.c.kind == Kind.LINK))
    return _new(session, user_id, Kind.LINK, LINK_LASTS, "")


def use_link(session: Session, token: str) -> str | None:
    """The id of the account whose one-time address this was, which it is no more; None of any other."""
    row = session.execute(sa.delete(sessions).where(*_held(token, Kind.LINK)).returning(sessions.c.user_id)).first()
    return row.user_id if row else None


def link_of(session: Session, token: str) -> User | None:
    """The account that a one-time address is for, while it is good."""
    return _user(session, sa.select(sessions.c.user_id).where(*_held(token, Kind.LINK)))


def signed_in(session: Session, token: str) -> tuple[SignedIn | None, bool]:
    """Whose session the token is of; and whether that it was used is to be written down (`touch`)."""
    row = session.execute(sa.select(sessions).where(*_held(token, Kind.SESSION))).first()
    user = _user(session, sa.select(sessions.c.user_id).where(sessions.c.id == row.id)) if row else None
    if row is None or user is None:
        return None, False
    mark = hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()
    return SignedIn(user, row.id, mark), row.seen < now(-_SEEN_EVERY)


def touch(session: Session, session_id: str) -> None:
    session.execute(sa.update(sessions).where(sessions.c.id == session_id).values(seen=now()))


def end(session: Session, session_id: str, user_id: str) -> None:
    """End a session of that account; nobody else's."""
    session.execute(sa.delete(sessions).where(sessions.c.id == session_id, sessions.c.user_id == user_id))


def end_all(session: Session, user_id: str) -> None:
    """End every session of that account, and its one-time address."""
    session.execute(sa.delete(sessions).where(sessions.c.user_id == user_id))


def sessions_of(session: Session, user_id: str) -> list[SessionRow]:
    """The account's sessions that go on, the latest used first."""
    query = sa.select(sessions).where(sessions.c.user_id == user_id, sessions.c.kind == Kind.SESSION, sa.not_(_ended()))
    rows: list[Any] = list(session.execute(query.order_by(sessions.c.seen.desc(), sessions.c.id)))
    return [SessionRow(row.id, row.agent, row.at, row.seen) for row in rows]


def is_marked(signed: SignedIn, mark: str) -> bool:
    """Whether a form was sent from a page of that session."""
    return hmac.compare_digest(signed.mark, mark)


def _new(session: Session, user_id: str, kind: Kind, lasts: dt.timedelta, agent: str) -> str:
    token = secrets.token_urlsafe(32)
    row = {
        "id": secrets.token_hex(8),
        "hash": _hash(token),
        "user_id": user_id,
        "kind": kind.value,
        "agent": printable(agent, _LONGEST_AGENT),
        "at": now(),
        "seen": now(),
        "until": now(lasts),
    }
    session.execute(sa.insert(sessions).values(row))
    return token


def _user(session: Session, ids: sa.Select[tuple[str]]) -> User | None:
    works = sa.select(users.c.id).where(users.c.id.in_(ids), users.c.ended.is_(None))
    return next(iter(all_users(session, works)), None)


def _held(token: str, kind: Kind) -> tuple[sa.ColumnElement[bool], ...]:
    return sessions.c.hash == _hash(token), sessions.c.kind == kind.value, sa.not_(_ended())


def _ended() -> sa.ColumnElement[bool]:
    idle = sa.and_(sessions.c.kind == Kind.SESSION.value, sessions.c.seen < now(-IDLE))
    return sa.or_(sessions.c.until < now(), idle)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
