"""Votes against the people whom the cover lists: no more can have voted than were there.

Omröstningen utfaller med 43 Ja mot 38 Nej.         a cover that lists eleven members cannot be whole, or a figure is misread
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Attendance, Doubt, Item, Source, Vote
from importers.doubts import DoubtCode, doubt


def check_votes(items: Sequence[Item], attendance: Attendance | None, stands: Sequence[Source]) -> list[Doubt]:
    """A doubt where more have voted than the cover lists, with the first such vote's place and the list's.

    Where nobody is listed as a member, the list stands elsewhere, and there is no doubt. `stands` is where it begins.
    """
    if attendance is None or not attendance.members:
        return []
    present = len(attendance.members) + len(attendance.substitutes) + (attendance.chair is not None)
    votes = [(item.number, vote) for item in items for vote in item.votes if cast(vote) > present]
    if not votes:
        return []
    return [
        doubt(
            DoubtCode.VOTES_OUTNUMBER,
            number=", ".join(dict.fromkeys(number for number, _ in votes)),
            votes=max(cast(vote) for _, vote in votes),
            present=present,
            sources=[votes[0][1].source, *stands[:1]],
        )
    ]


def cast(vote: Vote) -> int:
    """How many voted yes or no, or abstained."""
    return (vote.yes or 0) + (vote.no or 0) + (vote.abstain or 0)
