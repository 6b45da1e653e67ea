"""An id that was ever given leads on, with the question that was asked: corrected, merged or renamed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores
from app.main import create_app
from app.settings import Settings
from tests.app.api.test_lists import told
from tests.app.filing import file
from tests.app.register.saying import SOMEWHERE, bundle, extract, item, motion
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "läst fel")
API = "/api/v1"


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    file(stores, told(1, reserved=True))
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def first(client: TestClient, resource: str, **asked: str) -> str:
    return str(client.get(f"{API}/{resource}", params=asked).json()[resource][0]["id"])


def leads_on(client: TestClient, name: str, old: str, now: str, question: str = "") -> None:
    answered = client.get(f"{API}/{name}/{old}{question}")
    assert (answered.status_code, answered.headers["location"]) == (308, f"{API}/{name}/{now}{question}")
    assert client.get(answered.headers["location"]).json()["id"] == now != old


@ON_ONE_STORE
def test_a_corrected_paragraph_is_found_under_its_old_id(asking: TestClient, stores: Stores) -> None:
    old = first(asking, "items")
    acts.correct(stores, old, "number", "89", ANNA)
    leads_on(asking, "items", old, first(asking, "items"), "?fields=number")


def test_a_corrected_document_and_case_are_found_under_their_old_ids(asking: TestClient, stores: Stores) -> None:
    document, case = first(asking, "documents", kind="protokollsutdrag"), first(asking, "cases")
    acts.correct(stores, document, "date", "2025-06-18", ANNA)
    leads_on(asking, "documents", document, first(asking, "documents", kind="protokollsutdrag"), "?include=sources")
    acts.correct(stores, first(asking, "items"), "case_numbers", "KS-2025-00077", ANNA)
    now = first(asking, "cases")
    answered = asking.get(f"{API}/cases/{case}?include=items")
    assert (answered.status_code, answered.headers["location"]) == (308, f"{API}/cases/{now}?include=items")
    assert asking.get(f"{API}/cases/{case}/path").headers["location"] == f"{API}/cases/{now}/path"


def test_somebody_merged_leads_on_and_a_body_renamed_says_what_it_became(asking: TestClient, stores: Stores) -> None:
    signed = motion("Motion om cykelställ vid stationen och torget", "2025-03-03", "Mira Tallbo-Ek (M)")
    renamed = extract("Stadsstyrelsen", "2026-01-13", item("3", "Nytt namn", case_numbers=("KS-2026-00003",)))
    file(stores, bundle(signed, renamed, digest="c" * 64))
    old, now = (first(asking, "people", name=name) for name in ("Mira Tallbo-Ek", "Mira Tallbo"))
    acts.merge(stores, old, now, ANNA)
    leads_on(asking, "people", old, now)
    assert [row["id"] for row in asking.get(f"{API}/people").json()["people"]] == [now]

    board, new = (first(asking, "bodies", slug=slug) for slug in ("kommunstyrelsen", "stadsstyrelsen"))
    acts.rename(stores, SOMEWHERE, "Kommunstyrelsen", "Stadsstyrelsen", ANNA)
    assert asking.get(f"{API}/bodies/{board}").json()["became"] == [new]
    assert asking.get(f"{API}/items?body={board}").json()["total"] == 2
