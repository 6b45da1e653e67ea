"""Votes whose voters stand on lists behind the minutes, one list a page, and §§ whose titles stand on top of their pages."""

from __future__ import annotations

import pytest

from importers.bundle import DocumentKind
from tests.importers.typeset import bundle_of

_MINUTES = """
## Testboda kommun
Kommunfullmäktige
Sammanträdesprotokoll          2025-04-28

# § 41 Motion om gratis bussar
# Beslut
Kommunfullmäktige beslutar att avslå motionen.
# Kontrapropositionsvotering
Ja-röst för bifall till motionen som motförslag, nej-röst för återremiss som motförslag.
Omröstningen utfaller med 2 ja-röster och 1 nej-röst.
# Huvudvotering
Ja-röst för avslag på motionen, nej-röst för bifall till motionen.
Omröstningen utfaller med 1 ja-röst och 2 nej-röster.
# § 42 Meddelanden
# Beslut
Kommunfullmäktige lägger meddelandena till handlingarna.
"""
_FIRST = """
Omröstningslista nr 1, § 41
Namn             Parti     Ja     Nej
Anna Ekman       S         X
Bo Ahlgren       M         X
Cia Berg         V                X
"""
_SECOND = """
Omröstningslista nr 2, § 41
Namn             Parti     Ja     Nej
Anna Ekman       S         X
Bo Ahlgren       M                X
Cia Berg         V                X
"""
_TITLES_ABOVE = """
# Yttrande över remiss om vatten
§ 43, dnr KS 2025/12
Remissen gäller vatten.
# Beslut
Kommunfullmäktige antar yttrandet.
"""


def test_each_vote_of_a_paragraph_has_the_list_that_adds_up() -> None:
    (document,) = bundle_of(_MINUTES, _FIRST, _SECOND).documents
    first, second = document.items[0].votes
    assert [(one.name, one.vote.value) for one in first.ballots] == [
        ("Anna Ekman", "yes"),
        ("Bo Ahlgren", "yes"),
        ("Cia Berg", "no"),
    ]
    assert [one.vote.value for one in second.ballots] == ["yes", "no", "no"]


def test_a_list_that_fits_two_votes_alike_is_given_to_neither() -> None:
    alike = _MINUTES.replace("1 ja-röst och 2 nej-röster", "2 ja-röster och 1 nej-röst")
    (document,) = bundle_of(alike, _FIRST).documents
    assert [one.ballots for one in document.items[0].votes] == [(), ()]


def test_a_title_above_its_number_on_top_of_a_page_begins_no_paper() -> None:
    documents = bundle_of(_MINUTES, _TITLES_ABOVE).documents
    assert [one.kind for one in documents] == [DocumentKind.PROTOKOLL]


_COLUMNS = """
Bilaga 1
Omröstningslista, kommunfullmäktige 2025-04-28
Ledamot          Parti     Omr 1 § 41     Omr 2 § 42
Anna Ekman       S         Ja             Nej
Bo Ahlgren       M         Ja             Avstår
Cia Berg         V         Nej            Nej
"""
_TWO_PARAGRAPHS = """
## Testboda kommun
Kommunfullmäktige
Sammanträdesprotokoll          2025-04-28

# § 41 Motion om gratis bussar
# Beslut
Kommunfullmäktige beslutar att avslå motionen.
# Omröstning
Ja-röst för avslag på motionen, nej-röst för bifall till motionen.
Omröstningen utfaller med 2 ja-röster och 1 nej-röst. Se bilaga 1.
# § 42 Motion om bänkar
# Beslut
Kommunfullmäktige beslutar att bifalla motionen.
# Omröstning
Ja-röst för avslag på motionen, nej-röst för bifall till motionen.
Omröstningen utfaller med 0 ja-röster och 2 nej-röster. 1 ledamot avstår. Se bilaga 1.
"""


def test_a_list_with_a_column_for_each_paragraph_is_the_list_of_each() -> None:
    read = bundle_of(_TWO_PARAGRAPHS, _COLUMNS)
    ballots = [[(one.name, one.vote.value) for one in item.votes[0].ballots] for item in read.documents[0].items]
    assert ballots == [
        [("Anna Ekman", "yes"), ("Bo Ahlgren", "yes"), ("Cia Berg", "no")],
        [("Anna Ekman", "no"), ("Bo Ahlgren", "abstain"), ("Cia Berg", "no")],
    ]
    assert not [one.code for one in read.doubts if one.code.startswith("vote")]


def test_a_column_with_a_row_that_says_no_choice_gives_nobody_a_vote() -> None:
    read = bundle_of(
        _TWO_PARAGRAPHS,
        _COLUMNS.replace(
            "Cia Berg         V         Nej            Nej", "Cia Berg         V         Nej            Jo"
        ),
    )
    assert [len(item.votes[0].ballots) for item in read.documents[0].items] == [3, 0]
    assert "vote_list_missing" in [one.code for one in read.doubts]


_IN_ORDER = """
Bilaga 1
Omröstningslista, kommunfullmäktige 2025-04-28
Namn                 Parti § 41     § 42
Anna Ekman, ordförande  S      Ja               Nej
Bo Ahlgren              M      Ja               Avstår
Cia Berg                V      Nej              Nej
Summa                          2 ja, 1 nej      2 nej, 1 avstår
"""


