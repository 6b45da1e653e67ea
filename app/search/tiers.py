"""How well a hit answers: what all is the title, what all stands in it, then in the words themselves, then in parts of
compounds."""

from __future__ import annotations

from enum import IntEnum


class Tier(IntEnum):
    EXACT = 0
    TITLE = 1
    WORDS = 2
    PARTS = 3
