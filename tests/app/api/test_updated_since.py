"""Whoever fetches what changed misses nothing: minutes belong to the matters of all their §§, and what belongs to no
matter is told every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.api.resources import RESOURCES, Resource
from app.db import Stores
from app.main import create_app
from app.models.published import DATED
from app.settings import Settings
from app.today import today
from importers.bundle import Attendance, Document, DocumentKind, Presence
from tests.app.api.counting import statements
from tests.app.filing import file
from tests.app.register.saying import SOMEWHERE, at, bundle, day, extract, item, person

# A correction changes no more: whoever wants the later ones asks from a day.
CHANGING = [resource for resource in RESOURCES if resource.name != "corrections"]
ALL = pytest.mark.parametrize("resource", CHANGING, ids=lambda r: r.name)
ANNA = Actor("anna", "så är det")
EVER, NEVER = "1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def minutes(body: str, date: str, who: str, *numbers: int, digest: str) -> Any:
    """The minutes of a meeting with a § of each of these cases, and somebody who was there and said nothing."""
    held = tuple(item(str(n), f"Fråga {n}", case_numbers=(f"KS-2025-{n:05}",)) for n in numbers)
    there = Attendance(members=(Presence(person(who), serving=True),))
    whole = Document(DocumentKind.PROTOKOLL, (1, 1), at(body), body=body, date=day(date), items=held, attendance=there)
    return bundle(whole, digest=digest * 64)


def listed(client: TestClient, name: str, **asked: Any) -> dict[Any, dict[str, Any]]:
    answered = client.get(f"/api/v1/{name}", params={"limit": 500, **asked})
    assert answered.status_code == 200, answered.text
    found = {row["id"]: row for row in answered.json()[name]}
    assert len(found) == answered.json()["total"]
    return found


def last_change(client: TestClient) -> str:
    return str(max(row["at"] for row in listed(client, "changes").values()))


@ALL
def test_of_the_example_everything_changed_at_some_time(client: TestClient, resource: Resource) -> None:
    whole = listed(client, resource.name)
    assert listed(client, resource.name, updated_since=EVER) == whole
    if resource.remembered:
        assert listed(client, resource.name, updated_since=EVER, as_of=str(today())) == whole


def test_of_minutes_too(asking: TestClient, stores: Stores) -> None:
    file(stores, minutes("Kulturnämnden", "2025-02-17", "Mira Tallbo (C)", 3, 4, 5, digest="1"))
    file(stores, minutes("Byggnadsnämnden", "2025-03-17", "Olle Rask (S)", 6, 7, digest="2"))
    for resource in CHANGING:
        whole = listed(asking, resource.name)
        assert listed(asking, resource.name, updated_since=EVER) == whole
        assert listed(asking, resource.name, updated_since=NEVER) == {}
    assert len(listed(asking, "documents")) == 2 == len(listed(asking, "people"))


def test_minutes_belong_to_the_matters_of_all_their_items(asking: TestClient, stores: Stores) -> None:
    file(stores, minutes("Kulturnämnden", "2025-02-17", "Mira Tallbo (C)", 3, 4, 5, digest="1"))
    file(
        stores,
        bundle(
            extract("Kommunstyrelsen", "2025-03-17", item("9", "Fråga 3", case_numbers=("KS-2025-00003",))),
            digest="2" * 64,
        ),
    )
    whole = listed(asking, "documents")
    of_case = {number: listed(asking, "documents", case=number) for number in ("KS-2025-00003", "ks 2025 5")}
    assert [len(found) for found in of_case.values()] == [2, 1]
    held = {row["id"]: {case["number"] for case in row["cases"]} for row in whole.values()}
    assert sorted(map(sorted, held.values())) == [
        ["KS-2025-00003"],
        ["KS-2025-00003", "KS-2025-00004", "KS-2025-00005"],
    ]
    for case in listed(asking, "cases").values():
        detail = asking.get(f"/api/v1/cases/{case['id']}?include=documents").json()
        assert {document["id"] for document in detail["documents"]} == set(listed(asking, "documents", case=case["id"]))


def test_a_changed_matter_brings_the_minutes_of_its_item_and_all_who_were_there(
    asking: TestClient, stores: Stores
) -> None:
    file(stores, minutes("Kulturnämnden", "2025-02-17", "Mira Tallbo (C)", 3, 4, digest="1"))
    file(stores, minutes("Byggnadsnämnden", "2025-03-17", "Olle Rask (S)", 6, 7, digest="2"))
    file(
        stores,
        bundle(
            extract("Kommunstyrelsen", "2025-04-17", item("9", "Fråga 4", case_numbers=("KS-2025-00004",))),
            digest="3" * 64,
        ),
    )
    since = last_change(asking)
    found = {
        name: listed(asking, name, updated_since=since).values() for name in ("documents", "people", "bodies", "items")
    }
    assert sorted(row["date"] for row in found["documents"]) == ["2025-02-17", "2025-04-17"]
    assert [row["name"] for row in found["people"]] == ["Mira Tallbo"]
    assert sorted(row["name"] for row in found["bodies"]) == ["Kommunstyrelsen", "Kulturnämnden"]
    assert sorted(row["title"] for row in found["items"]) == ["Fråga 4", "Fråga 4"]


def test_what_belongs_to_no_matter_is_told_every_time(asking: TestClient, stores: Stores) -> None:
    file(stores, minutes("Kulturnämnden", "2025-02-17", "Mira Tallbo (C)", 3, digest="1"))
    file(stores, minutes("Byggnadsnämnden", "2025-03-17", "Olle Rask (S)", 6, digest="2"))
    alone = next(row for row in listed(asking, "items").values() if row["title"] == "Fråga 6")
    entities = DATED["matter_entities"]
    with stores.public.execution_options(writes=True).begin() as connection:
        of = sa.select(entities.c.matter_id).where(entities.c.entity_id == alone["id"])
        connection.execute(entities.delete().where(entities.c.matter_id == connection.execute(of).scalar_one()))
    for name, said in (
        ("items", "Fråga 6"),
        ("people", "Olle Rask"),
        ("bodies", "Byggnadsnämnden"),
        ("documents", "2025-03-17"),
        ("meetings", "2025-03-17"),
        ("parties", "S"),
    ):
        (row,) = listed(asking, name, updated_since=NEVER).values()
        assert said in row.values(), name
    assert listed(asking, "documents", updated_since=NEVER, case="KS-2025-00003") == {}


def test_whoever_stands_nowhere_is_told_every_time(asking: TestClient, stores: Stores) -> None:
    file(stores, minutes("Kulturnämnden", "2025-02-17", "Mira Tallbo (C)", 3, digest="1"))
    with stores.public.execution_options(writes=True).begin() as connection:
        for name in ("presence", "items", "documents", "matters"):
            connection.execute(DATED[name].delete())
    for name in ("people", "parties", "bodies", "meetings", "municipalities"):
        assert listed(asking, name, updated_since=NEVER) == listed(asking, name) != {}


@ALL
def test_it_takes_as_many_statements_whatever_is_found(client: TestClient, resource: Resource) -> None:
    asked = f"/api/v1/{resource.name}?updated_since={EVER}"
    counts = {statements(client, f"{asked}&limit={limit}") for limit in (1, 2, 500)}
    assert len(counts) == 1


def test_whoever_was_merged_split_or_renamed_is_not_left_out(asking: TestClient, stores: Stores) -> None:
    who = ("Mira Tallbo (C)", "Mira Tallbo (S)", "Olle Rask (S)")
    for number, name in enumerate(who, start=1):
        file(stores, minutes(f"Nämnd {number}", f"2025-03-1{number}", name, number, digest=str(number)))
    ids = {row["name"]: row["id"] for row in listed(asking, "people").values()}
    acts.split(stores, ids["Mira Tallbo"], "S", ANNA)
    acts.split(stores, ids["Mira Tallbo"], "C", ANNA)
    acts.rename(stores, SOMEWHERE, "Nämnd 1", "Nämnd 2", ANNA)
    acts.rename(stores, SOMEWHERE, "Nämnd 3", "Ny nämnd", ANNA)
    for name in ("people", "parties", "bodies"):
        whole = listed(asking, name)
        assert listed(asking, name, updated_since=EVER) == whole
