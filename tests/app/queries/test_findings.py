"""Findings asked of a register: those of a matter and its minutes, those that hang on the day, those a late document heals."""

from __future__ import annotations

from app.db import Stores, reading
from app.queries.cases import find
from app.queries.findings import all_findings, findings_of_matter
from app.queries.items import items_of_matter
from app.schemas.rows import FindingRow
from importers.bundle import Document, DocumentKind, Meeting, Notice, Outcome, Verification
from tests.app.filing import file, rows
from tests.app.register.saying import answer, at, basis, bundle, day, extract, item, motion, proposal, raised

MOTION = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
CITED = basis("Nämndens förslag § 31", "forslag", body="miljönämnden", date=day("2025-04-22"), item_number="31")
BOARD = extract(
    "Kommunstyrelsen",
    "2025-06-17",
    item(
        "88",
        "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)",
        case_numbers=("KS-2025-00042",),
        answers=(answer("om lövträd på skolgårdar", "Mira Tallbo (C)"),),
        decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),),
        outcome=Outcome.BESVARA,
        basis=(CITED,),
        earlier=(raised("2025-02-10"),),
    ),
)


def of_matter(stores: Stores, today: str | None = None, public: bool = False) -> list[FindingRow]:
    with reading(stores.public if public else stores.desk) as session:
        (case,) = find(session, "KS-2025-00042")
        return findings_of_matter(session, case["matter_id"], day(today) if today else None)


def codes(found: list[FindingRow]) -> list[str]:
    return [row["code"] for row in found]


def test_the_gravest_come_first_each_with_its_place_and_its_words(stores: Stores) -> None:
    file(stores, bundle(MOTION, BOARD))
    found = of_matter(stores)
    assert codes(found) == ["motion_raised_later", "basis_missing", "decision_awaited"]
    dated, cited, _awaited = found
    assert dated["at"] is not None and dated["at"]["kind"] == "motion"
    assert cited["at"] is not None and (cited["at"]["body"], cited["at"]["number"]) == ("Kommunstyrelsen", "88")
    assert [source["quote"] for source in cited["sources"]] == [CITED.text]
    assert all(source["image"] for row in found for source in row["sources"])


def test_what_hangs_on_the_day_is_found_when_asked_and_never_kept(stores: Stores) -> None:
    file(stores, bundle(MOTION, BOARD))
    kept = rows(stores.desk)["findings"]
    assert "over_a_year" not in codes(of_matter(stores, "2026-02-10"))
    assert codes(of_matter(stores, "2026-02-10"))[0] != "due_soon" and "due_soon" in codes(
        of_matter(stores, "2026-02-10")
    )
    over = of_matter(stores, "2026-02-11")[0]
    assert (over["code"], over["severity"], over["law"], over["params"]["due"]) == (
        "over_a_year",
        "law",
        "KL 5:35",
        "2026-02-10",
    )
    assert rows(stores.desk)["findings"] == kept


def test_from_the_motions_own_date_alone_nobody_can_say_that_the_law_is_broken(stores: Stores) -> None:
    untold = extract(
        "Kommunstyrelsen",
        "2025-06-17",
        item("88", "Svar på motion", case_numbers=("KS-2025-00042",), answers=BOARD.items[0].answers),
    )
    file(stores, bundle(MOTION, untold))
    over = next(row for row in of_matter(stores, "2027-01-01") if row["code"] == "over_a_year")
    assert (over["severity"], over["params"]["basis"]) == ("note", "motion")


def test_a_late_document_in_another_matter_heals_what_lacked(stores: Stores) -> None:
    file(stores, bundle(MOTION, BOARD))
    late = extract("Miljönämnden", "2025-04-22", item("31", "Skötsel av träd", case_numbers=("MN-2025-7",)))
    before = rows(stores.desk)["findings"]
    file(stores, bundle(late, digest="e" * 64))
    assert "basis_missing" not in codes(of_matter(stores))
    assert [row for row in before if row not in rows(stores.desk)["findings"]] == [], "no row of the first matter moved"


def test_the_days_of_the_minutes_are_the_matters_and_its_missing_paragraphs_the_meetings(stores: Stores) -> None:
    minutes = Document(
        DocumentKind.PROTOKOLL,
        (1, 1),
        at("Protokoll"),
        body="Kommunstyrelsen",
        date=day("2025-06-17"),
        meeting=Meeting(paragraphs="87-88"),
        verification=Verification(day("2025-07-02")),
        notice=Notice(day("2025-07-03"), day("2025-07-24")),
        items=BOARD.items,
    )
    file(stores, bundle(minutes))
    assert codes(of_matter(stores))[0] == "justering_late" and "items_missing" not in codes(of_matter(stores))
    with reading(stores.desk) as session:
        (case,) = find(session, "KS-2025-00042")
        (document,) = items_of_matter(session, case["matter_id"])[0]["documents"]
        noticed = [
            row
            for _matter, row in all_findings(session, day("2025-07-24"))
            if row["at"] and row["at"]["id"] == document
        ]
    assert codes(noticed) == ["justering_late", "items_missing"]


def test_all_findings_are_listed_under_their_matter(stores: Stores) -> None:
    file(stores, bundle(MOTION, BOARD))
    with reading(stores.desk) as session:
        (case,) = find(session, "KS-2025-00042")
        for today, law in ((day("2025-07-24"), []), (day("2026-12-01"), ["over_a_year"])):
            of_all = all_findings(session, today)
            assert {matter for matter, _row in of_all} == {case["matter_id"]}
            assert [row for _matter, row in of_all] == findings_of_matter(session, case["matter_id"], today)
            assert [row["code"] for _matter, row in all_findings(session, today, "law")] == law


def test_a_finding_that_rests_on_what_is_not_public_is_not_there(stores: Stores) -> None:
    file(stores, bundle(BOARD))
    file(stores, bundle(MOTION, digest="e" * 64), released=False)
    assert "motion_raised_later" in codes(of_matter(stores))
    assert codes(of_matter(stores, public=True)) == ["basis_missing", "decision_awaited"]
