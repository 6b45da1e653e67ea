"""Pages that only show their text: scans, scans on their side, and files whose letters are not what the page shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from importers import UnreadableFile, read_bundle
from importers.bundle import ReaderKind, Severity
from importers.doubts import DoubtCode
from importers.pdf import ocr, pdfium, select
from importers.pdf.page import Page
from importers.sandbox import ask
from importers.text.layout import lines_of
from tests.importers.pdf.drawn import drawn
from tests.importers.pdf.scanned import scanned
from tests.importers.reading import read_file
from tests.places import SHARED, missing


@pytest.fixture
def tesseract() -> None:
    if not ocr.at_hand():
        missing("Tesseract", "apt-get install tesseract-ocr tesseract-ocr-swe")


def minutes(canvas: Canvas) -> None:
    """A short extract with a heading, a reference and a list."""
    rows = [
        (9, "Helvetica", "Kommunstyrelsen"),
        (9, "Helvetica", "Protokollsutdrag 2024-12-11"),
        (18, "Helvetica-Bold", "§ 372"),
        (15, "Helvetica-Bold", "Svar på motion om lekplatser vid Ånäset"),
        (11, "Helvetica", "KSN-2023-03553"),
        (12, "Helvetica-Bold", "Beslut"),
        (11, "Helvetica", "Motionen avslås enligt nämndens yttrande den 3 december 2024, § 327."),
        (11, "Helvetica", "Ärendet har beretts av kommunledningskontoret och återkommer till nästa år."),
    ]
    for row, (size, font, text) in enumerate(rows):
        canvas.setFont(font, size)
        canvas.drawString(70, A4[1] - 80 - 28 * row, text)


MINUTES = drawn(minutes)
TEXTS = [
    "Kommunstyrelsen",
    "Protokollsutdrag 2024-12-11",
    "§ 372",
    "Svar på motion om lekplatser vid Ånäset",
    "KSN-2023-03553",
    "Beslut",
    "Motionen avslås enligt nämndens yttrande den 3 december 2024, § 327.",
    "Ärendet har beretts av kommunledningskontoret och återkommer till nästa år.",
]
CIPHER = "Xqvvfkl pzqk wvzb gqxz\n" * 20


def pages(data: bytes) -> tuple[Page, ...]:
    return select.read_pages(pdfium.open_pdf(data), data)


@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_read_with_its_places_and_what_its_type_looks_like() -> None:
    (page,) = pages(scanned(MINUTES))
    assert page.reader is ReaderKind.OCR
    lines = lines_of(page)
    assert [line.text for line in lines] == TEXTS
    assert [line.bold for line in lines] == [False, False, True, True, False, True, False, False]
    assert lines[2].size > lines[3].size > lines[5].size >= lines[6].size == lines[7].size == lines[4].size
    (drawn_page,) = pages(MINUTES)
    for seen, printed in zip(lines, lines_of(drawn_page), strict=True):
        assert [word.x0 for word in seen.words] == pytest.approx([word.x0 for word in printed.words], abs=2.5)
        assert seen.baseline == pytest.approx(printed.baseline, abs=1.5)


@pytest.mark.usefixtures("tesseract")
def test_a_scan_on_its_side_is_read_upright() -> None:
    data = drawn(lambda canvas: [minutes(canvas), canvas.translate(0, -300), minutes(canvas)])
    (page,) = pages(scanned(data, quarters=1))
    assert (page.turn, page.width > page.height) == (1, True)
    assert [line.text for line in lines_of(page)][:8] == TEXTS


SIGNS = [
    ("Helvetica", "Tomas Sörqvist, S §§ 130-146"),
    ("Helvetica", "KF § 101"),
    ("Helvetica", "KSAU § 130/2014"),
    ("Helvetica", "Enligt 5 kap. 23 § kommunallagen kan frågan väckas."),
    ("Helvetica", "5 000 kronor och 8 3-rummare"),
    ("Times-Roman", "Paragrafer 130-153"),
    ("Times-Roman", "Sekreterare " + ". " * 40),
    ("Times-Roman", "Britt Olofsson"),
    ("Times-Roman", "Ordförande " + ". " * 40),
    ("Times-Roman", "Lars Rosell"),
    ("Helvetica", "Justerare: " + ". " * 30),
    ("Helvetica", "Britt Olofsson"),
]


@pytest.mark.usefixtures("tesseract")
def test_paragraph_signs_and_rows_of_dots_of_a_scan_are_read_and_the_names_beneath_them() -> None:
    def rows(canvas: Canvas) -> None:
        for row, (font, text) in enumerate(SIGNS):
            canvas.setFont(font, 11)
            canvas.drawString(70, A4[1] - 60 - 24 * row, text)
        canvas.line(70, 430, 300, 430)
        canvas.drawString(70, 412, "Karin Ek")

    (page,) = pages(scanned(drawn(rows)))
    texts = [line.text for line in lines_of(page)]
    assert texts == [text.partition(" .")[0] + " ........" * (" . " in text) for _, text in SIGNS] + ["Karin Ek"]


@pytest.mark.usefixtures("tesseract")
def test_letters_that_make_no_words_are_read_from_the_picture_and_held() -> None:
    bundle = read_bundle(scanned(MINUTES, hidden=CIPHER))
    (item,) = bundle.documents[0].items
    assert (item.number, item.title) == ("372", "Svar på motion om lekplatser vid Ånäset")
    doubts = {doubt.code: doubt for doubt in bundle.doubts}
    assert doubts["garbled_pages_read_by_ocr"].severity is Severity.ERROR
    assert doubts["number_read_by_ocr"].params["page"] == 1
    assert [page.reader for page in bundle.file.pages] == [ReaderKind.OCR]


@pytest.mark.usefixtures("tesseract")
def test_words_of_another_language_that_the_page_shows_are_left_as_they_are() -> None:
    english = [f"The {word} committee shall report its findings within {word} months." for word in ("first", "second")]
    (page,) = pages(
        drawn(lambda canvas: [canvas.drawString(70, 700 - 14 * row, english[row % 2]) for row in range(20)])
    )
    assert (page.reader, page.garbled) == (ReaderKind.PDFIUM, False)


@pytest.mark.usefixtures("tesseract")
def test_a_stamp_on_a_scan_does_not_hide_it() -> None:
    (page,) = pages(scanned(MINUTES, hidden="Inkom 2024-12-12"))
    assert (page.reader, page.garbled) == (ReaderKind.OCR, False)


def test_an_empty_page_is_blank_and_nothing_is_missed() -> None:
    text, blank = pages(drawn(minutes, lambda canvas: None))
    assert (text.blank, blank.blank, blank.words) == (False, True, ())
    doubts = read_bundle(drawn(minutes, lambda canvas: None)).doubts
    assert "pages_without_text" not in {doubt.code for doubt in doubts}


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine where no program is found."""
    ask._leave()
    monkeypatch.setenv("PATH", "")
    yield
    ask._leave()


@pytest.mark.usefixtures("no_tesseract")
@pytest.mark.parametrize(("hidden", "code"), [("", "ocr_needed"), (CIPHER, "garbled_text")])
def test_without_tesseract_the_file_is_refused(hidden: str, code: str) -> None:
    assert shutil.which("tesseract") is None
    with pytest.raises(UnreadableFile) as caught:
        read_bundle(scanned(MINUTES, hidden=hidden))
    assert (caught.value.code, caught.value.params) == (code, {"pages": 1})


@pytest.mark.shared
@pytest.mark.usefixtures("tesseract")
def test_a_paragraph_lost_between_two_pages_scanned_side_by_side_is_a_grave_doubt() -> None:
    bundle = read_file(SHARED / "probes" / "situations" / "bold2up.pdf")
    assert [item.number for item in bundle.documents[0].items] == ["202"]
    assert [one.code for one in bundle.doubts if one.severity is Severity.ERROR] == [DoubtCode.ITEM_NOT_READ]
