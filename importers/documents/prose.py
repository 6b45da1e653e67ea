"""What a paper proposes in running text, under no heading: "Nämnden föreslår därför att motionen avslås."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.bundle import Clause, DocumentKind, Doubt, Severity
from importers.doubts import DoubtCode, doubt
from importers.patterns.proposals import AUTHOR_PROPOSES, BODY_PROPOSES, BODY_SAYS_WHAT
from importers.statements.outcomes import outcome_of
from importers.text.passage import Passage

_ANSWERS = (DocumentKind.YTTRANDE, DocumentKind.REMISSVAR)
_ASKS = (DocumentKind.MOTION, DocumentKind.MEDBORGARFORSLAG)
_ANY_BODY = ("nämnden", "styrelsen")


@dataclass(frozen=True, slots=True)
class Teller:
    """Who speaks in a paper: its author, or the body whose answer it is (`None` where that is unknown)."""

    body: str | None = None
    author: bool = False


def teller_of(kind: DocumentKind, body: str | None) -> Teller | None:
    """Who may propose something in the running text of a paper of the kind; nobody in most."""
    if kind in _ASKS:
        return Teller(author=True)
    return Teller(body) if kind in _ANSWERS else None


def proposed_in_prose(told: Sequence[Passage], teller: Teller) -> tuple[list[Clause], list[Doubt]]:
    """The sentences that propose something, as clauses; where a body's answer has none that is plain, a doubt about the
    first that may.
    """
    found = [one for one in told if _proposes(one.text, teller)]
    clauses = [Clause(text=one.text, source=one.source(), outcome=outcome_of(one.text)) for one in found]
    unclear = None if clauses or teller.author else next((one for one in told if BODY_SAYS_WHAT.search(one.text)), None)
    if unclear is None:
        return clauses, []
    told_so = doubt(DoubtCode.PROPOSALS_NOT_READ, sources=[unclear.source()])
    return clauses, [replace(told_so, severity=Severity.NOTE)]


def _proposes(text: str, teller: Teller) -> bool:
    if teller.author:
        return AUTHOR_PROPOSES.match(text) is not None
    match = BODY_PROPOSES.match(text)
    organ = (match["organ"] or match["organ2"] or match["organ3"]).casefold() if match else ""
    return match is not None and (organ in _ANY_BODY or organ == (teller.body or "").casefold())
