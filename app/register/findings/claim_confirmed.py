"""A § or document that was first handed in with a key for another body or municipality, and stands by a choice since."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    if page.lead.is_claim and not page.entity.is_claim:
        yield Found({"filed_for": page.lead.filed_for or page.lead.municipality.name}, page.at(page.id)[:1])


RULE = Rule("claim_confirmed", Severity.NOTE, of_entity=find)
