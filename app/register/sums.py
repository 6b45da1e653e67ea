"""What is counted once, when it is filed, so that nobody counts it again at each question: sums, each of which follows from
the rows of the §§, documents, matters and meetings that stand.

A row adds to a sum by itself or together with rows of its own § or matter alone, so a sum changes by what one of
these adds less what it added before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, permutations

from app.register.motion_sums import of_motions
from app.register.sum_keys import (
    APPEARANCES,
    BALLOTS,
    DOCUMENTS,
    ITEMS,
    MATTERS,
    MEETINGS,
    MENTIONS,
    PARTY_ROLES,
    PERSON_ROLES,
    TOGETHER,
    VOTES,
    Added,
    Key,
    Row,
    Sum,
)


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
    """What these rows add: all rows, by table, of some §§, documents and matters, or meetings; `party_of` tells the party that is
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
    for row in rows.get(MATTERS, ()):
        found[Key(Sum.MATTERS, row["municipality_id"])] += 1
    for row in rows.get(DOCUMENTS, ()):
        found[Key(Sum.PAPERS, row["municipality_id"])] += 1
    for kind in (*PARTY_ROLES, VOTES):
        for row in rows.get(kind, ()):
            if row["item_id"] in places:
                found[Key(Sum.FACTS, places[row["item_id"]].municipality, kind)] += 1
    found.update(_of_papers(rows))
    found.update(_unsure(rows))
    found.update(_of_votes(rows, places))
    found.update(of_motions(rows, party_of))
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


def _unsure(rows: Mapping[str, Iterable[Row]]) -> Added:
    """How much of the papers of each body was not read, or is in doubt."""
    found: Added = Counter()
    papers = {row["id"]: row for row in rows.get(DOCUMENTS, ()) if row["body_id"] and row["date"]}
    for row in rows.get(APPEARANCES, ()):
        if paper := papers.get(row["document_id"]):
            for kind in (Sum.UNREAD_LINES, Sum.DOUBTS):
                found[Key(kind, paper["body_id"], year=paper["date"].year)] += row[kind] or 0
    return found


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
