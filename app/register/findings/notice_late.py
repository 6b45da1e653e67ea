"""The notice of the minutes went up later than the second day after they were verified (KL 8:12)."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.deadlines import last_day_to_post
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    document = page.document
    if document is None or document.verified is None or document.notice_posted is None:
        return
    if document.notice_posted > last_day_to_post(document.verified):
        params = {"verified": document.verified.isoformat(), "posted": document.notice_posted.isoformat()}
        yield Found(params, page.at(page.id, "notice"))


RULE = Rule("notice_late", Severity.LAW, "KL 8:12", of_entity=find)
