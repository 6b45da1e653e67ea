"""The same hits in the same order on both databases; what is gone from the register is found no more."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import acts
from app.acts import Actor
from app.db import Stores, reading, writing
from app.installation.checking import check
from app.installation.opening import open_stores
from app.installation.renewing import bring_up, rebuild_all, reindex_all
from app.journal.scope import RegisterScope
from app.models.register import documents, register, register_meta, search_entries
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.people import PARTIES
from app.queries.search import search, words_alone
from app.search.finding import entries_at, find
from app.search.question import MOST_TERMS, question_of
from app.settings import Settings, public_url
from importers.bundle import Reservation, Role, Section, Stance, Yrkande
from tests import postgres
from tests.app.filing import file
from tests.app.register.saying import at, bundle, extract, item, motion, person

SHADE = "Barnen leker i gassande sol. Lindar ger dem svalka redan efter några år, enligt Bo Talbo."
ANNA = Actor("anna", "prov")


def yrkande(text: str) -> Yrkande:
    return Yrkande(Stance("bifall"), text, at(text), (person("Mira Tallbo (C)"),))


def reservation(text: str) -> Reservation:
    return Reservation(text, at(text), (person("Mira Tallbo (C)"),), in_favour_of="bifall", written=False)


def filed(stores: Stores) -> None:
    worn = "Bakgrund Utegymmet vid ån har vittrat."
    parks = item(
        "7",
        "Fler träd i parkerna",
        summary="Grundskolans gårdar behöver skugga.",
        case_numbers=("KS-2024-1",),
        sections=(Section("Bakgrund", Role.OTHER, "Utegymmet vid ån har vittrat.", at(worn)),),
    )
    schools = item(
        "12",
        "Skolornas skolskjutsar",
        case_numbers=("KS-2024-2",),
        yrkanden=(yrkande("Mira Tallbo (C) yrkar bifall till motionen om bryggan."),),
    )
    file(stores, bundle(extract("Kommunstyrelsen", "2024-03-04", parks), digest="1" * 64))
    file(stores, bundle(extract("Kommunstyrelsen", "2025-03-04", schools), digest="2" * 64))
    trees = motion("Motion om träd vid skolan", "2023-05-02", "Mira Tallbo (C)")
    shade = Section(None, Role.OTHER, SHADE, at(SHADE))
    file(stores, bundle(dataclasses.replace(trees, sections=(shade,)), digest="3" * 64))


def found(stores: Stores, typed: str, **narrowed: str) -> list[tuple[str, str]]:
    with reading(stores.public) as session:
        hits = search(session, typed, narrowed, 50)["hits"]
    return [(hit["kind"], "".join(piece["text"] for piece in hit["title"])) for hit in hits]


PARKS, SCHOOLS, MOTION = "Fler träd i parkerna", "Skolornas skolskjutsar", "Motion om träd vid skolan"


@pytest.fixture
def holding(stores: Stores) -> Stores:
    """An installation of the test's own that holds them."""
    filed(stores)
    return stores


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """One that holds them for all tests that only read."""
    folder = tmp_path_factory.mktemp("searched")
    desk, server = f"sqlite:///{folder / 'desk.db'}", None
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("made_files"), folder, dirs_exist_ok=True)
    else:
        server = request.getfixturevalue("postgres_url")
        desk = postgres.create(server, f"diarium_{os.getpid()}_searched", request.getfixturevalue("made_template"))
    opened = open_stores(Settings(data_dir=folder, database_url=desk, public_database_url=public_url(desk)))
    filed(opened)
    yield opened
    opened.dispose()
    if server:
        postgres.drop(server, f"diarium_{os.getpid()}_searched")


