"""What on a page may have to be masked, proposed with its place: numbers of people, ways to reach them, where they live, and words
of secrecy. Whoever reads the page decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from app.register.masking import tokens_of
from importers.bundle import Box
from importers.patterns.identity import identity_spans

# `06-12-05` and `07-01-2008` are days, `08-12-34 56` is none
_DAY = r"0\d-\d\d-(?:(?:19|20)\d\d|\d\d)(?![\d-]| \d)"
_PHONE = re.compile(
    rf"(?<![\w-])(?<!\d[.:])(?!{_DAY})(?:\+46 ?(?:\(0\))?|0)\d{{1,3}}(?:[ –-]{{1,3}}\d{{2,8}}){{1,4}}(?![\w-])"
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_ADDRESS = re.compile(
    r"\b[A-ZÅÄÖÉ]\w{0,30}(?: [a-zåäö]\w{1,20})?(?:vägen|gatan|gränd|gränden|stigen|torget|allén|backen|väg|gata|stig) \d{1,3}(?: ?[A-H]\b)?"
)
_SECRECY = re.compile(
    r"\b(?:(?i:sekretess\w{0,20}|skyddad\w{0,2} (?:identitet|personuppgift\w{0,4})|kvarskrivning|socialtjänstlagen)|LVU|LVM|LSS|SoL)\b"
)
_FAR = 1.5  # of a line's height
Words = Sequence[tuple[str, Box]]


class Finding(StrEnum):
    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    SECRECY = "secrecy"


NUMBERS = frozenset({Finding.PERSONNUMMER, Finding.SAMORDNINGSNUMMER})


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may have to be masked, and where they stand: a box for each line of them."""

    kind: Finding
    text: str
    boxes: tuple[Box, ...]


def personal_on(words: Words) -> list[Found]:
    """What is found on a page, in its order; `words` are the page's."""
    text = " ".join(word for word, _box in words)
    starts = [0, *accumulate(len(word) + 1 for word, _box in words)]
    found = []
    for (start, end), kind in sorted(_spans(text)):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        boxes = boxes_of([box for _word, box in words[first : last + 1]])
        found.append(Found(kind, text[start:end], boxes))
    return found


def _spans(text: str) -> Iterator[tuple[tuple[int, int], Finding]]:
    for span, digits in identity_spans(text):
        yield span, Finding.SAMORDNINGSNUMMER if int(digits[4:6]) > 60 else Finding.PERSONNUMMER
    for kind, pattern in (
        (Finding.PHONE, _PHONE),
        (Finding.EMAIL, _EMAIL),
        (Finding.ADDRESS, _ADDRESS),
        (Finding.SECRECY, _SECRECY),
    ):
        for match in pattern.finditer(text):
            yield match.span(), kind


def places_of(typed: str, words: Words) -> list[tuple[Box, ...]]:
    """Where typed words stand on a page, however they are spaced and whatever is set after them: the boxes of each time."""
    wanted = tokens_of(typed)
    held = [(token, n) for n, (word, _box) in enumerate(words) for token in tokens_of(word)]
    places = []
    for at in range(len(held) - len(wanted) + 1 if wanted else 0):
        if all(held[at + n][0] == token for n, token in enumerate(wanted)):
            first, last = held[at][1], held[at + len(wanted) - 1][1]
            places.append(boxes_of([box for _word, box in words[first : last + 1]]))
    return places


def lines_of(words: Words) -> list[tuple[str, Box]]:
    """The words that stand on one line, as the page has them, and the line's box."""
    lines: list[tuple[list[str], list[Box]]] = []
    for text, box in words:
        if lines and len(boxes_of([*lines[-1][1], box])) == 1:
            lines[-1][0].append(text)
            lines[-1][1].append(box)
        else:
            lines.append(([text], [box]))
    return [(" ".join(texts), boxes_of(boxes)[0]) for texts, boxes in lines]


def boxes_of(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The boxes of words that follow one another, those on one line as one."""
    lines: list[Box] = []
    for box in boxes:
        if lines and abs(box[1] - lines[-1][1]) < _FAR * (box[3] - box[1]) / 3 and box[0] >= lines[-1][0]:
            x0, top, x1, bottom = lines[-1]
            lines[-1] = (x0, min(top, box[1]), max(x1, box[2]), max(bottom, box[3]))
        else:
            lines.append(box)
    return tuple(lines)
