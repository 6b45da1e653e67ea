"""An act that says what the last one said is nothing new; said after something else, it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from app import acts
from app.acts import Actor
from app.db import Stores
from app.errors import NothingNew
from importers.bundle import Stance, Yrkande
from tests.app.filing import entries_in, file, rows
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item, person
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "så är det")
ONE = "b" * 64
Act = Callable[[], Any]


@pytest.fixture
def filed(stores: Stores) -> Stores:
    """One § in two files that disagree, moved in by two people of one name."""
    moved = tuple(
        Yrkande(Stance.BIFALL, f"{who} yrkar bifall.", at("x"), (person(who),))
        for who in ("Mira Tallbo (C)", "Mira Tallbo (S)")
    )
    for digest, title in (("a" * 64, "Torget"), (ONE, "Parkering")):
        said = item("88", title, case_numbers=("KS-2025-00042",), yrkanden=moved)
        file(stores, bundle(extract("Kommunstyrelsen", "2025-06-17", said), digest=digest))
    return stores


def only(stores: Stores, table: str) -> str:
    (row,) = rows(stores.desk)[table]
    return str(row["id"])


def said_twice(stores: Stores, act: Act) -> str:
    """Do it; what is said of doing it again, which leaves no entry."""
    act()
    before = entries_in(stores)
    with pytest.raises(NothingNew) as told:
        act()
    assert entries_in(stores) == before
    return told.value.sentence()


@ON_ONE_STORE
def test_a_choice(filed: Stores) -> None:
    entity = only(filed, "items")
    choices = [partial(acts.choose, filed, entity, digest, ANNA) for digest in ("a" * 64, ONE)]
    for choice in (*choices, choices[0]):
        assert said_twice(filed, choice) == "Inget nytt: Den texten är redan vald."


@ON_ONE_STORE
def test_a_day(filed: Stores) -> None:
    document = only(filed, "documents")

    def typed(field: str, day: str | None) -> Act:
        given = dt.date.fromisoformat(day) if day else None
        return lambda: acts.set_date(filed, document, field, given, ANNA)

    assert said_twice(filed, typed("verified", "2025-06-19")) == "Inget nytt: verified är redan så."
    typed("notice_posted", "2025-06-19")()
    for day in ("2025-06-20", None, "2025-06-20"):
        said_twice(filed, typed("verified", day))
    assert rows(filed.desk)["documents"][0]["verified"] == dt.date(2025, 6, 20)


@ON_ONE_STORE
def test_a_default(filed: Stores) -> None:
    for public in (True, False, True):
        said = said_twice(filed, partial(acts.set_default, filed, SOMEWHERE, "Nämnden", ANNA, public=public))
        assert said == "Inget nytt: Det är redan sagt om Nämnden."
    acts.set_default(filed, SOMEWHERE, "Kommunstyrelsen", ANNA, public=True)


def test_a_release(filed: Stores) -> None:
    document = only(filed, "documents")
    with pytest.raises(NothingNew, match="redan släppt"):
        acts.release(filed, document, ANNA)
    withdrawn = said_twice(filed, lambda: acts.release(filed, document, ANNA, public=False))
    assert withdrawn == "Inget nytt: Handlingen är inte släppt."
    assert said_twice(filed, lambda: acts.release(filed, document, ANNA)) == "Inget nytt: Handlingen är redan släppt."
    assert rows(filed.public)["items"] == rows(filed.desk)["items"]


@ON_ONE_STORE
def test_a_release_says_only_what_is_new(filed: Stores) -> None:
    document = only(filed, "documents")
    first, second = acts.release(filed, document, ANNA, public=False)
    acts.undo(filed, second, ANNA)
    assert len(acts.release(filed, document, ANNA)) == 1
    assert first < second


@ON_ONE_STORE
def test_a_split(filed: Stores) -> None:
    both = only(filed, "people")
    said = said_twice(filed, lambda: acts.split(filed, both, "S", ANNA))
    assert said == "Inget nytt: Mira Tallbo (S) är redan en annan person."
    acts.split(filed, both, "C", ANNA)


@ON_ONE_STORE
def test_what_was_undone_can_be_said_again(filed: Stores) -> None:
    both = only(filed, "people")
    acts.undo(filed, acts.split(filed, both, "S", ANNA), ANNA)
    said_twice(filed, lambda: acts.split(filed, both, "S", ANNA))
