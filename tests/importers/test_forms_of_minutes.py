"""Whole minutes in small, invented, in forms that nobody tuned for: every fact and doubt of a § or of the cover."""

from __future__ import annotations

import pytest

from importers.bundle import Bundle, Document, Item
from tests.importers.reading import who
from tests.importers.typeset import bundle_of

COVER = """
Älnsjö kommun
Kommunstyrelsen
# PROTOKOLL
Sammanträdesdatum: 2025-03-11

Plats och tid: Kommunhuset, kl. 9.00–11.30
Beslutande: Anna Ek (S), ordförande
Bo Ås (M)
Cia Berg (V)
"""


def minutes(beneath: str, cover: str = COVER + "Justerare: Bo Ås\n") -> Bundle:
    return bundle_of(f"{cover}\n{beneath}")


def stated(item: Item) -> list[str]:
    """Every clause, yrkande, vote and reservation of the §, in short."""
    return [
        *(f"{clause.number or '-'} {clause.text}" for one in item.decisions for clause in one.clauses),
        *(f"{one.stance.value}: {', '.join(who(mover) or '' for mover in one.movers)}" for one in item.yrkanden),
        *(
            f"{vote.yes}-{vote.no}: " + ", ".join(f"{one.name} {one.vote.value}" for one in vote.ballots)
            for vote in item.votes
        ),
        *(f"reservation: {', '.join(who(one) or '' for one in told.people)}" for told in item.reservations),
    ]


def codes(bundle: Bundle) -> list[str]:
    return [f"{one.severity.value} {one.code}" for one in bundle.doubts]


BENEATH_CLAUSES = [
    ("att avslå motionen.\nOrdföranden förklarar mötet avslutat.", ["- att avslå motionen."], []),
    (
        "1. Motionen avslås.\n2. Taxan antas.\n\nSamtliga ledamöter är eniga i beslutet.",
        ["1 Motionen avslås.", "2 Taxan antas."],
        [],
    ),
    (
        "1. Motionen avslås.\nOrdföranden Anna Ek (S) tackar för i dag och avslutar sammanträdet kl. 16.30.",
        ["1 Motionen avslås."],
        [],
    ),
    (
        "1. Motionen avslås.\n# Reservation\nBo Ås (M) reserverar sig mot beslutet.\n\nParagrafen är justerad 2025-03-14.\n"
        "Utdragets riktighet intygas\nIda Ros",
        ["1 Motionen avslås.", "reservation: Bo Ås (M)"],
        [],
    ),
    (
        "att avslå motionen.\nÄrendet är brådskande för föreningarna.",
        ["- att avslå motionen."],
        ["error sentence_not_read"],
    ),
    (
        "1. Motionen avslås.\n\nTaxan gäller från den 1 maj.",
        ["1 Motionen avslås.", "- Taxan gäller från den 1 maj."],
        [],
    ),
    (
        "1. Motionen avslås.\n2. Nämnden får i uppdrag att räkna på hela kostnaden. 3.\nTaxan antas.",
        ["1 Motionen avslås.", "2 Nämnden får i uppdrag att räkna på hela kostnaden.", "3 Taxan antas."],
        [],
    ),
    (
        "1. att anta taxan, 2.\natt taxan gäller tills vidare, samt 3.\natt följa upp den.",
        ["1 att anta taxan,", "2 att taxan gäller tills vidare, samt", "3 att följa upp den."],
        [],
    ),
    (
        "1. Motionen avslås.\n2. Bidraget betalas enligt bilaga 3.\nTaxan antas.",
        ["1 Motionen avslås.", "2 Bidraget betalas enligt bilaga 3.", "- Taxan antas."],
        [],
    ),
]


@pytest.mark.parametrize(("text", "clauses", "doubts"), BENEATH_CLAUSES)
def test_what_stands_beneath_clauses(text: str, clauses: list[str], doubts: list[str]) -> None:
    bundle = minutes(f"## § 41 Svar på motion om bänkar\nKS-2025-00041\n# Beslut\n{text}")
    assert (stated(bundle.documents[0].items[0]), codes(bundle)) == (clauses, doubts)


