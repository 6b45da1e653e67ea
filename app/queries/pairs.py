"""Two matters, people or bodies that may be one, each with what it is known by: what a proposal is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import cases, links


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. `name` is what it is shown by; `id` that of the case, person or body that an act names; a matter also by its
    own id, and a paper that lies in no matter by that of the `entity` alone."""

    name: str
    id: str | None
    matter: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """`municipality` is the id of the one that both are of; `evidence` a code, `quote` the text that it lies in."""

    municipality: str
    one: Side
    other: Side
    evidence: str
    quote: str | None = None

    @property
    def can_be_settled(self) -> bool:
        """Whether a person can join or refuse them: both can be named by an act."""
        return self.one.id is not None and self.other.id is not None


def refused_matters(session: Session) -> set[frozenset[str]]:
    """The pairs of matters of which a person said that a number of the one is not one with a number of the other."""
    mine, theirs = cases.alias("mine"), cases.alias("theirs")
    query: sa.Select[Any] = (
        sa.select(mine.c.owner.label("one"), theirs.c.owner.label("other"))
        .select_from(links)
        .join(mine, mine.c.id == links.c.case_id)
        .join(theirs, theirs.c.id == links.c.other_case_id)
        .where(links.c.state == "refused")
    )
    return {frozenset((row.one, row.other)) for row in session.execute(query)}
