"""Where a title starts that stands above the number of its §, at the end of the lines before it.

Svar på motion om lånecyklar
§ 34, 0041/25
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.minutes.draft import ItemDraft
from importers.patterns.cover_labels import label_of
from importers.patterns.headings import BOX_NAMES
from importers.patterns.in_heads import ENCLOSURE_MARK, TITLE_BEHIND_LABEL
from importers.patterns.marks import RULE
from importers.patterns.numbers import CASE_LINE
from importers.text.layout import Line
from importers.text.passage import Passage
from importers.text.sections import Style, is_heading

_LEADING = 1.9  # of the size: a title's lines stand closer than this
_NEAR, _ON_TOP = 3.0, 6.0  # of the size: how far a case number stands above its §, and on top of a page
_ROWS = 1.45  # of the size: the rows of one cell stand no further apart
_EDGE = 1.5  # points
_MOST_AROUND = 4  # rows
_APART = 1.3  # of the distance between a title and its number, or between the lines above it


def heads_boxes(above: Sequence[Line], head: Line) -> bool:
    """Whether the last of the lines above a §'s head names the boxes that it is printed in: "Paragraf    Rubrik    Dnr"."""
    return bool(above) and BOX_NAMES.match(above[-1].text) is not None and above[-1].page == head.page


def without_label(title: Passage) -> Passage:
    """The title without what a form calls it, "Ärende: Hyra av lokal", and without the mark of enclosures."""
    match = TITLE_BEHIND_LABEL.match(title.text)
    words = title.group(match, "title") if match else title
    mark = ENCLOSURE_MARK.search(words.text)
    return words.cut(0, mark.start()) if mark else words


def start_around(above: Sequence[Line], item: ItemDraft) -> int:
    """Where the lines above a §'s head start that are the upper rows of a title set about the middle of the number beside it; their
    end if there are none.

             Delårsrapport per den 30 juni för
    § 87     Älnsjö kommun                      KS 2024/211
    """
    start, head = len(above), item.heading_lines[0]
    words = item.title_words
    if words is None or not words.printed or head.words[0].x1 >= words.printed[0].word.x0:
        return start
    first = words.printed[0].word
    edge, below = first.x0, first.baseline
    while start and start > len(above) - _MOST_AROUND:
        line = above[start - 1]
        near = line.page == head.page and 0 < below - line.baseline <= _ROWS * line.size
        if not near or abs(line.x0 - edge) > _EDGE or (line.bold, line.size) != (first.bold, first.size):
            break
        start, below = start - 1, line.baseline
    return start


def case_above(above: Sequence[Line], head: Line) -> bool:
    """Whether the last of the lines above a §'s head is its labelled case number, closer to it than to what stands above."""
    if not above or above[-1].page != head.page:
        return False
    line, before = above[-1], above[-2] if len(above) > 1 else None
    match = CASE_LINE.match(line.text)
    near = head.baseline - line.baseline
    if match is None or not match["label"]:
        return False
    if before is None or before.page != line.page:
        return near <= _ON_TOP * line.size
    return near <= _NEAR * line.size and line.baseline - before.baseline > _APART * near


def start_of_title(above: Sequence[Line], head: Line, style: Style, *, plain: bool) -> int:
    """Where the title starts that ends the lines above the number `head`, or their end if there is none.

    It stands behind its label, or stands out; `plain`: or it is in the text's own dress beneath a gap or a rule.
    """
    if above and above[-1].page == head.page and TITLE_BEHIND_LABEL.match(above[-1].text):
        return len(above) - 1
    start = _start_of_run(above, style)
    if start < len(above) or not plain or not above:
        return start
    if above[-1].page == head.page:
        return _start_beneath_gap(above, head, style)
    start = _start_beneath_rule(above, style)
    return start if start < len(above) else _start_at_end_of_page(above, style)


def _start_of_run(above: Sequence[Line], style: Style) -> int:
    """Where the last lines that stand out start, and are no heading and no label."""
    start = len(above)
    while start and style.stands_out(above[start - 1]) and not is_heading(above[start - 1], None, style):
        if label_of(above[start - 1].cells[0].text) and start == len(above):
            break
        if above[start - 1].page != above[-1].page:
            break
        start -= 1
    return start


def _start_beneath_gap(above: Sequence[Line], head: Line, style: Style) -> int:
    """Where the last lines start that stand as close to the number as to each other, and apart from what is above them."""
    start, below = len(above), head
    while (
        start
        and above[start - 1].page == head.page
        and below.baseline - above[start - 1].baseline <= _LEADING * head.size
    ):
        below = above[start - 1]
        if below.text.endswith((".", ":")) or is_heading(below, None, style):
            return len(above)
        start -= 1
        apart = not start or above[start - 1].page != head.page
        if apart or below.baseline - above[start - 1].baseline > _APART * (head.baseline - below.baseline):
            return start
    return len(above)


def _start_beneath_rule(above: Sequence[Line], style: Style) -> int:
    """Where the last lines of a page start that stand beneath the rule that ends a §."""
    start = len(above)
    while start and not RULE.match(above[start - 1].text):
        line = above[start - 1]
        if line.page != above[-1].page or line.text.endswith((".", ":")) or is_heading(line, None, style):
            return len(above)
        start -= 1
    return start or len(above)


def _start_at_end_of_page(above: Sequence[Line], style: Style) -> int:
    """Where the last lines of a page start that stand further from the lines above them than these from each other."""
    for start in range(len(above) - 1, 1, -1):
        line, before, further = above[start], above[start - 1], above[start - 2]
        if line.text.endswith((".", ":")) or is_heading(line, None, style) or before.page != line.page:
            break
        gap = line.baseline - before.baseline
        if gap > _LEADING * line.size:
            close = further.page == line.page and gap > _APART * (before.baseline - further.baseline)
            return start if close else len(above)
    return len(above)
