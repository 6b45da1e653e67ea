"""Bodies at the desk: renamed and divided from a day, and what they file held or public when it is read."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, reading
from app.models.register import bodies, meetings, people
from app.security.roles import Grant, Role
from tests.app.desk.kept import moving
from tests.app.desk.working import Worker, account
from tests.app.filing import file
from tests.app.register.saying import bundle, extract

pytestmark = pytest.mark.parametrize(
    "database", ["sqlite"], indirect=True
)  # the walk of all routes asks PostgreSQL too


def test_a_body_is_renamed_from_a_day_and_its_default_set(
    registrar: Worker, served: TestClient, stores: Stores
) -> None:
    file(stores, bundle(extract("Skolnämnden", "2024-02-01", moving("Vera Lönn (S)", "3"))))
    registrar.go("/desk/organ").go(registrar.link("Skolnämnden"))
    at_body = registrar.at
    assert "KS (1)" in registrar.page.text, "what its numbers begin with"
    other = Worker(served).signed_in("rut").go(at_body)
    registrar.send("/forval", default="held", reason="granskas först")
    assert (
        "hålls inne tills någon släpper det Rut Alm" in registrar.page.text and "granskas först" in registrar.page.text
    )
    other.send("/namn", new="Barnnämnden", on="2025-01-01")
    assert other.status == 400 and "Någon annan har ändrat organet" in other.page.text
    assert other.page.one("input", name="new").attributes["value"] == "Barnnämnden", "nothing typed is lost"
    other.send("/namn")
    assert (
        "leder till Barnnämnden" in registrar.go("/desk/gjort").page.text or "organ bytte namn" in registrar.page.text
    )
    assert "från och med 1 januari 2025" in registrar.page.text
    registrar.go(at_body).send("/delning", parts="Förskolenämnden\nGrundskolenämnden", reason="ny organisation")
    assert registrar.status == 200 and "organ delades" in registrar.go("/desk/gjort").page.text


def test_who_keeps_one_body_sets_its_default_and_no_more(served: TestClient, stores: Stores) -> None:
    with reading(stores.desk) as session:
        body = session.execute(sa.select(bodies).where(bodies.c.kind == "committee").limit(1)).one()
        council = session.execute(sa.select(bodies.c.id).where(bodies.c.kind == "council")).scalar_one()
        person = session.execute(sa.select(people.c.id).limit(1)).scalar_one()
    account(stores, "bo", Grant(Role.REGISTRAR, "Alnsjö", body.name))
    bo = Worker(served).signed_in("bo").go(f"/desk/organ/{body.id}")
    assert not any(form.attributes["action"].endswith("/namn") for form in bo.page.all("form"))
    bo.send("/forval", default="held")
    assert "hålls inne" in bo.page.text
    mark = {"mark": bo.page.all("input", name="mark")[0].attributes["value"], "version": "0", "new": "Nya nämnden"}
    assert bo._asked("POST", f"/desk/organ/{body.id}/namn", data=mark).status == 403
    assert bo.go(f"/desk/organ/{council}").status == 404
    assert bo._asked("POST", f"/desk/personer/{person}/dela", data={**mark, "party": "S"}).status == 404
    with reading(stores.desk) as session:
        elsewhere = session.execute(sa.select(meetings.c.id).where(meetings.c.body_id == council)).scalar()
    assert bo.go(f"/desk/sammantraden/{elsewhere}").status == 404
    assert "Kommunfullmäktige" not in bo.go("/desk/sammantraden").page.text
