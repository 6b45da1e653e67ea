"""The chair found for something that was not among the alternatives put against each other.

Said only where every alternative and the outcome are read for what they want, and the outcome is none of them:
"ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag", which was to besvara.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.ids import fold
from app.register import values
from app.register.contests import stance_of
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    if page.item is None or page.item.outcome is None:
        return
    for put in page.all(values.Proposition):
        if put.winner is None or len(put.alternatives) < 2 or any(_alike(put.winner, a) for a in put.alternatives):
            continue
        wanted = [stance_of(page, alternative) for alternative in put.alternatives]
        won = stance_of(page, put.winner) or page.item.outcome
        if all(wanted) and won not in wanted and page.item.outcome not in wanted:
            params = {"winner": put.winner, "alternatives": list(put.alternatives), "outcome": page.item.outcome}
            yield Found(params, page.at(put.id))


def _alike(winner: str, alternative: str) -> bool:
    one, other = fold(winner), fold(alternative)
    return one in other or other in one


RULE = Rule("winner_not_put", Severity.ERROR, of_entity=find)
