"""What a clause does to its matter, by its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from importers.bundle import Clause, Outcome, Vote
from importers.patterns.narrated import BODY_DECIDED, MATTER_DECIDED, OUTCOMES_OF_PAST, told_in_past
from importers.patterns.outcomes import (
    BY_ANOTHER,
    HANDED_ON,
    IN_PARTS,
    NOT_AFTER,
    NOT_BEFORE,
    OF_A_PROPOSAL,
    PROPOSAL_TREATED,
    VERBS,
)
from importers.patterns.pattern import Pattern

_WHOLE = (Outcome.DELVIS_BIFALL, Outcome.MINORITETSATERREMISS)  # wherever in the clause they stand
_MOVED = [pattern for outcome, pattern in VERBS if outcome in (Outcome.BIFALL, Outcome.AVSLAG)]
_ON_A_MOTION = frozenset({Outcome.BIFALL, Outcome.AVSLAG, Outcome.BESVARA})


@lru_cache(maxsize=512)  # a clause is asked where blocks are told apart, and again as a decision's
def outcome_of(text: str) -> Outcome | None:
    """The outcome that the clause's verb names: "att besvara motionen …" gives `BESVARA`; `None` where the verb names none.

    Where several verbs stand in a clause the earliest counts, but "delvis bifall" and "minoritetsåterremiss" are one,
    and a motion whose parts fare differently is partly granted or of no one outcome. What is denied ("bifaller inte"),
    decided of a yrkande or of another body's proposal, or left to somebody to do ("bemyndigas att godkänna"), names none.
    """
    others = [match.span() for pattern in (HANDED_ON, PROPOSAL_TREATED) for match in pattern.finditer(text)]
    matches = sorted(
        (match.start(), order, outcome)
        for order, (outcome, pattern) in enumerate(VERBS)
        if (match := _stated(pattern, text, others))
    )
    of_proposal = min(
        (
            match.start()
            for pattern in _MOVED
            for match in pattern.finditer(text)
            if OF_A_PROPOSAL.match(text[match.end() :])
        ),
        default=len(text),
    )
    outcomes = [outcome for start, _, outcome in matches if start < of_proposal]
    if whole := next((outcome for outcome in outcomes if outcome in _WHOLE), None):
        return whole
    parts = _ON_A_MOTION.intersection(outcomes)
    if len(parts) > 1 and IN_PARTS.search(text):
        return Outcome.DELVIS_BIFALL if Outcome.BIFALL in parts else None
    return outcomes[0] if outcomes else None if matches else _outcome_of_told(text)


def _outcome_of_told(text: str) -> Outcome | None:
    """What a sentence that tells of the decision in the past names: "Ärendet bordlades."."""
    told = BODY_DECIDED.match(text) or MATTER_DECIDED.match(text)
    verb = told_in_past(told) if told else None
    if told is None or verb is None or PROPOSAL_TREATED.search(text) or NOT_AFTER.match(text[told.end(verb) :]):
        return None
    words = text[told.start(verb) :].lower()
    return next((outcome for start, outcome in OUTCOMES_OF_PAST if words.startswith(start)), None)


def _stated(pattern: Pattern, text: str, others: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """The first match of the verb that is neither denied nor stands in what is of `others`."""
    for match in pattern.finditer(text):
        if any(start < match.start() < end for start, end in others):
            continue
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() :]
        if NOT_BEFORE.search(before) or NOT_AFTER.match(after) or _is_cell(match, before):
            continue
        if match.group().endswith("s") and BY_ANOTHER.match(after):
            continue
        return match
    return None


def _is_cell(match: re.Match[str], before: str) -> bool:
    """Whether the verb is a cell of a table, which opens with a capital in mid-sentence: "PRO Storby 25 000 kr Avslag"."""
    return (
        match.group()[:2].istitle()  # "NÄMNDEN BESLUTAR ATT utse" shouts
        and bool(before.strip())
        and not before.rstrip(' "”“').endswith((".", ":", ";", "?", "!", ")"))
    )


def outcome_of_all(clauses: Sequence[Clause]) -> Outcome | None:
    """What a § does as a whole: the one outcome of its clauses, or partial bifall where bifall and another meet.

    That something is noted besides takes nothing from it.
    """
    outcomes = {clause.outcome for clause in clauses if clause.outcome is not None}
    outcomes = outcomes - {Outcome.ANTECKNING} or outcomes
    if len(outcomes) == 1:
        return outcomes.pop()
    if Outcome.BIFALL in outcomes and outcomes <= {Outcome.BIFALL, Outcome.AVSLAG, Outcome.BESVARA}:
        return Outcome.DELVIS_BIFALL
    return None


def outcome_of_item(clauses: Sequence[Clause], votes: Sequence[Vote]) -> Outcome | None:
    """The outcome of the clauses; an återremiss is a minority's where the vote on it says so."""
    outcome = outcome_of_all(clauses)
    minority = next(pattern for outcome, pattern in VERBS if outcome is Outcome.MINORITETSATERREMISS)
    if outcome is Outcome.ATERREMISS and any(minority.search(vote.source.quote) for vote in votes):
        return Outcome.MINORITETSATERREMISS
    return outcome
