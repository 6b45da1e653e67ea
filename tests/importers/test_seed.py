"""The bundle the product was born from, from two producers: the score, and what the score does not look at."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from importers import read_bundle
from importers.bundle import Attribution, Bundle, Document, EarlierKind, Item, bundle_from_json, bundle_to_json
from tests.importers.invariants import check_accounting, check_pointers, check_quotes

pytestmark = pytest.mark.shared

MENDED = "Svar på motion om att inrätta en särskilt avhopparverksamhet för barn och unga från Jennie Claesson (L)"


@pytest.fixture(scope="module", params=["KSN-2023-03553", "KSN-2023-03553-b"])
def seed(request: pytest.FixtureRequest, shared: Path) -> tuple[Bundle, bytes]:
    data = (shared / "seed" / f"{request.param}.pdf").read_bytes()
    return read_bundle(data, f"{request.param}.pdf"), data


def documents(seed: tuple[Bundle, bytes]) -> tuple[Document, ...]:
    return seed[0].documents


def item(seed: tuple[Bundle, bytes], number: str) -> Item:
    return next(one for document in seed[0].documents for one in document.items if one.number == number)


def test_the_score_is_one(seed: tuple[Bundle, bytes], shared: Path, tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.json"
    predicted.write_text(json.dumps(bundle_to_json(seed[0])), "utf-8")
    gold = shared / "seed" / "KSN-2023-03553.gold.json"
    score = [
        sys.executable,
        str(shared / "score" / "score.py"),
        str(gold),
        str(predicted),
        "--min-f1",
        "1.0",
        "--details",
    ]
    done = subprocess.run(score, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_word_is_accounted_for_and_none_is_unread(seed: tuple[Bundle, bytes]) -> None:
    check_accounting(*seed)
    assert (seed[0].words.unread, seed[0].unread) == (0, ())


def test_every_quote_stands_at_its_places(seed: tuple[Bundle, bytes]) -> None:
    check_quotes(*seed)
    check_pointers(seed[0])


def test_a_bundle_survives_its_json(seed: tuple[Bundle, bytes]) -> None:
    assert bundle_from_json(bundle_to_json(seed[0])) == seed[0]


def test_heads(seed: tuple[Bundle, bytes]) -> None:
    assert [(d.pages, d.body, d.municipality) for d in documents(seed)] == [
        ((1, 2), "Kommunstyrelsen", "Uppsala kommun"),
        ((3, 4), "Kommunstyrelsens arbetsutskott", "Uppsala kommun"),
        ((5, 7), "Kommunledningskontoret", "Uppsala kommun"),
        ((8, 8), "Kommunfullmäktige", "Uppsala kommun"),
        ((9, 9), "Socialnämnden", "Uppsala kommun"),
    ]
    paper, motion, extract = documents(seed)[2:]
    assert paper.addressed_to == "kommunstyrelsen"
    assert [person.name for person in paper.handlaggare] == ["Sandra Thorngren"]
    assert [(person.name, person.role) for person in paper.signed_by] == [
        ("Ingela Hagström", "Tillförordnad stadsdirektör")
    ]
    assert [(person.name, person.party) for person in motion.signed_by] == [
        ("Jennie Claesson", "L"),
        ("Ludvig Arbin", "L"),
    ]
    assert (extract.document_number, extract.received) == ("KSN-2023-03553-4", dt.date(2024, 11, 5))
    assert extract.case_numbers == () and extract.items[0].case_numbers == ("SCN-2024-00634",)


def test_plain_values_have_their_sources(seed: tuple[Bundle, bytes]) -> None:
    paper = documents(seed)[2]
    stands = {key: [source.quote for source in sources] for key, sources in paper.fields.items()}
    assert stands["date"] == ["2024-11-18"]
    assert stands["case_numbers"] == ["KSN-2023-03553"]
    assert stands["handlaggare"] == ["Sandra Thorngren"]
    assert stands["body"] == ["Kommunledningskontoret"]
    assert {source.places[0].page for sources in paper.fields.values() for source in sources} <= {5, 7}


def test_a_split_title_is_mended_and_kept_as_printed(seed: tuple[Bundle, bytes]) -> None:
    one = item(seed, "171")
    assert one.title == MENDED
    assert one.title_printed is not None and one.title_printed.startswith("Svar på mot ion om at t inrät ta")
    assert item(seed, "372").title_printed is None
    (doubt,) = [doubt for doubt in seed[0].doubts if doubt.code == "title_mended"]
    assert doubt.about == "/documents/4/items/0/title"


def test_beslutsgang(seed: tuple[Bundle, bytes]) -> None:
    (one,) = item(seed, "171").propositions
    assert (one.alternatives, one.winner) == (("Ludvig Arbins (L) m.fl. yrkande", "avslag"), "liggande förslag")
    (over_the_page,) = item(seed, "372").propositions
    assert over_the_page.winner == "arbetsutskottets förslag att besvara motionen"
    assert [place.page for place in over_the_page.source.places] == [1, 1, 2]
    assert [doubt.about for doubt in seed[0].doubts if doubt.code == "winner_not_put"] == ["/documents/4/items/0"]


def test_who_speaks_for_whom(seed: tuple[Bundle, bytes]) -> None:
    (reservation,) = item(seed, "372").reservations
    assert (reservation.people, reservation.group) == ((), "Närvarande ledamöter (M) och (KD)")
    assert reservation.in_favour_of == "Therez Almerfors (M) med fleras yrkande att bifalla motionen"
    (statement,) = item(seed, "372").statements
    assert (statement.people, statement.parties) == ((), ("L",))
    assert (statement.attribution, statement.inferred_from) == (Attribution.INFERRED, "Vi liberaler")
    assert statement.text.endswith("även när andra partier tvekar.")


def test_what_was_before(seed: tuple[Bundle, bytes]) -> None:
    for number in ("372", "327", "171"):
        (raised,) = item(seed, number).earlier
        assert (raised.kind, raised.body, raised.date) == (
            EarlierKind.RAISED,
            "kommunfullmäktige",
            dt.date(2023, 12, 11),
        )
    assert [(one.kind, one.body, one.date) for one in documents(seed)[2].earlier] == [
        (EarlierKind.RAISED, "kommunfullmäktige", dt.date(2023, 12, 11)),
        (EarlierKind.OTHER, "socialnämnden", dt.date(2024, 10, 23)),
    ]


def test_what_is_answered(seed: tuple[Bundle, bytes]) -> None:
    for number in ("372", "327", "171"):
        (answer,) = item(seed, number).answers
        assert answer.title == "att inrätta en särskilt avhopparverksamhet för barn och unga"
        assert [(person.name, person.party) for person in answer.movers] == [("Jennie Claesson", "L")]


def test_the_doubled_heading_is_one_and_is_noted(seed: tuple[Bundle, bytes]) -> None:
    headings = [section.heading for section in item(seed, "327").sections]
    assert headings.count("Beslutsunderlag") == 1
    doubled = [doubt for doubt in seed[0].doubts if doubt.code == "heading_doubled"]
    assert len(doubled) == ("-b" in seed[0].file.name)
