"""Bodies over time: an old name or id finds what goes on in its place, and every act that says so can be undone."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.db import Stores, reading, writing
from app.errors import NothingNew, WrongUse
from app.ids import Ids
from app.installation.renewing import rebuild_all
from app.journal.append import release
from app.journal.keys import secret
from app.journal.scope import RegisterScope
from app.models.register import bodies, items
from app.projection.public import publish
from app.queries.bodies import body
from app.queries.case_facets import case_facets
from app.queries.filters import is_body
from app.queries.links import bodies_proposed, bodies_refused
from app.queries.listing import Asked, Wanted, page_of, rows_by_id
from app.queries.lists.people import BODIES
from app.queries.meetings import meeting_bodies
from app.queries.search import search
from app.register.bodies import body_kind
from importers.bundle import Earlier, EarlierKind
from tests.app.filing import file, rows
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "reglementet ändrat")


@pytest.fixture
def sitting(stores: Stores) -> Stores:
    """A meeting of each of four bodies."""
    for n, name in enumerate(("Kulturnämnden", "Kultur- och fritidsnämnden", "Barnnämnden", "Skolnämnden")):
        meeting = extract(name, f"201{n}-03-01", item("1", "Torget", case_numbers=(f"N-201{n}-1",)))
        file(stores, bundle(meeting, digest=str(n) * 64))
    return stores


def body_id(stores: Stores, name: str) -> str:
    return next(str(row["id"]) for row in rows(stores.desk)["bodies"] if row["name"] == name)


def met(stores: Stores, said: str) -> list[str]:
    """The days on which whoever is asked for met, as the public may know."""
    with reading(stores.public) as session:
        days = session.execute(sa.select(items.c.date).where(is_body(items.c.body_id, said))).scalars().all()
    return sorted(str(date.year) for date in days)


def offered(stores: Stores) -> dict[str, list[str]]:
    """The bodies that each list of them gives to choose from, to the public."""
    with reading(stores.public) as session:
        today = page_of(session, BODIES, Asked({"renamed": False}, "name", 20, 0), Wanted()).rows
        hits = search(session, "Torget", {}, 20)
        matters = case_facets(session, {}, 4)
        return {
            "list": [row["name"] for row in today],
            "choice": [row.name for row in meeting_bodies(session, None)],
            "search": [one["name"] for one in hits["facets"]["body"]],
            "matters": [one["name"] for one in matters["body"]],
        }


@ON_ONE_STORE
def test_a_renamed_body_is_found_under_every_name_and_id(sitting: Stores) -> None:
    old = body_id(sitting, "Kulturnämnden")
    assert met(sitting, "KULTURNÄMNDEN") == ["2010"]
    seq = acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA)
    for said in ("KULTURNÄMNDEN", "kultur och fritidsnämnden", old, body_id(sitting, "Kultur- och fritidsnämnden")):
        assert met(sitting, said) == ["2010", "2011"]
    with reading(sitting.public) as session:
        found = body(session, old)
    assert found is not None
    assert (found["name"], found["former"], found["parts"]) == ("Kultur- och fritidsnämnden", ["Kulturnämnden"], [])
    assert rebuild_all(sitting) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.undo(sitting, seq, ANNA)
    assert met(sitting, old) == ["2010"]


@ON_ONE_STORE
def test_a_divided_body_leads_to_its_parts_and_they_only_to_themselves(sitting: Stores) -> None:
    old = body_id(sitting, "Kulturnämnden")
    acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA)
    seq = acts.divide(sitting, SOMEWHERE, "Kultur- och fritidsnämnden", ["Barnnämnden", "Skolnämnden"], ANNA)
    assert met(sitting, old) == ["2010", "2011", "2012", "2013"]
    assert met(sitting, "Barnnämnden") == ["2012"]
    with reading(sitting.public) as session:
        found = body(session, old)
    assert found is not None
    assert set(found["parts"]) == {body_id(sitting, "Barnnämnden"), body_id(sitting, "Skolnämnden")}
    assert rebuild_all(sitting) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.undo(sitting, seq, ANNA)
    assert met(sitting, old) == ["2010", "2011"]


@ON_ONE_STORE
def test_a_body_that_takes_its_old_name_back_is_still_one(sitting: Stores) -> None:
    acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA)
    acts.rename(sitting, SOMEWHERE, "Kultur- och fritidsnämnden", "Kulturnämnden", ANNA)
    assert met(sitting, "Kulturnämnden") == met(sitting, "Kultur- och fritidsnämnden") == ["2010", "2011"]
    with reading(sitting.public) as session:
        found = body(session, body_id(sitting, "Kultur- och fritidsnämnden"))
    assert found is not None
    assert found["name"] == "Kulturnämnden"


def show(stores: Stores, filing: int) -> None:
    with writing(stores.desk) as session:
        release(session, filing, (1, 1), "anna", "får visas")
    publish(stores)


def filed(stores: Stores, name: str, year: int, *, released: bool = True) -> int:
    """A meeting of the body in the year, at which a § tells of one of the December before."""
    told = Earlier(EarlierKind.TABLED, at("9"), "9", name, dt.date(year - 1, 12, 1), "9")
    section = item("1", f"Torget {year}", earlier=(told,), case_numbers=(f"N-{year}-1",))
    meeting = extract(name, f"{year}-03-01", section)
    return file(stores, bundle(meeting, digest=str(year) * 16), released=released).filing


def borne(stores: Stores) -> set[tuple[str, str | None, str | None]]:
    """What the public is told of bodies: the name of each, and from and until when it bears it."""
    with reading(stores.public) as session:
        ids = list(session.execute(sa.select(bodies.c.id)).scalars())
        told = rows_by_id(session, BODIES, ids, Wanted())
    return {
        (row["name"], *(str(day) if (day := row[f"name_{end}"]) else None for end in ("from", "until"))) for row in told
    }


def test_a_body_that_takes_anothers_name_later_is_another(stores: Stores) -> None:
    for name, year in (("Kulturnämnden", 2015), ("Kulturnämnd", 2012), ("Kulturnämnden", 2010)):
        filed(stores, name, year)
    first, untouched = body_id(stores, "Kulturnämnden"), rows(stores.desk, without=set())
    on = dt.date(2013, 1, 1)
    seq = acts.rename(stores, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA, on=on)
    assert met(stores, first) == ["2010", "2012", "2015"]  # nothing is here yet that bears the new name
    assert rows(stores.desk, without=set()) == untouched
    hidden = filed(stores, "Kultur- och fritidsnämnden", 2013, released=False)
    assert met(stores, first) == ["2010", "2012", "2015"]  # nor is it public
    show(stores, hidden)
    assert borne(stores) == {
        ("Kulturnämnden", None, "2013-01-01"),
        ("Kulturnämnd", None, None),
        ("Kultur- och fritidsnämnden", "2013-01-01", None),
        ("Kulturnämnden", "2013-01-01", None),
    }
    later = next(str(row["id"]) for row in rows(stores.public)["bodies"] if row["name_from"])
    assert met(stores, first) == met(stores, "kultur och fritidsnämnden") == ["2010", "2012", "2013"]
    assert met(stores, later) == ["2015"]
    assert met(stores, "kulturnämnden") == ["2010", "2012", "2013", "2015"]
    steps = {
        (row["body_id"], str(row["date"])) for row in rows(stores.public)["steps"] if row["body"] == "Kulturnämnden"
    }
    assert {(first, "2009-12-01"), (first, "2010-03-01"), (later, "2014-12-01"), (later, "2015-03-01")} <= steps
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    with pytest.raises(NothingNew):
        acts.rename(stores, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA, on=on)
    with reading(stores.public) as session:
        assert [bodies_row["name"] for bodies_row in (body(session, first), body(session, later)) if bodies_row] == [
            "Kultur- och fritidsnämnden",
            "Kulturnämnden",
        ]
    acts.undo(stores, seq, ANNA)
    assert met(stores, "Kulturnämnd") == ["2010", "2012", "2015"]
    assert {end for _name, *ends in borne(stores) for end in ends} == {None}
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@ON_ONE_STORE
def test_a_body_may_take_its_old_name_back_on_a_day(stores: Stores) -> None:
    for name, year in (("Kulturnämnden", 2010), ("Kultur- och fritidsnämnden", 2013), ("Kulturnämnden", 2016)):
        filed(stores, name, year)
    acts.rename(stores, SOMEWHERE, "Kultur- och fritidsnämnden", "Kulturnämnden", ANNA, on=dt.date(2015, 1, 1))
    acts.rename(stores, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA, on=dt.date(2013, 1, 1))
    for asked in ("Kulturnämnden", *(str(row["id"]) for row in rows(stores.public)["bodies"])):
        assert met(stores, asked) == ["2010", "2013", "2016"]
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


def test_a_name_that_is_not_public_is_no_redirect_there(sitting: Stores) -> None:
    hidden = extract("Kanariefågelnämnden", "2014-03-01", item("1", "Hemligt"))
    file(sitting, bundle(hidden, digest="e" * 64), released=False)
    before = rows(sitting.public, without=set())
    acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "Kanariefågelnämnden", ANNA)
    assert rows(sitting.public, without=set()) == before
    assert met(sitting, "Kulturnämnden") == ["2010"]
    with reading(sitting.desk) as session, reading(sitting.public) as public:
        new = Ids(secret(session)).of("body", SOMEWHERE.id, "kanariefågelnämnden")
        assert body(session, body_id(sitting, "Kulturnämnden")) == body(session, new)
        assert body(public, new) is None


@ON_ONE_STORE
def test_a_body_printed_in_two_forms_of_a_word_is_one(stores: Stores) -> None:
    names = ("Grundskolenämnd", "Grundskolenämnden", "Socialnämnd Sydväst", "Socialnämnden Centrum")
    for n, name in enumerate(names):
        meeting = extract(name, f"201{n}-03-01", item("1", "Torget", case_numbers=(f"N-201{n}-1",)))
        file(stores, bundle(meeting, digest=str(n) * 64))
    for asked in ("grundskolenämnd", "Grundskolenämnden", body_id(stores, "Grundskolenämnd")):
        assert met(stores, asked) == ["2010", "2011"]
    assert met(stores, "Socialnämnd Sydväst") == ["2012"]
    called = ["Grundskolenämnden", "Socialnämnd Sydväst", "Socialnämnden Centrum"]
    assert offered(stores) == dict.fromkeys(("list", "choice", "search", "matters"), called)
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.rename(stores, SOMEWHERE, "Grundskolenämnden", "Grundskolenämnd", ANNA)
    assert met(stores, "Grundskolenämnden") == ["2010", "2011"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Folkhälsorådet", "advisory_council"),
        ("Direktionen", "committee"),
        ("Revisorerna", "auditors"),
        ("Gemensamma hjälpmedelsnämnden", "committee"),
        ("Valberedningen", "drafting_committee"),
        ("Bolagsstämman", "general_meeting"),
        ("Kommunstyrelsens arbetsutskott", "working_committee"),
        ("Göteborgs stad", "other"),
    ],
)
def test_a_body_is_of_the_kind_that_its_name_tells(name: str, kind: str) -> None:
    assert body_kind(name) == kind


@ON_ONE_STORE
def test_a_body_is_renamed_to_another_and_divided_in_two_or_more(sitting: Stores) -> None:
    with pytest.raises(WrongUse):
        acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "KULTURNÄMNDEN", ANNA)
    with pytest.raises(WrongUse):
        acts.divide(sitting, SOMEWHERE, "Kulturnämnden", ["Barnnämnden"], ANNA)


def said_of_bodies(stores: Stores) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of bodies that are proposed as one, and those that a person said are two."""
    with reading(stores.desk) as session:
        proposed, refused = bodies_proposed(session), bodies_refused(session)
    return [(row["one"], row["other"]) for row in proposed], [(row["one"], row["other"]) for row in refused]


