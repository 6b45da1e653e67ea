"""What lies and waits: open matters with their age, and the unanswered motions as a document."""

from __future__ import annotations

import ctypes
import io
import sys
from typing import Any

import pdfplumber
import pypdfium2
import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, reading
from app.exports.motions_pdf import is_there
from app.models.register import bodies
from app.security.roles import Grant, Role
from importers.bundle import Outcome
from tests.app.desk.kept import BOARD, HOSTILE
from tests.app.desk.working import Worker, account
from tests.app.filing import file
from tests.app.register.saying import bundle, decision, extract, item, motion
from tests.places import missing

pytestmark = pytest.mark.parametrize(
    "database", ["sqlite"], indirect=True
)  # the walk of all routes asks PostgreSQL too


def test_open_matters_are_told_with_their_age_and_as_csv(registrar: Worker, stores: Stores) -> None:
    proposed = item("7", HOSTILE, case_numbers=("KS-2025-00077",), decisions=(decision(BOARD, Outcome.REMISS),))
    file(stores, bundle(extract(BOARD, "2025-01-15", proposed)))
    registrar.go("/desk/arendebalans")
    row = next(row for row in registrar.page.one("tbody").all("tr") if "KS-2025-00077" in row.text)
    assert "2025-01-15" in row.text and "Kommunstyrelsen § 7" in row.text
    csv = registrar.client.get(
        "/desk/arendebalans.csv", headers={"Cookie": f"diarium_desk={registrar.cookies['diarium_desk']}"}
    )
    assert csv.headers["content-type"].startswith("text/csv")
    line = next(line for line in csv.text.splitlines() if "KS-2025-00077" in line)
    assert "'=HYPERLINK" in line
    with reading(stores.desk) as session:
        board = session.execute(sa.select(bodies.c.id).where(bodies.c.name == BOARD)).scalars().first()
    assert "KS-2025-00077" in registrar.go(f"/desk/arendebalans?organ={board}").page.text
    assert registrar.go("/desk/arendebalans?organ=finns-inte").status == 404


def test_what_another_body_holds_is_told_without_its_content(
    registrar: Worker, served: TestClient, stores: Stores
) -> None:
    """Ulla reads the papers of one body; the board has the matter now, under a number of its own, and holds its minutes."""
    number = ("KUN-2025-00007",)
    own = item("7", "Torget", case_numbers=number, decisions=(decision("Kulturnämnden", Outcome.REMISS),))
    theirs = item(
        "9", "Hemlig tomtaffär", case_numbers=(*number, "KS-2025-00009"), decisions=(decision(BOARD, Outcome.REMISS),)
    )
    alone = item(
        "10", "Något helt annat", case_numbers=("KS-2025-00010",), decisions=(decision(BOARD, Outcome.REMISS),)
    )
    file(stores, bundle(extract("Kulturnämnden", "2025-01-15", own)))
    file(stores, bundle(extract(BOARD, "2025-02-17", theirs, alone), digest="b" * 64), released=False)
    account(stores, "ulla", Grant(Role.READER, "Alnsjö", "Kulturnämnden"))
    whole = next(
        row for row in registrar.go("/desk/arendebalans").page.one("tbody").all("tr") if "KUN-2025-00007" in row.text
    )
    assert "Kommunstyrelsen § 9" in whole.text
    with reading(stores.desk) as session:
        culture = session.execute(sa.select(bodies.c.id).where(bodies.c.name == "Kulturnämnden")).scalars().first()
    ulla = Worker(served).signed_in("ulla").go(f"/desk/arendebalans?organ={culture}")
    (row,) = (row for row in ulla.page.one("tbody").all("tr") if "KUN-2025-00007" in row.text)
    assert "Torget" in row.text and "2025-01-15" in row.text and "hålls av annan nämnd" in row.text
    cookie = {"Cookie": f"diarium_desk={ulla.cookies['diarium_desk']}"}
    for told in (ulla.page.text, served.get(f"/desk/arendebalans.csv?organ={culture}", headers=cookie).text):
        assert not [word for word in ("Hemlig", "§ 9", "2025-02-17", "KS-2025-000", "Något helt") if word in told]


def test_unanswered_motions_are_a_tagged_document_that_holds_all_it_needs(registrar: Worker, stores: Stores) -> None:
    if not is_there():
        missing("Pango", "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    file(stores, bundle(motion(f"Motion om lövträd {HOSTILE}", "2024-11-04", "Mira Tallbo (C)")))
    registrar.go("/desk/redovisning")
    assert "lövträd" in registrar.page.text
    cookie = {"Cookie": f"diarium_desk={registrar.cookies['diarium_desk']}"}
    made = registrar.client.get(registrar.link("Hämta som PDF"), headers=cookie)
    assert made.headers["content-type"] == "application/pdf"
    document = pypdfium2.PdfDocument(made.content)
    assert document.is_tagged() and document.get_metadata_value("Title").startswith(
        "Redovisning av obesvarade motioner"
    )
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        catalog = pdf.doc.catalog
        assert catalog["Lang"] in {"sv", b"sv"} and "OutputIntents" in catalog
        assert b'pdfaid:part="2" pdfaid:conformance="A"' in catalog["Metadata"].resolve().get_data()
        text = " ".join(page.extract_text() for page in pdf.pages)
        fonts = [font for page in pdf.pages for font in page.page_obj.resources["Font"].resolve().values()]
    assert "Mira Tallbo (C)" in text and "<script>" in text, "what a title says is text"
    assert fonts and all(_is_embedded(font.resolve()) for font in fonts)
    shown = registrar.client.get(registrar.link("Visa för utskrift"), headers=cookie)
    assert "<script>alert" not in shown.text and "lövträd" in shown.text


def test_the_page_of_the_account_loads_nothing_that_only_its_pdf_takes(
    registrar: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    is_there.cache_clear()
    assert registrar.go("/desk/redovisning").status == 200
    assert "weasyprint" not in sys.modules


def _no_library(name: str) -> None:
    raise OSError(f"{name}: cannot open shared object file")


@pytest.mark.parametrize("what", ["the package", "its libraries"])
def test_without_the_extra_the_page_says_what_it_takes(
    registrar: Worker, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    if what == "the package":
        monkeypatch.setitem(sys.modules, "weasyprint", None)
    else:
        monkeypatch.setattr(ctypes, "CDLL", _no_library)
    is_there.cache_clear()
    try:
        shown = registrar.go("/desk/redovisning").page.text
        assert "pip install 'diarium[pdf]'" in shown and "Hämta som PDF" not in shown
        assert registrar.go("/desk/redovisning/dokument.pdf").status == 400
        assert "pip install 'diarium[pdf]'" in registrar.page.text
        assert registrar.go("/desk/redovisning/utskrift").status == 200
    finally:
        is_there.cache_clear()


def _is_embedded(font: Any) -> bool:
    descriptor = font["DescendantFonts"][0].resolve()["FontDescriptor"].resolve()
    return bool({"FontFile", "FontFile2", "FontFile3"} & set(descriptor))
