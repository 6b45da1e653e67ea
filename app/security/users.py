"""Accounts of the desk: who there is, what each may do, and since when an account has ended. Its row stays, since the
journal names whoever acted."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NotFound, NothingNew, WrongUse
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.models.journal import grants, identities, sessions, users
from app.register.parts import LOOKS_LIKE_A_KEY
from app.security.instants import now
from app.security.passwords import LEAST, MOST, hashed
from app.security.roles import Grant, Role, may

_LONGEST_LOGIN, _LONGEST_NAME = 64, 120


class UserNotFound(NotFound):
    code = "user-not-found"
    title = N_("Kontot finns inte")
    detail = N_("Inget konto heter {login}. Se dem med: diarium user list")

    def __init__(self, login: str) -> None:
        super().__init__(login=login)


@dataclass(frozen=True, slots=True)
class User:
    """An account. `login` is what is typed, `name` how journal and desk name whoever acts, one for each; `ended` an instant."""

    id: str
    login: str
    name: str
    language: str
    has_password: bool
    at: str
    ended: str | None
    grants: tuple[Grant, ...]


def add_user(session: Session, login: str, name: str, given: Collection[Grant], language: str = "sv") -> User:
    """Make an account without a password: whoever it is for chooses one at a one-time address.

    Raises `WrongUse` where login or name is taken or cannot be one; the first account is an admin's.
    """
    login = normal(login)
    if not login or len(login) > _LONGEST_LOGIN or any(sign.isspace() for sign in login):
        raise WrongUse(_("Ett kontonamn skrivs utan blanksteg, med högst {n} tecken.").format(n=_LONGEST_LOGIN))
    name = " ".join(printable(name).split())
    if not name or len(name) > _LONGEST_NAME or LOOKS_LIKE_A_KEY.search(name):
        raise WrongUse(_("Skriv namnet på den som kontot är för, med högst {n} tecken.").format(n=_LONGEST_NAME))
    if session.execute(sa.select(users.c.id).where(users.c.login == login)).first():
        raise WrongUse(_("Kontot {login} finns redan.").format(login=login))
    if session.execute(sa.select(users.c.id).where(users.c.name == name)).first():
        raise WrongUse(_("Någon heter redan {name} här. Skriv något som skiljer dem åt.").format(name=name))
    row = {"id": secrets.token_hex(8), "login": login, "name": name, "language": language, "at": now()}
    session.execute(sa.insert(users).values(row))
    _grant(session, row["id"], given)
    _someone_decides(session)
    return user_of(session, login)


def set_grants(session: Session, login: str, given: Collection[Grant]) -> User:
    """Let the account have these grants and no others. Raises `UserNotFound`, `WrongUse` where no admin would be left."""
    user = user_of(session, login)
    session.execute(sa.delete(grants).where(grants.c.user_id == user.id))
    _grant(session, user.id, given)
    _someone_decides(session)
    return user_of(session, login)


def end_user(session: Session, login: str) -> None:
    """Let the account work no more, and end its sessions and its ties to providers: whoever had it may be given another.
    Raises `UserNotFound`, `NothingNew`, `WrongUse` for the last admin."""
    user = user_of(session, login)
    if user.ended:
        raise NothingNew(_("Kontot {login} är redan avslutat.").format(login=user.login))
    session.execute(sa.update(users).where(users.c.id == user.id).values(ended=now(), password=None))
    session.execute(sa.delete(sessions).where(sessions.c.user_id == user.id))
    session.execute(sa.delete(identities).where(identities.c.user_id == user.id))
    _someone_decides(session)


def set_password(session: Session, user_id: str, password: str) -> None:
    """Give the account this password, and end every session of it. Raises `WrongUse` where it is too short or too long."""
    if not LEAST <= len(password) <= MOST:
        raise WrongUse(_("Ett lösenord har minst {least} och högst {most} tecken.").format(least=LEAST, most=MOST))
    session.execute(sa.update(users).where(users.c.id == user_id).values(password=hashed(password)))
    session.execute(sa.delete(sessions).where(sessions.c.user_id == user_id))


def renew_hash(session: Session, user_id: str, password: str) -> None:
    """Keep the same password under today's parameters."""
    session.execute(sa.update(users).where(users.c.id == user_id).values(password=hashed(password)))


def set_language(session: Session, user_id: str, language: str) -> None:
    session.execute(sa.update(users).where(users.c.id == user_id).values(language=language))


def user_of(session: Session, login: str) -> User:
    """Raises `UserNotFound`."""
    found = all_users(session, sa.select(users.c.id).where(users.c.login == normal(login)))
    if not found:
        raise UserNotFound(normal(login))
    return found[0]


def all_users(session: Session, among: sa.Select[tuple[str]] | None = None) -> list[User]:
    """Every account, or those `among` some ids, by login."""
    query = sa.select(users).order_by(users.c.login)
    rows = session.execute(query if among is None else query.where(users.c.id.in_(among))).all()
    granted: dict[str, list[Grant]] = defaultdict(list)
    theirs = sa.select(grants).where(grants.c.user_id.in_([row.id for row in rows]))
    for row in session.execute(theirs.order_by(grants.c.municipality, grants.c.body, grants.c.role)):
        granted[row.user_id].append(Grant(Role(row.role), row.municipality, row.body))
    return [
        User(
            row.id,
            row.login,
            row.name,
            row.language,
            row.password is not None,
            row.at,
            row.ended,
            tuple(granted[row.id]),
        )
        for row in rows
    ]


def who_may(session: Session, needed: Role, place: str) -> list[User]:
    """The accounts that work and may do what needs that role for all of a municipality (its id), by login."""
    return [user for user in all_users(session) if not user.ended and may(user.grants, needed, place)]


def password_hash(session: Session, login: str) -> tuple[str | None, str | None]:
    """The id and the hash of an account that works; None of either where there is none."""
    query = sa.select(users.c.id, users.c.password).where(users.c.login == normal(login), users.c.ended.is_(None))
    row = session.execute(query).first()
    return (row.id, row.password) if row else (None, None)


def normal(login: str) -> str:
    """A login as it is kept and compared."""
    return printable(login).strip().casefold()


def _grant(session: Session, user_id: str, given: Iterable[Grant]) -> None:
    rows = [
        {"user_id": user_id, "role": one.role.value, "municipality": one.municipality, "body": one.body}
        for one in dict.fromkeys(given)
    ]
    if not rows:
        raise WrongUse(_("Ange minst en roll."))
    session.execute(sa.insert(grants), rows)


def _someone_decides(session: Session) -> None:
    """Raises `WrongUse` where there are accounts and none that works may decide about them."""
    left = sa.select(users.c.id).join(grants, grants.c.user_id == users.c.id)
    left = left.where(users.c.ended.is_(None), grants.c.role == Role.ADMIN, grants.c.municipality == "")
    if session.execute(left.limit(1)).first() is None:
        raise WrongUse(_("Då finns ingen administratör för hela installationen. Gör först någon till det."))
