"""`as_of`: lists and single answers as they were on a day, of what is public still."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.api.resources import RESOURCES
from app.db import Stores
from app.main import create_app
from app.settings import Settings
from app.today import today
from tests.app.days import KS, Told, told, told_once, withdrawn
from tests.app.filing import file
from tests.app.register.saying import basis, bundle, day, extract, item
from tests.app.served import case_id

__all__ = ["told", "told_once"]

API, PROBLEM = "/api/v1", "urn:diarium:problem:"
WHOLE = "documents,items,path,findings,ledger,wording,meeting_days,sources"
REMEMBERED = [resource.name for resource in RESOURCES if resource.remembered]


@pytest.mark.parametrize("name", REMEMBERED)
def test_a_list_as_of_today_is_the_list(client: TestClient, name: str) -> None:
    now = client.get(f"{API}/{name}?limit=500").json()
    assert now[name] or name in {"votes", "presences"}  # the example has none
    assert client.get(f"{API}/{name}?limit=500&as_of={today()}").json() == now


def test_a_matter_as_of_today_is_the_matter(client: TestClient) -> None:
    same_today(client)


def test_a_matter_in_minutes_of_many_is_the_matter(stores: Stores, using: Settings) -> None:
    held = [item(str(n), f"Fråga {n}", case_numbers=(f"KS-2025-{n:05}",)) for n in (3, 4, 5)]
    named = basis("Kommunstyrelsens beslut § 4", "beslut", date=day("2025-02-17"))
    treated = item("9", "Fråga 3 igen", case_numbers=("KS-2025-00003",), basis=(named,))
    file(stores, bundle(extract("Kommunstyrelsen", "2025-02-17", *held), digest="1" * 64))
    file(stores, bundle(extract("Kommunfullmäktige", "2025-03-17", treated), digest="2" * 64))
    with TestClient(create_app(using)) as client:
        same_today(client)


def same_today(client: TestClient) -> None:
    """Every matter, with all there is to ask of it, is as of today what it is."""
    for row in client.get(f"{API}/cases").json()["cases"]:
        for address in (
            f"{row['id']}?include={WHOLE}",
            f"{row['id']}?include=items",
            f"{row['id']}/path?include=sources",
        ):
            now = client.get(f"{API}/cases/{address}")
            assert now.status_code == 200
            mark = "&" if "?" in address else "?"
            assert client.get(f"{API}/cases/{address}{mark}as_of={today()}").json() == now.json()


def test_lists_hold_what_was_known(told_once: TestClient) -> None:
    def listed(address: str) -> list[str]:
        name = address.partition("?")[0]
        return [row["title"] for row in told_once.get(f"{API}/{address}").json()[name]]

    assert listed("items?as_of=2025-02-28") == []
    assert listed("items?as_of=2025-03-01") == ["Torget"]
    assert listed("items?as_of=2025-04-01&body=Kommunstyrelsen") == ["Torget och ån"]
    assert sorted(listed("items")) == ["Torget", "Torget och ån", "Ån och bron"]
    assert told_once.get(f"{API}/yrkanden?as_of=2025-03-09").json()["total"] == 0
    assert told_once.get(f"{API}/yrkanden?as_of=2025-03-10").json()["total"] == 1


def test_a_walk_stays_on_its_day(told_once: TestClient) -> None:
    page = told_once.get(f"{API}/items?as_of=2025-04-30&cursor=*&limit=1")
    seen = [row["title"] for row in page.json()["items"]]
    while "next" in page.links:
        page = told_once.get(page.links["next"]["url"])
        seen += [row["title"] for row in page.json()["items"]]
    assert sorted(seen) == ["Torget", "Torget och ån"]


def test_a_matter_is_told_and_reckoned_as_on_the_day(told_once: TestClient) -> None:
    (row,) = told_once.get(f"{API}/cases?number={KS}").json()["cases"]
    then = told_once.get(f"{API}/cases/{row['id']}?include=items&as_of=2025-03-01").json()
    assert [item["title"] for item in then["items"]] == ["Torget"]
    assert then["version"] != row["version"]
    assert (
        told_once.get(f"{API}/cases/{KS}?as_of=2025-03-01")
        .headers["location"]
        .endswith(f"{row['id']}?as_of=2025-03-01")
    )
    path = told_once.get(f"{API}/cases/{row['id']}/path?as_of=2025-03-01").json()
    assert len([step for step in path["steps"] if step["kind"] == "item"]) == 1


def test_what_was_not_known_then_is_not_found(told_once: TestClient) -> None:
    for address in (f"cases/{KS}", "items/nothing", "documents/nothing"):
        answered = told_once.get(f"{API}/{address}?as_of=2025-02-27")
        assert (answered.status_code, answered.json()["type"]) == (404, f"{PROBLEM}not-known-then")
        assert "2025-02-27" in answered.json()["detail"]


def test_what_was_withdrawn_since_is_not_told_of_any_day(told: Told, using: Settings) -> None:
    withdrawn(told)
    with TestClient(create_app(using)) as asking:
        for when in ("2025-03-10", "2025-05-31", "2025-06-01"):
            assert asking.get(f"{API}/yrkanden?as_of={when}").json()["total"] == 0
            assert "Kulturnämnden" not in asking.get(f"{API}/items?as_of={when}").text
        assert asking.get(f"{API}/cases/{KS}?as_of=2025-05-31").json()["type"] == f"{PROBLEM}withdrawn"


@pytest.mark.parametrize("said", ["2999-01-01", "i går", "2025-02-30", ""])
def test_a_day_to_come_or_none_is_refused(client: TestClient, said: str) -> None:
    for address in ("cases", f"cases/{case_id(client)}", "items", "documents/nothing", "motions/nothing"):
        answered = client.get(f"{API}/{address}?as_of={said}")
        assert (answered.status_code, answered.json()["type"]) == (400, f"{PROBLEM}bad-parameter")


def test_changes_have_days_of_their_own(client: TestClient) -> None:
    assert client.get(f"{API}/changes?as_of=2025-01-01").status_code == 400


def test_tags_differ_with_the_day(told_once: TestClient) -> None:
    tags = {
        told_once.get(f"{API}/items?as_of={when}").headers["etag"]
        for when in ("2025-02-28", "2025-03-01", "2025-04-01")
    }
    assert len(tags) == 3
    address, tag = f"{API}/items?as_of=2025-03-01", told_once.get(f"{API}/items?as_of=2025-03-01").headers["etag"]
    assert told_once.get(address, headers={"If-None-Match": tag}).status_code == 304
