"""The findings that follow from documents said in a line each, as code, place and parameters."""

from __future__ import annotations

from typing import Any

from app.ids import Ids
from app.language.findings import finding_sentence
from app.register import values
from app.register.build import build
from importers.bundle import Document
from tests.app.register.saying import parts

IDS = Ids(b"a secret of this test")


def findings(*documents: Document) -> list[values.Finding]:
    """What holds once all these documents are in the register."""
    register = build([part for document in documents for part in parts(document)], IDS)
    answered = {row.key for row in register.owned if isinstance(row, values.Target)}
    found = [row for row in register.owned if isinstance(row, values.Finding)]
    return [row for row in found if row.key is None or row.key not in answered]


def codes(*documents: Document) -> list[str]:
    return sorted(row.code for row in findings(*documents))


def codes_of_items(*documents: Document) -> list[str]:
    """What was found in the §§ and documents by themselves."""
    return sorted(row.code for row in findings(*documents) if row.owner == row.entity_id)


def only(code: str, *documents: Document) -> dict[str, Any]:
    """The parameters of the one finding of that code; the sentence made of them can be said."""
    (found,) = (row for row in findings(*documents) if row.code == code)
    assert finding_sentence(found.code, found.params).endswith(".")
    return found.params


def told(*documents: Document) -> list[tuple[str, str]]:
    """Each finding as code and sentence, sorted."""
    return sorted((row.code, finding_sentence(row.code, row.params)) for row in findings(*documents))
