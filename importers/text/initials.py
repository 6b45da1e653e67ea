"""Sets aside the initials of those who sign each page, where they stand in the margin beside the text.

AE   § 171 Finansiering av ny brandstation
KJ   Kommunstyrelsens förslag till kommunfullmäktige
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from importers.patterns.furniture import INITIALS, SIGNATURES
from importers.patterns.people import PARTY_NAMES
from importers.text.layout import Line

_PARTIES = frozenset({*PARTY_NAMES.values(), "VPK", "KDS", "SPI"})
_APART = 0.8  # of the size: how far the text begins from the initials
_SAME_EDGE = 2.0  # points
_MARGIN = 0.1  # of the page's width
_USUAL = 0.4  # of the lines that begin anywhere


def without_initials(pages: Sequence[tuple[Line, ...]]) -> tuple[list[tuple[Line, ...]], list[Line]]:
    """The lines of each page without initials left of the edge that its text begins at, and these, each as the part of a
    line that it is. A line that is nothing else stays.
    """
    kept: list[tuple[Line, ...]] = []
    signed: list[Line] = []
    for lines in pages:
        edge = _edge(lines)
        parts = [_parted(line, edge) for line in lines]
        kept.append(tuple(text for text, _ in parts))
        signed += [initials for _, initials in parts if initials]
    return kept, signed


def _edge(lines: Sequence[Line]) -> float:
    """Where most lines begin; 0 where they begin anywhere."""
    starts = Counter(round(line.x0) for line in lines)
    edge, count = starts.most_common(1)[0] if starts else (0, 0)
    return float(edge) if count >= _USUAL * len(lines) else 0.0


def _parted(line: Line, edge: float) -> tuple[Line, Line | None]:
    """The line's text, and the initials before it."""
    if line.x0 >= min(edge - _SAME_EDGE, _MARGIN * line.frame.width):
        return line, None
    at = next((at for at, word in enumerate(line.words) if word.x0 >= edge - _SAME_EDGE), None)
    if not at or line.words[at].x0 - line.words[at - 1].x1 < _APART * line.size:
        return line, None
    before = line.part(line.words[:at])
    signs = INITIALS.match(before.text) or SIGNATURES.match(before.text)
    if not signs or before.text in _PARTIES:
        return line, None
    return line.part(line.words[at:]), before
