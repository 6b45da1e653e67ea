"""A § lacks one of the six things that minutes must hold (KL 5:67): yrkanden, the chair's order, votes and how they fell
out, decisions, who took part and how they voted, reservations.

Said only of what can be seen to lack: opposite yrkanden and nothing put, a vote without a count, a count without names,
things moved and nothing decided. A section that was there and was not understood lacks nothing, and neither does what
the minutes say lies in an appendix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.register import values
from app.register.contests import stance_of
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity
from importers.bundle import Role

_ELSEWHERE = re.compile(r"bilaga|bilagd|bifoga|omröstningslista|voteringslista|röstlista|sluten|slutna", re.IGNORECASE)
_PUT = re.compile(r"proposition|ställer|ställs|finner|omröstning|votering|röst|upprop", re.IGNORECASE)
_DONE = re.compile(r"beslut|bordlägg|återremi|utgår|tas bort|avslutar", re.IGNORECASE)


def find(page: Page) -> Iterable[Found]:
    if page.item is None or not page.texts():
        return
    for point, fact_id in (*_order(page), *_decision(page), *_names(page)):
        yield Found({"point": point}, page.at(fact_id)[:1], about=f"{point}")


def _order(page: Page) -> Iterator[tuple[int, str]]:
    """Point 2: somebody moved bifall and somebody avslag, and nothing tells how the chair put it."""
    yrkanden = page.all(values.Yrkande)
    wanted = {stance_of(page, f"{y.stance} till {y.target}" if y.stance == "bifall" else y.text) for y in yrkanden}
    put = bool(page.all(values.Proposition)) or bool(page.all(values.Vote))
    if put or not {"bifall", "avslag"} <= wanted:
        return
    if not page.texts(Role.PROPOSITION, Role.VOTE) and not any(_PUT.search(text) for text in page.texts()):
        yield 2, yrkanden[0].id


def _decision(page: Page) -> Iterator[tuple[int, str]]:
    """Point 4: yrkanden, and no decision."""
    moved = page.all(values.Yrkande)
    if not moved or page.all(values.Decision) or page.item is None or page.item.outcome:
        return
    if not page.texts(Role.DECISION) and not any(_DONE.search(text) for text in page.texts()):
        yield 4, moved[0].id


def _names(page: Page) -> Iterator[tuple[int, str]]:
    """Point 5: an open vote with its count, and nobody's name, nor word of a list."""
    named = {ballot.vote_id for ballot in page.all(values.Ballot)}
    votes = [vote for vote in page.all(values.Vote) if vote.yes is not None and vote.no is not None]
    if not votes or named or any(_ELSEWHERE.search(text) for text in page.texts()):
        return
    if not any(re.search(r"röstar|röstade|upprop", text, re.IGNORECASE) for text in page.texts()):
        yield 5, votes[0].id


RULE = Rule("point_missing", Severity.LAW, "KL 5:67", of_entity=find)
