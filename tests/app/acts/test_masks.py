"""What is masked in a file is nowhere that the public can ask, and where it may be told nothing of the file is public."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

import importers
from app import acts
from app.acts import Actor
from app.acts.masks import MaskFails, check_read_back
from app.db import Stores, reading
from app.errors import NothingNew, WrongUse
from app.installation.checking import check
from app.journal.files import path_of
from app.main import create_app
from app.models.register import files, items
from app.queries.held import held_documents
from app.register.masking import signs_of
from app.register.municipalities import municipality
from app.settings import Settings
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.conftest import ON_ONE_STORE

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "granskad")
NUMBER = "121212-1212"
NAMING = minutes(
    "Kulturnämnden", "14", "KN-2025-00031", f"Nämnden beslutar att bevilja Sixten Ek, {NUMBER}, ett bidrag."
)
PLAIN = [*NAMING, "§ 15", "Vårens program", "KN-2025-00032", "", "Beslut", "Nämnden beslutar att godkänna programmet."]


def filed(stores: Stores, using: Settings, *pages: list[str]) -> tuple[str, str]:
    """A file that is held for the number in it: its sha256 and its document's id."""
    receipt = import_file(stores, using, drawn(*pages), "bidrag.pdf", "anna", ALNSJO)
    assert receipt.state == "held"
    with reading(stores.desk) as session:
        return receipt.sha256, held_documents(session)[0]["document"]


def shown(stores: Stores) -> str:
    """All that the public register holds, as text."""
    return repr(rows(stores.public, without=set()))


def test_the_public_sees_the_masked_file_and_nothing_of_what_it_hides(stores: Stores, using: Settings) -> None:
    sha256, document = filed(stores, using, PLAIN)
    acts.mask(stores, using, sha256, ANNA, boxes={}, words=[NUMBER], law="OSL 21 kap. 1 §")
    assert "Kulturnämnden" not in shown(stores)
    acts.release(stores, document, ANNA)
    public = shown(stores)
    assert "godkänna programmet" in public and "Cykelställ vid torget" in public
    assert NUMBER not in public and "Sixten" not in public and sha256 not in public
    with reading(stores.public) as session:
        (file,) = session.execute(sa.select(files)).all()
    with TestClient(create_app(using)) as client:
        whole = client.get(f"/api/v1/documents/{document}/file").content
        assert client.get(f"/api/v1/documents/{document}/pages/1.webp?file={sha256}").status_code == 404
        assert client.get(f"/api/v1/documents/{document}/pages/1.webp").status_code == 200
        api = client.get(f"/api/v1/documents/{document}").json()
        assert [one["masked"] for one in api["appearances"]] == [{"boxes": 1, "laws": ["OSL 21 kap. 1 §"]}]
    assert whole == path_of(using.data_dir, file.id).read_bytes()
    assert (file.producer, file.complete, file.bytes) == (None, True, len(whole))
    assert [(row["unread_lines"], row["doubts"]) for row in rows(stores.public, without=set())["appearances"]] == [
        (None, None)
    ]
    assert importers.read_bundle(whole).words.total
    assert NUMBER in repr(rows(stores.desk))  # the desk has it as it was filed
    assert check(stores, using).whole


def reasons(stores: Stores) -> list[str]:
    with reading(stores.desk) as session:
        return [reason["code"] for row in held_documents(session) for reason in row["reasons"]]


@ON_ONE_STORE
def test_a_number_holds_its_document_until_all_of_its_page_are_masked(stores: Stores, using: Settings) -> None:
    sha256, _document = filed(stores, using, [*PLAIN, "Sökande: 191212121212"], ["Bilaga: 640823-3234"])
    acts.mask(stores, using, sha256, ANNA, boxes={}, words=["Vårens program"], law="OSL 21 kap. 1 §")
    assert reasons(stores) == ["identity_number", "identity_number"]
    acts.mask(stores, using, sha256, ANNA, boxes={}, words=[NUMBER, "191212121212"], law="191212121212")
    assert reasons(stores) == ["identity_number"]
    acts.mask(stores, using, sha256, ANNA, boxes={}, words=["640823-3234"])
    assert reasons(stores) == ["masked"]


