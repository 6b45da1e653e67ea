"""Case numbers in a row under one label: "Dnr SN 2023/171-734, SN 2022/203-734", "Dnr KS22/0240 och KS22/0241"."""

from __future__ import annotations

import re

from importers.minutes.beside_number import of_place
from importers.patterns.numbers import CASE_LABEL_THEN, CASE_LINE
from importers.text.passage import Passage

_BETWEEN = re.compile(r"(?:[,;/&]|,? och|,? samt) ")
_MOST = 12


def numbers_in_row(words: Passage) -> list[Passage]:
    """The numbers, where the words are two or more of them and nothing else."""
    label = CASE_LABEL_THEN.match(words.text)
    start = label.end() if label else 0
    ends = [*(match.span() for match in _BETWEEN.finditer(words.text, start)), (len(words.text),) * 2]
    if not 2 <= len(ends) <= _MOST:
        return []
    numbers: list[Passage] = []
    for end, after in ends:
        part = words.cut(start, end)
        number = _number(part, labelled=label is not None)
        if number is None:
            return []
        numbers.append(number)
        start = after
    return numbers


def _number(part: Passage, *, labelled: bool) -> Passage | None:
    if match := CASE_LINE.match(part.text) or of_place(part.text):
        return part.group(match, "number")
    before = "Dnr "
    match = CASE_LINE.match(before + part.text) if labelled else None
    if match is None:
        return None
    return part.cut(match.start("number") - len(before), match.end("number") - len(before))
