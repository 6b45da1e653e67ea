"""Minutes verified more than fourteen days after the meeting (KL 5:69)."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.deadlines import last_day_to_verify
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    document = page.document
    if document is None or document.date is None or document.verified is None:
        return
    last = last_day_to_verify(document.date)
    if document.verified > last:
        days = (document.verified - document.date).days
        params = {"meeting": document.date.isoformat(), "verified": document.verified.isoformat(), "days": days}
        yield Found(params, page.at(page.id, "verification"))


RULE = Rule("justering_late", Severity.LAW, "KL 5:69", of_entity=find)
