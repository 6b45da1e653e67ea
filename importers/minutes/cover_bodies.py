"""A cover that lists several bodies which met together."""

from __future__ import annotations

from dataclasses import replace

from importers.bundle import Severity
from importers.doubts import DoubtCode, doubt
from importers.minutes.cover_entries import Listed
from importers.minutes.cover_facts import Cover
from importers.minutes.head_line import is_organ
from importers.patterns.cover_labels import OF_ATTENDANCE, Label
from importers.patterns.organs import OFFICE_ENDS

_SEVERAL = 2  # bodies


def doubt_several_bodies(listed: list[Listed], cover: Cover) -> None:
    """Doubts whom the lists of several bodies hold that met together: each decides in §§ of its own, it may be."""
    heads = [one for one in listed if one.label in (*OF_ATTENDANCE, Label.NONE) and is_organ(one.words.text)]
    named = [one for one in heads if not OFFICE_ENDS.search(one.words.text)]  # over officials of its own
    rows = {one.words.printed[0].line for one in named if one.label in OF_ATTENDANCE}
    bodies = {one.words.text for one in named if one.label in OF_ATTENDANCE or one.words.printed[0].line in rows}
    if len(bodies) < _SEVERAL:
        return
    people = [one for one in listed if one.label in OF_ATTENDANCE]
    sources = [one.words.source() for one in people]
    told = doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, text=", ".join(sorted(bodies)), sources=sources)
    cover.doubts.append(replace(told, severity=Severity.ERROR))
    listed[:] = [one for one in listed if one not in people]
