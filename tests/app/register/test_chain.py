"""The chain of a matter, built from values alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.ids import Ids
from app.register import values
from app.register.bodies import body_name
from app.register.build import Register, build
from app.register.parts import Part
from importers.bundle import Document, Outcome
from tests.app.register.saying import (
    answer,
    basis,
    day,
    decision,
    extract,
    item,
    motion,
    parts,
    proposal,
    raised,
    report,
)

IDS = Ids(b"a secret of this test")
TITLE = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)"
MOTION = "Motion om lövträd på skolgårdar"
ANSWER = answer("om lövträd på skolgårdar", "Mira Tallbo (C)")


def bundle() -> list[Document]:
    """A motion on its way: nämnd, tjänsteskrivelse, working committee and board, and no council yet."""
    attached = basis("Bilaga 1, Motion om lövträd på skolgårdar från Mira Tallbo (C)", "motion", attachment=1)
    received = {"document_number": "KS-2025-00042-3", "received": day("2025-05-02")}
    says = {"answers": (ANSWER,), "earlier": (raised("2025-02-10"),)}
    return [
        motion(MOTION, "2025-01-20", "Mira Tallbo (C)", "Olle Rask (C)"),
        extract(
            "Miljönämnden",
            "2025-04-22",
            item(
                "31",
                TITLE,
                case_numbers=("MN-2025-00118",),
                decisions=(proposal("Miljönämnden", "kommunfullmäktige", Outcome.AVSLAG),),
                outcome=Outcome.AVSLAG,
                basis=(basis("Tjänsteskrivelse daterad den 3 april 2025", "tjansteskrivelse", date=day("2025-04-03")),),
                **says,
            ),
            **received,
        ),
        report(
            "Kommunledningskontoret",
            "2025-05-20",
            "KS-2025-00042",
            basis=(
                attached,
                basis(
                    "Protokollsutdrag från miljönämndens sammanträde den 22 april 2025",
                    "protokollsutdrag",
                    body="miljönämnden",
                    date=day("2025-04-22"),
                ),
            ),
        ),
        extract(
            "Kommunstyrelsens arbetsutskott",
            "2025-06-03",
            item(
                "12",
                TITLE,
                case_numbers=("KS-2025-00042",),
                decisions=(
                    proposal(
                        "Kommunstyrelsens arbetsutskott", "kommunfullmäktige", Outcome.AVSLAG, ("kommunstyrelsen",)
                    ),
                ),
                outcome=Outcome.AVSLAG,
                basis=(basis("Tjänsteskrivelse den 20 maj 2025", "tjansteskrivelse", date=day("2025-05-20")), attached),
                **says,
            ),
        ),
        extract(
            "Kommunstyrelsen",
            "2025-06-17",
            item(
                "88",
                TITLE,
                case_numbers=("KS-2025-00042",),
                decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),),
                outcome=Outcome.BESVARA,
                basis=(
                    basis(
                        "Arbetsutskottets förslag 3 juni 2025 § 12",
                        "forslag",
                        body="arbetsutskottet",
                        date=day("2025-06-03"),
                        item_number="12",
                    ),
                ),
                **says,
            ),
        ),
    ]


def built(documents: list[Document]) -> Register:
    said: list[Part] = [part for document in documents for part in parts(document)]
    return build(said, IDS)


def rows(register: Register, kind: type) -> list[values.Owned]:
    return [row for row in register.owned if isinstance(row, kind)]


def steps(register: Register) -> list[values.Step]:
    return sorted((row for row in register.owned if isinstance(row, values.Step)), key=lambda step: step.n)


def told(register: Register) -> list[tuple[str | None, str, str | None, str]]:
    return [(s.date.isoformat() if s.date else None, s.kind, s.body, s.state) for s in steps(register)]


def test_the_steps_of_a_motion_stand_in_order_and_end_in_the_awaited_council() -> None:
    assert told(built(bundle())) == [
        ("2025-01-20", "motion", "Kommunfullmäktige", "past"),
        ("2025-02-10", "raised", "Kommunfullmäktige", "not_in_register"),
        ("2025-04-03", "document", None, "not_in_register"),
        ("2025-04-22", "item", "Miljönämnden", "past"),
        ("2025-05-02", "received", "Miljönämnden", "past"),
        ("2025-05-20", "document", "Kommunledningskontoret", "past"),
        ("2025-06-03", "item", "Kommunstyrelsens arbetsutskott", "past"),
        ("2025-06-17", "item", "Kommunstyrelsen", "past"),
        (None, "awaited", "Kommunfullmäktige", "awaited"),
    ]


def test_each_step_follows_its_nearest_predecessors_only() -> None:
    found = steps(built(bundle()))
    number = {step.id: step.n for step in found}
    follows: dict[int, list[int]] = {step.n: [] for step in found}
    for row in built(bundle()).owned:
        if isinstance(row, values.StepFollows):
            follows[number[row.step_id]].append(number[row.follows_id])
    assert {n: sorted(before) for n, before in follows.items()} == {
        0: [],
        1: [0],
        2: [1],
        3: [2],
        4: [3],
        5: [4],
        6: [5],
        7: [6],
        8: [7],
    }


def test_a_proposal_is_never_the_decision() -> None:
    items = [step for step in steps(built(bundle())) if step.kind == "item"]
    assert {(step.mode, step.outcome) for step in items} == {("proposes", "avslag"), ("proposes", "besvara")}


def test_a_step_only_spoken_of_has_its_sources_in_what_speaks_of_it() -> None:
    register = built(bundle())
    raised_step = next(step for step in steps(register) if step.kind == "raised")
    quotes = [r.quote for r in register.owned if isinstance(r, values.Source) and r.fact_id == raised_step.id]
    assert quotes == ["väckt 2025-02-10"] * 3


def test_the_councils_own_decision_ends_the_chain() -> None:
    council = extract(
        "Kommunfullmäktige",
        "2025-09-01",
        item(
            "101",
            TITLE,
            case_numbers=("KS-2025-00042",),
            answers=(ANSWER,),
            decisions=(decision("Kommunfullmäktige", Outcome.BESVARA),),
            outcome=Outcome.BESVARA,
        ),
    )
    last = steps(built([*bundle(), council]))[-1]
    assert (last.kind, last.body, last.mode, last.state) == ("item", "Kommunfullmäktige", "decides", "past")


def test_a_board_that_has_not_met_is_awaited_before_the_council() -> None:
    assert [row[1:] for row in told(built(bundle()[:4]))][-2:] == [
        ("awaited", "Kommunstyrelsen", "awaited"),
        ("awaited", "Kommunfullmäktige", "awaited"),
    ]


def test_a_cited_day_later_than_the_citing_step_is_no_edge() -> None:
    late = basis("Tjänsteskrivelse den 1 juli 2025", "tjansteskrivelse", date=day("2025-07-01"))
    meeting = extract(
        "Miljönämnden", "2025-04-22", item("31", "Cykelställ", case_numbers=("MN-2025-7",), basis=(late,))
    )
    register = built([meeting])
    assert [row.kind for row in steps(register)] == ["item", "document"]
    assert rows(register, values.StepFollows) == []


def council(number: str, date: str, outcome: Outcome) -> Document:
    decided = decision("Kommunfullmäktige", outcome)
    says = {"case_numbers": ("KS-2025-00042",), "answers": (ANSWER,), "decisions": (decided,), "outcome": outcome}
    return extract("Kommunfullmäktige", date, item(number, TITLE, **says))


def test_a_council_that_tables_the_matter_is_awaited_again() -> None:
    tabled = council("90", "2025-09-01", Outcome.BORDLAGGNING)
    assert [(s.kind, s.body, s.outcome) for s in steps(built([*bundle(), tabled]))][-2:] == [
        ("item", "Kommunfullmäktige", "bordlaggning"),
        ("awaited", "Kommunfullmäktige", None),
    ]


def test_a_matter_sent_back_goes_round_and_ends_where_it_is_decided() -> None:
    back = council("90", "2025-09-01", Outcome.ATERREMISS)
    anew = extract(
        "Kommunstyrelsen",
        "2025-10-08",
        item(
            "120",
            TITLE,
            case_numbers=("KS-2025-00042",),
            answers=(ANSWER,),
            decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BIFALL),),
            outcome=Outcome.BIFALL,
        ),
    )
    sent = [(s.body, s.outcome, s.state) for s in steps(built([*bundle(), back]))][-2:]
    assert sent == [("Kommunfullmäktige", "aterremiss", "past"), ("Kommunfullmäktige", None, "awaited")]
    ended = steps(built([*bundle(), back, anew, council("110", "2025-11-03", Outcome.BIFALL)]))
    assert [(s.body, s.outcome) for s in ended][-4:] == [
        ("Kommunstyrelsen", "besvara"),
        ("Kommunfullmäktige", "aterremiss"),
        ("Kommunstyrelsen", "bifall"),
        ("Kommunfullmäktige", "bifall"),
    ]


def test_parallel_bodies_are_lanes_that_meet() -> None:
    def asked(body: str, date: str, number: str) -> Document:
        said = {"case_numbers": ("KS-2025-00042",), "answers": (ANSWER,)}
        decided = (proposal(body, "kommunfullmäktige", Outcome.AVSLAG),)
        return extract(body, date, item(number, TITLE, decisions=decided, outcome=Outcome.AVSLAG, **said))

    cites = tuple(
        basis(f"Protokollsutdrag {b} {d}", "protokollsutdrag", body=b, date=day(d))
        for b, d in (("socialnämnden", "2025-04-01"), ("kulturnämnden", "2025-04-02"))
    )
    board = extract(
        "Kommunstyrelsen",
        "2025-06-17",
        item("88", TITLE, case_numbers=("KS-2025-00042",), answers=(ANSWER,), basis=cites),
    )
    register = built(
        [bundle()[0], asked("Socialnämnden", "2025-04-01", "5"), asked("Kulturnämnden", "2025-04-02", "6"), board]
    )
    body = {s.id: s.body for s in steps(register)}
    edges = [(body[r.follows_id], body[r.step_id]) for r in register.owned if isinstance(r, values.StepFollows)]
    assert ("Socialnämnden", "Kommunstyrelsen") in edges
    assert ("Kulturnämnden", "Kommunstyrelsen") in edges
    assert ("Socialnämnden", "Kulturnämnden") not in edges


ONE = "Motion om cykelställ vid torget i centrum"
OTHER = "Motion om trygga cykelvägar till skolan"


def together(*numbers: str) -> Register:
    """Two motions that number themselves, answered in one § that bears these numbers."""
    motions = [
        replace(motion(ONE, "2025-01-20", "Mira Tallbo (C)"), case_numbers=("KS-2025-00042",)),
        replace(motion(OTHER, "2025-02-03", "Olle Rask (S)"), case_numbers=("KS-2025-00043",)),
    ]
    answers = (answer(ONE, "Mira Tallbo (C)"), answer(OTHER, "Olle Rask (S)"))
    decided = (decision("Kommunfullmäktige", Outcome.BESVARA),)
    said = item("95", "Svar på två motioner", case_numbers=numbers, answers=answers, decisions=decided)
    return built([*motions, extract("Kommunfullmäktige", "2025-11-03", replace(said, outcome=Outcome.BESVARA))])


def test_a_paragraph_that_bears_two_numbers_ends_two_matters_and_joins_none() -> None:
    register = together("KS-2025-00042", "KS-2025-00043")
    ends = {s.owner: (s.body, s.outcome) for s in steps(register)}
    assert list(ends.values()) == [("Kommunfullmäktige", "besvara")] * 2
    starts = [s.date.isoformat() for s in steps(register) if s.kind == "motion" and s.date]
    assert sorted(starts) == ["2025-01-20", "2025-02-03"]
    assert len({s.owner for s in steps(register) if s.kind == "motion"}) == 2


def test_motions_answered_together_under_one_number_are_one_matter() -> None:
    register = together("KS-2025-00042")
    assert [(s.kind, s.body) for s in steps(register)] == [
        ("motion", "Kommunfullmäktige"),
        ("motion", "Kommunfullmäktige"),
        ("item", "Kommunfullmäktige"),
    ]
    assert len(rows(register, values.Matter)) == 1


@pytest.mark.parametrize(
    ("said", "spoken_by", "name"),
    [
        ("arbetsutskottet", "Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"),
        ("Arbetsutskottet", "Socialnämnden", "Socialnämndens arbetsutskott"),
        ("arbetsutskottet", "Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        ("arbetsutskottet", None, "Arbetsutskottet"),
        ("SOCIALNÄMNDEN", "Kommunstyrelsen", "Socialnämnden"),
    ],
)
def test_the_working_committee_is_that_of_whoever_speaks(said: str, spoken_by: str | None, name: str) -> None:
    assert body_name(said, spoken_by) == name
