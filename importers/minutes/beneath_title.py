"""Where a title ends and a sentence goes on beneath it in the title's own type: "Ordföranden besvarar interpellationen."."""

from __future__ import annotations

from collections.abc import Sequence

from importers.minutes.head_line import is_organ
from importers.patterns.in_heads import CITED_IN_MARGIN
from importers.patterns.marks import ENTRY, LEFT_OPEN
from importers.patterns.titles import SOMEBODY_ANSWERS, SOMETHING_HAPPENS, TELLS
from importers.text.layout import Line
from importers.text.passage import passage

_ROOM = 0.2  # of the width of lines: what a title leaves open that does not go on beneath
_SHORT = 0.4  # of the width of all lines: what a title leaves open that surely does not
_SENTENCE = 5  # words


def is_sentence(title: Sequence[Line], beneath: Sequence[Line], farthest: float) -> bool:
    """Whether the lower lines tell what happens, and either the break above them is meant or they say who answers.

    `farthest`: where the title is set as the text is, how far lines reach; any sentence beneath such a break is none of it.
    """
    plain = farthest > 0.0
    if not beneath[-1].text.endswith(".") or LEFT_OPEN.search(title[-1].text):
        return False
    first, last = beneath[0].words[0], title[-1]
    edge = max(line.x1 for line in (*title, *beneath))
    room = last.x1 + first.x1 - first.x0 + 0.25 * last.size <= edge - 1.0
    text = passage(beneath).text
    wide = plain and edge - last.x1 > _ROOM * (edge - min(line.x0 for line in (*title, *beneath)))
    whole = wide and text[:1].isupper() and len(text.split()) >= _SENTENCE
    tells = SOMETHING_HAPPENS.match(text) or (plain and TELLS.match(text))
    short = plain and farthest - last.x1 > _SHORT * (farthest - last.x0) and text[:1].isupper()
    return bool(SOMEBODY_ANSWERS.match(text)) or bool((room and (whole or tells)) or (short and tells))


def is_list(title: Sequence[Line], beneath: Sequence[Line], farthest: float) -> bool:
    """Whether the lower lines are entries of a list, or stand beside another body's § in the margin; the break above them is
    meant: "Delgivningar" over "– Länsstyrelsen, tillsyn"."""
    first, above = beneath[0], title[-1]
    if len(first.cells) > 1 and CITED_IN_MARGIN.match(first.cells[0].text) and first.x0 < above.x0:
        return True
    word = first.words[min(1, len(first.words) - 1)]
    return ENTRY.match(first.text) is not None and farthest - above.x1 > word.x1 - first.x0 + first.size


def without_body(title: list[Line], heading: Sequence[Line], farthest: float) -> list[Line]:
    """The title without its first line where that is a body's name beneath the number, the break behind it meant."""
    if len(title) == 1 or not title or title[0] is heading[0]:
        return title
    body, first = title[0], title[1].words[0]
    room = farthest - body.x1 > first.x1 - first.x0 + body.size
    return title[1:] if room and is_organ(body.text) and first.text[:1].isupper() else title
