"""Paragraph signs that Tesseract's Swedish model cannot print: "§ 372" comes out as "8 372", "& 372" or "$ 372".

Lines with such words are read again with the English model, which knows the sign: what it sees as "§" is one. On a line
that is a heading, at the margin, the number alone is enough, unless both models see the same digit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from PIL import Image

from importers.pdf.hocr import Seen, SeenLine, lines_of
from importers.pdf.tesseract import OTHER, OcrFailed, languages, look

_SIGN_ALONE = re.compile(r"[8&$S5]{1,2}$")
_SIGN_AND_NUMBER = re.compile(r"[8&$S]{1,2}(?P<number>\d{1,4}[a-z]?[.,:;]?)$")
_NUMBER = re.compile(r"\d{1,4}(?:[–-]\d{1,4})?[.,:;]?$")
# "8 372", "& 3 a", "$12", "8 612 Ärendenummer SLK-2024-00417"
_HEADING = re.compile(
    r"(?:[8S] |[&$] ?)\d{1,4}(?: ?[a-z])?(?: (?:Ärendenummer|Ärendenr|Diarienummer|Diarienr|Dnr|[A-Z]{2,6}-\d).*)?$"
)
_NEAR = 1.5  # of the size: how far from the margin a heading may begin
_PADDING = 12  # pixels round a line that is read again


def mend_signs(lines: Sequence[SeenLine], picture: Image.Image) -> tuple[tuple[SeenLine, ...], tuple[str, ...]]:
    """The lines with their paragraph signs, and the headings among those that were mended, as they were seen."""
    suspects = [line for line in lines if _suspects(line)]
    if not suspects:
        return tuple(lines), ()
    again = _read_again(suspects, picture)
    margin = median(line.words[0].x0 for line in lines)
    mended: list[SeenLine] = []
    headings: list[str] = []
    for line in lines:
        heading = abs(line.words[0].x0 - margin) <= _NEAR * line.size and bool(_HEADING.match(_text(line)))
        words = list(line.words)
        for index in _suspects(line):
            words[index] = _mended(words[index], again, expected=heading and index == 0)
        if heading and words[0] != line.words[0]:
            headings.append(_text(line))
        mended.append(replace(line, words=tuple(words)))
    return tuple(mended), tuple(headings)


def _text(line: SeenLine) -> str:
    return " ".join(word.text for word in line.words)


def _suspects(line: SeenLine) -> list[int]:
    """Which words may be a paragraph sign, or begin with one."""
    following = [*line.words[1:], None]
    return [
        index
        for index, (word, after) in enumerate(zip(line.words, following, strict=True))
        if _SIGN_AND_NUMBER.match(word.text)
        or (_SIGN_ALONE.match(word.text) and after is not None and _NUMBER.match(after.text))
    ]


def _read_again(lines: Sequence[SeenLine], picture: Image.Image) -> tuple[Seen, ...]:
    """These lines' words as the English model sees them; none where there is no such model."""
    if OTHER not in languages():
        return ()
    sheet = Image.new("L", picture.size, 255)
    for line in lines:
        left, top = min(word.x0 for word in line.words), min(word.top for word in line.words)
        right, bottom = max(word.x1 for word in line.words), max(word.bottom for word in line.words)
        corner = (max(left - _PADDING, 0), max(top - _PADDING, 0))
        sheet.paste(picture.crop((*corner, right + _PADDING, bottom + _PADDING)), corner)
    try:
        read = lines_of(look(sheet, OTHER, "--psm", "6", "--dpi", "300", "hocr"))
    except OcrFailed:
        return ()
    return tuple(word for line in read for word in line.words)


def _mended(word: Seen, again: Sequence[Seen], *, expected: bool) -> Seen:
    """The word with its sign, where the other model sees one, or where one is `expected` and it sees no digit."""
    other = next((one for one in again if _same_place(one, word)), None)
    signs = len(other.text) - len(other.text.lstrip("§")) if other else 0
    if not signs and expected and (other is None or other.text[0] != word.text[0]):
        signs = 1
    if not signs:
        return word
    together = _SIGN_AND_NUMBER.match(word.text)
    return word._replace(text="§" * signs + (together["number"] if together else ""))


def _same_place(one: Seen, other: Seen) -> bool:
    reach = (other.bottom - other.top) / 3
    return abs(one.x0 - other.x0) <= reach and one.top < other.bottom and other.top < one.bottom
