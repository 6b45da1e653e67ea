"""Accounts, for whoever decides about them: made, given other roles, a new way in, ended."""

from __future__ import annotations

from fastapi.responses import Response

from app.db import reading, writing
from app.desk.rendering import render
from app.desk.signing_in import issuer_of, provider_name
from app.desk.visits import Visit
from app.errors import DiariumError, WrongUse
from app.language.i18n import gettext as _
from app.queries.places import given
from app.security.identities import all_tied, untie
from app.security.roles import Grant, Role
from app.security.sessions import new_link
from app.security.users import add_user, all_users, end_user, set_grants, user_of
from app.web.answers import origin


def accounts_page(visit: Visit) -> Response:
    return _page(visit, None, None)


def new_account(visit: Visit) -> Response:
    """Make an account; the page shows the one-time address that its owner chooses a password at."""
    visit.needs_everywhere(Role.ADMIN)
    try:
        with writing(visit.stores.desk, alone=False) as session:
            user = add_user(session, visit.sent("login"), visit.sent("name"), [_grant(visit)], visit.who.user.language)
            link = new_link(session, user.id)
    except DiariumError as error:
        return _page(visit, error, None)
    return _page(visit, None, (user.name, f"{origin(visit.request)}/desk/logga-in/{link}"))


def change_account(visit: Visit) -> Response:
    """Give an account another role, or one more, or a new one-time address, end its tie to a provider, or the account."""
    visit.needs_everywhere(Role.ADMIN)
    login, what = visit.path("login"), visit.sent("what")
    shown = None
    try:
        with writing(visit.stores.desk, alone=False) as session:
            user = user_of(session, login)
            if what == "end":
                end_user(session, login)
            elif what == "link":
                shown = (user.name, f"{origin(visit.request)}/desk/logga-in/{new_link(session, user.id)}")
            elif what == "untie":
                untie(session, user.id, issuer_of(visit))
            else:
                kept = user.grants if what == "also" else ()
                set_grants(session, login, [*kept, _grant(visit)])
    except DiariumError as error:
        return _page(visit, error, None)
    return _page(visit, None, shown)


def _grant(visit: Visit) -> Grant:
    """The role that the form gives, and where."""
    role, typed = visit.sent("role"), visit.sent("municipality")
    if role not in list(Role):
        raise WrongUse(_("Välj en roll."))
    place = given(typed) if typed else None
    return Grant(Role(role), (place.code or place.name) if place else "", visit.sent("body") if place else "")


def _page(visit: Visit, error: DiariumError | None, link: tuple[str, str] | None) -> Response:
    visit.needs_everywhere(Role.ADMIN)
    with reading(visit.stores.desk) as session:
        users = all_users(session)
        tied = all_tied(session, issuer_of(visit))
    status = error.status if error else 200
    return render(
        visit,
        "accounts.html",
        status=status,
        users=users,
        roles=list(Role),
        error=error,
        link=link,
        tied=tied,
        provider=provider_name(visit),
    )
