"""The style sheet and the typefaces: small, of our own origin, and kept for as long as they hold the same."""

from __future__ import annotations

import re

import pytest
from anyio import fail_after, to_thread
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message

from app import resources
from app.security.headers import POLICY
from app.web.static import KEPT, Static, version, versioned

FONTS = sorted((resources.static() / "fonts").glob("*.woff2"))
FACES = re.findall(r"url\((fonts/[\w.-]+)\?v=(\w+)\)", (resources.static() / "diarium.css").read_text())


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[Mount("/static", Static(directory=resources.static()))]))


def test_the_style_sheet_asks_for_each_typeface_by_what_it_holds() -> None:
    assert dict(FACES) == {f"fonts/{path.name}": version(path) for path in FONTS}
    assert "font-src 'self'" in POLICY.split("; ")


def test_the_typefaces_are_small_and_their_licences_lie_beside_them() -> None:
    assert len(FONTS) == 2 and sum(path.stat().st_size for path in FONTS) <= 80_000
    for path in FONTS:
        assert path.read_bytes()[:4] == b"wOF2"
        assert "SIL OPEN FONT LICENSE Version 1.1" in path.with_name(f"OFL-{path.stem}.txt").read_text()


def test_the_style_sheet_comes_packed_to_whom_can_unpack_it(client: TestClient) -> None:
    whole, packed = (
        client.get("/static/diarium.css", headers={"Accept-Encoding": coding}) for coding in ("gzip;q=0", "gzip")
    )
    assert "Content-Encoding" not in whole.headers and packed.headers["Content-Encoding"] == "gzip"
    assert whole.text == packed.text
    assert int(packed.headers["Content-Length"]) <= 12_000
    assert whole.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert whole.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize("name", ["diarium.css", "fonts/sans.woff2", "fonts/serif.woff2"])
def test_a_file_asked_for_by_what_it_holds_is_kept_and_by_an_older_version_is_not(
    client: TestClient, name: str
) -> None:
    assert client.get(versioned(name)).headers["Cache-Control"] == KEPT
    for other in (f"/static/{name}", f"/static/{name}?v=0", f"{versioned(name)}&v=0"):
        assert client.get(other).headers["Cache-Control"] == "no-cache"


def test_a_file_of_ours_takes_no_thread_that_others_hold(client: TestClient) -> None:
    """Threads are few, and a slow question holds one: the style sheet is not to wait for it."""
    assert client.portal is None
    with client:
        assert client.portal is not None
        threads = client.portal.call(to_thread.current_default_thread_limiter)
        before, threads.total_tokens = threads.total_tokens, 1
        client.portal.call(threads.acquire_on_behalf_of_nowait, "a slow question")
        try:
            for name in ("diarium.css", "fonts/sans.woff2", "diarium.svg"):
                assert client.portal.call(_within, client.app, versioned(name)) == 200
        finally:
            client.portal.call(threads.release_on_behalf_of, "a slow question")
            threads.total_tokens = before


async def _within(app: ASGIApp, address: str) -> int:
    """The status of an answer that is there within a second."""
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    with fail_after(1):
        await app(scope, receive, send)
    return int(told[0]["status"])


def test_what_is_no_file_of_ours_is_not_there(client: TestClient) -> None:
    for path in ("nothing.css", "", "fonts", "%2e%2e/main.py", "../main.py", "/etc/passwd", "x" * 5000, "a%00b"):
        assert client.get(f"/static/{path}").status_code == 404
    assert client.post("/static/diarium.css").status_code == 405
    answered = client.get("/static/diarium.svg")
    assert answered.headers["Content-Type"].startswith("image/svg+xml")
    assert client.get("/static/diarium.svg", headers={"If-None-Match": answered.headers["ETag"]}).status_code == 304
