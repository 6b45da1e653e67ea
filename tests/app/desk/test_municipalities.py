"""Whoever runs the installation adds municipalities, tells what their pages are called and look like, and closes them."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.db import Stores, reading
from app.queries.towns import towns
from tests.app.desk.working import Worker

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_municipality_is_added_told_of_anew_and_closed(served: TestClient, stores: Stores) -> None:
    alva = Worker(served).signed_in("alva").go("/desk/kommuner")
    assert "inte tillagd, men har filer" in alva.page.one("tbody").text  # the example's own
    alva.send("/kommuner", municipality="Bergsund", colour="#ffee00")
    assert alva.status == 400 and "kontrasten är 1.2" in alva.page.one("main").text
    assert alva.page.one("input", name="municipality").attributes["value"] == "Bergsund"
    alva.send("/kommuner", municipality="Bergsund", called="Bergsunds kommun", colour="#1B5748")
    assert alva.at == "/desk/kommuner/x-bergsund"
    alva.send("/x-bergsund", address="https://bergsund.example")
    assert alva.status == 400 and "DIARIUM_BASE_URL" in alva.page.one("main").text
    alva.send("/x-bergsund", called="Bergsund", contact="anna@bergsund.example", address="", reason="kort namn")
    alva.send("/stang", reason="går ihop med Alnsjö")
    assert "Stängd" in alva.page.one("main").text and not alva.page.all("details")
    with reading(stores.public) as session:
        (town,) = towns(session)
    assert (town.called, town.colour, town.contact, town.closed) == (
        "Bergsund",
        "#1b5748",
        "anna@bergsund.example",
        True,
    )
    alva.go("/desk/kommuner/x-alnsjo")
    shown = alva.page.one("main").text
    for words in ("Kommunfullmäktige", "KS", "publiceras", "Alva Alm (alva)"):
        assert words in shown
