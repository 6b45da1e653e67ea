"""Rows of dots and ruled lines, as for a signature: Tesseract takes them for letters, and loses names beneath them.

"Sekreterare ............." comes out as "Sekretekaks oo RNE". They are taken out of the picture before it is read, and rows
of dots are set into the lines again as what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from PIL import Image

from importers.pdf.hocr import Seen, SeenLine

_DARK = [255] * 128 + [0] * 128
DOTS = "." * 8  # how a row of them is told
_CELL = 64  # pixels of 300 dpi: how wide a piece of a row is looked at
_CELLS = 4  # of which a row has at least so many
_FINE = 4  # pixels: by how much its ends are found
_LOW = 12  # pixels: higher ink is a letter
_FREE_ABOVE, _FREE_BELOW = 12, 6  # pixels without ink round a row
_COLON = 28  # pixels: as high as the upper dot of a colon, whose lower one may lie in the row
_SOME_INK = 6  # of 255, over the width of a cell
_STEP = 5  # pixels by which a row may climb from cell to cell
_RULED = 0.8  # of a row's pixels: a ruled line has as much ink
_ON_THE_LINE = 0.4  # of the size: how far from the baseline a row of dots may lie


@dataclass(slots=True)
class Leader:
    """A row in pixels, `level` the bottom of its last piece; `ruled` is a line drawn through."""

    x0: int
    top: int
    x1: int
    bottom: int
    level: int
    ruled: bool = False


def find_leaders(picture: Image.Image) -> tuple[Leader, ...]:
    """The rows of dots and ruled lines of a grey picture of 300 dpi that stand clear of letters."""
    ink = picture.point(_DARK)
    cells = ink.reduce((_CELL, 1))
    columns = cells.transpose(Image.Transpose.TRANSPOSE).tobytes()
    height = cells.height
    done: list[Leader] = []
    open_rows: list[Leader] = []
    for index in range(cells.width):
        x0, x1 = index * _CELL, min((index + 1) * _CELL, picture.width)
        following: list[Leader] = []
        for top, bottom in _low_ink(columns[index * height : (index + 1) * height]):
            row = next((one for one in open_rows if abs(one.level - bottom) <= _STEP and one.x1 == x0), None)
            if row is None:
                row = Leader(x0, top, x1, bottom, bottom)
            else:
                row.x1, row.top, row.bottom, row.level = x1, min(row.top, top), max(row.bottom, bottom), bottom
            following.append(row)
        done += [row for row in open_rows if row.x1 <= x0 and row not in following]
        open_rows = following
    rows = [row for row in done + open_rows if row.x1 - row.x0 >= _CELLS * _CELL]
    for row in rows:
        row.ruled = _ink_along(ink, row) >= _RULED
        row.x0 -= _beside(ink, row, range(row.x0 - _FINE, row.x0 - 2 * _CELL, -_FINE))
        row.x1 += _beside(ink, row, range(row.x1, row.x1 + 2 * _CELL, _FINE))
    return tuple(rows)


def _beside(ink: Image.Image, row: Leader, places: range) -> int:
    """How many pixels farther the row may reach: as far as nothing stands above it."""
    free = takewhile(lambda x: not ink.crop((x, row.top - _COLON, x + _FINE, row.top - 2)).getbbox(), places)
    return _FINE * sum(1 for _ in free)


def _low_ink(column: bytes) -> Iterator[tuple[int, int]]:
    """From where to where (past the end) there is low ink with nothing near above or below."""
    runs = list(_runs(column))
    befores = [-_FREE_ABOVE, *(bottom for _, bottom in runs)]
    afters = [*(top for top, _ in runs[1:]), len(column) + _FREE_BELOW]
    for before, (top, bottom), after in zip(befores, runs, afters, strict=False):
        if bottom - top <= _LOW and top - before >= _FREE_ABOVE and after - bottom >= _FREE_BELOW:
            yield top, bottom


def _runs(column: bytes) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for y, share in enumerate(column):
        if share >= _SOME_INK and start is None:
            start = y
        elif share < _SOME_INK and start is not None:
            yield start, y
            start = None
    if start is not None:
        yield start, len(column)


def _ink_along(ink: Image.Image, row: Leader) -> float:
    """How much of its length has ink somewhere in its height."""
    length = (
        ink.crop((row.x0, row.top, row.x1, row.bottom)).resize((row.x1 - row.x0, 1), Image.Resampling.BOX).tobytes()
    )
    return sum(share > 0 for share in length) / len(length)


def without_leaders(picture: Image.Image, leaders: Iterable[Leader]) -> Image.Image:
    """The picture with white in their place."""
    clean = picture.copy()
    for row in leaders:
        clean.paste(255, (row.x0, max(row.top - 2, 0), row.x1, row.bottom + 2))
    return clean


def with_leaders(lines: Sequence[SeenLine], leaders: Iterable[Leader]) -> tuple[SeenLine, ...]:
    """The lines with their rows of dots, each a word of dots between or behind the words of its line."""
    mended = list(lines)
    for row in leaders:
        index = None if row.ruled else next((i for i, line in enumerate(mended) if _lies_on(row, line)), None)
        if index is not None:
            dots = Seen(DOTS, row.x0 + _LOW, row.top, row.x1, row.bottom, 100)
            line = mended[index]
            mended[index] = replace(line, words=tuple(sorted((*line.words, dots), key=lambda word: word.x0)))
    return tuple(mended)


def _lies_on(row: Leader, line: SeenLine) -> bool:
    level = line.level + line.slope * (row.x0 + row.x1) / 2
    return line.words[0].x0 < row.x0 and abs(level - row.bottom) <= _ON_THE_LINE * line.size
