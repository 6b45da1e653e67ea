"""The council decided otherwise than the board had proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.register import values
from app.register.bodies import body_kind
from app.register.rules import Found, Page, Rule, View
from app.register.severity import Severity
from importers.bundle import Mode, Outcome

_FINAL = {Outcome.BIFALL, Outcome.AVSLAG, Outcome.BESVARA, Outcome.DELVIS_BIFALL}
_SAME = {"tillstyrkan": Outcome.BIFALL, "avstyrkan": Outcome.AVSLAG}


# A side of a vote that is the board's proposal as a whole: "bifall till kommunstyrelsens förslag".
_BOARDS = re.compile(
    r"\A(?:ja |nej )?(?:för )?(?:bifall till )?(?:kommun|region)?styrelsens förslag(?: till beslut)?\.?\Z", re.I
)


def find(matter: View) -> Iterable[Found]:
    for page in matter.items:
        if body_kind(page.body) == "council" and (lost := _lost(page)):
            yield Found({"yes": lost.yes, "no": lost.no}, page.at(lost.id)[:1], page.id, about="vote")
    yield from _otherwise(matter)


def _lost(page: Page) -> values.Vote | None:
    """The vote in which the council turned the board's proposal down."""
    votes = page.all(values.Vote)
    return next((vote for vote in votes if _turned_down(vote)), None)


def _turned_down(vote: values.Vote) -> bool:
    if vote.yes is None or vote.no is None or vote.yes == vote.no:
        return False
    loser = vote.no_means if vote.yes > vote.no else vote.yes_means
    return loser is not None and _BOARDS.match(loser.strip()) is not None


def _otherwise(matter: View) -> Iterable[Found]:
    """Where the texts tell: what the council decided is not what the board had proposed, and no vote has told so."""
    for page in matter.items:
        decided = _outcome(page, "council", Mode.DECIDES)
        before = [p for p in matter.items if p.item and page.item and p.item.date < page.item.date]
        proposals = [p for p in before if _outcome(p, "executive_board", Mode.PROPOSES)]
        if decided is None or not proposals or _lost(page):
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