def test_both_databases_give_the_same_hits_in_the_same_order(held: Stores) -> None:
    """What stands in the title comes first, then the latest, a matter before its §; within compounds last."""
    of_schools, of_motion = [("matter", SCHOOLS), ("item", SCHOOLS)], [("matter", MOTION), ("document", MOTION)]
    of_parks = [("matter", PARKS), ("item", PARKS)]
    asked = {
        "skola": [*of_schools, *of_motion, ("item", PARKS)],
        "skolskjutsen": of_schools,
        "träd park": of_parks,
        "träd -park": of_motion,
        '"bifall till motionen"': [("yrkande", SCHOOLS)],
        '"till bifall"': [],
        '"träd i parker"': of_parks,
        "Mira Tallbo": [("person", "Mira Tallbo"), ("yrkande", SCHOOLS), ("document", MOTION)],
        "tallbo motion": [("yrkande", SCHOOLS), ("document", MOTION)],
        **dict.fromkeys(("ks 2024 2", "KS20242", "Ärende KS 2/2024", "2024/2"), of_schools[:1]),
        "KS § 12": [("item", SCHOOLS)],
        "§ 7/2024": [("item", PARKS)],
        "kommunstyrelsen § 12 2024": [],
        "utegymmet vittrat": [("item", PARKS)],
        "lind svalka": [("document", MOTION)],
        "kommunstyrelse": [("body", "Kommunstyrelsen")],
        "Hur röstade C om bryggan 2025?": [("yrkande", SCHOOLS)],
        "liberalerna bryggan": [],
        "parker 1e5 3a": [],
        "skuggor -": [("item", PARKS)],
        "-träd": [],
    }
    assert {typed: found(held, typed) for typed in asked} == asked


def test_a_search_is_narrowed_and_each_narrowing_is_counted(held: Stores) -> None:
    with reading(held.public) as session:
        whole = search(session, "motion", {}, 50)
        assert whole["total"] == 3 and not whole["total_is_at_least"]
        assert search(session, "motion", {}, 50, facets=False) == {**whole, "facets": {}}
        for name, values in whole["facets"].items():
            for value in values:
                narrowed = search(session, "motion", {name: value["value"]}, 50)
                assert (name, value["value"], narrowed["total"]) == (name, value["value"], value["count"])
    counted = {name: [(v["name"], v["count"]) for v in values] for name, values in whole["facets"].items()}
    assert counted == {
        "municipality": [("Alnsjö", 3)],
        "body": [("Kommunfullmäktige", 1), ("Kommunstyrelsen", 1)],
        "kind": [("document", 1), ("matter", 1), ("yrkande", 1)],
        "year": [("2025", 1), ("2023", 2)],
        "party": [("C", 2)],
        "outcome": [],
        "status": [("awaiting", 1)],
    }


def test_a_walk_meets_every_hit_once(held: Stores) -> None:
    with reading(held.public) as session:
        whole = [hit["id"] for hit in search(session, "skola", {}, 50)["hits"]]
        walked: list[str] = []
        place: str | None = ""
        while place is not None:
            part = search(session, "skola", {}, 2, after=place)
            walked, place = [*walked, *(hit["id"] for hit in part["hits"])], part["place"]
    assert walked == whole and len(whole) == 5


def test_a_hit_has_the_words_in_their_sentence_and_where_they_stand(held: Stores) -> None:
    with reading(held.public) as session:
        (hit,) = search(session, '"bifall till motionen"', {}, 50)["hits"]
    assert [piece["text"] for piece in hit["text"] if piece["found"]] == ["bifall", "till", "motionen"]
    assert "".join(piece["text"] for piece in hit["text"]) == "Mira Tallbo (C) yrkar bifall till motionen om bryggan."
    assert hit["source"] and hit["source"]["quote"] == "Mira Tallbo (C) yrkar bifall till motionen om bryggan."
    assert (hit["item"] and hit["item"]["number"], hit["parties"], hit["page"]) == (
        "12",
        ["C"],
        "/paragrafer/alnsjo/kommunstyrelsen/2025-03-04/12",
    )


