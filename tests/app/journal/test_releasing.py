"""What an import shows to the public: by the body's default, and never a document that names somebody's number."""

from __future__ import annotations

from app import acts
from app.acts import Actor
from app.commands.receipts import Ended
from app.db import Stores
from app.errors import Exit
from app.imports.uploads import Receipt, State
from app.register.municipalities import municipality
from app.settings import Settings
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "utskottets protokoll granskas först")
PLAIN = minutes("Kommunstyrelsen", "12", "KS-2025-00042", "Kommunstyrelsen beslutar att bygga cykelställ.")
NAMING = [
    "",
    *minutes(
        "Socialnämnden",
        "7",
        "SN-2025-00007",
        "Socialnämnden beslutar att 121212-1212 får bidrag.",
        "2025-10-01",
        "Ansökan om bidrag",
    ),
]


def imported(stores: Stores, using: Settings, data: bytes) -> Receipt:
    return import_file(stores, using, data, "a.pdf", "anna", ALNSJO)


def public_numbers(stores: Stores) -> list[str]:
    return sorted(str(row["number"]) for row in rows(stores.public)["cases"])


def test_a_body_without_a_setting_releases_on_import(stores: Stores, using: Settings) -> None:
    assert imported(stores, using, drawn(PLAIN)).state is State.IMPORTED
    assert public_numbers(stores) == ["KS-2025-00042"]


def test_a_document_that_names_somebodys_number_is_held_and_the_others_are_not(stores: Stores, using: Settings) -> None:
    receipt = imported(stores, using, drawn(PLAIN, NAMING))
    assert (receipt.state, Ended("blad.pdf", receipt).exit_code) == (State.HELD, Exit.NEEDS_REVIEW)
    assert public_numbers(stores) == ["KS-2025-00042"]
    assert "121212" not in str(rows(stores.public, without=set()))
    assert [row["complete"] for row in rows(stores.public, without=set())["files"]] == [False]
    held = next(row for row in rows(stores.desk)["items"] if row["number"] == "7")
    document = next(r for r in rows(stores.desk)["item_documents"] if r["item_id"] == held["id"])["document_id"]
    acts.release(stores, str(document), ANNA)
    assert public_numbers(stores) == ["KS-2025-00042", "SN-2025-00007"]


def test_a_bodys_setting_holds_what_is_imported_after_it_and_nothing_before(stores: Stores, using: Settings) -> None:
    imported(stores, using, drawn(PLAIN))
    seq = acts.set_default(stores, ALNSJO, "Kommunstyrelsen", ANNA, public=False)
    later = minutes("Kommunstyrelsen", "13", "KS-2025-00043", "Kommunstyrelsen beslutar att vänta.", "2025-11-19")
    assert imported(stores, using, drawn(later)).state is State.IMPORTED
    assert public_numbers(stores) == ["KS-2025-00042"]
    acts.undo(stores, seq, ANNA)
    assert public_numbers(stores) == ["KS-2025-00042"]
