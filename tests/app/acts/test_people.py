"""People over time: one for one name, under the parties printed, merged and split by acts that can be undone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.db import Stores, reading
from app.errors import AmbiguousPerson, EntityNotFound, NothingNew, WrongUse
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.models.register import redirects
from app.queries.items import items_of_matter
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.facts import RESERVATIONS
from app.queries.lists.people import PEOPLE
from importers import read_bundle
from importers.bundle import Attendance, Presence, Reservation, Stance, Yrkande
from tests.app.filing import entries_in, file, rows
from tests.app.people import PersonRow, people_named, person
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item
from tests.app.register.saying import person as printed
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "samma person")


def moved(stores: Stores, who: str, date: str, digest: str) -> None:
    """File minutes in which somebody moves something."""
    yrkande = Yrkande(Stance.BIFALL, f"{who} yrkar bifall.", at("x"), (printed(who),))
    meeting = extract(
        "Kommunstyrelsen", date, item(str(ord(digest)), "Torget", case_numbers=("KS-2012-1",), yrkanden=(yrkande,))
    )
    file(stores, bundle(meeting, digest=digest * 64))


def named(stores: Stores, name: str) -> list[PersonRow]:
    with reading(stores.desk) as session:
        return people_named(session, SOMEWHERE.id, name)


def test_who_changes_party_is_one_person_with_parties_by_period(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (FP)", "2012-03-01", "a")
    moved(stores, "Mira  Tallbo (L)", "2016-03-01", "b")
    moved(stores, "Mira Tallbo (-)", "2018-03-01", "c")
    (mira,) = named(stores, "mira tallbo")
    assert [(n["party"], n["first"]) for n in mira["names"]] == [
        ("FP", dt.date(2012, 3, 1)),
        ("L", dt.date(2016, 3, 1)),
        ("-", dt.date(2018, 3, 1)),
    ]


@ON_ONE_STORE
def test_a_merged_persons_id_leads_to_the_other_for_ever(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (C)", "2012-03-01", "a")
    moved(stores, "Mira Rask (C)", "2016-03-01", "b")
    (old,), (new,) = named(stores, "Mira Tallbo"), named(stores, "Mira Rask")
    seq = acts.merge(stores, old["id"], new["id"], ANNA)
    with pytest.raises(NothingNew):
        acts.merge(stores, old["id"], new["id"], ANNA)
    with reading(stores.public) as session:
        found = person(session, old["id"])
    assert found is not None
    assert (found["id"], [n["name"] for n in found["names"]]) == (new["id"], ["Mira Tallbo", "Mira Rask"])
    moved(stores, "Mira Tallbo (C)", "2020-03-01", "c")
    assert len(named(stores, "Mira Tallbo")[0]["names"]) == 2
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.undo(stores, seq, ANNA)
    assert [row["id"] for row in named(stores, "Mira Tallbo")] == [old["id"]]


@pytest.mark.shared
def test_an_old_id_asked_for_by_filter_gives_all(stores: Stores, shared: Path) -> None:
    """A new surname: Eva Norén of May is Eva Dahl of November."""
    for name in ("p4", "p5"):
        file(stores, read_bundle(shared / "probes" / "situations" / f"{name}.pdf"))
    (old,), (new,) = named(stores, "Eva Norén"), named(stores, "Eva Dahl")
    acts.merge(stores, "Eva Norén", "Eva Dahl (C)", ANNA)
    for person_id in (old["id"], new["id"]):
        with reading(stores.public) as session:
            found = page_of(session, RESERVATIONS, Asked({"person": person_id}, "id", 10, 0), Wanted())
        assert found.total == 2


def test_two_of_one_name_are_split_by_party(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (C)", "2012-03-01", "a")
    moved(stores, "Mira Tallbo (S)", "2012-04-01", "b")
    (both,) = named(stores, "Mira Tallbo")
    acts.split(stores, both["id"], "S", ANNA)
    (one,) = named(stores, "Mira Tallbo")
    assert [n["party"] for n in one["names"]] == ["C"]
    with reading(stores.desk) as session:
        other = person(session, session.execute(sa.select(redirects.c.into)).scalar_one())
    assert other is not None
    assert [(n["name"], n["party"]) for n in other["names"]] == [("Mira Tallbo", "S")]
    with reading(stores.desk) as session:
        listed = page_of(session, PEOPLE, Asked({"name": other["id"]}, "name", 10, 0), Wanted()).rows
        everybody = page_of(session, PEOPLE, Asked({}, "name", 10, 0), Wanted())
    assert [(row["id"], row["parties"]) for row in listed] == [(other["id"], ["S"])]
    assert (everybody.total, {row["id"] for row in everybody.rows}) == (2, {both["id"], other["id"]})
    with pytest.raises(WrongUse):
        acts.split(stores, both["id"], "M", ANNA)


@ON_ONE_STORE
def test_people_are_named_by_name_where_one_fits(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (C)", "2012-03-01", "a")
    moved(stores, "Mira Rask (C)", "2016-03-01", "b")
    (old,), (new,) = named(stores, "Mira Tallbo"), named(stores, "Mira Rask")
    acts.merge(stores, "mira  tallbo", "Mira Rask (C)", ANNA)
    with reading(stores.desk) as session:
        found = person(session, old["id"])
    assert found is not None
    assert found["id"] == new["id"]


@ON_ONE_STORE
def test_a_name_that_several_bear_is_refused_with_each_of_them(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (C)", "2012-03-01", "a")
    moved(stores, "Mira Tallbo (S)", "2012-04-01", "b")
    moved(stores, "Mira Rask (C)", "2016-03-01", "c")
    (both,) = named(stores, "Mira Tallbo")
    acts.split(stores, "Mira Tallbo", "S", ANNA)
    with reading(stores.desk) as session:
        other = session.execute(sa.select(redirects.c.into)).scalar_one()
    before = entries_in(stores)
    with pytest.raises(AmbiguousPerson) as refused:
        acts.merge(stores, "Mira Tallbo", "Mira Rask", ANNA)
    lines = {both["id"]: "Mira Tallbo (C)", other: "Mira Tallbo (S)"}
    assert list(refused.value.choices) == [f"{id}  {who}, {SOMEWHERE.name}" for id, who in sorted(lines.items())]
    assert entries_in(stores) == before
    acts.merge(stores, "Mira Tallbo (C)", "Mira Rask", ANNA)


def test_a_name_that_nobody_bears_is_told_with_those_near_it(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (C)", "2012-03-01", "a")
    with pytest.raises(WrongUse, match=r"heter Mira Talbo\. Menade du Mira Tallbo\?"):
        acts.split(stores, "Mira Talbo", "C", ANNA)
    with pytest.raises(WrongUse, match=r"heter Mira Tallbo \(M\)\. Menade du Mira Tallbo\?"):
        acts.split(stores, "Mira Tallbo (M)", "C", ANNA)
    with pytest.raises(EntityNotFound):
        acts.split(stores, "a" * 16, "C", ANNA)


def test_a_merge_of_somebody_unpublished_is_not_in_the_public_register(stores: Stores) -> None:
    moved(stores, "Mira Tallbo (C)", "2012-03-01", "a")
    yrkande = Yrkande(Stance.BIFALL, "x", at("x"), (printed("Kanarie Fågel (C)"),))
    hidden = extract("Nämnden", "2013-01-01", item("1", "Hemligt", yrkanden=(yrkande,)))
    file(stores, bundle(hidden, digest="d" * 64), released=False)
    before = rows(stores.public, without=set())
    acts.merge(stores, named(stores, "Kanarie Fågel")[0]["id"], named(stores, "Mira Tallbo")[0]["id"], ANNA)
    assert rows(stores.public, without=set()) == before
    with reading(stores.public) as session:
        assert session.execute(sa.select(redirects)).all() == []


GROUP = Reservation(
    "Närvarande ledamöter (M) reserverar sig.", at("x"), parties=("M",), group="Närvarande ledamöter (M)"
)


def reserved(stores: Stores, attendance: Attendance | None) -> tuple[list[str], list[str]]:
    """Whom a group reservation at § 88 names, and the kinds of its sources."""
    meeting = extract(
        "Kommunstyrelsen",
        "2025-06-17",
        item("88", "Torget", case_numbers=("KS-2025-1",), reservations=(GROUP,)),
        attendance=attendance,
    )
    file(stores, bundle(meeting))
    with reading(stores.desk) as session:
        (found,) = items_of_matter(session, str(rows(stores.desk)["matters"][0]["id"]))
    (reservation,) = found["reservations"]
    assert (reservation["group"], reservation["people"]) == ("Närvarande ledamöter (M)", [])
    return [p["name"] for p in reservation["members"]], [s["kind"] for s in reservation["sources"]]


@ON_ONE_STORE
def test_a_group_is_named_by_those_who_served_at_the_item_and_says_so(stores: Stores) -> None:
    members = (
        Presence(printed("Eva Ek (M)"), serving=True, source=at("Eva Ek (M)")),
        Presence(printed("Bo Ask (M)"), serving=True, items=(("1", "80"),), source=at("Bo Ask (M), §§ 1–80")),
        Presence(printed("Olle Rask (S)"), serving=True, source=at("Olle Rask (S)")),
    )
    substitutes = (
        Presence(printed("Ida Lind (M)"), serving=True, items=(("81", "90"),), source=at("Ida Lind (M), §§ 81–90")),
        Presence(printed("Per Alm (M)"), serving=False, source=at("Per Alm (M)")),
    )
    named_, kinds = reserved(stores, Attendance(members=members, substitutes=substitutes))
    assert (named_, kinds) == (["Eva Ek", "Ida Lind"], ["read", "derived", "derived"])


@ON_ONE_STORE
def test_a_group_whose_meeting_lists_nobody_stays_a_group(stores: Stores) -> None:
    assert reserved(stores, None) == ([], ["read"])
