"""A list with a column for each of several votes, given to those votes where each column adds up to one of them alone.

Namn        Parti    Omr. 1    Omr. 2
Anna Ek     S        Ja        Nej
Bo Ås       M        Nej       Nej
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from importers.bundle import Ballot, BallotChoice, Source, Vote
from importers.patterns.vote_tables import COLUMN_NUMBER, HEADS_SEVERAL, ROW_OF_COLUMNS
from importers.statements.people import person
from importers.statements.vote_events import choice_of
from importers.text.layout import Line
from importers.text.passage import passage

_SIDES = (BallotChoice.YES, BallotChoice.NO)


def by_columns(votes: Sequence[Vote], lines: Sequence[Line]) -> tuple[Vote, ...] | None:
    """The votes, each with the ballots of its column; `None` where the columns are not numbered as the votes stand, a row is
    not whole, two columns are counted alike, or one does not add up to what is counted.
    """
    columns = _columns(lines)
    if len(columns) != len(votes) or any(vote.ballots for vote in votes):
        return None
    tallies = [Counter(ballot.vote for ballot in column) for column in columns]
    if len({(one[BallotChoice.YES], one[BallotChoice.NO]) for one in tallies}) != len(tallies):
        return None
    if not all(_adds_up(vote, tally) for vote, tally in zip(votes, tallies, strict=True)):
        return None
    return tuple(_with(vote, column, lines) for vote, column in zip(votes, columns, strict=True))


def _columns(lines: Sequence[Line]) -> list[tuple[Ballot, ...]]:
    """The ballots of each column; nothing where the list is not whole."""
    heading = lines[0].text
    numbers = [int(match["number"]) for match in COLUMN_NUMBER.finditer(heading)]
    if HEADS_SEVERAL.search(heading) is None or numbers != list(range(1, len(numbers) + 1)):
        return []
    rows = [_row(line, len(numbers)) for line in lines[1:]]
    whole = list(takewhile(bool, rows))
    return list(zip(*whole, strict=True)) if whole and len(whole) == len(rows) else []


def _row(line: Line, columns: int) -> tuple[Ballot, ...]:
    words = passage([line])
    match = ROW_OF_COLUMNS.match(words.text)
    choices = match["choices"].split() if match else []
    if match is None or len(choices) != columns:
        return ()
    one = person(match["name"], match["party"] or match["bracketed"])
    return tuple(
        Ballot(name=one.name, party=one.party, vote=choice_of(choice), source=words.source()) for choice in choices
    )


def _adds_up(vote: Vote, tally: Counter[BallotChoice]) -> bool:
    stated = (vote.yes, vote.no)
    abstain = tally[BallotChoice.ABSTAIN] if vote.abstain is None else vote.abstain
    return stated == tuple(tally[side] for side in _SIDES) and abstain == tally[BallotChoice.ABSTAIN]


def _with(vote: Vote, ballots: tuple[Ballot, ...], lines: Sequence[Line]) -> Vote:
    listed = passage(lines).source()
    source = vote.source
    if listed.quote not in source.quote:
        source = Source(f"{source.quote} {listed.quote}", (*source.places, *listed.places))
    return replace(vote, ballots=ballots, source=source)
