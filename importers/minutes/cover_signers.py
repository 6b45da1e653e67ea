"""Who led and who verifies, where a label apart from the lists or a signature says it, beside those listed as present.

Ordförande: Anna Ek          Underskrifter   Sekreterare   Ida Ros          Justerande   Bo Ås
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from importers.bundle import Person
from importers.doubts import DoubtCode, doubt
from importers.minutes.cover_facts import Cover
from importers.minutes.signing import Signing
from importers.patterns.people import NAMES_ALONE
from importers.patterns.presence import OFFICE
from importers.patterns.present_rows import BETWEEN_NAMES

_TWO = 2  # words of a name, at least


def take_named_chair(cover: Cover) -> None:
    """Who alone is named as chair without a party led the meeting, where the list of members holds the name."""
    if cover.chair is not None or len(cover.named_chairs) != 1:
        return
    one, words = cover.named_chairs[0]
    listed = _listed(one, cover)
    apart = listed is one and bool(cover.members) and all(other.person.party is None for other in cover.members)
    if listed.party is not None or apart:  # no list of theirs prints parties, and the chair stands in none
        cover.chair = listed
        cover.attendance_stands.append(words.source())
        cover.members = [other for other in cover.members if other.person.name != listed.name]


def take_signing(signing: Signing, cover: Cover) -> None:
    """Who signs as chair has led the meeting, and who signs as justerare verifies it, where nothing else says who."""
    if not cover.justerare:
        cover.justerare = [(_listed(one, cover), words) for one, words in signing.verifiers]
    if not cover.justerare and signing.others:
        names = ", ".join(one.name for one, _ in signing.others)
        sources = [words.source() for _, words in signing.others]
        cover.doubts.append(doubt(DoubtCode.VERIFIERS_UNCLEAR, names=names, sources=sources))
    if (
        cover.chair is not None
        or not signing.chair
        or not cover.attendance_stands + [one.source for one in cover.members]
    ):
        return
    one, words = signing.chair[0]
    cover.chair = _listed(one, cover)
    cover.attendance_stands.append(words.source())
    cover.members = [other for other in cover.members if other.person.name != one.name]
    if len(signing.chair) > 1:
        names = ", ".join(other.name for other, _ in signing.chair)
        sources = [where.source() for _, where in signing.chair]
        cover.doubts.append(doubt(DoubtCode.CHAIR_UNCLEAR, names=names, sources=sources))


def _listed(one: Person, cover: Cover) -> Person:
    """The person with the party that the list of those present gives them."""
    name = one.name.casefold()  # an electronic signature may shout it
    listed = next((other.person for other in cover.members if other.person.name.casefold() == name), None)
    return replace(one, name=listed.name, party=one.party or listed.party) if listed else one


def names_alone(text: str, cover: Cover) -> bool:
    """Whether the words are nothing but names, with parties or of those listed as present: "Bo Ås och Cia Berg"; the chair's
    with the office is a signature."""
    if cover.chair and OFFICE.search(text) and text.startswith(cover.chair.name):
        return False
    there = {one.person.name for one in (*cover.members, *cover.substitutes)} | (
        {cover.chair.name} if cover.chair else set()
    )
    return NAMES_ALONE.match(text) is not None or there.issuperset(BETWEEN_NAMES.regex.split(text.rstrip(".")))


def part_verifiers(cover: Cover) -> None:
    """Parts the names of two who are listed and that stand close together: "Justerare   Anna Ek Bo Ås"."""
    there = [one.person for one in (*cover.members, *cover.substitutes)]
    listed = {one.name.casefold(): one for one in (*there, *([cover.chair] if cover.chair else []))}
    cover.justerare = [(one, words) for both, words in cover.justerare for one in _parted(both, listed)]


def _parted(one: Person, listed: Mapping[str, Person]) -> Sequence[Person]:
    words = one.name.split(" ")
    if one.name.casefold() in listed:
        return (one,)
    for at in range(_TWO, len(words) - 1):
        both = [listed.get(" ".join(part).casefold()) for part in (words[:at], words[at:])]
        if both[0] and both[1]:
            return tuple(replace(other, role=None) for other in both if other)
    return (one,)


def signers(signing: Signing, cover: Cover) -> Iterator[str]:
    """The names of those who sign or verify."""
    yield from (one.name for one, _ in (*cover.justerare, *signing.verifiers, *signing.chair, *signing.others))
