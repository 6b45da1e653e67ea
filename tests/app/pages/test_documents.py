"""A document's page where it is long, or carries no number of its own."""

from __future__ import annotations

from dataclasses import replace

from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings
from importers.bundle import PageInfo, ReaderKind
from tests.app.filing import file
from tests.app.pages.reading import read
from tests.app.register.saying import answer, bundle, extract, item, motion


def test_a_motions_paper_leads_to_its_matter_and_the_pages_of_a_long_one_are_folded(
    using: Settings, stores: Stores
) -> None:
    answers = (answer("om lövträd i kommunens parker och på dess skolgårdar", "Elsa Brandfors (C)"),)
    held = item(
        "88",
        "Svar på motion om lövträd i kommunens parker och på dess skolgårdar",
        case_numbers=("KS-2025-00042",),
        answers=answers,
    )
    filed = bundle(
        motion("Motion om lövträd i kommunens parker och på dess skolgårdar", "2025-01-27", "Elsa Brandfors (C)"),
        extract("KS", "2025-06-17", held, item("101", "Val"), item("9", "Upprop")),
    )
    paper, minutes = filed.documents
    pages = tuple(PageInfo(n, 595.0, 842.0, ReaderKind.PDFIUM) for n in range(1, 31))
    file(
        stores,
        replace(filed, file=replace(filed.file, pages=pages), documents=(paper, replace(minutes, pages=(2, 30)))),
    )
    with TestClient(create_app(using)) as client:
        (row,) = client.get("/api/v1/motions").json()["motions"]
        facts = read(client.get(f"/handlingar/{row['document']}").text).one("dl").all("a")
        assert [a.attributes["href"] for a in facts[:1]] == [row["case"]["page"]]
        listed = client.get("/api/v1/documents?kind=protokollsutdrag").json()["documents"]
        whole = read(client.get(f"/handlingar/{listed[0]['id']}").text)
        items = whole.one("dl").all("a")[1:4]
        assert [a.attributes["href"].rpartition("/")[2] for a in items] == ["9", "88", "101"]
        shown = whole.one("section", aria_labelledby="sidor")
        folded = shown.one("details")
        assert folded.one("summary").text == "Sidorna 14–30" and len(folded.all("li")) == 17
        assert len(shown.all("li")) == 29
