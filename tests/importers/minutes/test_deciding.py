"""What decides in a §: under Beslut, beneath bold lines of its own, as a proposal to another body, or under no heading."""

from __future__ import annotations

import pytest

from importers.bundle import Item
from tests.importers.typeset import bundle_of

HEAD = """
Alnsjö kommun                                 Protokoll
{body}                                        2025-03-04
"""


def item_of(text: str, body: str = "Kommunstyrelsen") -> Item:
    lines = f"{HEAD.format(body=body)}\n## § 41 Ärendenummer KS-2025-00041\n## Rapport om bryggor\n\n{text}"
    ((item,),) = (document.items for document in bundle_of(lines).documents)
    return item


def decided(item: Item) -> list[tuple[str, str | None, list[str]]]:
    """Each block of decision: mode, to whom, its clauses."""
    return [(one.mode.value, one.to, [clause.text for clause in one.clauses]) for one in item.decisions]


PROPOSALS = [
    "# Kommunstyrelsens förslag till kommunfullmäktige\nKommunfullmäktige godkänner rapporten.\n\n# Sammanfattning\nEn rapport.",
    "# Beslut\n# Kommunstyrelsens förslag till kommunfullmäktige\nKommunfullmäktige godkänner rapporten.\n\n# Sammanfattning\nEn rapport.",
]


@pytest.mark.parametrize("text", PROPOSALS)
def test_a_proposal_under_its_heading(text: str) -> None:
    item = item_of(text)
    assert decided(item) == [("proposes", "kommunfullmäktige", ["Kommunfullmäktige godkänner rapporten."])]


def test_a_committee_proposes_to_its_board() -> None:
    text = "# Arbetsutskottets förslag till kommunstyrelsen\natt godkänna rapporten."
    item = item_of(text, "Kommunstyrelsens arbetsutskott")
    assert decided(item) == [("proposes", "kommunstyrelsen", ["att godkänna rapporten."])]


def test_of_two_proposals_the_last_of_the_body_itself() -> None:
    text = (
        "# Arbetsutskottets förslag till kommunstyrelsen\natt lägga rapporten till handlingarna.\n\n"
        "# Kommunstyrelsens förslag till kommunfullmäktige\nEnligt arbetsutskottet."
    )
    assert decided(item_of(text)) == [("proposes", "kommunfullmäktige", ["Enligt arbetsutskottet."])]


def test_what_was_proposed_to_the_body_is_not_its_decision() -> None:
    text = "# Kommunstyrelsens förslag till kommunfullmäktige\nKommunfullmäktige godkänner rapporten."
    assert decided(item_of(text, "Kommunfullmäktige")) == []


def test_another_bodys_decision_under_no_heading_is_not_the_bodys() -> None:
    assert decided(item_of("Kommunfullmäktige avslår motionen.")) == []


def test_the_bodys_own_sentence_under_no_heading() -> None:
    item = item_of("Kommunstyrelsen godkänner rapporten.")
    assert decided(item) == [("decides", None, ["Kommunstyrelsen godkänner rapporten."])]


def test_clauses_beneath_bold_lines_and_names_of_bodies() -> None:
    text = (
        "# Beslut\n# DRIFTBUDGET\nKommunstyrelsen beslutar:\n\nTekniska nämnden\n\natt bevilja 140 tkr,\n\n"
        "Byggnadsnämnden\n\natt bevilja 58 tkr.\n\n# INVESTERINGSBUDGET\natt bevilja 10 tkr."
    )
    assert [clauses for _, _, clauses in decided(item_of(text))] == [
        ["att bevilja 140 tkr,", "att bevilja 58 tkr."],
        ["att bevilja 10 tkr."],
    ]


ELECTIONS = [
    "# Beslut\nTill vägutskott för åren 2025-2026 utses:\n\nOrdinarie\n(C) Anna Ek\n(S) Cia Berg\n\nErsättare\n(C) Dan Holm\n\nTill ordförande utses Anna Ek.",
    "# Beslut\nTill vägutskott för åren 2025-2026 utses:\n\n# Ordinarie\n(C) Anna Ek\n(S) Cia Berg\n\n# Ersättare\n(C) Dan Holm\n\nTill ordförande utses Anna Ek.",
]


