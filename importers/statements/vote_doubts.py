"""What is doubted of a vote: counts that the ballots do not bear out, a side without count, ja and nej without meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from importers.bundle import BallotChoice, Doubt, Role, Source, Vote
from importers.doubts import DoubtCode, doubt
from importers.text.passage import Passage


def vote_doubts(vote: Vote, number: str) -> Iterator[Doubt]:
    """Every doubt of a vote as it was read; `number` is the §'s."""
    yield from count_doubts(vote, number)
    if vote.yes is None or vote.no is None:
        yield doubt(DoubtCode.VOTE_WITHOUT_COUNT, number=number, sources=[vote.source])
    if vote.yes_means is None or vote.no_means is None:
        yield doubt(DoubtCode.VOTE_WITHOUT_MEANING, number=number, sources=[vote.source])


def count_doubts(vote: Vote, number: str) -> tuple[Doubt, ...]:
    """A doubt for each stated count that the ballots, where there are any, do not bear out."""
    if not vote.ballots:
        return ()
    cast = Counter(ballot.vote for ballot in vote.ballots)
    stated = {BallotChoice.YES: vote.yes, BallotChoice.NO: vote.no, BallotChoice.ABSTAIN: vote.abstain}
    return tuple(
        counts_differ(number, choice, count, cast[choice], [vote.source])
        for choice, count in stated.items()
        if count is not None and count != cast[choice]
    )


def counts_differ(number: str, choice: BallotChoice, stated: int, found: int, places: Sequence[Source]) -> Doubt:
    """A count that is stated otherwise than another place of the vote bears out."""
    return doubt(
        DoubtCode.VOTE_COUNT_DIFFERS, number=number, choice=choice.value, stated=stated, found=found, sources=places
    )


def sentence_not_read(sentence: Passage) -> Doubt:
    """A sentence on voting that gave no fact, or more than one."""
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.VOTE.value, sources=[sentence.source()])
