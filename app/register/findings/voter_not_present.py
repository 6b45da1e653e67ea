"""Somebody voted whom the minutes' own list of those present does not know."""

from __future__ import annotations

from collections.abc import Iterable

from app.ids import fold
from app.register import values
from app.register.rules import Found, Page, Rule, printed
from app.register.severity import Severity

_LEAST = 5  # a list with fewer names was not read whole


def find(page: Page) -> Iterable[Found]:
    there = present(page)
    ballots = [b for b in page.all(values.Ballot) if b.choice in {"yes", "no", "abstain"}]
    if page.item is None or len(there) < _LEAST or not ballots:
        return
    strange = {name.id: (name, b) for b in ballots if fold((name := page.name(b.name_id)).name) not in there}
    # a list that misses many is another list, or was not read whole
    if strange and len(strange) * 10 <= len(ballots):
        params = {"people": [printed(name) for name, _ in strange.values()]}
        yield Found(params, [s for _, ballot in strange.values() for s in page.at(ballot.id)])


def present(page: Page) -> set[str]:
    """The folded names of all whom the minutes' attendance names, in whatever part."""
    attendance = page.lead.document.attendance
    if attendance is None:
        return set()
    listed = [p.person for p in (*attendance.members, *attendance.substitutes)]
    return {fold(p.name) for p in (*listed, *attendance.others, attendance.chair) if p}


RULE = Rule("voter_not_present", Severity.NOTE, of_entity=find)
