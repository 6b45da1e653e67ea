"""Jobs that have not ended, and those that were set aside since whoever worked on them died: what an administrator looks after."""

from __future__ import annotations

from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import imports, jobs

MOST = 200


class JobRow(TypedDict):
    """A job: `name` of the file that it is about, where it is about one; `at` when it was put in (UTC), `attempts` how often somebody
    has begun with it, and the `problem` that ended the last attempt (a code, or an error's class); `pages` how many of a scan are read, and of how many."""

    id: str
    kind: str
    state: str
    name: str | None
    at: str
    attempts: int
    problem: str | None
    pages: tuple[int, int] | None


def unfinished(session: Session) -> list[JobRow]:
    """The jobs that wait, run or are set aside, those set aside first, then in the order in which they are taken; at most `MOST`."""
    query = (
        sa.select(jobs, imports.c.name)
        .outerjoin(imports, imports.c.id == jobs.c.id)
        .where(jobs.c.state != "done")
        .order_by(jobs.c.state != "aside", jobs.c.rank, jobs.c.at, jobs.c.id)
        .limit(MOST)
    )
    return [
        JobRow(
            id=row.id,
            kind=row.kind,
            state=row.state,
            name=row.name,
            at=row.at,
            attempts=row.attempts,
            problem=row.problem,
            pages=(row.pages_read, row.pages) if row.pages else None,
        )
        for row in session.execute(query)
    ]
