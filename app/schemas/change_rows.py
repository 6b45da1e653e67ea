"""What changed in a matter, and what a person put right, as the feeds and the public log tell it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypedDict

from app.schemas.rows import CorrectionMade, FindingAt, StepRow


class CorrectionRow(TypedDict):
    """`replaced` is what was read; None where nothing was, as of a day that an extract does not carry. `field` is None
    where a whole fact was added, and names its kind where one was removed."""

    id: str
    fact_id: str
    field: str | None
    replaced: str | None
    at: FindingAt | None
    correction: CorrectionMade


class FactSays(TypedDict):
    """A fact's code (an outcome, a stance, a kind of statement), and its words."""

    code: str | None
    text: str


class FactChange(TypedDict):
    """A fact within a §, of the table `table`, as it stood `before` and stands `now`; None on the side where there is none."""

    at: FindingAt | None
    table: str
    before: FactSays | None
    now: FactSays | None


@dataclass(frozen=True, slots=True)
class Change:
    """The last step that a matter has taken, and what a day changed in it: the steps that came, those whose row is
    another than before it (as it is now and as it was), those that went, the corrections that came, and what changed within §§
    that stood before. `new` where the matter itself came that day: then every step of it did."""

    last: StepRow | None = None
    new: bool = False
    came: list[StepRow] = field(default_factory=list)
    became: list[tuple[StepRow, StepRow]] = field(default_factory=list)
    went: list[StepRow] = field(default_factory=list)
    corrections: list[CorrectionRow] = field(default_factory=list)
    facts: list[FactChange] = field(default_factory=list)
