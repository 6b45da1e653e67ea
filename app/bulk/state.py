"""Which state of the public register a file was made of."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import changes, register_meta

# Where in the data folder the files lie.
FOLDER = "bulk"


@dataclass(frozen=True, slots=True)
class State:
    """`commits` counts what was written to the register in its generation; `change` is the last change told of, and
    `changed` its instant."""

    generation: str
    commits: str
    change: int
    changed: str | None


def state_of(session: Session) -> State:
    meta = {row.key: row.value for row in session.execute(sa.select(register_meta))}
    last = session.execute(sa.select(changes.c.n, changes.c.at).order_by(changes.c.n.desc()).limit(1)).first()
    return State(meta.get("generation", ""), meta.get("state", "0"), last.n if last else 0, last.at if last else None)
