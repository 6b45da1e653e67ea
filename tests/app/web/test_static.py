"""The style sheet and the typefaces: small, of our own origin, and kept for as long as they hold the same."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

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
