"""Titles whose words the text layer split, mended from where the same title stands whole.

A file that holds one extract alone cannot mend `Svar på mot ion om at t inrät ta …`; the matter's other documents can.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from app.ids import fold
from app.register.parts import Part


def mended(parts: Sequence[Part]) -> list[Part]:
    """The parts, each § title in the spelling with the fewest blanks that the same letters have among them all. What
    was printed is kept as `title_printed`."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for title in (part.item.title if part.item else None, part.document.title):
            if title:
                spellings[fold(title)].add(title)
    return [_mended(part, spellings) for part in parts]


def _mended(part: Part, spellings: dict[str, set[str]]) -> Part:
    item = part.item
    if item is None or not item.title:
        return part
    whole = min(spellings[fold(item.title)], key=lambda title: (title.count(" "), title))
    if whole == item.title:
        return part
    return dataclasses.replace(
        part, item=dataclasses.replace(item, title=whole, title_printed=item.title_printed or item.title)
    )
