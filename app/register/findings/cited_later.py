"""A § or document rests on a paper that bears a later day than its own: one of the days is wrong."""

from __future__ import annotations

from collections.abc import Iterable

from app.register import values
from app.register.chain import STATIONS
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    day = page.lead.document.date
    for reference in page.all(values.Reference):
        if day and reference.role == "basis" and reference.kind in STATIONS and reference.date and reference.date > day:
            params = {"text": reference.text, "date": reference.date.isoformat(), "day": day.isoformat()}
            yield Found(params, page.at(reference.id))


RULE = Rule("cited_later", Severity.ERROR, of_entity=find)
