"""Running text that knows where each of its words is printed.

Every reader works on passages: what it cuts out of one brings its `Source` along.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from importers.bundle import Place, Source
from importers.pdf.page import Word
from importers.text.cleaning import line_end_glue, same_line_glue
from importers.text.layout import Frame, Line


class Printed(NamedTuple):
    """A word where it stands."""

    word: Word
    frame: Frame
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text and the printed words that make it; `starts` are the words' offsets in the text."""

    text: str
    printed: tuple[Printed, ...]
    starts: tuple[int, ...]

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part between two offsets, blanks at its ends left out."""
        stop = len(self.text) if end is None else end
        piece = self.text[start:stop]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, start + len(piece) - 1) if piece else first
        return Passage(piece, self.printed[first:last], tuple(s - start for s in self.starts[first:last]))

    def group(self, match: re.Match[str], name: str | int = 0) -> Passage:
        """What a group of a match on `text` stands for."""
        return self.cut(*match.span(name))

    def source(self) -> Source:
        """The words quoted, and a place for each printed line that they take up."""
        return Source(self.text, tuple(_places(self.printed)))


def passage(lines: Iterable[Line]) -> Passage:
    """The lines as running text: line ends become blanks, hyphens at line ends are undone."""
    words = [Printed(word, line.frame, line.number) for line in lines for word in line.words]
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for before, after in pairwise(words):
        text = _with_glue(before, after)
        parts.append(text)
        starts.append(length)
        length += len(text)
    if words:
        parts.append(words[-1].word.text)
        starts.append(length)
    return Passage("".join(parts), tuple(words), tuple(starts))


def _with_glue(before: Printed, after: Printed) -> str:
    """The first word as it goes on into the second: without its hyphen, with a blank, or glued to it."""
    word, frame, line = before
    if line == after.line and frame.page == after.frame.page:
        return word.text + same_line_glue(word, after.word)
    drops, glue = line_end_glue(word.text, after.word.text)
    return (word.text[:-1] if drops else word.text) + glue


def join(passages: Sequence[Passage]) -> Passage:
    """Passages one after another, a blank between them."""
    text, printed, starts = "", [], []  # type: str, list[Printed], list[int]
    for piece in passages:
        text += " " if text and piece.text else ""
        starts += [start + len(text) for start in piece.starts]
        printed += piece.printed
        text += piece.text
    return Passage(text, tuple(printed), tuple(starts))


def _places(printed: Sequence[Printed]) -> Iterator[Place]:
    start = 0
    for index, (before, after) in enumerate(pairwise(printed), 1):
        if before.line != after.line or before.frame.page != after.frame.page:
            yield _place(printed[start:index])
            start = index
    if printed:
        yield _place(printed[start:])


def _place(printed: Sequence[Printed]) -> Place:
    """The place of words of one line."""
    _, frame, line = printed[0]
    words = [one.word for one in printed]
    box = (
        min([word.x0 for word in words]),
        min([word.top for word in words]),
        max([word.x1 for word in words]),
        max([word.bottom for word in words]),
    )
    x0, top, x1, bottom = frame.shown(box)
    return Place(frame.page, line, (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)))


_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:m\.fl|m\. ?fl|bl\.a|t\.ex|s\.k|fr\.o\.m|t\.o\.m|f\.d|m\.m|e\.d|dvs|nr|st|kl|resp|osv|etc|ca|dnr|tel|kap|[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][”\"’')]? (?=[A-ZÅÄÖÉ”\"“(§•]|\d{1,2}\. [A-ZÅÄÖ])")
_ENTRY_NUMBER = re.compile(r"(?:^|[:.;!?] )\d{1,2}\.$")  # "Yrkande från A (M): 1. Motionen avslås. 2. …"


def sentences(text: Passage) -> tuple[Passage, ...]:
    """The passage cut into sentences; the point of "m.fl." ends none."""
    cuts = [0]
    for match in _SENTENCE_END.finditer(text.text):
        before = text.text[max(0, match.start() - 12) : match.start() + 1]
        if not _ABBREVIATION.search(before) and not _ENTRY_NUMBER.search(before):
            cuts.append(match.end())
    ends = [*cuts[1:], len(text.text)]
    pieces = (text.cut(start, end) for start, end in zip(cuts, ends, strict=True))
    return tuple(piece for piece in pieces if piece.text)
