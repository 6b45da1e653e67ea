"""Who was present: told once, by role, for whom, and at which §§."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings
from importers.bundle import Attendance, Bundle, Person, Presence
from tests.app.filing import file
from tests.app.register.saying import at, bundle, extract, item


def there(name: str, party: str | None = "M", *, serving: bool = True, **more: Any) -> Presence:
    printed = Person(name, party)
    return Presence(printed, serving=serving, source=at(name), **more)


def told(number: str, digest: str) -> Bundle:
    attendance = Attendance(
        chair=Person("Mira Tallbo", "M"),
        members=(there("Anna Ek", "S"), there("Bo Lind", "C", items=(("1", "5"),))),
        substitutes=(
            there("Ulla Ask", "S", serving=True, for_=Person("Per Sten", "S")),
            there("Åsa Al", "V", serving=False),
        ),
        others=(Person("Ida Falk"),),
    )
    paper = extract(
        "Kommunstyrelsen", "2025-03-05", item(number, "Skolgårdar", case_numbers=(f"KS-2025-{number:0>5}",))
    )
    return bundle(replace(paper, attendance=attendance), digest=digest * 64)


def test_who_was_present_is_told_once_and_found_by_whatever_is_known(using: Settings, stores: Stores) -> None:
    file(stores, told("3", "a"))
    file(stores, told("9", "b"))
    with TestClient(create_app(using), follow_redirects=False) as client:

        def names(**asked: Any) -> list[str]:
            answered = client.get("/api/v1/presences", params={"limit": 500, **asked})
            assert answered.status_code == 200, answered.text
            return sorted(row["person"]["name"] for row in answered.json()["presences"])

        everybody = ["Anna Ek", "Bo Lind", "Ida Falk", "Mira Tallbo", "Ulla Ask", "Åsa Al"]
        assert names() == everybody
        meeting = client.get("/api/v1/meetings").json()["meetings"][0]
        ids = {row["number"]: row["id"] for row in meeting["items"]}
        assert (
            names(meeting=meeting["id"]) == names(body="ks", **{"from": "2025-03-05", "to": "2025-03-05"}) == everybody
        )
        assert names(item=ids["3"]) == everybody
        assert names(item=ids["9"]) == [name for name in everybody if name != "Bo Lind"]
        for unknown in ("item", "meeting"):
            assert client.get("/api/v1/presences", params={unknown: "nothing"}).status_code == 400
        assert names(role="substitute") == ["Ulla Ask", "Åsa Al"]
        assert names(serving="true", party="S") == ["Anna Ek", "Ulla Ask"]
        (row,) = client.get("/api/v1/presences?person=Ulla%20Ask&include=sources").json()["presences"]
        assert row["instead_of"] == {"name": "Per Sten", "party": "S", "title": None}
        assert (row["role"], row["serving"], row["items"], len(row["documents"])) == ("substitute", True, None, 2)
        assert row["meeting"]["body"]["name"] == "Kommunstyrelsen" and row["sources"][0]["quote"] == "Ulla Ask"
        (row,) = client.get("/api/v1/presences?person=Bo%20Lind").json()["presences"]
        assert row["items"] == [["1", "5"]] and "sources" not in row
