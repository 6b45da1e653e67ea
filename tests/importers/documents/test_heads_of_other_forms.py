"""Heads and covers of forms that no leaflet tells: other bodies, labels above values, days in the cover's rows."""

from __future__ import annotations

import pytest

from importers.bundle import Bundle, DocumentKind
from importers.documents.head_cells import parts_of
from importers.doubts import DoubtCode
from tests.importers.typeset import bundle_of

ITEM = "\n\n# § 41 Inköp av bänkar\n# Beslut\nBänkarna köps in.\n"
LABELS_ABOVE = "TESTBODA KOMMUN          PROTOKOLL\nSammanträdesdag          Paragrafer          Blad\n2025-03-04               41                  117\n{body}"
ROWS = "PROTOKOLL                                   1 (1)\n\nBeslutande organ         {body}\nSammanträdesdatum        2025-03-04\nBeslutande               Asta Lindvall (S)"
NOTICE = "Testboda kommun          Sammanträdesprotokoll\n\nBeslutande               Asta Lindvall (S)\nUtses att justera        Asta Lindvall\nOrgan och                {body} 2025-03-04\nsammanträdesdatum"


def head_of(bundle: Bundle) -> tuple[str | None, str | None]:
    (document,) = bundle.documents
    return document.body, document.date.isoformat() if document.date else None


@pytest.mark.parametrize("form", [LABELS_ABOVE, ROWS, NOTICE])
@pytest.mark.parametrize(
    "body",
    [
        "Kommunstyrelsen",
        "Folkhälsorådet",
        "Direktionen",
        "Revisorerna",
        "Gemensamma hjälpmedelsnämnden",
        "Nämnden för Park & Torg",
        "Gemensam nämnd för familjerätt",
    ],
)
def test_body_and_day(form: str, body: str) -> None:
    assert head_of(bundle_of(form.format(body=body) + ITEM)) == (body, "2025-03-04")


def test_a_body_of_no_form_that_is_known_is_one_where_the_row_says_so() -> None:
    assert head_of(bundle_of(ROWS.format(body="Styrgruppen Norr") + ITEM)) == ("Styrgruppen Norr", "2025-03-04")


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize("label", ["Organ", "Nämnd", "Styrelse/nämnd"])
def test_a_body_alone_beneath_the_label_that_asks_for_it_in_the_head(label: str, pages: int) -> None:
    head = "TESTBODA KOMMUN     Sida {page} ({pages})\nSAMMANTRÄDESPROTOKOLL\n2025-03-04\n"
    present = "Ledamöter\nAsta Lindvall (S)\nBo Ekwall (M)\n"
    texts = [f"{label}\nParknämnden\n{present}", ITEM] if pages == 2 else [f"{label}\nParknämnden\n{present}{ITEM}"]
    heads = [head.format(page=page, pages=pages) for page in range(1, pages + 1)]
    assert head_of(bundle_of(*map("".join, zip(heads, texts, strict=True)))) == ("Parknämnden", "2025-03-04")


def test_a_day_close_behind_the_kind_is_read_whole() -> None:
    head = "Parknämnden\nTestboda kommun     Protokoll 24 mars 2025\n"
    assert head_of(bundle_of(head + "Närvarande: Asta Lindvall (S)\n" + ITEM)) == ("Parknämnden", "2025-03-24")


def test_the_board_of_a_federation() -> None:
    told = "Protokoll fört vid sammanträde med direktionen för Kommunalförbundet Testbys miljö och\navfall den 4 mars 2025\n"
    bundle = bundle_of(
        f"Kommunalförbundet Testbys miljö och avfall\nDirektionens protokoll 2025-03-04\n\n{told}Närvarande: Asta Lindvall (S)\n{ITEM}"
    )
    assert (*head_of(bundle), bundle.documents[0].municipality) == (
        "Direktionen",
        "2025-03-04",
        "Kommunalförbundet Testbys miljö och avfall",
    )


