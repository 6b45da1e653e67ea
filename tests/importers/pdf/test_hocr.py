"""Tesseract's lines, and what is mended in them. No picture is read here."""

from __future__ import annotations

import html

import pytest
from PIL import Image

from importers.pdf import signs
from importers.pdf.dusting import dust
from importers.pdf.hocr import Seen, SeenLine, lines_of

EMPTY = Image.new("L", (2000, 2000), 255)


def hocr(*lines: tuple[int, list[tuple[str, int]]]) -> str:
    """Lines with their baseline and words with their left edge, letters 30 pixels high, as Tesseract prints them."""
    spans = []
    for level, words in lines:
        spans.append(
            f"     <span class='ocr_line' id='l' title=\"bbox {words[0][1]} {level - 30} 1900 {level}; "
            f'baseline 0 0; x_size 40; x_descenders 7; x_ascenders 9">'
        )
        spans += [
            f"      <span class='ocrx_word' id='w' title='bbox {x} {level - 30} {x + 18 * len(text)} {level}; x_wconf 96'>"
            f"{html.escape(text)}</span>"
            for text, x in words
        ]
    return "\n".join(spans)


def line(*words: tuple[str, int]) -> SeenLine:
    (found,) = lines_of(hocr((100, list(words))))
    return found


def texts(found: SeenLine) -> list[str]:
    return [word.text for word in found.words]


def test_lines_have_words_a_baseline_and_a_size() -> None:
    first, second = lines_of(hocr((100, [("§", 50), ("R&D", 90)]), (160, [("Beslut", 50)])))
    assert texts(first) == ["§", "R&D"]
    assert first.words[1] == Seen("R&D", 90, 70, 144, 100, 96)
    assert (first.level, second.level, second.slope) == (100.0, 160.0, 0.0)
    assert second.size == pytest.approx(30 / 0.72)


def test_a_leaning_line_knows_its_baseline_everywhere() -> None:
    text = hocr((100, [("Beslut", 50)])).replace("baseline 0 0", "baseline -0.01 -10")
    (found,) = lines_of(text)
    assert (found.slope, found.level) == (-0.01, 100 - 10 + 0.01 * 50)


def test_marks_of_dust_are_no_words() -> None:
    speck = Seen("i", 300, 95, 302, 97, 50)
    rule = Seen("—", 300, 60, 312, 110, 40)
    given = line(("Datum:", 50), ("|", 250), ("2024-12-11", 400))
    given = SeenLine((*given.words, speck, rule), 0.0, 100.0)
    (found,) = dust([given])
    assert texts(found) == ["Datum:", "2024-12-11"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("e", 50), ("Bilaga", 120)], ["•", "Bilaga"]),
        ([("e", 50), ("post", 80)], ["e", "post"]),
        ([("en", 50), ("motion", 140)], ["en", "motion"]),
    ],
)
def test_a_round_sign_before_a_wide_gap_is_a_bullet(words: list[tuple[str, int]], expected: list[str]) -> None:
    given = line(*words)
    first = given.words[0]
    given = SeenLine((first._replace(x1=first.x0 + 16, top=84), *given.words[1:]), 0.0, 100.0)
    (found,) = dust([given])
    assert texts(found) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["8", "372"], ["§", "372"]),
        (["&", "3", "a"], ["§", "3", "a"]),
        (["$372"], ["§372"]),
        (["8", "612", "Ärendenummer", "SLK-2024-00417"], ["§", "612", "Ärendenummer", "SLK-2024-00417"]),
    ],
)
def test_a_heading_gets_its_sign_back_and_says_so(
    monkeypatch: pytest.MonkeyPatch, words: list[str], expected: list[str]
) -> None:
    monkeypatch.setattr(signs, "languages", lambda: frozenset({"swe"}))
    (found,), headings = signs.mend_signs(
        [line(*[(word, 50 + 200 * index) for index, word in enumerate(words)])], EMPTY
    )
    assert texts(found) == expected
    assert headings == (" ".join(words),)


@pytest.mark.parametrize(
    "words",
    [
        ["förslag", "3", "december", "2024", "8", "327"],
        ["8", "000", "kronor"],
        ["8", "ledamöter"],
        ["5", "37"],
        ["8372"],
    ],
)
def test_a_number_that_is_no_heading_is_left_as_it_was_seen(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr(signs, "languages", lambda: frozenset({"swe"}))
    (found,), headings = signs.mend_signs(
        [line(*[(word, 50 + 200 * index) for index, word in enumerate(words)])], EMPTY
    )
    assert (texts(found), headings) == (words, ())


def test_a_number_in_a_column_of_numbers_is_no_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "languages", lambda: frozenset({"swe"}))
    text, number = line(("Summa", 50)), line(("8", 900), ("372", 940))
    assert signs.mend_signs([text, text, number], EMPTY) == ((text, text, number), ())
