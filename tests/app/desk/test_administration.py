"""An admin makes and revokes keys, and sees how the installation is."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.db import Stores, writing
from app.models.journal import jobs
from tests.app.desk.working import Worker

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_key_is_made_shown_once_used_and_revoked(served: TestClient) -> None:
    alva = Worker(served).signed_in("alva").go("/desk/nycklar")
    alva.send("/nycklar", name="Ärendesystemet", municipality="Alnsjö", **{"scope-imports": ""})
    assert alva.status == 400 and "Välj vad nyckeln får göra" in alva.page.one("main").text
    alva.send("/nycklar", name="Ärendesystemet", municipality="Alnsjö", body="Kulturnämnden", expires="2099-12-31")
    key = alva.page.one("code").text
    bearer = {"Authorization": f"Bearer {key}", "Cookie": ""}
    assert served.post("/api/v1/imports", headers=bearer).status_code not in {401, 403}
    alva.go("/desk/nycklar")
    (row,) = alva.page.one("tbody").all("tr")
    assert key not in alva.page.text
    for words in ("Ärendesystemet", "Alnsjö, Kulturnämnden", "lämna in filer", "till och med 31 december 2099"):
        assert words in row.text
    alva.send_form(row.one("form"))
    assert "återkallad" in alva.page.one("tbody").text and not alva.page.one("tbody").all("form")
    assert served.post("/api/v1/imports", headers=bearer).status_code == 403


def test_the_state_tells_what_waits_and_what_was_set_aside(served: TestClient, stores: Stores) -> None:
    row = {"kind": "other", "key": "k", "said": "{}", "at": "2026-11-01T10:00:00.000000Z"}
    with writing(stores.desk) as session:
        session.execute(jobs.insert().values(row | {"id": "a" * 16, "state": "aside", "attempts": 3}))
        session.execute(jobs.insert().values(row | {"id": "b" * 16, "state": "queued", "attempts": 0}))
    page = Worker(served).signed_in("alva").go("/desk/lage").page.one("main")
    assert "1 väntar" in page.text and "1 är lagda åt sidan" in page.text and "följer journalen" in page.text
    first, second = page.one("tbody").all("tr")
    assert "lagt åt sidan" in first.text and "väntar" in second.text
