"""The latest facts by the shorter way: the same as by the long one, and only where the last §§ hold enough of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from app.db import Stores, reading
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.facts import RESERVATIONS, VOTES, YRKANDEN
from app.register.municipalities import Municipality
from importers.bundle import Reservation, Stance, Yrkande
from tests.app.filing import file
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item, person

DAYS, EACH_DAY = 6, 50
ELSEWHERE = Municipality("x-bortby", "Bortby", "bortby")


@pytest.fixture
def filed(stores: Stores) -> Stores:
    """Three hundred §§ of six days: each third with two yrkanden, those of the first day alone with a reservation."""
    mira = (person("Mira Tallbo (C)"),)
    for day in range(DAYS):
        said = [
            item(
                str(number),
                f"Torg {number}",
                yrkanden=tuple(Yrkande(Stance.BIFALL, f"bifall {n}", at("x"), mira) for n in range(2))
                if number % 3 == 0
                else (),
                reservations=(Reservation(f"§ {number}", at("y"), mira),) if day == 0 else (),
            )
            for number in range(day * EACH_DAY, (day + 1) * EACH_DAY)
        ]
        file(stores, bundle(extract("Kommunstyrelsen", f"2025-0{day + 1}-15", *said), digest=str(day) * 64))
        file(stores, bundle(extract("Kommunstyrelsen", f"2025-0{day + 1}-15", said[0]), digest=f"{day:064}"), ELSEWHERE)
    return stores


def test_the_latest_facts_are_the_same_by_the_shorter_way(filed: Stores) -> None:
    with reading(filed.public) as session:
        wanted = Wanted(today=dt.date(2026, 1, 1))
        for listing in (YRKANDEN, RESERVATIONS, VOTES):
            counting = replace(listing, latest=None, counted=None)
            parts = [({}, *part) for part in ((1, 0), (3, 2), (20, 0), (20, 75), (50, 180), (500, 0), (5, 500))]
            parts += [({"municipality": place.slug}, 3, 1) for place in (SOMEWHERE, ELSEWHERE)]
            for filters, limit, offset in parts:
                asked = Asked(filters, listing.order, limit, offset)
                short, long = (page_of(session, way, asked, wanted) for way in (listing, counting))
                assert (short.rows, short.total, short.last) == (long.rows, long.total, long.last)


def test_the_shorter_way_is_taken_where_the_last_paragraphs_hold_enough(filed: Stores) -> None:
    told = {}
    with reading(filed.public) as session:
        for listing in (YRKANDEN, RESERVATIONS, VOTES):
            assert listing.latest is not None
            found = [listing.latest(session, most, None) for most in (0, 1, 10, 26, 50)]
            told[listing.name] = [None if ids is None else len(ids) for ids in found]
    assert told == {
        "yrkanden": [0, 1, 10, 26, 50],
        "reservations": [0, 1, 10, 26, 50],
        "votes": [0, None, None, None, None],
    }