def test_bodies_that_are_proposed_as_one_are_told_apart_and_the_act_is_undone(stores: Stores) -> None:
    for n, name in enumerate(("Bun", "Barn- och utbildningsnämnden")):
        filed(stores, name, 2010 + n)
    pair = ("Bun", "Barn- och utbildningsnämnden")
    assert [set(two) for two in said_of_bodies(stores)[0]] == [set(pair)] and said_of_bodies(stores)[1] == []
    seq = acts.apart(stores, SOMEWHERE, *pair, ANNA)
    proposed, refused = said_of_bodies(stores)
    assert (proposed, [set(two) for two in refused]) == ([], [set(pair)])
    for again in (pair, pair[::-1]):
        with pytest.raises(NothingNew):
            acts.apart(stores, SOMEWHERE, *again, ANNA)
    with pytest.raises(WrongUse):
        acts.apart(stores, SOMEWHERE, "BUN", "bun", ANNA)
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.undo(stores, seq, ANNA)
    assert [set(two) for two in said_of_bodies(stores)[0]] == [set(pair)] and said_of_bodies(stores)[1] == []


def test_bodies_that_a_rule_made_one_are_two_where_a_person_says_so(stores: Stores) -> None:
    for year, name in ((2010, "Grundskolenämnd"), (2011, "Grundskolenämnden")):
        filed(stores, name, year)
    assert met(stores, body_id(stores, "Grundskolenämnd")) == ["2010", "2011"]
    seq = acts.apart(stores, SOMEWHERE, "Grundskolenämnd", "Grundskolenämnden", ANNA)
    assert met(stores, body_id(stores, "Grundskolenämnd")) == ["2010"]
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.undo(stores, seq, ANNA)
    assert met(stores, body_id(stores, "Grundskolenämnd")) == ["2010", "2011"]


