"""Heads of §§ in forms that nobody foresaw, found by their series; and what counts on and heads nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.importers.typeset import bundle_of

_COVER = """Testboda kommun                  SAMMANTRÄDESPROTOKOLL
Parknämnden                    2025-03-04

Plats och tid   Parken, kl. 9-10
Beslutande      Anna Ek (S), ordförande
                Bo Ås (M)
Justerare       Bo Ås
"""
_RANGE = "Paragrafer      41-44\n\n"
_TITLES = ("Lån av stolar", "Taxa för bad", "Val av justerare", "Nästa möte")
_BODY = "# Beslut\nParknämnden beslutar att låna ut stolar.\n\n"
_FORMS: dict[str, Callable[[int, str], str]] = {
    "counted on the agenda": lambda number, title: f"Ärende nr {number - 36}, § {number}\n# {title}\n",
    "a word and a title": lambda number, title: f"Nr {number} {title}\n",
    "a word alone": lambda number, title: f"Beslut nr {number}\n# {title}\n",
    "shortened": lambda number, title: f"# Par. {number}: {title}\n",
    "in brackets": lambda number, title: f"[§ {number}] {title}\n",
    "at the right": lambda number, title: f"{title:40}{number} §\n",
    "in a box": lambda number, title: f"Paragraf          Dnr\n{number}                PN 2025/{number}\n# {title}\n",
}


def _heads(text: str) -> list[tuple[str, str]]:
    (document,) = bundle_of(_COVER + text).documents
    return [(item.number, item.title) for item in document.items]


def _minutes(head: Callable[[int, str], str], numbers: range = range(41, 45)) -> str:
    return "".join(head(number, title) + _BODY for number, title in zip(numbers, _TITLES, strict=False))


@pytest.mark.parametrize("form", _FORMS)
def test_heads_of_any_form_are_found_by_the_numbers_that_the_cover_names(form: str) -> None:
    bundle = bundle_of(_COVER + _RANGE + _minutes(_FORMS[form]))
    assert [(item.number, item.title) for item in bundle.documents[0].items] == [
        (str(number), title) for number, title in zip(range(41, 45), _TITLES, strict=True)
    ]
    (told,) = [one for one in bundle.doubts if one.code == "items_by_series"]
    assert (told.params, len(told.sources)) == ({"numbers": "41-44"}, 4)


def test_a_case_number_stands_behind_a_number_in_a_series() -> None:
    items = bundle_of(_COVER + _RANGE + _minutes(_FORMS["in a box"])).documents[0].items
    assert [item.case_numbers for item in items] == [(f"PN 2025/{number}",) for number in range(41, 45)]


def test_the_first_paragraph_is_found_by_the_dress_of_the_others() -> None:
    def head(number: int, title: str) -> str:
        return f"# {title}\nPN § {number} – PN/00{number}/2026\n"

    text = head(41, "Lån av stolar") + "Parknämnden beslutar att låna ut stolar.\nDet sades förra året,\n§ 83.\n\n"
    assert _heads(_RANGE + text + _minutes(head, range(42, 45)))[0] == ("41", "Lån av stolar")


def test_four_on_end_with_a_sign_head_paragraphs_where_no_range_is_told() -> None:
    assert [number for number, _ in _heads("\n" + _minutes(_FORMS["in brackets"]))] == ["41", "42", "43", "44"]
    assert _heads("\n" + _minutes(_FORMS["in brackets"], range(41, 44))) == []
    assert _heads("\n" + _minutes(_FORMS["a word and a title"])) == []


def test_what_counts_on_with_no_matter_beneath_it_heads_nothing() -> None:
    contents = "".join(
        f"Nr {number} {title}          {number}\n" for number, title in zip(range(41, 45), _TITLES, strict=True)
    )
    votes = "".join(f"[§ {number}]     Ja 5     Nej 2\n" for number in range(41, 45))
    for listed in (contents, votes):
        assert _heads(_RANGE + listed + "Parknämnden beslutar att låna ut stolar.\n") == []


def test_two_dresses_that_do_as_well_are_no_heads() -> None:
    def head(number: int, title: str) -> str:
        return f"Nr {number} {title}\nParknämnden beslutar enligt följande.\n(Beslut {number}) Se ovan\n"

    bundle = bundle_of(_COVER + _RANGE + _minutes(head))
    assert bundle.documents[0].items == ()
    assert "items_not_read" in [one.code for one in bundle.doubts]


def test_references_and_law_in_running_text_head_nothing() -> None:
    def head(number: int, title: str) -> str:
        return f"# § {number} {title}\n"

    gone = head(41, _TITLES[0]) + _BODY + head(42, _TITLES[1]) + _BODY
    text = (
        gone
        + "Nämnden har i beslut om stolarna som lånas ut varje sommar sagt detsamma i\n§ 43 kommunallagen.\n43 § Kommunallagen\n"
    )
    assert [number for number, _ in _heads(_RANGE + text + "\n" + head(44, _TITLES[3]) + _BODY)] == ["41", "42", "44"]


def test_a_head_in_a_box_on_top_of_a_page_is_not_the_pages() -> None:
    page = "Testboda kommun                  SAMMANTRÄDESPROTOKOLL\nParknämnden                    2025-03-04\n\n"

    def head(number: int, title: str) -> str:
        return f"Paragraf          Diarienummer\n§ {number}              PN 2025/{number}\n\n## {title}\n"

    (document,) = bundle_of(_COVER + _RANGE, page + _minutes(head)).documents
    assert [(item.number, item.title, item.case_numbers) for item in document.items] == [
        (str(number), title, (f"PN 2025/{number}",)) for number, title in zip(range(41, 45), _TITLES, strict=True)
    ]


def test_a_slash_parts_number_and_case_number() -> None:
    items = bundle_of(_COVER + _RANGE + _minutes(lambda n, t: f"# § {n} / PN 2025/{n}\n# {t}\n")).documents[0].items
    assert [(item.title, item.case_numbers) for item in items][:1] == [("Lån av stolar", ("PN 2025/41",))]
