"""The chamber as a picture: a dot for each ballot, the parties in the order of their votes, and nothing on something else."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from app.pages.ballots import Side
from app.pages.chamber import Chamber, chamber
from importers.bundle import BallotChoice

YES, NO, ABSTAIN = BallotChoice.YES, BallotChoice.NO, BallotChoice.ABSTAIN
COUNCIL = {"S": 22, "M": -15, "V": 13, "SD": -9, "D": -5, "L": -5, "MP": 5, "KD": -4, "C": 3}
BOARD = {"S": 4, "M": -2, "V": 2, "D": -1, "KD": -1, "L": -1, "MP": 1, "SD": -1}


def voted(parties: dict[str, int]) -> list[Side]:
    """Sides of which each voted as one: more than none is yes."""
    return [Side(party, {YES: max(n, 0), NO: max(-n, 0)}) for party, n in parties.items()]


def beside(drawn: Chamber) -> list[str | None]:
    return [wedge.party for wedge in drawn.wedges]


@pytest.mark.parametrize(
    "parties", [COUNCIL, BOARD, {"S": 1}, {"S": 1, "M": -1}, *({"S": n, "M": -1} for n in range(2, 40))]
)
def test_each_ballot_is_a_dot_that_lies_on_no_other_and_within_the_picture(parties: dict[str, int]) -> None:
    drawn = chamber(voted(parties))
    cast = sum(abs(n) for n in parties.values())
    assert len(drawn.dots) == cast
    assert sum(dot.choice == YES for dot in drawn.dots) == sum(n for n in parties.values() if n > 0)
    for one, other in combinations(drawn.dots, 2):
        assert dist(one[:2], other[:2]) > 2 * drawn.radius
    for dot in drawn.dots:
        assert drawn.radius < dot.x < drawn.width - drawn.radius
        assert drawn.radius < dot.y < drawn.height - drawn.radius


@pytest.mark.parametrize("parties", [COUNCIL, BOARD])
def test_the_letters_of_two_parties_lie_apart_and_fit_a_phone(parties: dict[str, int]) -> None:
    drawn = chamber(voted(parties))
    assert drawn.width <= 358
    for one, other in pairwise(drawn.wedges):
        wide = 4.5 * (len(one.party or "") + len(other.party or ""))
        assert abs(one.x - other.x) >= wide or abs(one.y - other.y) >= 14


def test_who_voted_yes_stands_to_the_left_the_largest_outermost() -> None:
    split = Side("C", {YES: 2, NO: 2, ABSTAIN: 0})
    away = Side(None, {YES: 0, NO: 0, ABSTAIN: 1})
    drawn = chamber([*voted({"M": -15, "KD": -4, "V": 13, "S": 22}), split, away])
    assert beside(drawn) == ["S", "V", "C", None, "KD", "M"]
    assert drawn.dots[0].x < drawn.width / 2 < drawn.dots[-1].x
    assert [dot.choice for dot in drawn.dots][35:40] == [YES, YES, NO, NO, ABSTAIN]


def test_nobody_makes_no_picture_of_anybody() -> None:
    assert chamber([]).dots == []
