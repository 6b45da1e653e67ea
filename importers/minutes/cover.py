"""The cover of minutes: where and when, who was there, who verifies.

    Plats: Stadshuset
    Ledamöter                       Ledamöter, forts.        Beslutande    Anna Ek (S), ordförande
    Jonas Attenius (S), ordförande  Elisabet Lann (KD)                     Bo Å (V)
    Ersättare                       Justerare                Ersättare     Cia Berg (M), ersätter Dan Holm (M) §§ 3-5

A label holds for the cells beneath it in its column, and for the column of what stands beside it, until the next label there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from importers.bundle import Attendance, Meeting, Person, Presence, Source
from importers.minutes.numbering import ranges_on, spans_of
from importers.minutes.presence import Span, people_in, presences
from importers.patterns.cover import (
    BARE_RANGES,
    BREAK,
    CHAIR_LABEL,
    END_LABEL,
    GOES_ON,
    LEFT_OPEN,
    MEMBERS,
    OTHER_LABEL,
    OTHERS,
    PARAGRAPHS_LABEL,
    PARTY_ALONE,
    PLACE_AND_TIME_LABEL,
    PLACE_END,
    PLACE_LABEL,
    SERVING,
    SUBSTITUTES,
    TIME_LABEL,
    TIMES,
    VERIFIERS,
)
from importers.patterns.people import PERSON
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

_SAME_COLUMN = 8.0  # points


class _Label(StrEnum):
    MEMBERS = "members"
    SERVING = "serving"
    SUBSTITUTES = "substitutes"
    OTHERS = "others"
    VERIFIERS = "verifiers"
    CHAIR = "chair"
    PLACE_AND_TIME = "place_and_time"
    PLACE = "place"
    TIME = "time"
    END = "end"
    NONE = "none"


_LABELS = (
    (_Label.MEMBERS, MEMBERS),
    (_Label.SERVING, SERVING),
    (_Label.SUBSTITUTES, SUBSTITUTES),
    (_Label.OTHERS, OTHERS),
    (_Label.VERIFIERS, VERIFIERS),
    (_Label.CHAIR, CHAIR_LABEL),
    (_Label.PLACE_AND_TIME, PLACE_AND_TIME_LABEL),
    (_Label.PLACE, PLACE_LABEL),
    (_Label.TIME, TIME_LABEL),
    (_Label.END, END_LABEL),
    (_Label.NONE, OTHER_LABEL),
    (_Label.NONE, PARAGRAPHS_LABEL),
)
_OF_PEOPLE = (_Label.MEMBERS, _Label.SERVING, _Label.SUBSTITUTES, _Label.OTHERS, _Label.VERIFIERS, _Label.CHAIR)
_WHERE_AND_WHEN = (_Label.PLACE_AND_TIME, _Label.PLACE, _Label.TIME)


@dataclass(slots=True)
class _Entry:
    """What stands in one cell under a label, with the lines that go on from it."""

    label: _Label
    words: Passage


@dataclass(slots=True)
class _Column:
    """What holds in a column, and the edge of the label that says so."""

    label: _Label
    owner: float


@dataclass(slots=True)
class Cover:
    """What the cover says; each part `None` or empty where it says nothing.

    `meeting_stands` and `attendance_stands` hold where the parts stand that bring no source of their own.
    """

    place: Passage | None = None
    starts: str | None = None
    ends: str | None = None
    paragraphs: Passage | None = None
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
        paragraphs = self.paragraphs.text if self.paragraphs else None
        return Meeting(self.place.text if self.place else None, self.starts, self.ends, paragraphs)

    def attendance(self) -> Attendance | None:
        if not (self.chair or self.members or self.substitutes or self.others):
            return None
        return Attendance(self.chair, tuple(self.members), tuple(self.substitutes), tuple(self.others))


def read_cover(lines: Sequence[Line], numbers: Sequence[int] = ()) -> Cover:
    """The cover that the lines before the first § are. `numbers` are those of the §§, where no range is printed."""
    cover = Cover()
    ranges = ranges_on(lines)
    if ranges:
        cover.paragraphs = ranges[0]
        cover.meeting_stands.append(ranges[0].source())
    spans = spans_of(ranges) or ([(min(numbers), max(numbers))] if numbers else [])
    for entry in _entries(lines):
        if entry.label in _WHERE_AND_WHEN:
            _take_meeting(entry, cover)
        elif entry.label in _OF_PEOPLE:
            _take_people(entry, spans, cover)
    return cover


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """What stands under labels, in printed order."""
    columns: dict[float, _Column] = {}
    last: dict[float, _Entry] = {}
    entries: list[_Entry] = []
    for line in lines:
        beside: _Column | None = None
        row: _Entry | None = None
        for index, cell in enumerate(line.cells):
            label, value = _label(cell)
            if label is _Label.END and index == 0:
                columns.clear()
            if label is not None:
                _forget(last, cell.x0)
                beside, row = _newly(columns, label, cell.x0), None
            elif beside:
                columns[_edge(columns, cell.x0)] = beside
                if value and people_in(value.text):  # what stands beneath the label itself is no longer its own
                    columns[beside.owner] = _Column(_Label.NONE, beside.owner)
            if value is None:
                continue
            x0 = value.printed[0].word.x0
            column = columns.setdefault(_edge(columns, x0), beside or _Column(_Label.NONE, x0))
            holds = label or (row.label if row and _of_row(column, value) else column.label)
            before = _open(row, last.get(_edge(last, x0)), holds, value)
            if before:
                before.words = join([before.words, value])
                continue
            row = _Entry(holds, value)
            last[_edge(last, x0)] = row
            entries.append(row)
    return entries


def _of_row(column: _Column, value: Passage) -> bool:
    """Whether a cell in a column without a heading tells of whoever stands before it in its row: "Anna Ek    M    66 68"."""
    told = PARTY_ALONE.match(value.text) or BARE_RANGES.match(value.text) or GOES_ON.match(value.text)
    return column.label is _Label.NONE and bool(told)


def _open(row: _Entry | None, above: _Entry | None, holds: _Label, value: Passage) -> _Entry | None:
    """The entry that the cell goes on with: of somebody above it in its column, or of who stands before it in its row."""
    foreign = row is None or row.label is not holds
    if above and above is not row and above.label is holds and (foreign or PERSON.search(above.words.text)):
        return above if _goes_on(above, value, same_line=False) else _in_row(row, holds, value)
    return _in_row(row, holds, value)


def _in_row(row: _Entry | None, holds: _Label, value: Passage) -> _Entry | None:
    return row if row and row.label is holds and _goes_on(row, value, same_line=True) else None


def _goes_on(before: _Entry, value: Passage, *, same_line: bool) -> bool:
    """Whether the cell goes on with the entry before it: a party or office in a column of its own, or a wrapped line."""
    if before.label not in _OF_PEOPLE:
        return False
    if same_line and PARTY_ALONE.match(value.text):
        return True
    return bool(GOES_ON.match(value.text) or LEFT_OPEN.search(before.words.text))


def _label(cell: Line) -> tuple[_Label | None, Passage | None]:
    """The label that the cell is or starts with, and its value. A cell without a label is all value.

    Words after a label are its value where a colon says so or where they name somebody: "Ersättare Anna Ek (C)".
    """
    words = passage([cell])
    if not words.text[:1].isupper():
        return None, words  # an office in a column of its own: "ordförande"
    for label, pattern in _LABELS:
        match = pattern.match(words.text)
        if match is None:
            continue
        inline = match.groupdict().get("value")
        if not inline:
            return label, None
        named = PERSON.search(inline) or (label in _OF_PEOPLE and people_in(inline))
        if match["colon"] or named or label in _WHERE_AND_WHEN:
            return label, words.group(match, "value")
        if pattern is PARAGRAPHS_LABEL:
            return label, None
    return None, words


def _newly(columns: dict[float, _Column], label: _Label, x0: float) -> _Column:
    """The label takes its column, and those that the label before it in that column held."""
    column = _Column(label, _edge(columns, x0))
    for x, held in columns.items():
        if held.owner == column.owner:
            columns[x] = column
    columns[column.owner] = column
    return column


def _forget(last: dict[float, _Entry], x0: float) -> None:
    """Nothing goes on across a label."""
    for x in [x for x in last if x >= x0 - _SAME_COLUMN]:
        del last[x]


def _edge(columns: Mapping[float, object], x0: float) -> float:
    """The column that stands at this edge, or a new one."""
    return next((x for x in columns if abs(x - x0) < _SAME_COLUMN), x0)


def _take_people(entry: _Entry, spans: Sequence[Span], cover: Cover) -> None:
    words = entry.words
    if entry.label in (_Label.MEMBERS, _Label.CHAIR):
        _take_members(entry, spans, cover)
    elif entry.label in (_Label.SERVING, _Label.SUBSTITUTES):
        cover.substitutes += presences(words, spans, serving=entry.label is _Label.SERVING)
    elif entry.label is _Label.OTHERS:
        for one in presences(words, spans, serving=False):
            cover.others.append(one.person)
            cover.attendance_stands.append(one.source)
    else:
        known = {one.name for one, _ in cover.justerare}
        cover.justerare += [(one, words) for one in people_in(words.text) if one.name not in known]


def _take_members(entry: _Entry, spans: Sequence[Span], cover: Cover) -> None:
    """Of a label "Ordförande" only who is named with a party: without one it is a signature."""
    for one in presences(entry.words, spans, serving=True):
        is_chair = one.person.role is not None and one.person.role.lower() in ("ordförande", "ordf.")
        if entry.label is _Label.CHAIR and not PERSON.search(entry.words.text):
            continue
        if cover.chair is None and (is_chair or entry.label is _Label.CHAIR):
            cover.chair = one.person
            cover.attendance_stands.append(one.source)
        elif entry.label is _Label.MEMBERS:
            cover.members.append(one)


def _take_meeting(entry: _Entry, cover: Cover) -> None:
    """Takes place and times from a cell: "Sessionssalen, Rådhuset, onsdagen den 29 maj 2024, kl. 13.00–15.40"."""
    words = entry.words
    if paused := BREAK.search(words.text):
        words = words.cut(0, paused.start())
    times = list(TIMES.finditer(words.text))
    end = PLACE_END.search(words.text)
    place = words.cut(0, end.start()) if end else words
    if not place.text and times:
        place = _after_time(words, times[-1].end())
    taken = False
    if entry.label is not _Label.TIME and cover.place is None and place.text.strip(" ,"):
        cover.place, taken = place, True
    if entry.label is not _Label.PLACE and times and cover.starts is None:
        cover.starts, cover.ends, taken = times[0]["starts"], times[-1]["ends"], True
    if taken:
        cover.meeting_stands.append(words.source())


def _after_time(words: Passage, end: int) -> Passage:
    """The place that follows the time: "Kl. 9.00-11.30, Nämndrummet"."""
    rest = words.text[end:]
    return words.cut(end + len(rest) - len(rest.lstrip(" ,;.")))


def is_cover(lines: Sequence[Line]) -> bool:
    """Whether any of the lines is a label of attendance: an extract has none."""
    labels = (_Label.MEMBERS, _Label.SUBSTITUTES, _Label.SERVING)
    return any(_label(cell)[0] in labels for line in lines for cell in line.cells)