@pytest.mark.parametrize(
    "told",
    [
        "Parknämndens sammanträde den 4 mars 2025",
        "Extra möte tisdagen den 4 mars 2025",
        "Protokoll från nämndens sammanträde 2025-03-04",
    ],
)
def test_the_day_of_a_meeting_told_in_words(told: str) -> None:
    cover = f"Testboda kommun\nPROTOKOLL\nParknämnden\n\n{told}\nParknämndens nästa sammanträde den 8 april 2025\n"
    assert head_of(bundle_of(cover + "Närvarande: Asta Lindvall (S)\n" + ITEM)) == ("Parknämnden", "2025-03-04")


@pytest.mark.parametrize(
    ("cover", "kind"),
    [
        ("Beslutande     Asta Lindvall (S)\nUtses att justera     Bo Ekwall\n", DocumentKind.PROTOKOLL),
        ("Närvarande: Asta Lindvall (S)\nProtokollsjusterare: Bo Ekwall\n", DocumentKind.PROTOKOLL),
        ("", DocumentKind.PROTOKOLLSUTDRAG),
    ],
)
def test_minutes_whose_head_names_no_kind(cover: str, kind: DocumentKind) -> None:
    bundle = bundle_of(f"Testboda kommun          Datum\nKommunstyrelsen          2025-03-04\n\n{cover}{ITEM}")
    assert [one.kind for one in bundle.documents] == [kind]


@pytest.mark.parametrize(
    ("printed", "day", "code"),
    [
        ("2025-06-31", None, DoubtCode.DOCUMENT_DATE_IMPOSSIBLE),
        ("den 30 februari 2025", None, DoubtCode.DOCUMENT_DATE_IMPOSSIBLE),
        ("2025-11-24 – 2025-11-25", "2025-11-24", DoubtCode.DOCUMENT_DAYS),
        ("den 24 och 25 november 2025", "2025-11-24", DoubtCode.DOCUMENT_DAYS),
        ("2099-01-04", "2099-01-04", DoubtCode.DOCUMENT_DATE_AHEAD),
        ("den 4 januari 2099", "2099-01-04", DoubtCode.DOCUMENT_DATE_AHEAD),
    ],
)
def test_a_day_that_cannot_be_taken_as_it_is(printed: str, day: str | None, code: DoubtCode) -> None:
    bundle = bundle_of(f"Testboda kommun          Protokoll\nKommunstyrelsen\nSammanträdesdatum: {printed}{ITEM}")
    assert head_of(bundle) == ("Kommunstyrelsen", day)
    assert code in {one.code for one in bundle.doubts}


@pytest.mark.parametrize(
    "called", ["KALLELSE", "Föredragningslista", "Kallelse till parknämnden", "INSPEKTIONSPROTOKOLL"]
)
def test_a_call_to_a_meeting_decides_nothing(called: str) -> None:
    bundle = bundle_of(
        f"Testboda kommun          {called}\nParknämnden          2025-03-04\n\n# 1 Bänkar\n# Förslag till beslut\n1. Bänkarna målas.\n"
    )
    assert [(one.kind, one.proposals, one.items) for one in bundle.documents] == [(DocumentKind.OTHER, (), ())]
    assert DoubtCode.DOCUMENT_NOT_MINUTES in {one.code for one in bundle.doubts}


PAPER = "{head}\nHandläggare: Ivar Strandqvist\n\n## Fler bänkar i parken\n# Förslag till beslut\n1. Bänkarna köps in."


@pytest.mark.parametrize(
    "head",
    [
        "Parkförvaltningen          Tjänsteskrivelse          Datum\n"
        "Testboda kommun            PN-2025-00041             12 februari\n                                                     2025",
        "Parkförvaltningen          TJÄNSTEUTLÅTANDE Datum\n"
        "Testboda kommun            Dnr PN-2025-00041 12 februari 2025",
        "Parkförvaltningen          Tjänsteutlåtande          Datum Dnr:\n"
        "Testboda kommun            12 februari 2025          PN-2025-00041",
    ],
)
def test_cells_that_wrap_or_stand_too_close(head: str) -> None:
    (document,) = bundle_of(PAPER.format(head=head)).documents
    assert (document.kind, document.body, str(document.date), document.case_numbers) == (
        DocumentKind.TJANSTESKRIVELSE,
        "Parkförvaltningen",
        "2025-02-12",
        ("PN-2025-00041",),
    )
    assert [one.name for one in document.handlaggare] == ["Ivar Strandqvist"]


