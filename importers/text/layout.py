"""Words to printed lines and the cells of a line.

Works in the frame in which the text stands upright; places that are handed on are those of the page as shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise, repeat
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar, overload

from importers.bundle import Box, Place
from importers.patterns.marks import GLUED_RULE
from importers.pdf.page import Page, Word, as_shown, upright
from importers.text.cleaning import same_line_glue

_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
# A word that has neither such a hyphen nor anything before its first letter: nearly all are.
_IS_PLAIN = re.compile("[^\\W_][^\u2010\u2011]*").fullmatch
_SAME_LINE = 0.4  # of the size: how far baselines of one line may lie apart
_CELL_GAP = 1.8  # of the size: a wider gap parts two cells of a line


@dataclass(frozen=True, slots=True)
class Frame:
    """The page a line stands on: its number, and what turns an upright box back to the page as shown."""

    page: int
    turn: int
    width: float
    height: float

    @property
    def upright_height(self) -> float:
        return self.width if self.turn % 2 else self.height

    def shown(self, box: Box) -> Box:
        return box if self.turn == 0 else as_shown(box, self.turn, self.width, self.height)


_Value = TypeVar("_Value")


class lazily(Generic[_Value]):  # noqa: N801 - written as a decorator
    """What `functools.cached_property` is from Python 3.12 on: worked out when first asked for, without a lock.

    There are tens of lines on a page, and half a dozen such values of each.
    """

    def __init__(self, work_out: Callable[[Any], _Value]) -> None:
        self._work_out, self._name = work_out, work_out.__name__

    @overload
    def __get__(self, line: None, kind: type) -> lazily[_Value]: ...
    @overload
    def __get__(self, line: object, kind: type) -> _Value: ...
    def __get__(self, line: object | None, kind: type) -> lazily[_Value] | _Value:
        if line is None:
            return self
        value = line.__dict__[self._name] = self._work_out(line)
        return value


class Printed(NamedTuple):
    """A word where it stands: in a line, or in what was cut out of one."""

    word: Word
    within: Line

    @property
    def frame(self) -> Frame:
        return self.within.frame

    @property
    def line(self) -> int:
        return self.within.number


# What `Printed` makes of a pair, without a call in Python for each word.
_printed: Callable[[tuple[Word, Line]], Printed] = partial(tuple.__new__, Printed)


class Run(NamedTuple):
    """Words as running text, the words themselves, and their offsets in the text."""

    text: str
    printed: tuple[Printed, ...]
    starts: tuple[int, ...]


@dataclass(eq=False)
class Line:
    """A printed line, upright. `number` is 1-based on its page, furniture counted. Nothing in it changes: it is not frozen
    only because there are a hundred on a page, and a frozen one takes three times as long to make.
    """

    frame: Frame
    number: int
    words: tuple[Word, ...]

    @lazily
    def page(self) -> int:
        """The number of the page it stands on."""
        return self.frame.page

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.box[2]

    @property
    def top(self) -> float:
        return self.box[1]

    @property
    def bottom(self) -> float:
        return self.box[3]

    @lazily
    def box(self) -> Box:
        """What holds all its words, upright."""
        return box_of(self.words)

    @lazily
    def place(self) -> Place:
        """Where all its words stand on the page as shown."""
        return self.place_of(self.box)

    def place_of(self, box: Box) -> Place:
        """The place of a part of the line; `box` is upright."""
        x0, top, x1, bottom = self.frame.shown(box)
        return Place(self.frame.page, self.number, (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)))

    def is_of_line(self, other: Line) -> bool:
        """Whether both are one printed line, or parts of it."""
        return self is other or (self.number == other.number and self.frame.page == other.frame.page)

    @lazily
    def baseline(self) -> float:
        """That of its first word."""
        return self.words[0].baseline

    @lazily
    def text(self) -> str:
        """The line's words, a blank between them: "Protokollsutdrag 2024-12-11"."""
        return self.run.text

    @lazily
    def run(self) -> Run:
        """The line as running text: most lines are read many times, alone and with others."""
        words = self.words
        parts = [word.text for word in words]
        for index, (before, after) in enumerate(pairwise(words), 1):
            if glue := same_line_glue(before, after):
                parts[index] = glue + parts[index]
        ends = list(accumulate(map(len, parts)))
        starts = [end - len(word.text) for end, word in zip(ends, words, strict=True)]
        return Run("".join(parts), tuple(map(_printed, zip(words, repeat(self)))), tuple(starts))

    @lazily
    def size(self) -> float:
        """The size of most of its letters."""
        if len({word.size for word in self.words}) == 1:
            return self.words[0].size
        sizes = Counter[float]()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0]

    @lazily
    def bold(self) -> bool:
        """Whether every word with a letter in it is bold (of a line without letters: every word)."""
        bold = {word.bold for word in self.words}
        if len(bold) == 1:
            return bold.pop()
        lettered = [word for word in self.words if any(map(str.isalpha, word.text))]
        return all(word.bold for word in lettered or self.words)

    @lazily
    def cells(self) -> tuple[Line, ...]:
        """The line cut where its gaps are too wide for blanks: "Kommunstyrelsen" and "Datum:"."""
        cuts = [
            index
            for index, (before, after) in enumerate(pairwise(self.words), 1)
            if (gap := after.x0 - before.x1) > _CELL_GAP * before.size and gap > _CELL_GAP * after.size
        ]
        if not cuts:
            return (self,)
        return tuple(self.part(self.words[start:end]) for start, end in pairwise([0, *cuts, len(self.words)]))

    def part(self, words: Sequence[Word]) -> Line:
        """The same printed line with some of its words."""
        return Line(self.frame, self.number, tuple(words))


def box_of(words: Sequence[Word]) -> Box:
    """What holds all these words."""
    _, x0s, tops, x1s, bottoms, *_ = zip(*words, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def _plain(word: Word) -> Word:
    """The word with hyphens of another code but the same look as "-": word processors put them in case numbers.

    A rule that is glued to the word goes too: "---Under behandling av ärendet".
    """
    text = word.text.translate(_HYPHENS)
    if glued := GLUED_RULE.match(text):
        text = text[glued.end() :]
    return word if text == word.text else word._replace(text=text)


def lines_of(page: Page) -> tuple[Line, ...]:
    """The page's printed lines from top to bottom, each with its words from left to right."""
    frame = Frame(page.number, page.turn, page.width, page.height)
    rows: list[list[Word]] = []
    for word in sorted(_upright(page), key=attrgetter("baseline")):
        if rows and word.baseline - rows[-1][0].baseline <= _SAME_LINE * max(word.size, 1.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(Line(frame, number, tuple(sorted(row, key=attrgetter("x0")))) for number, row in enumerate(rows, 1))


def _upright(page: Page) -> Iterable[Word]:
    words = [word if word.text.isalnum() or _IS_PLAIN(word.text) else _plain(word) for word in page.words]
    if page.turn == 0:
        return words
    turned = ((word, upright(word.box, page.turn, page.width, page.height)) for word in words)
    return (word._replace(x0=b[0], top=b[1], x1=b[2], bottom=b[3]) for word, b in turned)
