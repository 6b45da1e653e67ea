"""What a vote made of what the chair had found: the vote is the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.ids import fold
from importers.bundle import Outcome

Vote = Mapping[str, Any]  # `yes_means`, `no_means`, and how many stood for each
_AT_ONCE = re.compile(r"\bidag\b|i dag|dagens sammanträde", re.IGNORECASE)


def after_vote(winner: str | None, votes: Iterable[Vote], outcome: str | None) -> str | None:
    """What a vote made of the chair's finding: `stands` or `overturned`; None where no vote that is read was on it.

    Where a third sends the matter back (kommunallagen 5 kap. 50 §), it is sent back though more wanted it decided.
    """
    effects = {made for vote in votes if winner and (made := _made_of(winner, vote, outcome))}
    return effects.pop() if len(effects) == 1 else None


def _made_of(winner: str, vote: Vote, outcome: str | None) -> str | None:
    yes, no = vote["yes"], vote["no"]
    sides = [vote["yes_means"] or "", vote["no_means"] or ""]
    if yes is None or no is None or yes == no or "" in sides:
        return None
    backed = [_is_side(winner, side, other) for side, other in ((sides[0], sides[1]), (sides[1], sides[0]))]
    if sum(backed) != 1:
        return None
    won = backed[0] if yes > no else backed[1]
    if outcome == Outcome.MINORITETSATERREMISS and any(_AT_ONCE.search(side) for side in sides):
        won = _AT_ONCE.search(winner) is None
    return "stands" if won else "overturned"


def _is_side(winner: str, side: str, other: str) -> bool:
    """Whether a side of a vote is what the chair found: in its words, as the decision at once, or as `avslag` on the other."""
    if _AT_ONCE.search(winner) or _AT_ONCE.search(side):
        return bool(_AT_ONCE.search(winner) and _AT_ONCE.search(side))
    found, own = fold(winner), fold(side)
    if own == "avslag":
        return found == own or found == f"avslagpå{fold(other).removeprefix('bifalltill')}"
    if "återremi" in own or "återremi" in found:
        return "återremi" in own and "återremi" in found
    return found.removeprefix("bifalltill") == own.removeprefix("bifalltill")
