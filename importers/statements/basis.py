"""What a decision rests on: the entries of Beslutsunderlag or Handlingar."""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Basis
from importers.patterns.basis import ATTACHMENT, BASIS_KINDS
from importers.patterns.dates import first_date
from importers.patterns.numbers import CITED_ITEM
from importers.patterns.organs import CITED_BODY, cited_organ
from importers.text.blocks import Block


def read_basis(blocks: Sequence[Block]) -> tuple[Basis, ...]:
    """One value for each entry: "Bilaga 2, Protokollsutdrag från socialnämndens sammanträde den 23 oktober 2024"."""
    return tuple(_basis(block) for block in blocks if block.body.text)


def _basis(block: Block) -> Basis:
    text = block.body.text
    attachment = ATTACHMENT.match(text)
    what = text[attachment.end() :] if attachment else text
    item = CITED_ITEM.search(what)
    return Basis(
        text=text,
        source=block.whole.source(),
        kind=kind_of(what),
        body=_body(what),
        date=first_date(what),
        item_number=item["number"] if item else None,
        attachment=int(attachment["number"]) if attachment and attachment["number"] else None,
    )


def kind_of(text: str) -> str | None:
    """What sort of paper the entry is: "tjansteskrivelse", "motion", "protokollsutdrag", "förslag", …"""
    found = [(match.start(), kind) for kind, pattern in BASIS_KINDS if (match := pattern.search(text))]
    return min(found)[1] if found else None


def _body(text: str) -> str | None:
    """The body whose paper it is, which is never one that a motion is only about."""
    if kind_of(text) in ("motion", "medborgarforslag", "interpellation"):
        return None
    match = CITED_BODY.search(text)
    return cited_organ(match["organ"]) if match else None
