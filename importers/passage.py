"""Running text that knows where each of its words is printed.

Every reader works on passages: what it cuts out of one brings its `Source` along.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from importers.bundle import Place, Source
from importers.cleaning import line_end_glue, same_line_glue
from importers.layout import Frame, Line
from importers.pdf.page import Word


@dataclass(frozen=True, slots=True)
class Printed:
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

    @property
    def first_line(self) -> tuple[int, int]:
        return (self.printed[0].frame.page, self.printed[0].line)


def passage(lines: Iterable[Line]) -> Passage:
    """The lines as running text: line ends become blanks, hyphens at line ends are undone."""
    words = [Printed(word, line.frame, line.number) for line in lines for word in line.words]
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for index, printed in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        text = _with_glue(printed, after) if after else printed.word.text
        parts.append(text)
        starts.append(length)
        length += len(text)
    return Passage("".join(parts), tuple(words), tuple(starts))


def _with_glue(before: Printed, after: Printed) -> str:
    """The first word as it goes on into the second: without its hyphen, with a blank, or glued to it."""
    if (before.frame.page, before.line) == (after.frame.page, after.line):
        return before.word.text + same_line_glue(before.word, after.word)
    drops, glue = line_end_glue(before.word.text, after.word.text)
    return (before.word.text[:-1] if drops else before.word.text) + glue


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
    key: Callable[[Printed], tuple[int, int]] = lambda p: (p.frame.page, p.line)  # noqa: E731 - a name for its type
    for (page, line), group in groupby(printed, key=key):
        words = list(group)
        box = (
            min(p.word.x0 for p in words),
            min(p.word.top for p in words),
            max(p.word.x1 for p in words),
            max(p.word.bottom for p in words),
        )
        x0, top, x1, bottom = words[0].frame.shown(box)
        yield Place(page, line, (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)))


_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:m\.fl|m\. ?fl|bl\.a|t\.ex|s\.k|fr\.o\.m|t\.o\.m|f\.d|m\.m|e\.d|dvs|nr|st|kl|resp|osv|etc|ca|dnr|tel|kap|[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][”\"’')]? (?=[A-ZÅÄÖÉ”\"“(§•])")


def sentences(text: Passage) -> tuple[Passage, ...]:
    """The passage cut into sentences; the point of "m.fl." ends none."""
    cuts = [0]
    for match in _SENTENCE_END.finditer(text.text):
        if not _ABBREVIATION.search(text.text[max(0, match.start() - 12) : match.start() + 1]):
            cuts.append(match.end())
    ends = [*cuts[1:], len(text.text)]
    pieces = (text.cut(start, end) for start, end in zip(cuts, ends, strict=True))
    return tuple(piece for piece in pieces if piece.text)
