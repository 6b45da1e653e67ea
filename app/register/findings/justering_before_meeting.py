"""Minutes verified before the meeting was held: one of the days is wrong."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    document = page.document
    if document and document.date and document.verified and document.verified < document.date:
        params = {"meeting": document.date.isoformat(), "verified": document.verified.isoformat()}
        yield Found(params, page.at(page.id, "verification"))


RULE = Rule("justering_before_meeting", Severity.ERROR, of_entity=find)
