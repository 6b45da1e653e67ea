"""One meeting: its §§ in order, who was there, when its minutes were verified and its notice posted, and its papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, documents, items, meetings, municipalities, names, presence
from app.queries.bodies import bodies_meant, present, to_present
from app.queries.meant import municipality_meant

_OTHER = names.alias("other")


class Present(TypedDict):
    """Somebody whom the minutes list, as printed. `items` are the stretches of §§ that it holds for, None for all."""

    role: str
    name: str
    party: str | None
    serving: bool
    instead_of: str | None
    items: list[tuple[str, str]] | None
    note: str | None


class MinutesDays(TypedDict):
    """The days that a paper of a meeting tells of itself."""

    verified: dt.date | None
    posted: dt.date | None
    posted_until: dt.date | None


def find_meeting(session: Session, place: str, body: str, day: dt.date, nth: int) -> str | None:
    """The id of a body's `nth` meeting on a day, though the others be not here; `place` and `body` are slugs, `body` one that
    it went under at any time."""
    query = (
        sa.select(meetings.c.id)
        .join(bodies, bodies.c.id == meetings.c.body_id)
        .where(
            bodies.c.municipality_id.in_(municipality_meant(place)),
            bodies.c.id.in_(bodies_meant(body)),
            meetings.c.date == day,
            meetings.c.nth == nth,
        )
        .order_by(meetings.c.id)
    )
    return session.execute(query.limit(1)).scalar()


def beside(session: Session, meeting: dict[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    """The days of the body's meetings before and after one, under all its names."""
    of_body = meetings.c.body_id.in_(bodies_meant(meeting["body"]["id"]))
    before = sa.select(sa.func.max(meetings.c.date)).where(of_body, meetings.c.date < meeting["date"])
    after = sa.select(sa.func.min(meetings.c.date)).where(of_body, meetings.c.date > meeting["date"])
    return session.execute(before).scalar(), session.execute(after).scalar()


def present_at(session: Session, papers: Collection[str]) -> list[Present]:
    """Those whom the papers of a meeting list, each once, in the order of the lists."""
    query = (
        sa.select(presence, names.c.name, names.c.party, _OTHER.c.name.label("instead_of"))
        .join(names, names.c.id == presence.c.name_id)
        .join(_OTHER, _OTHER.c.id == presence.c.for_name_id, isouter=True)
        .where(presence.c.document_id.in_(papers))
        .order_by(presence.c.document_id, presence.c.role, presence.c.n)
    )
    listed: dict[tuple[Any, ...], Present] = {}
    for row in session.execute(query):
        key = (row.role, row.name_id, row.serving, row.for_name_id, str(row.items))
        listed.setdefault(
            key,
            Present(
                role=row.role,
                name=row.name,
                party=row.party,
                serving=row.serving,
                instead_of=row.instead_of,
                items=row.items,
                note=row.note,
            ),
        )
    return list(listed.values())


def minutes_days(session: Session, papers: Collection[str]) -> list[MinutesDays]:
    """The days that the papers of a meeting tell, each set once; a paper that tells none is left out."""
    d = documents.c
    query = (
        sa.select(d.verified, d.notice_posted, d.notice_until)
        .where(d.id.in_(papers), sa.or_(d.verified.is_not(None), d.notice_posted.is_not(None)))
        .distinct()
        .order_by(d.verified, d.notice_posted, d.notice_until)
    )
    return [MinutesDays(verified=a, posted=b, posted_until=c) for a, b, c in session.execute(query)]


def meeting_of(session: Session, item: str) -> str | None:
    """The meeting that a § belongs to."""
    return session.execute(sa.select(items.c.meeting_id).where(items.c.id == item)).scalar()


def meetings_of(session: Session, ids: Collection[str]) -> dict[str, tuple[dict[str, Any], str]]:
    """The meeting of each of these §§, as an address names it, and the §'s number."""
    query = (
        sa.select(items.c.id, items.c.number, meetings.c.date, meetings.c.nth, bodies.c.name, municipalities.c.slug)
        .join(meetings, meetings.c.id == items.c.meeting_id)
        .join(bodies, bodies.c.id == meetings.c.body_id)
        .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
        .where(items.c.id.in_(ids))
    )
    found: dict[str, tuple[dict[str, Any], str]] = {}
    for row in session.execute(query) if ids else ():
        place, body = {"slug": row.slug}, {"name": row.name}
        found[row.id] = ({"municipality": place, "body": body, "date": row.date, "nth": row.nth}, row.number)
    return found


def years_of(session: Session) -> list[int]:
    """The years that there are meetings of, the latest first."""
    # one by one: each is an end of the index, both at once a walk along it
    first, last = (session.execute(sa.select(end(meetings.c.date))).scalar() for end in (sa.func.min, sa.func.max))
    return list(range(last.year, first.year - 1, -1)) if first and last else []


def meeting_bodies(session: Session, place: str | None) -> Sequence[Any]:
    """The bodies that have met, of one municipality or all, as they go on today: their slug, name and the municipality's slug
    and name."""
    query = (
        sa.select(
            present.c.slug, present.c.name, municipalities.c.slug.label("place"), municipalities.c.name.label("town")
        )
        .distinct()
        .select_from(to_present().join(municipalities, municipalities.c.id == present.c.municipality_id))
        .where(sa.exists().where(meetings.c.body_id == bodies.c.id))
        .order_by(municipalities.c.name, present.c.name, present.c.slug)
    )
    return session.execute(query.where(municipalities.c.slug == place) if place else query).all()


def nths_of(session: Session, item_ids: Collection[str]) -> dict[str, int]:
    """Of each § whether its meeting was the body's first or second that day."""
    query = sa.select(items.c.id, meetings.c.nth).join(meetings, meetings.c.id == items.c.meeting_id)
    return {row.id: row.nth for row in session.execute(query.where(items.c.id.in_(item_ids)))}
