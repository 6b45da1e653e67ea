"""What ends a matter, what puts it off to a day, and what came before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from app.ids import Ids
from app.register import values
from app.register.build import Register, build
from importers.bundle import Clause, Document, Earlier, EarlierKind, Outcome, Role, Section, Vote
from tests.app.register.saying import at, day, decision, extract, item, parts

TITLE = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)"


def built(documents: list[Document]) -> Register:
    return build([part for document in documents for part in parts(document)], Ids(b"a secret of this test"))


def rows(register: Register, kind: type) -> list[values.Owned]:
    return [row for row in register.owned if isinstance(row, kind)]


def steps(register: Register) -> list[values.Step]:
    return sorted((row for row in register.owned if isinstance(row, values.Step)), key=lambda step: step.n)


@pytest.mark.parametrize(
    ("body", "title", "outcome", "votes", "ends"),
    [
        ("Kommunfullmäktige", TITLE, Outcome.BIFALL, (), True),
        ("Kommunfullmäktige", TITLE, None, (), False),
        ("Kommunfullmäktige", TITLE, None, (Vote(at("Omröstning"), yes=20, no=21),), True),
        ("Kommunfullmäktige", TITLE, Outcome.BORDLAGGNING, (), False),
        ("Miljönämnden", "Cykelställ vid torget", Outcome.GODKANNANDE, (), True),
        ("Miljönämnden", "Cykelställ vid torget", Outcome.AVSTYRKAN, (), False),
        ("Miljönämnden", "Svar på remiss: nya cykelställ", Outcome.GODKANNANDE, (), False),
        ("Miljönämnden", "Yttrande över samråd om torget", Outcome.ANTECKNING, (), False),
        ("Miljönämnden", TITLE, Outcome.AVSLAG, (), False),
    ],
)
def test_what_ends_a_matter(
    body: str, title: str, outcome: Outcome | None, votes: tuple[Vote, ...], ends: bool
) -> None:
    said = item(
        "7", title, case_numbers=("MN-2025-7",), decisions=(decision(body, outcome),), outcome=outcome, votes=votes
    )
    register = built([extract(body, "2025-06-17", said)])
    steps = [row for row in rows(register, values.Step) if isinstance(row, values.Step)]
    assert [step.ends for step in steps if step.state == "past"] == [ends]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Kommunstyrelsen beslutar att inte bereda förslaget om badbryggor vidare.", True),
        ("Skrivelsen lämnas utan åtgärd.", True),
        ("Förslaget översänds till kommunfullmäktige för att inte behandlas vidare här.", False),
        ("Skrivelsen översänds till regeringen.", False),
    ],
)
def test_what_leaves_a_matter_as_it_is_ends_it(text: str, ends: bool) -> None:
    decided = replace(decision("Kommunstyrelsen", Outcome.BIFALL), clauses=(Clause(text, at(text)),))
    said = item("8", "Alnsjöförslag om badbryggor", case_numbers=("KS-2025-8",), decisions=(decided,))
    (past,) = [step for step in steps(built([extract("Kommunstyrelsen", "2025-06-17", said)])) if step.state == "past"]
    assert past.ends == ends


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Ärendet bordläggs till kommunfullmäktiges sammanträde den 3 september 2025.",), day("2025-09-03")),
        (("Ärendet bordläggs.",), None),
        (("Ärendet bordläggs till den 3 september 2025.", "Interpellationen bordläggs till 1 oktober 2025."), None),
        (("Ärendet bordläggs med hänvisning till beslut den 3 maj 2025.",), None),
    ],
)
def test_a_matter_that_is_tabled_waits_for_the_day_that_is_set(
    texts: tuple[str, ...], expected: dt.date | None
) -> None:
    clauses = tuple(Clause(text, at(text)) for text in texts)
    tabled = replace(decision("Kommunfullmäktige", Outcome.BORDLAGGNING), clauses=clauses)
    said = item("7", TITLE, case_numbers=("KS-2025-7",), decisions=(tabled,), outcome=Outcome.BORDLAGGNING)
    steps = rows(built([extract("Kommunfullmäktige", "2025-06-17", said)]), values.Step)
    awaited = [row.date for row in steps if isinstance(row, values.Step) and row.state == "awaited"]
    assert awaited == [expected]


@pytest.mark.parametrize(
    ("outcome", "text", "bodies"),
    [
        (
            Outcome.REMISS,
            "Motionen remitteras till idrotts- och fritidsnämnden för yttrande.",
            ["Idrotts- och fritidsnämnden", "Kommunfullmäktige"],
        ),
        (
            Outcome.ATERREMISS,
            "Ärendet återremitteras till kommunstyrelsen med motiveringen att kostnaden ska utredas.",
            ["Kommunstyrelsen", "Kommunfullmäktige"],
        ),
        (Outcome.ATERREMISS, "Ärendet återremitteras till nämnden.", ["Kommunfullmäktige"]),
        (Outcome.REMISS, "Motionen remitteras till parknämnden och skolnämnden.", ["Kommunfullmäktige"]),
        (Outcome.REMISS, "Motionen remitteras till Alnsjö Bågskytteklubb.", ["Kommunfullmäktige"]),
        (
            Outcome.REMISS,
            "Fullmäktige remitterar kontorets förslag till ändringar till nämnden för park och skog.",
            ["Kommunfullmäktige"],
        ),
        (
            Outcome.REMISS,
            "Fullmäktige remitterar kontorets förslag till parknämnden, med begäran om yttrande.",
            ["Parknämnden", "Kommunfullmäktige"],
        ),
        (Outcome.ATERREMISS, "Ärendet återremitteras.", ["Kommunfullmäktige"]),
    ],
)
def test_a_matter_waits_first_for_the_one_that_it_is_sent_to(outcome: Outcome, text: str, bodies: list[str]) -> None:
    sent = replace(decision("Kommunfullmäktige", outcome), clauses=(Clause(text, at(text)),))
    said = item("7", TITLE, case_numbers=("KS-2025-7",), decisions=(sent,), outcome=outcome)
    register = built([extract("Kommunfullmäktige", "2025-06-17", said)])
    awaited = [step.body or "" for step in steps(register) if step.state == "awaited"]
    assert awaited == bodies


def test_earlier_tablings_are_steps_in_the_order_of_their_days_and_are_the_paragraphs_that_are_here() -> None:
    """`Bordlagt den 5 maj 2025, § 40, och den 26 maj 2025, § 55`: the minutes' own body, where none is named."""

    def tabled(number: str, on: str) -> Earlier:
        return Earlier(EarlierKind.TABLED, at(f"den {on}, § {number}"), "Bordlagt", None, day(on), number)

    earlier = (tabled("40", "2025-05-05"), tabled("55", "2025-05-26"))
    case = {"case_numbers": ("KS-2025-7",)}
    here = item(
        "55",
        TITLE,
        decisions=(decision("Kommunfullmäktige", Outcome.BORDLAGGNING),),
        outcome=Outcome.BORDLAGGNING,
        **case,
    )
    ended = item(
        "70",
        TITLE,
        decisions=(decision("Kommunfullmäktige", Outcome.AVSLAG),),
        outcome=Outcome.AVSLAG,
        earlier=earlier,
        **case,
    )
    documents = [extract("Kommunfullmäktige", "2025-06-16", ended), extract("Kommunfullmäktige", "2025-05-26", here)]
    assert [(s.item_number, s.state, s.outcome, s.body) for s in steps(built(documents))] == [
        ("40", "not_in_register", "bordlaggning", "Kommunfullmäktige"),
        ("55", "past", "bordlaggning", "Kommunfullmäktige"),
        ("70", "past", "avslag", "Kommunfullmäktige"),
    ]
    follows = [row for row in rows(built(documents), values.StepFollows) if isinstance(row, values.StepFollows)]
    assert len(follows) == 2, "each time it was tabled follows the one before"


