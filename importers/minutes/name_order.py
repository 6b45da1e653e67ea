"""Lists that print the surname first without a comma, as those of Finland do: "Holm Gunilla, ordförande".

Where whoever signs stands the other way round, "Gunilla Holm", the names of the list are turned, and that they were is
doubted; where first names alone say that it is so, they stay as printed, and that is doubted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from importers.bundle import Person, Presence
from importers.doubts import DoubtCode, doubt
from importers.minutes.cover_facts import Cover
from importers.patterns.first_names import is_first_name

_TWO = 2  # words
_LIST = 3  # names that are a list


def put_in_order(cover: Cover, signers: Iterable[str]) -> None:
    """Turns the names of those present where the names of `signers` show that surnames stand first; doubts where they may."""
    names = [one.name for one in _people(cover)]
    signed = set(signers)
    turned = [name for name in names if _turned(name) in signed and name not in signed]
    if turned and signed.isdisjoint(names):
        sources = cover.attendance_stands[:1] or [one.source for one in cover.members[:1]]
        cover.chair = _person(cover.chair) if cover.chair else None
        cover.members = [_presence(one) for one in cover.members]
        cover.substitutes = [_presence(one) for one in cover.substitutes]
        cover.others = [_person(one) for one in cover.others]
        told = doubt(DoubtCode.NAME_ORDER, printed=turned[0], name=_turned(turned[0]), sources=sources)
        cover.doubts.append(told)
    elif _surnames_first(names):
        sources = [one.source for one in cover.members[:1]]
        cover.doubts.append(doubt(DoubtCode.NAME_ORDER, printed=names[0], name=names[0], sources=sources))


def _people(cover: Cover) -> list[Person]:
    listed = [one.person for one in (*cover.members, *cover.substitutes)]
    return [*([cover.chair] if cover.chair else []), *listed, *cover.others]


def _turned(name: str) -> str:
    """The name with its last word first, where it has two."""
    words = name.split(" ")
    return f"{words[1]} {words[0]}" if len(words) == _TWO else name


def _person(one: Person) -> Person:
    """The person, turned unless a first name stands first: officials may, in a list of their own."""
    first, last = (is_first_name(word) for word in (one.name.split(" ")[0], one.name.rsplit(" ", 1)[-1]))
    return one if first and not last else replace(one, name=_turned(one.name))


def _presence(one: Presence) -> Presence:
    return replace(one, person=_person(one.person), for_=_person(one.for_) if one.for_ else None)


def _surnames_first(names: list[str]) -> bool:
    """Whether first names stand last in most of the names, and first in hardly any."""
    if len(names) < _LIST:
        return False
    ends = [(is_first_name(name.split(" ")[0]), is_first_name(name.rsplit(" ", 1)[-1])) for name in names]
    last, first = ends.count((False, True)), ends.count((True, False))
    return last * 2 > len(names) and last > first * 4
