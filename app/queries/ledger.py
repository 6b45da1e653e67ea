"""Att-sats by instans: what was proposed for each clause of a motion at each §, by whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.register.ledger import Scope, Sentence, concerns, reached
from app.register.outcomes import PROCEDURAL
from app.schemas.rows import DocumentRow, ItemRow, Ledger, LedgerCell, LedgerClause, Moved
from importers.bundle import DocumentKind, Mode


def ledger(documents: Sequence[DocumentRow], items: Sequence[ItemRow]) -> Ledger:
    """Each clause of the matter's motions × each of its §§; a cell is None where the § does not speak of the clause."""
    columns = [{"item_id": i["id"], "body": i["body"], "date": i["date"], "number": i["number"]} for i in items]
    motions = [document for document in documents if document["kind"] == DocumentKind.MOTION]
    clauses = [clause for motion in motions for clause in _clauses(motion, items)]
    return Ledger(items=columns, clauses=clauses)


def _clauses(motion: DocumentRow, items: Sequence[ItemRow]) -> Iterator[LedgerClause]:
    for number, clause in enumerate(motion["clauses"], start=1):
        at = [_cell(number, item) for item in items]
        yield LedgerClause(
            id=clause["id"],
            document_id=motion["id"],
            number=number,
            text=clause["text"],
            outcome=_came_of_it(at),
            at=at,
            sources=clause["sources"],
        )


def _cell(number: int, item: ItemRow) -> LedgerCell | None:
    moved = list(_moved(number, item))
    sentences = {clause["id"]: (decision, clause) for decision in item["decisions"] for clause in decision["clauses"]}
    judged = [Sentence(clause["id"], clause["text"], clause["outcome"]) for _, clause in sentences.values()]
    reach = reached(number, judged)
    if reach is None:
        return LedgerCell(scope=None, outcome=None, mode=None, clause_id=None, moved=moved) if moved else None
    mode = sentences[reach.sentence][0]["mode"] if reach.sentence else None
    return LedgerCell(scope=reach.scope.value, outcome=reach.outcome, mode=mode, clause_id=reach.sentence, moved=moved)


def _moved(number: int, item: ItemRow) -> Iterator[Moved]:
    """The yrkanden that say what is to be done with the clause."""
    for yrkande in item["yrkanden"]:
        scope = concerns(number, yrkande["target"] or "")
        if scope is not None:
            yield Moved(
                yrkande_id=yrkande["id"],
                stance=yrkande["stance"],
                target=yrkande["target"],
                scope=scope.value,
                movers=yrkande["movers"],
                parties=yrkande["parties"],
                group=yrkande["group"],
            )


def _came_of_it(at: Sequence[LedgerCell | None]) -> str | None:
    """What was decided of the clause in the end; None while bodies have only proposed, or where it is unclear."""
    decided: list[Any] = [c for c in at if c and c["mode"] == Mode.DECIDES and c["outcome"] not in PROCEDURAL]
    last = decided[-1] if decided else None
    return last["outcome"] if last and last["scope"] != Scope.UNCLEAR else None
