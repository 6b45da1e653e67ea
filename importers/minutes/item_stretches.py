"""The stretches of a §, before it is known which of them decide: what stands beneath a title, a list of papers or of
receivers, or without a heading, is parted and told by its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from importers.bundle import Role
from importers.minutes.draft import ItemDraft
from importers.patterns.acts import STATES_AT_START
from importers.patterns.decisions import PLAIN_DECISION
from importers.patterns.yrkanden import SOMEBODY_MOVES
from importers.statements.decision_stretches import speaks_itself
from importers.text.layout import Line
from importers.text.sections import Stretch, Style, is_prose, stretches, with_role


def parted_stretches(draft: ItemDraft, style: Style) -> list[Stretch]:
    """The draft's lines as stretches, in printed order."""
    headed = _with_what_they_head(stretches(draft.lines, style))
    own = _with_lines_beneath(draft.beneath, [part for one in headed for part in _without_statements(one)])
    return [*own, *draft.collected]


def _with_what_they_head(all_stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches; a line in bold that heads nothing is the last entry of the list of receivers that it stands under."""
    merged: list[Stretch] = []
    for stretch in all_stretches:
        bare = stretch.role is Role.OTHER and stretch.heading and not stretch.lines
        if bare and merged and merged[-1].role is Role.SENT_TO:
            merged[-1] = replace(merged[-1], lines=(*merged[-1].lines, *stretch.heading_lines))
        else:
            merged.append(stretch)
    return merged


def _without_statements(stretch: Stretch) -> list[Stretch]:
    """The stretch; of a list of papers or receivers, what is stated beneath it without a heading as one of its own."""
    if stretch.role not in (Role.BASIS, Role.SENT_TO):
        return [stretch]
    opens = [
        at
        for at, (above, line) in enumerate(pairwise([None, *stretch.lines]))
        if line
        and (
            STATES_AT_START.match(line.text) or (PLAIN_DECISION.match(line.text) and above and above.text.endswith("."))
        )
    ]
    if not opens or opens[0] == 0:
        return [stretch]
    role = Role.OTHER if PLAIN_DECISION.match(stretch.lines[opens[0]].text) else Role.PREPARATION
    stated = Stretch(None, role, (), stretch.lines[opens[0] :])
    return [replace(stretch, lines=stretch.lines[: opens[0]]), stated]


def _with_lines_beneath(beneath: Sequence[Line], stretches: list[Stretch]) -> list[Stretch]:
    """The stretches with a sentence beneath the title before them: part of the first, where no heading stands over it."""
    if not beneath:
        return stretches
    if stretches and stretches[0].heading is None:
        return [replace(stretches[0], lines=(*beneath, *stretches[0].lines)), *stretches[1:]]
    return [Stretch(None, Role.OTHER, (), tuple(beneath)), *stretches]


def told_by_its_text(stretch: Stretch, body: str | None) -> Stretch:
    """An unheaded stretch that a body's decision opens is a decision, and "Förslag" that somebody moves are yrkanden; other
    running text presents the matter.
    """
    if stretch.heading is None and stretch.lines and speaks_itself(stretch.lines[0].text, body):
        return with_role(stretch, Role.DECISION)
    if stretch.role is Role.PROPOSAL and stretch.heading == "Förslag" and stretch.lines:
        return replace(stretch, role=Role.YRKANDEN) if SOMEBODY_MOVES.match(stretch.lines[0].text) else stretch
    return with_role(stretch, Role.PRESENTATION) if is_prose(stretch) else stretch
