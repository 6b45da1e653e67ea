"""The names of a vote are not as many as its count: "10 ja" with nine names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.register import values
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity
from importers.bundle import BallotChoice


def find(page: Page) -> Iterable[Found]:
    cast: dict[str, Counter[str]] = {}
    for ballot in page.all(values.Ballot):
        cast.setdefault(ballot.vote_id, Counter())[ballot.choice] += 1
    for vote in page.all(values.Vote):
        names = cast.get(vote.id)
        if names is None or not _listed(vote, names):
            continue
        for choice, count in ((BallotChoice.YES, vote.yes), (BallotChoice.NO, vote.no)):
            if count is not None and count != names[choice]:
                params = {"choice": choice.value, "count": count, "names": names[choice]}
                yield Found(params, page.at(vote.id), about=f"{vote.id} {choice}")


def _listed(vote: values.Vote, names: Counter[str]) -> bool:
    """Whether both sides are named at all: minutes that name one side only have not miscounted."""
    return all(
        names[choice] or not count for choice, count in ((BallotChoice.YES, vote.yes), (BallotChoice.NO, vote.no))
    )


RULE = Rule("ballots_differ", Severity.ERROR, of_entity=find)
