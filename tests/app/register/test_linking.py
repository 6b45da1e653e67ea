"""Which cases are one matter, and what says so."""

from __future__ import annotations

import dataclasses

import pytest

from app.ids import Ids
from app.register import values
from app.register.build import build
from importers.bundle import Document, DocumentKind
from tests.app.register.saying import SOMEWHERE, answer, at, day, extract, item, motion, parts

IDS = Ids(b"a secret of this test")


def matters(*documents: Document) -> list[set[str]]:
    """The case numbers of each matter."""
    register = build([part for document in documents for part in parts(document)], IDS)
    found: dict[str, set[str]] = {r.id: set() for r in register.owned if isinstance(r, values.Matter)}
    for row in register.owned:
        if isinstance(row, values.Case):
            found[row.owner].add(row.number)
    return sorted(found.values(), key=sorted)


def evidence(*documents: Document) -> list[str]:
    register = build([part for document in documents for part in parts(document)], IDS)
    return sorted(row.evidence for row in register.owned if isinstance(row, values.Link))


def meeting(body: str, number: str, *cases: str, title: str = "Cykelställ vid torget", **more: object) -> Document:
    answers = more.pop("answers", ())
    return extract(body, "2025-04-22", item(number, title, case_numbers=cases, answers=answers), **more)


def test_a_stamp_joins_the_only_number_of_the_document_with_the_case_it_was_received_into() -> None:
    stamped = meeting("Miljönämnden", "31", "MN-2025-00118", document_number="KS-2025-00042-3")
    assert matters(stamped) == [{"MN-2025-00118", "KS-2025-00042"}]
    assert evidence(stamped) == ["stamp"]


def test_a_stamp_on_a_document_of_two_numbers_joins_nothing() -> None:
    stamped = meeting("Miljönämnden", "31", "MN-2025-00118", "MN-2025-00119", document_number="KS-2025-00042-3")
    assert matters(stamped) == [{"KS-2025-00042"}, {"MN-2025-00118"}, {"MN-2025-00119"}]


def test_answering_one_motion_joins() -> None:
    title = "om lövträd på skolgårdar"
    one = meeting("Miljönämnden", "31", "MN-2025-00118", answers=(answer(title, "Mira Tallbo (C)"),))
    other = meeting("Kommunstyrelsen", "88", "KS-2025-00042", answers=(answer(title, "Mira Tallbo (C)"),))
    assert matters(one, other) == [{"KS-2025-00042", "MN-2025-00118"}]
    assert evidence(one, other) == ["motion"]


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        (DocumentKind.TJANSTESKRIVELSE, ""),
        (DocumentKind.TJANSTESKRIVELSE, "Svar på "),
        (DocumentKind.YRKANDE, "Yrkande angående – "),
        (DocumentKind.YTTRANDE, "Yttrande över "),
        (DocumentKind.REMISSVAR, "Remissvar gällande "),
    ],
)
def test_a_paper_that_names_the_motion_is_about_it(kind: DocumentKind, before: str) -> None:
    said = "otion av Mira Tallbo (C) och Olle Rask (S) om att plantera lövträd på skolgårdar"
    title = f"{before}{'m' if before else 'M'}{said}"
    paper = Document(kind, (1, 1), at(title), title=title, date=day("2025-03-10"), case_numbers=("KS-2025-00042",))
    answers = (answer("om att plantera lövträd på skolgårdar", "Olle Rask (S)"),)
    extract = meeting("Miljönämnden", "31", "MN-2025-00118", answers=answers)
    assert matters(paper, extract) == [{"KS-2025-00042", "MN-2025-00118"}]
    appendix = dataclasses.replace(paper, kind=DocumentKind.BILAGA)
    assert matters(appendix, extract) == [{"KS-2025-00042"}, {"MN-2025-00118"}]


