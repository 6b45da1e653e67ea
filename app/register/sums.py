"""What is counted once, when it is filed, so that nobody counts it again at each question: sums, each of which follows from
the rows of the §§, documents and meetings that stand.

A row adds to a sum by itself or together with rows of its own § alone, so a sum changes by what one § adds less what it
added before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations, permutations
from typing import Any, NamedTuple

Row = Mapping[str, Any]
ITEMS, DOCUMENTS, APPEARANCES, MENTIONS, VOTES, BALLOTS = (
    "items",
    "documents",
    "appearances",
    "mentions",
    "votes",
    "ballots",
)
MEETINGS = "meetings"
# Each kind of fact with the role in which somebody's party stands behind it, and those in which the person does.
PARTY_ROLES = {"yrkanden": "mover", "reservations": "reservant", "statements": "author"}
PERSON_ROLES = {"yrkanden": ("mover",), "reservations": ("reservant", "member"), "statements": ("author",)}
# Of which kinds it is counted who stands behind them together.
TOGETHER = ("yrkanden", "reservations")
SUMMED = (ITEMS, DOCUMENTS, APPEARANCES, MENTIONS, VOTES, BALLOTS, *PARTY_ROLES)


class Sum(StrEnum):
    """What is summed, and what tells the sums of one kind apart beside the year: `of`, then `key` and `other`."""

    ITEMS = "items"  # a body's §§; those without an outcome, and those whose texts differ
    WITHOUT_OUTCOME = "without_outcome"
    CONTESTED = "contested"
    VOTES = "votes"  # a body's
    MEETINGS = "meetings"  # a body's
    DOCUMENTS = "documents"  # a body's, by kind
    VERSIONS = "versions"  # papers of a body as they lie in files, by the version of the reader
    OF_PARTY = "of_party"  # a municipality's facts, by kind of fact and party (in lower case)
    PRINTED = "printed"  # how often a party's letters are printed, by kind of fact, as they are
    OF_NO_PARTY = "of_no_party"  # a municipality's facts behind which no party is printed, by kind
    TOGETHER = "together"  # its facts behind which two parties stand
    AT_ONE_ITEM = "at_one_item"  # its §§ at which both stand behind any
    OF_NAME = "of_name"  # a printed name's facts, by kind, voteringar among them
    RESERVED_WITH = "reserved_with"  # a printed name's reservations, by another name that is printed behind them


class Key(NamedTuple):
    """Which sum: `kind` is a `Sum`, `fact` the kind of fact, `year` 0 where years are not told apart; what does not tell is
    empty."""

    kind: str
    of: str
    fact: str = ""
    key: str = ""
    other: str = ""
    year: int = 0


Added = Counter[Key]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and when a § was decided."""

    municipality: str
    body: str
    year: int


@dataclass(slots=True)
class _Behind:
    """Who stands behind one fact: parties as printed, and names."""

    place: _Place
    item: str
    letters: list[str]
    parties: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    reservants: set[str] = field(default_factory=set)


def added(rows: Mapping[str, Iterable[Row]], party_of: Mapping[str, str | None]) -> Added:
    """What these rows add: all rows, by table, of some §§ and documents, or meetings; `party_of` tells the party that is
    printed with a name."""
    found: Added = Counter()
    places: dict[str, _Place] = {}
    for row in rows.get(ITEMS, ()):
        place = places[row["id"]] = _Place(row["municipality_id"], row["body_id"], row["date"].year)
        found[Key(Sum.ITEMS, place.body, year=place.year)] += 1
        found[Key(Sum.WITHOUT_OUTCOME, place.body, year=place.year)] += row["outcome"] is None
        found[Key(Sum.CONTESTED, place.body, year=place.year)] += bool(row["contested"])
    for row in rows.get(MEETINGS, ()):
        found[Key(Sum.MEETINGS, row["body_id"], year=row["date"].year)] += 1
    found.update(_of_papers(rows))
    found.update(_of_votes(rows, places))
    for fact, behind in _behind(rows, places, party_of).items():
        found.update(_of_facts(fact, behind))
    return +found


def _of_papers(rows: Mapping[str, Iterable[Row]]) -> Iterator[Key]:
    papers = {row["id"]: row for row in rows.get(DOCUMENTS, ()) if row["body_id"] and row["date"]}
    for row in papers.values():
        yield Key(Sum.DOCUMENTS, row["body_id"], key=row["kind"], year=row["date"].year)
    for row in rows.get(APPEARANCES, ()):
        if paper := papers.get(row["document_id"]):
            yield Key(Sum.VERSIONS, paper["body_id"], key=row["reader_version"], year=paper["date"].year)


def _of_votes(rows: Mapping[str, Iterable[Row]], places: Mapping[str, _Place]) -> Iterator[Key]:
    for row in rows.get(VOTES, ()):
        if place := places.get(row["item_id"]):
            yield Key(Sum.VOTES, place.body, year=place.year)
    cast = {(row["vote_id"], row["name_id"], row["owner"]) for row in rows.get(BALLOTS, ())}
    for _vote, name, owner in cast:
        if place := places.get(owner):
            yield Key(Sum.OF_NAME, name, VOTES, year=place.year)


def _behind(
    rows: Mapping[str, Iterable[Row]], places: Mapping[str, _Place], party_of: Mapping[str, str | None]
) -> dict[str, list[_Behind]]:
    """Whoever stands behind each fact, by kind."""
    found = {
        kind: {
            row["id"]: _Behind(places[row["item_id"]], row["item_id"], list(row["parties"]))
            for row in rows.get(kind, ())
            if row["item_id"] in places
        }
        for kind in PARTY_ROLES
    }
    for mention in rows.get(MENTIONS, ()):
        for kind, facts in found.items():
            if (behind := facts.get(mention["fact_id"])) is None:
                continue
            if mention["role"] in PERSON_ROLES[kind]:
                behind.names.add(mention["name_id"])
            if mention["role"] == PARTY_ROLES[kind]:
                behind.reservants.add(mention["name_id"])
                if party := party_of.get(mention["name_id"]):
                    behind.letters.append(party)
    for facts in found.values():
        for behind in facts.values():
            behind.parties = {letters.lower() for letters in behind.letters}
    return {kind: list(facts.values()) for kind, facts in found.items()}


def _of_facts(fact: str, facts: Iterable[_Behind]) -> Iterator[Key]:
    at_item: dict[str, tuple[_Place, set[str]]] = defaultdict(lambda: (_Place("", "", 0), set()))
    for behind in facts:
        place = behind.place
        at_item[behind.item] = (place, at_item[behind.item][1] | behind.parties)
        for name in behind.names:
            yield Key(Sum.OF_NAME, name, fact, year=place.year)
        for letters in behind.letters:
            yield Key(Sum.PRINTED, place.municipality, fact, letters.lower(), letters, place.year)
        for party in behind.parties:
            yield Key(Sum.OF_PARTY, place.municipality, fact, party, year=place.year)
        if not behind.parties:
            yield Key(Sum.OF_NO_PARTY, place.municipality, fact, year=place.year)
        if fact == "reservations":
            for one, other in permutations(sorted(behind.reservants), 2):
                yield Key(Sum.RESERVED_WITH, one, key=other)
        if fact in TOGETHER:
            for one, other in combinations(sorted(behind.parties), 2):
                yield Key(Sum.TOGETHER, place.municipality, fact, one, other, place.year)
    if fact in TOGETHER:
        for place, parties in at_item.values():
            for one, other in combinations(sorted(parties), 2):
                yield Key(Sum.AT_ONE_ITEM, place.municipality, fact, one, other, place.year)
