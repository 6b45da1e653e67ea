"""Into the desk by a provider that the installation trusts to say who somebody is (OpenID Connect)."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi.responses import RedirectResponse, Response

from app.db import reading, writing
from app.desk.errors import NoAccountTied, TooManyAttempts
from app.desk.rendering import render
from app.desk.signing_in import attempt_of, back_from, begun, failed
from app.desk.visits import Visit
from app.errors import NotFound
from app.security.attempts import may_try
from app.security.identities import account_of, tie, untie
from app.security.provider import Provider, ProviderRefused, new_secret
from app.web.answers import origin

COOKIE, _AT, _AWAY_SECONDS = "diarium_away", "/desk/oidc", 900


def leave(visit: Visit) -> Response:
    """To the provider, with a secret that the browser holds until it is back."""
    return _left(visit, "in", back_from(visit.asked("till")))


def leave_to_tie(visit: Visit) -> Response:
    """Tie the account to whoever the provider will say that this is, or untie it. A form leads to no other site: a link does."""
    provider = _provider(visit)
    if visit.sent("what") == "untie":
        with writing(visit.stores.desk, alone=False) as session:
            untie(session, visit.who.user.id, provider.issuer)
        return RedirectResponse("/desk/konto", status_code=303)
    there = _left(visit, visit.who.session, "/desk/konto")
    page = render(visit, "tie.html", there=there.headers["location"], provider=_name(visit))
    page.raw_headers.extend(pair for pair in there.raw_headers if pair[0] == b"set-cookie")
    return page


def come_back(visit: Visit) -> Response:
    """Back from the provider: signed in, or tied where that was what the browser left for, in the session that did."""
    provider = _provider(visit)
    held, what, back = _held(visit)
    try:
        with reading(visit.stores.desk) as session:
            attempt = attempt_of(session, visit, "")
            if not may_try(session, attempt):
                raise TooManyAttempts
        who = provider.answered(held, _here(visit), dict(visit.request.query_params))
    except ProviderRefused:
        if not visit.asked("error"):  # whoever broke off there has guessed at nothing
            failed(visit, attempt)
        raise
    if what != "in":
        if visit.signed is None or visit.signed.session != what:
            raise ProviderRefused
        with writing(visit.stores.desk, alone=False) as session:
            tie(session, visit.signed.user.id, who)
        return _without(visit, RedirectResponse("/desk/konto", status_code=303))
    with reading(visit.stores.desk) as session:
        user_id = account_of(session, who)
    if user_id is None:
        raise NoAccountTied(provider=_name(visit))
    return _without(visit, begun(visit, user_id, attempt, back))


def _left(visit: Visit, what: str, back: str) -> Response:
    held = new_secret()
    there = RedirectResponse(_provider(visit).begin(held, _here(visit)), status_code=303)
    there.set_cookie(
        COOKIE,
        f"{held}.{what}.{quote(back, safe='')}",
        max_age=_AWAY_SECONDS,
        path=_path(visit),
        secure=visit.request.url.scheme == "https",
        httponly=True,
        samesite="lax",  # it is to come along when the provider leads back
    )
    return there


def _held(visit: Visit) -> tuple[str, str, str]:
    """The secret that the browser holds, what it left for (`in`, or a session that ties), and where it was going. Raises `ProviderRefused`."""
    parts = visit.request.cookies.get(COOKIE, "")[:2000].split(".", 2)
    if len(parts) != 3:
        raise ProviderRefused
    return parts[0], parts[1], back_from(unquote(parts[2]))


def _without(visit: Visit, answer: Response) -> Response:
    answer.delete_cookie(COOKIE, path=_path(visit))
    return answer


def _path(visit: Visit) -> str:
    return f"{visit.using.settings.base_path}{_AT}"


def _here(visit: Visit) -> str:
    """The address that the provider leads back to, as it was told of it."""
    return f"{origin(visit.request)}{_AT}/svar"


def _provider(visit: Visit) -> Provider:
    provider: Provider | None = visit.request.app.state.provider
    if provider is None:
        raise NotFound
    return provider


def _name(visit: Visit) -> str:
    return visit.using.settings.oidc_name
