"""Documents that are no minutes: what kind they are, who signed them, what they propose."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.bundle import Document, DocumentKind
from tests.importers.typeset import bundle_of


def paper(text: str) -> Document:
    (document,) = bundle_of(text).documents
    return document


MOTION = """Motion till Alnsjö kommunfullmäktige                    2025-01-27

## Motion om skuggande träd på kommunens
## skolgårdar
Den som var barn i Alnsjö för femtio år sedan minns almen på Norra skolans gård.

Med anledning av detta yrkar vi
att Alnsjö kommun planterar minst fem träd på varje kommunal
skolgård.
att elever får vara med och välja trädslag.

Elsa Brandfors (C)

Nils-Erik Hallkvist (C)
"""


def test_what_opens_the_clauses_of_a_motion_may_be_set_as_a_heading() -> None:
    printed = MOTION.replace("Med anledning av detta yrkar vi", "# Vi föreslår därför") + "\n"
    assert [clause.text for clause in paper(printed).proposals] == [clause.text for clause in paper(MOTION).proposals]
    assert len(paper(printed).proposals) == 2


def test_a_motion() -> None:
    document = paper(MOTION)
    assert (document.kind, document.body, document.municipality) == (
        DocumentKind.MOTION,
        "Kommunfullmäktige",
        "Alnsjö kommun",
    )
    assert document.title == "Motion om skuggande träd på kommunens skolgårdar"
    assert document.date == dt.date(2025, 1, 27)
    assert [clause.text for clause in document.proposals] == [
        "att Alnsjö kommun planterar minst fem träd på varje kommunal skolgård.",
        "att elever får vara med och välja trädslag.",
    ]
    assert [(person.name, person.party) for person in document.signed_by] == [
        ("Elsa Brandfors", "C"),
        ("Nils-Erik Hallkvist", "C"),
    ]


def test_an_appendix_is_the_motion_that_its_title_says() -> None:
    document = paper(
        "Kommunfullmäktige\nBilaga 1\n\n## Motion av Anna Ek (C) om lekplatser\nVi vill ha fler lekplatser i kommunen.\n"
        "# Förslag till beslut i kommunfullmäktige:\nNämnden får i uppdrag att bygga fler lekplatser.\n\nAnna Ek (C)"
    )
    assert (document.kind, document.body) == (DocumentKind.MOTION, "Kommunfullmäktige")
    assert [clause.text for clause in document.proposals] == ["Nämnden får i uppdrag att bygga fler lekplatser."]
    assert [source.quote for source in document.fields["kind"]] == ["Motion av"]


def test_a_boards_own_paper_about_a_motion_is_no_motion() -> None:
    document = paper(
        "Kommunfullmäktige\n\n## Motion av Anna Ek (C) om lekplatser\nTill Göteborgs kommunfullmäktige\n"
        "# Kommunstyrelsens förslag\nMotionen avslås.\n\nGöteborg den 9 april 2025 Göteborgs kommunstyrelse\nJonas Attenius\nLina Isaksson"
    )
    assert document.kind is DocumentKind.OTHER
    assert document.date == dt.date(2025, 4, 9)
    assert [person.name for person in document.signed_by] == ["Jonas Attenius", "Lina Isaksson"]


@pytest.mark.parametrize("listed", ["", "\n# Beslutsunderlag\nMotion 2024-05-21\n"])
def test_signers_side_by_side_with_their_offices_before_a_last_heading(listed: str) -> None:
    document = paper(
        "Stadsledningskontoret               Utfärdat 2025-03-10\nTjänsteutlåtande\n\n## Svar på motion om lekplatser\n"
        f"# Ärendet\nKommunen har många lekplatser, och fler byggs varje år i hela staden.\n{listed}\n"
        "Jonas Kinnander                     Eva Hessman\n"
        "Direktör Ärende och utredning       Stadsdirektör\n\n# Bilagor\n1. Motionen"
    )
    assert [(person.name, person.role) for person in document.signed_by] == [
        ("Jonas Kinnander", "Direktör Ärende och utredning"),
        ("Eva Hessman", "Stadsdirektör"),
    ]
    assert document.date == dt.date(2025, 3, 10)
    assert [one.text for one in document.basis] == (["Motion 2024-05-21"] if listed else []) + ["Motionen"]


def test_offices_and_bodies_are_nobodys_name() -> None:
    document = paper(
        "Grundskoleförvaltningen             Utfärdat 2025-03-10\nTjänsteutlåtande\n\n## Svar på motion om lekplatser\n"
        "Kommunen har många lekplatser, och fler byggs varje år i hela staden.\n\n"
        "Göteborgs Stad Grundskoleförvaltningen\nMaria Andersson\nAvdelningschef Myndighet"
    )
    assert [(person.name, person.role) for person in document.signed_by] == [
        ("Maria Andersson", "Avdelningschef Myndighet")
    ]


def test_what_stands_beneath_signatures_as_a_footnote_is_signed_by_nobody() -> None:
    document = paper(
        "Kommunfullmäktige\n\n## Revisionsberättelse för år 2024\nTill Alnsjö kommunfullmäktige\n"
        "Presidiet* föreslår att fullmäktige beslutar:\n1. Ledamöterna beviljas ansvarsfrihet för året.\n\n"
        "Alnsjö den 8 april 2025\nEva Lind                Bo Ahl                Siv Oreby\n"
        "* Bo Ahl deltar ej i handläggningen av ärendet på grund av jäv i den del som\nrör skolnämnden"
    )
    assert document.date == dt.date(2025, 4, 8)
    assert [person.name for person in document.signed_by] == ["Eva Lind", "Bo Ahl", "Siv Oreby"]
    assert [clause.text for clause in document.proposals] == ["Ledamöterna beviljas ansvarsfrihet för året."]


def signed(*rows: str) -> tuple[Document, list[tuple[str, str | None]]]:
    document = paper(
        "Motion till Alnsjö kommunfullmäktige                    2025-01-27\n\n## Motion om fler bänkar\n"
        "I Alnsjö saknas bänkar. Vi yrkar\natt kommunen ställer ut fler bänkar.\n\n" + "\n".join(rows)
    )
    return document, [(person.name, person.party) for person in document.signed_by]


def test_a_name_that_runs_on_to_the_next_line_is_one_signers() -> None:
    document, signers = signed(
        "Elsa Brandfors (C)             Kristina Lund",
        "Alme (L)                       Nils Ås (M)",
        "Siv Oreby (D)                  Tor Holm (KD)",
    )
    assert signers == [
        ("Elsa Brandfors", "C"),
        ("Kristina Lund Alme", "L"),
        ("Nils Ås", "M"),
        ("Siv Oreby", "D"),
        ("Tor Holm", "KD"),
    ]
    assert document.fields["signed_by"][1].quote == "Kristina Lund Alme (L)"


def test_a_name_that_wraps_within_its_column_is_one_signers() -> None:
    _, signers = signed(
        "Kristina Lund                  Elsa Brandfors (C)", "Alme (L)                       Nils Ås (M)"
    )
    assert sorted(signers) == [("Elsa Brandfors", "C"), ("Kristina Lund Alme", "L"), ("Nils Ås", "M")]


def test_signatures_that_are_not_all_read_are_doubted() -> None:
    text = (
        "Motion till Alnsjö kommunfullmäktige                    2025-01-27\n\n## Motion om fler bänkar\n"
        "I Alnsjö saknas bänkar. Vi yrkar\natt kommunen ställer ut fler bänkar.\n\n"
        "Elsa Brandfors (C)             Kristina\n"
        "Lund Alme (L)                  av Ås (M)\nSiv Oreby (D)                  Tor Holm (KD)"
    )
    bundle = bundle_of(text)
    assert [person.name for person in bundle.documents[0].signed_by] == ["Siv Oreby", "Tor Holm"]
    (found,) = [one for one in bundle.doubts if one.code == "sentence_not_read"]
    assert found.params == {"role": "signature"}


def test_names_that_end_a_proposal_and_what_stands_beneath_them_are_no_clauses() -> None:
    bundle = bundle_of(
        "Motion till Alnsjö kommunfullmäktige          2025-01-27\n\n## Motion om bänkar\n# Förslag till beslut\n"
        "1. Parkbolaget får i uppdrag att köpa in tjugo bänkar till torget.\n\nSiv Oreby (S) Tor Holm (M)\n\nBilaga 2\n\n"
        "Parkbolaget AB\n\nVd föredrar ärendet i enlighet med utsänd handling.\n"
    )
    (document,) = bundle.documents
    assert [clause.text for clause in document.proposals] == [
        "Parkbolaget får i uppdrag att köpa in tjugo bänkar till torget."
    ]
    assert any(source.quote.startswith("Siv Oreby (S)") for one in bundle.doubts for source in one.sources)


@pytest.mark.parametrize("lead", ["Parknämnden beslutar", "Parkförvaltningen föreslår parknämnden besluta"])
@pytest.mark.parametrize(
    "points", [["att köpa bänkarna.", "att måla dem."], ["1. att köpa bänkarna.", "2. att måla dem."]]
)
def test_the_line_that_opens_a_proposal_is_none(lead: str, points: list[str]) -> None:
    document = paper(
        "Parkförvaltningen          Tjänsteskrivelse          2025-02-12\n\n## Fler bänkar i parken\n# Förslag till beslut\n"
        + "\n".join([lead, *points])
    )
    assert [clause.text for clause in document.proposals] == ["att köpa bänkarna.", "att måla dem."]


ELECTING = """Älnsjö kommun                  TJÄNSTESKRIVELSE
Kommunledningskontoret         2025-03-04

