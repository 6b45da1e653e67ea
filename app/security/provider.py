"""Signing in at somebody else's: an OpenID Connect provider says who somebody is, and nothing of what they may do here.

Code flow with PKCE. State, nonce and verifier all follow from one secret that the browser holds in a cookie for as long as it is
away, so nothing is kept here of whoever never comes back, and an answer that another browser asked for fits nobody.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import DiariumError, Exit
from app.language.i18n import N_
from app.settings import is_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from authlib.integrations.httpx_client import OAuth2Client

_SIGNED_WITH = ["RS256", "PS256", "ES256", "ES384", "EdDSA"]  # asymmetric alone: the client's secret signs nothing
_SECONDS, _KEPT_SECONDS, _LEEWAY = 5.0, 600.0, 60
_REST_SECONDS = 5.0  # one asks a provider that is away, and the desk's threads wait for it no more than that
_MOST_BYTES = 200_000
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class ProviderRefused(DiariumError):
    """What the provider, or somebody in its name, answered is no proof of who it is."""

    code = "provider-refused"
    title = N_("Inloggningen lyckades inte")
    detail = N_("Svaret från inloggningstjänsten gäller inte. Börja om från inloggningen.")
    status = 403
    exit_code = Exit.WRONG_USE


class ProviderAway(DiariumError):
    code = "provider-away"
    title = N_("Inloggningstjänsten svarar inte")
    detail = N_("Inloggningstjänsten går inte att nå. Försök igen, eller logga in med lösenord.")
    status = 503


@dataclass(frozen=True, slots=True)
class Answer:
    """Who somebody is: the `subject` that their `issuer` knows them by, never changed and never given to another."""

    issuer: str
    subject: str


class Provider:
    """One provider, as its issuer's discovery document describes it; that is kept for ten minutes, and one that does
    not answer is left alone for some seconds. `secret` is None of a client
    that has none."""

    def __init__(self, issuer: str, client_id: str, secret: str | None) -> None:
        self.issuer, self._client_id, self._secret = issuer, client_id, secret
        self._described: tuple[float, dict[str, Any]] | None = None
        self._rests_until = 0.0
        self._lock = threading.Lock()

    def begin(self, held: str, back: str) -> str:
        """The address at the provider that a browser which holds this secret (`new_secret`) is sent to; it comes back to `back`.

        Raises `ProviderAway`, and `ProviderRefused` where it is not what it was set to be.
        """
        with self._client(back) as client:
            url, _state = client.create_authorization_url(
                self._description(client)["authorization_endpoint"],
                state=_derived(held, "state"),
                nonce=_derived(held, "nonce"),
                code_verifier=_derived(held, "verifier"),
            )
        return str(url)

    def answered(self, held: str, back: str, params: Mapping[str, str]) -> Answer:
        """Who came back, by the `params` of the address that the provider led them to. Raises as `begin` does."""
        if not held or not hmac.compare_digest(params.get("state", "").encode(), _derived(held, "state").encode()):
            raise ProviderRefused
        if params.get("iss", self.issuer) != self.issuer or params.get("error") or not params.get("code"):
            raise ProviderRefused
        with self._client(back) as client:
            described = self._description(client)
            token = client.fetch_token(
                described["token_endpoint"],
                grant_type="authorization_code",
                code=params["code"],
                code_verifier=_derived(held, "verifier"),
            )
            keys = _fetched(client, described["jwks_uri"])
            return Answer(self.issuer, self._subject(str(token.get("id_token", "")), keys, held))

    def _subject(self, id_token: str, keys: dict[str, Any], held: str) -> str:
        """The subject of an ID token that is signed with one of the keys, for us, now, and for this browser."""
        from authlib.oidc.core import CodeIDToken  # noqa: PLC0415 - as `_client`
        from joserfc import jwt  # noqa: PLC0415 - the same
        from joserfc.jwk import KeySet  # noqa: PLC0415 - the same

        try:
            read = jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=_SIGNED_WITH)  # type: ignore[arg-type]
            claims = CodeIDToken(
                read.claims,
                read.header,
                options={
                    "iss": {"essential": True, "value": self.issuer},
                    "aud": {"essential": True, "value": self._client_id},
                    "nonce": {"essential": True, "value": _derived(held, "nonce")},
                },
                params={"nonce": _derived(held, "nonce"), "client_id": self._client_id},
            )
            claims.validate(leeway=_LEEWAY)
        except (KeyError, TypeError, AttributeError) as shapeless:  # keys or claims of no shape that there is
            raise ProviderRefused from shapeless
        subject = claims["sub"]
        if not isinstance(subject, str) or not 0 < len(subject) <= 255:
            raise ProviderRefused
        return subject

    def _description(self, client: OAuth2Client) -> dict[str, Any]:
        with self._lock:  # whoever comes meanwhile waits for the one answer
            if self._described and time.monotonic() - self._described[0] < _KEPT_SECONDS:
                return self._described[1]
            if time.monotonic() < self._rests_until:
                raise ProviderAway
            self._rests_until = time.monotonic() + _SECONDS + _REST_SECONDS
            found = _fetched(client, f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
            if found.get("issuer") != self.issuer or not all(_is_usable(found.get(name)) for name in _ENDPOINTS):
                raise ProviderRefused
            self._described, self._rests_until = (time.monotonic(), found), 0.0
            return found

    @contextmanager
    def _client(self, back: str) -> Iterator[OAuth2Client]:
        """What asks the provider; every way in which that fails is one of ours."""
        import httpx2  # noqa: PLC0415 - who has no provider need not load what asks one
        from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415 - the same
        from authlib.integrations.httpx_client import OAuth2Client  # noqa: PLC0415 - the same
        from joserfc.errors import JoseError  # noqa: PLC0415 - the same

        try:
            with OAuth2Client(
                self._client_id,
                self._secret,
                token_endpoint_auth_method="client_secret_basic" if self._secret else "none",
                scope="openid",
                redirect_uri=back,
                code_challenge_method="S256",
                timeout=_SECONDS,
                follow_redirects=False,
                trust_env=False,
            ) as client:
                yield client
        except httpx2.HTTPError as away:
            raise ProviderAway from away
        except (AuthlibBaseError, JoseError, ValueError, httpx2.InvalidURL) as refused:
            raise ProviderRefused from refused


def new_secret() -> str:
    """What a browser is to hold while it is at the provider."""
    return secrets.token_urlsafe(32)


def _derived(held: str, what: str) -> str:
    return hmac.new(held.encode(), what.encode(), hashlib.sha256).hexdigest()


def _fetched(client: OAuth2Client, url: str) -> dict[str, Any]:
    """A JSON object of the provider's. Raises `ProviderRefused` where it is none."""
    answer = client.request("GET", url, withhold_token=True)
    answer.raise_for_status()
    if len(answer.content) > _MOST_BYTES:
        raise ProviderRefused
    found = answer.json()
    if not isinstance(found, dict):
        raise ProviderRefused
    return found


def _is_usable(url: Any) -> bool:
    """Whether it is an address that may be asked. Raises `httpx2.InvalidURL` or `ValueError` where it is none that there can be."""
    import httpx2  # noqa: PLC0415 - as `Provider._client`

    return isinstance(url, str) and is_safe(url) and bool(httpx2.URL(url).host)
