"""Which account of ours belongs to whom at a provider: tied by whoever is signed in to the account, never by a name or an address
that the provider tells."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import WrongUse
from app.language.i18n import gettext as _
from app.models.journal import identities, users
from app.security.instants import now
from app.security.provider import Answer


def tie(session: Session, user_id: str, who: Answer) -> None:
    """Let whoever the provider says this is sign in to the account; the account's earlier tie to that provider ends.

    Raises `WrongUse` where they sign in to another account already.
    """
    holder = _holder(session, who)
    if holder == user_id:
        return
    if holder is not None:
        raise WrongUse(_("Den inloggningen hör redan till ett annat konto."))
    untie(session, user_id, who.issuer)
    row = {"issuer": who.issuer, "subject": who.subject, "user_id": user_id, "at": now()}
    session.execute(sa.insert(identities).values(row))


def untie(session: Session, user_id: str, issuer: str) -> None:
    session.execute(sa.delete(identities).where(identities.c.user_id == user_id, identities.c.issuer == issuer))


def account_of(session: Session, who: Answer) -> str | None:
    """The id of the account that works and is theirs; None where there is none."""
    query = sa.select(users.c.id).join(identities, identities.c.user_id == users.c.id)
    return session.execute(query.where(*_is(who), users.c.ended.is_(None))).scalar()


def is_tied(session: Session, user_id: str, issuer: str) -> bool:
    query = sa.select(identities.c.subject).where(identities.c.user_id == user_id, identities.c.issuer == issuer)
    return session.execute(query).first() is not None


def all_tied(session: Session, issuer: str) -> set[str]:
    """The ids of the accounts that somebody signs in to at that provider."""
    return set(session.execute(sa.select(identities.c.user_id).where(identities.c.issuer == issuer)).scalars())


def _holder(session: Session, who: Answer) -> str | None:
    return session.execute(sa.select(identities.c.user_id).where(*_is(who))).scalar()


def _is(who: Answer) -> tuple[sa.ColumnElement[bool], ...]:
    return identities.c.issuer == who.issuer, identities.c.subject == who.subject
