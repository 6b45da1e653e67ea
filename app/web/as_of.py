"""The register as of the end of a day, of what is public still: as the API and the pages ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from fastapi import Request
from sqlalchemy.orm import Session

from app.errors import BadParameter, NotFound, NotKnownThen
from app.language.i18n import gettext as _
from app.projection.public_as_of import register_as_of
from app.queries.neighbours import owners_near
from app.today import today
from app.web.answers import serving


@contextmanager
def session_as_of(
    request: Request, session: Session, day: dt.date | None, about: Collection[str] = ()
) -> Iterator[Session]:
    """The register as of the end of the day; the session's own where no day is asked for. `about` holds the
    ids of the cases that may be meant, where that is all that is asked for.

    Raises `BadParameter` for a day to come, and `NotKnownThen` for what the register did not hold on it.
    """
    if day is None:
        yield session
        return
    if day > today():
        raise BadParameter("as_of", day.isoformat(), _("en dag som har varit, eller i dag"))
    try:
        near = owners_near(session, about) if about else None
        with register_as_of(serving(request).public, day, near) as then:
            yield then
    except NotFound as missing:
        raise NotKnownThen(day) from missing


def reckoned(day: dt.date | None, as_of: dt.date | None) -> dt.date:
    """The civil date that deadlines are reckoned on: the one asked for, else that of `as_of`, else today's."""
    return day or as_of or today()
