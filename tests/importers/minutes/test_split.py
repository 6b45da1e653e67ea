"""Headings of §§, their titles and case numbers, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from importers.minutes.draft import ItemDraft
from importers.minutes.split import split_items
from importers.read import read_bundle_of
from importers.text.sections import style_of
from tests.importers.typeset import bundle_of, lines, page_of


def items_of(text: str) -> tuple[ItemDraft, ...]:
    found = lines(text)
    return split_items(found, style_of(found)).items


@pytest.mark.parametrize(
    ("text", "number", "title", "cases"),
    [
        (
            "# § 372\n## Svar på motion om att inrätta en särskilt\n## avhopparverksamhet från Jennie Claesson (L)\nKSN-2023-03553\n\n# Beslut\nText.",
            "372",
            "Svar på motion om att inrätta en särskilt avhopparverksamhet från Jennie Claesson (L)",
            ["KSN-2023-03553"],
        ),
        (
            "# § 612 Ärendenummer SLK-2024-00417\n## Antagande av detaljplan\n# Beslut\nText.",
            "612",
            "Antagande av detaljplan",
            ["SLK-2024-00417"],
        ),
        ("# § 23 0214/21\n## Reviderat reglemente\n# Beslut\nText.", "23", "Reviderat reglemente", ["0214/21"]),
        ("# §9\n## Avsägelser\n# Beslut\nText.", "9", "Avsägelser", []),
        (
            "# §63 Anmälan av motioner\nDnr. 2011/KS 0206 001\n\n# Beslut\nText.",
            "63",
            "Anmälan av motioner",
            ["2011/KS 0206 001"],
        ),
        ("# § 12A Val av justerare\n# Beslut\nText.", "12A", "Val av justerare", []),
        ("# Kf §12\n## Interpellationer\n# Beslut\nText.", "12", "Interpellationer", []),
        (
            "# § 183\n## Ärendenummer IOFF-2024-00254 Svar på motion\n# Beslut\nText.",
            "183",
            "Svar på motion",
            ["IOFF-2024-00254"],
        ),
        ("# § 907 Ärendenummer\nSLK-2024-00417\n## Budget\n# Beslut\nText.", "907", "Budget", ["SLK-2024-00417"]),
    ],
)
def test_a_heading(text: str, number: str, title: str, cases: list[str]) -> None:
    (item,) = items_of(text)
    assert item.name == number
    assert item.title_words is not None and item.title_words.text == title
    assert [words.text for words in item.case_numbers] == cases
    assert [line.text for line in item.lines] == ["Beslut", "Text."]


@pytest.mark.parametrize("heading", ["Förslag och\nyrkanden:", "Beslutet ska\nskickas till"])
def test_a_heading_over_two_lines_in_the_texts_own_dress_is_no_part_of_the_title(heading: str) -> None:
    (item,) = items_of(f"§ 36 Avgifter i hamnen (TN-2025-00057)\n{heading}\nBo Ås (M).")
    assert item.title_words is not None and item.title_words.text == "Avgifter i hamnen"
    assert [line.text for line in item.lines] == [*heading.split("\n"), "Bo Ås (M)."]


@pytest.mark.parametrize(
    "line",
    [
        "§ 14 i kommunfullmäktiges arbetsordning.",
        "§ 20 och den 29 februari 2024, § 84.",
        "§ 32, den 29 februari 2024, § 84 och",
        "§ 22, att utreda möjligheterna",
        "§ 372 Svar på motion ........ 12",
        "§ 22, dnr KS/2017:128, att utreda frågan",
    ],
)
def test_a_reference_that_wrapped_heads_nothing(line: str) -> None:
    (item,) = items_of(f"# § 1\n## Titel\n# Beslut\nBordlagt enligt beslut,\n{line}\n")
    assert [found.text for found in item.lines][-1] == line


CASES = (
    "BAN-2023-00417", "BAN-2024-00008:12", "BAN-2024-00008:12-14", "IOPF-2024-00001", "MKN-2021-8910", "N050-0142/24", "142/24", "0214/21",
    "00411/2026", "Ks 261/2024", "Voo 697/2025", "2011/KS 0206 001", "KS 2018/14", "KS/2017:128", "KSKF/2016:547", "SN-2017/104", "KLF 2017/792",
)  # fmt: skip
LABELS = (
    "", "Ärendenummer ", "Ärendenr ", "Diarienummer ", "Diarienummer: ", "Diarienr ", "Dnr ", "Dnr. ", "dnr: ", "DNR: ", "DNR:", "diarienummer: ",
)  # fmt: skip


@pytest.mark.parametrize("case", [*CASES, *(f"{label}KS/2017:128" for label in LABELS)])
def test_a_case_number_beneath_the_title_beside_it_or_behind_the_sign(case: str) -> None:
    number = case.rpartition("r ")[2].rpartition(": ")[2].removeprefix("Dnr. ").removeprefix("DNR:")
    beneath = f"# § 5 Bänkar\n{case}\n\n# Beslut\nText."
    beside = f"# § 5 Bänkar          {case}\n# Beslut\nText."
    behind = f"# § 5 {case}\n## Bänkar\n# Beslut\nText."
    for text in (beneath, beside, behind):
        (item,) = items_of(text)
        assert [words.text for words in item.case_numbers] == [number]
        assert item.title_words is not None and item.title_words.text == "Bänkar"


@pytest.mark.parametrize(
    "line", ["SOU 2024:34", "KF 2024-04-24", "Handling 2024 nr 97", "2024 nr 97.", "TRV 2018/4711", "BAN-2023-00417-4", "Sida 3-2-1"]
)  # fmt: skip
def test_what_only_looks_like_a_case_number_is_none(line: str) -> None:
    (item,) = items_of(f"# § 5 Bänkar\n{line}\n\n# Beslut\nText.")
    assert item.case_numbers == []


@pytest.mark.parametrize(
    ("heading", "number", "title", "cases"),
    [
        ("§ 41 Månadsrapport mars 2025 SN 2025/77", "41", "Månadsrapport mars 2025", ["SN 2025/77"]),
        ("§ 41 Dnr MKN-2021-8910 Yttrande till länsstyrelsen LS 2025/77", "41", "Yttrande till länsstyrelsen LS 2025/77", ["MKN-2021-8910"]),
        ("§ 172 Dnr MKN-2021-8910 Svar på remiss om bänkar, SLK 0377/21", "172", "Svar på remiss om bänkar", ["MKN-2021-8910", "SLK 0377/21"]),
        ("§ 172 Svar på remiss om bänkar, dnr KS/2017:128", "172", "Svar på remiss om bänkar", ["KS/2017:128"]),
        ("§ 172 Remiss om vägen till sjön, TRV 2018/4711", "172", "Remiss om vägen till sjön, TRV 2018/4711", []),
        ("KF § 12 Bänkar", "12", "Bänkar", []),
        ("KS §12 Bänkar", "12", "Bänkar", []),
        ("§ 226 Svar på remiss om bänkar", "226", "Svar på remiss om bänkar", []),
        ("§ 93 Bänkar i          Ks 261/2024\n# parken", "93", "Bänkar i parken", ["Ks 261/2024"]),
    ],
)  # fmt: skip
def test_a_heading_on_one_line(heading: str, number: str, title: str, cases: list[str]) -> None:
    (item,) = items_of(f"# {heading}\n# Beslut\nText.")
    assert (item.name, item.title_words and item.title_words.text) == (number, title)
    assert [words.text for words in item.case_numbers] == cases


def test_numbers_with_and_without_a_blank_in_one_document() -> None:
    first, second = items_of(
        "# §9\n## Gungor\n# Beslut\nText.\n# § 31\n## Bänkar\n# Beslut\nText enligt kommunallagen 5 kap. 35 §"
    )
    assert (first.name, second.name) == ("9", "31")


def test_an_extract_may_print_the_number_at_the_end_of_its_title() -> None:
    (item,) = items_of(
        "Yttrande över remiss om att barn ges rätt till att vistas på fritidshem,\n"
        "oberoende av föräldrarnas anställningsstatus § 115, N609-0789/23\n\n# Beslut\nText."
    )
    assert (item.name, item.number.text) == ("115", "§ 115")
    assert item.title_words is not None and item.title_words.text.endswith(
        "oberoende av föräldrarnas anställningsstatus"
    )
    assert [words.text for words in item.case_numbers] == ["N609-0789/23"]
    assert [line.text for line in item.lines] == ["Beslut", "Text."]


def test_the_decision_may_follow_the_number_on_its_line() -> None:
    (item,) = items_of(
        "Svar på remiss om att införa ett system\n§ 215, N165-0638/24 Beslut 1. Nämnden avstyrker motionen\nutan vidare.\n"
    )
    assert item.title_words is not None and item.title_words.text == "Svar på remiss om att införa ett system"
    assert [words.text for words in item.case_numbers] == ["N165-0638/24"]
    assert [line.text for line in item.lines] == ["Beslut 1. Nämnden avstyrker motionen", "utan vidare."]


def test_a_number_in_look_alike_letters_is_no_case_number() -> None:
    (item,) = items_of("# § 1\n## Svar på motion\n\u041aSN-2O23-03553\n\n# Beslut\nText.")
    assert item.case_numbers == []
    assert [words.text for words in item.odd_numbers] == ["\u041aSN-2O23-03553"]


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    (item,) = items_of("# § 1\n## Svar på motion\nKSN\u20112023\u201103553\n\n# Beslut\nText.")
    assert [words.text for words in item.case_numbers] == ["KSN-2023-03553"]


def test_a_bold_line_that_heads_nothing_is_the_last_receiver() -> None:
    (document,) = bundle_of(
        "Protokoll     2024-12-11\n\n# § 3 Bänkar\n# Beslut\nBänkarna målas.\n# Beslutet skickas till\nParknämnden\n# Rutinpärmen\n"
        "# § 4 Gungor\n# Beslut\nGungorna oljas.\n# Rutinpärmen\nPärmen uppdateras."
    ).documents
    assert [item.sent_to for item in document.items] == [("Parknämnden", "Rutinpärmen"), ()]
    assert [section.heading for section in document.items[1].sections] == ["Beslut", "Rutinpärmen"]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (
            ["Interpellation av Mira Tallbo (C) till hamnnämnden om de", "bryggor som Alnsjös båtklubbar borde få ha"],
            ["Hamnnämndens ordförande Olle", "Rask (S) besvarar interpellationen varefter", "överläggning äger rum."],
        ),
        (["Minnesstund"], ["Fullmäktiges tidigare ledamot Siv Oreby (D)", "har avlidit."]),
    ],
)
def test_a_sentence_beneath_a_title_in_its_type_is_told_and_no_title(title: list[str], sentence: list[str]) -> None:
    text = "# § 7 KS-2025-00007\n" + "".join(f"## {line}\n" for line in (*title, *sentence))
    (item,) = items_of(f"{text}# Handling\nText om handlingen i ärendet.")
    assert item.title_words is not None and item.title_words.text == " ".join(title)
    assert [line.text for line in item.beneath] == sentence
    (document,) = bundle_of(f"Kommunfullmäktige\nProtokoll 2025-05-05\n\n{text}# Handling\n2025 nr 7.").documents
    first = document.items[0].sections[0]
    assert (first.heading, first.text) == (None, " ".join(sentence))


@pytest.mark.parametrize(
    "title",
    [
        ["Motion av Mira Tallbo (C) om att", "Alnsjö har för få bänkar."],
        ["Motion av Mira Tallbo (C) om bänkar i parken och på torget i", "Alnsjö stad har länge saknats."],
        ["Redovisning", "Obesvarade motioner."],
    ],
)
def test_a_title_with_a_full_stop_stays_whole(title: list[str]) -> None:
    (item,) = items_of("# § 7 KS-2025-00007\n" + "".join(f"## {line}\n" for line in title) + "# Beslut\nText om det.")
    assert item.title_words is not None and item.title_words.text == " ".join(title)


def titles_of(text: str) -> list[tuple[str, str]]:
    return [(item.name, item.title_words.text if item.title_words else "") for item in items_of(text)]


def test_titles_above_their_numbers_are_their_own() -> None:
    text = (
        "## Val av justerare\n# § 31, 0031/25\n# Beslut\nBo Ek utses.\n# Beslutet skickas till\nTekniska nämnden\n"
        "## Ny förskola på berget\n# § 32, 0041/25\n# Beslut\nÄrendet bordläggs."
    )
    first, second = items_of(text)
    assert titles_of(text) == [("31", "Val av justerare"), ("32", "Ny förskola på berget")]
    assert [words.text for words in second.case_numbers] == ["0041/25"]
    assert [line.text for line in first.lines] == [
        "Beslut",
        "Bo Ek utses.",
        "Beslutet skickas till",
        "Tekniska nämnden",
    ]


def test_a_series_in_the_texts_own_type_begins_with_its_first() -> None:
    text = (
        "Närvarande\nAnna Ek (S)\n\nKS § 31 Val av justerare\n# Beslut\nBo Ek utses.\n-----\n"
        "KS § 32 Ny förskola på berget\n# Beslut\nÄrendet bordläggs."
    )
    assert titles_of(text) == [("31", "Val av justerare"), ("32", "Ny förskola på berget")]


def test_a_title_that_ends_the_page_before_its_number_is_its_own() -> None:
    head = "Protokoll     2025-03-04\nParknämnden\n\n"
    (document,) = bundle_of(
        head + "Val av justerare\n§ 31, 0031/25\nBeslut\nBo Ek utses.\n______\n\n"
        "Nya gungor\n§ 32, 0038/25\nBeslut\nÄrendet bordläggs.\nKopia till\nTekniska nämnden\n______\nNy bana på berget",
        head + "§ 33, 0041/25\nBeslut\nBanan byggs.",
    ).documents
    assert [(item.number, item.title) for item in document.items] == [
        ("31", "Val av justerare"),
        ("32", "Nya gungor"),
        ("33", "Ny bana på berget"),
    ]
    assert [item.sent_to for item in document.items] == [(), ("Tekniska nämnden",), ()]


@pytest.mark.parametrize(
    "end", ["Kopia till\nTekniska nämnden\n\n", "Beslutet skickas till\n- Tekniska nämnden\n- Parkenheten\n\n"]
)
def test_a_title_that_ends_a_page_beneath_a_gap_is_no_receiver_of_the_item_before(end: str) -> None:
    head = "Protokoll     2025-03-04\nParknämnden\n\n"
    (document,) = bundle_of(
        head + "Val av justerare\n§ 31, 0031/25\n# Beslut\nBo Ek utses.\n\n"
        f"Nya gungor\n§ 32, 0038/25\n# Beslut\nÄrendet bordläggs.\n# {end}Ny bana på berget",
        head + "§ 33, 0041/25\n# Beslut\nBanan byggs.",
    ).documents
    assert [item.title for item in document.items] == ["Val av justerare", "Nya gungor", "Ny bana på berget"]
    assert [item.sent_to for item in document.items] == [
        (),
        tuple(one.removeprefix("- ") for one in end.split("\n")[1:-2]),
        (),
    ]


def test_a_bold_row_of_the_cover_is_no_part_of_the_first_title_overleaf() -> None:
    head = "Protokoll     2025-03-04\nParknämnden\n\n"
    (document,) = bundle_of(
        head + "Beslutande     Bo Ek (S)\n# Paragrafer     31-32",
        head
        + "## Val av justerare\n## § 31\n# Beslut\nBo Ek utses.\n\n## Nya gungor\n## § 32\n# Beslut\nÄrendet bordläggs.",
    ).documents
    assert [item.title for item in document.items] == ["Val av justerare", "Nya gungor"]


def test_case_numbers_that_end_two_pages_are_no_foot_of_the_pages() -> None:
    page = "Parknämnden     Protokoll     2025-03-04" + "\n" * 46
    (document,) = bundle_of(
        page + "§ 31\nNya gungor\nDnr: 0031/25",
        page.rstrip("\n") + "\nBeslut\nÄrendet bordläggs." + "\n" * 44 + "§ 32\nNy bana\nDnr: 0041/25",
        page.rstrip("\n") + "\nBeslut\nÄrendet bordläggs.",
    ).documents
    assert [(item.title, item.case_numbers) for item in document.items] == [
        ("Nya gungor", ("0031/25",)),
        ("Ny bana", ("0041/25",)),
    ]


@pytest.mark.parametrize("lead", ["PARKNÄMNDEN BESLUTAR", "Parknämnden beslutar"])
def test_a_heading_over_a_decision_is_no_title_where_titles_stand_plain_above_the_numbers(lead: str) -> None:
    titles = ("Val av justerare", "Inköp av bänkar", "Ny taxa för torget")
    pages = [
        f"Testboda kommun     Protokoll\nParknämnden     2025-03-04\n\n{title}\n§ {number}\nParknämndens beslut\n{lead}\natt godkänna det som föreslås i ärendet.\n"
        for number, title in enumerate(titles, 31)
    ]
    (document,) = bundle_of(*pages).documents
    assert [(item.number, item.title) for item in document.items] == list(zip(("31", "32", "33"), titles, strict=True))
    decided = [[clause.text for decision in item.decisions for clause in decision.clauses] for item in document.items]
    assert decided == 3 * [["att godkänna det som föreslås i ärendet."]]


PILED = """# Kf § 30
## Föredragningslistan
# Beslut
Listan godkänns.

