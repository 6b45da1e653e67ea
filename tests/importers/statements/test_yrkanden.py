"""Who moves what."""

from __future__ import annotations

import pytest

from importers.bundle import Person, Stance
from importers.statements.yrkanden import not_moved, yrkanden_of
from tests.importers.text import running

Row = tuple[str, list[tuple[str, str | None]], list[tuple[Stance, str | None]]]

TABLE: list[Row] = [
    (
        "Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD) yrkar bifall till\nmotionen.",
        [("Therez Almerfors", "M"), ("Jennie Claesson", "L"), ("Jonas Segersam", "KD")],
        [(Stance.BIFALL, "motionen")],
    ),
    (
        "Maria Rosander (SD) yrkar bifall till arbetsutskottets förslag att besvara motionen.",
        [("Maria Rosander", "SD")],
        [(Stance.BIFALL, "arbetsutskottets förslag att besvara motionen")],
    ),
    (
        "Ludvig Arbin (L) och Leif Boström (KD) yrkar att motionen ska bifallas.",
        [("Ludvig Arbin", "L"), ("Leif Boström", "KD")],
        [(Stance.BIFALL, "motionen")],
    ),
    ("Anna Ek (C) yrkar avslag på motionen.", [("Anna Ek", "C")], [(Stance.AVSLAG, "motionen")]),
    ("Anna Ek (-) yrkar att motionen ska avslås.", [("Anna Ek", None)], [(Stance.AVSLAG, "motionen")]),
    (
        "Daniel Bernmar (V) yrkade att motionen skulle anses besvarad.",
        [("Daniel Bernmar", "V")],
        [(Stance.BESVARA, "motionen")],
    ),
    (
        "Bo Å (S) yrkar att ärendet ska återremitteras till kommunstyrelsen.",
        [("Bo Å", "S")],
        [(Stance.ATERREMISS, "ärendet")],
    ),
    (
        "Karin Pleijel (MP) yrkar bifall till stadsledningskontorets förslag och avslag på övriga\nyrkanden.",
        [("Karin Pleijel", "MP")],
        [(Stance.BIFALL, "stadsledningskontorets förslag"), (Stance.AVSLAG, "övriga yrkanden")],
    ),
    (
        "Vidare yrkar Viktoria Tryggvadottir Rolka (S) avslag på yrkande från SD den 24 maj 2024.",
        [("Viktoria Tryggvadottir Rolka", "S")],
        [(Stance.AVSLAG, "yrkande från SD den 24 maj 2024")],
    ),
]


@pytest.mark.parametrize(("text", "movers", "stances"), TABLE)
def test_a_sentence(text: str, movers: list[tuple[str, str | None]], stances: list[tuple[Stance, str | None]]) -> None:
    found = yrkanden_of(running(text))
    assert [(one.stance, one.target) for one in found] == stances
    for one in found:
        assert [(person.name, person.party) for person in one.movers] == movers
        assert one.source.quote == one.text == " ".join(text.split())


def test_ranks() -> None:
    first, second = yrkanden_of(
        running(
            "Axel Josefson (M) yrkar i första hand att ärendet ska återremitteras och i andra hand bifall till motionen."
        )
    )
    assert (first.rank, first.stance) == (1, Stance.ATERREMISS)
    assert (second.rank, second.stance, second.target) == (2, Stance.BIFALL, "motionen")


def test_a_title_before_a_name_is_a_role() -> None:
    (one,) = yrkanden_of(running("Tjänstgörande ersättaren Nina Miskovsky (M) m.fl. yrkar bifall till motionen."))
    assert one.movers == (Person("Nina Miskovsky", "M", "Tjänstgörande ersättaren"),)
    assert one.m_fl


def test_a_group_stays_a_group() -> None:
    (one,) = yrkanden_of(running("Ledamöterna från S och V yrkar bifall till motionen."))
    assert (one.movers, one.parties, one.group) == ((), ("S", "V"), "Ledamöterna från S och V")


def test_a_sentence_that_moves_nothing_gives_nothing_and_is_doubted() -> None:
    sentence = running("Frågan diskuteras.")
    assert yrkanden_of(sentence) == ()
    assert (not_moved(sentence).code, not_moved(sentence).sources[0].quote) == (
        "sentence_not_read",
        "Frågan diskuteras.",
    )


def test_movers_after_what_they_move() -> None:
    (one,) = yrkanden_of(
        running("Yrkar bifall till förvaltningens förslag: Tor Lund (SD), Eva Öst (L) med instämmande av M och C")
    )
    assert (one.stance, one.target) == (Stance.BIFALL, "förvaltningens förslag")
    assert [(person.name, person.party) for person in one.movers] == [("Tor Lund", "SD"), ("Eva Öst", "L")]
