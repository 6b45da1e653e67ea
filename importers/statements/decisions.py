"""Decisions: a lead ("Kommunstyrelsen föreslår kommunfullmäktige besluta") and its clauses ("1. att besvara …")."""

from __future__ import annotations

from collections.abc import Sequence

from importers.blocks import Block
from importers.bundle import Clause, Decision, Mode
from importers.passage import join
from importers.patterns.decisions import BODY_SPEAKS, LEAD_END, LEAD_START, PROPOSED_TO
from importers.patterns.organs import cited_organ
from importers.statements.outcomes import outcome_of
from importers.statements.verification import items_named


def read_decisions(blocks: Sequence[Block]) -> tuple[Decision, ...]:
    """Each block of decision in the section, in printed order: a body's own, and its proposal to a higher body."""
    groups: list[tuple[list[Block], list[Block]]] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if is_lead(block, following):
            groups.append(([block], []))
        else:
            if not groups:
                groups.append(([], []))
            groups[-1][1].append(block)
    return tuple(_decision(leads, clauses) for leads, clauses in groups if clauses or leads)


def is_lead(block: Block, following: Block | None) -> bool:
    """Whether the block only opens what follows: "Enligt stadsledningskontorets förslag:"."""
    if block.mark is not None or following is None:
        return False
    text = block.whole.text
    if text.endswith(":"):
        return True
    return bool(LEAD_END.search(text)) and (following.mark is not None or bool(LEAD_START.match(text)))


def _decision(leads: Sequence[Block], blocks: Sequence[Block]) -> Decision:
    lead = leads[0].whole if leads else None
    opening = lead or blocks[0].whole
    to, via = _addressees(opening.text)
    speaker = BODY_SPEAKS.match(opening.text)
    whole = join([block.whole for block in (*leads, *blocks)])
    return Decision(
        mode=Mode.PROPOSES if to else Mode.DECIDES,
        source=whole.source(),
        lead=lead.text if lead else None,
        body=speaker["organ"] if speaker else None,
        to=to,
        via=via,
        clauses=tuple(clause_of(block) for block in blocks),
    )


def _addressees(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Whom it is proposed to, and through whom: "föreslår kommunstyrelsen föreslå kommunfullmäktige besluta"."""
    organs = [cited_organ(match["organ"]) for match in PROPOSED_TO.finditer(text)]
    return (organs[-1], tuple(organs[:-1])) if organs else (None, ())


def clause_of(block: Block) -> Clause:
    """One clause with its number, without the mark that stands before it."""
    return Clause(
        text=block.body.text,
        source=block.whole.source(),
        number=block.number,
        outcome=outcome_of(block.body.text),
        about=items_named(block.body.text),
    )
