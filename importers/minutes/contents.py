"""The list of contents of minutes, whose entries are no §§: "§ 41 Taxa för bad ..... 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from importers.patterns.contents import CONTENTS, LEADERS
from importers.patterns.headings import role_of
from importers.text.layout import Line

_LONGEST_ENTRY = 4  # lines
_PAGE = re.compile(r"^\d{1,4}$")


class Entry(Protocol):
    """A line that may head a §: its index, and its number as printed."""

    index: int
    name: str


def entries_of_contents(lines: Sequence[Line], entries: Sequence[Entry]) -> set[int]:
    """The indexes of those that are entries of a list of contents."""
    listed: set[int] = set()
    for place, one in enumerate(entries):
        end = entries[place + 1].index if place + 1 < len(entries) else len(lines)
        own = lines[one.index : end]
        again = any(other.name == one.name for other in entries[place + 1 :])
        if _leads_to_page(own) or (again and _says_nothing(own)):
            listed.add(one.index)
    start = next((index for index, line in enumerate(lines) if CONTENTS.match(line.text)), None)
    if start is not None and not any(one.index < start and one.index not in listed for one in entries):
        listed |= _under_contents(lines, entries, start)
    return listed


def _leads_to_page(own: Sequence[Line]) -> bool:
    """Whether dots lead from the entry's last line to a page."""
    for line in own[:_LONGEST_ENTRY]:
        if LEADERS.search(line.text) and not line.text.startswith("_"):
            return True
        if line.text.endswith("."):
            return False
    return False


def _says_nothing(own: Sequence[Line]) -> bool:
    return len(own) <= _LONGEST_ENTRY and not _has_part(own)


def _has_part(own: Sequence[Line]) -> bool:
    """Whether a part of a § is headed there. With nothing beneath it, a heading is of the next entries: "Beslutsärenden:"."""
    return any(role_of(line.text) for line in own[1:-1])


def _under_contents(lines: Sequence[Line], entries: Sequence[Entry], start: int) -> set[int]:
    """The entries beneath the heading: up to a § whose number came before, or that more text follows than an entry has."""
    listed: set[int] = set()
    names: set[str] = set()
    for place, one in enumerate(entries):
        if one.index < start:
            continue
        end = entries[place + 1].index if place + 1 < len(entries) else len(lines)
        own = lines[one.index : end]
        if one.name in names or _has_part(own):
            break
        own = [line for line in own if line.page == lines[one.index].page]
        if len(own) > _LONGEST_ENTRY and not any(_PAGE.match(line.cells[-1].text) for line in own[:_LONGEST_ENTRY]):
            break
        names.add(one.name)
        listed.add(one.index)
    return listed
