"""Bodies over time: an old name or id finds what goes on in its place, and every act that says so can be undone."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.db import Stores, reading
from app.errors import WrongUse
from app.ids import Ids
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.journal.stretches import secret
from app.models.register import items
from app.queries.bodies import body
from app.queries.filters import is_body
from app.register.bodies import body_kind
from tests.app.filing import file, rows
from tests.app.register.saying import SOMEWHERE, bundle, extract, item

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


def test_a_body_that_takes_its_old_name_back_is_still_one(sitting: Stores) -> None:
    acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA)
    acts.rename(sitting, SOMEWHERE, "Kultur- och fritidsnämnden", "Kulturnämnden", ANNA)
    assert met(sitting, "Kulturnämnden") == met(sitting, "Kultur- och fritidsnämnden") == ["2010", "2011"]
    with reading(sitting.public) as session:
        found = body(session, body_id(sitting, "Kultur- och fritidsnämnden"))
    assert found is not None
    assert found["name"] == "Kulturnämnden"


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


def test_a_body_printed_in_two_forms_of_a_word_is_one(stores: Stores) -> None:
    names = ("Grundskolenämnd", "Grundskolenämnden", "Socialnämnd Sydväst", "Socialnämnden Centrum")
    for n, name in enumerate(names):
        meeting = extract(name, f"201{n}-03-01", item("1", "Torget", case_numbers=(f"N-201{n}-1",)))
        file(stores, bundle(meeting, digest=str(n) * 64))
    for asked in ("grundskolenämnd", "Grundskolenämnden", body_id(stores, "Grundskolenämnd")):
        assert met(stores, asked) == ["2010", "2011"]
    assert met(stores, "Socialnämnd Sydväst") == ["2012"]
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


def test_a_body_is_renamed_to_another_and_divided_in_two_or_more(sitting: Stores) -> None:
    with pytest.raises(WrongUse):
        acts.rename(sitting, SOMEWHERE, "Kulturnämnden", "KULTURNÄMNDEN", ANNA)
    with pytest.raises(WrongUse):
        acts.divide(sitting, SOMEWHERE, "Kulturnämnden", ["Barnnämnden"], ANNA)
