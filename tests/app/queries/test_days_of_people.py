"""When a name first and last stands, and how somebody voted last: what ballots and presences say where nothing else does."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from app.db import Stores, reading
from app.models.register import names
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.people import PEOPLE
from app.queries.one_person import latest_ballots
from importers.bundle import Attendance, Ballot, BallotChoice, Presence, Vote
from tests.app.filing import file
from tests.app.register.saying import at, bundle, extract, item, person
from tests.conftest import ON_ONE_STORE


@ON_ONE_STORE
def test_ballots_and_presences_say_when_a_name_stands(stores: Stores) -> None:
    for n, (day, party) in enumerate([("2025-02-03", "C"), ("2025-04-05", "S"), ("2025-03-04", "C")]):
        vote = Vote(at("v"), yes=1, no=0, ballots=(Ballot("Mira Tallbo", BallotChoice.YES, at("m"), party),))
        there = Attendance(substitutes=(Presence(person("Olle Rask (S)"), serving=False, source=at("o")),))
        said = extract("Kommunstyrelsen", day, item(str(n), "Torget", votes=(vote,)), attendance=there)
        file(stores, bundle(said, digest=str(n) * 64))
    with reading(stores.public) as session:
        rows = page_of(session, PEOPLE, Asked({}, PEOPLE.order, 9, 0), Wanted()).rows
        told = {(name["name"], name["party"]): (name["first"], name["last"]) for row in rows for name in row["names"]}
        mira = session.execute(sa.select(names.c.id).where(names.c.name == "Mira Tallbo")).scalars().all()
        voted = [latest_ballots(session, mira, most, offset) for most, offset in ((9, 0), (1, 1))]
    days = [dt.date(2025, 2, 3), dt.date(2025, 3, 4), dt.date(2025, 4, 5)]
    assert told == {
        ("Mira Tallbo", "C"): (days[0], days[1]),
        ("Mira Tallbo", "S"): (days[2], days[2]),
        ("Olle Rask", "S"): (days[0], days[2]),
    }
    assert [[row["item"]["date"] for row in part] for part in voted] == [days[::-1], [days[1]]]
