"""People who may be one, though their names are not: proposed to a person, never joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from app.ids import fold

_LEAST_LETTERS = 7  # of a name in which one letter may be a slip: Per Ek and Pär Ek are as likely two
_PARTED = re.compile(r"[\s-]+")


class AlikePeople(StrEnum):
    """What speaks for it: one letter is another, or lacks (`letter`); or one name has all words of the other, and more
    (`longer`): who marries, and whose second name is printed at times."""

    LETTER = "letter"
    LONGER = "longer"


class BearerOfName(NamedTuple):
    """A person by id and name, with the parties that are printed after it."""

    id: str
    place: str
    name: str
    parties: frozenset[str]


def alike_people(people: Iterable[BearerOfName]) -> Iterator[tuple[BearerOfName, BearerOfName, AlikePeople]]:
    """The pairs of people of one municipality whose names begin or end alike and who share a party, or one of whom bears none;
    each in the order of their names."""
    near: dict[tuple[str, str, str], list[BearerOfName]] = defaultdict(list)
    for person in sorted(people, key=lambda one: (one.name, one.id)):
        words = _words(person.name)
        if len(words) > 1:
            near[person.place, "first", words[0]].append(person)
            near[person.place, "last", words[-1]].append(person)
    told = set[tuple[str, str]]()
    for group in near.values():
        for one, other in combinations(group, 2):
            if (one.id, other.id) not in told and (why := _why(one, other)):
                told.add((one.id, other.id))
                yield one, other, why


def _why(one: BearerOfName, other: BearerOfName) -> AlikePeople | None:
    if one.parties and other.parties and not one.parties & other.parties:
        return None
    mine, theirs = _words(one.name), _words(other.name)
    if mine[0] == theirs[0] and len(mine) != len(theirs) and (set(mine) < set(theirs) or set(theirs) < set(mine)):
        return AlikePeople.LONGER
    names = fold(one.name), fold(other.name)
    if min(map(len, names)) >= _LEAST_LETTERS and len(mine) == len(theirs) and _one_letter_apart(*names):
        return AlikePeople.LETTER
    return None


def _words(name: str) -> list[str]:
    return [folded for word in _PARTED.split(name) if (folded := fold(word))]


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is another, or is there in one of them alone."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
