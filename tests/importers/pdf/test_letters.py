"""Letters as files spell them, and the words that are read."""

from __future__ import annotations

import unicodedata

import pytest

from importers.bundle import Bundle, bundle_to_bytes
from importers.pdf import pdfium
from importers.pdf.letters import composed, is_plain
from importers.pdf.plumber import read_page
from importers.read import read_document
from tests.places import SHARED


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (unicodedata.normalize("NFD", "Sjögren"), "Sjögren"),
        ("A\u030asa", "Åsa"),
        ("\u212bsa", "Åsa"),
        ("lekplats\ud83d\ude00", "lekplats😀"),
        ("lek\ud83dplats", "lek\ufffdplats"),
        ("\ude00", "\ufffd"),
        ("\uf0b7", "•"),
    ],
)
def test_a_word_is_composed(printed: str, word: str) -> None:
    assert not is_plain(printed)
    assert composed(printed) == word
    assert is_plain(word)


def situation(name: str) -> Bundle:
    data = (SHARED / "probes" / "situations" / f"{name}.pdf").read_bytes()
    return read_document(pdfium.open_pdf(data), data)


@pytest.mark.shared
def test_decomposed_letters_read_as_the_composed_text() -> None:
    (document,) = situation("nfd").documents
    (item,) = document.items
    assert document.municipality == "Alnsjö kommun"
    assert document.attendance is not None
    assert document.attendance.chair is not None
    assert document.attendance.chair.name == "Åsa Sjögren"
    assert item.title == "Svar på motion om cykelställ för äldre"
    assert item.outcome == "avslag"
    (yrkande,), (reservation,) = item.yrkanden, item.reservations
    assert [one.name for one in (*yrkande.movers, *reservation.people)] == ["Örjan Ås", "Örjan Ås"]


@pytest.mark.shared
def test_both_readers_drop_soft_hyphens() -> None:
    data = (SHARED / "probes" / "situations" / "softhyphen.pdf").read_bytes()
    ours, theirs = pdfium.read_page(pdfium.open_pdf(data), 2), read_page(data, 2)
    assert theirs is not None
    assert [word.text for word in theirs.words] == [word.text for word in ours.words]
    assert "bifall" in [word.text for word in ours.words]


@pytest.mark.shared
def test_soft_hyphens_are_dropped() -> None:
    (item,) = situation("softhyphen").documents[0].items
    assert item.title == "Svar på motion om cykelställ vid sjöstigen"
    assert [one.stance for one in item.yrkanden] == ["bifall"]
    assert [one.name for reservation in item.reservations for one in reservation.people] == ["Cilla Frank"]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["emoji", "emoji_math", "emoji_lone_hi"])
def test_signs_of_two_halves_are_read(name: str) -> None:
    bundle = situation(name)
    assert bundle_to_bytes(bundle)
    assert [item.number for item in bundle.documents[0].items] == ["171"]


@pytest.mark.shared
def test_a_page_that_one_reader_chokes_on_is_the_others() -> None:
    data = (SHARED / "probes" / "situations" / "plumber-index.pdf").read_bytes()
    assert read_page(data, 13) is None
    assert [page.number for page in situation("plumber-index").file.pages] == list(range(1, 14))
