"""The cells of a form's lines."""

from __future__ import annotations

from importers.text.columns import cells_of
from tests.importers.typeset import lines


def cells(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in cells_of(lines(text))]


def test_a_cell_that_reaches_to_the_next_column_is_cut_at_its_edge() -> None:
    assert cells(
        "Beslutande          Birgitta Alm (S), ordförande  Jon Ödmark (V)\n"
        "                    Ola Renström (S)              Eva Stedt (L)\n"
        "                    Per Tornhag (M)               Tomas Idvall (KD)\n"
    ) == [
        ["Beslutande", "Birgitta Alm (S), ordförande", "Jon Ödmark (V)"],
        ["Ola Renström (S)", "Eva Stedt (L)"],
        ["Per Tornhag (M)", "Tomas Idvall (KD)"],
    ]


def test_a_label_that_reaches_to_its_value_is_cut_from_it() -> None:
    assert cells(
        "Plats och tid           Rådhuset\nUtses att justera       Bo Ås\nJusteringens plats och  Rådhuset"
    ) == [
        ["Plats och tid", "Rådhuset"],
        ["Utses att justera", "Bo Ås"],
        ["Justeringens plats och", "Rådhuset"],
    ]


def test_running_text_is_not_cut_where_a_word_meets_an_edge_by_chance() -> None:
    text = "Plats och tid  Kommunhuset\nOrgan          Kommunstyrelsen\nProtokollet är Justerat av Bo Ås"
    assert cells(text)[-1] == ["Protokollet är Justerat av Bo Ås"]


def test_a_blank_as_wide_as_each_letter_parts_no_cells() -> None:
    text = "Utses att justera      Olle Bo\nJustering              Olle Ek\nSekreterare            Gert Ås\nOrgan                       Nämnden\nOrt                         Älnsjö"
    assert cells(text)[0] == ["Utses att justera", "Olle Bo"]