## Val av ledamöter i rådet

# Förslag till beslut
{elected}:
{names}

# Ärendet
Rådet ska ha två ledamöter.

Lo Falk
kommunjurist
"""


@pytest.mark.parametrize("elected", ["Följande ledamöter i rådet väljs", "Till ledamöter i rådet väljs följande"])
@pytest.mark.parametrize("names", ["Anna Ek (S)\nBo Ås (M)", "\nAnna Ek (S)\n\nBo Ås (M)"])
def test_those_whom_a_paper_proposes_to_elect_are_of_the_sentence_over_their_names(elected: str, names: str) -> None:
    bundle = bundle_of(ELECTING.format(elected=elected, names=names))
    (document,) = bundle.documents
    assert [clause.text for clause in document.proposals] == [f"{elected}: Anna Ek (S) Bo Ås (M)"]
    assert [doubt.code for doubt in bundle.doubts] == []


YTTRANDE = """Kulturnämnden                  Yttrande                 2025-04-02

## Yttrande över motion av Ola Brandt (KD) om ett arkiv
{told}
att kommunen inrättar ett arkiv,
att en arkivarie anställs.

Yngve Palm
Ordförande
"""


@pytest.mark.parametrize(
    ("told", "proposed"),
    [
        ("Motionären föreslår", 0),
        ("I motionen yrkas", 0),
        ("Kulturnämnden föreslår kommunfullmäktige", 2),
    ],
)
def test_what_a_motion_wants_is_not_what_the_paper_about_it_proposes(told: str, proposed: int) -> None:
    assert len(paper(YTTRANDE.format(told=told)).proposals) == proposed


@pytest.mark.parametrize(
    "lead",
    [
        "Kontorets förslag till kommunstyrelsen för vidare beslut i kommunfullmäktige",
        "Förslag till beslut i socialnämnden:",
    ],
)
def test_who_is_asked_to_decide_is_no_proposal(lead: str) -> None:
    document = paper(
        f"Kontoret                    Tjänsteskrivelse               2025-03-04\n\n## Borgen\n# Förslag till beslut\n{lead}\n"
        "att teckna borgen,\natt ta ut en avgift.\n# Sammanfattning\nFöreningen har ansökt om borgen.\n\nEva Fors\nVA-chef"
    )
    assert [clause.text for clause in document.proposals] == ["att teckna borgen,", "att ta ut en avgift."]
    assert [(one.name, one.role) for one in document.signed_by] == [("Eva Fors", "VA-chef")]


@pytest.mark.parametrize(
    ("party", "code"), [("Kristdemokraterna", "KD"), ("(KD)", "KD"), ("Centerpartiet i Testby", "C")]
)
def test_whoever_signs_for_the_party_beneath_the_name(party: str, code: str) -> None:
    document = paper(
        f"Motion till Alnsjö kommunfullmäktige\n\n## Motion om bad\nDärför yrkar jag\natt bygga ett bad.\n\nOla Brandt\n{party}"
    )
    assert [(one.name, one.party) for one in document.signed_by] == [("Ola Brandt", code)]


@pytest.mark.parametrize(
    "lead",
    ["Samhällsbyggnadskontoret (SBK) föreslår", "Mot bakgrund av motionen föreslås kommunfullmäktige besluta"],
)
def test_what_an_office_proposes_in_its_own_paper_is_not_the_authors(lead: str) -> None:
    document = paper(
        f"Kontoret                    Tjänsteskrivelse               2025-03-04\n\n## Svar på motion om bänkar\n"
        f"Motionen handlar om bänkar.\n{lead}\natt motionen avslås,\natt frågan utreds.\n\nEva Fors\nVA-chef"
    )
    assert [clause.text for clause in document.proposals] == ["att motionen avslås,", "att frågan utreds."]


def test_signers_with_their_offices_on_one_line_and_behind_a_stroke() -> None:
    told = paper(
        "Stadsbyggnadskontoret               Utfärdat 2025-03-10\nTjänsteutlåtande\n\n## Detaljplan för kvarteret Eken\n"
        "# Ärendet\nPlanen omfattar tolv bostäder och en förskola i hela kvarteret.\n\n"
        "Per Al, stadsbyggnadsdirektör\nIda Ros, planchef\n\n# Bilagor\n1. Plankarta"
    )
    assert [(one.name, one.role) for one in told.signed_by] == [
        ("Per Al", "stadsbyggnadsdirektör"),
        ("Ida Ros", "planchef"),
    ]
    wanted = paper("Kommunfullmäktige\n\n## Motion om bänkar\nVi yrkar att kommunen ställer ut bänkar.\n\n/Cia Berg")
    assert [one.name for one in wanted.signed_by] == ["Cia Berg"]
