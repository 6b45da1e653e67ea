"""A § or document of another body or municipality than the key that handed it in is for: it settles nothing."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    if page.entity.is_claim:
        yield Found({"filed_for": page.lead.filed_for or page.lead.municipality.name}, page.at(page.id)[:1])


RULE = Rule("claimed_by_key", Severity.ERROR, of_entity=find)
