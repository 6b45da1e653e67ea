"""A small OpenID Connect provider on this machine: discovery, keys, a door and tokens. What it is told to do wrong it does."""

from __future__ import annotations

import base64
import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "diarium", "client's own"


class SmallProvider:
    """Whoever comes to its door is `subject`. `wrong` are claims of the next tokens that are not as they should be; `stranger` signs
    them with a key that it does not publish; `misled` are members of its discovery document that are not."""

    def __init__(self, address: str) -> None:
        self.issuer = address
        self.subject = "248289761001"
        self.wrong: dict[str, Any] = {}
        self.stranger = False
        self.misled: dict[str, Any] = {}
        self._key = ECKey.generate_key("P-256", {"kid": "one"})
        self._asked: dict[str, dict[str, str]] = {}
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._discovery),
                Route("/keys", self._keys),
                Route("/door", self._door),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    async def _discovery(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/door",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                **self.misled,
            }
        )

    async def _keys(self, _request: Request) -> Response:
        return JSONResponse(KeySet([self._key]).as_dict(private=False))

    async def _door(self, request: Request) -> Response:
        asked = dict(request.query_params)
        if asked["client_id"] != CLIENT or asked["code_challenge_method"] != "S256" or "openid" not in asked["scope"]:
            return Response(status_code=400)
        code = f"code-{len(self._asked)}"
        self._asked[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    async def _token(self, request: Request) -> Response:
        form = await request.form()
        asked = self._asked.pop(str(form["code"]), None)
        bearer = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        hashed = hashlib.sha256(str(form["code_verifier"]).encode()).digest()
        proved = asked and base64.urlsafe_b64encode(hashed).rstrip(b"=").decode() == asked["code_challenge"]
        if asked is None or not proved or request.headers["authorization"] != f"Basic {bearer}":
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 60}
        claims |= {"nonce": asked["nonce"], "name": "Elak Ek", "roles": ["admin"], **self.wrong}
        key = ECKey.generate_key("P-256", {"kid": "one"}) if self.stranger else self._key
        token = jwt.encode({"alg": "ES256", "kid": "one"}, claims, key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": token})


@contextmanager
def running() -> Iterator[SmallProvider]:
    """The provider, listening on an address of this machine for as long as the block runs."""
    door = socket.create_server(("127.0.0.1", 0))
    provider = SmallProvider(f"http://127.0.0.1:{door.getsockname()[1]}")
    server = uvicorn.Server(uvicorn.Config(provider.app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield provider
    finally:
        server.should_exit = True
        thread.join()
        door.close()
