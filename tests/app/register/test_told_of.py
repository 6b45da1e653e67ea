"""Steps that others tell of, and whose the papers among them are."""

from __future__ import annotations

import pytest

from app.ids import Ids
from app.register import values
from app.register.build import Register, build
from importers.bundle import Clause, Document, DocumentKind, Earlier, EarlierKind, Outcome, Role, Section
from tests.app.register.saying import answer, at, basis, day, extract, item, motion, parts, proposal

NUMBER = {"case_numbers": ("KS-2025-42",)}


def built(*documents: Document) -> Register:
    return build([part for document in documents for part in parts(document)], Ids(b"a secret of this test"))


def told(register: Register) -> list[tuple[str | None, str | None, str | None]]:
    rows = sorted((row for row in register.owned if isinstance(row, values.Step)), key=lambda step: step.n)
    return [(row.body, row.item_number, row.outcome) for row in rows if row.state != "awaited"]


@pytest.mark.parametrize(
    ("kind", "words", "outcome"),
    [
        (EarlierKind.RETURNED, "Återremitterat från kommunfullmäktige", Outcome.ATERREMISS),
        (EarlierKind.TABLED, "Bordlagt av kommunfullmäktige", Outcome.BORDLAGGNING),
        (EarlierKind.OTHER, "Behandlat av kommunfullmäktige", None),
    ],
)
def test_a_paragraph_told_of_in_two_ways_is_one_step(kind: EarlierKind, words: str, outcome: Outcome | None) -> None:
    cited = {"body": "kommunfullmäktige", "date": day("2026-03-26"), "item_number": "92"}
    said = item(
        "280",
        "Planen mot buller",
        earlier=(Earlier(kind, at(words), words, **cited),),
        basis=(basis("Protokollsutdrag från kommunfullmäktige den 26 mars 2026, § 92", "protokollsutdrag", **cited),),
        decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.GODKANNANDE),),
        **NUMBER,
    )
    assert told(built(extract("Kommunstyrelsen", "2026-04-22", said))) == [
        ("Kommunfullmäktige", "92", outcome),
        ("Kommunstyrelsen", "280", None),
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Protokollsutdrag KSAU 2026-05-06, § 82.", "Kommunstyrelsens arbetsutskott"),
        ("Protokollsutdrag KS 2026-05-06, § 82.", "Kommunstyrelsen"),
        ("Protokollsutdrag KF 2026-05-06, § 82.", "Kommunfullmäktige"),
        ("Protokollsutdrag KFN 2026-05-06, § 82.", None),
        ("Protokollsutdrag KS och KF 2026-05-06, § 82.", None),
    ],
)
def test_a_body_is_known_by_the_letters_that_everybody_calls_it(text: str, body: str | None) -> None:
    cited = basis(text, "protokollsutdrag", date=day("2026-05-06"), item_number="82")
    said = item("148", "Årsredovisningen", basis=(cited,), **NUMBER)
    register = built(extract("Kommunstyrelsen", "2026-05-27", said))
    assert [(whose, number) for whose, number, _outcome in told(register)][:-1] == [(body, "82")]


def paper(kind: DocumentKind, body: str, text: str, **more: str) -> Document:
    section = Section(None, Role.PROPOSAL, text, at(text))
    clause = Clause("Motionen avslås.", at("Motionen avslås."), None, Outcome.AVSLAG)
    title = "Yttrande över motion om lövträd på skolgårdar"
    return Document(
        kind, (1, 1), at(body), body=body, date=day("2025-05-07"), title=title, proposals=(clause,),
        sections=(section,), **more,
    )  # fmt: skip


BOARD = "Kommunstyrelsen tillstyrker yrkande från S och föreslår att kommunfullmäktige beslutar: Motionen avslås."


@pytest.mark.parametrize(
    ("text", "addressed_to", "body"),
    [
        (BOARD, "Alnsjö kommunfullmäktige", "Kommunstyrelsen"),
        (BOARD, None, "Kommunfullmäktige"),
        (f"{BOARD} Miljönämnden avstyrker motionen.", "Alnsjö kommunfullmäktige", None),
        ("Motionen avslås.", "Alnsjö kommunfullmäktige", None),
    ],
)
def test_a_paper_to_the_body_that_it_names_is_of_whoever_speaks_in_it(
    text: str, addressed_to: str | None, body: str | None
) -> None:
    more = {"addressed_to": addressed_to} if addressed_to else {}
    moved = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
    register = built(moved, paper(DocumentKind.YTTRANDE, "Kommunfullmäktige", text, **more))
    assert told(register)[1:] == [(body, None, "avslag")]
    named = {row.id: row.name for _by, row in register.shared if isinstance(row, values.Body)}
    (document,) = (row for row in register.owned if isinstance(row, values.Document) and row.kind == "yttrande")
    assert named.get(document.body_id or "") == body


def test_a_partys_paper_is_no_step_of_the_body_that_it_lies_before() -> None:
    said = item("88", "Svar på motion om lövträd på skolgårdar", answers=(answer("om lövträd på skolgårdar"),))
    yrkande = paper(DocumentKind.YRKANDE, "Kommunstyrelsen", "Motionen avslås.")
    moved = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
    register = built(moved, yrkande, extract("Kommunstyrelsen", "2025-06-17", said))
    assert [number for _body, number, _outcome in told(register)] == [None, "88"]
