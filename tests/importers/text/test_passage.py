"""Running text that knows where its words are printed."""

from __future__ import annotations

from importers.text.passage import passage, places_of, source_of
from tests.importers.typeset import lines, running


def test_a_cut_brings_one_place_for_each_line_it_takes_up() -> None:
    text = running("en motion väckt vid kommunfullmäktiges sammanträde den 11\ndecember 2023 att kommunen inrättar")
    start = text.text.index("den 11")
    cut = text.cut(start, start + len("den 11 december 2023"))
    source = cut.source()
    assert source.quote == "den 11 december 2023"
    assert [(place.page, place.line) for place in source.places] == [(1, 1), (1, 2)]
    first, second = (place.bbox for place in source.places)
    assert first[0] > second[0] == lines("december")[0].x0
    assert second[2] == second[0] + len("december 2023") * 5.0


def test_a_hyphenated_word_is_whole_and_has_two_places() -> None:
    text = running("sammanträdet den 3 septem-\nber 2024")
    cut = text.cut(text.text.index("september"))
    assert cut.source().quote == "september 2024"
    assert [place.line for place in cut.source().places] == [1, 2]


def test_blanks_at_the_ends_of_a_cut_are_left_out() -> None:
    text = running("bifall till motionen")
    assert text.cut(6, 12).source().quote == "till"
    assert len(text.cut(6, 12).printed) == 1


def test_parts_of_one_line_make_one_place_as_the_whole_line_does() -> None:
    above, below = lines("bifall till motionen\natt avslå den")
    parts = [above.part(above.words[:1]), above.part(above.words[1:]), below]
    assert places_of(parts) == places_of([above, below]) == (above.place, below.place)
    assert passage(parts).source() == source_of(parts) == source_of([above, below])
    assert places_of([parts[1]])[0].bbox[0] == above.words[1].x0
