"""The day printed on the motion is not the day when it was raised in the council, from which the year is counted."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.raising import raisings
from app.register.rules import Found, Rule, View
from app.register.severity import Severity
from importers.bundle import DocumentKind


def find(matter: View) -> Iterable[Found]:
    raised = raisings(matter)
    motions = [page for page in matter.documents(DocumentKind.MOTION) if page.lead.document.date]
    if len(motions) != 1 or len({r.date for r in raised}) != 1:
        return
    motion = motions[0]
    dated = motion.document.date if motion.document else None
    if dated and dated < raised[0].date:
        params = {"dated": dated.isoformat(), "raised": raised[0].date.isoformat()}
        at = [*motion.at(motion.id, "date"), *(s for r in raised for s in r.at)]
        yield Found(params, at, motion.id)


RULE = Rule("motion_raised_later", Severity.NOTE, of_matter=find)