@pytest.mark.parametrize("text", ELECTIONS)
def test_those_elected_and_the_election_that_follows(text: str) -> None:
    item = item_of(text)
    ((_, _, clauses),) = decided(item)
    assert clauses == [
        "Till vägutskott för åren 2025-2026 utses: Ordinarie (C) Anna Ek (S) Cia Berg Ersättare (C) Dan Holm",
        "Till ordförande utses Anna Ek.",
    ]
    assert (item.outcome, item.sent_to) == ("val", ())


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Kommunstyrelsen utser Eva Lind (S) att justera protokollet.", "val"),
        ("Kommunstyrelsen väljer Bo Ahl (M) till ordförande.", "val"),
        ("Avgiften för varje plats fastställs av tekniska nämnden.", None),
        ("Planen antas årligen av kommunfullmäktige.", None),
        ("Taxan fastställs.", "godkannande"),
    ],
)
def test_outcomes(text: str, outcome: str | None) -> None:
    assert item_of(f"# Beslut\n{text}").outcome == outcome


@pytest.mark.parametrize(
    "told",
    [
        "Ordföranden finner att kommunstyrelsen beslutat återremittera ärendet (minoritetsåterremiss).",
        "Kommunstyrelsen har därmed beslutat om minoritetsåterremiss av ärendets handlingar, förslag och yrkanden.",
    ],
)
def test_a_minority_sends_back_where_the_vote_says_so(told: str) -> None:
    text = "# Beslut\nÄrendet återremitteras.\n\n# Omröstning\nJa för avgörande idag och Nej för återremiss.\nOmröstningen utfaller med 30 Ja mot 21 Nej.\n"
    assert (item_of(text).outcome, item_of(text + told).outcome) == ("aterremiss", "minoritetsaterremiss")


def test_what_has_come_in_is_listed_beneath_a_decision_and_not_decided() -> None:
    item = item_of(
        "# Beslut\nAntecknas.\n\nEfter fullmäktiges sammanträde den 3 februari 2025 har följande motioner\n"
        "och skrivelser inkommit till fullmäktige.\n2025-02-08\nMotion av Anna Ek (C) om bänkar\n2025-02-20\n"
        "Skrivelse från Hamnföreningen"
    )
    assert decided(item) == [("decides", None, ["Antecknas."])]
    assert "Skrivelse från Hamnföreningen" in item.sections[1].text


@pytest.mark.parametrize(
    ("title", "text", "doubted"),
    [
        ("Frågestund", "Anna Ek (C) ställer en fråga om bryggor, som Bo Ås (M) besvarar.", False),
        ("Information om bryggor", "Hamnchefen berättar om bryggorna.", False),
        ("Information om bryggor", "Hamnchefen berättar. Hamnstyrelsen lägger informationen till handlingarna.", True),
        ("Taxa för bryggor", "Hamnchefen berättar om bryggorna.", True),
    ],
)
def test_a_paragraph_without_a_decision_is_doubted_unless_it_only_tells(title: str, text: str, doubted: bool) -> None:
    bundle = bundle_of(f"{HEAD.format(body='Hamnnämnden')}\n## § 41 {title}\n\n{text}")
    assert any(one.code in ("decision_not_read", "decision_may_be_missed") for one in bundle.doubts) is doubted


@pytest.mark.parametrize("capitals", [True, False])
def test_a_lead_that_is_broken_between_who_proposes_and_who_decides_proposes(capitals: bool) -> None:
    lead = "Parknämndens arbetsutskott föreslår att\nParknämnden beslutar:"
    told = "Bänkarna i parken är från den tid då dammen grävdes, och förvaltningen har under flera år fått många klagomål på dem."
    text = f"Parknämndens arbetsutskott\nProtokoll 2025-03-04\n\n§ 41\nInköp av bänkar\nÄrendet:\n{told}\nPARKNÄMNDENS ARBETSUTSKOTTS BESLUT:\n{lead.upper() if capitals else lead}\n1. Bänkarna köps in.\n"
    (document,) = bundle_of(text).documents
    found = [(one.mode.value, [clause.text for clause in one.clauses]) for one in document.items[0].decisions]
    assert found == [("proposes", ["Bänkarna köps in."])]