@pytest.mark.parametrize(
    ("body", "title", "texts", "outcome", "status"),
    [
        ("Kommunfullmäktige", "Hemställan", (("Nämnden bemyndigas att godkänna avtalet.", None),), None, True),
        ("Kommunfullmäktige", "Hemställan", (("Hemställan tillstyrks.", "tillstyrkan"),), "tillstyrkan", True),
        ("Kommunfullmäktige", "Hemställan", (("Ärendet återremitteras till styrelsen.", None),), None, False),
        ("Kommunfullmäktige", "Hemställan", (("Hemställan bereds av styrelsen.", None),), None, False),
        ("Kommunfullmäktige", "Interpellation om vägar", (("Interpellationen får ställas.", None),), None, False),
        ("Kommunfullmäktige", "Fråga om vägar", (("Frågan besvaras vid nästa sammanträde.", None),), None, False),
        ("Kommunfullmäktige", "Medborgarförslag", (("Beslutet överlåts åt parknämnden.", None),), None, False),
        ("Kommunfullmäktige", "Hemställan", (), None, False),
        ("Kommunstyrelsen", "Hemställan", (("Kontoret får i uppdrag att utreda.", None),), None, False),
        ("Kommunstyrelsen", "Yrkande från V om bänkar", (("Kontoret får i uppdrag att utreda.", None),), None, True),
        ("Kommunstyrelsen", "Remiss om rektorer", (("Yttrande över remissen översänds.", None),), None, False),
    ],
)
def test_what_the_council_decides_is_decided_and_what_a_member_raised_in_the_body(
    body: str, title: str, texts: tuple[tuple[str, str | None], ...], outcome: str | None, *, status: bool
) -> None:
    clauses = tuple(Clause(text, at(text), outcome=Outcome(made) if made else None) for text, made in texts)
    decided = replace(decision(body, Outcome.OTHER), clauses=clauses)
    said = item(
        "7", title, case_numbers=("KS-2025-7",), decisions=(decided,), outcome=Outcome(outcome) if outcome else None
    )
    rows_ = rows(built([extract(body, "2025-06-17", said)]), values.Step)
    assert [row.ends for row in rows_ if isinstance(row, values.Step)] == [status]


