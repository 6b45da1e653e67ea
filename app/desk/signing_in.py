"""Into the desk and out of it: by password, by an address that is good once, and the account's own page."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.db import reading, writing
from app.desk.errors import LinkSpent, SignInRefused, TooManyAttempts
from app.desk.kept_forms import KeptForm, form_within, kept_page
from app.desk.rendering import render
from app.desk.visits import COOKIE, Visit
from app.errors import DiariumError, WrongUse
from app.journal.keys import secret
from app.language.i18n import LANGUAGES
from app.language.i18n import gettext as _
from app.security import sessions
from app.security.attempts import MARKS_LAST, Attempt, marks_with, may_try, note_failure
from app.security.identities import is_tied
from app.security.passwords import LEAST, is_outdated, is_right
from app.security.users import normal, password_hash, renew_hash, set_language, set_password

_MARKS = "diarium_known"  # by which a browser is known that has signed in before; it opens nothing
_BACK = re.compile(r"/desk(?:/[!-~]{0,600})?")


def sign_in_page(visit: Visit) -> Response:
    return _sign_in(visit, back_from(visit.asked("till")), "", None)


def sign_in(visit: Visit) -> Response:
    """Begin a session. The answer is the same whether there is such an account or not, and takes as long."""
    login, password, back = visit.sent("login"), visit.sent("password"), back_from(visit.sent("till"))
    try:
        with reading(visit.stores.desk) as session:
            attempt = attempt_of(session, visit, normal(login))
            if not may_try(session, attempt):
                raise TooManyAttempts
            user_id, hash_ = password_hash(session, login)
        if not is_right(hash_, password) or user_id is None or hash_ is None:
            failed(visit, attempt)
            raise SignInRefused
    except (TooManyAttempts, SignInRefused) as error:
        return _sign_in(visit, back, login, error, form_within(visit))
    with writing(visit.stores.desk, alone=False) as session:
        if is_outdated(hash_):
            renew_hash(session, user_id, password)
    kept = form_within(visit)
    return begun(visit, user_id, attempt, back, kept)


def sign_in_again(visit: Visit, kept: KeptForm) -> Response:
    """The way in for whoever sent a form when their session had ended, which bears the form along."""
    return _sign_in(visit, "/desk", "", None, kept)


def _sign_in(visit: Visit, back: str, login: str, error: DiariumError | None, kept: KeptForm | None = None) -> Response:
    status = error.status if error else 403 if kept else 200
    provider = provider_name(visit)
    return render(
        visit, "sign_in.html", status=status, back=back, login=login, error=error, provider=provider, kept=kept
    )


def link_page(visit: Visit) -> Response:
    """What a one-time address leads to: a button, so that whoever looks into addresses before people do spends none."""
    with reading(visit.stores.desk) as session:
        user = sessions.link_of(session, visit.path("token"))
    if user is None:
        raise LinkSpent
    return render(visit, "link.html", account=user, token=visit.path("token"), least=LEAST, error=None)


def use_link(visit: Visit) -> Response:
    """Sign in once; with a password given, that becomes the account's."""
    token, password = visit.path("token"), visit.sent("password")
    with reading(visit.stores.desk) as session:
        user = sessions.link_of(session, token)
    if user is None:
        raise LinkSpent
    try:
        with writing(visit.stores.desk, alone=False) as session:
            if sessions.use_link(session, token) is None:
                raise LinkSpent
            attempt = attempt_of(session, visit, user.login)
            if password:
                set_password(session, user.id, password)
    except WrongUse as error:
        return render(visit, "link.html", status=error.status, account=user, token=token, least=LEAST, error=error)
    return begun(visit, user.id, attempt, "/desk")


def sign_out(visit: Visit) -> Response:
    with writing(visit.stores.desk, alone=False) as session:
        sessions.end(session, visit.who.session, visit.who.user.id)
    gone = RedirectResponse("/desk/logga-in", status_code=303)
    gone.delete_cookie(COOKIE, path=_cookie_path(visit))
    return gone


