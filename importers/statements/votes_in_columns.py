"""A list with a column for each of several votes, given to those votes where each column adds up to one of them alone.

Namn        Parti    Omr. 1    Omr. 2
Anna Ek     S        Ja        Nej
Bo Ås       M        Nej       Nej
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Ballot, BallotChoice, Source, Vote
from importers.statements.vote_grid_heads import VoteColumn
from importers.statements.vote_tables import VoteTable
from importers.text.layout import Line
from importers.text.passage import passage

_SIDES = (BallotChoice.YES, BallotChoice.NO)


def by_columns(votes: Sequence[Vote], table: VoteTable) -> tuple[Vote, ...] | None:
    """The votes, each with the ballots of its column; `None` where the columns are not numbered as the votes stand, a row is
    unclear, two columns that differ are counted alike, or one does not add up to what is counted.
    """
    columns = table.columns
    bare = [vote for vote in votes if not vote.ballots]
    if not columns or len(columns) != len(bare) or any(column.odd for column in columns) or not _in_order(columns):
        return None
    tallies = [Counter(ballot.vote for ballot in column.ballots) for column in columns]
    if len({(one[BallotChoice.YES], one[BallotChoice.NO]) for one in tallies}) != len(tallies):
        return None
    if not all(map(_adds_up, bare, tallies, columns)):
        return None
    given = iter(columns)
    return tuple(vote if vote.ballots else _with(vote, next(given), table.lines) for vote in votes)


def _in_order(columns: Sequence[VoteColumn]) -> bool:
    """Whether the columns are of one § and, where they are numbered, numbered from the first on."""
    numbers = [column.nth for column in columns]
    return len({column.item for column in columns}) == 1 and (
        not any(numbers) or numbers == [str(at) for at in range(1, len(columns) + 1)]
    )


def _adds_up(vote: Vote, tally: Counter[BallotChoice], column: VoteColumn) -> bool:
    stated = (vote.yes, vote.no)
    abstain = tally[BallotChoice.ABSTAIN] if vote.abstain is None else vote.abstain
    summed = all(tally[choice] == count for choice, count in column.counts.items() if choice is not BallotChoice.ABSENT)
    return summed and stated == tuple(tally[side] for side in _SIDES) and abstain == tally[BallotChoice.ABSTAIN]


def _with(vote: Vote, column: VoteColumn, lines: Sequence[Line]) -> Vote:
    listed = passage(lines).source()
    source = vote.source
    if listed.quote not in source.quote:
        source = Source(f"{source.quote} {listed.quote}", (*source.places, *listed.places))
    ballots: tuple[Ballot, ...] = tuple(column.ballots)
    return replace(vote, ballots=ballots, source=source)
