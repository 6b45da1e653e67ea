"""Minutes that few headings, signs or labels order, invented, in small: what is told as plain text, or under another's word."""

from __future__ import annotations

import pytest

from tests.importers.reading import who
from tests.importers.test_forms_of_minutes import COVER, ITEM, codes, minutes, stated


def test_paragraphs_whose_numbers_bear_no_sign() -> None:
    bundle = minutes(
        "22. Lokal för förskola (KS 2025.0034)\n\nBeslut\n1. Avtal tecknas på tre år.\n2. Medel anvisas.\n\n"
        "23. Remiss om vägar (KS 2025.0041)\n\nBeslut\nYttrandet antas.\n\n24. Taxa för bad\n\nBeslut\nTaxan antas."
    )
    assert [
        (one.number, one.title, one.case_numbers, len(one.decisions[0].clauses)) for one in bundle.documents[0].items
    ] == [
        ("22", "Lokal för förskola", ("KS 2025.0034",), 2),
        ("23", "Remiss om vägar", ("KS 2025.0041",), 1),
        ("24", "Taxa för bad", (), 1),
    ]


def test_points_with_numbers_are_no_paragraphs_where_nothing_counts_on() -> None:
    bundle = minutes("1. Motionen avslås.\n\n2. Taxan antas\n\nDet beslutades.")
    assert bundle.documents[0].items == ()


def test_headings_with_numbers_are_no_paragraphs() -> None:
    text = (
        "## 1. Förslag till beslut\nKommunstyrelsen beslutar att avslå motionen.\n\n## 2. Sammanfattning\nMotionen kräver mer."
        "\n\n## 3. Ärendet\nNämnden beslutade 2024 om bad.\n\n## 4. Beslutet skickas till\nNämnden"
    )
    (document,) = minutes(text, COVER.replace("PROTOKOLL", "Protokollsutdrag")).documents
    assert [one.number for one in document.items] == []


TOLD_UNDER_A_PLAIN_TITLE = [
    (
        "Cia Berg (V) föreslår att ärendet bordläggs. Bo Ås (M) föreslår att bryggan byggs. Ordföranden ställer förslagen mot "
        "varandra och finner att kommunstyrelsen beslutar enligt Cia Bergs förslag.",
        ["bordlaggning: Cia Berg (V)", "eget: Bo Ås (M)"],
        [],
    ),
    ("Cia Berg (V) föreslår i en motion att bryggan byggs. Den kostar mycket.", [], []),
    ("Cia Berg (V) föreslår att ärendet bordläggs. Det kostar mycket.", ["bordlaggning: Cia Berg (V)"], []),
]


@pytest.mark.parametrize(("text", "yrkanden", "doubts"), TOLD_UNDER_A_PLAIN_TITLE)
def test_what_is_told_under_a_title_set_as_text(text: str, yrkanden: list[str], doubts: list[str]) -> None:
    bundle = minutes(
        f"§ 41 Ny brygga\n{text}\nBeslut: Ärendet bordläggs.\n\n§ 42 Nästa möte\nNästa möte hålls den 3 maj."
    )
    first, second = bundle.documents[0].items
    assert (first.title, second.title) == ("Ny brygga", "Nästa möte")
    assert stated(first)[1:] == yrkanden
    assert [one for one in codes(bundle) if one.startswith("error")] == doubts


ACTS_WITHOUT_HEADING = [
    ("Direktionen beslutar:\natt godkänna delårsbokslutet\natt överlämna det till medlemskommunerna", 2),
    ("Bo Ås (M) besvarar frågan.\nDärmed förklaras interpellationen besvarad.", 1),
    (
        "Följande har kommit in:\n1. Motion om bad\n2. Motion om is\nKommunstyrelsen beslutar\natt remittera motionerna.",
        1,
    ),
]


@pytest.mark.parametrize(("text", "clauses"), ACTS_WITHOUT_HEADING)
def test_decisions_without_a_heading(text: str, clauses: int) -> None:
    body = "Direktionen" if text.startswith("Direktionen") else "Kommunstyrelsen"
    bundle = minutes(f"## § 41 Delårsbokslut\nBokslutet visas.\n{text}", COVER.replace("Kommunstyrelsen", body))
    assert [len(one.clauses) for one in bundle.documents[0].items[0].decisions] == [clauses]


