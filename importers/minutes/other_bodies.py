"""§§ of bodies before the meeting's, which old minutes pile above its own.

Au § 47                                    Dnr 98.0211-107
Ks § 61
Kf § 32
          Försäljning av aktier i Alnsjö Kraft AB
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from importers.minutes.beside_number import is_number
from importers.patterns.item_numbers import ITEM_HEADING
from importers.text.layout import Line
from importers.text.passage import Passage, passage


def of_other_bodies(heads: Sequence[tuple[int, str]]) -> set[int]:
    """Which of the lines that may head §§ (each with the body's sign) are of bodies before the meeting's: those right above one
    with another sign. The lowest of each pile is the meeting's, where all of them, and most that stand alone, bear one sign; not where that
    is of a body that prepares what one above it decides: "PN § 41" over "AU § 12"."""
    above = {
        at
        for (at, sign), (following, other) in pairwise(heads)
        if sign and other and sign != other and following == at + 1
    }
    own = [(at, sign) for at, sign in heads if at not in above]
    lowest = {sign for at, sign in own if at - 1 in above}
    of_the_meeting = sum(sign in lowest for _at, sign in own)
    if len(lowest) != 1 or 2 * of_the_meeting <= len(own):
        return set()
    prepares = any(_rank(sign) > _rank(other) for at, sign in heads if at in above for other in lowest)
    return set() if prepares else above


def _rank(sign: str) -> int:
    """How far on the body stands in the order in which matters are treated: a committee, a board, the executive, the council."""
    short = sign.casefold().rstrip(".")
    ends = (("au", "utskott", "utskottet"), (), ("ks", "rs", "kommunstyrelsen"), ("kf", "rf", "fullmäktige"))
    return next((rank for rank, ending in enumerate(ends) if short.endswith(ending)), 1)


def numbers_beside(line: Line) -> Iterator[Passage]:
    """The case number that stands behind another body's §."""
    words = passage([line])
    match = ITEM_HEADING.match(words.text)
    if match and match["rest"] and is_number(match["rest"]):
        yield words.group(match, "rest")
