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
