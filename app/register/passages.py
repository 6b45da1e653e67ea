"""The text of a § or a document as it is printed, stretch by stretch: what words find where no fact holds them."""

from __future__ import annotations

from app.register import values
from app.register.facts import Sheet, places


def write_passages(sheet: Sheet) -> None:
    """Each section of the part as a row, its heading and all."""
    part = sheet.part
    sections = part.item.sections if part.item else part.document.sections
    sheet.rows += [
        values.Passage(
            id=sheet.ids.of("passage", sheet.entity_id, n),
            owner=sheet.entity_id,
            n=n,
            document_id=sheet.document_id,
            file_id=part.file.id,
            text=section.source.quote,
            places=places(section.source),
        )
        for n, section in enumerate(sections)
    ]