def test_a_point_of_order_is_decided_by_what_it_does_with_other_paragraphs() -> None:
    clause = Clause(
        "Motionerna under paragraferna 8–9 bordläggs.", at("Motionerna"), outcome=Outcome.BORDLAGGNING, about=("8", "9")
    )
    decided = replace(decision("Kommunfullmäktige", Outcome.BORDLAGGNING), clauses=(clause,))
    order = item("7", "Ordningsfråga", case_numbers=("KS-2025-7",), decisions=(decided,), outcome=Outcome.BORDLAGGNING)
    made = steps(built([extract("Kommunfullmäktige", "2025-06-17", order)]))
    assert [(s.state, s.ends, s.outcome) for s in made] == [("past", True, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamnrådet Anna Ek (S) besvarar interpellationen varefter överläggning äger rum.", (True, "besvara")),
        ("Frågan ställs. Hamnrådet Anna Ek (S) besvarar frågan.", (True, "besvara")),
        ("Hamnrådet Anna Ek (S) besvarar interpellationen vid nästa sammanträde.", (False, None)),
        ("Ordföranden meddelar att Anna Ek (S) besvarar interpellationen.", (False, None)),
        ("Bo Ahl (M) ställer interpellationen.", (False, None)),
    ],
)
def test_an_interpellation_is_answered_where_the_text_tells_that_somebody_answers_it(
    text: str, expected: tuple[bool, str | None]
) -> None:
    told = item(
        "7",
        "Interpellation av Bo Ahl (M) om bryggor",
        case_numbers=("KS-2025-7",),
        sections=(Section("", Role.PRESENTATION, text, at(text)),),
    )
    built_rows = built([extract("Kommunfullmäktige", "2025-06-17", told)])
    assert [(step.ends, step.outcome) for step in steps(built_rows)] == [expected]
    sources = [r for r in built_rows.owned if isinstance(r, values.Source) and r.field == "outcome"]
    assert [source.quote in text for source in sources] == [True] * expected[0]
