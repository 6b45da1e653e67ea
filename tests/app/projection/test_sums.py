"""Whatever is filed, read anew, corrected, withdrawn and undone, each sum is what a count of the rows gives."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading, writing
from app.installation.renewing import rebuild_all
from app.journal import append
from app.models.public_tables import AS_OF
from app.models.register import names, sums
from app.projection.public import publish
from app.projection.sums import counted
from app.queries.one_person import reserved_with, years_of_person
from app.queries.statistics.counted import Asked
from app.queries.statistics.coverage import coverage
from app.queries.statistics.pairs import pairs
from app.queries.statistics.reversals import reversals
from app.register.sum_keys import Key
from importers.bundle import (
    Ballot,
    BallotChoice,
    Bundle,
    Doubt,
    Reservation,
    Severity,
    Stance,
    Statement,
    StatementKind,
    Unread,
    Vote,
    Yrkande,
)
from importers.doubts import DoubtCode
from tests.app.filing import file
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item, person

STEPS = 200 if os.environ.get("DIARIUM_DRILL") else 12
PEOPLE = ("Mira Tallbo (C)", "Olle Rask (S)", "Pia Moln (c)", "Tor Gran (M)", "Mira Tallbo", "Frank (SD)")
BODIES = ("Kommunstyrelsen", "Kommunfullmäktige", "Kulturnämnden")
STORES: tuple[Callable[[Stores], sa.Engine], ...] = (lambda stores: stores.desk, lambda stores: stores.public)


def said(chosen: random.Random, digest: int) -> Bundle:
    """Minutes of a meeting with a few §§, on which some people, always others, want and vote this and that."""

    def some(most: int) -> tuple[Any, ...]:
        return tuple(person(one) for one in chosen.sample(PEOPLE, chosen.randint(0, most)))

    def parties() -> tuple[str, ...]:
        return tuple(chosen.sample(("V", "KD", "s"), chosen.randint(0, 2)))

    treated = [
        item(
            str(number),
            f"Torg {number} {chosen.randint(1, 2)}",
            yrkanden=tuple(
                Yrkande(Stance.BIFALL, f"y{n}", at(f"y{n}"), some(3), parties=parties())
                for n in range(chosen.randint(0, 2))
            ),
            reservations=tuple(
                Reservation(f"r{n}", at(f"r{n}"), some(4), parties=parties()) for n in range(chosen.randint(0, 2))
            ),
            statements=tuple(
                Statement(StatementKind.SARSKILT_YTTRANDE, f"s{n}", at(f"s{n}"), some(1))
                for n in range(chosen.randint(0, 1))
            ),
            votes=tuple(
                Vote(
                    at("v"),
                    yes=1,
                    no=1,
                    ballots=tuple(Ballot(who.name, BallotChoice.YES, at("b"), who.party) for who in some(3)),
                )
                for _n in range(chosen.randint(0, 1))
            ),
        )
        for number in range(1, chosen.randint(2, 4))
    ]
    date = f"202{4 + digest % 2}-0{1 + digest % 4}-15"
    read = bundle(
        extract(BODIES[digest % len(BODIES)], date, *treated), digest=f"{digest:x}" * 64, version=str(chosen.random())
    )
    doubt = Doubt(DoubtCode.TITLE_MENDED, Severity.NOTE, sources=(at("igår"),))
    return replace(read, unread=(Unread("…", at("…")),) * chosen.randint(0, 3), doubts=(doubt,) * chosen.randint(0, 2))


def act(stores: Stores, chosen: random.Random, filed: dict[int, int]) -> None:
    """File something, or read it anew; publish or withdraw something; take its latest reading back."""
    digest = chosen.randint(1, 5)
    if digest not in filed or chosen.random() < 0.5:
        filed[digest] = file(stores, said(chosen, digest), released=chosen.random() < 0.8).filing
        return
    with writing(stores.desk) as session:
        append.release(session, filed[digest], (1, 1), "anna", "prov", public=chosen.random() < 0.5)
    publish(stores)


def standing(session: Session) -> dict[Key, int]:
    return {Key(*row[:-1]): row.n for row in session.execute(sa.select(sums))}


def figures(session: Session) -> list[Any]:
    """What is told of the sums, or counted from the rows where those are as of a day."""
    printed = list(session.execute(sa.select(names.c.id).order_by(names.c.id)).scalars())
    asked = (Asked(), Asked(year=2025), Asked(municipality=SOMEWHERE.slug))
    return [
        *(kind(session, one) for kind in (coverage, pairs, reversals) for one in asked),
        *((name, years.years, years.counts) for name in printed for years in [years_of_person(session, [name])]),
        *((name, reserved_with(session, [name])) for name in printed),
    ]


@pytest.mark.parametrize("seed", range(5 if os.environ.get("DIARIUM_DRILL") else 1))
def test_each_sum_is_what_a_count_gives_after_whatever_was_done(stores: Stores, seed: int) -> None:
    chosen, filed = random.Random(seed), dict[int, int]()
    met: set[str] = set()
    for _step in range(STEPS):
        act(stores, chosen, filed)
        for store in STORES:
            with reading(store(stores)) as session:
                kept = standing(session)
                assert kept == counted(session)
                met |= {key.kind for key in kept}
    for store in STORES:
        with reading(store(stores)) as session:
            told = figures(session)
            session.info[AS_OF] = None
            assert figures(session) == told
    assert met >= {
        "items",
        "of_party",
        "of_no_party",
        "together",
        "at_one_item",
        "of_name",
        "reserved_with",
        "versions",
        "unread_lines",
        "doubts",
    }
    assert set(rebuild_all(stores).values()) == {0}
