"""Municipalities added to an installation: what is told of them, undone as any act, and the same after a rebuild."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.acts.entered import decision
from app.db import Stores, reading
from app.errors import MunicipalityClosed, NothingNew, WrongUse
from app.ids import Ids
from app.imports.filing import accept, settle
from app.imports.uploads import Claims, Upload
from app.imports.workers import at_work
from app.installation.renewing import rebuild_all
from app.journal.keys import secret
from app.journal.proving import faults
from app.models.journal import municipality_keys
from app.queries.aliases import moved
from app.queries.incoming import Seen, incoming
from app.queries.overtaken_corrections import acts_overtaken
from app.queries.towns import towns
from app.register.keys import item_key
from app.register.municipalities import municipality
from app.register.towns import Town, contrast_with_white
from app.settings import Settings
from tests.app.filing import entries_in, file, rows
from tests.app.hidden import entered
from tests.app.papers import drawn
from tests.app.register.saying import bundle, extract, item
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "ny i installationen")
ALNSJO, BERGSUND, CEDERBY = (municipality(name) for name in ("Alnsjö", "Bergsund", "Cederby"))


@pytest.fixture
def with_address(using: Settings) -> Settings:
    return using.model_copy(update={"base_url": "https://diarium.example"})


def told(stores: Stores) -> list[tuple[str, str, str | None, bool]]:
    """What the public register knows of them; the desk's knows the same."""
    with reading(stores.desk) as desk, reading(stores.public) as public:
        assert towns(desk) == towns(public)
        return [(town.place.id, town.called, town.address, town.closed) for town in towns(public)]


@ON_ONE_STORE
def test_what_is_told_of_municipalities_follows_the_journal(stores: Stores, with_address: Settings) -> None:
    there = Town(ALNSJO, " Alnsjö  kommun\u202e", "#1B5748", "https://Alnsjo.example/", "")
    acts.add_municipality(stores, with_address, there, ANNA)
    acts.add_municipality(stores, with_address, Town(BERGSUND, ""), ANNA)
    first = [
        ("x-alnsjo", "Alnsjö kommun\ufffd", "https://alnsjo.example", False),
        ("x-bergsund", "Bergsund", None, False),
    ]
    assert told(stores) == first
    renamed = acts.change_municipality(stores, with_address, ALNSJO, ANNA, called="Alnsjö stad", address="")
    acts.close_municipality(stores, with_address, BERGSUND, ANNA)
    then = [("x-alnsjo", "Alnsjö stad", None, False), ("x-bergsund", "Bergsund", None, True)]
    assert told(stores) == then
    assert set(rebuild_all(stores).values()) == {0}
    assert told(stores) == then
    acts.undo(stores, renamed, ANNA)
    assert told(stores) == [first[0], then[1]]


@ON_ONE_STORE
def test_ids_are_made_by_a_key_of_its_own_where_nothing_was_filed_before(stores: Stores, using: Settings) -> None:
    minutes = extract("Kommunstyrelsen", "2025-03-05", item("7", "Torget", case_numbers=("KS-2025-00001",)))
    file(stores, bundle(minutes, digest="a" * 64), ALNSJO)
    for place in (ALNSJO, BERGSUND):
        acts.add_municipality(stores, using, Town(place, ""), ANNA)
    file(stores, bundle(minutes, digest="b" * 64), BERGSUND)
    with reading(stores.desk) as session:
        own = dict(session.execute(sa.select(municipality_keys.c.municipality, municipality_keys.c.key)).all())
        assert {*own} == {BERGSUND.id}
        made = {ALNSJO.id: Ids(secret(session)), BERGSUND.id: Ids(bytes.fromhex(own[BERGSUND.id]))}
        assert faults(session) == []
    found = {row["id"] for row in rows(stores.public)["items"]}
    assert found == {of.of("item", item_key(place, "Kommunstyrelsen", 2025, "7")) for place, of in made.items()}
    (there,) = [row["id"] for row in rows(stores.desk)["items"] if row["municipality_id"] == BERGSUND.id]
    acts.add(stores, str(there), "yrkande", {"stance": ["avslag"], "text": ["Avslag."]}, ANNA)
    with reading(stores.desk) as session:
        assert acts_overtaken(session) == []
    acts.correct(stores, str(there), "number", "8", ANNA)  # what identifies it: the old id leads on
    with reading(stores.desk) as session:
        assert moved(session, str(there)) == made[BERGSUND.id].of(
            "item", item_key(BERGSUND.id, "Kommunstyrelsen", 2025, "8")
        )
        assert set(rebuild_all(stores).values()) == {0}


@ON_ONE_STORE
def test_an_address_that_was_taken_meanwhile_does_not_come_back(stores: Stores, with_address: Settings) -> None:
    acts.add_municipality(stores, with_address, Town(ALNSJO, "", address="https://alnsjo.example:443/"), ANNA)
    left = acts.change_municipality(stores, with_address, ALNSJO, ANNA, address="")
    acts.add_municipality(stores, with_address, Town(BERGSUND, "", address="https://alnsjo.example"), ANNA)
    there = told(stores)
    assert [address for _, _, address, _ in there] == [None, "https://alnsjo.example"]
    with pytest.raises(WrongUse, match=r"https://alnsjo\.example är redan upptagen"):
        acts.undo(stores, left, ANNA)
    assert told(stores) == there
    acts.change_municipality(stores, with_address, BERGSUND, ANNA, address="https://alnsjo.example/bergsund")
    with pytest.raises(WrongUse, match=r"https://alnsjo\.example(/bergsund)? är redan upptagen"):
        acts.undo(stores, left, ANNA)  # it would lie beneath


