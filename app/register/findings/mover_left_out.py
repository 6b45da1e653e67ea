"""Who signed the motion is not named where it is answered: "från Jennie Claesson (L)", though two signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.ids import fold
from app.register.rules import Found, Page, Rule, View, printed
from app.register.severity import Severity
from importers.bundle import DocumentKind

_AND_OTHERS = re.compile(r"med fler|m\.? ?fl\b", re.IGNORECASE)


def find(matter: View) -> Iterable[Found]:
    motions = matter.documents(DocumentKind.MOTION)
    answers = [page for page in matter.items if _names_movers(page)]
    if len(motions) != 1 or not answers:
        return
    motion = motions[0]
    named = {fold(p.name) for page in answers if page.lead.item for a in page.lead.item.answers for p in a.movers}
    signed = motion.people(motion.id, "signed_by")
    left = [person for person in signed if fold(person.name) not in named]
    if left and len(left) < len(signed):
        at = [*motion.at(motion.id, "signed_by"), *(s for page in answers for s in page.at(page.id, "title"))]
        yield Found({"people": [printed(person) for person in left]}, at, motion.id)


def _names_movers(page: Page) -> bool:
    """Whether a § answers one motion and names all whom it says it is from."""
    item = page.lead.item
    if item is None or len(item.answers) != 1 or not item.answers[0].movers:
        return False
    return not any(
        _AND_OTHERS.search(text) for text in (item.title, item.answers[0].title, item.answers[0].source.quote)
    )


RULE = Rule("mover_left_out", Severity.NOTE, of_matter=find)
