"""The core reader: words with font, size, bold and box, and the traps of PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from importers.errors import PageNotDrawable
from importers.pdf import pdfium, plumber
from importers.pdf.calls import Font
from importers.pdf.draw import draw
from importers.pdf.page import Page, Word, as_shown, good, upright
from importers.pdf.pdfium import name_and_weight
from importers.text.layout import lines_of
from importers.text.passage import passage
from tests.importers.pdf.drawn import drawn, says


def first_page(data: bytes) -> Page:
    return pdfium.read_page(pdfium.open_pdf(data), 1)


def test_words_have_font_size_and_a_box_round_them() -> None:
    page = first_page(drawn(says("Svar på motion")))
    assert [word.text for word in page.words] == ["Svar", "på", "motion"]
    first = page.words[0]
    assert (first.fontname, first.size, first.bold, first.x0, first.baseline) == ("Helvetica", 11.0, False, 70.0, 80.0)
    assert first.top < 80.0 - 0.6 * 11 < 80.0 < first.bottom < 80.0 + 0.4 * 11
    assert (page.width, page.height) == (round(A4[0], 2), round(A4[1], 2))


def test_bold_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(70, 700, "Beslut")

    (word,) = first_page(drawn(draw)).words
    assert (word.bold, word.size) == (True, 12.0)


def test_a_letter_whose_top_lies_over_the_blank_behind_it_ends_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Italic", 11)
        canvas.drawString(70, 700, "Leif Pihl, chef för parken")

    page = first_page(drawn(draw))
    (line,) = lines_of(page)
    assert line.text == "Leif Pihl, chef för parken"
    assert page.words[1].x0 - page.words[0].x1 == pytest.approx(0.25 * 11, abs=0.01)


def test_the_size_is_the_operand_times_the_text_matrix() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 1)
        text.setTextTransform(14, 0, 0, 14, 70, 700)
        text.textOut("Beslut")
        canvas.drawText(text)

    (word,) = first_page(drawn(draw)).words
    assert word.size == 14.0


def test_a_hyphen_at_a_line_end_ends_its_word_and_the_line() -> None:
    page = first_page(drawn(says("den 3 septem-", "ber 2024 avslogs motionen")))
    hyphened = [word for word in page.words if word.text.startswith("septem")]
    assert [word.text for word in hyphened] == ["septem-"]
    lines = lines_of(page)
    assert [line.text for line in lines] == ["den 3 septem-", "ber 2024 avslogs motionen"]
    assert passage(lines).text == "den 3 september 2024 avslogs motionen"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_reads_upright_and_its_places_are_of_the_page_as_shown(rotation: int) -> None:
    page = first_page(drawn(says("Kommunstyrelsen föreslår", "kommunfullmäktige besluta", top=400), rotation=rotation))
    lines = lines_of(page)
    assert [line.text for line in lines] == ["Kommunstyrelsen föreslår", "kommunfullmäktige besluta"]
    (place,) = passage(lines[:1]).source().places
    words = [word for word in page.words if word.text in ("Kommunstyrelsen", "föreslår")]
    box = (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )
    assert place.bbox == pytest.approx(box, abs=0.01)
    sideways = rotation in (90, 270)
    assert (place.bbox[3] - place.bbox[1] > place.bbox[2] - place.bbox[0]) is sideways


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_turning_a_box_and_turning_it_back(turn: int) -> None:
    box = (10.0, 20.0, 30.0, 50.0)
    assert as_shown(upright(box, turn, 595, 842), turn, 595, 842) == box


def test_words_outside_the_crop_box_are_counted_and_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((0, 400, A4[0], A4[1]))
        canvas.drawString(70, 700, "innanför")
        canvas.drawString(70, 300, "utanför sidan")

    page = first_page(drawn(draw))
    assert [word.text for word in page.words] == ["innanför"]
    assert page.outside == 2
    assert page.height == round(A4[1] - 400, 2)


@pytest.mark.shared
def test_a_page_whose_crop_box_lies_off_it_is_blank(shared: Path) -> None:
    document = pdfium.open_pdf((shared / "probes/situations/cropout.pdf").read_bytes())
    page = pdfium.read_page(document, 1)
    assert (page.words, page.width, page.height) == ((), 0.0, 0.0)
    assert page.outside > 0
    with pytest.raises(PageNotDrawable):
        draw(document, 1, box=None, width=600)


def test_a_page_of_unmapped_signs_is_not_good() -> None:
    def page_with(text: str) -> Page:
        word = Word(text, 0, 0, 1, 1, "Test", 10.0, False, 1)
        return Page(1, 100, 100, (word,), pdfium.ReaderKind.PDFIUM)

    assert good(page_with("Kommunstyrelsen"))
    assert not good(page_with("\ufffd\ufffdmm\ufffd"))
    assert not good(page_with("\ue001\ue002\ue003"))
    assert not good(Page(1, 100, 100, (), pdfium.ReaderKind.PDFIUM))


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["seed/KSN-2023-03553", "seed/KSN-2023-03553-b", "corpus/goteborg-kf-2025-05-22-par319"]
)
def test_both_readers_read_the_same_words(shared: Path, name: str) -> None:
    """The oracle: same words, x0 within a point, same size, same bold."""
    data = (shared / f"{name}.pdf").read_bytes()
    document = pdfium.open_pdf(data)
    for number in range(1, len(document) + 1):
        ours, theirs = pdfium.read_page(document, number), plumber.read_page(data, number)
        assert [_look(word) for word in _sorted(ours)] == [_look(word) for word in _sorted(theirs)]
        for one, other in zip(_sorted(ours), _sorted(theirs), strict=True):
            assert abs(one.x0 - other.x0) <= 1.0, (number, one, other)


def _sorted(page: Page) -> list[Word]:
    return sorted(page.words, key=lambda word: (word.text, round(word.baseline / 4), round(word.x0 / 4)))


def _look(word: Word) -> tuple[str, float, bool]:
    return word.text, round(word.size, 1), word.bold


@pytest.mark.parametrize(
    ("name", "weight", "bold"),
    [
        ("AAAAAA+SourceSerifPro-Regular", 704, False),
        ("AAAAAA+Lora-Italic", 764, False),
        ("TimesNewRoman,Italic", 700, False),
        ("AAAAAA+Lato-Bold", 812, True),
        ("Arial-BoldItalicMT", 380, True),
        ("AAAAAA+Roboto-Medium", 300, False),
        ("F1", 3696, True),
        ("F2", 400, False),
    ],
)
def test_a_font_is_bold_as_its_name_says_else_as_it_looks(name: str, weight: int, bold: bool) -> None:
    assert name_and_weight(Font(name, weight=weight, flags=4)) == (name, bold)
