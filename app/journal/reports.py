"""What readers say is wrong: rows beside the journal, for whoever keeps the register. No register is built from them, and
what was written is shown to nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NotFound, NothingNew
from app.journal.append import now
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.models.journal import reports


class ReportNotFound(NotFound):
    code = "report-not-found"
    title = N_("Anmälan finns inte")
    detail = N_("Ingen felanmälan har numret {number}.")

    def __init__(self, number: str) -> None:
        super().__init__(number=number)


@dataclass(frozen=True, slots=True)
class Report:
    """`address` is the page that it is about, with the place on it; `language` is the one that it was written from."""

    number: str
    at: str
    address: str
    content: str
    language: str
    answer: str | None
    answered_by: str | None
    answered_at: str | None


def add_report(session: Session, number: str, address: str, content: str, language: str) -> None:
    """Take the report in; under a number that is there already, nothing: the same form came twice."""
    if session.execute(sa.select(reports.c.number).where(reports.c.number == number)).first() is None:
        row = {"number": number, "at": now(), "address": address, "content": content, "language": language}
        session.execute(sa.insert(reports).values(row))


def report(session: Session, number: str) -> Report:
    """Raises `ReportNotFound`."""
    row = session.execute(sa.select(reports).where(reports.c.number == number)).first()
    if row is None:
        raise ReportNotFound(number)
    return Report(**row._mapping)


def reports_of(session: Session, *, answered: bool) -> list[Report]:
    """Those that wait for an answer, or all with `answered`; the oldest first."""
    query = sa.select(reports).order_by(reports.c.at, reports.c.number)
    if not answered:
        query = query.where(reports.c.answered_at.is_(None))
    return [Report(**row._mapping) for row in session.execute(query)]


def waiting(session: Session) -> int:
    """How many wait for an answer."""
    query = sa.select(sa.func.count()).select_from(reports).where(reports.c.answered_at.is_(None))
    return session.execute(query).scalar_one()


def answer_report(session: Session, number: str, text: str, by: str) -> None:
    """Answer it, for the one who holds its number. Raises `ReportNotFound`; `NothingNew` where that is the answer already."""
    if report(session, number).answer == text:
        raise NothingNew(_("Felanmälan {number} är redan besvarad så.").format(number=number))
    values = {"answer": text, "answered_by": by, "answered_at": now()}
    session.execute(sa.update(reports).where(reports.c.number == number).values(values))
