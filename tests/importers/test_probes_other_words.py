"""The kinds of the probes in other words and in another layout, all invented, read from text alone."""

from __future__ import annotations

import pytest

from importers.bundle import Document, Item
from tests.importers.reading import attendance_of, who
from tests.importers.test_forms_of_minutes import COVER, ITEM, codes, minutes, stated


def item_of(text: str) -> Item:
    return minutes(text).documents[0].items[0]


def document_of(cover: str) -> Document:
    return minutes(ITEM, cover).documents[0]


RECEIVERS = [
    ("Beslutet skickas till", "Parknämnden, löneenheten, Eva Lind", ("Parknämnden", "löneenheten", "Eva Lind")),
    ("Expedieras till", "Parknämnden\nLöneenheten\nEva Lind", ("Parknämnden", "Löneenheten", "Eva Lind")),
    ("Kopia till", "• Parknämnden\n• Löneenheten\n• Eva Lind", ("Parknämnden", "Löneenheten", "Eva Lind")),
]


@pytest.mark.parametrize(("heading", "text", "receivers"), RECEIVERS)
def test_receivers(heading: str, text: str, receivers: tuple[str, ...]) -> None:
    assert item_of(f"{ITEM}\n# {heading}\n{text}").sent_to == receivers


PROPOSALS = [
    "# Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.",
    "# Förslag till beslut i kommunfullmäktige\natt avslå motionen.",
    "# Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt avslå motionen.",
    "# Beslut – förslag till kommunfullmäktige\n1. Motionen avslås.",
]


@pytest.mark.parametrize("text", PROPOSALS)
def test_proposals_to_the_council(text: str) -> None:
    item = item_of(f"## § 41 Svar på motion om bänkar\n{text}")
    assert [(one.mode.value, one.to) for one in item.decisions] == [("proposes", "kommunfullmäktige")]
    assert (item.title, item.outcome and item.outcome.value) == ("Svar på motion om bänkar", "avslag")


HEADS = ["TN § 41", "Tn au § 41", "§ 41/2025", "KF § 41", "Valn. § 41"]


@pytest.mark.parametrize("head", HEADS)
def test_heads_of_paragraphs(head: str) -> None:
    bundle = minutes(
        f"{head}\nSvar på motion om bänkar\n\nBeslut\nMotionen avslås.\n\n{head.replace('41', '42')}\nTaxa\n\nBeslut\nTaxan antas."
    )
    assert [(one.number, one.title) for one in bundle.documents[0].items] == [
        ("41", "Svar på motion om bänkar"),
        ("42", "Taxa"),
    ]


CONTENTS = [
    "Innehållsförteckning\n§ 41 Svar på motion om bänkar ......... 3\n§ 42 Taxa ......... 4\n",
    "Ärendelista\n§ 41   Svar på motion om bänkar   3\n§ 42   Taxa   4\n",
]


@pytest.mark.parametrize("contents", CONTENTS)
def test_a_table_of_contents(contents: str) -> None:
    bundle = minutes(f"{contents}\n{ITEM}\n\n## § 42 Taxa\n# Beslut\nTaxan antas.")
    assert [one.number for one in bundle.documents[0].items] == ["41", "42"]


VOTES = [
    "# Votering 1\nJa-röst för avslag. Nej-röst för bifall.\nAnna Ek (S): Ja\nBo Ås (M): Nej\nCia Berg (V): Ja\nUtfall: 2 ja-röster och 1 nej-röst.",
    "# Omröstning begärs\nJa-röst för avslag. Nej-röst för bifall.\nJa-röster (2): Anna Ek (S), Cia Berg (V)\nNej-röster (1): Bo Ås (M)",
    "# Omröstningsresultat\nJa-röst för avslag. Nej-röst för bifall.\nFöljande röstar ja: Anna Ek (S) och Cia Berg (V). Följande röstar nej: Bo Ås (M). 2 ja-röster och 1 nej-röst.",
    "# Omröstning\nJa-röst för avslag. Nej-röst för bifall.\nLedamot        Parti    Ja    Nej\nAnna Ek        S        X\nBo Ås          M              X\nCia Berg       V        X\nSumma                   2     1",
]


