"""What a document of the example is made of: blocks of text, and the three kinds of paper they stand on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """`Beslutsunderlag`"""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """`1. att anse motionen besvarad.`"""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bulleted:
    """`• Tjänsteskrivelse den 6 oktober 2025`"""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with neither numbers nor bullets: one entry a line."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """Room for a signature above each entry's lines: a name, and a title where there is one."""

    entries: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Numbered | Bulleted | Listed | Signed


@dataclass(frozen=True, slots=True)
class Extract:
    """A protokollsutdrag: one § of a body's minutes. `stamp` is what the registry stamped on it when it came in."""

    body: str
    date: dt.date
    number: str
    title: str
    case_number: str
    blocks: tuple[Block, ...]
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A tjänsteskrivelse: an official's report with a förslag till beslut."""

    office: str
    addressed_to: str
    date: dt.date
    case_number: str
    case_officer: str
    address: tuple[str, ...]
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Motion:
    addressed_to: str
    date: dt.date
    title: str
    blocks: tuple[Block, ...]


Paper = Extract | Report | Motion


def front(paper: Paper) -> list[str]:
    """What the head of the paper says, beside its title."""
    if isinstance(paper, Extract):
        head = [paper.body, f"§ {paper.number}", paper.case_number, paper.date.isoformat()]
        return [*head, paper.stamp] if paper.stamp else head
    if isinstance(paper, Report):
        return [paper.office, paper.addressed_to, paper.case_number, paper.case_officer, *paper.address]
    return [paper.addressed_to, paper.date.isoformat()]


def texts(paper: Paper) -> list[str]:
    """The title and every paragraph, heading and entry, in printed order."""
    return [paper.title, *(text for block in paper.blocks for text in _texts(block))]


def _texts(block: Block) -> tuple[str, ...]:
    if isinstance(block, Heading | Paragraph):
        return (block.text,)
    if isinstance(block, Signed):
        return tuple(line for entry in block.entries for line in entry)
    return block.entries