def account_page(visit: Visit) -> Response:
    return _account(visit, None)


def change_account(visit: Visit) -> Response:
    """The account's language, its password, or one of its sessions ended."""
    user = visit.who.user
    with writing(visit.stores.desk, alone=False) as session:
        if ended := visit.sent("end"):
            sessions.end(session, ended, user.id)
        if (chosen := visit.sent("language")) in LANGUAGES:
            set_language(session, user.id, chosen)
    return RedirectResponse("/desk/konto", status_code=303)


def change_password(visit: Visit) -> Response:
    """A new password, for whoever knows the old one. Every session ends, and this one begins anew."""
    user, old, new = visit.who.user, visit.sent("old"), visit.sent("password")
    try:
        with reading(visit.stores.desk) as session:
            attempt = attempt_of(session, visit, user.login)
            if not may_try(session, attempt):
                raise TooManyAttempts
            _user_id, hash_ = password_hash(session, user.login)
        if hash_ is not None and not is_right(hash_, old):
            failed(visit, attempt)
            raise WrongUse(_("Det gamla lösenordet är fel."))
        with writing(visit.stores.desk, alone=False) as session:
            set_password(session, user.id, new)
    except (WrongUse, TooManyAttempts) as error:
        return _account(visit, error)
    return begun(visit, user.id, attempt, "/desk/konto")


def attempt_of(session: Session, visit: Visit, login: str) -> Attempt:
    """Whoever asks, as somebody who wants in to that account."""
    return Attempt(secret(session), visit.address, login, visit.request.cookies.get(_MARKS, ""))


def failed(visit: Visit, attempt: Attempt) -> None:
    with writing(visit.stores.desk, alone=False) as session:
        note_failure(session, attempt)


def _account(visit: Visit, error: DiariumError | None) -> Response:
    with reading(visit.stores.desk) as session:
        rows = sessions.sessions_of(session, visit.who.user.id)
        tied = is_tied(session, visit.who.user.id, issuer_of(visit))
    return render(
        visit,
        "account.html",
        status=error.status if error else 200,
        sessions=rows,
        this=visit.who.session,
        languages=LANGUAGES,
        least=LEAST,
        error=error,
        provider=provider_name(visit),
        tied=tied,
    )


def issuer_of(visit: Visit) -> str:
    """The provider's issuer; empty where there is none."""
    provider = visit.request.app.state.provider
    return str(provider.issuer) if provider is not None else ""


def provider_name(visit: Visit) -> str:
    """What the provider is called that people may sign in at; empty where there is none."""
    return visit.using.settings.oidc_name if visit.request.app.state.provider is not None else ""


def begun(visit: Visit, user_id: str, attempt: Attempt, back: str, kept: KeptForm | None = None) -> Response:
    """The answer that begins a session after an attempt that did not fail, and leads on, or to the form that was kept."""
    with writing(visit.stores.desk, alone=False) as session:
        token = sessions.begin(session, user_id, visit.request.headers.get("user-agent", ""))
        signed, _to_write = sessions.signed_in(session, token)
    there = kept_page(replace(visit, signed=signed), kept) if kept else RedirectResponse(back, status_code=303)
    _keep(visit, there, COOKIE, token, sessions.AT_MOST)
    _keep(visit, there, _MARKS, marks_with(attempt), MARKS_LAST)
    return there


def _keep(visit: Visit, answer: Response, cookie: str, value: str, lasts: dt.timedelta) -> None:
    answer.set_cookie(
        cookie,
        value,
        max_age=int(lasts.total_seconds()),
        path=_cookie_path(visit),
        secure=visit.request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def _cookie_path(visit: Visit) -> str:
    """The desk alone: no other page of ours is ever sent the cookie."""
    return f"{visit.using.settings.base_path}/desk"


def back_from(typed: str, otherwise: str = "/desk") -> str:
    """The page of the desk that an address or a form says somebody came from or meant, `otherwise` where it is none."""
    return typed if _BACK.fullmatch(typed) and not typed.startswith("/desk/logga") else otherwise
