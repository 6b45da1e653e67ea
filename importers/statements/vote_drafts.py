"""The votes of a section, one by one: each with its question, its counts, its ballots and its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importers.bundle import Ballot, BallotChoice
from importers.statements.vote_events import Event, Kind
from importers.statements.vote_tables import VoteTable
from importers.text.passage import Passage

_Key = tuple[str, str | None]
_SIDES = (BallotChoice.YES, BallotChoice.NO)


@dataclass(slots=True)
class VoteDraft:
    """One vote so far: offsets of its text, what it means, stated counts, ballots by person."""

    start: int
    end: int = 0
    question: re.Match[str] | None = None
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    ballots: dict[_Key, Ballot] = field(default_factory=dict)
    torn: set[_Key] = field(default_factory=set)  # stated to have voted in two ways
    tables: list[VoteTable] = field(default_factory=list)
    appendix: str | None = None
    result: Passage | None = None
    summed: bool = False  # a side was counted after the names
    recounted: list[Event] = field(default_factory=list)  # sides counted again, as they were, since the last name

    @property
    def held(self) -> bool:
        return bool(self.counts or self.ballots or self.tabled)

    @property
    def tabled(self) -> dict[BallotChoice, int]:
        """The counts of its tables."""
        return {choice: count for table in self.tables for choice, count in table.counts.items()}

    def counted_otherwise(self) -> list[tuple[BallotChoice, int, int]]:
        """What its tables count otherwise than the text does: the choice, the text's count and theirs."""
        tabled = self.tabled
        return [(one, count, tabled[one]) for one, count in self.counts.items() if tabled.get(one, count) != count]

    def differs(self, event: Event) -> bool:
        """Whether the event cannot be about the same vote: another count, or a list of those who have voted already."""
        if event.choice is None:
            return False
        if event.count is not None and self.counts.get(event.choice, event.count) != event.count:
            return True
        again = any((one.person.name, one.person.party) in self.ballots for one in event.named)
        cast = {ballot.vote for ballot in self.ballots.values()}
        listed = event.kind is Kind.AFTER and event.choice in cast and len(cast) > 1
        return again and (listed or self.summed)

    def count(self, choice: BallotChoice, event: Event) -> None:
        """Takes the count that the event states."""
        if event.count is None:
            return
        if choice in _SIDES and self.ballots:
            if choice in self.counts:
                self.recounted.append(event)
            self.summed = True
        self.counts[choice] = event.count

    def cast(self, ballot: Ballot) -> None:
        """Adds the ballot; a person with two that differ has none."""
        key = (ballot.name, ballot.party)
        if self.ballots.setdefault(key, ballot).vote is not ballot.vote:
            self.torn.add(key)

    def lay(self, table: VoteTable) -> None:
        """Takes the ballots of a table."""
        self.tables.append(table)
        for ballot in table.ballots:
            self.cast(ballot)


def vote_drafts(text: Passage, events: Sequence[Event], tables: Iterable[tuple[int, VoteTable]]) -> list[VoteDraft]:
    """Walks from event to event; after a vote that was held, a question or what cannot belong to it opens the next.

    `tables` come with the offsets at which they stand in the text.
    """
    drafts = [VoteDraft(0)]
    coming = list(tables)
    for event in events:
        while coming and coming[0][0] <= event.start:
            _lay(coming.pop(0), drafts)
        _take(text, event, drafts)
    for table in coming:
        _lay(table, drafts)
    drafts[-1].end = len(text.text)
    return [draft for draft in drafts if draft.held]


def _lay(placed: tuple[int, VoteTable], drafts: list[VoteDraft]) -> None:
    at, table = placed
    if drafts[-1].ballots or (table.counts and drafts[-1].tabled):
        drafts.append(VoteDraft(at))
    drafts[-1].lay(table)


def _take(text: Passage, event: Event, drafts: list[VoteDraft]) -> None:
    draft = drafts[-1]
    if draft.held and (event.kind in (Kind.QUESTION, Kind.OPENS) or draft.differs(event)):
        recounted = draft.recounted if event.named else []
        start = min([event.start, *(one.start for one in event.named), *(one.start for one in recounted)])
        draft = VoteDraft(start, counts={one.choice: one.count for one in recounted if one.choice and one.count})
        drafts.append(draft)
    if event.kind is Kind.QUESTION:
        draft.question = event.match
    elif event.kind is Kind.APPENDIX:
        listed = event.match["list"]
        draft.appendix = (
            f"lista {listed}"
            if listed
            else event.match["number"] or event.match["within"] or event.match["roll"] or event.match["own"]
        )
    elif event.choice is not None:
        draft.count(event.choice, event)
        for one in event.named:
            source = text.cut(one.start, one.end).source()
            draft.cast(Ballot(name=one.person.name, party=one.person.party, vote=event.choice, source=source))
    draft.end = max([event.end, *(one.end for one in event.named)])
