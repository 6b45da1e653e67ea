"""People and parties that a stretch of text names."""

from __future__ import annotations

import re
from dataclasses import replace

from importers.bundle import Person
from importers.passage import Passage
from importers.patterns.pattern import Pattern
from importers.patterns.people import (
    BARE_PARTIES,
    BARE_PARTY,
    GROUP,
    PARTY_IN_BRACKETS,
    PARTY_NAME,
    PARTY_NAMES,
    PERSON,
    TITLE_AT_END,
    TITLE_BEFORE_NAME,
)

_LONGEST_TITLE = 60


def people_in(text: str) -> tuple[Person, ...]:
    """Everybody named with a party: "Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD)"."""
    found = (_named(text, match) for match in PERSON.finditer(text))
    return tuple(dict.fromkeys(found))


def _named(text: str, match: re.Match[str]) -> Person:
    """The person, with the title that stands before the name: "tjänstgörande ersättaren Nina Miskovsky (M)"."""
    one = person(match["name"], match["party"])
    title = TITLE_AT_END.search(text[max(0, match.start() - _LONGEST_TITLE) : match.start()])
    return replace(one, role=title["title"].strip()) if title and one.role is None else one


def person(name: str, party: str | None) -> Person:
    """A person; a title before the name becomes the role: "Ordföranden Jonas Attenius"."""
    match = TITLE_BEFORE_NAME.match(name)
    if match is None or match.end() >= len(name):
        return Person(name=name, party=_code(party))
    return Person(name=name[match.end() :], party=_code(party), role=match["title"].strip())


def _code(party: str | None) -> str | None:
    """A party's code; old minutes print it in lower case. `(-)` says that there is none."""
    if party is None or party == "-":
        return None
    return party.upper() if party.islower() else party


def group_in(text: str) -> str | None:
    """The words for a group nobody is named in: "Närvarande ledamöter (M) och (KD)"; `None` where people are named."""
    match = GROUP.match(text.strip())
    return text.strip() if match and not people_in(text) else None


def parties_in(text: str) -> tuple[str, ...]:
    """Codes of the parties that a group's words name, in printed order, by code or by name."""
    found = [(match.start(), _code(match["party"])) for match in PARTY_IN_BRACKETS.finditer(text)]
    for match in BARE_PARTIES.finditer(text):
        found += [(match.start() + party.start(), party.group()) for party in BARE_PARTY.finditer(match["parties"])]
    found += [(match.start(), PARTY_NAMES[match["name"].lower()]) for match in PARTY_NAME.finditer(text)]
    return tuple(dict.fromkeys(code for _, code in sorted(found, key=lambda pair: pair[0]) if code))


def subject_of(
    sentence: Passage, verb_start: int, *, after: Pattern | None = None
) -> tuple[tuple[Person, ...], tuple[str, ...], str | None]:
    """Who does what the sentence says: people, or the parties and words of a group. The subject is before its verb,
    and after what `after` matches, where it does.
    """
    reported = after.search(sentence.text) if after else None
    start = reported.end() if reported and reported.end() <= verb_start else 0
    words = sentence.text[start:verb_start].strip()
    people = people_in(words)
    if people:
        return people, (), None
    parties = parties_in(words)
    return (), parties, group_in(words) or (words if parties else None)