COUNTS = [
    "Nämnden röstade 7-4 för avslag.",
    "Efter diskussion röstade nämnden 7 mot 4 för avslag.",
    "Rösterna fördelades 7–4.",
    "Omröstningen utföll 7-4.",
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("heading", ["# Ärendet\n", "# Sammanfattning\n", ""])
def test_a_count_told_in_running_text_is_doubted(heading: str, count: str) -> None:
    text = f"1. Motionen avslås.\n\n{heading}Motionärerna vill ha bänkar. {count}"
    assert "error vote_may_be_missed" in codes(minutes(f"## § 41 Svar på motion om bänkar\n# Beslut\n{text}"))


LISTS_BEHIND_COUNTS = [
    "Omröstningsresultat: 2 ja, 1 nej Ja: Anna Ek (S), Cia Berg (V) Nej: Bo Ås (M)",
    "Utfallet blir 2 ja mot 1 nej. Ja: Anna Ek, Cia Berg\nNej: Bo Ås",
    "Ja-röster: 2 Nej-röster: 1 Ja: Anna Ek, Cia Berg. Nej: Bo Ås",
]


@pytest.mark.parametrize("text", LISTS_BEHIND_COUNTS)
def test_lists_right_behind_counts(text: str) -> None:
    put = "Ja för att avslå motionen. Nej för att bifalla motionen."
    bundle = minutes(f"## § 41 Svar på motion om bänkar\n# Beslut\n1. Motionen avslås.\n# Omröstning\n{put}\n{text}")
    assert stated(bundle.documents[0].items[0])[1:] == ["2-1: Anna Ek yes, Cia Berg yes, Bo Ås no"]


def test_a_list_of_names_that_is_not_read_is_doubted() -> None:
    put = "Ja för att avslå motionen. Nej för att bifalla motionen."
    text = "Ja-röster: 3. Nej-röster: 1. Ja: Anna Ek, Cia Berg. Nej: Bo Ås"
    bundle = minutes(f"## § 41 Svar på motion om bänkar\n# Beslut\n1. Motionen avslås.\n# Omröstning\n{put}\n{text}")
    assert "error sentence_not_read" in codes(bundle) or "error vote_count_differs" in codes(bundle)


def days(document: Document) -> tuple[str | None, str | None, str | None]:
    """When the minutes were verified, when the notice was posted and taken down."""
    verified, notice = document.verification, document.notice
    return (
        str(verified.date) if verified else None,
        str(notice.posted) if notice and notice.posted else None,
        str(notice.until) if notice and notice.until else None,
    )


DAYS = [
    (
        "Protokollet justeras digitalt 2025-03-14",
        "Anslaget har publicerats 2025-03-15",
        ("2025-03-14", "2025-03-15", None),
    ),
    (
        "Justeringen äger rum fredagen den 14 mars 2025",
        "Protokollet har anslagits 2025-03-15 och anslaget tas ned 2025-04-06",
        ("2025-03-14", "2025-03-15", "2025-04-06"),
    ),
    ("Justerat 2025-03-14", "Tillkännagivet på anslagstavlan den 15 mars 2025", ("2025-03-14", "2025-03-15", None)),
]
ITEM = "## § 41 Svar på motion om bänkar\nKS-2025-00041\n# Beslut\n1. Motionen avslås."


@pytest.mark.parametrize(("verified", "posted", "read"), DAYS)
def test_days_of_verifying_and_posting(verified: str, posted: str, read: tuple[str | None, ...]) -> None:
    on_cover = minutes(ITEM, f"{COVER}Justerare: Bo Ås\n{verified}\n{posted}\n")
    beneath = minutes(f"{ITEM}\n\n{verified}\n{posted}")
    assert [days(one.documents[0]) for one in (on_cover, beneath)] == [read, read]
    assert stated(beneath.documents[0].items[0]) == ["1 Motionen avslås."]


def test_days_in_no_known_form_are_doubted() -> None:
    bundle = minutes(f"{ITEM}\n\nJusterades 14/3 2025 i Rådhuset\nAnslaget uppe från 15/3 2025")
    assert days(bundle.documents[0]) == (None, None, None)
    assert codes(bundle) == ["note verification_not_read", "note notice_not_read"]
    assert stated(bundle.documents[0].items[0]) == ["1 Motionen avslås."]


@pytest.mark.parametrize(
    "signed",
    [
        "Justerat 2025-03-14\n\nAnna Ek         Bo Ås\nOrdförande      Justerare",
        "Justerat den 14 mars 2025\nAnna Ek\nBo Ås",
    ],
)
def test_two_names_beneath_the_day_of_verifying(signed: str) -> None:
    (document,) = minutes(f"{ITEM}\n\n{signed}", COVER).documents
    assert ([who(one) for one in document.justerare], days(document)[0]) == (["Bo Ås"], "2025-03-14")


@pytest.mark.parametrize("label", ["Ärendenr:", "Ärende nr", "Dnr:", "Diarienr"])
def test_a_label_over_the_case_number_is_no_title(label: str) -> None:
    (item,) = (
        minutes(f"## § 41\n{label}\n2025/43\nSvar på motion om bord\n# Beslut\n1. Motionen avslås.").documents[0].items
    )
    assert (item.title, item.case_numbers) == ("Svar på motion om bord", ("2025/43",))


def test_what_somebody_wants_with_nobody_named_is_a_grave_doubt() -> None:
    bundle = minutes(f"{ITEM}\n# Yrkande\nKommunstyrelsen beslutar:\n• att bifalla motionen\n• att anta planen")
    assert codes(bundle) == ["error sentence_not_read"]


def test_yrkanden_as_bullets() -> None:
    text = (
        "# Yrkanden\n• Anna Ek (S) yrkar avslag på motionen.\n• Bo Ås (M) och Cia Berg (V) yrkar bifall till motionen."
    )
    (item,) = minutes(f"{ITEM}\n{text}").documents[0].items
    assert stated(item)[1:] == ["avslag: Anna Ek (S)", "bifall: Bo Ås (M), Cia Berg (V)"]


SIGNED_SMALL = COVER + "\nJusteras den 21 maj 2025\n\nAnna Ek           Bo Ås\nordförande        justerare\n"
LABELLED = ["Justeras av      Bo Ås", "Justerare: ____________ Bo Ås", "Justeringsperson    Bo Ås"]


@pytest.mark.parametrize("cover", [SIGNED_SMALL, *(f"{COVER}{label}\n" for label in LABELLED)])
def test_who_verifies(cover: str) -> None:
    (document,) = minutes(ITEM, cover).documents
    assert [one.name for one in document.justerare] == ["Bo Ås"]


def test_a_substitute_named_as_one_in_a_sentence_serves_not() -> None:
    cover = (
        COVER.split("Beslutande", maxsplit=1)[0]
        + "Närvarande: Bo Ås (M) och Cia Berg (V) samt ersättaren Ada Ros (C).\n"
    )
    attendance = minutes(ITEM, cover).documents[0].attendance
    assert attendance is not None
    assert [who(one.person) for one in attendance.members] == ["Bo Ås (M)", "Cia Berg (V)"]
    assert [(who(one.person), one.serving) for one in attendance.substitutes] == [("Ada Ros (C)", False)]


def test_a_list_of_votes_under_a_heading_of_its_own_is_that_of_the_vote() -> None:
    put = "Den som vill avslå motionen röstar ja. Den som vill bifalla motionen röstar nej."
    rows = "Ledamot        Parti    Ja    Nej    Avstår\nAnna Ek        S        X\nBo Ås          M              X"
    reserved = "# Reservation\nBo Ås (M) reserverar sig mot beslutet."
    told = f"{ITEM}\n# Omröstning\n{put}\nOmröstningen utfaller med {{}}.\n{reserved}\n# Voteringslista\n{rows}"
    (item,) = minutes(told.format("1 ja och 1 nej")).documents[0].items
    assert [len(item.votes), *stated(item)[1:]] == [1, "1-1: Anna Ek yes, Bo Ås no", "reservation: Bo Ås (M)"]
    assert "error vote_without_count" in codes(minutes(told.format("2 ja och 1 nej")))


RUN_IN = """## § 41. Dnr: KS/2025:55. Snöröjning på gångvägar
Beslut: Kommunstyrelsen beslutar anta riktlinjen.
Yrkande: Cia Berg (V) yrkar att nämnden köper fler maskiner.
Reservation: Cia Berg (V) och Anna Ek (S) till förmån för eget yrkande.
Protokollsanteckning: Bo Ås (M) vill till protokollet ha antecknat att snö är kallt.
Expediering: Gatuenheten"""


def test_headings_that_text_goes_on_from_behind_their_colon() -> None:
    (item,) = minutes(RUN_IN).documents[0].items
    assert (item.title, item.case_numbers, item.sent_to) == (
        "Snöröjning på gångvägar",
        ("KS/2025:55",),
        ("Gatuenheten",),
    )
    assert stated(item) == [
        "- Kommunstyrelsen beslutar anta riktlinjen.",
        "eget: Cia Berg (V)",
        "reservation: Cia Berg (V), Anna Ek (S)",
    ]
    assert [who(one) for told in item.statements for one in told.people] == ["Bo Ås (M)"]


def test_what_a_body_decides_itself_beside_what_it_proposes() -> None:
    text = (
        "# Arbetsutskottets förslag till kommunstyrelsen\natt godkänna uppföljningen.\n"
        "# Arbetsutskottets beslut för egen del\natt ekonomichefen kallas till nästa möte."
    )
    cover = COVER.replace("Kommunstyrelsen", "Kommunstyrelsens arbetsutskott")
    (item,) = minutes(f"## § 41 Uppföljning\n{text}", cover).documents[0].items
    assert [(one.mode.value, one.to) for one in item.decisions] == [("proposes", "kommunstyrelsen"), ("decides", None)]


def test_what_a_person_has_noted_beneath_a_decision_is_no_clause() -> None:
    noted = "Bo Ås (M) antecknar till protokollet att han hade önskat ett utförligare yttrande."
    (item,) = (
        minutes(f"## § 41 Yttrande\n# Beslut\nKommunstyrelsen beslutar att lämna yttrandet.\n{noted}")
        .documents[0]
        .items
    )
    assert stated(item) == ["- Kommunstyrelsen beslutar att lämna yttrandet."]
    assert [(told.kind.value, who(told.people[0])) for told in item.statements] == [
        ("protokollsanteckning", "Bo Ås (M)")
    ]


# Minutes in prose and in past tense, without headings: nothing of them becomes title, and what is not read is doubted.
PROSE = [
    ("Taxor 2026", "Bo Ås (M) yrkade att taxorna lämnas oförändrade.", "error yrkande_may_be_missed"),
    ("Delårsrapport", "Direktionen beslutade att godkänna delårsrapporten.", "error decision_may_be_missed"),
    ("Lokaler", "Cia Berg (V) föreslog att biblioteket används.", "error yrkande_may_be_missed"),
    ("Taxor 2026", "Bo Ås (M) anmälde avvikande mening.", "error reservation_may_be_missed"),
]


@pytest.mark.parametrize(("title", "told", "code"), PROSE)
def test_prose_beneath_a_title_in_its_own_type(title: str, told: str, code: str) -> None:
    bundle = minutes(f"§ 41 {title}\n{told}\n\n§ 42 Övrigt\nInget fanns att anteckna.")
    assert code in codes(bundle)
    if "anmälde" not in told:
        assert bundle.documents[0].items[0].title == title


def test_a_sentence_that_is_taken_for_the_title_is_doubted() -> None:
    title = "## § 41 Taxor 2026 Bo Ås (M) yrkar att taxorna lämnas oförändrade"
    assert "error yrkande_may_be_missed" in codes(minutes(f"{title}\n# Beslut\nTaxorna antas."))
