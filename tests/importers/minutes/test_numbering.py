"""The numbers of the §§ against the range that the cover prints."""

from __future__ import annotations

import pytest

from importers.bundle import Bundle, Severity
from importers.doubts import DoubtCode
from importers.minutes.numbering import ranges_on, shown, spans_of
from tests.importers.typeset import bundle_of, lines

_CODES = (DoubtCode.ITEMS_MISSING, DoubtCode.ITEMS_MAY_BE_WITHIN, DoubtCode.ITEM_OUTSIDE_RANGE)


def minutes(paragraphs: str, *numbers: str, more: str = "", kind: str = "Protokoll", end: str = "") -> Bundle:
    cover = f"""
Älnsjö kommun
{kind}                     2024-05-29
Kommunstyrelsen

Beslutande          Anna Ek (S), ordförande
                    Bo Ås (V)
{paragraphs}
{more}
"""
    items = "\n".join(f"# § {number} Budget för torget {number}\n# Beslut\nBudgeten godkänns.\n" for number in numbers)
    return bundle_of(cover, f"{kind}                     2024-05-29\n\n{items}\n\n{end}")


def doubted(bundle: Bundle) -> list[tuple[str, dict[str, str | int | None]]]:
    return [(one.code, one.params) for one in bundle.doubts if one.code in _CODES]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Paragrafer 1-12", [(1, 12)]),
        ("Paragrafer        71-83,86-98", [(71, 83), (86, 98)]),
        ("Underskrifter     Sekreterare      Paragrafer  112-140", [(112, 140)]),
        ("Protokollet omfattar §§ 246–300", [(246, 300)]),
        ("Paragrafer: §§ 61–78 samt 80", [(61, 78), (80, 80)]),
        ("Paragrafer\n§ 23 - § 41", [(23, 41)]),
        ("§§ 171–187, §§ 189–210", [(171, 187), (189, 210)]),
        ("Paragrafer     84,85", [(84, 84), (85, 85)]),
        ("Sekreterare ................ Paragrafer 12-14", [(12, 14)]),
        ("Sekreterare    ____________    Paragraf: 12", [(12, 12)]),
        ("Ledamöter    Anna Ek (S)\nSekreterare    ............    §§ 12-14", [(12, 14)]),
        ("Ledamöter    Anna Ek (S)    §§ 12-14", []),
        ("Budget ................ 12", []),
        ("Motionerna under paragraferna 12-13 bordläggs.", []),
        ("Datum     2024-05-29", []),
    ],
)
def test_ranges_as_covers_print_them(text: str, spans: list[tuple[int, int]]) -> None:
    assert spans_of(ranges_on(lines(text))) == spans


SIGNED = [
    "Sekreterare ................ Paragrafer 5-6\n            Disa Wik\n",
    "Underskrifter\nSekreterare    ................    §§ 5-6\n               Disa Wik\n",
    "Vid protokollet\n................    Paragrafer 5-6\nDisa Wik\nSekreterare\n",
]


@pytest.mark.parametrize("secretary", SIGNED)
@pytest.mark.parametrize("beneath", [False, True])
def test_what_is_signed_is_told_beside_the_line_to_sign_on(secretary: str, beneath: bool) -> None:
    signed = f"{secretary}Ordförande     ................\n               Anna Ek\nJusterande     ................\n               Bo Ås\n"
    bundle = minutes("" if beneath else signed, "5", "6", end=signed if beneath else "")
    (document,) = bundle.documents
    assert document.meeting is not None
    assert document.meeting.paragraphs in ("5-6", "§§ 5-6")
    assert [len(one.clauses) for item in document.items for one in item.decisions] == [1, 1]


def test_minutes_that_hold_what_they_say_are_not_doubted() -> None:
    assert doubted(minutes("Paragrafer          5-7", "5", "6", "7")) == []
    assert doubted(minutes("Paragrafer          5-5, 7", "5", "7")) == []
    assert doubted(minutes("Paragrafer          5-6", "5", "5 a", "6")) == []
    assert doubted(minutes("Paragrafer          5-7, 9-10", "5", "6", "7", "9", "10")) == []


def test_what_is_missing_at_an_end_is_doubted_with_both_places() -> None:
    bundle = minutes("Paragrafer          5-9", "6", "7")
    assert doubted(bundle) == [("items_missing", {"numbers": "5, 8-9", "printed": "5-9"})]
    (doubt,) = [one for one in bundle.doubts if one.code in _CODES]
    assert [source.quote for source in doubt.sources] == ["5-9", "§ 6"]
    assert [source.places[0].page for source in doubt.sources] == [1, 2]


@pytest.mark.parametrize("printed", ["Paragrafer          5-10", ""])
def test_what_is_missing_between_two_is_an_error_of_the_first(printed: str) -> None:
    bundle = minutes(printed, "5", "6", "9", "10")
    assert doubted(bundle) == [("items_may_be_within", {"number": "6", "numbers": "7-8"})]
    (doubt,) = [one for one in bundle.doubts if one.code in _CODES]
    assert (doubt.about, doubt.severity) == ("/documents/0/items/1", Severity.ERROR)
    assert [source.quote for source in doubt.sources] == ["§ 6", "§ 9"]


SENT = "# Beslutet skickas till\nEkonomienheten\n"
ANOTHER = f"\n37 Svar på motion\n# Ärendet\nMotionen vill ha bänkar.\n# Beslut\nMotionen avslås.\n{SENT}"


@pytest.mark.parametrize("kind", ["Protokoll", "Protokollsutdrag"])
@pytest.mark.parametrize("following", ["38", ""])
def test_a_paragraph_that_begins_again_beneath_its_receivers_may_hold_the_next(kind: str, following: str) -> None:
    numbers = ["36", *([following] if following else [])]
    text = "".join(
        f"# § {n} Budget\n# Beslut\nBudgeten godkänns.\n{SENT}{ANOTHER if n == '36' else ''}\n" for n in numbers
    )
    bundle = minutes("Paragrafer          36-38", kind=kind, end=text)
    assert ("items_may_be_within", {"number": "36", "numbers": "37"}) in doubted(bundle)


def test_a_number_outside_is_doubted_with_both_places() -> None:
    bundle = minutes("Paragrafer          5-6", "5", "6", "66")
    assert doubted(bundle) == [("item_outside_range", {"number": "66", "printed": "5-6"})]
    (doubt,) = [one for one in bundle.doubts if one.code in _CODES]
    assert [source.quote for source in doubt.sources] == ["5-6", "§ 66"]


@pytest.mark.parametrize("more", ["§ 6 justeras i särskilt protokoll.", "Paragraf 6 är omedelbart justerad."])
def test_what_minutes_of_its_own_hold_is_not_missed(more: str) -> None:
    assert doubted(minutes("Paragrafer          5-7", "5", "7", more=more)) == []


def test_an_extract_misses_nothing() -> None:
    assert doubted(minutes("Paragrafer          5-70", "6", kind="Protokollsutdrag")) == []
    assert doubted(minutes("Paragrafer          5-70", "6", "9", kind="Protokollsutdrag")) == []


def test_a_second_cover_adds_its_paragraphs() -> None:
    assert doubted(minutes("Paragrafer          5,7", "5", "6", "7", more="Paragrafer          6")) == []


def test_numbers_as_people_write_them() -> None:
    assert shown([3, 5, 6, 7]) == "3, 5-7"
