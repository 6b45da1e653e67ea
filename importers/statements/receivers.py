"""Expediering: to whom a § is sent.

Protokollsutdrag skickas till
Avdelning anläggning Kommunstyrelsen
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from importers.patterns.marks import LEFT_OPEN
from importers.patterns.organs import BODY_AFTER_ANOTHER
from importers.patterns.people import AND_OTHERS, NAME_ALONE, NO_PERSON
from importers.patterns.receivers import (
    ADDRESSES,
    COMPANY_ENDS,
    ENCLOSES,
    FORENAME_LEFT,
    LAST_JOINED,
    LIST_ENDS,
    NAME_LEFT_OPEN,
    PAIR_JOINED,
    RECEIVERS_PART,
    RUNNING_SENTENCE,
    SMALL_RECEIVER,
    SUBJECT_LIST,
    SURNAME_ALONE,
    WHOLE_RECEIVER,
)
from importers.text.blocks import Block
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage


def read_receivers(blocks: Sequence[Block], edge: float = 0.0) -> tuple[Passage, ...]:
    """Each receiver as printed: one of a comma list, an address, a cell of a row of several; `edge` is where full lines end.

    The list ends before a pause, a running sentence, or the page of a signature service. Where lines have run together,
    a body named after another receiver is one of its own.
    """
    entries: list[Passage] = []
    for entry in (entry for block in blocks for entry in _cells(block, edge)):
        if ENCLOSES.match(entry.text):
            continue
        if LIST_ENDS.match(entry.text) or RUNNING_SENTENCE.match(entry.text):
            break
        if entries and FORENAME_LEFT.search(entries[-1].text) and SURNAME_ALONE.match(entry.text):
            entries[-1] = join([entries[-1], entry])
        else:
            entries.append(entry)
    return tuple(piece for entry in entries for piece in _parted(entry) if piece.text)


def _cells(block: Block, edge: float) -> Iterator[Passage]:
    """The block's text; where its lines are rows of several receivers, or one each in small letters, each of them."""
    rows = [line.cells for line in block.lines]
    if block.mark is None and any(len(row) > 1 for row in rows):
        cells = [cell for row in rows for cell in row]
        if all(cell.text[0].isupper() for cell in cells):
            yield from (passage([cell]) for cell in cells)
            return
    cuts = (
        []
        if block.mark
        else [at for at in range(1, len(rows)) if _is_of_its_own(block.lines[at - 1], block.lines[at], edge)]
    )
    if not cuts:
        yield block.body
        return
    for start, end in pairwise([0, *cuts, len(rows)]):
        yield passage(block.lines[start:end])


def _is_of_its_own(above: Line, below: Line, edge: float) -> bool:
    """Whether a receiver in small letters begins on the lower line, though its first word would have fitted above, or a
    body beneath a company."""
    if COMPANY_ENDS.search(above.text) and WHOLE_RECEIVER.match(below.text):
        return True
    first = below.words[0]
    room = edge - above.x1 > first.x1 - first.x0 + first.size
    opened = LEFT_OPEN.search(above.text) or NAME_LEFT_OPEN.search(above.text)
    return room and SMALL_RECEIVER.match(below.text) is not None and not opened


def _parted(entry: Passage) -> Iterator[Passage]:
    if ADDRESSES.match(entry.text):
        yield from (_bare(entry.cut(*word.span())) for word in re.finditer(r"\S+", entry.text))
        return
    cuts = [match.span() for match in RECEIVERS_PART.finditer(entry.text)]
    if SUBJECT_LIST.match(entry.text) or _person_and_unit(entry.text, cuts):
        yield entry
        return
    last = LAST_JOINED.search(entry.text, cuts[-1][1]) if cuts else PAIR_JOINED.search(entry.text)
    if last and (cuts or last["last"][0].isupper()):
        cuts.append((last.start(), last.start("last")))
    starts = (0, *(end for _, end in cuts))
    end = len(entry.text)
    if cuts and not AND_OTHERS.search(entry.text[cuts[-1][1] :]):
        end = len(entry.text.rstrip("."))  # of the list, and of nobody's name
    stops = (*(start for start, _ in cuts), end)
    for start, stop in zip(starts, stops, strict=True):
        yield from _bodies(entry.cut(start, stop))


def _person_and_unit(text: str, cuts: Sequence[tuple[int, int]]) -> bool:
    """Whether the text is one person and where that person works: "Anna Ek, kommunledningskontoret"."""
    if len(cuts) != 1 or not text[cuts[0][1]].islower():
        return False
    name = text[: cuts[0][0]]
    return bool(NAME_ALONE.match(name)) and not NO_PERSON.search(name)


def _bare(address: Passage) -> Passage:
    return address.cut(0, len(address.text.rstrip(",;.")))


def _bodies(entry: Passage) -> Iterator[Passage]:
    start = 0
    for match in BODY_AFTER_ANOTHER.finditer(entry.text):
        yield entry.cut(start, match.start("organ"))
        start = match.start("organ")
    yield entry.cut(start)
