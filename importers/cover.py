"""The cover of minutes: where and when, who was there, who verifies.

    Plats: Stadshuset
    Ledamöter                       Ledamöter, forts.        Beslutande    Anna Ek (S), ordförande
    Jonas Attenius (S), ordförande  Elisabet Lann (KD)                     Bo Å (V)
    Ersättare                       Justerare                Ersättare     Cia Berg (M), ersätter Dan Holm (M) §§ 3-5

A label holds for the cells beneath it in its column, and for the column of what stands beside it, until the next label there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from importers.bundle import Attendance, Meeting, Person, Presence, Source
from importers.layout import Line
from importers.passage import Passage, passage
from importers.patterns.cover import (
    CHAIR,
    ITEM_RANGE,
    MEMBERS,
    OFFICE,
    OTHER_LABEL,
    OTHERS,
    PARAGRAPHS,
    PLACE,
    PLACE_AND_TIME,
    PLACE_AND_TIME_LABEL,
    SERVES_FOR,
    SERVING,
    SUBSTITUTES,
    TIMES,
    VERIFIERS,
)
from importers.patterns.people import PERSON
from importers.statements.people import person

_SAME_COLUMN = 8.0  # points


class _Label(StrEnum):
    MEMBERS = "members"
    SERVING = "serving"
    SUBSTITUTES = "substitutes"
    OTHERS = "others"
    VERIFIERS = "verifiers"
    PLACE_AND_TIME = "place_and_time"
    NONE = "none"


_LABELS = (
    (_Label.MEMBERS, MEMBERS),
    (_Label.SERVING, SERVING),
    (_Label.SUBSTITUTES, SUBSTITUTES),
    (_Label.OTHERS, OTHERS),
    (_Label.VERIFIERS, VERIFIERS),
    (_Label.PLACE_AND_TIME, PLACE_AND_TIME_LABEL),
    (_Label.NONE, OTHER_LABEL),
)


@dataclass(slots=True)
class Cover:
    """What the cover says; each part `None` or empty where it says nothing.

    `meeting_stands` and `attendance_stands` hold where the parts stand that bring no source of their own.
    """

    place: Passage | None = None
    starts: str | None = None
    ends: str | None = None
    paragraphs: str | None = None
    chair: Person | None = None
    members: list[Presence] = field(default_factory=list)
    substitutes: list[Presence] = field(default_factory=list)
    others: list[Person] = field(default_factory=list)
    justerare: list[tuple[Person, Passage]] = field(default_factory=list)
    meeting_stands: list[Source] = field(default_factory=list)
    attendance_stands: list[Source] = field(default_factory=list)

    def meeting(self) -> Meeting | None:
        if not (self.place or self.starts or self.paragraphs):
            return None
        return Meeting(self.place.text if self.place else None, self.starts, self.ends, self.paragraphs)

    def attendance(self) -> Attendance | None:
        if not (self.chair or self.members or self.substitutes or self.others):
            return None
        return Attendance(self.chair, tuple(self.members), tuple(self.substitutes), tuple(self.others))


def read_cover(lines: Sequence[Line]) -> Cover:
    """The cover that the lines before the first § are."""
    cover = Cover()
    columns: list[tuple[float, _Label]] = []
    for line in lines:
        beside: _Label | None = None
        for cell in line.cells:
            label, value = _label(cell)
            if label is not None:
                _set(columns, cell.x0, label)
                beside = label
            elif beside is not None:
                _set(columns, cell.x0, beside)
            if value is not None:
                _take(value, label or _at(columns, cell.x0), cover)
    return cover


def _label(cell: Line) -> tuple[_Label | None, Passage | None]:
    """The label that the cell is or starts with, and its value. A cell without a label is all value.

    Words after a label are its value where a colon says so or where they name somebody: "Ersättare Anna Ek (C)".
    """
    words = passage([cell])
    for label, pattern in _LABELS:
        match = pattern.match(words.text)
        if match is None:
            continue
        inline = match.groupdict().get("value")
        if not inline:
            return label, None
        if match["colon"] or PERSON.search(inline):
            return label, words.group(match, "value")
    return None, words


def _set(columns: list[tuple[float, _Label]], x0: float, label: _Label) -> None:
    columns[:] = [(x, one) for x, one in columns if abs(x - x0) >= _SAME_COLUMN]
    columns.append((x0, label))


def _at(columns: Sequence[tuple[float, _Label]], x0: float) -> _Label:
    return next((label for x, label in columns if abs(x - x0) < _SAME_COLUMN), _Label.NONE)


def _take(words: Passage, label: _Label, cover: Cover) -> None:
    if _take_meeting(words, cover, label):
        return
    if label is _Label.MEMBERS:
        _take_members(words, cover)
    elif label in (_Label.SERVING, _Label.SUBSTITUTES):
        cover.substitutes += _presences(words, serving=label is _Label.SERVING)
    elif label is _Label.OTHERS:
        for one in _presences(words, serving=False):
            cover.others.append(one.person)
            cover.attendance_stands.append(one.source)
    elif label is _Label.VERIFIERS:
        cover.justerare += [(one.person, words) for one in _presences(words, serving=True)]


def _take_members(words: Passage, cover: Cover) -> None:
    for one in _presences(words, serving=True):
        if cover.chair is None and one.person.role == "ordförande":
            cover.chair = one.person
            cover.attendance_stands.append(one.source)
        else:
            cover.members.append(one)


def _take_meeting(words: Passage, cover: Cover, label: _Label) -> bool:
    """Takes place, times or the range of §§, which name themselves; says whether the cell was one of them."""
    place, times, paragraphs = PLACE.match(words.text), TIMES.match(words.text), PARAGRAPHS.match(words.text)
    if label is _Label.PLACE_AND_TIME and (both := PLACE_AND_TIME.match(words.text)):
        place = times = both
    if place and cover.place is None:
        cover.place = words.group(place, "place")
    if times and cover.starts is None:
        cover.starts, cover.ends = times["starts"], times["ends"]
    if paragraphs and cover.paragraphs is None:
        cover.paragraphs = paragraphs["paragraphs"]
    if place or times or paragraphs:
        cover.meeting_stands.append(words.source())
    return bool(place or times or paragraphs)


def _presences(words: Passage, *, serving: bool) -> Iterator[Presence]:
    """Everybody named in the cell, with office, §§ and for whom, as far as it says."""
    matches = list(PERSON.finditer(words.text))
    index = 0
    while index < len(matches):
        match = matches[index]
        end = matches[index + 1].start() if index + 1 < len(matches) else len(words.text)
        stands_for: Person | None = None
        if index + 1 < len(matches) and SERVES_FOR.search(words.text[match.end() : end]):
            index += 1
            stands_for = person(matches[index]["name"], matches[index]["party"])
            end = matches[index + 1].start() if index + 1 < len(matches) else len(words.text)
        tail = words.text[match.end() : end]
        yield Presence(
            person=_with_office(person(match["name"], match["party"]), tail),
            serving=serving or stands_for is not None,
            for_=stands_for,
            items=_items(tail),
            source=words.cut(match.start(), end).source(),
        )
        index += 1


def _with_office(one: Person, tail: str) -> Person:
    office = CHAIR.match(tail) or OFFICE.match(tail)
    return replace(one, role=office.group().strip(" ,")) if office else one


def _items(tail: str) -> tuple[tuple[str, str], ...] | None:
    """The §§ that somebody was there for, where the cover says: "§§ 150-160" gives (("150", "160"),)."""
    ranges = tuple((match["first"], match["last"] or match["first"]) for match in ITEM_RANGE.finditer(tail))
    return ranges or None


def is_cover(lines: Sequence[Line]) -> bool:
    """Whether any of the lines is a label of attendance: an extract has none."""
    labels = (_Label.MEMBERS, _Label.SUBSTITUTES, _Label.SERVING)
    return any(_label(cell)[0] in labels for line in lines for cell in line.cells)
