"""What Tesseract's Swedish model is known to misread, set right where the picture or the place says so.

It never prints "§": "§ 372" comes out as "8 372", "& 372" or "$ 372". Such lines are read again with the English model,
which knows the sign; on a line that is a heading the number alone is enough. Bullets come out as "e" or "*", rules and
specks as "|" or "—".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import Image

from importers.pdf.hocr import Seen, SeenLine, lines_of
from importers.pdf.tesseract import OTHER, OcrFailed, languages, look

_SIGN_ALONE = re.compile(r"[8&$S5]{1,2}$")
_SIGN_AND_NUMBER = re.compile(r"(?P<sign>[8&$S]{1,2})(?P<number>\d{1,4}[a-z]?[.,:;]?)$")
_NUMBER = re.compile(r"\d{1,4}(?:[–-]\d{1,4})?[.,:;]?$")
_HEADING = re.compile(
    r"[8&$S] ?\d{1,4}(?: ?[a-z])?(?: (?:Ärendenummer|Ärendenr|Diarienummer|Diarienr|Dnr|[A-Z]{2,6}-\d).*)?$"
)
_BULLETS = frozenset("eo*«»°¢®©¤+•·.,")
_ROUND = (0.18, 0.55)  # of the size: how wide and high a bullet is
_MUTE = frozenset(["|", "_", "~", ":", ";", ".", ",", "'", "`", "´", "¦", "‘", "’"])
_DASHES = frozenset("-–—")
_TINY = 0.15  # of the size: a dot of dust
_WIDE = 0.8  # of the size: a gap wider than a blank
_PADDING = 12  # pixels round a line that is read again


def mend(lines: Sequence[SeenLine], picture: Image.Image) -> tuple[tuple[SeenLine, ...], tuple[str, ...]]:
    """The lines without dust, with their bullets and paragraph signs; and the headings that were mended, as read."""
    clean = [_without(_is_mute, _with_bullet(_without(_is_dust, line))) for line in lines]
    clean = [line for line in clean if line.words]
    suspects = [line for line in clean if _suspects(line)]
    again = _read_again(suspects, picture)
    mended: list[SeenLine] = []
    headings: list[str] = []
    for line in clean:
        whole = " ".join(word.text for word in line.words)
        words = _with_signs(line, again)
        if words != line.words and _HEADING.match(whole):
            headings.append(whole)
        mended.append(replace(line, words=words))
    return tuple(mended), tuple(headings)


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


def _suspects(line: SeenLine) -> list[int]:
    """Which words may be a paragraph sign, or begin with one."""
    following = [*line.words[1:], None]
    return [
        index
        for index, (word, after) in enumerate(zip(line.words, following, strict=True))
        if _SIGN_AND_NUMBER.match(word.text)
        or (_SIGN_ALONE.match(word.text) and after is not None and _NUMBER.match(after.text))
    ]


def _read_again(lines: Sequence[SeenLine], picture: Image.Image) -> tuple[Seen, ...] | None:
    """Words of these lines that the English model begins with "§"; `None` where there is no such model."""
    if not lines or OTHER not in languages():
        return None if lines else ()
    sheet = Image.new("L", picture.size, 255)
    for line in lines:
        box = (
            max(min(word.x0 for word in line.words) - _PADDING, 0),
            max(min(word.top for word in line.words) - _PADDING, 0),
            min(max(word.x1 for word in line.words) + _PADDING, picture.width),
            min(max(word.bottom for word in line.words) + _PADDING, picture.height),
        )
        sheet.paste(picture.crop(box), box[:2])
    try:
        read = lines_of(look(sheet, OTHER, "--psm", "6", "--dpi", "300", "hocr"))
    except OcrFailed:
        return None
    return tuple(word for line in read for word in line.words if word.text.startswith("§"))


def _with_signs(line: SeenLine, again: Sequence[Seen] | None) -> tuple[Seen, ...]:
    words = list(line.words)
    heading = bool(_HEADING.match(" ".join(word.text for word in words)))
    for index in _suspects(line):
        word = words[index]
        signs = next((len(one.text) - len(one.text.lstrip("§")) for one in again or () if _same_place(one, word)), 0)
        if not signs and heading and index == 0:
            signs = 1
        if signs:
            together = _SIGN_AND_NUMBER.match(word.text)
            number = together["number"] if together else ""
            words[index] = word._replace(text="§" * signs + number)
    return tuple(words)


def _same_place(one: Seen, other: Seen) -> bool:
    reach = (other.bottom - other.top) / 3
    return abs(one.x0 - other.x0) <= reach and one.top < other.bottom and other.top < one.bottom


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
