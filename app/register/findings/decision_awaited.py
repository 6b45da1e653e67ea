"""The council has not decided: what the register holds is proposals, however many bodies have agreed."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.bodies import body_kind
from app.register.rules import Found, Rule, View
from app.register.severity import Severity


def find(matter: View) -> Iterable[Found]:
    for step in matter.steps:
        if step.state == "awaited" and step.body and body_kind(step.body) == "council":
            past = [s for s in matter.steps if s.entity and s.kind in {"item", "motion"}]
            if past and past[-1].entity:
                last = matter.page(past[-1].entity.id)
                yield Found({"body": step.body}, last.at(last.id)[:1], last.id)


RULE = Rule("decision_awaited", Severity.NOTE, of_matter=find)
