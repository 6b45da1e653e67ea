"""Why a thing is missed: `reasons.toml` beside this file, read by case and field.

[["corpus/goteborg-ks-2024-05-29".clause_outcome]]
note = "wrong § 481"
reason = "The gold holds the second clause for a task; it is one."
gold_wrong = true
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.scoring.tallies import Fault, Tallies

REASONS = Path(__file__).resolve().parent / "reasons.toml"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the misses of one field of one case whose notes begin so are what they are."""

    case: str
    field: str
    note: str
    reason: str
    gold_wrong: bool = False  # the page says otherwise than the gold, or too little to say it

    def fits(self, case: str, field: str, note: str) -> bool:
        return (case, field) == (self.case, self.field) and note.startswith(self.note)


def read_reasons(path: Path = REASONS) -> list[Reason]:
    """The reasons as they are written down."""
    kept = tomllib.loads(path.read_text("utf-8"))
    return [
        Reason(case, field, one["note"], one["reason"], bool(one.get("gold_wrong")))
        for case, fields in kept.items()
        for field, ones in fields.items()
        for one in ones
    ]


def reason_of(reasons: Sequence[Reason], case: str, field: str, note: str) -> str | None:
    """Why the thing was missed; `None` where nobody has said."""
    return next((one.reason for one in reasons if one.fits(case, field, note)), None)


def true_faults(reasons: Sequence[Reason], case: str, tallies: Tallies) -> Iterator[Fault]:
    """The faults of a case that are the reader's: those with a gold that is right."""
    wrong = [one for one in reasons if one.gold_wrong]
    for field, tally in tallies.items():
        yield from (fault for fault in tally.faults if not any(one.fits(case, field, fault.note) for one in wrong))


def stale(reasons: Sequence[Reason], by_case: Mapping[str, Tallies]) -> Iterator[str]:
    """A sentence for each reason that fits no miss any more. Of a case that was not scored nothing is known."""
    for one in reasons:
        tally = by_case[one.case].get(one.field) if one.case in by_case else None
        missed = tally.notes if tally else ()
        if one.case in by_case and not any(one.fits(one.case, one.field, note) for note in missed):
            yield f"reasons.toml: nothing is missed any more of {one.case}, {one.field}: {one.note}"
