"""Which sums there are, of which rows they are made, and what tells one from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
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
MEETINGS, MATTERS, MOTIONS = "meetings", "matters", "motions"
# Each kind of fact with the role in which somebody's party stands behind it, and those in which the person does.
PARTY_ROLES = {"yrkanden": "mover", "reservations": "reservant", "statements": "author"}
PERSON_ROLES = {"yrkanden": ("mover",), "reservations": ("reservant", "member"), "statements": ("author",)}
# Of which kinds it is counted who stands behind them together.
TOGETHER = ("yrkanden", "reservations")
SUMMED = (ITEMS, DOCUMENTS, APPEARANCES, MENTIONS, VOTES, BALLOTS, MATTERS, MOTIONS, *PARTY_ROLES)


class Sum(StrEnum):
    """What is summed, and what tells the sums of one kind apart beside the year: `of`, then `key` and `other`."""

    ITEMS = "items"  # a body's §§; those without an outcome, and those whose texts differ
    WITHOUT_OUTCOME = "without_outcome"
    CONTESTED = "contested"
    VOTES = "votes"  # a body's
    MEETINGS = "meetings"  # a body's
    DOCUMENTS = "documents"  # a body's, by kind
    VERSIONS = "versions"  # papers of a body as they lie in files, by the version of the reader
    UNREAD_LINES = "unread_lines"  # a body's papers' lines that no reader took
    DOUBTS = "doubts"  # what the reader was not sure of in a body's papers
    MATTERS = "matters"  # a municipality's
    PAPERS = "papers"  # its documents
    FACTS = "facts"  # its yrkanden, reservations, statements and votes, by kind
    OF_PARTY = "of_party"  # a municipality's facts, by kind of fact and party (in lower case)
    PRINTED = "printed"  # how often a party's letters are printed, by kind of fact, as they are
    OF_NO_PARTY = "of_no_party"  # a municipality's facts behind which no party is printed, by kind
    TOGETHER = "together"  # its facts behind which two parties stand
    AT_ONE_ITEM = "at_one_item"  # its §§ at which both stand behind any
    OF_NAME = "of_name"  # a printed name's facts, by kind, voteringar and motions among them
    RESERVED_WITH = "reserved_with"  # a printed name's reservations, by another name that is printed behind them
    MOTIONS = "motions"  # a municipality's, by the year in which they were raised and where their matter stands
    ENDED = "ended"  # the same by party (in lower case) and outcome; a motion of two parties is of both
    DAYS_TAKEN = "days_taken"  # those that are decided, by the days from raising to the last § that did it


class Key(NamedTuple):
    """Which sum: `kind` is a `Sum`, `fact` the kind of fact, `year` 0 where years are not told apart, or none is told; what
    does not tell is empty."""

    kind: str
    of: str
    fact: str = ""
    key: str = ""
    other: str = ""
    year: int = 0


Added = Counter[Key]
