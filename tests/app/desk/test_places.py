"""Who keeps one municipality: what another has filed neither shows nor takes the place of their own on any page of the register's."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.desk import items, meetings
from app.queries import people_kept
from app.register.municipalities import listed
from app.security.roles import Grant, Role
from tests.app.desk.kept import BOARD, moving
from tests.app.desk.working import Worker, account
from tests.app.filing import file
from tests.app.register.saying import bundle, extract, item, motion

pytestmark = pytest.mark.parametrize(
    "database", ["sqlite"], indirect=True
)  # the walk of all routes asks PostgreSQL too

ELSEWHERE = listed()["0380"]


@pytest.fixture
def bo(served: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Worker:
    """Bo keeps Alnsjö, which has filed; so has Uppsala since, a day later and by people who come first in the alphabet. Pages are
    of one row."""
    monkeypatch.setattr(meetings, "_MOST", 1)
    monkeypatch.setattr(items, "_MOST_MEETINGS", 1)
    monkeypatch.setattr(people_kept, "_MOST", 1)
    for n, (place, who) in enumerate(((None, "Vera Lönnqvist (S)"), (ELSEWHERE, "Alma Lönnqvist (S)"))):
        sent = item("8", f"Bänk {n}", sent_to=(f"Nämnd {n}",))
        papers = (extract(BOARD, f"2026-06-0{n + 1}", moving(who, "7"), sent), motion(f"Motion {n}", "2026-05-01", who))
        file(stores, bundle(*papers, digest=str(n) * 64), *([place] if place else []))
    account(stores, "bo", Grant(Role.REGISTRAR, "Alnsjö"))
    return Worker(served).signed_in("bo")


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("/desk/sammantraden", "1 juni 2026"),
        ("/desk/expediering", "Nämnd 0"),
        ("/desk/personer?q=L%C3%B6nnqvist", "Vera Lönnqvist"),
        ("/desk/redovisning?dag=2026-07-01", "Motion 0"),
    ],
)
def test_a_page_is_filled_with_ones_own(bo: Worker, address: str, own: str) -> None:
    shown = bo.go(address).page.text
    assert own in shown
    assert not [word for word in ("Uppsala", "Alma", "Nämnd 1", "2 juni 2026", "Motion 1") if word in shown]


def test_a_name_means_somebody_of_ones_own(bo: Worker, stores: Stores) -> None:
    also = extract(BOARD, "2026-07-01", moving("Alma Lönnqvist (S)", "9"), moving("Vera Ask (S)", "10"))
    file(stores, bundle(also, digest="a" * 64))
    bo.go("/desk/personer?q=Vera+L").send("/sammanfor", into="Alma Lönnqvist")
    assert "leder till Alma Lönnqvist" in bo.go("/desk/personer?q=Vera+L").page.text
    bo.go("/desk/personer?q=Vera+Ask").send("/sammanfor", into="Alma Lönnkvist")
    assert "Menade du Alma Lönnqvist" in bo.page.text and "Uppsala" not in bo.page.text
    assert bo.page.one("input", name="into").attributes["value"] == "Alma Lönnkvist", "nothing typed is lost"
