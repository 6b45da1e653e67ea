"""iCalendar (RFC 5545): a day each, as calendars subscribe to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.language.printable import printable

MEDIA_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Day:
    """What falls on a day: `id` never changes, `changed` is when what it tells of did, `page` where one reads about it."""

    id: str
    on: dt.date
    title: str
    text: str
    changed: dt.datetime
    page: str | None


def ical(title: str, days: Iterable[Day]) -> Iterator[bytes]:
    """The calendar, a day at a time."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - who asks for no calendar does not wait for it

    calendar = Calendar()
    calendar.add("prodid", "-//Diarium//Diarium//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", printable(title))
    calendar.add("x-wr-calname", printable(title))
    head, end = calendar.to_ical().split(b"END:VCALENDAR")[0], b"END:VCALENDAR\r\n"
    yield head
    for day in days:
        event = Event()
        event.add("uid", day.id)
        event.add("dtstamp", day.changed)
        event.add("last-modified", day.changed)
        event.add("dtstart", day.on)
        event.add("summary", printable(day.title))
        event.add("description", printable(day.text))
        event.add("transp", "TRANSPARENT")
        if day.page:
            event.add("url", day.page)
        yield event.to_ical()
    yield end
