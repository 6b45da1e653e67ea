"""A corrected file is a new version of the document, and the old one stays readable."""

from __future__ import annotations

from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores
from app.journal.files import sha256
from app.main import create_app
from app.register.municipalities import municipality
from app.settings import Settings
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.pages.reading import read
from tests.app.papers import drawn, minutes

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "nämnden rättade protokollet")
FIRST = drawn(minutes("Kommunstyrelsen", "12", "KS-2025-00042", "Kommunstyrelsen beslutar att bygga cykelställ."))
CORRECTED = drawn(minutes("Kommunstyrelsen", "12", "KS-2025-00042", "Kommunstyrelsen beslutar att bygga bänkar."))


def test_a_corrected_file_is_a_version_and_the_old_one_stays_readable(stores: Stores, using: Settings) -> None:
    for data in (FIRST, CORRECTED):
        import_file(stores, using, data, "utdrag.pdf", "anna", ALNSJO)
    (item,) = rows(stores.public)["items"]
    assert item["contested"]
    acts.choose(stores, str(item["id"]), sha256(CORRECTED), ANNA)
    assert [row["text"] for row in rows(stores.public)["clauses"]] == ["Kommunstyrelsen beslutar att bygga bänkar."]
    (document,) = rows(stores.public)["documents"]
    with TestClient(create_app(using)) as client:
        address = f"/api/v1/documents/{document['id']}"
        files = [a["file"]["sha256"] for a in client.get(address).json()["appearances"]]
        assert set(files) == {sha256(FIRST), sha256(CORRECTED)}
        for data in (FIRST, CORRECTED):
            assert client.get(f"{address}/file?file={sha256(data)}").content == data
        pages = {client.get(f"{address}/pages/1.webp?file={sha256(data)}").content for data in (FIRST, CORRECTED)}
        assert len(pages) == 2
        case = client.get("/api/v1/cases/KS-2025-00042?include=items,sources", follow_redirects=True).json()
        (source,) = case["items"][0]["decisions"][0]["clauses"][0]["sources"]
        assert source["file"] == sha256(CORRECTED) and source["image"].endswith(f"&file={sha256(CORRECTED)}")
        article = read(client.get("/arenden/KS-2025-00042", follow_redirects=True).text).one("ol", class_="clauses")
        leaf = read(client.get(article.one("cite").one("a").attributes["href"]).text)
        assert leaf.one("p", class_="note").one("code").text == sha256(CORRECTED)
        assert leaf.one("blockquote").text == source["quote"]
        assert client.get(f"{address}/file?file={'0' * 64}").status_code == 404
        assert client.get(f"{address}/pages/1.webp?file={'0' * 64}").status_code == 404