@pytest.mark.parametrize("heads", ["§ 41     § 42", "Votering 1 § 41     Votering 2 § 42"])
def test_choices_that_stand_in_the_order_of_their_headings_are_read_wherever_they_are_set(heads: str) -> None:
    read = bundle_of(_TWO_PARAGRAPHS, _IN_ORDER.replace("§ 41     § 42", heads))
    ballots = [[(one.name, one.vote.value) for one in item.votes[0].ballots] for item in read.documents[0].items]
    assert ballots == [
        [("Anna Ekman", "yes"), ("Bo Ahlgren", "yes"), ("Cia Berg", "no")],
        [("Anna Ekman", "no"), ("Bo Ahlgren", "abstain"), ("Cia Berg", "no")],
    ]


@pytest.mark.parametrize("row", ["Cia Berg                V      Nej", "Cia Berg                V      Nej     Jo"])
def test_a_row_with_a_choice_too_few_gives_nobody_a_vote(row: str) -> None:
    broken = _IN_ORDER.replace("Cia Berg                V      Nej              Nej", row)
    read = bundle_of(_TWO_PARAGRAPHS, broken)
    assert [item.votes[0].ballots for item in read.documents[0].items] == [(), ()]
    assert [one.code for one in read.doubts if one.code.startswith("vote_list")]


_GROUPS = """
Testboda kommun, kommunfullmäktiges sammanträde i april
Voteringslistor kommunfullmäktige 2025-04-28
                           Votering 1, § 41          Votering 2, § 42
Ledamot          Parti     Ja     Nej     Avst       Ja     Nej     Avst
Anna Ekman       S         X                                X
Bo Ahlgren       M         X                                        X
Cia Berg         V                X                         X
"""


def test_a_list_with_columns_of_choices_for_each_paragraph_is_the_list_of_each() -> None:
    read = bundle_of(_TWO_PARAGRAPHS.replace(" Se bilaga 1.", ""), _GROUPS)
    ballots = [[(one.name, one.vote.value) for one in item.votes[0].ballots] for item in read.documents[0].items]
    assert ballots == [
        [("Anna Ekman", "yes"), ("Bo Ahlgren", "yes"), ("Cia Berg", "no")],
        [("Anna Ekman", "no"), ("Bo Ahlgren", "abstain"), ("Cia Berg", "no")],
    ]
    assert not [one.code for one in read.doubts if one.code.startswith("vote")]


def test_a_mark_between_two_paragraphs_columns_gives_nobody_a_vote() -> None:
    between = _GROUPS.replace(
        "Cia Berg         V                X            ", "Cia Berg         V                     X       "
    )
    read = bundle_of(_TWO_PARAGRAPHS.replace(" Se bilaga 1.", ""), between)
    assert [item.votes[0].ballots for item in read.documents[0].items] == [(), ()]
    assert "vote_list_unplaced" in [one.code for one in read.doubts]


_ONE_AFTER_ANOTHER = """
Testboda kommun, kommunfullmäktiges sammanträde i april
Omröstningslista § 41
Namn             Parti     Ja     Nej     Avstår
Anna Ekman       S         X
Bo Ahlgren       M         X
Cia Berg         V                X
Omröstningslista § 42
Namn             Parti     Ja     Nej     Avstår
Anna Ekman       S                X
Bo Ahlgren       M                        X
Cia Berg         V                X
"""


def test_lists_beneath_each_other_on_a_page_are_each_their_own_paragraphs() -> None:
    read = bundle_of(_TWO_PARAGRAPHS.replace(" Se bilaga 1.", ""), _ONE_AFTER_ANOTHER)
    ballots = [[one.vote.value for one in item.votes[0].ballots] for item in read.documents[0].items]
    assert ballots == [["yes", "yes", "no"], ["no", "abstain", "no"]]


def test_a_table_of_votes_under_a_heading_of_another_kind_is_doubted() -> None:
    table = "# Uppföljning\nNamn             Parti     Ja     Nej     Avstår\nAnna Ekman       S         X\nCia Berg         V                X\n"
    codes = [one.code for one in bundle_of(_TWO_PARAGRAPHS + table).doubts]
    assert "vote_may_be_missed" in codes


def test_lists_in_words_in_appendices_are_their_paragraphs_if_they_add_up_and_else_doubted() -> None:
    text = _TWO_PARAGRAPHS.replace(" Se bilaga 1.", "")
    listed = "Bilaga 1\nOmröstning 1, § 41\nJa: Anna Ekman (S), Bo Ahlgren (M)\nNej: {last}\n"
    read, other = (bundle_of(text, listed.format(last=last)) for last in ("Cia Berg (V)", "Cia Berg (V), Dan Holm (C)"))
    assert [one.name for one in read.documents[0].items[0].votes[0].ballots] == ["Anna Ekman", "Bo Ahlgren", "Cia Berg"]
    assert other.documents[0].items[0].votes[0].ballots == ()
    assert "vote_list_unplaced" in [one.code for one in other.doubts]
