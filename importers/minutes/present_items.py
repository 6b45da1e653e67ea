"""The §§ that somebody was there for, as a cover says: "§§ 150-160", "ej § 117", "t o m § 120"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.patterns.cover import ONE_RANGE
from importers.patterns.present_items import AROUND_RANGES, BARE_RANGES, ITEM_RANGES, MOVED_AT, TURNS_RANGES

Span = tuple[int, int]
_NEXT = ("efter",)  # the § named is the last before it


def items_of(tail: str, spans: Sequence[Span]) -> tuple[tuple[str, str], ...] | None:
    """The §§ that somebody was there for, where the cover says: "§§ 150-160" gives (("150", "160"),).

    "ej § 117" and "t o m § 120" need the §§ of the minutes; where they are not given, or where a § named so is
    none of them and the meeting goes on beyond the file, nothing is read.
    """
    if moved := MOVED_AT.match(tail):
        part = parts_at(moved["how"], int(moved["number"]), spans)
        return _shown([part[0] if moved["left"] else part[1]]) if part else None
    bare = BARE_RANGES.match(tail.strip(" ,;"))
    if bare:
        return _shown(ranges_in(bare["ranges"]))
    matches = list(ITEM_RANGES.finditer(tail))
    if not matches or (not spans and any(one["how"] for one in matches)) or not _plainly_there(tail, matches):
        return None
    there = [span for one in matches if not one["how"] for span in ranges_in(one["ranges"])]
    if there and any(one["until"] or one["since"] for one in matches):
        return None
    there = there or list(spans)
    if any(one["how"] and not _all_within(ranges_in(one["ranges"]), spans) for one in matches):
        return None
    for one in matches:
        there = _left(one, there)
    return _shown(there)


def parts_at(how: str, number: int, spans: Sequence[Span]) -> tuple[Span, Span] | None:
    """The §§ before somebody came or left and those from then on: "efter" § 4 the later part begins with § 5, else with § 4."""
    if len(spans) != 1:
        return None
    first, last = spans[0]
    turn = number + 1 if how.casefold() in _NEXT else number
    return ((first, turn - 1), (turn, last)) if first < turn <= last else None


def _all_within(named: Sequence[Span], spans: Sequence[Span]) -> bool:
    """Whether each § named lies between the first and the last of the minutes."""
    low, high = min(first for first, _ in spans), max(last for _, last in spans)
    return all(low <= first and last <= high for first, last in named)


def _plainly_there(tail: str, matches: Sequence[re.Match[str]]) -> bool:
    """Whether nothing around the §§ turns what they say: "jäv § 58", "lämnar vid § 58", "§ 58 ej närvarande"."""
    leads = zip([0, *(one.end() for one in matches)], matches, strict=False)
    if any(one["after"] for one in matches):
        return False
    if not all(AROUND_RANGES.match(tail[at : one.start()]) for at, one in leads):
        return False
    return bool(matches[-1]["but"]) or not TURNS_RANGES.search(tail[matches[-1].end() :])


def _left(match: re.Match[str], there: list[Span]) -> list[Span]:
    """What is left of the §§ after "ej § 117", "t o m § 120" or "fr o m § 61"; plain §§ leave them as they are."""
    named = ranges_in(match["ranges"])
    if not named:
        return []
    if match["but"]:
        return _without(there, named)
    if match["until"]:
        return [(first, min(last, named[-1][1])) for first, last in there if first <= named[-1][1]]
    if match["since"]:
        return [(max(first, named[0][0]), last) for first, last in there if last >= named[0][0]]
    return there


def _without(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    left = list(spans)
    for first, last in taken:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, first - 1)), (max(start, last + 1), end))
            if part[0] <= part[1]
        ]
    return list(dict.fromkeys(left))


def ranges_in(text: str) -> list[Span]:
    """The ranges of §§ that the words print: "71-83,86" gives (71, 83) and (86, 86)."""
    spans = ((int(m["first"]), int(m["last"] or m["first"])) for m in ONE_RANGE.finditer(text))
    return [(first, last) for first, last in spans if first <= last]


def _shown(spans: Sequence[Span]) -> tuple[tuple[str, str], ...] | None:
    return tuple((str(first), str(last)) for first, last in spans) or None
