"""The seed bundle, cut into its documents and filed in any order, gives the register of the whole bundle."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from app.db import Stores
from app.register.municipalities import municipality
from importers import read_bundle
from importers.bundle import Bundle, Clause
from tests.app.filing import emptied, file, rows
from tests.conftest import ON_ONE_STORE

# All 120 orders in the long form; a spread of them otherwise.
STRIDE = 1 if os.environ.get("DIARIUM_DRILL") else 29
UPPSALA = municipality("0380")


def cut(data: bytes, first: int, last: int) -> bytes:
    """The pages (1-based, inclusive) of a PDF as one of their own."""
    whole, part, out = pdfium.PdfDocument(data), pdfium.PdfDocument.new(), io.BytesIO()
    part.import_pages(whole, list(range(first - 1, last)))
    part.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def readings(shared: Path) -> tuple[Bundle, list[Bundle]]:
    """The bundle as one file, and each of its documents as a file of its own."""
    data = (shared / "seed" / "KSN-2023-03553.pdf").read_bytes()
    whole = read_bundle(data)
    return whole, [read_bundle(cut(data, *document.pages)) for document in whole.documents]


def told(stores: Stores) -> dict[str, list[dict[str, object]]]:
    """The register without files, appearances, pages, boxes and times, sorted by id."""
    found = rows(stores.desk)
    return {
        name: sorted(
            ({k: v for k, v in row.items() if k not in {"version", "kind_at"}} for row in table),
            key=lambda r: str(r["id"]),
        )
        for name, table in found.items()
    }


@ON_ONE_STORE
@pytest.mark.shared
def test_any_order_of_arrival_gives_the_register_of_the_bundle_at_once(
    stores: Stores, readings: tuple[Bundle, list[Bundle]]
) -> None:
    whole, cuts = readings
    file(stores, whole, UPPSALA, released=False)
    at_once = told(stores)
    assert {name: len(at_once[name]) for name in ("steps", "items", "cases", "matters")} == {
        "steps": 9,
        "items": 3,
        "cases": 2,
        "matters": 1,
    }
    for order in list(permutations(range(5)))[::STRIDE]:
        emptied(stores)
        for n in order:
            file(stores, cuts[n], UPPSALA, released=False)
        assert told(stores) == at_once, order


@pytest.mark.shared
def test_the_bundle_after_its_parts_adds_appearances_and_nothing_else(
    stores: Stores, readings: tuple[Bundle, list[Bundle]]
) -> None:
    whole, cuts = readings
    for part in cuts:
        file(stores, part, UPPSALA, released=False)
    before = told(stores)
    file(stores, whole, UPPSALA, released=False)
    assert told(stores) == before
    assert len(rows(stores.desk, without=set())["appearances"]) == 10


def forged(bundle: Bundle) -> Bundle:
    """Another file under the same heads and §§, whose words want something else."""
    (document,) = bundle.documents
    other = Clause("att göra tvärtom", document.source)
    items = tuple(
        replace(item, decisions=tuple(replace(decision, clauses=(other,)) for decision in item.decisions))
        for item in document.items
    )
    file_ = replace(bundle.file, sha256="f" * 64)
    return replace(bundle, file=file_, documents=(replace(document, items=items, proposals=() if items else (other,)),))


@ON_ONE_STORE
@pytest.mark.shared
@pytest.mark.parametrize("n", range(5))
def test_of_a_document_and_its_forged_twin_the_first_filed_stands_and_the_conflict_is_told(
    stores: Stores, readings: tuple[Bundle, list[Bundle]], n: int
) -> None:
    true = readings[1][n]
    table = "items" if true.documents[0].items else "documents"
    for first, second in ((true, forged(true)), (forged(true), true)):
        emptied(stores)
        file(stores, first, UPPSALA)
        alone = rows(stores.desk)
        file(stores, second, UPPSALA)
        both = rows(stores.desk)
        assert both["clauses"] == alone["clauses"]
        assert [row["contested"] for row in both[table]] == [True]
        assert both[table] == [row | {"contested": True} for row in alone[table]]
        assert "texts_disagree" in {row["code"] for row in both["findings"]}
