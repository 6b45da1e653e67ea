"""What is not released is not there, and a number that several registers use is a choice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.db import Stores, writing
from app.journal import files
from app.journal.append import release
from app.main import create_app
from app.projection.public import publish
from app.resources import example
from app.settings import Settings
from importers import read_bundle
from tests.app.filing import file
from tests.app.pages.reading import read
from tests.app.register.saying import bundle, extract, item

EXAMPLE = example().read_bytes()


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def test_only_released_pages_can_be_seen(asking: TestClient, using: Settings, stores: Stores) -> None:
    files.write(files.path_of(using.data_dir, files.sha256(EXAMPLE)), EXAMPLE)
    reading = read_bundle(EXAMPLE, "exempel.pdf")
    filed = file(stores, reading, released=False)
    assert asking.get("/api/v1/cases").json() == {
        "cases": [],
        "total": 0,
        "limit": 20,
        "offset": 0,
        "next_cursor": None,
        "left_out": [],
        "total_is_at_least": False,
        "unread": "",
    }
    assert asking.get("/arenden/ks-2025-00042").status_code == 404

    with writing(stores.desk) as session:
        release(session, filed.filing, reading.documents[0].pages, "anna", "the board's extract")
    publish(stores)
    case = asking.get("/api/v1/cases").json()["cases"][0]
    whole = asking.get(f"/api/v1/cases/{case['id']}?include=documents,items").json()
    shown = whole["documents"][0]
    assert [d["body"]["name"] for d in whole["documents"]] == ["Kommunstyrelsen"]
    assert [i["number"] for i in whole["items"]] == ["201"]
    lead = shown["appearances"][0]
    assert (lead["first_page"], lead["file"]["complete"]) == (1, False)

    address = f"/api/v1/documents/{shown['id']}"
    assert asking.get(f"{address}/file").status_code == 404
    assert asking.get(f"{address}/pages/{lead['last_page']}.webp?width=200").status_code == 200
    assert asking.get(f"{address}/pages/{lead['last_page'] + 1}.webp?width=200").status_code == 404
    page = asking.get(f"/handlingar/{shown['id']}")
    assert "Hela filen är inte publicerad" in page.text
    assert asking.get(case["page"]).status_code == 200


def test_a_number_of_several_registers_is_a_choice(asking: TestClient, stores: Stores) -> None:
    for n, body in enumerate(("Miljönämnden", "Skolnämnden")):
        treated = item("1", f"Ansökan till {body}", case_numbers=("115/25",))
        file(stores, bundle(extract(body, "2025-03-01", treated), digest=str(n) * 64))
    answer = asking.get("/api/v1/cases/115%2F25")
    found = [case["slug"] for case in answer.json()["cases"]]
    assert (answer.status_code, answer.json()["number"]) == (300, "115/25")
    assert sorted(found) == ["miljonamnden-115-25", "skolnamnden-115-25"]
    for address, status in (("/arenden/115/25", 300), ("/arenden?q=115/25", 200)):
        page = asking.get(address)
        links = [a.attributes["href"] for a in read(page.text).one("main").all("a")]
        assert page.status_code == status
        assert {f"/arenden/alnsjo/{slug}" for slug in found} <= set(links)
    assert asking.get("/arenden/miljonamnden-115-25").headers["location"] == "/arenden/alnsjo/miljonamnden-115-25"
