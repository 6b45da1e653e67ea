"""What people do to what was read: it bears on the register, survives later readings, and can be undone."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.acts.acting import acting, record
from app.acts.targets import case_key_of
from app.db import Stores, reading
from app.errors import CaseNotFound, EntityNotFound, WrongUse
from app.installation.renewing import rebuild_all
from app.journal.append import first_broken
from app.journal.scope import RegisterScope
from app.models.journal import entries
from app.models.register import links
from app.queries.aliases import moved
from app.queries.cases import by_slug, find
from app.queries.correction_log import correction_log
from app.queries.documents import document
from app.queries.links import links_proposed
from app.queries.overtaken_corrections import acts_overtaken, corrections_overtaken
from app.register.municipalities import Municipality
from app.register.parts import ActKind
from importers.bundle import Stance, Yrkande
from tests.app.filing import file, rows
from tests.app.register.saying import answer, at, bundle, extract, item, person
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "protokollet säger något annat")
ONE = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))
OTHER = extract("Miljönämnden", "2025-04-22", item("31", "Torget", case_numbers=("MN-2025-00118",)))
STAMPED = extract(
    "Miljönämnden",
    "2025-04-22",
    item("31", "Torget", case_numbers=("MN-2025-00118",)),
    document_number="KS-2025-00042-3",
)


def numbers(stores: Stores, said: str) -> set[str]:
    with reading(stores.desk) as session:
        (case,) = find(session, said)
    return {number["number"] for number in case["numbers"]}


def test_a_person_joins_two_cases_and_takes_them_apart_again(stores: Stores) -> None:
    file(stores, bundle(ONE, OTHER))
    seq = acts.link(stores, "ks 2025 42", "MN-2025-118", ANNA)
    assert numbers(stores, "MN-2025-00118") == {"KS-2025-00042", "MN-2025-00118"}
    acts.undo(stores, seq, ANNA)
    assert numbers(stores, "MN-2025-00118") == {"MN-2025-00118"}
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@ON_ONE_STORE
def test_cases_of_two_municipalities_are_never_one_matter(stores: Stores) -> None:
    file(stores, bundle(ONE, digest="1" * 64))
    file(stores, bundle(OTHER, digest="2" * 64), Municipality("x-bortby", "Bortby", "bortby"))
    with pytest.raises(WrongUse, match="olika kommuners"):
        acts.link(stores, "ks 2025 42", "MN-2025-118", ANNA)
    with acting(stores, ANNA) as session:  # as it could once be said
        pair = [case_key_of(session, number) for number in ("ks 2025 42", "MN-2025-118")]
        record(session, ActKind.LINK, pair, {}, ANNA)
    assert numbers(stores, "MN-2025-00118") == {"MN-2025-00118"}
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


def test_likeness_proposes_until_a_person_accepts_or_refuses(stores: Stores) -> None:
    """Titles whose words end otherwise: `en särskild` and `en särskilt`."""
    spelt = ("om en särskild plan för lövträd på skolgårdar", "om en särskilt plan för lövträden på skolgård")
    for n, (body, number) in enumerate((("Kommunstyrelsen", "KS-2025-00042"), ("Miljönämnden", "MN-2025-00118"))):
        said = answer(spelt[n], "Mira Tallbo (C)")
        meeting = extract(body, "2025-09-01", item("7", "Svar", case_numbers=(number,), answers=(said,)))
        file(stores, bundle(meeting, digest=str(n) * 64))

    def proposed() -> list[tuple[str, str, str]]:
        with reading(stores.desk) as session:
            return [(row["one"], row["other"], row["state"]) for row in links_proposed(session)]

    assert [set(row[:2]) for row in proposed()] == [{"KS-2025-00042", "MN-2025-00118"}]
    assert numbers(stores, "MN-2025-00118") == {"MN-2025-00118"}
    refused = acts.link(stores, "KS-2025-00042", "MN-2025-00118", ANNA, joined=False)
    assert proposed() == []
    acts.undo(stores, refused, ANNA)
    assert len(proposed()) == 1
    acts.link(stores, "KS-2025-00042", "MN-2025-00118", ANNA)
    assert (proposed(), len(numbers(stores, "MN-2025-00118"))) == ([], 2)


@ON_ONE_STORE
def test_a_refusal_holds_against_a_stamp_and_against_a_third_case(stores: Stores) -> None:
    file(stores, bundle(ONE, STAMPED))
    acts.link(stores, "KS-2025-00042", "MN-2025-00118", ANNA, joined=False)
    assert numbers(stores, "MN-2025-00118") == {"MN-2025-00118"}
    third = answer("om lövträd på skolgårdar", "Mira Tallbo (C)")
    for n, (body, number) in enumerate((("Kommunstyrelsen", "KS-2025-00042"), ("Miljönämnden", "MN-2025-00118"))):
        meeting = extract(body, "2025-09-01", item("7", "Svar", case_numbers=(number,), answers=(third,)))
        file(stores, bundle(meeting, digest=str(n) * 64))
    assert "KS-2025-00042" not in numbers(stores, "MN-2025-00118")


def test_the_public_register_knows_the_link_and_not_who_made_it_or_why(stores: Stores) -> None:
    file(stores, bundle(ONE, OTHER))
    acts.link(stores, "KS-2025-00042", "MN-2025-00118", ANNA)
    with reading(stores.public) as session:
        assert len(find(session, "MN-2025-00118")[0]["numbers"]) == 2
        assert [row.evidence for row in session.execute(sa.select(links))] == ["person"]
    assert "protokollet säger" not in str(rows(stores.public, without=set()))


YRKANDE = Yrkande(Stance.BIFALL, "Mira Tallbo (C) yrkar avslag på motionen.", at("x"), (person("Mira Tallbo (C)"),))
MOVED = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", yrkanden=(YRKANDE,)))


def stance(stores: Stores) -> str:
    return str(rows(stores.desk)["yrkanden"][0]["stance"])


@ON_ONE_STORE
def test_a_correction_survives_a_newer_reading_and_can_be_undone(stores: Stores) -> None:
    file(stores, bundle(MOVED))
    fact = str(rows(stores.desk)["yrkanden"][0]["id"])
    seq = acts.correct(stores, fact, "stance", "avslag", ANNA)
    assert stance(stores) == "avslag"
    file(stores, bundle(MOVED, version="2"))
    assert stance(stores) == "avslag"
    entered = [row for row in rows(stores.desk, without=set())["sources"] if row["kind"] == "entered"]
    assert [(row["fact_id"], row["field"], row["quote"]) for row in entered] == [(fact, "stance", "bifall")]
    acts.undo(stores, seq, ANNA)
    assert stance(stores) == "bifall"


@ON_ONE_STORE
def test_a_correction_gives_way_where_a_later_reader_reads_a_third_value(stores: Stores) -> None:
    file(stores, bundle(MOVED))
    acts.correct(stores, str(rows(stores.desk)["yrkanden"][0]["id"]), "stance", "avslag", ANNA)
    third = Yrkande(Stance.BESVARA, YRKANDE.text, at("x"), YRKANDE.movers)
    later = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", yrkanden=(third,)))
    assert overtaken(stores) == []
    file(stores, bundle(later, version="2"))
    assert stance(stores) == "besvara"
    assert overtaken(stores) == [("stance", "avslag", "besvara", "88")]


@ON_ONE_STORE
def test_a_corrected_fact_stays_corrected_when_its_paragraph_is_renumbered(stores: Stores) -> None:
    file(stores, bundle(MOVED))
    fact = str(rows(stores.desk)["yrkanden"][0]["id"])
    acts.correct(stores, fact, "stance", "avslag", ANNA)
    seq = acts.correct(stores, str(rows(stores.desk)["items"][0]["id"]), "number", "89", ANNA)
    now = rows(stores.desk)["yrkanden"][0]
    with reading(stores.public) as session:
        assert moved(session, fact) == now["id"] != fact
    assert (stance(stores), overtaken(stores)) == ("avslag", [])
    acts.correct(stores, str(now["id"]), "stance", "besvara", ANNA)
    acts.undo(stores, seq, ANNA)
    assert stance(stores) == "avslag"
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


def overtaken(stores: Stores) -> list[tuple[str, str, str | None, str | None]]:
    """The corrections that hold no longer: field, what was typed in, what is read now, and the §."""
    with reading(stores.desk) as session:
        found = corrections_overtaken(session)
    return [
        (r["params"]["field"], r["params"]["corrected"], r["params"]["now"], r["at"]["number"] if r["at"] else None)
        for r in found
    ]


def test_a_correction_whose_quote_is_read_no_more_is_told(stores: Stores) -> None:
    file(stores, bundle(MOVED))
    seq = acts.correct(stores, str(rows(stores.desk)["yrkanden"][0]["id"]), "stance", "avslag", ANNA)
    file(stores, bundle(extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget")), version="2"))
    assert overtaken(stores) == [("stance", "avslag", None, None)]
    acts.undo(stores, seq, ANNA)
    assert overtaken(stores) == []


def test_a_day_typed_in_and_a_choice_whose_paper_is_read_no_more_are_told(stores: Stores) -> None:
    file(stores, bundle(MOVED))
    (document,), (item_row,) = rows(stores.desk)["documents"], rows(stores.desk)["items"]
    dated = acts.set_date(stores, str(document["id"]), "verified", dt.date(2025, 6, 20), ANNA)
    chosen = acts.choose(stores, str(item_row["id"]), "f" * 64, ANNA)
    with reading(stores.desk) as session:
        assert acts_overtaken(session) == []
    file(stores, bundle(extract("Kulturnämnden", "2025-06-17", item("88", "Torget")), version="2"))
    with reading(stores.desk) as session:
        told = [(row["code"], row["params"]["act"], row["params"]["act_kind"]) for row in acts_overtaken(session)]
    assert told == [("act_overtaken", dated, "date"), ("act_overtaken", chosen, "choose")]


def test_a_corrected_number_that_a_later_reader_reads_a_third_way_is_told(stores: Stores) -> None:
    file(stores, bundle(ONE))
    item_id = str(rows(stores.desk)["items"][0]["id"])
    acts.correct(stores, item_id, "number", "89", ANNA)
    acts.correct(stores, item_id, "case_numbers", "KS-2025-00043", ANNA)
    assert overtaken(stores) == []
    third = extract("Kommunstyrelsen", "2025-06-17", item("98", "Torget", case_numbers=("KS-2025-00042",)))
    file(stores, bundle(third, version="2"))
    assert [row[:2] for row in overtaken(stores)] == [("number", "89"), ("case_numbers", ["KS-2025-00043"])]


@ON_ONE_STORE
def test_a_corrected_number_moves_the_item_and_survives(stores: Stores) -> None:
    file(stores, bundle(ONE))
    acts.correct(stores, str(rows(stores.desk)["items"][0]["id"]), "number", "89", ANNA)
    moved = rows(stores.desk)["items"]
    assert [row["number"] for row in moved] == ["89"]
    acts.correct(stores, str(moved[0]["id"]), "number", "90", ANNA)
    file(stores, bundle(ONE, version="2"))
    (found,) = rows(stores.desk)["items"]
    assert found["number"] == "90"
    assert numbers(stores, "KS-2025-00042") == {"KS-2025-00042"}
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    acts.correct(stores, str(moved[0]["id"]), "title", "Torget vid ån", ANNA)
    acts.correct(stores, str(moved[0]["id"]), "number", "91", ANNA)
    assert overtaken(stores) == []
    assert [row["title"] for row in rows(stores.desk)["items"]] == ["Torget vid ån"]


@ON_ONE_STORE
def test_every_id_that_a_corrected_thing_had_leads_to_it(stores: Stores) -> None:
    file(stores, bundle(ONE))
    item_id, document_id = (str(rows(stores.desk)[table][0]["id"]) for table in ("items", "documents"))
    seqs = [
        acts.correct(stores, item_id, "number", "89", ANNA),
        acts.correct(stores, item_id, "number", "90", ANNA),
        acts.correct(stores, document_id, "date", "2024-06-18", ANNA),
    ]
    (now,) = rows(stores.public)["items"]
    with reading(stores.public) as session:
        assert moved(session, item_id) == now["id"] != item_id
        found = document(session, document_id)
    assert found is not None
    assert (found["date"], found["id"] == document_id) == (dt.date(2024, 6, 18), False)
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    for seq in reversed(seqs):
        acts.undo(stores, seq, ANNA)
    with reading(stores.public) as session:
        assert moved(session, item_id) is None
    assert [row["id"] for row in rows(stores.public)["items"]] == [item_id]


def test_a_misread_id_is_its_own_where_something_else_bears_it(stores: Stores) -> None:
    file(stores, bundle(ONE))
    old = str(rows(stores.desk)["items"][0]["id"])
    acts.correct(stores, old, "case_numbers", "KS-2025-00043", ANNA)
    assert numbers(stores, "ks 2025 42") == {"KS-2025-00043"}
    with reading(stores.public) as session:
        case = by_slug(session, "alnsjo", "ks-2025-00042")
        assert case is not None
        assert case == by_slug(session, "alnsjo", "ks-2025-00043")
    other = extract("Miljönämnden", "2025-04-22", item("31", "Ån", case_numbers=("KS-2025-00042",)))
    file(stores, bundle(other, digest="b" * 64))
    assert numbers(stores, "ks 2025 42") == {"KS-2025-00042"}


def test_a_body_that_was_not_read_is_typed_in(stores: Stores) -> None:
    unread = extract("", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))
    file(stores, bundle(unread))
    assert rows(stores.desk)["items"] == []
    acts.correct(stores, str(rows(stores.desk)["documents"][0]["id"]), "body", "Kommunstyrelsen", ANNA)
    assert [row["number"] for row in rows(stores.desk)["items"]] == ["88"]


@ON_ONE_STORE
def test_a_persons_choice_settles_a_conflict(stores: Stores) -> None:
    forged = extract("Kommunstyrelsen", "2025-06-17", item("88", "Parkering", case_numbers=("KS-2025-00042",)))
    file(stores, bundle(ONE, digest="a" * 64))
    file(stores, bundle(forged, digest="b" * 64))
    (row,) = rows(stores.desk)["items"]
    assert (row["title"], row["contested"]) == ("Torget", True)
    acts.choose(stores, str(row["id"]), "b" * 64, ANNA)
    assert [(r["title"], r["contested"]) for r in rows(stores.desk)["items"]] == [("Parkering", False)]


@ON_ONE_STORE
def test_days_that_an_extract_does_not_carry_are_typed_in(stores: Stores) -> None:
    file(stores, bundle(ONE))
    document = str(rows(stores.desk)["documents"][0]["id"])
    acts.set_date(stores, document, "notice_posted", dt.date(2025, 6, 20), ANNA)
    acts.set_date(stores, document, "verified", dt.date(2025, 6, 19), ANNA)
    (row,) = rows(stores.desk)["documents"]
    assert (row["verified"], row["notice_posted"], row["id"]) == (dt.date(2025, 6, 19), dt.date(2025, 6, 20), document)


def test_the_public_log_of_corrections_leaves_out_what_is_not_public(stores: Stores) -> None:
    file(stores, bundle(ONE))
    file(stores, bundle(OTHER, digest="b" * 64), released=False)
    for row in rows(stores.desk)["items"]:
        acts.correct(stores, str(row["id"]), "title", f"Ny titel {row['number']}", ANNA)
        acts.correct(stores, str(row["id"]), "number", f"{row['number']} a", ANNA)
    public = next(row for row in rows(stores.public)["documents"])
    seq = acts.set_date(stores, str(public["id"]), "verified", dt.date(2025, 6, 19), ANNA)

    def logged(of: sa.Engine) -> list[tuple[str | None, str | None, str | None]]:
        with reading(of) as session:
            return [(r["field"], r["replaced"], r["at"]["body"] if r["at"] else None) for r in correction_log(session)]

    ours = [("title", "Torget", "Kommunstyrelsen"), ("number", "88", "Kommunstyrelsen")]
    assert sorted(logged(stores.public)) == sorted([*ours, ("verified", None, "Kommunstyrelsen")])
    assert len(logged(stores.desk)) == 5
    acts.undo(stores, seq, ANNA)
    assert sorted(logged(stores.public)) == sorted(ours)


def test_a_withdrawn_document_leaves_the_public_register_whole(stores: Stores) -> None:
    file(stores, bundle(ONE))
    published = rows(stores.public, without=set())
    file(stores, bundle(OTHER, digest="b" * 64))
    withdrawn = next(row for row in rows(stores.desk)["documents"] if row["date"] == dt.date(2025, 4, 22))
    (seq,) = acts.release(stores, str(withdrawn["id"]), ANNA, public=False)
    assert rows(stores.public, without=set()) == published
    acts.undo(stores, seq, ANNA)
    assert rows(stores.public, without=set()) == rows(stores.desk, without=set())


def test_each_act_is_an_entry_with_actor_and_reason_in_a_whole_chain(stores: Stores) -> None:
    file(stores, bundle(ONE, OTHER))
    seq = acts.link(stores, "KS-2025-00042", "MN-2025-00118", ANNA)
    with reading(stores.desk) as session:
        row = session.execute(sa.select(entries).where(entries.c.seq == seq)).one()
        assert first_broken(session) is None
    assert (row.kind, row.actor, row.reason) == ("act", "anna", ANNA.reason)


def test_what_cannot_be_done_is_said(stores: Stores) -> None:
    file(stores, bundle(ONE))
    document = str(rows(stores.desk)["documents"][0]["id"])
    with pytest.raises(CaseNotFound):
        acts.link(stores, "KS-2025-00042", "KS-2025-00043", ANNA)
    with pytest.raises(WrongUse):
        acts.link(stores, "KS-2025-00042", "ks 2025 42", ANNA)
    with pytest.raises(EntityNotFound):
        acts.correct(stores, "nosuch", "title", "x", ANNA)
    with pytest.raises(WrongUse):
        acts.correct(stores, document, "owner", "x", ANNA)
    with pytest.raises(WrongUse):
        acts.correct(stores, document, "date", "i går", ANNA)
    with pytest.raises(WrongUse):
        acts.undo(stores, 1, ANNA)
