"""Which meeting of its body's day minutes are of, where there were several: the first is 1.

Minutes that share a § are of one meeting; so are those of which neither had ended when the other began. What prints no hours
is of the meeting that it shares a § with, else of the first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.ids import fold
from app.register.bodies import body_key, body_name
from app.register.keys import is_whole_minutes
from app.register.parts import Act, ActKind, Part
from importers.bundle import Document

_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")
Minutes = tuple[int, tuple[int, int]]  # the filing, and the pages


@dataclass(slots=True)
class _Meeting:
    """What is known of a meeting: the minutes of it, their §§, and the documents whose hours it has."""

    minutes: set[Minutes]
    numbers: set[str]
    timed: list[Document]


def meeting_numbers(parts: Iterable[Part], acts: Sequence[Act] = ()) -> dict[Minutes, int]:
    """Which meeting of the day each of the whole minutes among the parts is of; only of days with several. The hours of
    minutes that were corrected are those of the corrected ones."""
    replaced = {seq for act in acts if act.kind is ActKind.CORRECTED for seq in act.content["replaces"]}
    of_day: dict[tuple[str, str, str], list[Part]] = defaultdict(list)
    for part in parts:
        document = part.document
        if part.item is None and is_whole_minutes(document):
            body = body_key(body_name(document.body or ""))
            of_day[part.municipality.id, body, str(document.date)].append(part)
    numbers: dict[Minutes, int] = {}
    for listed in of_day.values():
        held = _held(listed, replaced) if len(listed) > 1 else []
        if len(held) > 1:
            numbers |= {minutes: n for n, meeting in enumerate(held, start=1) for minutes in meeting.minutes}
    return numbers


def meeting_of(parts: Sequence[Part], numbers: Mapping[Minutes, int]) -> int:
    """Which meeting of its day a § is of: by the first of these parts of it that lies in minutes of a known one, else 1."""
    known = (numbers.get((part.seq, part.document.pages)) for part in parts) if numbers else ()
    return next((n for n in known if n is not None), 1)


def any_apart(documents: Sequence[Document]) -> bool:
    """Whether any two of these minutes of a day are of hours that lie apart."""
    return any(are_apart(one, other) for n, one in enumerate(documents) for other in documents[:n])


def are_apart(one: Document, other: Document) -> bool:
    """Whether one of two meetings of a day had ended when the other began."""
    (first_start, first_end), (second_start, _second_end) = sorted(
        (_hours(one), _hours(other)), key=lambda h: h[0] or 0
    )
    if first_start is None or second_start is None or first_start == second_start:
        return False
    return first_end is not None and first_end <= second_start


def minute_of(printed: str | None) -> int | None:
    """`18.00` and `18:00` as minutes after midnight; None for what is no time."""
    time = _TIME.fullmatch((printed or "").strip())
    return int(time[1]) * 60 + int(time[2]) if time else None


def _hours(document: Document) -> tuple[int | None, int | None]:
    """When a meeting began and ended, in minutes after midnight."""
    meeting = document.meeting
    return (minute_of(meeting.starts), minute_of(meeting.ends)) if meeting else (None, None)


def _held(listed: Sequence[Part], replaced: set[int]) -> list[_Meeting]:
    """The meetings of a body's day, by the hour at which they began; the rest is of the first."""
    meetings: list[_Meeting] = []
    for part in sorted(listed, key=lambda part: (part.seq, part.n)):
        timed = [part.document] if _hours(part.document)[0] is not None and part.seq not in replaced else []
        own = _Meeting({(part.seq, part.document.pages)}, set(map(fold, part.items)), timed)
        meetings = _joined(meetings, own)
    timed_meetings = sorted((m for m in meetings if m.timed), key=_start)
    untimed = [m for m in meetings if not m.timed]
    if timed_meetings and untimed:
        timed_meetings[0].minutes |= {minutes for meeting in untimed for minutes in meeting.minutes}
    return timed_meetings


def _joined(meetings: list[_Meeting], own: _Meeting) -> list[_Meeting]:
    """The meetings with one more, which is one with those that it belongs to, and they with each other."""
    apart = [m for m in meetings if not _is_one(m, own)]
    for meeting in meetings:
        if meeting not in apart:
            own.minutes |= meeting.minutes
            own.numbers |= meeting.numbers
            own.timed += meeting.timed
    return [*apart, own]


def _is_one(one: _Meeting, other: _Meeting) -> bool:
    if one.numbers & other.numbers:
        return True
    return any(not are_apart(a, b) for a in one.timed for b in other.timed)


def _start(meeting: _Meeting) -> int:
    return min(_hours(document)[0] or 0 for document in meeting.timed)