@pytest.mark.parametrize(
    ("head", "municipality", "body"),
    [
        ("REGION TESTLAND          Sida 1 (1)\nProtokollsutdrag\nRegionstyrelsen          4 mars 2025", "Region Testland", "Regionstyrelsen"),
        ("REGION TESTLANDS LÄN          Protokollsutdrag\nPatientnämnden          2025-03-04", "Region Testlands län", "Patientnämnden"),
        ("Region Testland, Regionstyrelsen          Protokollsutdrag 2025-03-04", "Region Testland", "Regionstyrelsen"),
        ("Testboda kommun, Parknämnden          Utdrag ur protokoll4 mars 2025", "Testboda kommun", "Parknämnden"),
        ("Kommunfullmäktige i Testboda kommun          Protokollsutdrag 2025-03-04", "Testboda kommun", "Kommunfullmäktige"),
        ("Testboda kommun          Protokollsutdrag\nKommunstyrelsen i Testboda          2025-03-04", "Testboda kommun", "Kommunstyrelsen"),
    ],
)  # fmt: skip
def test_a_town_or_region_in_capitals_or_in_one_cell_with_its_body(head: str, municipality: str, body: str) -> None:
    (document,) = bundle_of(head + ITEM).documents
    assert (document.kind, document.municipality, document.body, str(document.date)) == (
        DocumentKind.PROTOKOLLSUTDRAG,
        municipality,
        body,
        "2025-03-04",
    )


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ("Region Nordmark\nRegionstyrelsen      PROTOKOLL      2025-05-21      1/1", ("Regionstyrelsen", "2025-05-21")),
        ("Älnsjö kommun\nProtokoll Kommunfullmäktige 2025-11-24      Sida 1 av 1", ("Kommunfullmäktige", "2025-11-24")),
        ("Älnsjö kommun\nKulturnämnden, protokoll 2025-02-11", ("Kulturnämnden", "2025-02-11")),
        ("Älnsjö kommun\nKulturnämnden | Protokoll | 2025-02-11", ("Kulturnämnden", "2025-02-11")),
        ("Älnsjö stad      Protokoll\nKommunstyrelsen 2025-10-08      Sida 1/1", ("Kommunstyrelsen", "2025-10-08")),
        ("Älnsjö kommun      Protokoll      1\nKommunstyrelsen      2025-10-08", ("Kommunstyrelsen", "2025-10-08")),
    ],
)
def test_body_day_and_page_in_a_row(head: str, read: tuple[str, str]) -> None:
    (minutes,) = bundle_of(head + "\n\n# § 41 Lån av stolar\n# Beslut\nStolar lånas ut.\n").documents
    assert (minutes.body, str(minutes.date)) == read
    assert minutes.items[0].decisions[0].clauses[0].text == "Stolar lånas ut."


def test_a_sentence_that_opens_with_a_body_is_no_head() -> None:
    assert parts_of("Kommunstyrelsen beslutar 2025-10-08") == ()
    assert parts_of("Kommunstyrelsen 2025-10-08") == ((0, 15), (16, 26))


