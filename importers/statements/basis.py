"""What a decision rests on: the entries of Beslutsunderlag or Handlingar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from importers.bundle import Basis
from importers.patterns.basis import ATTACHMENT, BASIS_KINDS, ENCLOSED
from importers.patterns.dates import first_date
from importers.patterns.item_numbers import CITED_ITEM
from importers.patterns.organs import CITED_BODY, cited_organ
from importers.text.blocks import Block, part_of
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_OPENER = 60  # signs of a line within which an entry says what it is


def read_basis(blocks: Sequence[Block]) -> tuple[Basis, ...]:
    """One value for each entry: "Bilaga 2, Protokollsutdrag från socialnämndens sammanträde den 23 oktober 2024"."""
    return tuple(_basis(body, whole) for block in blocks for body, whole in _entries(block) if body.text)


def enclosed(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines of blocks that are each an annex with its sign and what it is, "Bilaga KS 2015/98/1, missiv", and the rest."""
    papers: list[Block] = []
    rest: list[Block] = []
    for block in blocks:
        at = 0
        while at < len(block.lines) and block.mark is None and ENCLOSED.match(block.lines[at].text):
            at += 1
        papers += [part_of(block, passage([line])) for line in block.lines[:at]]
        if at < len(block.lines):
            rest.append(part_of(block, passage(block.lines[at:])) if at else block)
    return papers, rest


def _entries(block: Block) -> Iterator[tuple[Passage, Passage]]:
    """The block's entries, without and with their marks: a full line that ends one runs on into the next."""
    lines = block.lines
    starts = [0, *(at for at in range(1, len(lines)) if _opens_entry(lines[at - 1], lines[at]))]
    if len(starts) == 1:
        yield block.body, block.whole
        return
    ends = [*starts[1:], len(lines)]
    for start, end in zip(starts, ends, strict=True):
        whole = passage(lines[start:end])
        yield whole.cut(0 if start else len(block.whole.text) - len(block.body.text)), whole


def _opens_entry(above: Line, below: Line) -> bool:
    """Whether a sentence ends above, and what begins below is a paper: "Yrkande från M den 7 januari 2025."."""
    opener = below.text[:_OPENER]
    return (
        above.text.endswith(".") and opener[:1].isupper() and (bool(ATTACHMENT.match(opener)) or bool(kind_of(opener)))
    )


def _basis(body: Passage, whole: Passage) -> Basis:
    text = body.text
    attachment = ATTACHMENT.match(text)
    what = text[attachment.end() :] if attachment else text
    item = CITED_ITEM.search(what)
    return Basis(
        text=text,
        source=whole.source(),
        kind=kind_of(what),
        body=_body(what),
        date=first_date(what),
        item_number=item["number"] if item else None,
        attachment=int(attachment["number"]) if attachment and attachment["number"] else None,
    )


@lru_cache(maxsize=512)  # whoever asks whose paper it is, too
def kind_of(text: str) -> str | None:
    """What sort of paper the entry is: "tjansteskrivelse", "motion", "protokollsutdrag", "förslag", …"""
    matches = [(match.start(), kind) for kind, pattern in BASIS_KINDS if (match := pattern.search(text))]
    return min(matches)[1] if matches else None


def _body(text: str) -> str | None:
    """The body whose paper it is, which is never one that a motion is only about."""
    if kind_of(text) in ("motion", "medborgarforslag", "interpellation"):
        return None
    match = CITED_BODY.search(text)
    return cited_organ(match["organ"]) if match else None
