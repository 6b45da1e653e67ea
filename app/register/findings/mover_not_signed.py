"""Minutes name somebody as the motion's mover who has not signed it."""

from __future__ import annotations

from collections.abc import Iterable

from app.ids import fold
from app.register.named import with_party
from app.register.rules import Found, Page, Rule, View
from app.register.severity import Severity
from importers.bundle import DocumentKind


def find(matter: View) -> Iterable[Found]:
    motions = matter.documents(DocumentKind.MOTION)
    signed = {fold(p.name) for m in motions for p in m.people(m.id, "signed_by")}
    if len(motions) != 1 or not signed:
        return
    for page in matter.items:
        answers = page.lead.item.answers if page.lead.item else ()
        movers = answers[0].movers if len(answers) == 1 else ()
        # a title that shares nobody with the motion may be another's
        if not any(fold(p.name) in signed for p in movers):
            continue
        unsigned = [p for p in movers if fold(p.name) not in signed]
        # whose name stands in the motion itself may have signed it where the reader could not read who did
        if any(_in_text(p.name, motions[0]) for p in unsigned):
            continue
        strange = [with_party(p.name, p.party) for p in unsigned]
        if strange:
            at = [*page.at(page.id, "title"), *motions[0].at(motions[0].id, "signed_by")]
            yield Found({"people": strange}, at, page.id)


def _in_text(name: str, motion: Page) -> bool:
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return any(word.strip(".,()") == last for text in motion.texts() for word in text.casefold().split())


RULE = Rule("mover_not_signed", Severity.ERROR, of_matter=find)
