"""Lists of votes that name no § in a form of its own: given to the vote of the § whose title they print, or to the only vote
that the minutes have.

Omröstningslista
Ärende: Svar på motion om bryggor
Ledamot     Parti     Ja     Nej
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.bundle import BallotChoice, Item, Vote
from importers.minutes.appendices import Appendix, lists_of
from importers.patterns.dates import DATE, date_of
from importers.patterns.vote_tables import NO_VOTE_HELD
from importers.text.cleaning import fold
from importers.text.passage import passage

_ABOVE = 8  # lines of a list, above its rows
_LEAST = 12  # signs of a title that is known again

_Place = tuple[int, int]


def with_lists_placed(items: Sequence[Item], lists: Sequence[Appendix], day: dt.date | None) -> list[Item]:
    """The §§ of the meeting of the `day`, a vote without ballots with those of the one list that is of it and adds up to its counts."""
    placed = {vote.ballots for item in items for vote in item.votes if vote.ballots}
    flat = list(lists_of(lists))
    left = [one for one in flat if one.ballots and not one.odd and not one.item and one.ballots not in placed]
    left = [one for one in left if _titled(one, items) or _may_be_of(one, day)]
    bare = [(i, v) for i, item in enumerate(items) for v, vote in enumerate(item.votes) if not vote.ballots]
    found: dict[_Place, list[Appendix]] = {}
    for one in left:
        named = _titled(one, items)
        mine = [place for place in bare if (place[0] in named if named else len(bare) == len(left) == 1)]
        adding = [(i, v) for i, v in mine if _adds_up(items[i].votes[v], one)]
        if len(adding) == 1:
            found.setdefault(adding[0], []).append(one)
    if not found and len(left) == len(bare) > 1 and _fit_in_order(items, bare, left):
        found = {place: [one] for place, one in zip(bare, left, strict=True)}
    told = {place: lists[0] for place, lists in found.items() if len(lists) == 1}
    return [replace(item, votes=tuple(_votes(i, item, told))) for i, item in enumerate(items)]


def _fit_in_order(items: Sequence[Item], bare: Sequence[_Place], left: Sequence[Appendix]) -> bool:
    """Whether the columns of one list add up to the votes that have no ballots, one after another, and each to its own alone."""
    fits = [[_adds_up(items[i].votes[v], one) for i, v in bare] for one in left]
    alone = all(row == [at == own for at in range(len(bare))] for own, row in enumerate(fits))
    return alone and len({id(one.lines) for one in left}) == 1


def _votes(i: int, item: Item, told: dict[_Place, Appendix]) -> Iterator[Vote]:
    for v, vote in enumerate(item.votes):
        yield replace(vote, ballots=told[i, v].ballots) if (i, v) in told else vote


def _may_be_of(one: Appendix, day: dt.date | None) -> bool:
    """Whether a list that names no matter may be of a vote of that day: no survey, and of no day before."""
    above = passage(one.lines[:_ABOVE]).text
    days = {date_of(match) for match in DATE.finditer(above)}
    before = day is not None and day not in days and any(other is not None and other < day for other in days)
    return not before and NO_VOTE_HELD.search(above) is None


def _titled(one: Appendix, items: Sequence[Item]) -> set[int]:
    """The §§ whose title stands above the list's rows."""
    above = fold(passage(one.lines[:_ABOVE]).text)
    return {i for i, item in enumerate(items) if len(title := fold(item.title)) >= _LEAST and title in above}


def _adds_up(vote: Vote, one: Appendix) -> bool:
    cast = Counter(ballot.vote for ballot in one.ballots)
    counted = {BallotChoice.YES: vote.yes, BallotChoice.NO: vote.no, BallotChoice.ABSTAIN: vote.abstain}
    if vote.yes is None or vote.no is None:
        return False
    return all(cast[choice] == count for choice, count in counted.items() if count is not None)
