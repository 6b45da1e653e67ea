"""Names and sentences of the probes, and each kind in other words and another layout."""

from __future__ import annotations

from functools import lru_cache

import pytest

from importers.bundle import Bundle, Item
from importers.pdf.pdfium import open_pdf
from importers.read import read_document
from tests.importers.statements.test_sentences import facts_in
from tests.importers.typeset import bundle_of
from tests.places import SHARED


@lru_cache
def probe(name: str) -> Bundle:
    """The probe as it is read."""
    data = (SHARED / "probes" / f"{name}.pdf").read_bytes()
    return read_document(open_pdf(data), data)


def item(bundle: Bundle, number: str) -> Item:
    return next(one for document in bundle.documents for one in document.items if one.number == number)


PROBES = [
    (
        "two_yrkanden",
        "43",
        [
            "besvara motionen: Holger Blom (S)",
            "bifall motionen: Åsa Vik (M)",
            "avslag motionen: Bo Ahl (C), Siv Ek (L)",
            "aterremiss: Per Al (V)",
            "reservation: Åsa Vik (M), Bo Ahl (C), Siv Ek (L)",
            "Holger Bloms (S) yrkande | Åsa Viks (M) och Bo Ahls (C) yrkanden => Holger Bloms (S) yrkande",
        ],
    ),
    (
        "n_names",
        "12",
        ["bifall motionen: Anna Ek (S), Bo Lind (M), Cia Berg (V), Dan Holm (C), Gun Wall (KD), Eva Ståhlberg (L)"],
    ),
    (
        "n_names2",
        "12",
        [
            "bifall motionen: Anna Ek (MP), Bo Lind (C), Cia Berg (L), Dan Holm (V), Eva Ståhlberg (MP)",
            "avslag motionen: Gun Wall (M), Frida Rask (M)",
        ],
    ),
    (
        "g3wrap",
        "41",
        [
            "bifall förslaget: Eva Lind (S), Bo Ahl (M), Ulf Sten (V), Siv Ek (MP), Karl Berg (C), Johan Holm (S)",
            "avslag förslaget: Eva Lind (S), Bo Ahl (M), Johan Holm (S)",
        ],
    ),
    ("k_yrkande", "12", ["eget: Anna Ek (S)", "bifall Anna Eks (S) förslag: Bo Lind (M)"]),
    (
        "k_stances",
        "12",
        [
            "aterremiss: Anna Ek (S)",
            "bordlaggning: Bo Lind (M)",
            "avslag motionen: Cia Berg (V)",
            "avslag motionen: Dan Holm (C)",
            "avslag motionen: Eva Ståhl (L)",
            "bifall motionen: Frida Rask (MP)",
            "bifall motionen: Gun Wall (KD)",
            "aterremiss ärendet: Hans Ask (SD)",
            "aterremiss ärendet: Ida Alm (S)",
            "bifall motionen: Jon Dahl (M)",
            "bordlaggning: Kim Frost (V)",
            "avslag motionen: Lo Gran (C)",
        ],
    ),
    (
        "k_propos",
        "12",
        [
            "aterremiss: Anna Ek (S)",
            "ärendet ska återremitteras enligt Anna Eks (S) motivering | ärendet ska avgöras idag => ärendet ska avgöras idag",
            " => arbetsutskottets förslag till beslut",
        ],
    ),
    (
        "k_propos",
        "13",
        ["Anna Eks (S) förslag | Bo Linds (M) och Cia Bergs (V) förslag => Bo Linds (M) förslag"],
    ),
    (
        "k_propos",
        "14",
        [" => motionen får läggas", " => motionen kan remitteras till tekniska nämnden för beredning"],
    ),
    ("k_propos", "15", [" => anse interpellationen vara besvarad"]),
    ("k_propos", "16", [" => arbetsutskottets förslag"]),
    ("k_propos", "17", ["om frågan från Anna Ek ska få ställas | inte => den inte ska få ställas"]),
    (
        "f13mfl",
        "41",
        ["Eva Linds (S) m.fl. yrkande | Bo Ahls (M) m.fl. yrkande => Bo Ahls (M) m.fl. yrkande"],
    ),
    ("f26perf", "41", ["yrkandet från S | yrkandet från M => yrkandet från S"]),
    ("f28utser", "42", ["protokollsanteckning: Siv Ek (C)", "protokollsanteckning: Ulf Sten (V)"]),
    (
        "f08heads",
        "41",
        [
            "reservation för eget yrkande: Siv Ek (V)",
            "deltar_ej: Bo Ahl (M), Ulf Sten (SD)",
            "protokollsanteckning: M",
        ],
    ),
    ("f05num", "41", ["yrkandet från S | avslag => yrkandet från S"]),
    (
        "situations/sn1",
        "201",
        ["bifall motionen: Frank (SD)", "avslag motionen: Nils Erik Åhs (C)", "reservation: Frank (V)"],
    ),
]


