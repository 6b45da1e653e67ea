"""People and parties that a stretch of text names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from importers.bundle import Person
from importers.patterns.pattern import Pattern
from importers.patterns.people import (
    BARE_NAME,
    BARE_PARTIES,
    BARE_PARTY,
    BEFORE_NAME,
    BODY_BEFORE,
    GROUP,
    NO_PERSON,
    ONLY_PARTIES,
    OWNS,
    PARTY_GROUP,
    PARTY_IN_BRACKETS,
    PARTY_NAME,
    PARTY_NAMES,
    PERSON,
    PERSON_OF_ANY_PARTY,
    SECONDED,
    TITLE_AT_END,
    TITLE_BEFORE_NAME,
)
from importers.patterns.reservations import SUBJECT_END
from importers.text.passage import Passage

_LONGEST_TITLE = 60

Subject = tuple[tuple[Person, ...], tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class Named:
    """A person, and the offsets between which name and party stand in the text."""

    person: Person
    start: int
    end: int


def named_in(text: str, start: int = 0, end: int | None = None, *, of: Pattern = PERSON) -> Iterator[Named]:
    """Everybody named with a party between two offsets; "Ledamöterna (M)" and "Kommunstyrelsen (KS)" are nobody."""
    for match in of.regex.finditer(text, start, len(text) if end is None else end):
        one = person(match["name"], match["party"] or match.groupdict().get("named"))
        if NO_PERSON.search(one.name):
            continue
        first = match.end("name") - len(one.name)
        title = TITLE_AT_END.search(text[max(start, first - _LONGEST_TITLE) : first]) if one.role is None else None
        yield Named(replace(one, role=title["title"].strip()) if title else one, first, match.end())


def people_in(text: str, *, of: Pattern = PERSON) -> tuple[Person, ...]:
    """Everybody named with a party: "Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD)"."""
    return tuple(dict.fromkeys(one.person for one in named_in(text, of=of)))


def subjects_in(text: str) -> tuple[Person, ...]:
    """Everybody that a list of subjects names: the town's own parties, and a name without party among those with one.

    "Anna Ek (Framtid Norr), Bo Å och Cia Berg (M)" are three; "med instämmande av Dan Holm (L)" is none of them.
    """
    if seconded := SECONDED.search(text):
        text = text[: seconded.start()]
    named = [one for one in named_in(text, of=PERSON_OF_ANY_PARTY) if not OWNS.match(text[one.end : one.end + 40])]
    gaps = pairwise([0, *(edge for one in named for edge in (one.start, one.end)), len(text)])
    found = [(one.start, one.person) for one in named]
    for start, end in list(gaps)[::2] if named else []:
        found += [
            (start + match.start("name"), person(match["name"], None)) for match in BARE_NAME.finditer(text[start:end])
        ]
    people = (one for _, one in sorted(found, key=lambda pair: pair[0]) if not NO_PERSON.search(one.name))
    return tuple(dict.fromkeys(people))


def person(name: str, party: str | None) -> Person:
    """A person; a title before the name becomes the role: "Ordföranden Jonas Attenius"."""
    role: str | None = None
    while match := TITLE_BEFORE_NAME.match(name) or BEFORE_NAME.match(name):
        if title := match.groupdict().get("title"):
            role = title.strip()
        name = name[match.end() :]
    return Person(name=name, party=_code(party), role=role)


def _code(party: str | None) -> str | None:
    """A party's code; old minutes print it in lower case. `(-)` says that there is none."""
    if party is None or party in ("-", "–") or party.lower() in ("oberoende", "politisk vilde"):
        return None
    if party.lower() in PARTY_NAMES:
        return PARTY_NAMES[party.lower()]
    return party.upper() if party.islower() else party


def group_in(text: str) -> str | None:
    """The words for a group nobody is named in: "Närvarande ledamöter (M) och (KD)"; `None` where people are named."""
    match = GROUP.match(text.strip())
    return text.strip() if match and not people_in(text) else None


def parties_in(text: str) -> tuple[str, ...]:
    """Codes of the parties that a group's words name, in printed order, by code or by name."""
    found = [
        (match.start(), _code(match["party"]))
        for match in PARTY_IN_BRACKETS.finditer(text)
        if not BODY_BEFORE.search(text[max(0, match.start() - _LONGEST_TITLE) : match.start()])
    ]
    for match in chain(BARE_PARTIES.finditer(text), PARTY_GROUP.finditer(text), ONLY_PARTIES.finditer(text)):
        found += [
            (match.start("parties") + party.start(), party.group()) for party in BARE_PARTY.finditer(match["parties"])
        ]
    found += [(match.start(), PARTY_NAMES[match["name"].lower()]) for match in PARTY_NAME.finditer(text)]
    return tuple(dict.fromkeys(code for _, code in sorted(found, key=lambda pair: pair[0]) if code))


def subject_of(sentence: Passage, verb_start: int, *, after: Pattern | None = None) -> Subject:
    """Who does what the sentence says: people, or the parties and words of a group. The subject is before its verb,
    and after what `after` matches, where it does.
    """
    reported = after.search(sentence.text) if after else None
    start = reported.end() if reported and reported.end() <= verb_start else 0
    return subject_in(sentence.text[start:verb_start].strip())


def subject_in(words: str) -> Subject:
    """The subject that words are: people, or the parties and words of a group."""
    people = subjects_in(words)
    if people:
        return people, (), None
    parties = parties_in(words)
    return (), parties, group_in(words) or (words if parties else None)


def subject_behind(words: str) -> Subject:
    """The subject that the words start with: "Anna Ek (M) och Bo Å (KD) till förmån för eget yrkande." """
    end = SUBJECT_END.search(words)
    words = words[: end.start()] if end else words
    return subject_in(words.strip())