@ON_ONE_STORE
def test_what_cannot_be_used_is_refused_and_nothing_written(
    stores: Stores, with_address: Settings, using: Settings
) -> None:
    acts.add_municipality(stores, with_address, Town(ALNSJO, "", None, "https://alnsjo.example"), ANNA)
    acts.add_municipality(stores, with_address, Town(CEDERBY, "", None, "https://diarium.example/cederby"), ANNA)
    for address in (
        "https://alnsjo.example",  # Alnsjö's own
        "https://ALNSJO.example/",
        "https://diarium.example",  # the installation's
        "https://alnsjo.example/bergsund",  # beneath Alnsjö's
        "https://diarium.example/arenden",  # the installation's pages
        "https://diarium.example/en",
        "https://diarium.example/kommuner/bergsund",
        "https://diarium.example/cederby",  # Cederby's
        "https://diarium.example:443/cederby/",
        "https://www.berg.example/arenden",  # the installation's pages, where a proxy takes nothing off
        "https://www.berg.example/static/diarium",
        "https://berg.example/s\u00f6k",
        "https://berg.example//sida",
        "https://berg.example/../sida",
        "https://berg.example?x",
        "https://anna@berg.example",
        "https://berg.example:port",
        "https://berg\u00e9.example",
        "javascript:alert(1)",
        "berg.example",
        "https://",
    ):
        with pytest.raises(WrongUse):
            acts.add_municipality(stores, with_address, Town(BERGSUND, "", None, address), ANNA)
    for colour in ("red", "#12345", "#1b5748;}", "#777777", "#ffffff"):
        with pytest.raises(WrongUse):
            acts.add_municipality(stores, with_address, Town(BERGSUND, "", colour), ANNA)
    with pytest.raises(WrongUse):
        acts.add_municipality(
            stores, using, Town(BERGSUND, "", None, "https://berg.example"), ANNA
        )  # no address of its own
    with pytest.raises(WrongUse):
        acts.close_municipality(stores, using, BERGSUND, ANNA)
    with pytest.raises(WrongUse):
        acts.add_municipality(stores, using, Town(ALNSJO, ""), ANNA)
    with pytest.raises(NothingNew):
        acts.change_municipality(stores, using, ALNSJO, ANNA, called="Alnsjö")
    assert [place for place, *_rest in told(stores)] == ["x-alnsjo", "x-cederby"]
    within = using.model_copy(update={"base_url": "https://diarium.example/diarium"})
    for word in ("diarium", "arenden", "diarium/arenden", "diarium/diarium", "diarium/bergsund/a"):
        with pytest.raises(WrongUse):
            acts.add_municipality(stores, within, Town(BERGSUND, "", None, f"https://diarium.example/{word}"), ANNA)
    acts.add_municipality(stores, within, Town(BERGSUND, "", None, "https://diarium.example/diarium/bergsund"), ANNA)


@ON_ONE_STORE
def test_none_is_added_that_would_bear_another_s_name_in_addresses(stores: Stores, using: Settings) -> None:
    with pytest.raises(WrongUse, match="Malmö"):
        acts.add_municipality(stores, using, Town(municipality("Malmo"), ""), ANNA)
    acts.add_municipality(stores, using, Town(municipality("Malmö"), ""), ANNA)
    assert [name for _, name, _, _ in told(stores)] == ["Malmö"]


def test_contrast_is_that_of_wcag() -> None:
    assert (contrast_with_white("#000000"), contrast_with_white("#ffffff")) == (21, 1)
    assert contrast_with_white("#767676") > 4.5 > contrast_with_white("#777777")


@ON_ONE_STORE
def test_nothing_more_is_filed_of_a_closed_one_until_that_is_undone(stores: Stores, using: Settings) -> None:
    own = using.model_copy(update={"municipality": "Alnsjö"})
    minutes = bundle(extract("Kommunstyrelsen", "2025-03-05", item("7", "Torget", case_numbers=("KS-2025-00001",))))
    file(stores, minutes, ALNSJO)
    closed = acts.close_municipality(stores, own, ALNSJO, ANNA)
    before, paper = entries_in(stores), drawn(["Protokoll"])
    with at_work(stores, own) as worker:
        with pytest.raises(MunicipalityClosed):
            accept(worker, paper, Claims("a.pdf", "anna", ALNSJO))
        taken = accept(worker, paper, Claims("b.pdf", "anna"))  # whose it is, reading it tells
        assert isinstance(taken, Upload)
        with pytest.raises(MunicipalityClosed):
            settle(worker, taken, minutes)
        by_hand = decision("Kommunfullmäktige", entered("Svar till alla", "KS-2026-00001"))
        with pytest.raises(MunicipalityClosed):
            acts.enter(stores, ALNSJO, by_hand, ANNA)
        assert entries_in(stores) == before
        assert not list((own.data_dir / "files").rglob("*.pdf"))
        with reading(stores.desk) as session:
            (refused,) = [row["problem"] for row in incoming(session, Seen("")) if row["problem"]]
        assert refused["code"] == "municipality-closed" and refused["params"] == {"place": "Alnsjö"}
        acts.undo(stores, closed, ANNA)
        acts.enter(stores, ALNSJO, by_hand, ANNA)