def test_any_word_of_a_paper_is_found_in_its_sentence_with_its_page(held: Stores) -> None:
    with reading(held.public) as session:
        (hit,) = search(session, "gassande", {}, 50)["hits"]
        (of_item,) = search(session, "bakgrunder", {}, 50)["hits"]
    assert [piece["text"] for piece in hit["text"] if piece["found"]] == ["gassande"]
    source = hit["source"]
    assert source and (source["quote"], source["page"], source["reader"]) == (SHADE, 1, "test")
    assert source["image"] and source["image"].startswith(f"/api/v1/documents/{hit['id']}/pages/1.webp?box=10.0,20.0")
    assert of_item["source"] and of_item["source"]["quote"] == "Bakgrund Utegymmet vid ån har vittrat."


def test_a_person_or_body_that_is_found_has_its_page(held: Stores) -> None:
    with reading(held.public) as session:
        (body,) = search(session, "kommunstyrelsen", {"kind": "body"}, 5)["hits"]
        (person_found,) = search(session, "tallbo", {"kind": "person"}, 5)["hits"]
    assert (body["page"], person_found["page"]) == ("/organ/alnsjo/kommunstyrelsen", f"/personer/{person_found['id']}")


def test_a_party_is_found_by_its_letters_and_by_each_of_its_names(held: Stores) -> None:
    with reading(held.public) as session:
        for typed in ("C", "c", "Centerpartiet", "centern", "centerpartiets"):
            hit = search(session, typed, {}, 5)["hits"][0]
            shown = "".join(piece["text"] for piece in hit["title"])
            assert (hit["kind"], shown, hit["page"]) == ("party", "Centerpartiet (C)", "/partier/alnsjo/C")
        of_list = page_of(session, PARTIES, Asked({}, "code", 5, 0), Wanted())
        assert [row["id"] for row in of_list.rows] == [hit["id"]]


def test_a_party_is_found_as_long_as_anybody_is_printed_with_it(holding: Stores) -> None:
    def parties() -> list[tuple[str, str]]:
        return [hit for hit in found(holding, "centerpartiet") if hit[0] == "party"]

    with reading(holding.public) as session:
        of_motion, of_schools = (
            session.execute(sa.select(documents.c.id).where(documents.c.date == day)).scalar_one()
            for day in (dt.date(2023, 5, 2), dt.date(2025, 3, 4))
        )
    acts.release(holding, of_motion, ANNA, public=False)
    assert parties() == [("party", "Centerpartiet (C)")]
    acts.release(holding, of_schools, ANNA, public=False)
    assert parties() == []
    assert rebuild_all(holding)[RegisterScope.PUBLIC] == 0


