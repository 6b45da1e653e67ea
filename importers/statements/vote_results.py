"""What a vote came to, as the minutes print it after the count.

Omröstningen utfaller med 40 Ja mot 41 Nej. Kommunfullmäktige har därmed beslutat bifalla yrkandet från L.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from importers.bundle import BallotChoice
from importers.patterns.votes import LEADS_TO_VOTE, RESULT_TOLD, WHAT_WON
from importers.statements.vote_events import Event
from importers.text.passage import Passage, sentences

_SIDES = (BallotChoice.YES, BallotChoice.NO)


def result_in(text: Passage, lined: str, events: Sequence[Event], start: int, end: int) -> Passage | None:
    """The sentence between two offsets that says what came of the vote held there; `None` where none or several do.

    `lined` is the text with "\\n" in place of the blank between two paragraphs or rows: a row ends a sentence.
    It holds the last count of ja and nej, or stands after it; what leads up to the next vote is none.
    """
    sides = [event.start for event in events if start <= event.start < end and event.choice in _SIDES]
    if not sides:
        return None
    results: list[Passage] = []
    result = _after(text, lined, max(sides), (start, end))
    for sentence, following in pairwise([*result, None]):
        if sentence is None or LEADS_TO_VOTE.search(sentence.text):
            break
        if following is not None and LEADS_TO_VOTE.match(following.text):
            break  # "Ordföranden finner att yrkandet avslås. Omröstning begärs."
        if RESULT_TOLD.match(sentence.text) and WHAT_WON.search(sentence.text):
            results.append(sentence)
    return results[0] if len(results) == 1 else None


def _after(text: Passage, lined: str, last: int, within: tuple[int, int]) -> list[Passage]:
    """The sentence that holds an offset, and those behind it, as far as they lie within two others."""
    results: list[Passage] = []
    at, end = within
    for sentence in sentences(text.cut(at, end)):
        start = text.text.index(sentence.text, at)
        at = start + len(sentence.text)
        rows = [start, *(start + row.end() for row in re.finditer("\n", lined[start:at])), at]
        results += [text.cut(*row) for row in pairwise(rows) if row[1] > last]
    return results
