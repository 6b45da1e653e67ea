"""What a clause does to its matter, by its verb."""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Clause, Outcome
from importers.patterns.outcomes import VERBS


def outcome_of(text: str) -> Outcome | None:
    """The outcome that the clause's verb names: "att besvara motionen …" gives `BESVARA`; `None` where none is known.

    Where several verbs stand in a clause the earliest counts, but "delvis bifall" and "minoritetsåterremiss" are one.
    """
    found = [
        (match.start(), order, outcome)
        for order, (outcome, pattern) in enumerate(VERBS)
        if (match := pattern.search(text))
    ]
    return min(found)[2] if found else None


def outcome_of_all(clauses: Sequence[Clause]) -> Outcome | None:
    """What a § does as a whole: the one outcome of its clauses, or partial bifall where bifall and another meet."""
    outcomes = {clause.outcome for clause in clauses if clause.outcome is not None}
    if len(outcomes) == 1:
        return outcomes.pop()
    if Outcome.BIFALL in outcomes and outcomes <= {Outcome.BIFALL, Outcome.AVSLAG, Outcome.BESVARA}:
        return Outcome.DELVIS_BIFALL
    return None