@pytest.mark.parametrize("text", VOTES)
def test_votes(text: str) -> None:
    (vote,) = item_of(f"{ITEM}\n{text}").votes
    cast = sorted((one.name, one.vote.value) for one in vote.ballots)
    assert (vote.yes, vote.no, cast) == (2, 1, [("Anna Ek", "yes"), ("Bo Ås", "no"), ("Cia Berg", "yes")])


STANCES = [
    ("Anna Ek (S) yrkar att kommunstyrelsen bordlägger ärendet.", "bordlaggning: Anna Ek (S)"),
    ("Anna Ek (S) hemställer om återremiss.", "aterremiss: Anna Ek (S)"),
    ("Anna Ek (S) yrkar att motionen ska anses besvarad.", "besvara: Anna Ek (S)"),
    ("Anna Ek (S) föreslår att ärendet återremitteras.", "aterremiss: Anna Ek (S)"),
    ("Anna Ek (S) yrkar avslag på motionen, vilket Bo Ås (M) biträder.", "avslag: Anna Ek (S), Bo Ås (M)"),
    (
        "Anna Ek (S), Cia Berg (V) och Carl\nHolm (C) yrkar bifall till motionen.",
        "bifall: Anna Ek (S), Cia Berg (V), Carl Holm (C)",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STANCES)
@pytest.mark.parametrize("heading", ["Yrkanden", "Yrkanden på sammanträdet", "Förslag och yrkanden"])
def test_stances(heading: str, text: str, wanted: str) -> None:
    assert stated(item_of(f"{ITEM}\n# {heading}\n{text}"))[1:] == [wanted]


TWO_WANT = [
    "Anna Ek (S) yrkar avslag på motionen och Bo Ås (M) yrkar bifall till motionen.",
    "Anna Ek (S) yrkar avslag på motionen medan Bo Ås (M) yrkar bifall till densamma.",
    "Anna Ek (S) yrkar avslag på motionen. Bifall till motionen yrkar Bo Ås (M).",
]


@pytest.mark.parametrize("text", TWO_WANT)
def test_two_who_want_different_things(text: str) -> None:
    assert stated(item_of(f"{ITEM}\n# Yrkanden\n{text}"))[1:] == ["avslag: Anna Ek (S)", "bifall: Bo Ås (M)"]


RESERVATIONS = [
    ("Reservationer", "Bo Ås (M) och Cia Berg (V) reserverar sig mot beslutet."),
    ("Reservation/er", "Mot beslutet reserverar sig Bo Ås (M) och Cia Berg (V)."),
    ("Reservation mot beslutet", "• Bo Ås (M)\n• Cia Berg (V)"),
]


@pytest.mark.parametrize(("heading", "text"), RESERVATIONS)
def test_reservations(heading: str, text: str) -> None:
    people = [who(one) for told in item_of(f"{ITEM}\n# {heading}\n{text}").reservations for one in told.people]
    assert people == ["Bo Ås (M)", "Cia Berg (V)"]


WINNERS = [
    ("Ordföranden ställer förslagen mot varandra och finner att Bo Ås (M) yrkande bifalls.", "Bo Ås (M) yrkande"),
    ("Ordförande frågar om motionen kan avslås och finner att så sker.", "avslag"),
    ("Ordföranden prövar yrkandena var för sig och finner att kommunstyrelsen avslår motionen.", "avslag"),
]


@pytest.mark.parametrize(("text", "winner"), WINNERS)
def test_winners(text: str, winner: str) -> None:
    bundle = minutes(f"{ITEM}\n# Beslutsgång\n{text}")
    winners = [one.winner for one in bundle.documents[0].items[0].propositions]
    assert len(winners) == 1 and winners[0] is not None
    assert winner.casefold()[:6] in winners[0].casefold() or "avslå" in winners[0]


ELECTED = [
    "Till ordförande utses Anna Ek (S).",
    "Kommunstyrelsen väljer Anna Ek (S) till ordförande.",
    "1. Till ledamöter väljs:\nAnna Ek (S)\nBo Ås (M)",
]


@pytest.mark.parametrize("text", ELECTED)
def test_elections(text: str) -> None:
    item = item_of(f"## § 41 Val\n# Beslut\n{text}")
    assert (item.outcome and item.outcome.value, len(item.decisions[0].clauses)) == ("val", 1)


CASES = [
    ("## § 41 Svar på motion om bänkar (KS/2025:41)", "KS/2025:41"),
    ("## § 41 Svar på motion om bänkar\nDnr 2025.0041", "2025.0041"),
    ("## § 41 Svar på motion om bänkar\nDiarienummer: 25/KS 0041", "25/KS 0041"),
    ("## § 41    KS 2025/41    Svar på motion om bänkar", "KS 2025/41"),
]


@pytest.mark.parametrize(("head", "case"), CASES)
def test_case_numbers(head: str, case: str) -> None:
    item = item_of(f"{head}\n# Beslut\nMotionen avslås.")
    assert (item.title, item.case_numbers) == ("Svar på motion om bänkar", (case,))


BARE = COVER.split("Beslutande", maxsplit=1)[0]
ATTENDANCE = [
    ("Beslutande; Anna Ek (S), ordförande\nBo Ås (M)\n", "Anna Ek (S)", ["Bo Ås (M)"], []),
    ("Beslutande    S Anna Ek, ordförande\n              M Bo Ås\n", "Anna Ek (S)", ["Bo Ås (M)"], []),
    ("Ledamöter    Anna Ek ordförande (S)\n             Bo Ås (M)\n", "Anna Ek (S)", ["Bo Ås (M)"], []),
    (
        "Ledamöter              Ej tjänstgörande ersättare\nAnna Ek (S), ordf.     Cia Berg (V)\nBo Ås (M)              Dan Holm (C)\n",
        "Anna Ek (S)",
        ["Bo Ås (M)"],
        ["Cia Berg (V) not serving", "Dan Holm (C) not serving"],
    ),
    (
        "Beslutande: Anna Ek (S), ordförande, Bo Ås (M)\nTjänstgörande ersättare: Cia Berg (V) för Dan Holm (V)\n",
        "Anna Ek (S)",
        ["Bo Ås (M)"],
        ["Cia Berg (V) for Dan Holm (V)"],
    ),
]


@pytest.mark.parametrize(("rows", "chair", "members", "substitutes"), ATTENDANCE)
def test_attendance(rows: str, chair: str, members: list[str], substitutes: list[str]) -> None:
    assert attendance_of(document_of(BARE + rows))[:3] == (chair, members, substitutes)


ALL_BUT = [
    "Samtliga ledamöter utom Bo Ås (M)",
    "Alla ledamöter förutom Bo Ås (M)",
    "Samtliga ledamöter med undantag för\n              Bo Ås (M)",
]


@pytest.mark.parametrize("text", ALL_BUT)
def test_who_was_away_is_not_there(text: str) -> None:
    bundle = minutes(ITEM, f"{BARE}Beslutande    {text}\n")
    attendance = bundle.documents[0].attendance
    assert attendance is None or not attendance.members
    assert "note attendance_all_but" in codes(bundle)


HEADINGS = [
    "Kommunfullmäktige          Protokoll\nÄlnsjö kommun              2025-03-11",
    "Älnsjö kommun\nProtokoll\nBeslutande organ    Kommunfullmäktige\nSammanträdesdatum   2025-03-11",
    "ÄLNSJÖ KOMMUN\nSAMMANTRÄDESPROTOKOLL\nOrgan och sammanträdesdatum    Kommunfullmäktige 2025-03-11",
]


@pytest.mark.parametrize("head", HEADINGS)
def test_whose_minutes_and_of_which_day(head: str) -> None:
    (document,) = minutes(ITEM, f"{head}\n\nBeslutande: Anna Ek (S), ordförande\nBo Ås (M)\n").documents
    assert (document.municipality, document.body, str(document.date)) == (
        "Älnsjö kommun",
        "Kommunfullmäktige",
        "2025-03-11",
    )