def test_of_very_many_hits_the_latest_are_weighed_and_it_says_so(held: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.search.finding.MOST", 2)
    with reading(held.public) as session:
        cut = search(session, "skola", {}, 50)
        assert (cut["total"], cut["total_is_at_least"]) == (2, True)
        assert [hit["kind"] for hit in cut["hits"]] == ["matter", "item"]
        exact = search(session, MOTION, {}, 50)  # older than all of the others that hold a word of it
        assert [hit["kind"] for hit in exact["hits"]] == ["matter", "document"]
        assert sum(value["count"] for value in exact["facets"]["kind"]) == 2


def test_words_that_are_nowhere_together_are_told_one_by_one(held: Stores) -> None:
    with reading(held.public) as session:
        alone = words_alone(session, "bryggan skola giraff", {})
    assert [(one["name"], one["count"]) for one in alone] == [("giraff", 0), ("bryggan", 1), ("skola", 5)]


def test_a_slip_is_told_with_the_registers_own_word(held: Stores) -> None:
    asked = {
        "tallbbo": "Tallbo",
        "skolsjuts": "skolskjutsar",
        "motion bryga": "motion bryggan",
        "trad parkernna": "träd parkerna",
        "motion brygann": None,  # two slips
        "gardar": "gårdar",
        **{"trädskugga": "träd skugga", "grundträd": "grund träd"},  # one of the latter is in a compound alone
        "bryggan talbo": "bryggan Tallbo",  # both are here, and not together
        "motion träd skolskjutsar": None,  # and so are these, in no other spelling
        "bryggskjuts": None,  # nothing holds both of its words
        **dict.fromkeys(("xyzzy giraff", '"bifal till"')),
    }
    with reading(held.public) as session:
        assert {typed: search(session, typed, {}, 5)["suggestion"] for typed in asked} == asked


def test_what_is_corrected_or_withdrawn_is_found_so_at_once(holding: Stores) -> None:
    with reading(holding.desk) as session:
        of_parks = sa.select(search_entries.c.id).where(search_entries.c.kind == "item", search_entries.c.year == 2024)
        item_id = session.execute(of_parks).scalar_one()
    acts.correct(holding, item_id, "title", "Fler bänkar i parkerna", ANNA)
    assert found(holding, "träd park") == []
    assert found(holding, "bänk") == [("matter", "Fler bänkar i parkerna"), ("item", "Fler bänkar i parkerna")]
    with reading(holding.public) as session:
        (document,) = {hit["source"]["document_id"] for hit in search(session, "bänk", {}, 5)["hits"] if hit["source"]}
    acts.release(holding, document, ANNA, public=False)
    assert found(holding, "bänk") == []
    assert entries_held(holding.desk)[1] > entries_held(holding.public)[1]


def entries_held(store: sa.Engine) -> tuple[list[tuple[object, ...]], int]:
    with reading(store) as session:
        rows = [tuple(row) for row in session.execute(sa.select(search_entries).order_by(search_entries.c.n))]
    return rows, len(rows)


def test_a_rebuild_finds_nothing_to_write_and_mends_what_was_lost(holding: Stores, using: Settings) -> None:
    before = [entries_held(store) for store in (holding.desk, holding.public)]
    assert rebuild_all(holding) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    for store in (holding.desk, holding.public):
        with writing(store) as session:
            session.execute(search_entries.delete().where(search_entries.c.kind.in_(("person", "item"))))
            session.execute(search_entries.update().where(search_entries.c.kind == "matter").values(title="kanari"))
    report = check(holding, using)
    assert (report.desk_rows, report.public_rows) == (6, 6)
    rebuild_all(holding)
    assert [entries_held(store) for store in (holding.desk, holding.public)] == before
    assert len(found(holding, "skola")) == 5


def test_reindexing_makes_the_same_entries_from_the_registers_rows(holding: Stores) -> None:
    before = [entries_held(store) for store in (holding.desk, holding.public)]
    for store in (holding.desk, holding.public):
        with writing(store) as session:
            session.execute(search_entries.update().values(title="kanari", body="", parts=""))
    made = reindex_all(holding)
    assert [entries_held(store) for store in (holding.desk, holding.public)] == before
    assert list(made.values()) == [count for _rows, count in before]
    assert len(found(holding, "skola")) == 5
    assert postgres.counted(holding.public, "search_entries") in {None, made[RegisterScope.PUBLIC]}


HOSTILE = (
    "a" * 10_000,
    "skola " * 2_000,
    '"' * 10_000,
    "*" * 10_000,
    "\0skola\0",
    "'; --",
    "NEAR(skola träd)",
    "{parts} : x",
)


def test_a_hostile_question_costs_no_more_than_an_honest_one(held: Stores) -> None:
    """So many statements, and so many words sought, whatever was typed; and nothing typed is an error."""
    words = " ".join(f"ord{n}" for n in range(200))
    with reading(held.public) as session:
        asked = asked_by(session)
        search(session, "tallbbo skolsjuts", {}, 50)  # two slips, each of which is asked about
        honest = len(asked)
        for typed in (*HOSTILE, words):
            asked.clear()
            search(session, typed, {}, 50)
            assert (typed[:20], len(asked) <= honest) == (typed[:20], True)
            question = question_of(typed)
            assert len(question.terms) + len(question.without) <= MOST_TERMS
            assert sum(len(term.keys) for term in question.terms) <= 12 * MOST_TERMS


def test_no_table_is_walked_through(held: Stores) -> None:
    """Each statement finds its rows by an index; a municipality's bodies are few."""
    if held.public.dialect.name != "sqlite":
        return  # plans there follow from how much there is
    with reading(held.public) as session:
        asked = asked_by(session)
        for typed in ("skola", "KS-2024-2", "ks § 12 skola", "§ 7/2024", "Mira Tallbo", "tallbbo", "gassande"):
            search(session, typed, {"municipality": "alnsjo"}, 20)
        plans = {
            row.detail
            for statement, params in list(asked)
            for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", params)
        }
    walked = {plan.split()[1] for plan in plans if plan.startswith("SCAN ")} - {"bodies", "municipalities"}
    assert len(plans) > 20 and not walked & {*register.tables, "numbered", "meant_matter", "meant_held"}
    assert "SEARCH numbered USING INDEX ix_items_number (number=?)" in plans
    assert not [plan for plan in plans if "ix_items_body_id" in plan]  # which leads to every § of a body


def asked_by(session: Session) -> list[tuple[str, Any]]:
    """The statements that the session asks from now on."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, params: Any, *_: Any) -> None:
        asked.append((statement, params))

    sa.event.listen(session.connection(), "before_cursor_execute", note)
    return asked


def test_an_index_that_is_not_that_of_the_entries_is_told_and_mended(holding: Stores, using: Settings) -> None:
    if holding.public.dialect.name != "sqlite":
        return  # there it is a column of the row
    with writing(holding.public) as session:
        session.execute(sa.text("INSERT INTO search_fts_words (search_fts_words) VALUES ('delete-all')"))
    assert found(holding, "skola") == []
    assert check(holding, using).public_rows == 1
    rebuild_all(holding)
    assert len(found(holding, "skola")) == 5


def test_words_under_other_rules_are_indexed_anew_when_it_is_opened(holding: Stores) -> None:
    before = [entries_held(store) for store in (holding.desk, holding.public)]
    for store in (holding.desk, holding.public):
        with writing(store) as session:
            session.execute(register_meta.update().where(register_meta.c.key == "normaliser").values(value="0"))
            session.execute(search_entries.update().values(title="kanari", body="", parts=""))
    bring_up(holding)
    assert [entries_held(store) for store in (holding.desk, holding.public)] == before


@pytest.mark.shared
def test_the_planted_forms_are_found(stores: Stores, shared: Path) -> None:
    """`search/queries.json`: a form in each §; a question finds the §§ of its forms, and none of those that look alike."""
    queries = json.loads((shared / "search" / "queries.json").read_text())["queries"]
    forms = sorted({form for query in queries for form in (*query["must"], *query["must_not"])})
    items = [item(str(n), f"Ärende {n}", summary=f"Kajen vid bron: {form}.") for n, form in enumerate(forms, start=1)]
    file(stores, bundle(extract("Kommunstyrelsen", "2025-03-04", *items)))
    with reading(stores.public) as session:
        for query in queries:
            question = question_of(query["q"])
            found = find(session, question, {"kind": ["item"]})
            ids = [entry.id for entry in entries_at(session, found.numbers)]
            hits = search(session, query["q"], {"kind": "item"}, 100)["hits"]
            assert [hit["id"] for hit in hits] == ids
            met = {forms[int(hit["item"]["number"]) - 1] for hit in hits if hit["item"]}
            share = len(met & set(query["must"])) / len(query["must"])
            assert (query["q"], share >= query["recall"], met & set(query["must_not"])) == (query["q"], True, set())
