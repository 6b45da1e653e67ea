"""What an import shows to the public: by the body's default, and never a document that names somebody's number."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app import acts
from app.acts import Actor
from app.commands.receipts import Ended
from app.db import Stores, reading
from app.errors import Exit
from app.imports.uploads import Receipt, State
from app.queries.held import held_documents
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


def with_note(text: str, *lines: str) -> bytes:
    """A page with a note that opens at a click."""
    sheet = BytesIO()
    canvas = Canvas(sheet, invariant=1)
    canvas.textAnnotation(text, Rect=(300, 500, 330, 530))
    for n, line in enumerate(lines):
        canvas.drawString(72, 780 - 16 * n, line)
    canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def test_a_note_that_names_somebodys_number_holds_its_document_and_says_why(stores: Stores, using: Settings) -> None:
    assert imported(stores, using, with_note("gäller 121212-1212", *PLAIN)).state is State.HELD
    assert public_numbers(stores) == []
    with reading(stores.desk) as session:
        (row,) = held_documents(session)
    assert row["reasons"] == [{"code": "identity_number_beside", "params": {"page": 1, "place": "note"}}]
    acts.release(stores, row["document"], ANNA)
    assert public_numbers(stores) == ["KS-2025-00042"]
    with reading(stores.desk) as session:
        assert held_documents(session) == []


def test_a_file_that_bears_more_than_its_pages_show_is_shown_and_not_handed_out(
    stores: Stores, using: Settings
) -> None:
    assert imported(stores, using, with_note("stäm av med Karl", *PLAIN)).state is State.IMPORTED
    assert public_numbers(stores) == ["KS-2025-00042"]
    (public,) = rows(stores.public, without=set())["files"]
    (desk,) = rows(stores.desk, without=set())["files"]
    assert (public["complete"], public["unseen"]) == (False, ["notes_not_read"])
    assert (desk["complete"], desk["unseen"]) == (True, ["notes_not_read"])


def test_a_bodys_setting_holds_what_is_imported_after_it_and_nothing_before(stores: Stores, using: Settings) -> None:
    imported(stores, using, drawn(PLAIN))
    seq = acts.set_default(stores, ALNSJO, "Kommunstyrelsen", ANNA, public=False)
    later = minutes("Kommunstyrelsen", "13", "KS-2025-00043", "Kommunstyrelsen beslutar att vänta.", "2025-11-19")
    assert imported(stores, using, drawn(later)).state is State.IMPORTED
    assert public_numbers(stores) == ["KS-2025-00042"]
    acts.undo(stores, seq, ANNA)
    assert public_numbers(stores) == ["KS-2025-00042"]
