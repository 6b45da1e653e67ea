"""The number of a § set a little lower or higher than the title beside it: they are one printed line.

             Mål och budget 2025
§ 174
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importers.patterns.item_numbers import ITEM_HEADING
from importers.text.layout import Line

_ONE_ROW = 0.6  # of the size: how far the baselines lie apart
_LONGEST_NUMBER = 4  # words


def with_numbers_beside(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page, each number that stands alone left of a title in the title's own line."""
    joined: list[Line] = list(lines[:1])
    for above, line in pairwise(lines):
        if joined[-1] is above and (one := _as_one(above, line)):
            joined[-1] = one
        else:
            joined.append(line)
    return tuple(joined)


def _as_one(above: Line, line: Line) -> Line | None:
    if line.baseline - above.baseline > _ONE_ROW * max(line.size, above.size):
        return None
    number, title = (above, line) if above.x0 < line.x0 else (line, above)
    if len(number.words) > _LONGEST_NUMBER or number.x1 + number.size > title.x0:
        return None
    match = ITEM_HEADING.match(number.text)
    if match is None or match["rest"] or ITEM_HEADING.match(title.text):
        return None
    return Line(title.frame, above.number, (*number.words, *title.words))
