"""Who wants what and who stays out, in the forms of other towns' minutes, in small."""

from __future__ import annotations

import pytest

from tests.importers.short import told
from tests.importers.test_forms_of_minutes import COVER, codes, minutes, stated
from tests.importers.typeset import bundle_of

YRKANDEN = [
    (
        "Bo Ås (M) nominerar Per Al (M). Cia Berg (V) nominerar Siv Ro (V) till ersättare.",
        ["eget: Bo Ås (M)", "eget: Cia Berg (V)"],
        [],
    ),
    ("Valberedningen nominerar Per Al (M) till ordförande.", [], ["error sentence_not_read"]),
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
        "Ordföranden Anna Ek (S) yrkar på att motionen ska anses besvarad. Bo Ås (M) yrkar att förslaget anses besvarat.",
        ["besvara: Anna Ek (S)", "besvara: Bo Ås (M)"],
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


def test_the_yrkanden_of_members_under_a_heading_that_says_whose_they_are() -> None:
    for heading in ("Förslag till beslut från ledamöter", "Debatt och yrkanden"):
        bundle = minutes(f"## § 41 Bad\n# {heading}\nBo Ås (M) yrkar avslag på motionen.\n# Beslut\nMotionen avslås.")
        assert stated(bundle.documents[0].items[0])[1:] == ["avslag: Bo Ås (M)"]


def test_a_reservation_that_follows_and_a_certified_extract() -> None:
    bundle = minutes(
        "## § 41 Bad\n# Beslut\nMotionen avslås.\n# Reservation\nBo Ås (M) lämnar följande reservation: Vi vill bada.\n"
        "# Expediering\nKommunstyrelsen\n# Utdragets riktighet bestyrks:\nLova Grahn, nämndsekreterare"
    )
    (item,) = bundle.documents[0].items
    assert stated(item)[1:] == ["reservation: Bo Ås (M)"]
    assert item.sent_to == ("Kommunstyrelsen",)


def test_a_case_number_within_the_title_and_a_proposal_on_the_line_beneath() -> None:
    (item,) = (
        minutes(
            "# § 41 Val av god man, dnr 2025-17 (sekretess)\nFörslag till beslut: Gode mannen byts.\nBeslut: Gode mannen byts ut."
        )
        .documents[0]
        .items
    )
    assert (item.title, item.case_numbers) == ("Val av god man", ("2025-17",))
    assert [clause.text for one in item.decisions for clause in one.clauses] == ["Gode mannen byts ut."]
    assert [section.role.value for section in item.sections] == ["proposal", "decision"]


def test_a_list_of_votes_with_columns_for_several_votes_is_doubted() -> None:
    bundle = minutes(
        "## § 41 Bad\n# Omröstning\nJa för bifall, nej för avslag. Omröstningen utfaller med 2 ja mot 1 nej.\n"
        "# Namn          Parti     Omr. 1     Omr. 2\nAnna Ek         S         Ja         Nej\n"
        "Bo Ås           M         Nej        Nej\nCia Berg        V         Ja         Ja\n# Beslut\nMotionen avslås."
    )
    assert "error sentence_not_read" in codes(bundle)


def test_minutes_that_are_not_told_as_such_are_doubted() -> None:
    told = bundle_of("Protokollet\n1 Bo Ås (M) yrkar avslag på motionen.\n2 Mot beslutet reserverar sig Bo Ås (M).")
    assert [one.kind.value for one in told.documents] == ["other"]
    assert "error outside_items" in codes(told)


DISSENT = [
    (
        "# Beslut\natt avslå motionen\nMot beslutet anmäls reservation av Cia Berg (V).",
        ["decision: 41 decides: att avslå motionen", "fact: 41 reservation: Cia Berg (V)"],
    ),
    (
        "# Beslut\nMotionen avslås.\nLedamöterna i Vänsterpartiet valde att inte delta i beslutet.",
        ["decision: 41 decides: Motionen avslås.", "fact: 41 deltar_ej: V"],
    ),
    (
        "# Beslut\nMotionen avslås.\nBo Ås (M) och Cia Berg (V) antecknar avvikande mening.",
        ["decision: 41 decides: Motionen avslås.", "fact: 41 reservation: Bo Ås (M), Cia Berg (V)"],
    ),
    (
        "# Beslut\nMotionen avslås.\nBo Ås (M) lade ner sin röst.",
        ["decision: 41 decides: Motionen avslås.", "error: vote_may_be_missed"],
    ),
    (
        "# Beslut\nMotionen avslås.\nPå grund av jäv deltog inte ordföranden.",
        ["decision: 41 decides: Motionen avslås.", "error: abstention_may_be_missed"],
    ),
    (
        "# Beslut\nMotionen avslås.\nKommunen deltar inte i mässan 2025.",
        ["decision: 41 decides: Motionen avslås.", "decision: 41 decides: Kommunen deltar inte i mässan 2025."],
    ),
    ("# Beslut\nMotionen avslås.\n# Reservation\nInga reservationer.", []),
    (
        "# Förslag\nValet bereds. Cia Berg (V) föreslår att Dan Holm (C) väljs.\n# Beslut\nDan Holm (C) väljs.",
        ["error: yrkande_may_be_missed"],
    ),
]


@pytest.mark.parametrize(("text", "facts"), DISSENT)
def test_who_is_against_beneath_a_decision(text: str, facts: list[str]) -> None:
    keys = {"error", *(fact.partition(":")[0] for fact in facts)}
    read = told(minutes(f"## § 41 Svar på motion om bad\n{text}"))
    assert [fact for fact in read if fact.partition(":")[0] in keys] == facts


@pytest.mark.parametrize(
    "text",
    [
        "Socialdemokraterna föreslår Anna Ek till ordförande.",
        "Moderaterna föreslår att Anna Ek väljs till ordförande.",
    ],
)
def test_whom_a_party_proposes_under_a_heading_of_proposals(text: str) -> None:
    bundle = minutes(f"## § 41 Val\n# Förslag\n{text}\n# Beslut\nAnna Ek väljs till ordförande.")
    assert codes(bundle) == ["error yrkande_may_be_missed"]


@pytest.mark.parametrize("how", ["Bo Ås (M), jäv § 41", "Bo Ås (M) (jäv §§ 40-41)", "Bo Ås (M), ej § 41 pga jäv"])
def test_who_is_biased_on_the_cover_alone(how: str) -> None:
    cover = COVER.replace("Bo Ås (M)", how) + "Justerare: Cia Berg\n"
    silent, said = (
        minutes(f"## § 41 Bad\n# Beslut\nMotionen avslås.{more}", cover)
        for more in ("", "\n# Jäv\nBo Ås (M) deltar inte i beslutet på grund av jäv.")
    )
    assert [codes(silent), codes(said)] == [["error abstention_may_be_missed"], []]


def test_that_the_chair_is_biased_on_the_cover_alone() -> None:
    cover = COVER.replace("ordförande", "ordförande, ej § 41 på grund av jäv") + "Justerare: Bo Ås\n"
    assert codes(minutes("## § 41 Bad\n# Beslut\nMotionen avslås.", cover)) == ["error abstention_may_be_missed"]


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Omedelbar justering av § 41, 2025-03-04", "verified: 2025-03-04 | None"),
        ("Anslagsdatum: 2025-03-12\nNedtagningsdatum: 2025-04-03", "notice: 2025-03-12 | 2025-04-03"),
        ("Uppsättningsdatum 2025-03-12     Nedtagningsdatum 2025-04-03", "notice: 2025-03-12 | 2025-04-03"),
    ],
)
def test_days_of_verifying_and_of_the_notice(line: str, fact: str) -> None:
    assert fact in told(minutes("## § 41 Bad\n# Beslut\nMotionen avslås.", f"{COVER}Justerare: Bo Ås\n{line}\n"))


