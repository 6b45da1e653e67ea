"""Every rule is known by name, says how grave it is, and can be said in words; the seed's and the example's whole lists."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from app.language.findings import FINDINGS, finding_sentence
from app.language.i18n import speaking
from app.register import findings as folder
from app.register.findings import rules
from app.resources import example
from importers import read_bundle
from tests.app.register.findings.noticed import told

# What is worked out when asked: of the day, and of what people did.
OF_THE_DAY = {"over_a_year", "due_soon", "correction_overtaken", "act_overtaken", "meeting_unclear"}


def test_a_rule_is_a_file_of_the_same_name() -> None:
    files = {path.stem for path in Path(folder.__path__[0]).glob("*.py")} - {"__init__"}
    assert {rule.code for rule in rules()} == files


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    assert {rule.code for rule in rules()} | OF_THE_DAY == set(FINDINGS) | {"point_missing"}


def test_only_what_breaks_the_law_names_its_paragraph() -> None:
    assert {rule.code for rule in rules() if (rule.severity == "law") != (rule.law is not None)} == set()


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_parameter_is_printed_as_it_is(code: str) -> None:
    hostile = "{raised} </title><script>"
    asked = {name for _, name, _, _ in Formatter().parse(FINDINGS[code]) if name}
    lists = {"people", "alternatives", "dates"}
    more = {"reserved": [], "statements": [], "inferred_from": None, "parties": [], "basis": "stated"}
    said = {
        name: [hostile] if name in lists else hostile for name in asked - {"outcome", "proposed", "decided", "choice"}
    }
    said |= {
        name: value
        for name, value in {"outcome": "avslag", "proposed": "avslag", "decided": "bifall", "choice": "no"}.items()
        if name in asked
    }
    with speaking("en"):
        spoken = finding_sentence(code, {**more, **said})
    assert (hostile in spoken) == bool(asked - {"outcome", "proposed", "decided", "choice"})


def test_the_example_has_these_findings_and_no_other() -> None:
    assert told(*read_bundle(example()).documents) == [
        (
            "basis_missing",
            "Underlaget ”Barn- och utbildningsförvaltningens tjänsteskrivelse den 12 maj 2025” finns inte i registret.",
        ),
        ("decision_awaited", "Beslut av kommunfullmäktige finns inte i registret. Det som finns är förslag."),
        (
            "lost_without_reservation",
            "Elsa Brandfors (C) yrkade det som föll men reserverade sig inte. Det gjorde Ann-Sofie Tegnér (SD) och"
            " närvarande ledamöter (MP) och (V). Ett särskilt yttrande finns från (C).",
        ),
        (
            "lost_without_reservation",
            "Johan Fjällgren (MP) yrkade det som föll men reserverade sig inte."
            " Det gjorde Lovisa Hammarqvist (C) och Birgitta Söderhäll (V).",
        ),
        (
            "motion_raised_later",
            "Motionen är daterad 27 januari 2025 och väcktes 24 februari 2025. Året räknas från den senare dagen.",
        ),
        (
            "statement_without_author",
            "Det står inte vem som har skrivit yttrandet. Orden ”Vi i Centerpartiet” tyder på (C).",
        ),
    ]


@pytest.mark.shared
def test_the_seed_has_the_findings_that_a_careful_reader_makes_and_no_other(shared: Path) -> None:
    assert told(*read_bundle(shared / "seed" / "KSN-2023-03553.pdf").documents) == [
        ("basis_missing", "Underlaget ”Tjänsteskrivelse daterad den 3 april 2024” finns inte i registret."),
        ("decision_awaited", "Beslut av kommunfullmäktige finns inte i registret. Det som finns är förslag."),
        (
            "lost_without_reservation",
            "Jennie Claesson (L) yrkade det som föll men reserverade sig inte."
            " Det gjorde närvarande ledamöter (M) och (KD). Ett särskilt yttrande finns från (L).",
        ),
        (
            "lost_without_reservation",
            "Therez Almerfors (M) yrkade det som föll men reserverade sig inte. Det gjorde Jonas Segersam (KD).",
        ),
        (
            "motion_raised_later",
            "Motionen är daterad 13 november 2023 och väcktes 11 december 2023. Året räknas från den senare dagen.",
        ),
        ("mover_left_out", "Motionen är undertecknad även av Ludvig Arbin (L), som inte nämns när den besvaras."),
        (
            "statement_without_author",
            "Det står inte vem som har skrivit yttrandet. Orden ”Vi liberaler” tyder på (L).",
        ),
        (
            "title_spelt_two_ways",
            "Motionens rubrik stavas på två sätt: ”särskild” i motionen, ”särskilt” när den besvaras.",
        ),
        (
            "winner_not_put",
            "Ordföranden ställde ”Ludvig Arbins (L) m.fl. yrkande” mot ”avslag”, men det som vann var"
            " ”liggande förslag” (besvarad).",
        ),
    ]
