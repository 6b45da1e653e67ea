"""Heads of §§ in a form that nobody foresaw, found by their series: "Beslut nr 41", "[§ 42] Taxa för bad", "Par. 43: Nästa möte".

Where §§ lack that the cover's range names, lines that hold the awaited numbers, one after another and in one and the same
dress, head them. With no range at least four numbers on end behind or before a "§" do. Where two dresses do as well, or the
lines have no matter between them (a list of contents, of votes or of who was there), nothing is a head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from importers.bundle import Doubt
from importers.doubts import DoubtCode, doubt
from importers.minutes.numbering import ranges_on, shown, spans_of
from importers.patterns.contents import LEADERS
from importers.patterns.dates import DATE
from importers.patterns.headings import role_of
from importers.patterns.item_numbers import DATED_REST, LAW_ALONE
from importers.patterns.marks import LEFT_OPEN, RULE
from importers.patterns.titles import DECIDES_SOMEHOW
from importers.text.layout import Line
from importers.text.passage import Passage, passage
from importers.text.sections import Style

_NUMBER = re.compile(r"^(?P<before>[(\[]?§?)(?P<number>\d{1,4})(?P<behind>[.:,)\]]{0,2})$")
_DIGITS = re.compile(r"\d+")
_DASHES = frozenset({"–", "—", "-", "/", "|", ":"})
_LEAST = 3  # numbers
_LEAST_UNTOLD = 4  # the same with no range
_MOST = 400  # §§ of one meeting that are looked for
_NEARLY_ALL = 0.8
_FURTHEST = 4  # words before the number on its line
_EDGE = 4.0  # points
_SHORT = 60.0  # points: a line that ends so far from the edge is no line of a paragraph
_GAP = 1.6  # of the size

Dress = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A line that heads a §: its index, the § and the place of the number among its words."""

    index: int
    value: int
    at: int


def heads_in_series(lines: Sequence[Line], style: Style, read: Mapping[int, int]) -> tuple[Found, ...]:
    """The heads that lack among those `read`, which are the number of each § by its line's index."""
    awaited = _awaited(lines, read)
    lacking = [number for number in awaited if number not in read.values()]
    if not lacking and (awaited or read):
        return ()
    by_dress = _by_dress(lines, style, frozenset(awaited))
    least = _LEAST if awaited else _LEAST_UNTOLD
    found: dict[tuple[int, ...], list[Found]] = {}
    for dress, ones in by_dress.items():
        series = _series(lines, ones, read, awaited)
        if series is None or len(series) < least or (not awaited and "§" not in dress):
            continue
        if awaited and len(series) < _NEARLY_ALL * len(awaited):
            continue
        if _tells(lines, [one.index for one in series]):
            found[tuple(one.index for one in series)] = series
    if not found or (len(found) > 1 and not _one_for_all(found)):
        return ()
    best = max(found.values(), key=len)
    return tuple(one for one in best if one.index not in read)


def _one_for_all(found: Mapping[tuple[int, ...], Sequence[Found]]) -> bool:
    """Whether one series holds more numbers than any other."""
    lengths = sorted(map(len, found.values()))
    return lengths[-1] > lengths[-2]


def _awaited(lines: Sequence[Line], read: Mapping[int, int]) -> list[int]:
    """The numbers of the range on the cover, which stands before the first § read; else those that the §§ read lie between."""
    ranges = ranges_on(lines[: min(read, default=len(lines))], tuple(read.values()))
    numbers = {number for first, last in spans_of(ranges) for number in range(first, last + 1)}
    if not numbers and len(read) >= _LEAST_UNTOLD:
        numbers = set(range(min(read.values()), max(read.values()) + 1))
    return sorted(numbers) if len(numbers) <= _MOST else []


