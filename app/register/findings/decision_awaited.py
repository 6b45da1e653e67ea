"""The council has not decided: what the register holds is proposals, however many bodies have agreed, or that it put the
matter off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.register.bodies import body_kind
from app.register.chain import Draft
from app.register.outcomes import PROCEDURAL
from app.register.rules import Found, Rule, View
from app.register.severity import Severity
from importers.bundle import Mode


def find(matter: View) -> Iterable[Found]:
    for step in matter.steps:
        if step.state == "awaited" and step.body and body_kind(step.body) == "council":
            past = [s for s in matter.steps if s.entity and s.kind in {"item", "motion"}]
            if past and past[-1].entity:
                last = matter.page(past[-1].entity.id)
                yield Found({"body": step.body, **_what_is_there(past)}, last.at(last.id)[:1], last.id)


def _what_is_there(past: Sequence[Draft]) -> dict[str, Any]:
    """What the register holds in place of the decision: the § by which the council put it off last, else whether anybody
    proposes something."""
    put_off = [s for s in past if s.outcome in PROCEDURAL and body_kind(s.body or "") == "council"]
    if put_off:
        return {"outcome": put_off[-1].outcome, "number": put_off[-1].item_number}
    return {} if any(s.mode == Mode.PROPOSES for s in past) else {"proposals": False}


RULE = Rule("decision_awaited", Severity.NOTE, of_matter=find)
