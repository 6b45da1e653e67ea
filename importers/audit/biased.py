"""Who a cover says was biased, § by §, against what the §§ say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.audit.signals import LinesByPlace, text_of
from importers.bundle import Document, Doubt, Item, Person, Role, Source, StatementKind
from importers.doubts import DoubtCode, doubt
from importers.minutes.present_items import ranges_in
from importers.patterns.present_items import BIASED_IN
from importers.text.cleaning import fold

_OUT = (StatementKind.JAV, StatementKind.DELTAR_EJ)


def biased_on_cover(document: Document, lines: LinesByPlace, about: str) -> Iterator[Doubt]:
    """A doubt for each § in which somebody was biased as the cover says, and which does not say it: "Bo Ås (M), jäv § 41"."""
    doubted: set[str] = set()
    for person, words, source in (*_noted(document), *_printed(document, lines)):
        for i, item in enumerate(document.items):
            if item.number in doubted or item.number not in _numbers(words) or _stays_out(person, item):
                continue
            doubted.add(item.number)
            yield doubt(
                DoubtCode.ABSTENTION_MAY_BE_MISSED,
                about=f"{about}/items/{i}",
                number=item.number,
                word=words[0],
                sources=[source],
            )


def _noted(document: Document) -> Iterator[tuple[Person | None, re.Match[str], Source]]:
    """Who is listed with such a note, its words, and their place."""
    there = document.attendance
    for one in (*there.members, *there.substitutes) if there else ():
        for match in BIASED_IN.finditer(one.note or ""):
            yield one.person, match, one.source


def _printed(document: Document, lines: LinesByPlace) -> Iterator[tuple[Person | None, re.Match[str], Source]]:
    """The same words wherever they stand among those present, behind the chair's name too: of whom is not asked."""
    for section in document.sections:
        if section.role is Role.ATTENDANCE and BIASED_IN.search(section.text):
            words = text_of(section, lines)
            for match in BIASED_IN.finditer(words.text):
                yield None, match, words.group(match).source()


def _numbers(words: re.Match[str]) -> set[str]:
    spans = ranges_in(words["ranges"] or words["before"])
    return {str(number) for first, last in spans for number in range(first, last + 1)}


def _stays_out(person: Person | None, item: Item) -> bool:
    """Whether the § says of the person, or of somebody whom one of the two does not name, that they took no part."""
    told = [one for one in item.statements if one.kind in _OUT]
    names = [fold(other.name) for one in told for other in one.people]
    unnamed = person is None or any(not one.people for one in told)
    return (bool(told) and unnamed) or (person is not None and fold(person.name) in names)