def _by_dress(lines: Sequence[Line], style: Style, awaited: frozenset[int]) -> dict[Dress, list[Found]]:
    """The lines that may be heads, by what stands before their number, how it is set, and where."""
    farthest = max((line.x1 for line in lines), default=0.0)
    by_dress: dict[Dress, list[Found]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not any(map(str.isdigit, line.text)) or LEADERS.search(line.text):
            continue
        for at in _places(line):
            match = _NUMBER.match(line.words[at].text)
            value = int(match["number"]) if match else 0
            if not match or (awaited and value not in awaited) or not value:
                continue
            if _runs_on(lines, index, at, style, farthest):
                continue
            by_dress[_dress(line, at, match)].append(Found(index, value, at))
            break
    return by_dress


def _places(line: Line) -> list[int]:
    """Where among the words a §'s number may stand: near the start of the line, or of its last cell."""
    near = min(len(line.words), _FURTHEST + 1)
    last = len(line.words) - len(line.cells[-1].words) if len(line.cells) > 1 else 0
    places = [*range(near), *(at for at in (last, last + 1) if near <= at < len(line.words))]
    # a number with the sign goes before one that counts the agenda: "Ärende nr 5, § 41"
    return sorted(places, key=lambda at: not _signed(line, at))


def _signed(line: Line, at: int) -> bool:
    words = [word.text for word in line.words]
    return "§" in words[at] or (at > 0 and words[at - 1].endswith("§")) or words[at + 1 : at + 2] == ["§"]


def _dress(line: Line, at: int, match: re.Match[str]) -> Dress:
    """What stands before the number on its line, numbers and a title evened out, and how and where it is set."""
    number = line.words[at]
    if at > _FURTHEST or (len(line.cells) > 1 and at >= len(line.words) - len(line.cells[-1].words)):
        start = len(line.words) - len(line.cells[-1].words)
        before, edge = line.words[start:at], line.words[start].x0
    else:
        before, edge = line.words[:at], line.x0
    # of heads that tell the day of the meeting it is the same on all: what another day had is cited
    worded = tuple(word.text if DATE.match(word.text) else _DIGITS.sub("0", word.text.casefold()) for word in before)
    signed = ("§",) if _signed(line, at) else ()
    edges = round(edge / _EDGE)
    return (
        *signed,
        worded,
        _behind(line, at) if is_day(_behind(line, at)) else "",
        match["before"],
        match["behind"],
        number.bold,
        round(number.size),
        edges,
    )


def _runs_on(lines: Sequence[Line], index: int, at: int, style: Style, farthest: float) -> bool:
    """Whether the number stands in running text: what is behind it goes on in small letters, tells a day, or names a law; or
    the line is one of a paragraph."""
    line, above = lines[index], lines[index - 1] if index else None
    rest = _behind(line, at)
    ends = line.words[at].text.endswith((".", ",")) and not rest
    dated = DATED_REST.match(rest) and not is_day(rest)
    if ends or rest[:1].islower() or dated or LAW_ALONE.match(rest) or rest.endswith((".", ",", ";")):
        return True
    if above is None or above.page != line.page or style.stands_out(line) or style.stands_out(above):
        return False
    if LEFT_OPEN.search(above.text):
        return True
    closed = above.text.endswith((".", ":", "!", "?", "_")) or RULE.match(above.text) is not None
    return not (closed or above.x1 < farthest - _SHORT or line.baseline - above.baseline > _GAP * line.size)


def _behind(line: Line, at: int) -> str:
    """What stands behind the number, and the sign that may stand behind it."""
    behind = [word.text for word in line.words[at + 1 :]]
    return " ".join(behind[1:] if behind[:1] == ["§"] else behind)


def is_day(text: str) -> bool:
    """Whether the words are a day and no more, as of the meeting in the head of each of its §§: "Kommunstyrelsen § 41 12.3.2025"."""
    match = DATED_REST.match(text)
    return match is not None and match.end() == len(text)


def _series(
    lines: Sequence[Line], ones: Sequence[Found], read: Mapping[int, int], awaited: Sequence[int]
) -> list[Found] | None:
    """The numbers in order, one line each, those read where they are; None where a number stands twice or out of order."""
    by_value = {value: list(group) for value, group in groupby(sorted(ones, key=_value), key=_value)}
    series: list[Found] = []
    places = {value: index for index, value in read.items()}
    for value in sorted(by_value):
        if value in places:
            same = [one for one in by_value[value] if one.index == places[value]]
            series += same
            continue
        low = max((index for number, index in places.items() if number < value), default=-1)
        high = min((index for number, index in places.items() if number > value), default=len(lines))
        there = [one for one in by_value[value] if low < one.index < high]
        if len(there) > 1:
            return None
        series += there
    gapless = bool(awaited) or all(after.value == one.value + 1 for one, after in pairwise(series))
    ordered = all(one.index < after.index for one, after in pairwise(series))
    return series if gapless and ordered else None


def _value(one: Found) -> int:
    return one.value


def _tells(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether most of the lines have a matter beneath them: a heading, or a decision."""
    told = sum(
        any(role_of(line.text) or DECIDES_SOMEHOW.search(line.text) for line in lines[start + 1 : end])
        for start, end in pairwise([*starts, len(lines)])
    )
    return 2 * told > len(starts)


def parts_in_series(line: Line, at: int) -> tuple[Line, Line | None, Line | None]:
    """The number of the § with its sign, a title in the cell before it, and what stands behind both."""
    words = line.words
    start = at - 1 if at and words[at - 1].text.endswith("§") else at
    end = at + 2 if [word.text for word in words[at + 1 : at + 2]] == ["§"] else at + 1
    number = line.part(words[start:end])
    while end < len(words) and words[end].text in _DASHES:
        end += 1
    before = line.cells[0]
    titled = len(line.cells) > 1 and start == len(before.words) and len(line.cells[-1].words) == len(words) - start
    worded = titled and any(map(str.isalpha, before.text)) and len(before.words) > 1
    return number, before if worded else None, line.part(words[end:]) if end < len(words) else None


def heads_doubts(doubtful: Sequence[Line], in_series: Sequence[Passage]) -> list[Doubt]:
    """A doubt for each line that may head a § that is not read, and one about the numbers of those whose heads only their series
    tells."""
    doubts: list[Doubt] = []
    for line in doubtful:
        words = passage([line])
        doubts.append(doubt(DoubtCode.ITEM_NOT_READ, text=words.text, sources=[words.source()]))
    if in_series:
        numbers = shown([int(_DIGITS.findall(one.text)[0]) for one in in_series])
        sources = [one.source() for one in in_series]
        doubts.append(doubt(DoubtCode.ITEMS_BY_SERIES, numbers=numbers, sources=sources))
    return doubts
