"""Minutes whose day cannot be read: their §§ are in no meeting, and so not in the register, until a person types it in."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.keys import is_minutes
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    document = page.lead.document
    if page.document and is_minutes(document) and document.date is None and page.lead.items:
        yield Found({"number": page.lead.items[0], "document": page.id}, page.at(page.id)[:1])


RULE = Rule("meeting_without_day", Severity.ERROR, of_entity=find)
