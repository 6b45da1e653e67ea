"""The notice was to come down before three weeks had passed, in which the decision can be appealed (KL 8:12)."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.deadlines import APPEAL_DAYS
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    document = page.document
    if document is None or document.notice_posted is None or document.notice_until is None:
        return
    days = (document.notice_until - document.notice_posted).days
    if 0 <= days < APPEAL_DAYS:
        params = {
            "posted": document.notice_posted.isoformat(),
            "until": document.notice_until.isoformat(),
            "days": days,
        }
        yield Found(params, page.at(page.id, "notice"))


RULE = Rule("notice_taken_down_early", Severity.LAW, "KL 8:12", of_entity=find)
