"""A proposal beside the one before it: which clause stands beside which."""

from __future__ import annotations

import pytest

from app.pages.comparing import side_by_side
from app.schemas.rows import Worded


def _worded(step: str, clauses: list[str], before: str | None = None) -> Worded:
    compared = [{"step_id": before, "runs": []}] if before else []
    return {"step_id": step, "kind": "item", "text": "\n".join(clauses), "compared": compared}  # type: ignore[typeddict-item] # no more of it is read


@pytest.mark.parametrize(
    ("old", "new", "beside"),
    [
        (["avslå motionen"], ["anta riktlinjer för gatuträd"], [("avslå motionen", "anta riktlinjer för gatuträd")]),
        (
            ["avslå motionen", "tacka för arbetet"],
            ["uppdra åt nämnden", "tacka för arbetet", "justera genast"],
            [("avslå motionen", "uppdra åt nämnden"), ("tacka för arbetet",) * 2, ("", "justera genast")],
        ),
        (
            ["avslå motionen", "tacka för arbetet"],
            ["tacka för allt arbetet"],
            [("avslå motionen", ""), ("tacka för arbetet", "tacka för allt arbetet")],
        ),
    ],
)
def test_a_clause_stands_beside_the_one_in_whose_place_it_came(
    old: list[str], new: list[str], beside: list[tuple[str, str]]
) -> None:
    (compared,) = side_by_side([_worded("a", old), _worded("b", new, "a")])["b"]
    assert [(pair.before, pair.after) for pair in compared.pairs] == beside
