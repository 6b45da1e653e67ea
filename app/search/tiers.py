"""How well a hit answers: what all stands in the title, then in the words themselves, then in parts of compounds."""

from __future__ import annotations

from enum import IntEnum


class Tier(IntEnum):
    TITLE = 0
    WORDS = 1
    PARTS = 2
