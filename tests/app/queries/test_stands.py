"""Where something stands at the desk: of many places the first of a matter, and the latest of a person and a body."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.models.journal import imports
from app.models.register import bodies, matters, people
from app.queries.stands import Stand, stands_of_bodies, stands_of_matters, stands_of_people
from importers.bundle import Attendance, Presence, Stance, Yrkande
from tests.app.filing import file
from tests.app.register.saying import at, bundle, extract, item
from tests.app.register.saying import person as printed
from tests.conftest import ON_ONE_STORE

BOARD, VERA = "Kommunstyrelsen", printed("Vera Lönn (S)")


def days(stands: list[Stand]) -> list[int]:
    return [stand["date"].day for stand in stands if stand["date"]]


@ON_ONE_STORE
@pytest.mark.parametrize("listed", [False, True])
def test_of_many_places_those_are_shown_that_say_most(stores: Stores, listed: bool) -> None:
    for day in range(1, 7):
        moved = Yrkande(Stance.BIFALL, "Vera Lönn (S) yrkar bifall.", at("x"), (VERA,))
        own = item(str(day), "Torget", case_numbers=("KS-2025-00042",), yrkanden=() if listed else (moved,))
        there = Attendance(members=(Presence(VERA, serving=True, source=at("x")),)) if listed else None
        filed = file(stores, bundle(extract(BOARD, f"2025-06-0{day}", own, attendance=there), digest=str(day) * 64))
        with writing(stores.desk) as session:
            brought = {"sha256": str(day) * 64, "name": "x.pdf", "actor": "anna", "at": "2025", "state": "done"}
            session.execute(sa.insert(imports).values(id=str(day), filing_seq=filed.filing, **brought))
    with reading(stores.desk) as session:
        person, body, matter = (
            session.execute(sa.select(table.c.id)).scalar_one() for table in (people, bodies, matters)
        )
        assert days(stands_of_people(session, [person])[person]) == [3, 4, 5, 6]
        assert days(stands_of_bodies(session, [body])[body]) == [3, 4, 5, 6]
        assert days(stands_of_matters(session, [matter])[matter]) == [1, 2, 3, 4]
        assert days(stands_of_matters(session, [matter], latest=True)[matter]) == [3, 4, 5, 6]