@pytest.mark.parametrize("furniture", ["Testboda kommun          PROTOKOLL          {n} (2)\n2025-03-04\n\n", "Testboda kommun          Protokoll\n2025-03-04\n\n"])  # fmt: skip
@pytest.mark.parametrize(
    ("label", "again"), [("Nämnd", "Organ"), ("Styrelse/nämnd", "Organ"), ("Nämnd", "Organ och datum")]
)
def test_a_notice_that_goes_on_overleaf_is_of_the_minutes_before_it(furniture: str, label: str, again: str) -> None:
    (document,) = bundle_of(
        f"{furniture.format(n=1)}{label}          Parknämnden\nBeslutande          Asta Lindvall (S)\n\n# ANSLAG/BEVIS\n"
        "Protokollet är justerat. Justeringen har tillkännagivits genom anslag.\n",
        f"{furniture.format(n=2)}{again}          Parknämnden\nAnslaget sätts upp          2025-03-12\n"
        f"Anslaget tas ned            2025-04-03{ITEM}",
    ).documents
    assert (document.body, str(document.date)) == ("Parknämnden", "2025-03-04")
    assert document.notice and (str(document.notice.posted), str(document.notice.until)) == ("2025-03-12", "2025-04-03")


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize("head", ["Testboda kommun, Parknämnden          PROTOKOLL          2025-03-04\n\n", "Testboda kommun, Parknämnden          {n}(2)\n2025-03-04\n\n"])  # fmt: skip
@pytest.mark.parametrize(
    ("heading", "sentence", "counts"),
    [
        ("Särskilt yttrande", "Eva Ros (C) lämnar ett särskilt yttrande.", (0, 1)),
        ("SÄRSKILT YTTRANDE", "Eva Ros (C) lämnar ett särskilt yttrande.", (0, 1)),
        ("Yrkande", "Eva Ros (C) yrkar avslag på motionen.", (1, 0)),
    ],
)
def test_a_heading_on_top_of_a_page_is_no_paper_of_that_name(
    mark: str, head: str, heading: str, sentence: str, counts: tuple[int, int]
) -> None:
    (document,) = bundle_of(
        f"{head.format(n=1)}# § 41 Inköp av bänkar\n# Beslut\nBänkarna köps in.\n",
        f"{head.format(n=2)}{mark}{heading}\n{sentence}\n\n# § 42 Inköp av bord\n# Beslut\nBord köps in.\n",
    ).documents
    assert [(item.number, len(item.yrkanden), len(item.statements)) for item in document.items] == [
        ("41", *counts),
        ("42", 0, 0),
    ]


@pytest.mark.parametrize("number", ["2024/123", "0041/25", "103/25"])
@pytest.mark.parametrize("head", ["TJÄNSTESKRIVELSE     Diarienummer\n2025-03-04     {number}", "Tjänsteskrivelse     {number}\n2025-03-04"])  # fmt: skip
def test_a_case_number_with_a_stroke_is_no_page_of_so_many(head: str, number: str) -> None:
    (paper,) = bundle_of(
        f"Testboda kommun\n{head.format(number=number)}\n\n# Svar på motion\nBänkarna står kvar.\n"
    ).documents
    assert paper.case_numbers == (number,)


PRESENT = "\nBeslutande\nAsta Lindvall (S), ordförande\n"


@pytest.mark.parametrize(
    "top",
    [
        "## Protokoll från parknämnden\nTisdagen den 4 mars 2025 klockan 10.00–15.30, Rådhuset",
        "## Parknämndens protokoll\n4.3.2025 kl. 9.00",
        "Sammanträdesprotokoll för Parknämnden\n2025-03-04",
        "# Protokoll fört vid sammanträde den 4 mars 2025 i Rådhuset\nParknämnden",
    ],
)
def test_body_and_day_in_the_title_of_minutes(top: str) -> None:
    bundle = bundle_of(top + "\n" + PRESENT + ITEM)
    assert (head_of(bundle), bundle.documents[0].kind) == (("Parknämnden", "2025-03-04"), DocumentKind.PROTOKOLL)


@pytest.mark.parametrize(
    "top",
    [
        "Möte\nParknämnden          2025-03-04 kl. 08.15–09.50",
        "Parknämnden          Mars 2025\nSammanträdet ägde rum i Rådhusets sal A, tisdagen den 4 mars 2025 klockan 10.00.",
    ],
)
def test_body_and_day_in_the_first_lines_beneath_no_head(top: str) -> None:
    assert head_of(bundle_of(top + "\n" + PRESENT + ITEM)) == ("Parknämnden", "2025-03-04")


def test_two_bodies_in_the_first_lines_are_none() -> None:
    assert head_of(bundle_of("Sammanträde hos\nParknämnden\noch\nSocialnämnden\n" + PRESENT + ITEM)) == (None, None)


@pytest.mark.parametrize(
    "title", ["Protokoll från parknämndens sammanträde 2025-03-04", "Parknämndens protokoll 2025-03-04"]
)
def test_minutes_by_their_title_alone_whose_paragraphs_bear_the_sign_behind_the_number(title: str) -> None:
    items = "\n# 20 § Avgifter\nNämnden beslutar att höja avgiften.\n# 21 § Plan\nNämnden beslutar att återremittera ärendet.\n"
    bundle = bundle_of(f"## {title}\n{PRESENT}{items}")
    (document,) = bundle.documents
    assert (document.kind, [one.number for one in document.items]) == (DocumentKind.PROTOKOLL, ["20", "21"])


