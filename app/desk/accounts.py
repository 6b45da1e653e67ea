"""Accounts, for whoever decides about them: made, given other roles, a new way in, ended."""

from __future__ import annotations

from fastapi.responses import Response

from app.acts.access import Decided, note_decision
from app.acts.acting import acting
from app.db import reading
from app.desk.rendering import render
from app.desk.signing_in import issuer_of, provider_name
from app.desk.visits import Visit
from app.desk.words import role_words
from app.errors import DiariumError, WrongUse
from app.language.acts import act_words
from app.language.i18n import gettext as _
from app.queries.decisions import Decision, latest_decisions
from app.queries.places import given
from app.security.identities import all_tied, untie
from app.security.roles import Grant, Role
from app.security.sessions import end_all, new_link
from app.security.users import add_user, all_users, end_user, set_grants, user_of
from app.web.answers import origin

_CHANGES = {"end": Decided.ENDED, "link": Decided.LINK, "sessions": Decided.SESSIONS, "untie": Decided.UNTIED}
_MOST_DECISIONS = 50


def accounts_page(visit: Visit) -> Response:
    return _page(visit, None, None)


def new_account(visit: Visit) -> Response:
    """Make an account; the page shows the one-time address that its owner chooses a password at."""
    visit.needs_everywhere(Role.ADMIN)
    try:
        with acting(visit.stores, visit.actor("")) as session:
            user = add_user(session, visit.sent("login"), visit.sent("name"), [_grant(visit)], visit.who.user.language)
            link = new_link(session, user.id)
            note_decision(session, Decided.MADE, user.login, visit.who.user.name, user.grants)
    except DiariumError as error:
        return _page(visit, error, None)
    return _page(visit, None, (user.name, f"{origin(visit.request)}/desk/logga-in/{link}"))


def change_account(visit: Visit) -> Response:
    """Give an account another role, or one more, or a new one-time address, end its sessions, its tie to a provider, or the account.
    The journal says who decided it."""
    visit.needs_everywhere(Role.ADMIN)
    login, what = visit.path("login"), visit.sent("what")
    shown = None
    try:
        with acting(visit.stores, visit.actor("")) as session:
            user = user_of(session, login)
            decided = _CHANGES.get(what, Decided.GRANTED)
            if decided is Decided.ENDED:
                end_user(session, login)
            elif decided is Decided.LINK:
                shown = (user.name, f"{origin(visit.request)}/desk/logga-in/{new_link(session, user.id)}")
            elif decided is Decided.SESSIONS:
                end_all(session, user.id)
            elif decided is Decided.UNTIED:
                untie(session, user.id, issuer_of(visit))
            else:
                kept = user.grants if what == "also" else ()
                user = set_grants(session, login, [*kept, _grant(visit)])
            roles = user.grants if decided is Decided.GRANTED else ()
            note_decision(session, decided, user.login, visit.who.user.name, roles)
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


def _says(row: Decision) -> str:
    """`konto skapat, nils: registrator i Alnsjö`."""
    roles = "; ".join(role_words(Grant(Role(role), place, body)) for role, place, body in row["said"].get("roles", []))
    what = ", ".join(act_words(row["said"])[1:])
    return f"{what}: {roles}" if roles else what


def _page(visit: Visit, error: DiariumError | None, link: tuple[str, str] | None) -> Response:
    visit.needs_everywhere(Role.ADMIN)
    with reading(visit.stores.desk) as session:
        users = all_users(session)
        tied = all_tied(session, issuer_of(visit))
        decisions = latest_decisions(session, _MOST_DECISIONS)
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
        decisions=decisions,
        says=_says,
        provider=provider_name(visit),
    )
