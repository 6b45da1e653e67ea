"""The motion bears a later day than the one stated for its raising: one of them is wrong."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.raising import raisings
from app.register.rules import Found, Rule, View
from app.register.severity import Severity
from importers.bundle import DocumentKind


def find(matter: View) -> Iterable[Found]:
    raised = raisings(matter)
    motions = matter.documents(DocumentKind.MOTION)
    if len(motions) != 1 or motions[0].document is None or not raised:
        return
    dated, first = motions[0].document.date, min(r.date for r in raised)
    if dated and dated > first:
        at = [*motions[0].at(motions[0].id, "date"), *(s for r in raised if r.date == first for s in r.at)]
        yield Found({"dated": dated.isoformat(), "raised": first.isoformat()}, at, motions[0].id)


RULE = Rule("raised_before_dated", Severity.ERROR, of_matter=find)
