"""Minutes of one meeting in two files: whether they are the same minutes, and what the later tells otherwise.

A § is the same where its number is, unless its title and its case numbers are found under another number: then it was
renumbered, and what stands under its old number now is another §.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.ids import Ids, fold
from app.register.differing import Difference, Mark, differences
from app.register.keys import document_key, entity_key, is_whole_minutes
from app.register.meetings_of_day import are_apart
from app.register.parts import Part

_NUMBER = re.compile(r"\d{1,4}")  # of "3 a" too
_MOST = 20  # of which more are missing between two files, they do not run on from each other


@dataclass(frozen=True, slots=True)
class Comparison:
    """`moved` leads from the key of a § to its new number, `gone` are the keys of those that are no more; `first` leads from
    the key of the minutes to the first § that they have now."""

    moved: dict[str, str]
    gone: tuple[str, ...]
    first: dict[str, str]
    differences: tuple[Difference, ...]


def minutes_among(parts: Sequence[Part]) -> list[list[Part]]:
    """The whole minutes among the parts of a file, each with its §§; not extracts, nor what has no body or day."""
    of_document: dict[int, list[Part]] = {}
    for part in parts:
        if is_whole_minutes(part.document):
            of_document.setdefault(id(part.document), []).append(part)
    return [listed for listed in of_document.values() if len(listed) > 1]


def are_the_same(before: Sequence[Part], after: Sequence[Part]) -> bool:
    """Whether the minutes of a body's day in two files are the same: they share a §. Where they do not, each is a part of the
    minutes if their §§ run on from each other, and the minutes of a meeting of its own if they were held at other hours."""
    old, new = ({fold(part.item.number) for part in parts if part.item} for parts in (before, after))
    if old & new:
        return True
    return not are_apart(before[0].document, after[0].document) and not _run_on(old, new)


def _run_on(old: set[str], new: set[str]) -> bool:
    numbers = {int(found[0]) for number in old | new if (found := _NUMBER.match(number))}
    return not numbers or max(numbers) - min(numbers) + 1 - len(numbers) <= _MOST


def compared(before: Sequence[Part], after: Sequence[Part], ids: Ids) -> Comparison:
    """How the minutes `after` are other than those `before`: §§ new, changed, gone and renumbered, and who was there."""
    old, new = _items(before), _items(after)
    moved = _moved(old, new)
    into = {_key(_with_number(old[key], number)) for key, number in moved.items()}
    gone = tuple(key for key in old if key not in moved and (key not in new or key in into))
    first = {document_key(part): after[0].items[0] for part in before if part.items[0] != after[0].items[0]}
    held = [
        dataclasses.replace(_with_number(part, moved.get(_key(part))), items=after[0].items)
        for part in before
        if part.item is None or _key(part) not in gone
    ]
    found = [one for one in differences(held, after, ids) if one.kind not in {"documents", "document_references"}]
    found += [_told(old[key], Mark.GONE) for key in gone]
    found += [_told(old[key], Mark.MOVED, (("number", _number(old[key]), to),)) for key, to in moved.items()]
    return Comparison(moved, gone, first, tuple(sorted(found, key=lambda one: list(Mark).index(one.mark))))


def _moved(old: dict[str, Part], new: dict[str, Part]) -> dict[str, str]:
    """The new number of each § that stands under another: of one title and the same case numbers, which no other has."""
    there, here = _by_matter(old), _by_matter(new)
    moved = {}
    for matter, parts in there.items():
        others = here.get(matter, [])
        if len(parts) == len(others) == 1 and _key(parts[0]) != _key(others[0]):
            moved[_key(parts[0])] = _number(others[0])
    return moved


def _by_matter(parts: dict[str, Part]) -> dict[tuple[str, ...], list[Part]]:
    found: dict[tuple[str, ...], list[Part]] = {}
    for part in parts.values():
        if part.item and part.item.title:
            found.setdefault((fold(part.item.title), *map(fold, part.item.case_numbers)), []).append(part)
    return found


def _items(parts: Sequence[Part]) -> dict[str, Part]:
    return {_key(part): part for part in parts if part.item}


def _key(part: Part) -> str:
    return entity_key(part) or ""


def _number(part: Part) -> str:
    return part.item.number if part.item else ""


def _with_number(part: Part, number: str | None) -> Part:
    if part.item is None or number is None:
        return part
    return dataclasses.replace(part, item=dataclasses.replace(part.item, number=number))


def _told(part: Part, mark: Mark, fields: tuple[tuple[str, str, str], ...] = ()) -> Difference:
    document = part.document
    at = {"body": document.body, "date": str(document.date), "number": _number(part), "kind": None}
    return Difference(mark, "items", at, part.item.title if part.item else "", fields)
