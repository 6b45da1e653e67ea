"""Situations of the shared data set that an installation has to bear, each with the test that holds it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.places import ROOT

LETTERS = "importers/pdf/test_letters.py::test_signs_of_two_halves_are_read"
HELD_BY = {
    "forged": "app/imports/test_claims.py::test_the_shared_file_is_forged_so",
    "pattern-self": "app/web/test_page_images.py::test_a_page_that_paints_itself_is_imported_and_drawn_no_second_time",
    "emoji": LETTERS,
    "emoji_math": LETTERS,
    "emoji_lone_hi": LETTERS,
    "cropout": "importers/pdf/test_pdfium.py::test_a_page_whose_crop_box_lies_off_it_is_blank",
    "plumber-index": "importers/pdf/test_letters.py::test_a_page_that_one_reader_chokes_on_is_the_others",
}


@pytest.mark.shared
def test_every_situation_is_held_by_a_test_of_its_file(shared: Path) -> None:
    for name, test in HELD_BY.items():
        file, _, function = test.partition("::")
        source = (ROOT / "tests" / file).read_text("utf-8")
        assert function in {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
        assert (shared / f"probes/situations/{name}.pdf").is_file()
        assert f"{name}.pdf" in source or f'"{name}"' in source, name
