"""The council decided a motion, and neither a nämnd nor the board is heard of before (KL 5:26-28).

Said only where the council's § speaks of no proposal, board, nämnd or committee at all, and the matter holds no §, paper
or step of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.register import values
from app.register.bodies import body_kind
from app.register.rules import Found, Page, Rule, View
from app.register.severity import Severity
from importers.bundle import Mode, Outcome

_FINAL = {Outcome.BIFALL, Outcome.AVSLAG, Outcome.BESVARA, Outcome.DELVIS_BIFALL}
_PREPARED = re.compile(
    r"styrelse|nämnd|utskott|beredning|berett|yttrande|remiss|tjänste(?:skrivelse|utlåtande)", re.IGNORECASE
)


def find(matter: View) -> Iterable[Found]:
    council = [page for page in matter.items if _decides(page)]
    if not council or any(step for step in matter.steps if step.body and body_kind(step.body) != "council"):
        return
    if any(page.body and body_kind(page.body) != "council" for page in matter.pages):
        return
    for page in council:
        if page.texts() and not any(_PREPARED.search(text) for text in page.texts()):
            yield Found({"outcome": page.item.outcome if page.item else None}, page.at(page.id, "outcome")[:1], page.id)


def _decides(page: Page) -> bool:
    """Whether the council ends a motion here."""
    answers = page.lead.item.answers if page.lead.item else ()
    modes = {decision.mode for decision in page.all(values.Decision)}
    ends = page.item is not None and page.item.outcome in _FINAL and Mode.DECIDES in modes
    return ends and bool(answers) and body_kind(page.body) == "council"


RULE = Rule("preparation_missing", Severity.LAW, "KL 5:26–28", of_matter=find)
