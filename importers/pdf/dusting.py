"""Marks in Tesseract's lines that are no words: dust, rules read as "—" or "|", bullets read as "e" or "."."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from importers.pdf.hocr import Seen, SeenLine

_BULLETS = frozenset("eo*«»°¢®©¤+•·.,")
_ROUND = (0.18, 0.55)  # of the size: how wide and high a bullet is
_WIDE = 0.8  # of the size: a gap wider than a blank
_MUTE = frozenset(["|", "_", "~", ":", ";", ".", ",", "'", "`", "´", "¦", "‘", "’"])
_DASHES = frozenset("-–—")
_TINY = 0.15  # of the size: a dot of dust


def dust(lines: Iterable[SeenLine]) -> tuple[SeenLine, ...]:
    """The lines without dust, and with bullets where there are bullets. A line of nothing but dust is gone."""
    clean = (_without(_is_mute, _with_bullet(_without(_is_dust, line))) for line in lines)
    return tuple(line for line in clean if line.words)


def _without(kind: Callable[[Seen, float], bool], line: SeenLine) -> SeenLine:
    size = line.size if line.words else 0.0
    return replace(line, words=tuple(word for word in line.words if not kind(word, size)))


def _is_dust(word: Seen, size: float) -> bool:
    """A dot of dust, or an upright rule read as a dash."""
    width, height = word.x1 - word.x0, word.bottom - word.top
    return max(width, height) < _TINY * size or (word.text in _DASHES and height > width)


def _is_mute(word: Seen, size: float) -> bool:
    """A mark that says nothing where it stands alone."""
    return word.text in _MUTE


def _with_bullet(line: SeenLine) -> SeenLine:
    """A single round sign before a gap too wide for a blank is a bullet."""
    if len(line.words) < 2 or line.words[0].text not in _BULLETS:
        return line
    first, second = line.words[:2]
    size = line.size
    smallest, largest = _ROUND[0] * size, _ROUND[1] * size
    is_round = smallest <= first.x1 - first.x0 <= largest and smallest <= first.bottom - first.top <= largest
    if not is_round or second.x0 - first.x1 < _WIDE * size:
        return line
    return replace(line, words=(first._replace(text="•"), *line.words[1:]))
