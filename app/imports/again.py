"""A job that was set aside, since whoever worked on it died of it as often as it may: given another try."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NothingNew
from app.imports.queue import JobState
from app.imports.uploads import KIND, State
from app.language.i18n import gettext as _
from app.models.journal import imports, jobs


def try_again(session: Session, job_id: str) -> None:
    """Put the job back in the queue as if nobody had tried; its file's bytes were kept. Raises `NothingNew` where it is not set
    aside."""
    fresh = {"state": JobState.QUEUED.value, "attempts": 0, "worker": None, "leased_until": None}
    aside = jobs.c.id == job_id, jobs.c.state == JobState.ASIDE.value
    row = session.execute(jobs.update().where(*aside).values(fresh).returning(jobs.c.kind)).first()
    if row is None:
        raise NothingNew(_("Jobbet är inte lagt åt sidan."))
    if row.kind == KIND:
        waits = {"state": State.QUEUED.value, "receipt": None, "problem": None}
        session.execute(sa.update(imports).where(imports.c.id == job_id).values(waits))
