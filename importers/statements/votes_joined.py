"""What one vote is that is told in several places: its count here, its list there, or both twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.bundle import Ballot, BallotChoice, Doubt, Source, Vote
from importers.statements.vote_doubts import vote_doubts
from importers.statements.votes import ReadVote, read_votes
from importers.text.blocks import Block


def counted_beside(blocks: Sequence[Block], number: str) -> list[ReadVote]:
    """The votes that a section counts on both sides, though the § has a heading for votes: "Förberedande votering: …"."""
    if not any("nej" in block.whole.text.lower() for block in blocks):
        return []
    read, _ = read_votes(blocks, number)
    return [replace(one, beside=True) for one in read if None not in (one.vote.yes, one.vote.no)]


def without_told_twice(votes: Sequence[ReadVote]) -> list[ReadVote]:
    """The votes without those counted beside that stand with the same count under the heading for votes, or may do so."""
    headed = [one.vote for one in votes if not one.beside]
    told = {(vote.yes, vote.no) for vote in headed}
    uncounted = any(None in sides for sides in told)
    return [one for one in votes if not one.beside or not (uncounted or (one.vote.yes, one.vote.no) in told)]


def doubts_beside(votes: Sequence[ReadVote], number: str) -> list[Doubt]:
    """What is doubted of the votes that are counted under another heading than that for votes."""
    return [one for read in votes if read.beside for one in vote_doubts(read.vote, number)]


def with_list(one: ReadVote, listed: ReadVote) -> ReadVote | None:
    """The vote with the ballots of a list that stands apart from it and counts nothing, where they add up to its counts."""
    vote, ballots = one.vote, listed.vote.ballots
    cast = Counter(ballot.vote for ballot in ballots)
    counts = (vote.yes, vote.no, vote.abstain or 0)
    adds_up = (cast[BallotChoice.YES], cast[BallotChoice.NO], cast[BallotChoice.ABSTAIN]) == counts
    if vote.ballots or not ballots or listed.vote.question or not adds_up:
        return None
    source = Source(
        f"{vote.source.quote} {listed.vote.source.quote}", (*vote.source.places, *listed.vote.source.places)
    )
    return ReadVote(replace(vote, ballots=ballots, source=source), one.appendix)


def with_appendix(one: ReadVote, lists: Mapping[str, tuple[Ballot, ...]], number: str | None) -> Vote:
    """The vote with the ballots of the appendix that it names, where it has none of its own; else with those of the one list
    for § `number` that adds up to its counts, which no other vote of the § has.
    """
    vote = one.vote
    if vote.ballots:
        return vote
    if one.appendix:
        named = [ballots for key, ballots in lists.items() if key.split(",")[0] == one.appendix]
        fitting = named if len(named) == 1 else [own for own in named if _counts(own) == (vote.yes, vote.no)]
        if len(fitting) == 1:
            return replace(vote, ballots=fitting[0])
    of_item = [ballots for key, ballots in lists.items() if number and key.split(",")[0] == f"§ {number}"]
    adding_up = [ballots for ballots in of_item if _counts(ballots) == (vote.yes, vote.no)]
    return replace(vote, ballots=adding_up[0]) if len(adding_up) == 1 else vote


def _counts(ballots: Sequence[Ballot]) -> tuple[int, int]:
    cast = Counter(ballot.vote for ballot in ballots)
    return cast[BallotChoice.YES], cast[BallotChoice.NO]