def test_a_list_of_offices_with_yes_for_those_present() -> None:
    rows = (
        "Namn            Parti   Roll              Närvarande   Tjg\n"
        "Gunnel Ek       S       Ordförande        Ja\nPia Morén       M       Ledamot           Ja\n"
        "Rune Dal        V       Ledamot           Nej\nAnn Lager       V       Ersättare         Ja           Ja\n"
        "Bo Öst          C       Ersättare         Ja\n"
    )
    attendance = minutes(ITEM, COVER.split("Beslutande", maxsplit=1)[0] + rows).documents[0].attendance
    assert attendance is not None
    people = [(who(one.person), one.serving) for one in (*attendance.members, *attendance.substitutes)]
    assert who(attendance.chair) == "Gunnel Ek (S)"
    assert people == [("Pia Morén (M)", True), ("Ann Lager (V)", True), ("Bo Öst (C)", False)]


@pytest.mark.parametrize(
    ("member", "other", "serving"),
    [("Ja           Nej", "Ja", [False, True]), ("Ja           Ja", "Ja", [True, False]), ("Ja", "Ja", [True, True])],
)
def test_a_member_who_was_there_and_took_no_part(member: str, other: str, serving: list[bool]) -> None:
    rows = (
        "Namn            Parti   Roll              Närvarande   Tjg\n"
        f"Gunnel Ek       S       Ordförande        Ja\nPia Morén       M       Ledamot           {member}\n"
        f"Rune Dal        V       Ledamot           {other}\nAnn Lager       V       Ersättare         Ja           Ja\n"
    )
    attendance = minutes(ITEM, COVER.split("Beslutande", maxsplit=1)[0] + rows).documents[0].attendance
    assert attendance is not None
    listed = {one.person.name: one.serving for one in (*attendance.members, *attendance.substitutes)}
    assert who(attendance.chair) == "Gunnel Ek (S)"
    assert [listed["Pia Morén"], listed["Rune Dal"], listed["Ann Lager"]] == [*serving, True]


def test_names_behind_their_party_and_the_chair_among_them() -> None:
    rows = "Ordförande: Ada Ring (S)\nNärvarande ledamöter\nS: Ada Ring, Bo Sund\nV: Gun Älv\n"
    attendance = minutes(ITEM, COVER.split("Beslutande", maxsplit=1)[0] + rows).documents[0].attendance
    assert attendance is not None
    assert [who(attendance.chair), *(who(one.person) for one in attendance.members)] == [
        "Ada Ring (S)",
        "Bo Sund (S)",
        "Gun Älv (V)",
    ]


def test_a_lead_in_capitals_heads_a_decision_and_what_follows_it_is_told_apart() -> None:
    bundle = minutes(
        "## § 41 Ansökan om bryggor\n\nKOMMUNSTYRELSEN BESLUTAR\natt avslå ansökan.\n\n"
        "Bo Ås (M) anmäler att han inte deltar i beslutet.\n\n"
        "Cia Berg (V) begär att få följande antecknat: Bryggan borde byggas.\n\nBeslutet kan överklagas, se bilaga.\n\n"
        "Exp: Sökanden, akten"
    )
    (item,) = bundle.documents[0].items
    assert [clause.text for one in item.decisions for clause in one.clauses] == ["att avslå ansökan."]
    assert [(one.kind.value, who(one.people[0])) for one in item.statements] == [
        ("deltar_ej", "Bo Ås (M)"),
        ("protokollsanteckning", "Cia Berg (V)"),
    ]
    assert item.sent_to == ("Sökanden", "akten")


