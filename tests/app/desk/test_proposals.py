"""What may be one, put before a registrar: accepted, or refused for good; and people merged and split by name."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.acts import Actor, link
from app.db import Stores, reading
from app.queries.alike_people import people_proposed
from tests.app.desk.kept import BOARD, article, moving, undoing
from tests.app.desk.working import Worker
from tests.app.filing import file
from tests.app.pages.reading import Element
from tests.app.register.saying import answer, bundle, extract, item, report

pytestmark = pytest.mark.parametrize(
    "database", ["sqlite"], indirect=True
)  # the walk of all routes asks PostgreSQL too


def press(worker: Worker, form: Element, answer: str, **fields: str) -> Worker:
    """Send the form by the button of this value."""
    assert any(button.attributes.get("value") == answer for button in form.all("button"))
    return worker.send_form(form, answer=answer, **fields)


def test_people_that_may_be_one_are_merged_or_refused_for_good(registrar: Worker, stores: Stores) -> None:
    for n, who in enumerate(("Vera Lönnqvist (S)", "Vera Lönnkvist (S)", "Mira Tallbo (C)", "Mira Tallbo Rask (C)")):
        file(stores, bundle(extract(BOARD, f"2025-0{n + 1}-01", moving(who, str(n + 1))), digest=str(n) * 64))
    assert "Inte samma person" in registrar.go("/desk/forslag").page.text
    press(registrar, article(registrar, "Lönnqvist").one("form"), "nej", reason="mor och dotter")
    press(registrar, article(registrar, "Tallbo Rask").one("form"), "ja", reason="gifte sig")
    assert not registrar.page.all("article")
    with reading(stores.desk) as session:
        assert people_proposed(session) == []
    file(stores, bundle(extract(BOARD, "2025-06-01", moving("Vera Lönnkvist (S)", "9")), digest="9" * 64))
    assert not registrar.go("/desk/forslag").page.all("article"), "what was refused is proposed no more"
    registrar.go("/desk/gjort")
    assert "inte samma person" in registrar.page.text and "Vera Lönnqvist" in registrar.page.text
    assert "två personer är en, Mira Tallbo, Mira Tallbo Rask" in registrar.page.text
    for _act in range(2):
        undo = undoing(registrar)
        registrar.send_form(undo[0])
    assert len(registrar.page.all("tr", class_="undone")) == 2
    assert len(registrar.go("/desk/forslag").page.all("article")) == 2


def test_two_who_answer_one_proposal_are_told(registrar: Worker, served: TestClient, stores: Stores) -> None:
    for n, who in enumerate(("Vera Lönnqvist (S)", "Vera Lönnkvist (S)")):
        file(stores, bundle(extract(BOARD, f"2025-0{n + 1}-01", moving(who, str(n + 1))), digest=str(n) * 64))
    other = Worker(served).signed_in("rut").go("/desk/forslag")
    press(registrar.go("/desk/forslag"), article(registrar, "Lönnqvist").one("form"), "nej")
    press(other, article(other, "Lönnqvist").one("form"), "ja")
    assert other.status == 400 and "någon annan har svarat" in other.page.text
    assert "Är det samma person?" not in other.page.text, "it stands there no more"


def test_what_is_typed_at_a_proposal_stands_there_where_the_day_is_none(registrar: Worker, stores: Stores) -> None:
    for n, name in enumerate(("Inköp- och upphandlingsnämnden", "Inköps- och upphandlingsnämnden")):
        file(
            stores, bundle(extract(name, f"2025-0{n + 1}-01", moving("Vera Lönn (S)", str(n + 1))), digest=str(n) * 64)
        )
    proposed = article(registrar.go("/desk/forslag"), "Inköps- och upphandlingsnämnden").one("form")
    press(registrar, proposed, "ja", on="2025-02-31", reason="nytt reglemente")
    assert registrar.status == 400 and registrar.page.one("p", role="alert")
    kept = article(registrar, "Inköps- och upphandlingsnämnden").one("form")
    assert kept.one("input", name="reason").attributes["value"] == "nytt reglemente"
    press(registrar, kept, "ja", on="2025-02-01")
    assert "nytt reglemente" in registrar.go("/desk/gjort").page.text


def test_a_refusal_holds_for_every_number_of_the_two_matters(registrar: Worker, stores: Stores) -> None:
    own = report("Kommunledningskontoret", "2025-05-20", "KS-2025-00942", title="Svar på motion om lövträd")
    other = report("Miljökontoret", "2025-04-03", "MN-2025-00918", title="Lövträd")
    answered = item("88", "Träd", case_numbers=("KS-2025-00942",), answers=(answer("om lövträd"),))
    file(stores, bundle(own, other, extract(BOARD, "2025-06-17", answered)))
    registrar.go("/desk/forslag")
    press(registrar, article(registrar, "MN-2025-00918").one("form"), "nej")
    assert not registrar.page.all("article")
    # another number comes to lead the second matter
    joined = item("4", "Lövträd", case_numbers=("BN-2025-00001",))
    file(stores, bundle(extract("Byggnadsnämnden", "2025-03-01", joined), digest="b" * 64))
    link(stores, "BN-2025-00001", "MN-2025-00918", Actor("anna", "samma träd"))
    assert not registrar.go("/desk/forslag").page.all("article")


def test_what_is_proposed_is_reckoned_again_only_where_something_was_done(registrar: Worker, stores: Stores) -> None:
    for n, who in enumerate(("Vera Lönn (S)", "Vera Lönnq (S)", "Mira Tallbo (C)")):
        file(stores, bundle(extract(BOARD, f"2025-0{n + 1}-01", moving(who, str(n + 1))), digest=str(n) * 64))
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    def visited() -> tuple[bool, str]:
        asked.clear()
        told = registrar.go("/desk/register").page.one("ul", class_="rooms").text
        return any("FROM people" in statement for statement in asked), told

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        assert visited()[0], "whoever bears the names is asked for once"
        reckoned, told = visited()
        assert not reckoned and "1 som kan vara ett väntar" in told
        file(stores, bundle(extract(BOARD, "2025-05-01", moving("Mira Tallboo (C)", "5")), digest="5" * 64))
        reckoned, told = visited()
        assert reckoned and "2 som kan vara ett väntar" in told
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


def test_a_name_is_two_peoples_or_two_names_one_persons(registrar: Worker, stores: Stores) -> None:
    for n, who in enumerate(("Vera Lönn (S)", "Vera Lönn (M)", "Vera Ask (S)")):
        file(stores, bundle(extract(BOARD, f"2025-0{n + 1}-01", moving(who, str(n + 1))), digest=str(n) * 64))
    registrar.go("/desk/personer?q=Vera+L")
    registrar.send("/dela", party="M", reason="två med samma namn")
    assert "en annan person med M" in registrar.page.text
    registrar.go("/desk/personer?q=Vera+Ask").send("/sammanfor", into="Vera Lönn (S)")
    assert registrar.status == 200
    assert "leder till Vera Lönn" in registrar.go("/desk/personer?q=Ask").page.text


def test_two_who_settle_one_person_are_told(registrar: Worker, served: TestClient, stores: Stores) -> None:
    for n, who in enumerate(("Vera Lönn (S)", "Vera Lönn (M)", "Vera Ask (S)")):
        file(stores, bundle(extract(BOARD, f"2025-0{n + 1}-01", moving(who, str(n + 1))), digest=str(n) * 64))
    other = Worker(served).signed_in("rut").go("/desk/personer?q=Vera+L")
    registrar.go("/desk/personer?q=Vera+L").send("/dela", party="M", reason="två med samma namn")
    other.send("/sammanfor", into="Vera Ask (S)", reason="gifte sig")
    assert other.status == 400 and "Någon annan har ändrat personen" in other.page.text
    assert other.page.one("input", name="into").attributes["value"] == "Vera Ask (S)", "nothing typed is lost"
    other.send("/sammanfor")
    assert "leder till Vera Ask" in registrar.go("/desk/personer?q=Vera+L").page.text
