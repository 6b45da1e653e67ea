"""Signs that Tesseract's Swedish model cannot print.

A paragraph sign: "§ 372" comes out as "8 372", "& 372", "38 372" or "KS8372". The bracket of a page's number: "1(35)" comes
out as "135)" or "1:35)". Lines with such words are read again with the English model, which knows both: what it sees as "§"
or as a page's number is one. On a line that is a heading, at the margin, a paragraph's number alone is enough, unless both
models see the same digit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from PIL import Image

from importers.pdf.hocr import Seen, SeenLine, lines_of
from importers.pdf.tesseract import OTHER, OcrFailed, languages, look

_SIGN_ALONE = re.compile(r"(?:[8&$S53]{1,2}|§{1,2}[8&$S])$")
_SIGN_AND_NUMBER = re.compile(r"[8&$S]{1,2}(?P<number>\d{1,4}[a-z]?[.,:;]?)$")
_BODY_AND_NUMBER = re.compile(r"(?P<body>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,4})[8&$S§](?P<number>\d{1,4})$")  # "Ks81"
_PAGE_OF_PAGES = re.compile(r"[\d:;=/A-Z]{1,7}\)$")  # "135)"
_PARAGRAPH_OF_A_LAW = re.compile(r"\d{1,3}[a-z]?$")  # "5 kap. 23 8 kommunallagen"
_FORMS = (_SIGN_AND_NUMBER, _BODY_AND_NUMBER, _PAGE_OF_PAGES)
_SIGNS = re.compile(r"(?=[8&$S]?§)[8&$S§]{1,2}")  # as the other model sees them: "§", "§§", "8§"
_PAGE = re.compile(r"\d{1,4}\(\d{1,4}\)$")
_NUMBER = re.compile(r"\d{1,4}(?:[–-]\d{1,4}|/(?:\d{2}|\d{4}))?[.,:;]?$")
# "8 372", "& 3 a", "$12", "8 612 Ärendenummer SLK-2024-00417"
_HEADING = re.compile(
    r"(?:[8S] |[&$] ?)\d{1,4}(?: ?[a-z])?(?: (?:Ärendenummer|Ärendenr|Diarienummer|Diarienr|Dnr|[A-Z]{2,6}-\d).*)?$"
)
_NEAR = 1.5  # of the size: how far from the margin a heading may begin
_PADDING = 12  # pixels round a line that is read again


def mend_signs(lines: Sequence[SeenLine], picture: Image.Image) -> tuple[tuple[SeenLine, ...], tuple[str, ...]]:
    """The lines with their paragraph signs, and the headings among those that were mended, as they were seen."""
    doubtful = [line for line in lines if _suspects(line)]
    if not doubtful:
        return tuple(lines), ()
    again = _read_again(doubtful, picture)
    margin = median(line.words[0].x0 for line in lines)
    mended: list[SeenLine] = []
    headings: list[str] = []
    for line in lines:
        heading = abs(line.words[0].x0 - margin) <= _NEAR * line.size and bool(_HEADING.match(_text(line)))
        suspects = _suspects(line)
        words: list[Seen] = []
        for index, word in enumerate(line.words):
            if index in suspects:
                words += _mended(word, again, alone=suspects[index], expected=heading and index == 0)
            else:
                words.append(word)
        if heading and words[0] != line.words[0]:
            headings.append(_text(line))
        mended.append(replace(line, words=tuple(words)))
    return tuple(mended), tuple(headings)


def _text(line: SeenLine) -> str:
    return " ".join(word.text for word in line.words)


def _suspects(line: SeenLine) -> dict[int, bool]:
    """Which words may hold a sign that is misprinted, and whether the sign alone: a number stands beside it."""
    texts = ["", *(word.text for word in line.words), ""]
    alone = {
        index: bool(_SIGN_ALONE.match(text) and (_NUMBER.match(after) or _PARAGRAPH_OF_A_LAW.match(before)))
        for index, (before, text, after) in enumerate(zip(texts, texts[1:], texts[2:], strict=False))
    }
    return {
        index: is_alone
        for index, is_alone in alone.items()
        if is_alone or any(form.match(line.words[index].text) for form in _FORMS)
    }


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


def _mended(word: Seen, again: Sequence[Seen], *, alone: bool, expected: bool) -> tuple[Seen, ...]:
    """The word with its sign, where the other model sees one, or where one is `expected` and it sees no digit."""
    others = [one for one in again if _same_place(one, word)]
    seen = "".join(one.text for one in sorted(others, key=lambda one: one.x0))
    if _PAGE_OF_PAGES.match(word.text):
        return (word._replace(text=seen),) if _PAGE.match(seen) else (word,)
    if glued := _BODY_AND_NUMBER.match(word.text):
        body, number = word.parted(len(glued["body"]))
        return (body, number._replace(text="§" + glued["number"])) if seen.endswith("§" + glued["number"]) else (word,)
    signs = len(found[0]) if (found := _SIGNS.match(seen)) else 0
    if not signs and (word.text.startswith("§") or (expected and seen[:1] != word.text[0])):
        signs = max(word.text.count("§"), 1)
    if not signs:
        return (word,)
    together = None if alone else _SIGN_AND_NUMBER.match(word.text)
    return (word._replace(text="§" * signs + (together["number"] if together else "")),)


def _same_place(one: Seen, other: Seen) -> bool:
    """Whether `one` stands on `other`'s line and begins within it."""
    reach = (other.bottom - other.top) / 3
    return other.x0 - reach <= one.x0 < other.x1 and one.top < other.bottom and other.top < one.bottom