@pytest.mark.parametrize(
    ("top", "head"),
    [
        ("Parknämnden\nNästa möte          2025-04-08\nKallelse skickad    2025-02-25", ("Parknämnden", None)),
        ("PROTOKOLL\nSkickas till        Kommunfullmäktige\n4 mars 2025", (None, "2025-03-04")),
        ("Möte\nParknämnden\n4 mars 2025\n11 mars 2025", ("Parknämnden", None)),
    ],
)
def test_what_another_cell_says_of_is_no_body_nor_day_of_the_meeting(
    top: str, head: tuple[str | None, str | None]
) -> None:
    assert head_of(bundle_of(top + "\n" + PRESENT + ITEM)) == head


@pytest.mark.parametrize(
    "named", ["Beslutsunderlag\nKommunstyrelsens protokoll 2025-03-04", "Kommunstyrelsens protokoll § 41"]
)
def test_a_paper_that_names_minutes_is_none(named: str) -> None:
    (document,) = bundle_of(f"Bänkar i parken\n{named}\n# Förslag till beslut\natt motionen avslås.").documents
    assert (document.kind, [one.text for one in document.proposals]) == (DocumentKind.OTHER, ["att motionen avslås."])


@pytest.mark.parametrize(
    ("printed", "region", "body"),
    [
        ("Region Testland Tekniska nämnden", "Region Testland", "Tekniska nämnden"),
        ("Region Testland Hälso- och sjukvårdsnämnden", "Region Testland", "Hälso- och sjukvårdsnämnden"),
        ("Region Testland Fjällen Regionstyrelsen", "Region Testland Fjällen", "Regionstyrelsen"),
    ],
)
def test_a_region_and_its_body_in_a_row(printed: str, region: str, body: str) -> None:
    (document,) = bundle_of(f"{printed}\nProtokoll                    2025-03-04\n\n{ITEM}").documents
    assert (document.municipality, document.body) == (region, body)


COVER = """Plats och tid          Rådhuset, kl. 08.30-12.15
Beslutande             Anna Ek (S), ordförande
                       Bo Ås (M)
Justerare              Bo Ås
"""


def test_the_page_may_stand_close_behind_the_kind() -> None:
    (document,) = bundle_of(
        f"Socialnämnden            SAMMANTRÄDESPROTOKOLL Sida 1(16)\n2025-06-09\n\n{COVER}"
    ).documents
    assert (document.kind, document.body) == ("protokoll", "Socialnämnden")


def test_a_whole_cover_is_minutes_whose_head_has_no_words() -> None:
    (document,) = bundle_of(COVER).documents
    assert (document.kind, document.body) == ("protokoll", None)
    assert document.attendance is not None
    assert [one.person.name for one in document.attendance.members] == ["Bo Ås"]
    rules = (
        "Ersättare\nErsättare inkallas i ordning.\n\nJustering\nProtokollet justeras av ordföranden och en ledamot.\n"
    )
    assert [one.kind for one in bundle_of(rules).documents] == ["other"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("PARKNÄMNDENS PROTOKOLL", "Parknämnden"),
        ("Kommunfullmäktiges protokoll", "Kommunfullmäktige"),
        ("Tekniska nämndens mötesprotokoll", "Tekniska nämnden"),
        ("Kommunstyrelsens arbetsutskotts sammanträdesprotokoll", "Kommunstyrelsens arbetsutskott"),
    ],
)
def test_a_head_of_every_page_that_calls_itself_a_bodys_minutes_says_whose_they_are(title: str, body: str) -> None:
    def page(n: int, text: str) -> str:
        return f"Testboda kommun          {title}          4 mars 2025          {n}\n\n{text}\n"

    bundle = bundle_of(page(1, COVER_ROWS), page(2, ITEM.strip()), page(3, ITEM.strip().replace("41", "42")))
    assert head_of(bundle) == (body, "2025-03-04")
    assert [one.number for one in bundle.documents[0].items] == ["41", "42"]


COVER_ROWS = "Plats och tid          Rådhuset, kl. 08.30-12.15\nBeslutande             Asta Lindvall (S), ordförande"
