"""The built-in example says what its story says, is drawn the same each time, and is about nobody real."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdftypes import resolve1

from app import demo, resources
from scripts.example.shapes import Paper, front, texts
from scripts.example.story import MUNICIPALITY, PAPERS

ROOT = Path(__file__).parents[3]
EXAMPLE = resources.example()
BODY = (76.0, 750.0)  # points from the top: below the headers, above the footers
PERSON = re.compile(r"[A-ZÅÄÖ][\wé-]{1,30} [A-ZÅÄÖ][\wé]{1,30}(?= \([A-ZÅÄÖ]{1,3}\))")


def squeezed(text: str) -> str:
    """The text without white space, which two readers need not give alike."""
    return "".join(text.split())


def read_by_pdfium(whole: bool) -> str:
    document = pypdfium2.PdfDocument(EXAMPLE)
    try:
        top, bottom = (842, 0) if whole else (842 - BODY[0], 842 - BODY[1])
        return "\n".join(page.get_textpage().get_text_bounded(top=top, bottom=bottom) for page in document)
    finally:
        document.close()


def read_by_pdfplumber(whole: bool) -> str:
    with pdfplumber.open(EXAMPLE) as document:
        top, bottom = (0, 841) if whole else BODY
        return "\n".join(page.crop((0, top, page.width, bottom)).extract_text() for page in document.pages)


def test_drawing_the_example_again_gives_the_same_bytes(tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    subprocess.run([sys.executable, "-m", "scripts.make_example", str(again)], cwd=ROOT, check=True)
    assert again.read_bytes() == EXAMPLE.read_bytes()


def test_the_example_is_small_enough_to_ship() -> None:
    assert EXAMPLE.stat().st_size < 120_000


@pytest.mark.parametrize("read", [read_by_pdfium, read_by_pdfplumber])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{type(paper).__name__}-{paper.date}")
def test_every_word_of_the_story_stands_in_the_text_layer(paper: Paper, read: Callable[[bool], str]) -> None:
    for expected, printed in ((front(paper), squeezed(read(True))), (texts(paper), squeezed(read(False)))):
        assert [text for text in expected if squeezed(text) not in printed] == []


def test_a_sentence_of_kommunstyrelsen_runs_over_the_page_break() -> None:
    document = pypdfium2.PdfDocument(EXAMPLE)
    try:
        first, second = (document[n].get_textpage().get_text_range() for n in (0, 1))
    finally:
        document.close()
    assert "Ordföranden ställer" in first
    assert "finner att kommunstyrelsen beslutar" in second


def test_the_example_names_itself_and_its_language() -> None:
    with pdfplumber.open(EXAMPLE) as document:
        catalog = document.doc.catalog
        assert document.metadata["Title"].startswith(demo.CASE_NUMBER)
        assert document.metadata["Author"] == demo.MUNICIPALITY == MUNICIPALITY
        assert catalog["Lang"] == b"sv-SE"
        assert resolve1(catalog["MarkInfo"])["Marked"] is True


def test_the_registrars_reading_quotes_the_file() -> None:
    reading = json.loads((ROOT / "tests" / "documents" / "alnsjo" / demo.CASE_NUMBER / "gold.json").read_text("utf-8"))
    quotes = list(quoted(reading["documents"]))
    printed = squeezed(read_by_pdfium(whole=False)).casefold()
    assert len(quotes) > 50
    assert [quote for quote in quotes if squeezed(quote).casefold() not in printed] == []


def quoted(value: object) -> Iterator[str]:
    """The verbatim texts of a reading, wherever they stand in it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            verbatim = key in ("text", "title", "lead", "target", "group", "in_favour_of", "inferred_from", "name")
            yield from [inner] if verbatim and isinstance(inner, str) else quoted(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quoted(inner)


@pytest.mark.shared
def test_the_municipality_is_not_a_real_one(shared: Path) -> None:
    register = json.loads((shared / "registers" / "kommunkoder.json").read_text("utf-8"))
    assert len(register) == 290
    assert demo.MUNICIPALITY.removesuffix(" kommun") not in {entry["municipality"] for entry in register}


@pytest.mark.shared
def test_nobody_in_the_example_is_in_the_minutes_at_hand(shared: Path) -> None:
    ours = {name for paper in PAPERS for text in texts(paper) for name in PERSON.findall(text)}
    assert "Nils-Erik Hallkvist" in ours
    theirs = "\n".join(
        path.read_text("utf-8") for folder in ("seed", "corpus") for path in (shared / folder).glob("*.txt")
    )
    assert {name for name in ours if name in theirs} == set()
    assert {name for name in ours if name.split()[-1] in theirs} == set()
