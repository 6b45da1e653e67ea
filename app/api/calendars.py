"""Meetings as a calendar, and the days when motions' years end: `/api/v1/meetings.ics`, `/api/v1/motions.ics`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain, islice
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from app.api.feeds import Addresses
from app.api.list_query import Question
from app.api.resources import RESOURCES, Resource
from app.exports.ical import Day, ical
from app.language.deadlines import clock_sentences
from app.language.followed import LISTS, row_title
from app.language.i18n import gettext
from app.queries.following import latest_of
from app.queries.listing import walk
from app.register.deadlines import State

_ = gettext
Row = Mapping[str, Any]
# How many rows' changes are asked for at a time.
_AT_ONCE = 200
_ENDED = {State.DECIDED.value, State.STRUCK_OFF.value, State.WITHDRAWN.value}


class _Event(NamedTuple):
    """A day with its title and text, and the day that stands in for its last change where nobody knows that: one that has
    been, as no calendar may be told of a change to come."""

    on: dt.date
    title: str
    text: str
    known: dt.date


def _meeting(row: Row) -> _Event | None:
    listed = "; ".join(f"§ {item['number']} {item['title']}" for item in row["items"])
    return _Event(row["date"], f"{row['body']['name']}, {row['municipality']['name']}", listed, row["date"])


def _year_of_motion(row: Row) -> _Event | None:
    """The day on which the year of a motion that waits ends; None where it has ended, or nothing tells its day."""
    clock = row["deadline"]
    if clock is None or clock["state"] in _ENDED:
        return None
    title = _("Senaste dag: {motion}").format(motion=row_title("motions", row))
    return _Event(clock["due"], title, " ".join(clock_sentences(clock)), clock["raised"])


_DAYS: dict[str, Callable[[Row], _Event | None]] = {"meetings": _meeting, "motions": _year_of_motion}
CALENDARS: tuple[Resource, ...] = tuple(resource for resource in RESOURCES if resource.name in _DAYS)


def calendar(
    within: AbstractContextManager[Session], resource: Resource, asked: Question, at: Addresses
) -> Iterator[bytes]:
    """The days of the rows that are asked for, read as they are taken on."""
    with within as session:
        rows = walk(session, resource.listing, asked.asked, asked.wanted)
        first = list(islice(rows, 1))
        yield from ical(_name(resource, asked, first), _days(session, resource, chain(first, rows), at))


def _name(resource: Resource, asked: Question, first: Sequence[Row]) -> str:
    """`Sammanträden: Kommunstyrelsen, Alnsjö`, so that whoever follows several bodies' calendars can tell them apart."""
    of = [str(first[0][name]["name"]) for name in ("body", "municipality") if first and asked.asked.filters.get(name)]
    return ": ".join(filter(None, (gettext(LISTS[resource.name]), ", ".join(of))))


def _days(session: Session, resource: Resource, rows: Iterator[Row], at: Addresses) -> Iterator[Day]:
    while part := list(islice(rows, _AT_ONCE)):
        yield from _of(session, resource, part, at)


def _of(session: Session, resource: Resource, rows: Sequence[Row], at: Addresses) -> Iterator[Day]:
    changed = {one.id: one.at for one in latest_of(session, resource.name, [row["id"] for row in rows])}
    for row in rows:
        event = _DAYS[resource.name](row)
        if event is not None:
            case = row.get("case")
            yield Day(
                id=at.tag(resource.name, row["id"]),
                on=event.on,
                title=event.title,
                text=event.text,
                changed=_instant(changed.get(row["id"]), event.known),
                page=at.of(case["page"]) if case else None,
            )


def _instant(changed: str | None, known: dt.date) -> dt.datetime:
    """When it last changed; of what belongs to no matter nobody knows, and a day that it was known on stands in."""
    if changed is None:
        return dt.datetime.combine(known, dt.time(), dt.UTC)
    return dt.datetime.fromisoformat(changed).replace(microsecond=0)
