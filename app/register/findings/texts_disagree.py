"""Two texts under one head: the same § or document stands otherwise in another file."""

from __future__ import annotations

from collections.abc import Iterable

from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    document = page.document
    # papers without a day or a title look alike, and may well be several
    alike = document is not None and (document.date is None or not document.title)
    if page.entity.contested and not alike:
        yield Found({}, page.at(page.id)[:1])


RULE = Rule("texts_disagree", Severity.ERROR, of_entity=find)
