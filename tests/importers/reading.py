"""A PDF read in this process, and short forms of what its minutes say, so that tests state them in a line."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from importers.bundle import Bundle, Document, Person, Presence
from importers.pdf.pdfium import open_pdf, producer
from importers.pdf.select import read_pages
from importers.pdf.within import within
from importers.read import read_bundle_of, read_document
from importers.text.layout import Line, lines_of


@cache
def read_file(path: Path) -> Bundle:
    """The bundle of a file, kept: whoever asks again gets the same."""
    data = path.read_bytes()
    return read_document(open_pdf(data), data)


class Reading(NamedTuple):
    """A bundle, and the printed lines it was read from by page and number."""

    bundle: Bundle
    lines: dict[tuple[int, int], Line]


@cache
def reading_of(path: Path) -> Reading:
    """The reading of a long file, kept: several tests look at it."""
    data = path.read_bytes()
    document = open_pdf(data)
    pages = tuple(read_pages(document, data))
    lines = {(line.page, line.number): line for page in pages for line in lines_of(page)}
    return Reading(read_bundle_of(pages, producer(document), within(document, data)), lines)


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
