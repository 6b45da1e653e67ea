"""The number of a § that touches its title, because its column is too narrow for it: "§     Information om" over
"33/2025snöröjningen". They are two words where the column beside the mark begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importers.patterns.item_numbers import GLUED_ITEM_NUMBER, OPEN_ITEM_MARK
from importers.pdf.page import Word
from importers.text.layout import Line

_LONGEST_MARK = 7  # words: "Barn- och utbildningsnämndens arbetsutskott §"
_SAME_EDGE = 2.0  # points
_LEADING = 1.9  # of the size


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page, each number of a § parted from the title that it touches."""
    return (*lines[:1], *(_parted(above, line) for above, line in pairwise(lines)))


def _parted(above: Line, line: Line) -> Line:
    match = GLUED_ITEM_NUMBER.match(line.words[0].text)
    edge = _beside_mark(above) if match else None
    first = line.words[0]
    if match is None or edge is None or not first.x0 + first.size < edge < first.x1:
        return line
    beneath = abs(above.x0 - line.x0) <= _SAME_EDGE and line.baseline - above.baseline <= _LEADING * above.size
    if not beneath or line.bold != above.bold:
        return line
    number = first._replace(text=match["number"], x1=edge)
    return line.part([number, first._replace(text=match["rest"], x0=edge), *line.words[1:]])


def _beside_mark(line: Line) -> float | None:
    """Where the column begins beside the mark alone, "§" or "KSAU §", with which the line begins."""
    for before, word in pairwise(line.words[: _LONGEST_MARK + 1]):
        if before.text == "§":
            at = line.words.index(word)
            return word.x0 if OPEN_ITEM_MARK.match(line.part(line.words[:at]).text) and _apart(before, word) else None
    return None


def _apart(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 > before.size
