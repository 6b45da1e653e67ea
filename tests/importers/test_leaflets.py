"""The municipalities' leaflets: each has an example, and none is needed to read.

How little is lost without any is held by the floors of the sets "without leaflets" (`scripts/scoring/floors.toml`).
"""

from __future__ import annotations

import pkgutil

import pytest

from importers import leaflets
from importers.leaflets import LEAFLETS
from importers.patterns.pattern import Pattern
from scripts.scoring.golds import DOCUMENTS, pdf_of
from scripts.scoring.reading import leaflet_files, read_all

NAMES = sorted(module.name for module in pkgutil.iter_modules(leaflets.__path__))


@pytest.mark.parametrize("name", NAMES)
def test_a_leaflet_has_a_golden_folder(name: str) -> None:
    assert list(DOCUMENTS.glob(f"{name}/*/gold.json"))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_leaflet_tells_is_lost_with_it_and_the_rest_is_read(name: str) -> None:
    golds = [sorted(DOCUMENTS.glob(f"{one}/*/gold.json"))[0] for one in NAMES]
    files = [pdf_of(gold.parent) for gold in golds]  # together: each start of a reader costs a second
    read, bare = (read_all(files, leaflets=with_them)[NAMES.index(name)] for with_them in (True, False))
    (leaflet,) = [one for one in LEAFLETS if one.municipality == read["documents"][0]["municipality"]]
    assert leaflet.municipality.lower().startswith(name[:1])
    assert [one["municipality"] for one in bare["documents"]] == [None for _ in bare["documents"]]
    assert [one["code"] for one in read["doubts"]] == ["municipality_inferred"]
    assert [one["items"] for one in bare["documents"]] == [one["items"] for one in read["documents"]]


def test_a_leaflet_holds_data_and_about_a_screen() -> None:
    for path in leaflet_files():
        text = path.read_text("utf-8")
        assert len(text.splitlines()) <= 60
        assert not [word for word in ("def ", "class ", "if ", "for ") if f"\n{word}" in text]
    assert all(isinstance(mark, Pattern) for leaflet in LEAFLETS for mark in leaflet.marks)
