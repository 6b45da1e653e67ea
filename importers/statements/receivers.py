"""Expediering: to whom a § is sent.

Protokollsutdrag skickas till
Avdelning anläggning Kommunstyrelsen
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.patterns.organs import BODY_AFTER_ANOTHER
from importers.text.blocks import Block
from importers.text.passage import Passage


def read_receivers(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Each receiver as printed. Where lines have run together, a body named after another receiver is one of its own."""
    return tuple(piece for block in blocks for piece in _parted(block.body) if piece.text)


def _parted(entry: Passage) -> Iterator[Passage]:
    start = 0
    for match in BODY_AFTER_ANOTHER.finditer(entry.text):
        yield entry.cut(start, match.start("organ"))
        start = match.start("organ")
    yield entry.cut(start)
