"""Values that look unlike their kind are doubted, each once; what is read right is left in peace."""

from __future__ import annotations

import pytest

from importers.audit.claims import Claims
from importers.audit.values import audit_values
from importers.bundle import (
    Clause,
    Decision,
    Document,
    DocumentKind,
    Item,
    Mode,
    Outcome,
    Person,
    Proposition,
    Reservation,
    Role,
    Section,
    Source,
    Stance,
    Vote,
    Yrkande,
)
from tests.importers.typeset import bundle_of

HERE = Source("")
RIGHT = Item("12", "Svar på motion om bänkar vid sjön", HERE, case_numbers=("KS-2025-00012",))


def doubts(document: Document) -> list[tuple[str, str | None]]:
    return [(one.code, one.about) for one in audit_values([document], {}, Claims([document], ()))]


def minutes(**fields: object) -> Document:
    item = Item(**{**{name: getattr(RIGHT, name) for name in ("number", "title", "source", "case_numbers")}, **fields})  # type: ignore[arg-type]
    return Document(DocumentKind.PROTOKOLLSUTDRAG, (1, 1), HERE, items=(item,))


def test_what_looks_like_its_kind_is_left_in_peace() -> None:
    yrkande = Yrkande(Stance.BIFALL, "bifall", HERE, movers=(Person("Ada Ros", "S"),))
    vote = Vote(HERE, yes_means="bifall", no_means="avslag", yes=3, no=2)
    assert doubts(minutes(yrkanden=(yrkande,), votes=(vote,))) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": ""}, "title_odd"),
        ({"title": "Svar på motion om"}, "title_odd"),
        ({"title": "DNR:KU/2009.4 Dagordning"}, "title_odd"),
        ({"title": "Val av revisor. Ordföranden informerar"}, "title_odd"),
        ({"yrkanden": (Yrkande(Stance.AVSLAG, "avslag", HERE),)}, "mover_unknown"),
        ({"reservations": (Reservation("Mot beslutet", HERE),)}, "reserver_unknown"),
        ({"propositions": (Proposition("Ordföranden finner", HERE),)}, "winner_unknown"),
        ({"decisions": (Decision(Mode.DECIDES, HERE, clauses=(Clause("att avslå", HERE),)),)}, "outcome_unclear"),
        ({"decisions": (Decision(Mode.DECIDES, HERE, clauses=(Clause("Ros.", HERE),)),)}, "clause_odd"),
        (
            {"sent_to": ("Tekniska nämnden, löneenheten",), "fields": {"sent_to": (HERE,)}},
            "receivers_run_together",
        ),
    ],
)
def test_what_looks_unlike_its_kind_is_doubted_once(fields: dict[str, object], code: str) -> None:
    assert doubts(minutes(**fields)) == [(code, "/documents/0/items/0")]


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (DocumentKind.MOTION, {"signers_not_read", "proposals_not_read"}),
        (DocumentKind.PROTOKOLL, {"items_not_read", "attendance_not_read", "verifiers_not_read"}),
        (DocumentKind.YTTRANDE, set()),
    ],
)
def test_a_paper_without_what_it_is_made_for_is_doubted(kind: DocumentKind, codes: set[str]) -> None:
    found = doubts(Document(kind, (1, 1), HERE))
    assert ({code for code, _ in found}, {about for _, about in found} - {"/documents/0"}) == (codes, set())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Parkförvaltningen föreslår att nämnden avslår motionen.", ["proposals_not_read"]),
        ("Anna Ek (L) föreslår fler bänkar. Remissinstanserna har svarat.", []),
    ],
)
def test_an_officials_paper_that_only_reports_proposes_nothing(text: str, codes: list[str]) -> None:
    section = Section(None, Role.PRESENTATION, text, HERE)
    paper = Document(DocumentKind.TJANSTESKRIVELSE, (1, 1), HERE, sections=(section,))
    assert [code for code, _ in doubts(paper)] == codes


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Antecknas.", Outcome.ANTECKNING),
        ("Direktören bemyndigas att godkänna ändringar i avtalet.", None),
        ("De utsedda ersättarna träder in i den ordning som anges.", None),
    ],
)
def test_a_clause_whose_words_decide_nothing_more_is_left_in_peace(text: str, outcome: Outcome | None) -> None:
    decision = Decision(Mode.DECIDES, HERE, clauses=(Clause(text, HERE, outcome=outcome),))
    assert doubts(minutes(decisions=(decision,))) == []


@pytest.mark.parametrize(
    ("text", "mode", "codes"),
    [
        ("Tilläggsyrkandet avslås.", Mode.PROPOSES, ["clause_odd"]),
        ("att avslå Anna Eks (S) yrkande om taxan.", Mode.PROPOSES, ["clause_odd"]),
        ("Tilläggsyrkandet avslås.", Mode.DECIDES, ["outcome_unclear"]),
        ("Motionens andra yrkande avslås.", Mode.PROPOSES, []),
    ],
)
def test_what_was_moved_at_the_meeting_is_hardly_proposed_to_a_higher_body(
    text: str, mode: Mode, codes: list[str]
) -> None:
    clause = Clause(text, HERE, outcome=Outcome.AVSLAG if text.startswith("Motion") else None)
    assert [code for code, _ in doubts(minutes(decisions=(Decision(mode, HERE, clauses=(clause,)),)))] == codes


def test_somebody_beside_who_moves_something_may_want_it_too() -> None:
    def yrkande(text: str) -> Yrkande:
        return Yrkande(Stance.AVSLAG, text, HERE, movers=(Person("Ada Ros", "S"),))

    beside = ["yrkar avslag, vilket Bo Ås (M) är positiv till.", "yrkar, även för Bo Ås (M), avslag."]
    others = ["yrkar avslag på yrkandet från Bo Ås (M).", "yrkar avslag, även på Bo Ås (M) förslag."]
    told = [doubts(minutes(yrkanden=(yrkande(f"Ada Ros (S) {text}"),))) for text in (*beside, *others)]
    assert told == [[("who_unclear", "/documents/0/items/0")]] * 2 + [[]] * 2


def test_hardly_any_item_on_many_pages_is_a_grave_doubt() -> None:
    text = "\n".join(["Förvaltningen har under året arbetat med frågan på många sätt."] * 40)
    cover = "Beslutande         Anna Ek (S), ordförande\n                   Bo Ås (M)\nUtses att justera  Bo Ås (M)\n\n"
    head = f"Älnsjö kommun   SAMMANTRÄDESPROTOKOLL\nParknämnden   2025-03-04\n\n{cover}# § 41 Lån av stolar\n# Beslut\nStolar lånas ut.\n# Ärendet\n"
    few = bundle_of(head + text, *[text] * 5)
    assert [(one.severity.value, dict(one.params)) for one in few.doubts if one.code == "few_items"] == [
        ("error", {"found": 1, "pages": 6})
    ]
    assert "few_items" not in [one.code for one in bundle_of(head + text, text).doubts]


def test_an_item_with_much_text_and_no_fact_is_doubted_gravely() -> None:
    def severity(lines: int) -> list[str]:
        text = "\n".join(["Förvaltningen har under året arbetat med frågan på många sätt."] * lines)
        bundle = bundle_of(f"Parknämnden   PROTOKOLL   2025-03-04\n\n# § 41 Lån av stolar\n# Gången hittills\n{text}\n")
        return [one.severity.value for one in bundle.doubts if one.code == "decision_not_read"]

    assert (severity(2), severity(30)) == (["note"], ["error"])
