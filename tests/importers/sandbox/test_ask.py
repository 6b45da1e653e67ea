"""A PDF is opened in a process of its own, and whatever becomes of that process is an answer."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from importers import PageNotDrawable, UnreadableFile, draw_page, read_bundle
from importers.bundle import Severity
from importers.pdf import limits
from importers.sandbox import ask
from tests.importers.pdf.drawn import drawn, says
from tests.thorough import tried

MINUTES = drawn(
    says(
        "Socialnämnden", "Protokollsutdrag", "2024-10-23", "", "§ 171", "Svar på motion om lekplatser", "SCN-2024-00634", "",
        "Beslut", "Motionen avslås.",
    )
)  # fmt: skip


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_bundle(data)
    return caught.value.code


def test_a_file_is_read_through_the_child() -> None:
    bundle = read_bundle(MINUTES, "utdrag\x1b[31m.pdf")
    (document,) = bundle.documents
    assert (document.body, str(document.date)) == ("Socialnämnden", "2024-10-23")
    assert [(item.number, item.case_numbers) for item in document.items] == [("171", ("SCN-2024-00634",))]
    assert (bundle.file.name, bundle.file.bytes) == ("utdrag\ufffd[31m.pdf", len(MINUTES))


def test_a_path_gives_the_file_its_name(tmp_path: Path) -> None:
    path = tmp_path / "utdrag.pdf"
    path.write_bytes(MINUTES)
    assert read_bundle(path).file.name == "utdrag.pdf"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 not a pdf", "not_pdf"),
        (b"<!doctype html><title>404</title>", "not_pdf"),
        (b"%PDF-1.7\n" + b"\0" * 4000, "damaged"),
        (MINUTES[: len(MINUTES) * 2 // 5], "damaged"),
        (drawn(lambda canvas: canvas.rect(10, 10, 50, 50)), "no_text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(limits.MOST_BYTES + 1)
    with pytest.raises(UnreadableFile) as caught:
        read_bundle(path)
    assert (caught.value.code, caught.value.params["limit"]) == ("too_large", limits.MOST_BYTES)


def test_pages_without_text_among_others_are_doubted() -> None:
    both = drawn(
        says("Socialnämnden", "Protokollsutdrag", "§ 1", "Val av justerare"), lambda canvas: canvas.rect(1, 1, 9, 9)
    )
    doubts = {doubt.code: doubt for doubt in read_bundle(both).doubts}
    assert doubts["pages_without_text"].params == {"pages": "2"}
    assert doubts["pages_without_text"].severity is Severity.ERROR


def test_a_page_that_cannot_be_opened_is_doubted_and_the_others_are_read() -> None:
    pdf = drawn(says("Parknämnden", "Protokollsutdrag 2025-03-04", "§ 1", "Val av justerare"), says("§ 2"))
    broken = pdf.replace(b"3 0 R 4 0 R ]", b"3 0 R 99 0 R]")
    bundle = read_bundle(broken)
    assert [one.pages for one in bundle.documents] == [(1, 1)]
    doubt = next(one for one in bundle.doubts if one.code == "pages_damaged")
    assert (doubt.params, doubt.severity) == ({"pages": "2"}, Severity.ERROR)
    with pytest.raises(PageNotDrawable) as caught:
        draw_page(broken, 2)
    assert caught.value.code == "page_damaged"


def test_a_page_of_which_nothing_shows_is_blank_and_its_words_are_doubted() -> None:
    pdf = drawn(says("Parknämnden", "Protokollsutdrag 2025-03-04")).replace(
        b"/MediaBox [ 0 0 595.2756 841.8898 ]", b"/CropBox [ 900 900 990 990 ]/MediaBox[0 0 595 842]"
    )
    bundle = read_bundle(pdf)
    assert (bundle.documents, [(one.code, one.params) for one in bundle.doubts]) == (
        (),
        [("text_outside_page", {"page": 1, "words": 3})],
    )


def test_the_child_sees_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", "postgresql://user:secret@host/db")
    assert set(ask._environment()) <= {
        "PATH",
        "LD_LIBRARY_PATH",
        "VIRTUAL_ENV",
        "TESSDATA_PREFIX",
        "LANG",
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONHASHSEED",
    }


def test_a_page_is_drawn_with_a_frame() -> None:
    plain = Image.open(io.BytesIO(draw_page(MINUTES, 1, width=600)))
    framed = Image.open(io.BytesIO(draw_page(MINUTES, 1, width=600, box=(70.0, 70.0, 150.0, 84.0))))
    assert (plain.format, plain.width) == ("WEBP", 600)
    assert plain.convert("RGB").getpixel((68, 80)) == (255, 255, 255)
    assert framed.convert("RGB").getpixel((68, 80)) == (196, 30, 58)


def test_a_page_that_is_not_there_or_too_large_is_not_drawn() -> None:
    with pytest.raises(PageNotDrawable) as caught:
        draw_page(MINUTES, 2)
    assert (caught.value.code, caught.value.params) == ("no_such_page", {"page": 2, "pages": 1})
    with pytest.raises(ValueError, match="width"):
        draw_page(MINUTES, 1, width=1_000_000)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("truncated", "damaged"),
        ("encrypted", "encrypted"),
        ("owner-password", None),
        ("zero-pages", "no_pages"),
        ("not-a-pdf", "not_pdf"),
        ("html", "not_pdf"),
        ("empty", "empty"),
        ("huge-page", None),
        ("deep-nesting", "no_text"),
        ("stream-bomb", "too_much_memory"),
        ("operator-bomb", "no_text"),
        ("javascript-attachment", None),
        ("rotated-cropped", None),
    ],
)
def test_every_bad_file_ends_as_it_should(shared: Path, name: str, outcome: str | None) -> None:
    path = shared / "bad" / f"{name}.pdf"
    if outcome is None:
        assert read_bundle(path).documents
    else:
        assert refusal(path.read_bytes()) == outcome


@pytest.mark.shared
def test_a_file_of_hundreds_of_pages_is_read_within_the_childs_memory_and_time(shared: Path) -> None:
    """That memory does not grow with the pages is measured by `benchmarks/reading.py`, on all of them."""
    pages, held = tried(600, 3000), io.BytesIO()
    with PdfDocument(shared / "bad" / "pages-3000.pdf") as whole, PdfDocument.new() as some:
        some.import_pages(whole, range(pages))
        some.save(held)
    bundle = read_bundle(held.getvalue())
    assert bundle.documents
    assert len(bundle.file.pages) == pages


@pytest.mark.shared
def test_a_page_of_two_billion_points_is_read_and_never_drawn(shared: Path) -> None:
    data = (shared / "bad" / "huge-page.pdf").read_bytes()
    assert read_bundle(data).words.total == 10
    with pytest.raises(PageNotDrawable) as caught:
        draw_page(data, 1)
    assert caught.value.code == "page_too_large"


@pytest.mark.shared
def test_a_rotated_page_reads_like_the_page_it_was(shared: Path) -> None:
    turned, plain = (
        read_bundle(shared / "bad" / "rotated-cropped.pdf"),
        read_bundle(shared / "seed" / "KSN-2023-03553.pdf"),
    )
    first = turned.documents[0].items[0]
    assert [one.text for one in first.statements] == [one.text for one in plain.documents[0].items[0].statements]
    assert [one.text for one in first.reservations] == [one.text for one in plain.documents[0].items[0].reservations]
    (doubt,) = [doubt for doubt in turned.doubts if doubt.code == "text_outside_page"]
    assert doubt.params == {"page": 3, "words": 43}
