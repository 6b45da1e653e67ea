"""Where and when they met, as the cover says it beside its labels or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from importers.doubts import DoubtCode
from importers.minutes.cover_entries import Listed
from importers.minutes.cover_facts import Cover
from importers.patterns.cover import (
    BREAK,
    CLOSED,
    DAY_AND_TIMES,
    HELD_AT,
    LASTED,
    LEFT_OPEN_BEFORE_TIME,
    OPENED_AT,
    PLACE_AND_TIMES,
    PLACE_BEHIND,
    PLACE_END,
    TIMES,
)
from importers.patterns.cover_labels import WHERE_AND_WHEN, Label, label_of
from importers.patterns.organs import MUNICIPALITY_ALONE
from importers.patterns.people import PERSON
from importers.patterns.presence import FULL_NAME
from importers.text.layout import Line
from importers.text.passage import Passage, passage, sentences

_WHERE = WHERE_AND_WHEN - {Label.TIME}
_LONGEST_PLACE = 60  # letters
_BREAK_AND_MORE = 2  # times


def take_meeting(entry: Listed, cover: Cover) -> None:
    """Takes place and times from a cell: "Sessionssalen, Rådhuset, onsdagen den 29 maj 2024, kl. 13.00–15.40"."""
    words, resumed = _before_break(entry.words)
    times = list(TIMES.finditer(words.text))
    end = PLACE_END.search(words.text)
    place = words.cut(0, end.start()) if end else words
    if not place.text and times:
        place = _after_time(words, times[-1].end())
    place = place.cut(0, len(place.text.rstrip(" .;")))
    taken = False
    if entry.label in _WHERE and cover.place is None and place.text.strip(" ,"):
        cover.place, taken = place, True
    if entry.label in WHERE_AND_WHEN and times and cover.starts is None:
        ends = times[-1]["ends"]
        cover.starts, cover.ends, taken = times[0]["starts"], resumed if ends and resumed else ends, True
    if taken:
        cover.meeting_stands.append(words.source())


def _before_break(words: Passage) -> tuple[Passage, str | None]:
    """The words up to where they tell of a break, whose times are not the meeting's, and when it ended that went on behind it."""
    paused = BREAK.search(words.text)
    return (words.cut(0, paused.start()), _resumed(words.text[paused.start() :])) if paused else (words, None)


def _resumed(text: str) -> str | None:
    """When the meeting ended that went on right after its break: "lunch 12.00-13.00, 13.00-14.35"; or that is said to have
    ended: "ajournerades 12.00-13.00 och avslutades kl. 15.30"."""
    if closed := CLOSED.search(text):
        return next((one["starts"] for one in TIMES.finditer(text, closed.end())), None)
    times = list(TIMES.finditer(text))
    on = len(times) == _BREAK_AND_MORE and times[0]["ends"] is not None and times[0]["ends"] == times[1]["starts"]
    return times[1]["ends"] if on else None


def take_told(lines: Sequence[Line], cover: Cover) -> None:
    """Takes place and times from a sentence, and the next: "Nämnden sammanträdde i Förrådet. Mötet pågick 9.00–11.00."

    Where a sentence of the meeting holds a time and none is taken, it is doubted. Of a meeting whose place stands beside its
    label only the times are taken.
    """
    if cover.starts is not None:
        return
    for labelled, run in groupby(lines, key=lambda line: any(label_of(cell.text) for cell in line.cells)):
        told = () if labelled else sentences(passage(run))
        for at, sentence in enumerate(told):
            held = HELD_AT.search(sentence.text) if cover.place is None else None
            if held is None and LASTED.match(sentence.text) and _take_times(sentence, cover):
                cover.meeting_stands.append(sentence.source())
                return
            if held is None:
                if TIMES.search(sentence.text) and OPENED_AT.search(sentence.text):
                    cover.doubt(DoubtCode.MEETING_NOT_READ, sentence)
                    return
                continue
            rest = sentence.group(held, "rest")
            end = PLACE_END.search(rest.text)
            place = rest.text[: end.start() if end else None].rstrip(" .,;")
            if MUNICIPALITY_ALONE.match(place):  # "sammanträde med socialnämnden i Älnsjö kommun" says whose it is
                continue
            if len(place) > _LONGEST_PLACE:
                cover.doubt(DoubtCode.MEETING_NOT_READ, sentence)
                return
            cover.place = rest.cut(0, len(place))
            cover.meeting_stands.append(sentence.source())
            for one in told[at : at + 2]:
                opens = cover.starts is None and (one is sentence or OPENED_AT.search(one.text))
                if opens and _take_times(one, cover):
                    cover.meeting_stands += [] if one is sentence else [one.source()]
            return
    _take_line(lines, cover)


def _take_line(lines: Sequence[Line], cover: Cover) -> None:
    """Takes the times, and the place behind them, from a line of its own: "kl. 09:30–12:10, Regionens hus"."""
    for line in lines if cover.place is None else ():
        words = passage([line])
        if not DAY_AND_TIMES.match(words.text):
            words = passage([line.cells[0]])
        if match := DAY_AND_TIMES.match(words.text):
            (times,) = TIMES.finditer(words.text[: match.start("place") if match["place"] else None])
            cover.starts, cover.ends = times["starts"], times["ends"]
            cover.place = words.group(match, "place") if match["place"] else None
            cover.meeting_stands.append(words.source())
            return
    for at, line in enumerate(lines):
        words, above = passage([line]), lines[at - 1] if at else None
        match = PLACE_AND_TIMES.match(words.text)
        goes_on = above and LEFT_OPEN_BEFORE_TIME.search(above.text)
        if match and not goes_on and not (match["place"] and (cover.place or FULL_NAME.regex.match(words.text))):
            (times,) = TIMES.finditer(words.text)
            cover.starts, cover.ends = times["starts"], times["ends"]
            cover.place = words.group(match, "place") if match["place"] else cover.place
            cover.meeting_stands.append(words.source())
            return
    for line in lines:
        lasted = TIMES.search(line.text)
        if (
            lasted
            and lasted["ends"]
            and line.text[:1].isupper()
            and not BREAK.match(line.text)
            and not PERSON.search(line.text)
        ):
            cover.doubt(DoubtCode.MEETING_NOT_READ, passage([line]))
            return


def _take_times(told: Passage, cover: Cover) -> bool:
    """Takes when the meeting began and ended from a sentence; says whether it tells that."""
    words, resumed = _before_break(told)
    times = list(TIMES.finditer(words.text))
    if times:
        cover.starts, cover.ends = times[0]["starts"], resumed or times[-1]["ends"] or _end_of(times)
    return bool(times)


def _end_of(times: Sequence[re.Match[str]]) -> str | None:
    """The end where it is told as a time of its own: "öppnades kl. 13.00 och avslutades kl. 15.30"."""
    return times[-1]["starts"] if len(times) > 1 else None


def _after_time(words: Passage, end: int) -> Passage:
    """The place that follows the time: "Kl. 9.00-11.30, Nämndrummet"."""
    behind = PLACE_BEHIND.match(words.text[end:])
    return words.cut(end + (behind.end() if behind else 0))
