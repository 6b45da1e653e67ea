"""Meetings, and the days when motions' years end, as calendars."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from app.api.calendars import _year_of_motion
from app.exports.ical import Day, ical


def events(content: bytes) -> list[Any]:
    """The events of a calendar that has what RFC 5545 asks for."""
    calendar = Calendar.from_ical(content)
    assert {"PRODID", "VERSION"} <= set(calendar) and calendar["VERSION"] == "2.0"
    assert all(len(line) <= 75 for line in content.split(b"\r\n")) and content.endswith(b"END:VCALENDAR\r\n")
    found = list(calendar.walk("VEVENT"))
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert event["DTSTART"].params["VALUE"] == "DATE" and event["DTSTAMP"].dt.tzinfo is not None
    assert len({str(event["UID"]) for event in found}) == len(found)
    return found


def test_meetings_are_days_in_a_calendar(client: TestClient) -> None:
    meetings = client.get("/api/v1/meetings").json()["meetings"]
    answer = client.get("/api/v1/meetings.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = events(answer.content)
    assert [(str(event["UID"]), event["DTSTART"].dt.isoformat()) for event in found] == [
        (f"tag:testserver,2026:meetings/{meeting['id']}", meeting["date"]) for meeting in meetings
    ]
    assert str(found[0]["SUMMARY"]) == "Kommunstyrelsen, Alnsjö" and "§ 201" in str(found[0]["DESCRIPTION"])
    one = client.get("/api/v1/meetings.ics?body=kommunstyrelsen").content
    assert b"X-WR-CALNAME:Sammantr\xc3\xa4den: Kommunstyrelsen\r\n" in one
    assert [str(event["UID"]) for event in events(one)] == [str(found[0]["UID"])]
    accepted = client.get("/api/v1/meetings", headers={"Accept": "text/calendar"})
    assert accepted.content == answer.content
    known = client.get("/api/v1/meetings.ics", headers={"If-None-Match": answer.headers["etag"]})
    assert known.status_code == 304


def test_the_day_when_a_motion_is_due_is_one_until_it_is_decided(client: TestClient) -> None:
    (motion,) = client.get("/api/v1/motions").json()["motions"]
    (event,) = events(client.get("/api/v1/motions.ics").content)
    assert event["DTSTART"].dt.isoformat() == motion["deadline"]["due"]
    assert str(event["URL"]) == f"http://testserver{motion['case']['page']}"
    assert events(client.get("/api/v1/motions.ics?status=decided").content) == []


def test_no_change_is_dated_after_today_though_nobody_knows_its_day() -> None:
    clock = {"state": "in_time", "raised": dt.date(2026, 5, 29), "due": dt.date(2027, 5, 29), "basis": "stated"}
    row = {
        "deadline": {**clock, "today": dt.date(2026, 6, 1), "left": 362, "law": None},
        "title": "Om bad",
        "case": None,
    }
    event = _year_of_motion(row)
    assert event and (event.on, event.known) == (clock["due"], clock["raised"])


@pytest.mark.parametrize("name", ["cases", "people"])
def test_what_has_no_days_is_no_calendar(client: TestClient, name: str) -> None:
    assert client.get(f"/api/v1/{name}.ics").status_code == 404
    asked = client.get(f"/api/v1/{name}", headers={"Accept": "text/calendar"})
    assert asked.status_code == 406


def test_text_out_of_a_file_stays_within_its_line() -> None:
    hostile = "§ 1\r\nATTENDEE:mailto:x@example.org\x00\u202e; , \\"
    changed = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    day = Day("tag:x,2026:meetings/a", dt.date(2026, 1, 1), hostile, hostile, changed, "http://x/")
    (event,) = events(b"".join(ical(hostile, [day])))
    assert "ATTENDEE" not in event and str(event["SUMMARY"]).startswith("§ 1  ATTENDEE:")
