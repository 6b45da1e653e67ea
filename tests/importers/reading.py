"""A PDF read in this process, and short forms of what its minutes say, so that tests state them in a line."""

from __future__ import annotations

from pathlib import Path

from importers.bundle import Bundle, Document, Person, Presence
from importers.pdf.pdfium import open_pdf
from importers.read import read_document


def read_file(path: Path) -> Bundle:
    data = path.read_bytes()
    return read_document(open_pdf(data), data)


def who(person: Person | None) -> str | None:
    """ "Anna Ek (S)", or the name alone."""
    return None if person is None else person.name + (f" ({person.party})" if person.party else "")


def was_there(one: Presence) -> str:
    """ "Siv Ek (M) for Bo Ahl (M) § 43-43", and "not serving" where so."""
    told = [who(one.person) or "", *([] if one.serving else ["not serving"])]
    told += [f"for {who(one.for_)}"] if one.for_ else []
    told += [f"§ {first}-{last}" for first, last in one.items or ()]
    return " ".join(told)


def attendance_of(document: Document) -> tuple[str | None, list[str], list[str], list[tuple[str | None, str | None]]]:
    """Chair, members, substitutes, and the others with their offices."""
    attendance = document.attendance
    assert attendance is not None
    return (
        who(attendance.chair),
        [was_there(one) for one in attendance.members],
        [was_there(one) for one in attendance.substitutes],
        [(who(one), one.role) for one in attendance.others],
    )
