"""Running text that knows where each of its words is printed.

Every reader works on passages: what it cuts out of one brings its `Source` along.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from importers.bundle import Place, Source
from importers.text.cleaning import line_end_glue, same_line_glue
from importers.text.layout import Line, Printed, Run, box_of, lazily


class Passage(NamedTuple):
    """Text and the printed words that make it: the part of `whole` that begins at its offset `at`.

    Many more passages are cut and matched than are asked where they stand.
    """

    text: str
    whole: Run | Runs
    at: int = 0

    @property
    def printed(self) -> tuple[Printed, ...]:
        """The words, of which the first and the last may stand in it in part."""
        return self.whole.printed[slice(*self._span())]

    @property
    def starts(self) -> tuple[int, ...]:
        """The words' offsets in the text."""
        first, last = self._span()
        return tuple([start - self.at for start in self.whole.starts[first:last]])

    def _span(self) -> tuple[int, int]:
        first = max(bisect_right(self.whole.starts, self.at) - 1, 0)
        return first, bisect_right(self.whole.starts, self.at + len(self.text) - 1) if self.text else first

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part between two offsets, blanks at its ends left out."""
        piece = self.text[start : len(self.text) if end is None else end]
        stripped = piece.lstrip()
        return Passage(stripped.rstrip(), self.whole, self.at + start + len(piece) - len(stripped))

    def group(self, match: re.Match[str], name: str | int = 0) -> Passage:
        """What a group of a match on `text` stands for."""
        return self.cut(*match.span(name))

    def source(self) -> Source:
        """The words quoted, and a place for each printed line that they take up."""
        return Source(self.text, tuple(_places(self.printed)))


class Runs:
    """Lines as running text: their runs, and the text of each as it goes on into the next."""

    def __init__(self, runs: Sequence[Run], parts: Sequence[str]) -> None:
        self._runs, self._parts = runs, parts

    @lazily
    def printed(self) -> tuple[Printed, ...]:
        """All their words."""
        return tuple(chain.from_iterable([run.printed for run in self._runs]))

    @lazily
    def starts(self) -> tuple[int, ...]:
        """The words' offsets in the whole text."""
        starts: list[int] = []
        length = 0
        for text, run in zip(self._parts, self._runs, strict=True):
            starts += [start + length for start in run.starts] if length else run.starts
            length += len(text)
        return tuple(starts)


def passage(lines: Iterable[Line]) -> Passage:
    """The lines as running text: line ends become blanks, hyphens at line ends are undone."""
    joined = list(lines)
    if len(joined) == 1:
        return Passage(joined[0].text, joined[0].run)
    parts = _parts(joined)
    return Passage("".join(parts), Runs([line.run for line in joined], parts))


def source_of(lines: Sequence[Line]) -> Source:
    """The source of the lines as running text, for where nothing is cut out of that."""
    return Source("".join(_parts(lines)), places_of(lines))


def places_of(lines: Iterable[Line]) -> tuple[Place, ...]:
    """A place for each printed line; parts of one line that follow each other make one place."""
    places: list[Place] = []
    above: list[Line] = []  # parts of one line
    for line in lines:
        if above and not above[0].is_of_line(line):
            places.append(_place(above))
            above = []
        above.append(line)
    return (*places, _place(above)) if above else ()


def _place(parts: Sequence[Line]) -> Place:
    """The place of parts of one line."""
    first = parts[0]
    return first.place if len(parts) == 1 else first.place_of(box_of([word for part in parts for word in part.words]))


def _parts(lines: Sequence[Line]) -> list[str]:
    """The text of each as it goes on into the next."""
    return [*map(_going_on, lines, lines[1:]), lines[-1].text] if lines else []


@lru_cache(maxsize=4_096)  # two lines that follow each other are read together many times
def _going_on(line: Line, after: Line) -> str:
    """The line's text as it goes on into the next: without its hyphen, with a blank, or glued to it."""
    word, next_word = line.words[-1], after.words[0]
    if line.is_of_line(after):
        return line.text + same_line_glue(word, next_word)
    drops, glue = line_end_glue(word.text, next_word.text)
    return (line.text[:-1] if drops else line.text) + glue


def join(passages: Sequence[Passage]) -> Passage:
    """Passages one after another, a blank between them."""
    text, printed, starts = "", [], []  # type: str, list[Printed], list[int]
    for piece in passages:
        text += " " if text and piece.text else ""
        starts += [start + len(text) for start in piece.starts]
        printed += piece.printed
        text += piece.text
    return Passage(text, Run(text, tuple(printed), tuple(starts)))


def gone_on(before: Passage, after: Passage) -> Passage:
    """The passage and the one that it goes on in, on a line below: "Cia Berg-" and "Lund (M)" are "Cia Berg-Lund (M)"."""
    drops, glue = line_end_glue(before.text[-30:].rpartition(" ")[2], after.text[:30].partition(" ")[0])
    text = (before.text[:-1] if drops else before.text) + glue
    starts = (*before.starts, *(start + len(text) for start in after.starts))
    whole = Run(text + after.text, (*before.printed, *after.printed), starts)
    return Passage(whole.text, whole)


def _places(printed: tuple[Printed, ...]) -> Iterator[Place]:
    """A place for each printed line. Most lines stand whole, and know theirs."""
    start = 0
    while start < len(printed):
        line = printed[start].within
        whole = start + len(line.words)
        is_whole = printed[start:whole] == line.run.printed
        end = whole if is_whole else start + 1
        while end < len(printed) and printed[end].within.is_of_line(line):
            end += 1
        if is_whole and end == whole:
            yield line.place
        else:
            yield line.place_of(box_of([one.word for one in printed[start:end]]))
        start = end


_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:m\.fl|m\. ?fl|bl\.a|t\.ex|s\.k|fr\.o\.m|t\.o\.m|f\.d|m\.m|e\.d|dvs|nr|st|kl|resp|osv|etc|ca|dnr|tel|kap|[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"[.!?][”\"’')]? (?=[A-ZÅÄÖÉ”\"“(§•](?!(?:[A-ZÅÄÖ]{1,2}|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ])\))|\d{1,2}\. [A-ZÅÄÖ]|[123]:[ea] vice ordf)"
)
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
