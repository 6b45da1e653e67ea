"""Decisions: leads, clauses, modes and outcomes."""

from __future__ import annotations

import pytest

from importers.bundle import Clause, Mode, Outcome
from importers.passage import passage
from importers.statements.decisions import read_decisions
from importers.statements.outcomes import outcome_of, outcome_of_all
from tests.importers.text import blocks_of


@pytest.mark.parametrize(
    ("text", "mode", "to", "via", "lead"),
    [
        (
            "Kommunstyrelsen föreslår kommunfullmäktige besluta\n1. att besvara motionen.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            (),
            "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        ),
        (
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta\n1. att besvara motionen.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            ("kommunstyrelsen",),
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta",
        ),
        (
            "Socialnämnden beslutar att föreslå kommunfullmäktige att\n1. att besvara motionen.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            (),
            "Socialnämnden beslutar att föreslå kommunfullmäktige att",
        ),
        (
            "Kommunstyrelsen tillstyrker stadsledningskontorets förslag och föreslår att\nkommunfullmäktige beslutar:\nMotionen avslås.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            (),
            "Kommunstyrelsen tillstyrker stadsledningskontorets förslag och föreslår att kommunfullmäktige beslutar:",
        ),
        (
            "På förslag av Axel Josefson (M):\nÄrendet bordläggs.",
            Mode.DECIDES,
            None,
            (),
            "På förslag av Axel Josefson (M):",
        ),
        ("Motionen avslås.", Mode.DECIDES, None, (), None),
    ],
)
def test_a_block(text: str, mode: Mode, to: str | None, via: tuple[str, ...], lead: str | None) -> None:
    (decision,) = read_decisions(blocks_of(text))
    assert (decision.mode, decision.to, decision.via, decision.lead) == (mode, to, via, lead)
    assert len(decision.clauses) == 1


def test_two_blocks_in_one_section_count_anew() -> None:
    own, proposal = read_decisions(
        blocks_of(
            """
Enligt stadsledningskontorets förslag:
1. Grundarvodet fastställs till 77 430 kronor.
2. Uppdraget förklaras fullgjort.
Kommunstyrelsen föreslår att kommunfullmäktige beslutar:
1. Arvodet fastställs till 72 260 kronor.
"""
        )
    )
    assert (own.mode, [clause.number for clause in own.clauses]) == (Mode.DECIDES, ["1", "2"])
    assert (proposal.mode, [clause.number for clause in proposal.clauses]) == (Mode.PROPOSES, ["1"])
    assert proposal.clauses[0].source.quote == "1. Arvodet fastställs till 72 260 kronor."


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("att besvara motionen med föredragningen i ärendet.", Outcome.BESVARA),
        ("Den av Elisabet Lann och Kalle Bäck väckta motionen anses besvarad.", Outcome.BESVARA),
        ("Motionen avslås.", Outcome.AVSLAG),
        ("Motionen bifalles i sin helhet.", Outcome.BIFALL),
        ("att delvis bifalla motionen", Outcome.DELVIS_BIFALL),
        ("Ärendet återremitteras till kommunstyrelsen.", Outcome.ATERREMISS),
        ("Ärendet bordläggs till sammanträdet den 12 juni 2024.", Outcome.BORDLAGGNING),
        ("Nämnden avstyrker motionen.", Outcome.AVSTYRKAN),
        ("Nämnden tillstyrker motionen.", Outcome.TILLSTYRKAN),
        ("Redovisningen antecknas.", Outcome.ANTECKNING),
        ("Detaljplanen antas.", Outcome.GODKANNANDE),
        ("Axel Darvik (L) utses att jämte ordföranden justera dagens protokoll.", Outcome.VAL),
        ("Motionen remitteras till kommunstyrelsen för beredning.", Outcome.REMISS),
        ("att uppdra åt nämnden att redovisa vilka skolgårdar som saknar skugga.", None),
        ("Sammanträdet förlängs.", None),
    ],
)
def test_an_outcome(text: str, outcome: Outcome | None) -> None:
    assert outcome_of(text) is outcome


def test_the_outcome_of_a_paragraph() -> None:
    source = passage(blocks_of("x")[0].lines).source()

    def clauses(*outcomes: Outcome | None) -> list[Clause]:
        return [Clause("", source, outcome=outcome) for outcome in outcomes]

    assert outcome_of_all(clauses(Outcome.BESVARA, None)) is Outcome.BESVARA
    assert outcome_of_all(clauses(Outcome.BIFALL, Outcome.AVSLAG)) is Outcome.DELVIS_BIFALL
    assert outcome_of_all(clauses(Outcome.GODKANNANDE, Outcome.ANTECKNING)) is None
    assert outcome_of_all([]) is None
