"""An admin makes and revokes keys, and sees how the installation is."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, reading, writing
from app.imports.filing import accept
from app.imports.uploads import Claims
from app.imports.workers import taker
from app.main import create_app
from app.models.journal import entries, imports, jobs
from app.queries.decisions import latest_decisions
from app.security.keys import keys
from app.security.roles import Grant, Role
from app.settings import Settings
from tests.app.desk.working import Worker, account
from tests.app.sheets import sheet

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


def test_the_journal_tells_apart_keys_of_one_name(served: TestClient, stores: Stores) -> None:
    alva = Worker(served).signed_in("alva").go("/desk/nycklar")
    made = []
    for _ in range(2):
        alva.send("/nycklar", name="Ärendesystemet", municipality="Alnsjö", **{"scope-read": "1"})
        made.append(alva.page.one("code").text)
    alva.send_form(alva.page.one("tbody").all("form")[0])
    with reading(stores.desk) as session:
        ids = [row.id for row in keys(session)]
        told = [(row["said"]["decided"], row["said"]["whom"]) for row in latest_decisions(session, 9)]
        content = repr(list(session.execute(sa.select(entries.c.content)).scalars()))
    assert told[::-1] == [
        ("key", f"Ärendesystemet (key {ids[0]})"),
        ("key", f"Ärendesystemet (key {ids[1]})"),
        ("revoked", f"Ärendesystemet (key {ids[0]})"),
    ]
    assert not [key for key in made if key in content]


def test_the_state_tells_what_waits_and_what_was_set_aside(served: TestClient, stores: Stores) -> None:
    row = {"kind": "other", "key": "k", "said": "{}", "at": "2026-11-01T10:00:00.000000Z"}
    with writing(stores.desk) as session:
        session.execute(
            jobs.insert().values(row | {"id": "a" * 16, "state": "aside", "attempts": 3, "problem": "OSError"})
        )
        session.execute(jobs.insert().values(row | {"id": "b" * 16, "state": "queued", "attempts": 0}))
    page = Worker(served).signed_in("alva").go("/desk/lage").page.one("main")
    assert "1 väntar" in page.text and "1 är lagda åt sidan" in page.text and "följer journalen" in page.text
    first, second = page.one("tbody").all("tr")
    assert (
        "lagt åt sidan" in first.text
        and "senast: fel i programmet (OSError)" in first.text
        and "väntar" in second.text
        and not second.all("form")
    )


def test_a_job_that_was_set_aside_is_given_another_try(stores: Stores, using: Settings) -> None:
    account(stores, "alva", Grant(Role.ADMIN))
    upload = accept(taker(stores, using), sheet(1), Claims("a.pdf", "Rut Alm", None, None), at_once=False)
    mine, job_of = imports.c.id == upload.id, jobs.c.id == upload.id
    with writing(stores.desk) as session:
        session.execute(jobs.update().where(job_of).values(state="aside", attempts=3))
        session.execute(imports.update().where(mine).values(state="refused", problem="{}"))
    with TestClient(create_app(using.model_copy(update={"import_at_once": False})), follow_redirects=False) as client:
        alva = Worker(client).signed_in("alva").go("/desk/lage")
        alva.send(f"/lage/{upload.id}")
        assert alva.at == "/desk/lage" and not alva.page.one("tbody").all("form")
        with reading(stores.desk) as session:
            job, row = (session.execute(sa.select(t).where(w)).one() for t, w in ((jobs, job_of), (imports, mine)))
        assert (job.state, job.attempts, row.state, row.problem) == ("queued", 0, "queued", None)
