"""The line of a §'s head: where its number begins, what stands beside it, and what text it runs into."""

from __future__ import annotations

from importers.patterns.cover_labels import PARAGRAPHS_LABEL, label_of
from importers.patterns.headings import DECISION_RUNS_IN, RUN_IN, role_of
from importers.patterns.in_heads import ON_AGENDA
from importers.patterns.item_numbers import ITEM_HEADING
from importers.patterns.numbers import CASE_LINE
from importers.patterns.organs import ORGAN_IN_CAPITALS, ORGAN_LINE, ORGAN_OF_TWO
from importers.text.layout import Line
from importers.text.passage import passage

_TITLE_AND_NUMBER = 2  # cells


def head_of(line: Line) -> Line:
    """The part of a heading's line that begins with the number: all of it, or what stands behind a body's name, a case
    number or its place on the agenda: "Ärende 3      § 57      Dnr KS 2023-00341".
    """
    at = next((at for at, cell in enumerate(line.cells) if not _is_beside(cell)), 0)
    number, behind = line.cells[at], line.cells[at + 1 :]
    listed = any(ON_AGENDA.match(cell.text) for cell in line.cells[:at]) and "§" not in number.text
    if at == 0 or listed or ITEM_HEADING.match(line.text) or (behind and not ITEM_HEADING.match(number.text)):
        return line
    return line.part([word for cell in line.cells[at:] for word in cell.words])


def title_beside(line: Line) -> tuple[Line, Line] | None:
    """A title and, at the right end of its line, the sign and number of its §, a case number behind it: "Riktlinjer för
    färdtjänst      SN § 55"."""
    cells = [cell for cell in line.cells if not ON_AGENDA.match(cell.text)]
    if len(cells) < _TITLE_AND_NUMBER or ITEM_HEADING.match(line.text):
        return None
    title, number, *behind = cells
    match = ITEM_HEADING.match(number.text)
    named = label_of(title.text) or PARAGRAPHS_LABEL.match(title.text) or role_of(title.text) or _is_beside(title)
    if match is None or match["rest"] or named or not all(CASE_LINE.match(cell.text) for cell in behind):
        return None
    return title, line.part([word for cell in (number, *behind) for word in cell.words])


def _is_beside(cell: Line) -> bool:
    """Whether the cell may stand beside a § without being its title: a body's name, a case number, its place on the agenda."""
    return is_organ(cell.text) or any(one.match(cell.text) for one in (CASE_LINE, ON_AGENDA))


def is_organ(text: str) -> bool:  # nothing but a body's or office's name
    return any(pattern.match(text) for pattern in (ORGAN_LINE, ORGAN_OF_TWO, ORGAN_IN_CAPITALS))


def before_heading(line: Line) -> list[Line]:
    """The line cut before the first heading that text goes on from on it."""
    match = RUN_IN.search(line.text)
    if match is None or match.start("heading") == 0:
        return [line]
    words = passage([line])
    cuts = (words.cut(0, match.start("heading")), words.cut(match.start("heading")))
    return [line.part([one.word for one in cut.printed]) for cut in cuts]


def before_decision(line: Line) -> list[Line]:
    """A § heading's line cut before the decision that it runs into: "§ 209 Ärendenummer … <title> Beslut 1. Nämnden …"."""
    match = DECISION_RUNS_IN.match(line.text)
    if match is None:
        return [line]
    words = passage([line])
    cuts = (words.cut(0, match.end("head")), words.cut(match.start("heading")))
    return [line.part([one.word for one in cut.printed]) for cut in cuts]
