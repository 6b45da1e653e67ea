"""Whose a question is, and under which address: proxies, prefixes, keys where they should not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.served import NUMBER, key_for

CASES = "/api/v1/cases"
KEY = "dia_" + "Aa0_-" * 8 + "xyz"


@contextmanager
def serving(using: Settings, client: tuple[str, int] = ("192.0.2.7", 1), **changed: object) -> Iterator[TestClient]:
    """The installation with other settings, asked from an address."""
    app = create_app(Settings(**using.model_dump() | changed))
    with TestClient(app, follow_redirects=False, client=client) as asking:
        yield asking


def left(asking: TestClient, **headers: str) -> int:
    """How many questions whoever asked with these headers has left."""
    return int(asking.get(CASES, headers=headers).headers["ratelimit-remaining"])


def test_a_key_has_one_count_however_it_is_written(holding_example: Settings) -> None:
    key = key_for(holding_example, "tidningen", "Alnsjö")
    with serving(holding_example, rate_limit="9/hour", rate_limit_with_key="100/hour") as asking:
        forms = (f"Bearer {key}", f"bearer {key}", f"BEARER   {key}", key, f"  Bearer {key} ")
        assert [left(asking, Authorization=form) for form in forms] == [99, 98, 97, 96, 95]


def test_who_is_counted_is_told_by_named_proxies_alone(holding_example: Settings) -> None:
    limits = {"rate_limit": "9/hour", "forwarded_allow_ips": "192.0.2.0/24"}
    with serving(holding_example, ("192.0.2.7", 1), **limits) as asking:
        # what the reader itself put first is not believed, only what the proxy saw
        seen = [f"{spoofed}, 198.51.100.{n}" for spoofed in ("10.0.0.1", "10.0.0.2") for n in (1, 2)]
        assert [left(asking, **{"X-Forwarded-For": one}) for one in seen] == [8, 8, 7, 7]
    with serving(holding_example, ("203.0.113.9", 1), **limits) as asking:
        assert [left(asking, **{"X-Forwarded-For": f"198.51.100.{n}"}) for n in (1, 2)] == [8, 7]


@pytest.mark.parametrize("written", [KEY, KEY.replace("dia_", "dia%5F"), KEY.replace("a", "%61")])
def test_a_key_in_an_address_is_never_echoed(client: TestClient, written: str) -> None:
    for address in (
        f"{CASES}?key={written}",
        f"{CASES}?{written}=1",
        f"{CASES}?number={written}&limit=1",
        f"{CASES}/{written}",
        f"/arenden?dnr={written}",
        f"/arenden/{written}",
        f"/{written}/",
    ):
        answer = client.get(address)
        shown = answer.text + str(dict(answer.headers))
        assert KEY not in shown
        assert written not in shown


def test_a_path_of_the_base_address_goes_before_every_address(holding_example: Settings) -> None:
    base = "https://alnsjo.example/diarium"
    with serving(holding_example, base_url=f"{base}/") as asking:
        case = asking.get(f"{CASES}?limit=1").json()["cases"][0]
        assert case["page"].startswith("/diarium/arenden/")
        page = asking.get(case["page"]).text
        ours = re.findall(r' (?:href|src|action)="(/[^"]*)', page)
        assert len(ours) > 10
        assert [address for address in ours if not address.startswith("/diarium/")] == []
        assert page == asking.get(case["page"].removeprefix("/diarium")).text
        assert asking.get(f"{CASES}/{NUMBER}").headers["location"].startswith("/diarium/api/v1/cases/")
        assert f"<{base}/api/v1/items?" in asking.get("/api/v1/items?limit=1").headers["link"]
        assert asking.get("/diarium/api/v1/cases/nosuch").json()["instance"] == "/diarium/api/v1/cases/nosuch"
        assert asking.get("/diariumx").status_code == 404


@pytest.mark.parametrize(
    "address", ["alnsjo.example", "/diarium", "ftp://alnsjo.example", "https://", "https://a.se/?b"]
)
def test_a_base_address_without_scheme_or_host_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="base_url"):
        Settings(base_url=address)


@pytest.mark.parametrize("proxies", ["proxy.example", "10.0.0.0/99", ""])
def test_a_proxy_is_named_by_its_address(proxies: str) -> None:
    with pytest.raises(ValidationError, match="forwarded_allow_ips"):
        Settings(forwarded_allow_ips=proxies)


@pytest.mark.parametrize(
    ("address", "without"),
    [
        ("/arenden/", "/arenden"),
        ("/api/v1/cases/?limit=1", "/api/v1/cases?limit=1"),
        ("//elsewhere.example/", "/elsewhere.example"),
        (f"/arenden/alnsjo/{NUMBER}/", f"/arenden/alnsjo/{NUMBER}"),
    ],
)
def test_a_slash_at_the_end_leads_on(client: TestClient, address: str, without: str) -> None:
    answer = client.get(f"http://testserver{address}")
    assert (answer.status_code, answer.headers["location"]) == (308, without)


def test_a_supervisor_is_told_whether_it_lives_and_whether_it_can_work(holding_example: Settings) -> None:
    with serving(holding_example) as asking:
        assert (asking.get("/healthz").status_code, asking.get("/healthz").text) == (200, "ok\n")
        ready = asking.get("/readyz")
        assert (ready.status_code, ready.json()["ready"]) == (200, True)
        assert ready.headers["cache-control"] == "no-store"
