"""People and parties that a stretch of text names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.bundle import Person
from importers.patterns.pattern import Pattern
from importers.patterns.people import (
    BEFORE_NAME,
    NO_PERSON,
    ORGANISATIONS,
    PARTY_NAMES,
    PERSON,
    TITLE_AT_END,
    TITLE_BEFORE_NAME,
)

_LONGEST_TITLE = 60
_TITLED = ("Sd", "Kd", "Fp", "Mp")  # as at the head of a sentence
_INITIAL = 2  # letters of "E." in "Anna E."


@dataclass(frozen=True, slots=True)
class Named:
    """A person, and the offsets between which name and party stand in the text."""

    person: Person
    start: int
    end: int


def named_in(text: str, start: int = 0, end: int | None = None, *, of: Pattern = PERSON) -> Iterator[Named]:
    """Everybody named with a party between two offsets; "Ledamöterna (M)" and "Kommunstyrelsen (KS)" are nobody."""
    for match in of.regex.finditer(text, start, len(text) if end is None else end):
        one = with_organisation(person(match["name"], match["party"] or match.groupdict().get("named")))
        if NO_PERSON.search(one.name):
            continue
        first = match.end("name") - len(one.name)
        bare = one.role is None
        title = TITLE_AT_END.search(text[max(start, first - _LONGEST_TITLE) : first]) if bare else None
        yield Named(replace(one, role=title["title"].strip()) if title else one, first, match.end())


def people_in(text: str, *, of: Pattern = PERSON) -> tuple[Person, ...]:
    """Everybody named with a party: "Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD)"."""
    return tuple(dict.fromkeys(one.person for one in named_in(text, of=of)))


def person(name: str, party: str | None) -> Person:
    """A person; a title before the name becomes the role: "Ordföranden Jonas Attenius"."""
    role: str | None = None
    while match := TITLE_BEFORE_NAME.match(name) or BEFORE_NAME.match(name):
        if title := match.groupdict().get("title"):
            role = title.strip()
        name = name[match.end() :]
    last = name.rsplit(" ", 1)[-1]
    if last.endswith(".") and len(last) > _INITIAL and "." not in last[:-1]:  # "Ek d.y." is whole
        name = name[:-1]
    return Person(name=name, party=code_of(party), role=role)


def with_organisation(one: Person) -> Person:
    """The person with the organisation as what they are there as, where that stands in the place of a party: "Bo Ås (PRO)", "Siv Lo (SPF Seniorerna)"."""
    if one.party is None or one.party.split(" ", 1)[0] not in ORGANISATIONS:
        return one
    return Person(one.name, None, f"{one.role}, {one.party}" if one.role else one.party)


def code_of(party: str | None) -> str | None:
    """A party's code; old minutes print it in lower case. `(-)` says that there is none."""
    if party is None or party in ("-", "–") or party.lower() in ("oberoende", "politisk vilde"):
        return None
    if party.lower() in PARTY_NAMES:
        return PARTY_NAMES[party.lower()]
    return party.upper() if party.islower() or party in _TITLED else party
