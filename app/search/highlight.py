"""The sentence round the words that were found, cut where these stand: structure, never markup."""

from __future__ import annotations

from collections.abc import Set

from app.schemas.hit_rows import Segment
from app.search.normaliser import places

# How much is shown round the first word found, in characters.
_BEFORE, _AFTER = 90, 210


def segments(text: str, words: Set[str], *, whole: bool = False) -> list[Segment]:
    """The text in pieces, each one of these words or not; but for the `whole` of it, the sentences round the first that is."""
    marked = places(text, words)
    start, end = (0, len(text)) if whole else _window(text, marked[0][0] if marked else 0)
    pieces: list[Segment] = []
    at = start
    for first, last in marked:
        if first < at or last > end:
            continue
        pieces += _piece(text[at:first], found=False) + _piece(text[first:last], found=True)
        at = last
    pieces += _piece(text[at:end], found=False)
    if start > 0:
        pieces.insert(0, Segment(text="… ", found=False))
    if end < len(text):
        pieces.append(Segment(text=" …", found=False))
    return pieces


def _piece(text: str, *, found: bool) -> list[Segment]:
    return [Segment(text=text, found=found)] if text else []


def _window(text: str, at: int) -> tuple[int, int]:
    """From the sentence's beginning, where it is near, to a word's end."""
    start = max(0, at - _BEFORE)
    if start:
        sentence = max(text.rfind(mark, start, at) for mark in (". ", "\n", "? ", "! "))
        start = sentence + 2 if sentence >= 0 else max(text.find(" ", start, at) + 1, start)
    end = min(len(text), at + _AFTER)
    if end < len(text):
        end = max(text.rfind(" ", at, end), at + 1) if " " in text[at:end] else end
    return start, end
