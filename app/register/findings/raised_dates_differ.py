"""Documents of one matter tell different days for when its only motion was raised."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.raising import raisings
from app.register.rules import Found, Rule, View
from app.register.severity import Severity
from importers.bundle import DocumentKind


def find(matter: View) -> Iterable[Found]:
    raised = raisings(matter)
    days = sorted({r.date for r in raised})
    if len(days) > 1 and len(matter.documents(DocumentKind.MOTION)) <= 1 and _one_motion(matter):
        yield Found({"dates": [day.isoformat() for day in days]}, [s for r in raised for s in r.at], raised[0].entity)


def _one_motion(matter: View) -> bool:
    """Whether no § of the matter answers several motions, each with a day of its own."""
    return all(len(page.lead.item.answers) <= 1 for page in matter.items if page.lead.item)


RULE = Rule("raised_dates_differ", Severity.ERROR, of_matter=find)
