"""Whether a § is verified at once, and when minutes were verified and posted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import takewhile

from importers.bundle import Doubt, Notice, Verification
from importers.doubts import DoubtCode, doubt
from importers.patterns.cover import PLACE_END
from importers.patterns.cover_labels import Label
from importers.patterns.dates import DATE, DAY_AND_MONTH, date_of, day_after, first_date
from importers.patterns.headings import SIGNS_BENEATH
from importers.patterns.pattern import Pattern
from importers.patterns.verification import (
    ABOUT_ITEMS,
    ABOUT_MOTIONS,
    AT_ONCE,
    CLOCK_FIRST,
    DAY_OF_FORM,
    NOTICE_BENEATH,
    PLACE_BEFORE_DAY,
    POSTED,
    POSTED_BETWEEN,
    POSTED_SOMEHOW,
    TAKEN_DOWN,
    VERIFIED_AT_ONCE_ON,
    VERIFIED_BEFORE_DAY,
    VERIFIED_ON,
    VERIFIED_SOMEHOW,
    VERIFIED_TOLD,
)
from importers.text.blocks import Block
from importers.text.forms import Row, rows_of, values_of
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_MOST_ITEMS = 200
_BENEATH = 3  # rows
_LABEL_AND_VALUE = 2  # cells
_PLACED = (Label.PLACE, Label.TIME, Label.PLACE_AND_TIME, Label.MEETING_DATE)


def at_once(parts: Iterable[Block]) -> bool:
    """Whether the section says that the § is verified at once: "förklaras omedelbart justerat"."""
    return any(AT_ONCE.search(part.whole.text) for part in parts)


def verification_in(
    text: Passage, form: Sequence[Row] = (), met: dt.date | None = None
) -> tuple[Verification, Passage, Doubt | None] | None:
    """The day on which the minutes were verified, and where: "Dag för justering 2024-03-11", else what the form says.

    `met`: the day of the meeting, which gives the year of "tisdagen den 3 februari"; that it did is doubted.
    """
    if match := VERIFIED_ON.search(text.text):
        return Verification(date=first_date(match["date"])), text.group(match, "date"), None
    for value in values_of(form, Label.VERIFIED):
        if (match := DATE.search(value.text)) and (day := date_of(match)):
            return Verification(day, _place(value.text, match)), value, None
        if met and (match := DAY_AND_MONTH.search(value.text)) and (day := day_after(match, met)):
            printed = value.group(match)
            unsure = doubt(
                DoubtCode.VERIFICATION_YEAR, printed=printed.text, date=day.isoformat(), sources=[printed.source()]
            )
            return Verification(day, _place(value.text, match)), value, unsure
    for label, before in ((Label.VERIFICATION, VERIFIED_BEFORE_DAY), (Label.VERIFIERS, PLACE_BEFORE_DAY)):
        for value in values_of(form, label):
            if (match := DATE.search(value.text)) and before.match(value.text[: match.start()]):
                return Verification(date_of(match), _place(value.text, match)), value, None
    if match := VERIFIED_TOLD.search(text.text) or VERIFIED_AT_ONCE_ON.search(text.text):
        return Verification(date=first_date(match["date"])), text.group(match, "date"), None
    return _beneath(form)


def _beneath(form: Sequence[Row]) -> tuple[Verification, Passage, None] | None:
    """What stands in rows of their own beneath the label: "Justering" over "Plats: Kommunhuset" and "Tid: 2025-03-14"."""
    for rows in _rows_beneath(form):
        values = [(form[at][0].label, value) for at in rows if (value := _value_of(form[at]))]
        for label, value in values:
            if label is not Label.PLACE and (match := DATE.search(value.text)) and (day := date_of(match)):
                place = next((other.text for one, other in values if one is Label.PLACE), None)
                before = "" if label is None else value.text[: match.start()]  # "Datum: 2025-03-14" names no place
                return Verification(day, place or _place(before + value.text[match.start() :], match)), value, None
    return None


def without_verification(lines: Sequence[Line]) -> list[Line]:
    """The lines of a cover without those that say beneath "Justering" where and when that was: it is not where they met."""
    told = {at for rows in _rows_beneath(rows_of(lines)) for at in rows}
    return [line for index, line in enumerate(lines) if index not in told]


def _rows_beneath(form: Sequence[Row]) -> Iterator[range]:
    """The rows that stand beneath "Justering", which is alone in its own, and say where and when that was."""
    for at, row in enumerate(form):
        if len(row) == 1 and row[0].label is Label.VERIFICATION and row[0].value is None:
            rows = takewhile(lambda other: _is_placed(form[other]), range(at + 1, min(at + 1 + _BENEATH, len(form))))
            yield range(at + 1, at + 1 + len(list(rows)))


def _is_placed(row: Row) -> bool:
    if not row or len(row) > _LABEL_AND_VALUE:
        return False
    first = row[0].value
    dated = row[0].label is None and first is not None and DAY_OF_FORM.match(first.text) is not None
    return dated or row[0].label in _PLACED


def _value_of(row: Row) -> Passage | None:
    first, beside = row[0], row[1].value if len(row) == _LABEL_AND_VALUE and row[1].label is None else None
    return beside or first.value


def _place(text: str, day: re.Match[str]) -> str | None:
    """The place before or behind the day: "Kommunhuset 2025-03-11, kl 09.00", "Måndag den 21 januari 2019, Rådhuset"."""
    before = PLACE_END.search(text[: day.start()] + " den 1")
    place = (
        text[: min(day.start(), before.start() if before else len(text))].strip(" ,;.").removesuffix(" den").strip(" ,")
    )
    behind = CLOCK_FIRST.regex.sub("", text[day.end() :]).strip(" ,;.")
    place = place or behind
    return None if not place or "justera" in place.lower() else place


def notice_in(text: Passage, form: Sequence[Row] = ()) -> tuple[Notice, Passage] | None:
    """The days between which the notice stands, as far as the form or else the text says."""
    posted = _dated(form, Label.POSTED) or _told(POSTED, text) or _told(POSTED_BETWEEN, text)
    until = _dated(form, Label.TAKEN_DOWN) or _told(TAKEN_DOWN, text) or _told(POSTED_BETWEEN, text, "until")
    first = posted or until
    if first is None:
        return None
    return Notice(posted=posted[0] if posted else None, until=until[0] if until else None), first[1]


def notice_beneath(lines: Sequence[Line]) -> int:
    """Where the lines of a § end that no heading parts from when the minutes were verified and posted."""
    for index, line in enumerate(lines):
        ended = index > 0 and lines[index - 1].text.endswith((".", ":", "_"))
        if ended and NOTICE_BENEATH.match(line.text) and not SIGNS_BENEATH.match(line.text):
            return index
    return len(lines)


def days_not_read(
    lines: Sequence[Line], form: Sequence[Row], verified: Verification | None, notice: Notice | None
) -> Iterator[Doubt]:
    """A doubt where a line seems to say when the minutes were verified or posted, and no day was read; of a notice of
    which one day was read, where a line says another."""
    days = [day for day in (notice.posted, notice.until) if day] if notice else []
    read = days[0] if len(days) == 1 else None
    known = {read, verified.date if verified else None}
    for value, pattern, code in (
        (verified, VERIFIED_SOMEHOW, DoubtCode.VERIFICATION_NOT_READ),
        (notice if read is None else None, POSTED_SOMEHOW, DoubtCode.NOTICE_NOT_READ),
    ):
        lines_of_it = (line for line in lines if pattern.search(line.text) and not (read and _says(line.text, known)))
        words = next((passage([line]) for line in lines_of_it), None) if value is None else None
        if value is None and words is None and code is DoubtCode.VERIFICATION_NOT_READ:
            words = next((one for one in _of_form(form) if DATE.search(one.text)), None)
        if words is not None:
            yield doubt(code, text=words.text, sources=[words.source()])


def _of_form(form: Sequence[Row]) -> Iterator[Passage]:
    """What the form says beside the labels of verifying: "§§ 1-4: 2025-03-14, § 5: 2025-03-04"."""
    yield from values_of(form, Label.VERIFIED)
    yield from values_of(form, Label.VERIFICATION)


def _says(text: str, known: Set[dt.date | None]) -> bool:
    """Whether no other day than those stands in the text."""
    return all(date_of(match) in known for match in DATE.finditer(text))


def _dated(form: Sequence[Row], label: Label) -> tuple[dt.date, Passage] | None:
    """The first day that the form prints at the label, for all §§: "2020-10-28 avseende § 232" is that of one."""
    for value in values_of(form, label):
        match = DATE.search(value.text)
        if match and (day := date_of(match)) and "§" not in value.text[match.end() :]:
            return day, value.group(match)
    return None


def _told(pattern: Pattern, text: Passage, which: str = "date") -> tuple[dt.date, Passage] | None:
    match = pattern.search(text.text)
    day = first_date(match[which]) if match else None
    return (day, text.group(match, which)) if match and day else None


def items_named(text: str) -> tuple[str, ...]:
    """The other §§ that a clause decides about: "Motionerna under paragraferna 12-13 bordläggs." gives 12 and 13."""
    if not ABOUT_MOTIONS.match(text):
        return ()
    match = ABOUT_ITEMS.search(text)
    if match is None:
        return ()
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not first <= last <= first + _MOST_ITEMS:
        return ()
    more = re.findall(r"\d{1,4}", match["more"] or "")
    return (*(str(number) for number in range(first, last + 1)), *more)