@pytest.mark.parametrize("clause", ["att avslå ansökan.", "1. att avslå ansökan.", "- att avslå ansökan."])
@pytest.mark.parametrize(
    ("lead", "to"),
    [
        ("KOMMUNSTYRELSEN BESLUTAR", None),
        ("KOMMUNSTYRELSEN FÖRESLÅR KOMMUNFULLMÄKTIGE BESLUTA", "kommunfullmäktige"),
    ],
)
def test_a_lead_in_capitals_beneath_its_heading_is_no_clause(lead: str, to: str | None, clause: str) -> None:
    (item,) = minutes(f"## § 41 Ansökan om bryggor\n# Beslut\n{lead}\n{clause}").documents[0].items
    (one,) = item.decisions
    # a clause without a mark goes on from its lead as one sentence
    text = "att avslå ansökan." if clause[0] != "a" else f"{lead} {clause}"
    assert (one.to, [part.text for part in one.clauses]) == (to, [text])


@pytest.mark.parametrize("dress", ["", "# "])
@pytest.mark.parametrize("tail", ["FÖRESLÅR ATT KOMMUNFULLMÄKTIGE BESLUTAR:", "FÖRESLÅR KOMMUNFULLMÄKTIGE BESLUTA"])
def test_a_proposal_in_capitals_is_never_the_body_s_own_decision(tail: str, dress: str) -> None:
    (item,) = (
        minutes(f"## § 41 Ansökan om bryggor\n# Beslut\n{dress}KOMMUNSTYRELSEN {tail}\n1. Ansökan avslås.")
        .documents[0]
        .items
    )
    (one,) = item.decisions
    assert (one.mode.value, one.body, one.to) == ("proposes", "Kommunstyrelsen", "kommunfullmäktige")
    assert [clause.text for clause in one.clauses] == ["Ansökan avslås."]


@pytest.mark.parametrize(
    "heading", ["# BESKRIVNING AV\n# ÄRENDET:", "# Beskrivning av\n# ärendet", "# Förslag till\n# kommunfullmäktige"]
)
def test_a_broken_heading_beneath_a_number_is_not_the_title_that_stands_above_it(heading: str) -> None:
    bundle = minutes(
        f"# Svar på remiss om bryggor\n# § 41, KS 2025/41\n\n{heading}\nRemissen rör bryggor.\n\n# Beslutet skickas till\nSökanden\n\n"
        f"# Ny taxa för bad\n# § 42, KS 2025/42\n\n{heading}\nTaxan är gammal.\n\n# Beslut\nTaxan antas."
    )
    first, second = bundle.documents[0].items
    assert (first.title, second.title) == ("Svar på remiss om bryggor", "Ny taxa för bad")
    assert first.sent_to == ("Sökanden",)


def test_a_statement_under_reservation_is_one_and_no_reason_for_what_stands_before() -> None:
    told = (
        "Bo Ås (M) reserverar sig mot beslutet med följande motivering: Bryggan är dyr.\n\n"
        "Cia Berg (V) lämnar ett särskilt yttrande."
    )
    bundle = minutes(f"{ITEM}\n# Reservation\n{told}")
    (item,) = bundle.documents[0].items
    assert [(one.kind.value, who(one.people[0])) for one in item.statements] == [("sarskilt_yttrande", "Cia Berg (V)")]
    assert [one.text.endswith("Bryggan är dyr.") for one in item.reservations] == [True]
    assert "sentence_not_read" not in codes(bundle)


def test_who_backs_an_yrkande_says_nothing_of_what_it_is() -> None:
    told = "Bo Ås (M) yrkar, med bifall från Cia Berg (V), att bidragen höjs med två procent."
    assert stated(minutes(f"{ITEM}\n# Yrkanden\n{told}").documents[0].items[0])[1:] == ["eget: Bo Ås (M), Cia Berg (V)"]


def test_those_who_verify_are_no_members() -> None:
    (document,) = minutes(ITEM, COVER + "Justeringsledamöter: Bo Ås (M) och Dan Holm (C)\n").documents
    assert [who(one) for one in document.justerare] == ["Bo Ås (M)", "Dan Holm (C)"]
    assert document.attendance is not None
    assert [who(one.person) for one in document.attendance.members] == ["Bo Ås (M)", "Cia Berg (V)"]
