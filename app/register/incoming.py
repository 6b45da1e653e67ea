"""Lists of what has come in, which a § holds beneath its decision.

Antecknas. Efter kommunfullmäktiges sammanträde den 28 maj har följande motioner och skrivelser inkommit: 2026-05-27 Motion av
Anna Ek (C) om bänkar i parken
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# What opens a list of motions.
MOTIONS_FOLLOW = re.compile(
    r"\bföljande\b.{0,60}\bmotion\w{0,4}\b.{0,80}\b(?:inkommit|anmäl\w{0,4}|väckts|lämnats|getts)\b", re.I
)
_LIST_FOLLOWS = re.compile(
    r"\bföljande\b.{0,60}\b(?:motion|skrivelse|interpellation|medborgarförslag|handling|ärende|fråg|beslut)\w{0,6}\b"
    r".{0,80}\b(?:inkommit|anmäl(?:s|es|ts|da)|väckts|lämnats)\b",
    re.I,
)


# What speaks of the list again, or of the matter, beneath its rows.
_DECIDES = re.compile(
    r"^(?:att\b|antecknas\b|(?:förteckningen|listan|anmälan|ärendet|ärendena|handlingarna|motionerna|skrivelserna)\b"
    r"|(?:kommun|region|stads)?fullmäktige beslutar\b)",
    re.I,
)


def rows_of_lists(texts: Sequence[str]) -> set[int]:
    """Which of a decision's sentences are rows of a list: what opens it, and all that follow until one says what is decided."""
    rows: set[int] = set()
    for i, text in enumerate(texts):
        if rows and _DECIDES.match(text):
            break
        if rows or _LIST_FOLLOWS.search(text):
            rows.add(i)
    return rows
