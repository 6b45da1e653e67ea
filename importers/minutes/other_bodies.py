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
from importers.patterns.numbers import ITEM_HEADING
from importers.text.layout import Line
from importers.text.passage import Passage, passage


def of_other_bodies(heads: Sequence[tuple[int, str]]) -> set[int]:
    """Which of the lines that may head §§ (each with the body's sign) are of bodies before the meeting's: those right above one
    with another sign. The lowest of each pile is the meeting's, where all of them, and most that stand alone, bear one sign."""
    above = {
        at
        for (at, sign), (following, other) in pairwise(heads)
        if sign and other and sign != other and following == at + 1
    }
    own = [(at, sign) for at, sign in heads if at not in above]
    lowest = {sign for at, sign in own if at - 1 in above}
    of_the_meeting = sum(sign in lowest for _at, sign in own)
    return above if len(lowest) == 1 and 2 * of_the_meeting > len(own) else set()


def numbers_beside(line: Line) -> Iterator[Passage]:
    """The case number that stands behind another body's §."""
    words = passage([line])
    match = ITEM_HEADING.match(words.text)
    if match and match["rest"] and is_number(match["rest"]):
        yield words.group(match, "rest")
