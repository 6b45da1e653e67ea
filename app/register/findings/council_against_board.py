"""The council decided otherwise than the board had proposed."""

from __future__ import annotations

from collections.abc import Iterable

from app.register import values
from app.register.bodies import body_kind
from app.register.rules import Found, Page, Rule, View
from app.register.severity import Severity
from importers.bundle import Mode, Outcome

_FINAL = {Outcome.BIFALL, Outcome.AVSLAG, Outcome.BESVARA, Outcome.DELVIS_BIFALL}
_SAME = {"tillstyrkan": Outcome.BIFALL, "avstyrkan": Outcome.AVSLAG}


def find(matter: View) -> Iterable[Found]:
    for page in matter.items:
        decided = _outcome(page, "council", Mode.DECIDES)
        before = [p for p in matter.items if p.item and page.item and p.item.date < page.item.date]
        proposals = [p for p in before if _outcome(p, "executive_board", Mode.PROPOSES)]
        if decided is None or not proposals:
            continue
        board = proposals[-1]
        proposed = _outcome(board, "executive_board", Mode.PROPOSES)
        if proposed != decided:
            at = [*page.at(page.id, "outcome")[:1], *board.at(board.id, "outcome")[:1]]
            yield Found({"proposed": str(proposed), "decided": str(decided), "body": board.body}, at, page.id)


def _outcome(page: Page, kind: str, mode: Mode) -> str | None:
    """What a body of that kind did with the matter at a §, where it ends the matter and the § answers one motion."""
    answers = page.lead.item.answers if page.lead.item else ()
    if page.item is None or body_kind(page.body) != kind or page.item.outcome is None or len(answers) > 1:
        return None
    outcome = _SAME.get(page.item.outcome, page.item.outcome)
    modes = {decision.mode for decision in page.all(values.Decision)}
    return outcome if outcome in _FINAL and mode in modes else None


RULE = Rule("council_against_board", Severity.NOTE, of_matter=find)
