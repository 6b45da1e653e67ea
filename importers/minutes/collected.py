"""What is said of other §§ behind one: reservations and statements that a town's minutes collect at their end.

Reservationer
Till § 33
Mona Lager (C) reserverar sig mot beslutet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importers.bundle import Role
from importers.minutes.draft import ItemDraft
from importers.patterns.collected import OF_ITEM
from importers.patterns.headings import role_of
from importers.patterns.reservations import NOTES, RESERVING
from importers.text.layout import Line
from importers.text.passage import passage
from importers.text.sections import Stretch, Style

_DISSENT = frozenset({Role.RESERVATION, Role.SARSKILT_YTTRANDE, Role.PROTOKOLLSANTECKNING})
_SIGNED = frozenset({Role.SIGNATURE, Role.JUSTERING})
# What shows that the § itself goes on, and only cites another one.
_OF_ITSELF = frozenset(
    {Role.DECISION, Role.PROPOSAL, Role.YRKANDEN, Role.PROPOSITION, Role.VOTE, Role.BASIS, Role.SENT_TO}
)


def give_back(drafts: Sequence[ItemDraft], style: Style) -> None:
    """Gives each § what stands of it behind the last one, under a line that names it; a § that is not there takes nothing."""
    by_name = {draft.name: draft for draft in drafts}
    for draft in drafts[-1:]:
        starts = [at for at, line in enumerate(draft.lines) if _names_other(line, draft, by_name)]
        end = _end_of(draft.lines, starts[0]) if starts else None
        if end is None:
            continue
        first, common = _heading_over(draft.lines, starts[0], style)
        parts = [draft.lines[at:to] for at, to in pairwise([*(at for at in starts if at < end), end])]
        collected = [one for part in parts if (one := _collected(part, common))]
        if len(collected) < len(parts):
            continue
        for number, stretch in collected:
            by_name[number].collected.append(stretch)
        draft.lines = [*draft.lines[:first], *draft.lines[end:]]


def _collected(lines: Sequence[Line], common: Role | None) -> tuple[str, Stretch] | None:
    """The § that the first line names, and what stands of it; nothing where neither a heading nor the words say that
    somebody reserves themselves or says something of their own."""
    named = OF_ITEM.match(lines[0].text)
    if named is None:
        return None
    role = role_of(named["said"]) if named["said"] else common
    text = passage(lines).text
    if role not in _DISSENT and not (RESERVING.search(text) or NOTES.search(text)):
        return None
    stretch = Stretch(lines[0].text.rstrip(": "), role or Role.PREPARATION, (lines[0],), tuple(lines[1:]))
    return named["number"], stretch


def _end_of(lines: Sequence[Line], start: int) -> int | None:
    """Where the signatures begin, or all ends; none where the § goes on with a section of its own."""
    for at in range(start, len(lines)):
        role = role_of(lines[at].text)
        if role in _OF_ITSELF:
            return None
        if role in _SIGNED:
            return at
    return len(lines)


def _names_other(line: Line, draft: ItemDraft, by_name: dict[str, ItemDraft]) -> bool:
    """Whether the line heads what is said of a §: of another one, or behind such a line of this one too."""
    match = OF_ITEM.match(line.text)
    if match is None or match["number"] not in by_name or line.text[:1].islower():
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
