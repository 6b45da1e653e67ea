"""The votes of a § with the lists of who voted how: those within it, each column for one of them, and those behind the §§."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from importers.bundle import Ballot, Doubt, Vote
from importers.doubts import DoubtCode, doubt
from importers.minutes.draft import ItemDraft
from importers.patterns.vote_tables import LIST_NAMED
from importers.statements.vote_doubts import count_doubts, sentence_not_read
from importers.statements.vote_tables import VoteTable, lists_of_several
from importers.statements.votes import ReadVote
from importers.statements.votes_in_columns import by_columns
from importers.statements.votes_joined import with_appendix
from importers.text.layout import Line
from importers.text.passage import passage


def without_lists(lines: Sequence[Line], number: str) -> tuple[list[Line], list[VoteTable]]:
    """The lines of § `number` without those of lists with a column for each of several votes, and these lists."""
    lists = lists_of_several(lines, number)
    taken = {(line.page, line.number) for table in lists for line in table.lines}
    return [line for line in lines if (line.page, line.number) not in taken], lists


def votes_of_item(
    read: Sequence[ReadVote], within: Sequence[VoteTable], behind: Mapping[str, tuple[Ballot, ...]], draft: ItemDraft
) -> tuple[tuple[Vote, ...], list[Doubt]]:
    """The votes of the § with their ballots; a list that belongs to none, is missing or does not add up is doubted."""
    number = draft.name
    doubts: list[Doubt] = []
    for table in within:
        whole = by_columns([one.vote for one in read], table)
        if whole is None:
            doubts.append(sentence_not_read(passage(table.lines)))
        else:
            read = [replace(one, vote=vote) for one, vote in zip(read, whole, strict=True)]
    votes: list[Vote] = []
    for one in read:
        alike = sum((other.vote.yes, other.vote.no) == (one.vote.yes, one.vote.no) for other in read)
        vote = with_appendix(one, behind, number if alike == 1 else None)
        if one.appendix and not vote.ballots:
            sources = [vote.source]
            doubts.append(doubt(DoubtCode.VOTE_LIST_MISSING, number=number, appendix=one.appendix, sources=sources))
        if vote is not one.vote:
            doubts += count_doubts(vote, number)
        votes.append(vote)
    doubts += _lists_not_there(draft, votes)
    return tuple(votes), doubts


def _lists_not_there(draft: ItemDraft, votes: Sequence[Vote]) -> Iterator[Doubt]:
    """A doubt where the § points to a list of who voted how, and a vote of it has no ballots: "Se omröstningslista."."""
    bare = [vote for vote in votes if not vote.ballots]
    for line in draft.lines if bare else ():
        if match := LIST_NAMED.search(line.text):
            sources = [passage([line]).source()]
            yield doubt(DoubtCode.VOTE_MAY_BE_MISSED, number=draft.name, word=match["list"], sources=sources)
            return
