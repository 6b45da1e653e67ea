"""What is said of other §§ behind one: reservations and statements that a town's minutes collect at their end.

Reservationer
Till § 33
Mona Lager (C) reserverar sig mot beslutet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importers.bundle import Role
from importers.minutes.split import ItemDraft
from importers.patterns.collected import OF_ITEM
from importers.patterns.headings import role_of
from importers.text.layout import Line
from importers.text.sections import Stretch, Style

_DISSENT = frozenset({Role.RESERVATION, Role.SARSKILT_YTTRANDE, Role.PROTOKOLLSANTECKNING})


def give_back(drafts: Sequence[ItemDraft], style: Style) -> None:
    """Gives each § what stands of it behind another, under a line that names it; a § that is not there takes nothing."""
    by_name = {draft.name: draft for draft in drafts}
    for draft in drafts:
        starts = [at for at, line in enumerate(draft.lines) if _names_other(line, draft, by_name, style)]
        if not starts:
            continue
        first, common = _heading_over(draft.lines, starts[0], style)
        for start, end in pairwise([*starts, len(draft.lines)]):
            lines = draft.lines[start:end]
            named = OF_ITEM.match(lines[0].text)
            assert named is not None
            role = role_of(named["said"]) if named["said"] else common
            collected = Stretch(lines[0].text.rstrip(": "), role or Role.PREPARATION, (lines[0],), tuple(lines[1:]))
            by_name[named["number"]].collected.append(collected)
        draft.lines = draft.lines[:first]


def _names_other(line: Line, draft: ItemDraft, by_name: dict[str, ItemDraft], style: Style) -> bool:
    """Whether the line heads what is said of a §: of another one, or behind such a line of this one too."""
    match = OF_ITEM.match(line.text)
    if match is None or match["number"] not in by_name:
        return False
    return match["number"] != draft.name or any(
        (other := OF_ITEM.match(one.text)) and other["number"] != draft.name for one in draft.lines
    )


def _heading_over(lines: Sequence[Line], start: int, style: Style) -> tuple[int, Role | None]:
    """From where on the lines are of other §§, and what a heading over all of them says that they are."""
    first = start
    while first > 0 and style.stands_out(lines[first - 1]):
        first -= 1
    roles = [role for line in lines[first:start] if (role := role_of(line.text)) in _DISSENT]
    return first, roles[0] if len(roles) == 1 else None
