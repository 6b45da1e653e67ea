"""Meetings at the desk: days written in, the last day of appeal with its reason."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, reading
from app.models.journal import imports
from app.models.register import documents
from app.queries.bodies_kept import bodies_kept
from app.queries.meetings_kept import KeptMeeting, meetings_kept
from app.queries.stands import stands_of
from app.register.municipalities import municipality
from app.settings import Settings
from importers.bundle import Outcome
from tests.app.desk.kept import BOARD, undoing
from tests.app.desk.working import Worker
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.register.saying import bundle, decision, extract, item

pytestmark = pytest.mark.parametrize(
    "database", ["sqlite"], indirect=True
)  # the walk of all routes asks PostgreSQL too


def test_days_are_written_in_and_the_last_day_of_appeal_is_told_with_its_reason(
    registrar: Worker, served: TestClient, stores: Stores
) -> None:
    decided = item("7", "Torget", decisions=(decision(BOARD, Outcome.BIFALL),), outcome=Outcome.BIFALL)
    file(stores, bundle(extract(BOARD, "2025-12-01", decided)))
    registrar.go("/desk/sammantraden").go(registrar.link("1 december 2025"))
    assert "anslagsdagen är inte känd" in registrar.page.text
    at_meeting = registrar.at
    other = Worker(served).signed_in("rut").go(at_meeting)
    registrar.send("/dagar", verified="2025-12-03", notice_posted="2025-12-03", reason="enligt anslagstavlan")
    # three weeks on is Christmas Eve, and then come two holidays and a weekend
    assert "Kan överklagas till och med 29 december 2025" in registrar.page.text
    assert "24 december 2025 är en lördag, söndag eller helgdag" in registrar.page.text
    other.send("/dagar", verified="2025-12-04")
    assert other.status == 400 and "Någon annan har skrivit in en dag" in other.page.text
    assert any(one.attributes["value"] == "2025-12-04" for one in other.page.all("input", name="verified"))
    registrar.go("/desk/gjort")
    assert registrar.page.text.count("dag inskriven") == 2 and "enligt anslagstavlan" in registrar.page.text
    registrar.send_form(undoing(registrar)[0])
    assert "anslagsdagen är inte känd" in registrar.go(at_meeting).page.text


def test_each_paper_is_told_with_the_files_that_it_lies_in(registrar: Worker, stores: Stores, using: Settings) -> None:
    lines = minutes("Kulturnämnden", "7", "KUN 2025-00007", "Kulturnämnden beslutar att bygga tio cykelställ.")
    for name in ("utdrag <7>.pdf", "utdrag igen.pdf"):
        import_file(
            stores, using, drawn(["Alnsjö kommun", *lines, *(["", "Sida 1"] if "igen" in name else [])]), name, "anna"
        )
    (at,) = {one["id"] for one in _kulturnamnden(stores)}
    registrar.go(f"/desk/sammantraden/{at}")
    (paper,) = registrar.page.all("section", class_="paper")
    named = [one for one in paper.all("a") if one.text.startswith("utdrag")]
    assert [one.text for one in named] == ["utdrag <7>.pdf", "utdrag igen.pdf"]
    assert registrar.go(named[0].attributes["href"]).status == 200


def test_a_file_that_another_municipality_has_filed_too_bears_there_the_name_that_it_has_here(
    registrar: Worker, stores: Stores, using: Settings
) -> None:
    paper = drawn(minutes("Kulturnämnden", "7", "KUN 2025-00007", "Kulturnämnden beslutar att bygga tio cykelställ."))
    for name, place in (("deras.pdf", "Uppsala kommun"), ("vår.pdf", "Alnsjö kommun")):
        import_file(stores, using, paper, name, "anna", municipality(place))
    for one in _kulturnamnden(stores):
        named = registrar.go(f"/desk/sammantraden/{one['id']}").page.text
        own = one["municipality"] == municipality("Alnsjö kommun").id
        assert ("vår.pdf" in named, "deras.pdf" in named) == (own, not own)
    with reading(stores.desk) as session:
        names = {one.id: one.name for one in session.execute(sa.select(imports))}
        whose = {one.id: one.municipality_id for one in session.execute(sa.select(documents))}
        brought = {(whose[paper], names[stand["import_id"]]) for paper, stand in stands_of(session, whose).items()}
    here, there = (municipality(place).id for place in ("Alnsjö kommun", "Uppsala kommun"))
    assert {one for one in brought if one[1] != "exempel.pdf"} == {(here, "vår.pdf"), (there, "deras.pdf")}


def _kulturnamnden(stores: Stores) -> list[KeptMeeting]:
    with reading(stores.desk) as session:
        own = [body["id"] for body in bodies_kept(session) if body["name"] == "Kulturnämnden"]
        return [one for one in meetings_kept(session, own, None, 100) if one["date"].year == 2025]


def test_a_day_of_all_papers_is_written_over_none_that_another_has_written_in(
    registrar: Worker, served: TestClient, stores: Stores
) -> None:
    decided = [item(number, "Torget", decisions=(decision(BOARD, Outcome.BIFALL),)) for number in ("7", "8")]
    file(stores, bundle(*(extract(BOARD, "2025-12-01", one) for one in decided)))
    registrar.go("/desk/sammantraden").go(registrar.link("1 december 2025"))
    other = Worker(served).signed_in("rut").go(registrar.at)
    first, last = (
        worker.page.all("section", class_="paper")[n].one("form") for worker, n in ((registrar, 0), (other, 1))
    )
    registrar.send_form(first, notice_posted="2025-12-03")
    other.send_form(last, notice_posted="2025-12-09", all="ja")
    assert other.status == 400 and "Någon annan har skrivit in en dag" in other.page.text
    assert "3 december 2025" in registrar.go(registrar.at).page.text
    other.send_form(last, notice_posted="2025-12-09")
    assert other.status == 200, "the last paper's own days are as they were"