# Ks § 58   Dnr 99.0034-042
# Kf § 31
## Årsredovisning
# Beslut
Den godkänns.

# Au § 47   Dnr 98.0211-107
# Ks § 61
# Kf § 32
## Försäljning av aktier
# Beslut
Aktierna säljs."""


def test_what_stands_above_in_a_pile_is_of_bodies_before_the_meetings() -> None:
    """The pile is of the § beneath it, with the number beside it; nothing of it is of the § before."""
    found = items_of(PILED)
    assert [(one.name, [number.text for number in one.case_numbers]) for one in found] == [
        ("30", []),
        ("31", ["99.0034-042"]),
        ("32", ["98.0211-107"]),
    ]
    assert [one.lines[-1].text for one in found] == ["Listan godkänns.", "Den godkänns.", "Aktierna säljs."]


def test_two_paragraphs_of_two_bodies_one_above_the_other_are_both_read_where_no_sign_is_the_meetings() -> None:
    found = items_of("# Ks § 58\n# Au § 12\n## Val\n# Beslut\nNej.\n\n# Ks § 59\n## Budget\n# Beslut\nJa.")
    assert "58" in [one.name for one in found]


@pytest.mark.parametrize("pair", [("PN", "AU"), ("Parknämnden", "AU"), ("Kf", "Ks")])
def test_a_pile_with_a_body_that_prepares_the_matter_lowest_loses_no_paragraph(pair: tuple[str, str]) -> None:
    own, before = pair
    heads = "".join(f"# {own} § {41 + at}\n# {before} § {12 + at}\n## Val\n# Beslut\nNej.\n\n" for at in range(2))
    assert {"41", "42"} <= {one.name for one in items_of(heads)}


def test_a_number_set_lower_than_its_title_is_of_its_line() -> None:
    page = page_of(
        "# § 41          Lån av stolar\nPN 2025/12       Parknämndens beslut\n                 Stolar lånas ut.\n"
        "# § 42          Lån av bord\nPN 2025/13       Parknämndens beslut\n                 Bord lånas ut.\n"
    )
    lowered = [
        word._replace(baseline=word.baseline + 4, top=word.top + 4, bottom=word.bottom + 4)
        if word.text in ("§", "41", "42")
        else word
        for word in page.words
    ]
    (document,) = read_bundle_of([replace(page, words=tuple(lowered))]).documents
    assert [(item.number, item.title, item.case_numbers) for item in document.items] == [
        ("41", "Lån av stolar", ("PN 2025/12",)),
        ("42", "Lån av bord", ("PN 2025/13",)),
    ]


def test_rows_in_the_margin_that_no_file_is_among_are_not_read_as_receivers() -> None:
    [item] = items_of("""§ 43             Lån av bänkar

Parkkontoret     Bo Ås har anhållit om lån av bänkar.
2025.43.106
                 Nämnden beslutar
                 att låna ut bänkarna.""")
    assert [words.text for words in item.unread] == ["Parkkontoret"]
    assert [words.text for words in item.case_numbers] == ["2025.43.106"]
    assert item.lines[0].text == "Bo Ås har anhållit om lån av bänkar."