def test_a_paper_that_only_speaks_of_a_motion_makes_no_matter_of_its_own() -> None:
    title = "Yrkande angående – Motion av Mira Tallbo (C) om att plantera lövträd på skolgårdar"
    paper = Document(DocumentKind.YRKANDE, (1, 1), at(title), title=title, date=day("2025-03-10"))
    assert matters(paper) == []
    assert matters(paper, motion("Motion om att plantera lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")) == [
        set()
    ]


def test_two_motions_of_one_title_by_different_movers_stay_two() -> None:
    title = "om lövträd på skolgårdar"
    one = meeting("Miljönämnden", "31", "MN-2025-00118", answers=(answer(title, "Mira Tallbo (C)"),))
    other = meeting("Kommunstyrelsen", "88", "KS-2025-00042", answers=(answer(title, "Olle Rask (S)"),))
    assert matters(one, other) == [{"KS-2025-00042"}, {"MN-2025-00118"}]


def test_a_motion_without_number_is_its_own_matter_until_a_case_claims_it() -> None:
    alone = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
    assert matters(alone) == [set()]
    claim = answer("om lövträd på skolgårdar", "Mira Tallbo (C)")
    assert matters(alone, meeting("Kommunstyrelsen", "88", "KS-2025-00042", answers=(claim,))) == [{"KS-2025-00042"}]


def test_a_reference_never_joins() -> None:
    one = meeting("Miljönämnden", "31", "MN-2025-00118", title="Yttrande i ärende KS-2025-00042")
    other = meeting("Kommunstyrelsen", "88", "KS-2025-00042")
    assert matters(one, other) == [{"KS-2025-00042"}, {"MN-2025-00118"}]


def test_one_number_in_any_spelling_is_one_case() -> None:
    one = meeting("Kommunstyrelsen", "88", "KS-2025-00042")
    other = meeting("Kommunstyrelsen", "89", "Ks 42/2025")
    assert matters(one, other) == [{"KS-2025-00042"}]


@pytest.mark.parametrize("odd", ["КS-2025-00042", "KS-2O25-00042", "KS-2025-0004２Ⅻ"])
def test_a_look_alike_number_makes_no_case(odd: str) -> None:
    assert matters(meeting("Kommunstyrelsen", "88", odd)) == []


def test_a_number_that_names_no_register_is_its_bodys_own() -> None:
    one, other = meeting("Miljönämnden", "31", "115/25"), meeting("Socialnämnden", "7", "115/25")
    assert matters(one, other) == [{"115/25"}, {"115/25"}]


def test_one_number_in_two_municipalities_is_two_cases() -> None:
    here = parts(meeting("Kommunstyrelsen", "88", "KS-2025-00042"))
    there = parts(
        meeting("Kommunstyrelsen", "88", "KS-2025-00042"), place=type(SOMEWHERE)("0380", "Uppsala", "uppsala")
    )
    register = build([*here, *there], IDS)
    assert len({row.id for row in register.owned if isinstance(row, values.Case)}) == 2


def test_a_forged_twin_is_a_conflict_and_the_first_filed_stands() -> None:
    true = extract(
        "Kommunstyrelsen", "2025-06-17", item("88", "Cykelställ vid torget", case_numbers=("KS-2025-00042",))
    )
    false = extract(
        "Kommunstyrelsen", "2025-06-17", item("88", "Parkering vid torget", case_numbers=("KS-2025-00042",))
    )
    for first, second, title in ((true, false, "Cykelställ vid torget"), (false, true, "Parkering vid torget")):
        filed = [*parts(first, "a" * 64, seq=1), *parts(second, "b" * 64, seq=2)]
        items = [row for row in build(filed, IDS).owned if isinstance(row, values.Item)]
        assert [(i.title, i.contested) for i in items] == [(title, True)]


def test_the_case_that_receives_others_leads_the_matter() -> None:
    stamped = meeting("Miljönämnden", "31", "MN-2025-00118", document_number="KS-2025-00042-3")
    register = build(parts(stamped), IDS)
    matter = next(row for row in register.owned if isinstance(row, values.Matter))
    assert matter.slug == "ks-2025-00042"
    assert day("2025-04-22") in {row.date for row in register.owned if isinstance(row, values.Item)}
