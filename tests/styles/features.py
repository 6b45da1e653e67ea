"""Every feature of style, gathered from the files that print them."""

from __future__ import annotations

from tests.styles import bundle, cover, decisions, dissent, heads, lists, minutes, stances, votes, words
from tests.styles.style import Feature

_ROOMS = (words, heads, decisions, stances, votes, dissent, lists, cover, minutes, bundle)


def _all() -> tuple[Feature[object], ...]:
    at_hand = [value for room in _ROOMS for value in vars(room).values() if isinstance(value, Feature)]
    at_hand += minutes.HEADINGS.values()
    return tuple({feature.name: feature for feature in at_hand}.values())


FEATURES = _all()
