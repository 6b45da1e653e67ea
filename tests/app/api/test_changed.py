"""`updated_since` of the lists of who and what: whoever stands in a matter that was changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores, reading, writing
from app.main import create_app
from app.models.journal import entries
from app.models.register import changes, names
from app.projection.public_as_of import register_as_of
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.people import BODIES, PEOPLE
from app.register.municipalities import Municipality
from app.settings import Settings
from importers.bundle import Reservation, Stance, Yrkande
from tests.app.api.counting import statements
from tests.app.filing import file
from tests.app.projection.test_public_as_of import Told
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item, person

ELSEWHERE = Municipality("x-bergby", "Bergby", "bergby")
ANNA = Actor("anna", "så är det")
LISTS = ("people", "parties", "bodies", "municipalities")


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def moved(
    stores: Stores, number: int, who: str, body: str, *, groups: tuple[str, ...] = (), place: Municipality = SOMEWHERE
) -> None:
    """File the minutes of a matter of its own, in which somebody moves something and perhaps groups object."""
    yrkande = Yrkande(Stance.BIFALL, f"{who} yrkar bifall.", at("x"), (person(who),))
    objecting = (Reservation("Gruppen reserverar sig.", at("y"), parties=groups),) if groups else ()
    said = item(
        str(number), f"Torg {number}", case_numbers=(f"KS-2025-{number}",), yrkanden=(yrkande,), reservations=objecting
    )
    file(stores, bundle(extract(body, f"2025-03-{number:02}", said), digest=f"{number:064}"), place)


def named(client: TestClient, resource: str, since: str) -> list[str]:
    asked = {"updated_since": since, "limit": 500}
    answered = client.get(f"/api/v1/{resource}", params=asked).json()
    found = [str(row.get("code") if resource == "parties" else row["name"]) for row in answered[resource]]
    assert answered["total"] == len(found)
    return found


def last_change(client: TestClient) -> str:
    return str(client.get("/api/v1/changes?limit=500").json()["changes"][-1]["at"])


def test_whoever_stands_in_a_changed_matter_is_listed(asking: TestClient, stores: Stores) -> None:
    moved(stores, 1, "Mira Tallbo (C)", "Kulturnämnden")
    first = last_change(asking)
    moved(stores, 2, "Olle Rask (S)", "Byggnadsnämnden", groups=("MP", "Ö"), place=ELSEWHERE)
    second = last_change(asking)

    def all_named(since: str) -> dict[str, list[str]]:
        return {resource: named(asking, resource, since) for resource in LISTS}

    here = {"people": ["Mira Tallbo"], "parties": ["C"], "bodies": ["Kulturnämnden"], "municipalities": ["Alnsjö"]}
    there = {"people": ["Olle Rask"], "parties": ["S"], "bodies": ["Byggnadsnämnden"], "municipalities": ["Bergby"]}
    assert all_named(second) == there
    assert all_named(first) == {resource: sorted(here[resource] + there[resource]) for resource in LISTS}
    assert all_named("2999-01-01T00:00:00Z") == {resource: [] for resource in LISTS}
    both = {"updated_since": first, "municipality": "bergby"}
    assert [row["name"] for row in asking.get("/api/v1/people", params=both).json()["people"]] == ["Olle Rask"]


def test_a_matter_that_is_changed_again_brings_all_who_stood_in_it(asking: TestClient, stores: Stores) -> None:
    moved(stores, 1, "Mira Tallbo (C)", "Kulturnämnden")
    moved(stores, 2, "Olle Rask (S)", "Byggnadsnämnden")
    one = item("9", "Torg 1", case_numbers=("KS-2025-1",))
    file(stores, bundle(extract("Kommunstyrelsen", "2025-04-01", one), digest="9" * 64))
    since = last_change(asking)
    assert named(asking, "people", since) == ["Mira Tallbo"]
    assert named(asking, "parties", since) == ["C"]
    assert named(asking, "bodies", since) == ["Kommunstyrelsen", "Kulturnämnden"]


def test_a_party_that_only_acted_as_a_group_is_listed(asking: TestClient, stores: Stores) -> None:
    moved(stores, 1, "Mira Tallbo (Ö)", "Kulturnämnden")
    moved(stores, 2, "Olle Rask (S)", "Byggnadsnämnden", groups=("Ö", "MP"))
    assert named(asking, "parties", last_change(asking)) == ["S", "Ö"]


def test_whom_a_name_leads_to_and_what_goes_on_for_a_body_are_listed(asking: TestClient, stores: Stores) -> None:
    moved(stores, 1, "Mira Rask (C)", "Fritidsnämnden")
    moved(stores, 2, "Mira Ek (C)", "Idrottsnämnden")
    moved(stores, 3, "Mira Tallbo (C)", "Kulturnämnden")
    since = last_change(asking)
    ids = {row["name"]: row["id"] for row in asking.get("/api/v1/people").json()["people"]}
    acts.merge(stores, ids["Mira Tallbo"], ids["Mira Ek"], ANNA)
    acts.merge(stores, ids["Mira Ek"], ids["Mira Rask"], ANNA)
    acts.rename(stores, SOMEWHERE, "Kulturnämnden", "Idrottsnämnden", ANNA)
    acts.rename(stores, SOMEWHERE, "Idrottsnämnden", "Fritidsnämnden", ANNA)
    assert named(asking, "people", since) == ["Mira Rask"]
    assert named(asking, "bodies", since) == ["Fritidsnämnden", "Idrottsnämnden", "Kulturnämnden"]


def test_a_split_off_name_does_not_bring_its_namesake(asking: TestClient, stores: Stores) -> None:
    moved(stores, 1, "Mira Tallbo (C)", "Kulturnämnden")
    moved(stores, 2, "Mira Tallbo (S)", "Kulturnämnden")
    since = last_change(asking)
    assert named(asking, "people", since) == ["Mira Tallbo"]
    with reading(stores.desk) as session:
        whose = session.execute(sa.select(names.c.person_id).where(names.c.party == "S")).scalar_one()
    acts.split(stores, whose, "S", ANNA)
    assert named(asking, "people", since) == ["Mira Tallbo"]  # who was split off, and not whoever bears the same name


@pytest.mark.parametrize("resource", LISTS)
def test_it_takes_as_many_statements_as_any_other_question(client: TestClient, resource: str) -> None:
    asked = f"/api/v1/{resource}?updated_since=2000-01-01T00:00:00Z"
    assert client.get(asked).json()["total"] == client.get(f"/api/v1/{resource}").json()["total"] > 0
    counts = {statements(client, f"{asked}&limit={limit}") for limit in (1, 2, 500)}
    assert counts == {statements(client, f"/api/v1/{resource}?limit=1")}


def test_of_a_day_they_are_those_who_stood_there_then(stores: Stores) -> None:
    """What was read anew without a yrkande names its mover no more; on the day before, it still does."""
    with writing(stores.desk) as session:
        session.execute(entries.update().values(at="2025-02-01T12:00:00.000000Z"))
    told = Told(stores)
    yrkande = Yrkande(Stance.BIFALL, "x", at("x"), (person("Mira Tallbo (C)"),))
    for day, moves, version in (("2025-03-01", (yrkande,), 1), ("2025-04-01", (), 2)):
        said = item("88", "Torget", case_numbers=("KS-2025-42",), yrkanden=moves)
        told.file(day, bundle(extract("Kulturnämnden", "2025-02-17", said), version=str(version)))
        with writing(stores.public) as session:
            session.execute(changes.update().where(changes.c.n == version).values(at=f"{day}T12:00:00.000000Z"))

    def listed(day: str) -> dict[str, list[str]]:
        asked = Asked({"updated_since": dt.datetime(2025, 2, 1, tzinfo=dt.UTC)}, "id", 20, 0)
        with register_as_of(stores.public, dt.date.fromisoformat(day)) as session:
            found = {listing.name: page_of(session, listing, asked, Wanted()).rows for listing in (PEOPLE, BODIES)}
        return {name: [row["name"] for row in rows] for name, rows in found.items()}

    assert listed("2025-03-15") == {"people": ["Mira Tallbo"], "bodies": ["Kulturnämnden"]}
    assert listed("2025-04-15") == {"people": [], "bodies": ["Kulturnämnden"]}
