"""Who wants what and who stays out, in the forms of other towns' minutes, in small."""

from __future__ import annotations

import pytest

from tests.importers.test_forms_of_minutes import codes, minutes, stated

YRKANDEN = [
    (
        "Anna Ek (S) yrkar med instämmande av Bo Ås (M), Cia Berg (V) och Dan Holm (C) bifall till motionen.",
        ["bifall: Anna Ek (S), Bo Ås (M), Cia Berg (V), Dan Holm (C)"],
        [],
    ),
    ("Anna Ek (S) yrkar avslag, Bo Ås (M) bifall.", [], ["error who_unclear"]),
    (
        "Anna Ek (S) yrkar avslag med instämmande av Cia Berg (V), Bo Ås (M) yrkar bifall.",
        [],
        ["error who_unclear"],
    ),
    (
        "Anna Ek (S) yrkar bifall till motionen. Häri instämmer Bo Ås (M).",
        ["bifall: Anna Ek (S), Bo Ås (M)"],
        [],
    ),
    (
        "Anna Ek (S) för Socialdemokraternas räkning: Avslag på motionen.\nBo Ås (M): Att taxan höjs med 4 procent.",
        ["avslag: Anna Ek (S)", "eget: Bo Ås (M)"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "yrkanden", "doubts"), YRKANDEN)
def test_yrkanden(text: str, yrkanden: list[str], doubts: list[str]) -> None:
    bundle = minutes(f"## § 41 Ny brygga\n# Yrkanden\n{text}\n# Beslut\nMotionen avslås.")
    assert stated(bundle.documents[0].items[0])[1:] == yrkanden
    assert [one for one in codes(bundle) if one.startswith("error")] == doubts


def test_an_election() -> None:
    bundle = minutes(
        "## § 41 Val\n# Beslut\natt till ny ledamot i nämnden efter Per Ek välja Ida Lo (S).\n"
        "# Deltar ej\nBo Ås (M) deltar inte i valet."
    )
    (item,) = bundle.documents[0].items
    assert item.outcome is not None and item.outcome.value == "val"
    assert [(one.kind.value, [person.name for person in one.people]) for one in item.statements] == [
        ("deltar_ej", ["Bo Ås"])
    ]


def test_a_motion_with_its_number() -> None:
    (item,) = (
        minutes("## § 41 Svar på motion 2025:14 av Cia Berg (V) om bad\n# Beslut\nMotionen avslås.").documents[0].items
    )
    assert [(one.title, [person.name for person in one.movers]) for one in item.answers] == [("bad", ["Cia Berg"])]