@ON_ONE_STORE
def test_a_number_that_stands_on_another_page_too_publishes_nothing(stores: Stores, using: Settings) -> None:
    sha256, document = filed(stores, using, NAMING, ["Bilaga", f"Sökande: {NUMBER.replace('-', ' ')}"])
    acts.release(stores, document, ANNA)
    assert "Sixten" in shown(stores)
    words = importers.words_of(path_of(using.data_dir, sha256).read_bytes(), [1])[1]
    box = next(box for text, box in words if NUMBER in text)
    with pytest.raises(MaskFails, match="också på s"):
        acts.mask(stores, using, sha256, ANNA, boxes={1: [box]})
    assert "Sixten" not in shown(stores)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ({"text": {"pdfium": "", "plumber": "", "pdftotext": None}}, "pdftotext"),
        ({"text": {"pdfium": "", "plumber": "x", "pdftotext": ""}}, "text i sig"),
        ({"seen": {"1": f"Ek, {NUMBER}"}}, "syns på s. 1"),
        ({"seen": {"1": None}}, "tesseract"),
        ({"black": False}, "svarta"),
        ({"beside": 1}, "text i sig"),
    ],
)
def test_whatever_a_reader_finds_or_a_missing_reader_is_a_fault(found: dict[str, object], why: str) -> None:
    clean = {"text": {"pdfium": "", "plumber": "", "pdftotext": ""}, "seen": {"1": ""}, "black": True, "beside": 0}
    check_read_back(clean, signs_of([NUMBER]))
    with pytest.raises(MaskFails, match=why):
        check_read_back(clean | found, signs_of([NUMBER]))


def test_the_readers_find_words_that_a_box_lies_over() -> None:
    data = drawn(NAMING)
    words = importers.words_of(data)[1]
    box = next(box for text, box in words if NUMBER in text)
    found = importers.read_back(data, {1: [box]})
    assert all(NUMBER in text for text in found["text"].values())
    assert NUMBER in found["seen"]["1"] and not found["black"]


def title_by_the_registrar(stores: Stores, title: str, by: Actor) -> None:
    with reading(stores.desk) as session:
        item = session.execute(sa.select(items.c.id).where(items.c.number == "14")).scalar_one()
    acts.correct(stores, item, "title", title, by)


@ON_ONE_STORE
def test_what_is_masked_is_added_to_and_undone_it_is_public_no_more(stores: Stores, using: Settings) -> None:
    sha256, document = filed(stores, using, NAMING)
    first = acts.mask(stores, using, sha256, ANNA, boxes={}, words=[NUMBER])
    with pytest.raises(NothingNew):
        acts.mask(stores, using, sha256, ANNA, boxes={}, words=[NUMBER])
    with pytest.raises(WrongUse, match="ingenstans"):
        acts.mask(stores, using, sha256, ANNA, boxes={}, words=["Gul Gulfjäder"])
    second = acts.mask(stores, using, sha256, ANNA, boxes={}, words=["Cykelställ vid torget"])
    acts.release(stores, document, ANNA)
    assert "[maskat]" in shown(stores) and "Cykelställ" not in shown(stores)
    title_by_the_registrar(
        stores, "Ställ på en plats", Actor("anna", "Cykelställ vid torget röjer var", role="registrar")
    )
    assert "Ställ på en plats" in shown(stores) and "Cykelställ" not in shown(stores)
    title_by_the_registrar(stores, "Ett ställ", Actor("anna", "allmänt hållen", role="registrar"))
    assert "Ett ställ" in shown(stores) and "Cykelställ" not in shown(stores)
    acts.undo(stores, second, ANNA)
    assert "Kulturnämnden" not in shown(stores)
    acts.release(stores, document, ANNA)
    assert "Cykelställ" in shown(stores) and "Sixten" not in shown(stores)
    acts.undo(stores, first, ANNA)
    assert "Kulturnämnden" not in shown(stores)
    assert (Path(using.data_dir) / "files").is_dir()


@ON_ONE_STORE
def test_another_file_of_what_is_masked_is_not_public_by_default(stores: Stores, using: Settings) -> None:
    """Its number is none that is known by its form, so that nothing else holds it."""
    named = [line.replace(NUMBER, "Rosenlundsvägen") for line in NAMING]
    receipt = import_file(stores, using, drawn(named), "bidrag.pdf", "anna", ALNSJO)
    assert "Rosenlundsvägen" in shown(stores)
    acts.mask(stores, using, receipt.sha256, ANNA, boxes={}, words=["Rosenlundsvägen"])
    assert "Rosenlundsvägen" not in shown(stores) and "Cykelställ" in shown(stores)
    again = import_file(stores, using, drawn([*named, "Sida 1"]), "igen.pdf", "anna", ALNSJO)
    assert again.sha256 not in shown(stores) and "Cykelställ" in shown(stores)
    with reading(stores.public) as session:
        (masked,) = session.execute(sa.select(files.c.id)).scalars()
    fetched = path_of(using.data_dir, masked).read_bytes()
    import_file(stores, using, fetched, "hamtad.pdf", "bo", municipality("Bergsund"))
    acts.purge(stores, using, receipt.sha256, ANNA, law="OSL 21 kap. 1 §")
    assert path_of(using.data_dir, masked).read_bytes() == fetched and check(stores, using).whole
