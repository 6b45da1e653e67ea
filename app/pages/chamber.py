"""A vote as a picture of the chamber: a dot for each printed ballot, party by party in a half circle.

Nobody's seat is known: the parties stand in the order of their votes, yes to the left. All numbers are units of the
drawing, origin top left; `templates/vote.html` draws what is worked out here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.pages.ballots import Side
from importers.bundle import BallotChoice

_RADIUS = 6.0  # of a dot
_LEAST, _MOST_TIMES = 112.0, 1.8  # a small chamber is drawn larger, towards this radius, at most so many times
_APART = 17.0  # between the middles of two dots, and between two rows
_ONE_ROW = 10  # so many dots at most stand in a row of their own
_HOLE = 0.4  # how much of the outermost row's radius the innermost has
_RIM, _NAMES = 18.0, 31.0  # from the outermost row to the parties' arcs, and to their names
_LETTER, _LINE = 9.0, 15.0  # of a party's name
_EDGE = 14.0


class Dot(NamedTuple):
    x: float
    y: float
    choice: BallotChoice


class Wedge(NamedTuple):
    """A party's part of the half circle: the arc along the rim, an SVG path, and where its letters stand. `party` is None
    of those who have none printed."""

    party: str | None
    arc: str
    x: float
    y: float


class Chamber(NamedTuple):
    """`radius` is that of every dot."""

    width: float
    height: float
    radius: float
    dots: list[Dot]
    wedges: list[Wedge]


class _Place(NamedTuple):
    """A dot's place: the part of the half circle that lies to the left of it, and its row's radius."""

    turned: float
    radius: float


def chamber(sides: Sequence[Side]) -> Chamber:
    """The ballots of the parties as dots. A party that voted yes stands to the left of one that voted no."""
    ordered = sorted(sides, key=_leaning)
    places = sorted(_places(sum(sum(side.counts.values()) for side in ordered)))
    outer = max((place.radius for place in places), default=0.0)
    times = min(max(_LEAST / outer, 1.0), _MOST_TIMES) if places else 1.0
    places = [_Place(place.turned, place.radius * times) for place in places]
    outer *= times
    middle = outer + _NAMES + _LINE + _EDGE
    dots: list[Dot] = []
    wedges: list[Wedge] = []
    for side in ordered:
        first = len(dots)
        for choice in (choice for choice, n in side.counts.items() for _ in range(n)):
            dots.append(Dot(*_at(middle, *places[len(dots)]), choice))
        wedges.append(_wedge(side.party, middle, outer, (first / len(places), len(dots) / len(places)), wedges))
    radius = _RADIUS * times
    return Chamber(round(2 * middle), round(middle + radius + 2), round(radius, 1), dots, wedges)


def _leaning(side: Side) -> tuple[float, int, bool, str]:
    cast = sum(side.counts.values())
    lean = (side.counts.get(BallotChoice.NO, 0) - side.counts.get(BallotChoice.YES, 0)) / cast
    return (lean, -cast if lean <= 0 else cast, side.party is None, side.party or "")


def _places(n: int) -> list[_Place]:
    """Where `n` dots stand: as few rows as hold them about `_APART` from each other, each row filled by its length; a wider one
    where two would hold few, and rows no closer than dots are wide."""
    if n < 3:
        return [_Place((k + 0.5) / n, _APART) for k in range(n)]
    rows = 1
    while _held(rows) < n and not (rows == 1 and n <= _ONE_ROW):
        rows += 1
    longest = _APART * n / (math.pi * sum(_lengths(rows)))
    outer = max(longest, _APART, (2 * _RADIUS + 2) * rows / (1 - _HOLE))
    radii = [outer * length for length in _lengths(rows)]
    ends = [round(n * sum(radii[: row + 1]) / sum(radii)) for row in range(rows)]
    held = [end - start for start, end in pairwise([0, *ends])]
    return [_Place((k + 0.5) / many, radius) for many, radius in zip(held, radii, strict=True) for k in range(many)]


def _lengths(rows: int) -> list[float]:
    """The rows' radii as parts of the outermost."""
    return [_HOLE + (1 - _HOLE) * (row + 1) / rows for row in range(rows)]


def _held(rows: int) -> float:
    """How many dots that many rows hold, with as much between rows as between dots."""
    outer = _APART * rows / (1 - _HOLE)
    return math.pi * outer * sum(_lengths(rows)) / _APART


def _at(middle: float, turned: float, radius: float) -> tuple[float, float]:
    angle = math.pi * (1 - turned)
    return round(middle + radius * math.cos(angle), 1), round(middle - radius * math.sin(angle), 1)


def _wedge(party: str | None, middle: float, outer: float, part: tuple[float, float], before: Sequence[Wedge]) -> Wedge:
    start, end = part
    rim = outer + _RIM
    gap = min(2.5 / (math.pi * rim), (end - start) / 4)
    (x1, y1), (x2, y2) = _at(middle, start + gap, rim), _at(middle, end - gap, rim)
    x, y = _at(middle, (start + end) / 2, outer + _NAMES)
    if before and _meet(before[-1], x, y, party):
        x, y = _at(middle, (start + end) / 2, outer + _NAMES + _LINE)
    return Wedge(party, f"M{x1} {y1}A{rim:.1f} {rim:.1f} 0 0 1 {x2} {y2}", x, y)


def _meet(one: Wedge, x: float, y: float, party: str | None) -> bool:
    """Whether a party's letters here would lie on another's."""
    wide = _LETTER * (len(one.party or "–") + len(party or "–")) / 2
    return abs(one.x - x) < wide and abs(one.y - y) < _LINE