@pytest.mark.shared
@pytest.mark.parametrize(("name", "number", "facts"), PROBES)
def test_a_probe(name: str, number: str, facts: list[str]) -> None:
    assert facts_in(item(probe(name), number)) == facts


@pytest.mark.shared
def test_a_surname_alone_is_doubted() -> None:
    assert [one.sources[0].quote for one in probe("situations/sn1").doubts if one.code == "who_unclear"] == [
        "Frank yrkar återremiss."
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "number", "title", "movers"),
    [("f28utser", "42", "cykelbanor", ["Bo Ahl"]), ("k_yrkande", "15", "Fler cykelställ", [])],
)
def test_what_a_probe_answers(name: str, number: str, title: str, movers: list[str]) -> None:
    (answer,) = item(probe(name), number).answers
    assert (answer.title, [one.name for one in answer.movers]) == (title, movers)


_TOP = "Alnsjö kommun\nKommunstyrelsen\nSammanträdesprotokoll\nSammanträdesdatum: 2025-03-04\n\n"

WORDINGS = [
    # Two who move in one sentence, somebody who agrees, and those who are against.
    (
        "# Yrkanden\nAsta Grip (S) yrkar bifall till förslaget, Olof Nord (C) yrkar avslag på detsamma och\n"
        "Ivar Sund (MP) yrkar återremiss, i vilket Lo Falk (V) instämmer.\n\n# Reservationer\n"
        "Mot beslutet reserverar sig Olof Nord (C) samt Ivar Sund och Lo Falk (båda V).",
        [
            "bifall förslaget: Asta Grip (S)",
            "avslag detsamma: Olof Nord (C)",
            "aterremiss: Ivar Sund (MP), Lo Falk (V)",
            "reservation: Olof Nord (C), Ivar Sund (V), Lo Falk (V)",
        ],
    ),
    (
        "# Yrkanden\nVidare yrkar Asta Grip (S) avslag på motionen medan ledamöterna från M och KD yrkar bifall till\nmotionen. "
        "Asta Grips (S) yrkande biträds av Lo Falk (V).",
        ["avslag motionen: Asta Grip (S), Lo Falk (V)", "bifall motionen: M, KD"],
    ),
    # A list of names over short lines, torn within a double name and after a particle.
    (
        "# Yrkanden\nAsta Grip (S), Olof Nord (C) och Britt\nSund-Falk (V) yrkar avslag på motionen.\n"
        "Lo Falk (V) och Sten von\nder Heide (M) yrkar bifall till motionen.",
        [
            "avslag motionen: Asta Grip (S), Olof Nord (C), Britt Sund-Falk (V)",
            "bifall motionen: Lo Falk (V), Sten von der Heide (M)",
        ],
    ),
    # What the chair asks and finds.
    (
        "# Beslutsgång\nOrdförande frågar om nämnden kan besluta enligt kontorets förslag och finner ja.",
        [" => kontorets förslag"],
    ),
    (
        "# Propositionsordning\nOrdföranden prövar först om ärendet.\n\nOrdföranden ställer kontorets förslag mot Olof Nords (C) m.fl. "
        "yrkande och finner\natt nämnden antagit Olof Nords (C) m.fl. yrkande.",
        ["kontorets förslag | Olof Nords (C) m.fl. yrkande => Olof Nords (C) m.fl. yrkande"],
    ),
    # Who stays out, and two who note.
    (
        "# Jäv\nMed anledning av jäv lämnar Asta Grip (S) salen och deltar inte i handläggningen.\n\n"
        "# Protokollsanteckning\nOlof Nord (C) anser att underlaget är för tunt.\nLo Falk (V) vill tacka kontoret för arbetet.",
        ["jav: Asta Grip (S)", "protokollsanteckning: Olof Nord (C)", "protokollsanteckning: Lo Falk (V)"],
    ),
]


@pytest.mark.parametrize(("text", "facts"), WORDINGS)
def test_other_wordings(text: str, facts: list[str]) -> None:
    bundle = bundle_of(f"{_TOP}## § 7 Bänkar\n\n# Beslut\nKommunstyrelsen avslår motionen.\n\n{text}")
    assert facts_in(item(bundle, "7")) == facts


def test_another_layout() -> None:
    bundle = bundle_of(
        f"{_TOP}§ 7      Dnr KS/2025:41\nBänkar i parken\n\nYrkanden\nAsta Grip (S) yrkar att kommunstyrelsen avslår motionen och Olof Nord (C)\n"
        "yrkar att den bifalles.\n\nReservation\nOlof Nord (C) reserverar sig mot beslutet till förmån för sitt yrkande.\n\n"
        "Beslut\nKommunstyrelsen avslår motionen."
    )
    assert facts_in(item(bundle, "7")) == [
        "avslag motionen: Asta Grip (S)",
        "bifall den: Olof Nord (C)",
        "reservation för sitt yrkande: Olof Nord (C)",
    ]
