"""The words of the proposal from station to station, and how each differs from those that it follows."""

from __future__ import annotations

from collections.abc import Sequence

from app.register.wording import runs
from app.schemas.rows import Compared, DocumentRow, ItemRow, StepRow, Worded


def wording(steps: Sequence[StepRow], documents: Sequence[DocumentRow], items: Sequence[ItemRow]) -> list[Worded]:
    """The motion's att-satser, an official's proposal, each body's decision, in the order of the chain.

    A station is compared with the nearest before it that has words; where two bodies answer side by side, with both.
    """
    clauses = {document["id"]: [clause["text"] for clause in document["clauses"]] for document in documents}
    clauses |= {item["id"]: [c["text"] for d in item["decisions"] for c in d["clauses"]] for item in items}
    texts = {step["id"]: "\n".join(clauses.get(_entity(step), [])) for step in steps}
    return [_worded(step, steps, texts) for step in steps if texts[step["id"]]]


def _entity(step: StepRow) -> str:
    entity = step["item"] if step["kind"] == "item" else step["document"]
    return entity["id"] if entity and step["state"] == "past" else ""


def _worded(step: StepRow, steps: Sequence[StepRow], texts: dict[str, str]) -> Worded:
    text = texts[step["id"]]
    before = _before(step, {other["id"]: other for other in steps}, texts)
    return Worded(
        step_id=step["id"],
        kind=step["kind"],
        body=step["body"],
        date=step["date"],
        item=step["item"] if step["kind"] == "item" else None,
        document=step["document"],
        text=text,
        compared=[
            Compared(
                step_id=other, runs=[{"change": run.change.value, "text": run.text} for run in runs(texts[other], text)]
            )
            for other in before
        ],
    )


def _before(step: StepRow, by_id: dict[str, StepRow], texts: dict[str, str]) -> list[str]:
    """The nearest stations with words behind a step: none that another of them follows in its turn."""
    behind = [other for other in _behind(step["id"], by_id) if texts[other]]
    further = {other for one in behind for other in _behind(one, by_id)}
    return [other for other in behind if other not in further]


def _behind(step_id: str, by_id: dict[str, StepRow]) -> list[str]:
    """Every step that a step follows, straight or by way of others."""
    behind: dict[str, None] = {}
    waiting = list(by_id[step_id]["follows"])
    while waiting:
        other = waiting.pop()
        if other in by_id and other not in behind:
            behind[other] = None
            waiting += by_id[other]["follows"]
    return [other for other in by_id if other in behind]