@ON_ONE_STORE
@pytest.mark.parametrize("on", [None, dt.date(2013, 1, 1)])
def test_the_committee_of_a_renamed_body_goes_on_with_it(stores: Stores, on: dt.date | None) -> None:
    new = "Kultur- och fritidsnämnden"
    for year, name in ((2010, "Kulturnämnden"), (2014, new), (2011, "Kulturnämndens arbetsutskott")):
        filed(stores, name, year)
    filed(stores, f"{new}s arbetsutskott", 2015)
    old = body_id(stores, "Kulturnämndens arbetsutskott")
    assert met(stores, old) == ["2011"]
    seq = acts.rename(stores, SOMEWHERE, "Kulturnämnden", new, ANNA, on=on)
    assert met(stores, old) == met(stores, "kultur och fritidsnämndens arbetsutskott") == ["2011", "2015"]
    assert met(stores, "Kulturnämnden") == ["2010", "2014"]
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.undo(stores, seq, ANNA)
    assert met(stores, old) == ["2011"]
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@ON_ONE_STORE
def test_the_committee_of_a_body_that_takes_anothers_name_is_another_too(stores: Stores) -> None:
    for year, name in ((2010, "Kulturnämnden"), (2011, "Kulturnämndens arbetsutskott"), (2013, "Fritidsnämnden")):
        filed(stores, name, year)
    filed(stores, "Fritidsnämndens arbetsutskott", 2014)
    filed(stores, "Kulturnämndens arbetsutskott", 2016)
    old = body_id(stores, "Kulturnämndens arbetsutskott")
    assert met(stores, old) == ["2011", "2016"]
    acts.rename(stores, SOMEWHERE, "Kulturnämnden", "Fritidsnämnden", ANNA, on=dt.date(2013, 1, 1))
    later = next(
        str(row["id"])
        for row in rows(stores.desk)["bodies"]
        if row["name_from"] and row["name"] == "Kulturnämndens arbetsutskott"
    )
    assert (met(stores, old), met(stores, later)) == (["2011", "2014"], ["2016"])
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
