"""Where Tesseract parts words that are one ("kommun fullmäktige"), or draws their boxes so that they touch ("bilaga4")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.pdf.hocr import Seen, SeenLine

_BLANK = 0.5  # of the size: a wider gap parts words
_NARROW = 0.2  # of the size: the least blank between two words
# "Älnsjö kommun Styrelsen" are two words
_OF_A_BODY = re.compile(
    r"(?:[Kk]ommun|[Rr]egion|[Ll]andstings?) (?:fullmäktige|styrelse)|(?:KOMMUN|REGION|LANDSTINGS?) (?:FULLMÄKTIGE|STYRELSE)"
)


def mend_words(lines: Sequence[SeenLine]) -> tuple[SeenLine, ...]:
    """The lines with bodies' names in one word, and a blank between all others."""
    return tuple(replace(line, words=_apart(_joined(line.words, line.size), line.size)) for line in lines)


def _joined(words: Sequence[Seen], size: float) -> list[Seen]:
    joined: list[Seen] = []
    for word in words:
        before = joined[-1] if joined else None
        if before and word.x0 - before.x1 <= _BLANK * size and _OF_A_BODY.match(f"{before.text} {word.text}"):
            joined[-1] = Seen(
                before.text + word.text,
                before.x0,
                min(before.top, word.top),
                word.x1,
                max(before.bottom, word.bottom),
                min(before.sure, word.sure),
            )
        else:
            joined.append(word)
    return joined


def _apart(words: Sequence[Seen], size: float) -> tuple[Seen, ...]:
    apart: list[Seen] = []
    for word in words:
        start = round(apart[-1].x1 + _NARROW * size) if apart else word.x0
        touches = apart and apart[-1].x0 < word.x0 < start < word.x1
        apart.append(word._replace(x0=start) if touches else word)
    return tuple(apart)