SEVERAL_VOTES = [
    "Namn Parti     Omr. 1     Omr. 2\nAnna Ek S     Ja     Avstår\nBo Ås M     Nej     Avstår\nCia Berg V     Ja     Avstår",
    "Namn     Votering 1     Votering 2\nAnna Ek (S)     Ja     Avstår\nBo Ås (M)     Avstår     Ja\nCia Berg (V)     Ja     Nej",
    "Ledamot     1     2\nAnna Ek (S)     J     A\nBo Ås (M)     N     J\nCia Berg (V)     J     N",
    "Namn     Ja     Nej     Ja     Nej\nAnna Ek (S)     X               X\nBo Ås (M)          X          X\nCia Berg (V)               X",
    "Anna Ek (S)     Ja     Nej\nBo Ås (M)     Nej     Avstår\nCia Berg (V)     Ja     Nej",
]


@pytest.mark.parametrize("rows", SEVERAL_VOTES)
def test_no_ballot_is_read_of_a_list_of_several_votes(rows: str) -> None:
    asked = "Ja för bifall, nej för avslag. Omröstningen utfaller med 2 ja mot 1 nej."
    bundle = minutes(f"## § 41 Bad\n# Omröstning\n{asked}\n{rows}\n# Beslut\nMotionen avslås.")
    (vote,) = bundle.documents[0].items[0].votes
    assert ((vote.yes, vote.no), vote.ballots) == ((2, 1), ())
    assert codes(bundle) == ["error sentence_not_read"]


def test_an_appendix_of_several_votes_is_doubted() -> None:
    rows = "Anna Ek     S     Ja     Nej\nBo Ås     M     Nej     Nej\nCia Berg     V     Ja     Avstår"
    item = "## § 41 Bad\n# Omröstning\nJa för bifall, nej för avslag. Omröstningen utfaller med 2 ja mot 1 nej."
    listed = f"# Bilaga 1\nNamn     Parti     Omr. 1     Omr. 2\n{rows}"
    told = bundle_of(f"{COVER}Justerare: Bo Ås\n\n{item}\n# Beslut\nMotionen avslås.", listed)
    assert codes(told) == ["error vote_list_unplaced"]


def test_names_alone_under_a_heading_that_says_that_they_move_something() -> None:
    for names in ("Anna Ek (S) och Bo Ås (M)", "Anna Ek (S)\nBo Ås (M)"):
        bundle = minutes(f"## § 41 Bad\n# Yrkande om bordläggning\n{names}\n# Beslut\nMotionen avslås.")
        assert codes(bundle) == ["error yrkande_may_be_missed"]
