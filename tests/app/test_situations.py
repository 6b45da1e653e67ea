"""Files of odd kinds, taken in whole: each is in every list where it belongs, or says why it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.commands.receipts import Ended
from app.db import Stores
from app.errors import Exit
from app.main import create_app
from app.register.municipalities import municipality
from app.settings import Settings
from importers import read_bundle
from tests.app.importing import import_file

pytestmark = pytest.mark.shared


def take_in(stores: Stores, using: Settings, shared: Path, name: str) -> Exit:
    data = (shared / "probes" / "situations" / f"{name}.pdf").read_bytes()
    return Ended(name, import_file(stores, using, data, f"{name}.pdf", "anna", municipality("Alnsjö kommun"))).exit_code


def test_a_motion_of_a_short_title_is_in_every_list_and_a_page_that_cannot_be_drawn_is_told_so(
    stores: Stores, using: Settings, shared: Path
) -> None:
    assert take_in(stores, using, shared, "mo0") == Exit.DONE
    assert take_in(stores, using, shared, "pattern-self") == Exit.DONE
    assert take_in(stores, using, shared, "cropout") == Exit.NEEDS_REVIEW
    with TestClient(create_app(using)) as client:
        assert "Motion om badhus" in [row["title"] for row in client.get("/api/v1/motions").json()["motions"]]
        for address in ("/motioner", "/motioner?overdue=true"):
            assert "Motion om badhus" in client.get(address).text
        (document,) = (d for d in client.get("/api/v1/documents").json()["documents"] if d["kind"] != "motion")
        picture = client.get(f"/api/v1/documents/{document['id']}/pages/1.webp")
        assert picture.status_code == 200


def test_a_scan_of_two_columns_doubts_what_it_could_not_read_as_paragraphs(shared: Path) -> None:
    read = read_bundle(shared / "probes" / "situations" / "bold2up.pdf")
    assert [doubt.code for doubt in read.doubts if doubt.severity == "error"] == ["item_not_read"]
